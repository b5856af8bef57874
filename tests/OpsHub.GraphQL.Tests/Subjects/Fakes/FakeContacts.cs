using System.Collections.Concurrent;
using OpsHub.Contracts.Privacy;

namespace OpsHub.GraphQL.Tests.Subjects.Fakes;

/// <summary>Contacts in memory.</summary>
public sealed class FakeContacts : IReporterContacts
{
    public ConcurrentDictionary<KeptContact, string> Kept { get; } = new();

    public ConcurrentDictionary<KeptContact, bool> Settled { get; } = new();

    public ConcurrentDictionary<(KeptContact Of, string By), bool> Requested { get; } = new();

    public bool Unreadable { get; set; }

    public bool CanKeep { get; set; } = true;

    public Task<bool> Keep(KeptContact of, string contact, CancellationToken cancel = default) => Task.FromResult(Kept.TryAdd(of, contact));

    public Task Settle(KeptContact of, CancellationToken cancel = default) => Task.FromResult(Settled[of] = true);

    public Task<bool> Holds(KeptContact of, CancellationToken cancel = default) => Task.FromResult(Kept.ContainsKey(of));

    public Task<string?> Read(KeptContact of, CancellationToken cancel = default) =>
        Unreadable ? throw new ContactUnreadableException("no key") : Task.FromResult(Kept.GetValueOrDefault(of));

    public Task Request(KeptContact of, string by, bool erase, CancellationToken cancel = default) =>
        Task.FromResult(erase ? Requested[(of, by)] = true : Requested.TryRemove((of, by), out _));

    public Task Erase(KeptContact of, CancellationToken cancel = default) => Task.FromResult(Kept.TryRemove(of, out _));

    public Task<IReadOnlyList<KeptContact>> Expired(DateTimeOffset endedBefore, int limit, CancellationToken cancel = default) => throw new NotSupportedException();

    public Task<IReadOnlyList<KeptContact>> Unsettled(DateTimeOffset keptBefore, int limit, CancellationToken cancel = default) => throw new NotSupportedException();

    public Task<int> Renew(CancellationToken cancel = default) => throw new NotSupportedException();
}
