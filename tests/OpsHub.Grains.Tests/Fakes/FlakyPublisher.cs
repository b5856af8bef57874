using System.Collections.Concurrent;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Publishing;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Grains.Tests.Fakes;

/// <summary>The publishing port before an index that fails or forgets on order.</summary>
internal sealed class FlakyPublisher : IPublisher
{
    private readonly ConcurrentQueue<string> _tried = new();

    internal IPublisher Inner { get; set; } = null!;

    /// <summary>Subjects whose index rows cannot be written.</summary>
    internal Func<string, bool> Fails { get; set; } = _ => false;

    /// <summary>Subjects whose rows are lost although they were taken, as after a restore of an older index.</summary>
    internal Func<string, bool> Loses { get; set; } = _ => false;

    /// <summary>Whoever publishes waits here first.</summary>
    internal Task Gate { get; set; } = Task.CompletedTask;

    /// <summary>Every subject that was to be published, in order.</summary>
    internal IReadOnlyList<string> Tried => [.. _tried];

    /// <summary>How often the database's server was reached anew; whoever raises it says that the server was gone.</summary>
    public long Connections { get; set; }

    public async Task<bool> Publish(Publication publication, CancellationToken cancel = default)
    {
        _tried.Enqueue(publication.Subject);
        await Gate;
        if (Fails(publication.Subject))
            throw new IOException("The index is away.");
        if (publication.Connections is { } then && then != Connections)
            return false;
        return Loses(publication.Subject) || await Inner.Publish(publication, cancel);
    }

    public Task Unmark(string subject, long version, CancellationToken cancel = default) => Inner.Unmark(subject, version, cancel);

    public Task<IReadOnlyList<UnpublishedMark>> Marks(TimeSpan age, int limit, CancellationToken cancel = default) => Inner.Marks(age, limit, cancel);

    public Task<int> CountMarks(CancellationToken cancel = default) => Inner.CountMarks(cancel);

    public Task<long> NextEpoch(CancellationToken cancel = default) => Inner.NextEpoch(cancel);

    public Task<long> TakeNumbers(string series, int count, CancellationToken cancel = default) => Inner.TakeNumbers(series, count, cancel);

    public Task Place(UnitCode unit, IReadOnlyList<UnitCode> above, CancellationToken cancel = default) => Inner.Place(unit, above, cancel);

    public Task<DateTimeOffset> Clock(CancellationToken cancel = default) => Inner.Clock(cancel);
}
