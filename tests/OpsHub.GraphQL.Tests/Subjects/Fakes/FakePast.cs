using System.Text.Json;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Publishing;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Trace;

namespace OpsHub.GraphQL.Tests.Subjects.Fakes;

/// <summary>What is stored of the fake cases, read past their grains; units' records are those the test puts here.</summary>
internal sealed class FakePast(TestHub hub) : IPastCases, IStoredStates, ISegmentStore
{
    /// <summary>Records of units that changed.</summary>
    public Dictionary<string, Unit> Units { get; } = [];

    /// <summary>Cases that are told to be as their row says.</summary>
    public HashSet<string> Settled { get; } = [];

    public async Task<IReadOnlyList<PastCase>> Candidates(UnitCode unit, DateTimeOffset at, int limit, CancellationToken cancel = default)
    {
        var page = await hub.Index.Cases(new CaseFilter { Unit = unit }, CaseOrder.DueAt, new PageRequest(100, null, null, null), cancel);
        return [.. page.Items.Select(i => new PastCase(i.Row.Key, i.Row.Grid, Settled.Contains(i.Row.Key) ? i.Row.Contribution : null)).Take(limit)];
    }

    public async Task<IReadOnlyList<PastCase>> Relocated(UnitCode unit, DateTimeOffset at, int limit, CancellationToken cancel = default) =>
        [.. (await Candidates(unit, at, limit, cancel)).Where(c => ((FakeCase)hub.Grains.Case(c.Key)).Document().Trace.Recent.Exists(e => e.Event == nameof(CaseRelocated))).Select(c => c with { Settled = null })];

    public Task<IReadOnlyList<StoredState>> ByKey(IReadOnlyCollection<string> keys, CancellationToken cancel = default) => Task.FromResult<IReadOnlyList<StoredState>>(
        [.. keys.Where(k => k.StartsWith("case-", StringComparison.Ordinal) || Units.ContainsKey(k)).Select(k => new StoredState(k, 1, Units.TryGetValue(k, out var unit)
            ? Bytes(new SubjectDocument<Unit> { State = unit })
            : Bytes(((FakeCase)hub.Grains.Case(k)).Document())))]);

    public IAsyncEnumerable<StoredState> ReadStates(string prefix, CancellationToken cancel = default) => throw new NotSupportedException();

    public IAsyncEnumerable<StoredState> InOrder(CancellationToken cancel = default) => throw new NotSupportedException();

    public Task<int> Count(CancellationToken cancel = default) => throw new NotSupportedException();

    public Task Append(TraceSegment segment, CancellationToken cancel = default) => throw new NotSupportedException();

    public Task<IReadOnlyList<TraceSegment>> Read(string subject, CancellationToken cancel = default) => Task.FromResult<IReadOnlyList<TraceSegment>>([]);

    public Task<TraceEntry?> FindCommand(string subject, string commandKey, CancellationToken cancel = default) => throw new NotSupportedException();

    private static byte[] Bytes<T>(SubjectDocument<T> document)
        where T : class => JsonSerializer.SerializeToUtf8Bytes(document, DomainSerialization.Options);
}
