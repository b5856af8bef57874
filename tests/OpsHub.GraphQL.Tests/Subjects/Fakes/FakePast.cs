using System.Text.Json;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Publishing;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Trace;

namespace OpsHub.GraphQL.Tests.Subjects.Fakes;

/// <summary>What is stored of the fake cases and consultations, read past their grains; units' records are those the test puts here.</summary>
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

    /// <summary>How many documents each question asked for.</summary>
    public List<int> Asked { get; } = [];

    public Task<IReadOnlyList<StoredState>> ByKey(IReadOnlyCollection<string> keys, CancellationToken cancel = default)
    {
        Asked.Add(keys.Count);
        return Task.FromResult<IReadOnlyList<StoredState>>([.. keys.Select(k => (Key: k, Payload: Stored(k))).Where(s => s.Payload is not null).Select(s => new StoredState(s.Key, 1, s.Payload))]);
    }

    public IAsyncEnumerable<StoredState> ReadStates(string prefix, CancellationToken cancel = default) => throw new NotSupportedException();

    public IAsyncEnumerable<StoredState> InOrder(CancellationToken cancel = default) => throw new NotSupportedException();

    public Task<int> Count(CancellationToken cancel = default) => throw new NotSupportedException();

    public Task Append(TraceSegment segment, CancellationToken cancel = default) => throw new NotSupportedException();

    public Task<IReadOnlyList<TraceSegment>> Read(string subject, CancellationToken cancel = default) => Task.FromResult(GrainKeys.IsCase(subject) ? ((FakeCase)hub.Grains.Case(subject)).Segments() : []);

    public Task<TraceEntry?> FindCommand(string subject, string commandKey, CancellationToken cancel = default) => throw new NotSupportedException();

    private byte[]? Stored(string key) => Units.TryGetValue(key, out var unit) ? Bytes(new SubjectDocument<Unit> { State = unit })
        : key.StartsWith("case-", StringComparison.Ordinal) ? Bytes(((FakeCase)hub.Grains.Case(key)).Document())
        : GrainKeys.IsConsultation(key) ? Bytes(((FakeConsultation)hub.Grains.Consultation(key)).Document())
        : null;

    private static byte[] Bytes<T>(SubjectDocument<T> document)
        where T : class => JsonSerializer.SerializeToUtf8Bytes(document, DomainSerialization.Options);
}
