using System.Collections.Concurrent;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Publishing;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Grains.Tests.Fakes;

/// <summary>The index in memory: rows with versions, guarded as the real one is, and counters of what was asked of it.
/// Lists for people are the storage tests' matter and are not here.</summary>
internal sealed partial class MemoryIndex : IHubIndex
{
    private readonly ConcurrentDictionary<string, CaseRow> _cases = new();
    private readonly ConcurrentDictionary<UnitCode, UnitRow> _units = new();
    private readonly ConcurrentDictionary<OrganCode, AgencyRow> _agencies = new();
    private readonly ConcurrentDictionary<string, Publication> _published = new();
    private readonly ConcurrentDictionary<string, long> _marks = new();
    private readonly ConcurrentDictionary<UnitCode, int> _failures = new();
    private int _groupReads;
    private long _epoch;

    /// <summary>How many groups or contributions were read.</summary>
    internal int GroupReads => _groupReads;

    /// <summary>Epochs handed out.</summary>
    internal long Epochs => _epoch;

    /// <summary>The next reads of this unit's groups fail, so many times.</summary>
    internal void FailReadsOf(UnitCode unit, int times) => _failures[unit] = times;

    public Task<IReadOnlyDictionary<UnitCode, UnitSummary>> ChildSummaries(UnitCode unit, DateTimeOffset now, CancellationToken cancel = default)
    {
        CountRead(unit);
        var below = unit.Level == UnitLevel.Grid ? UnitLevel.Grid : unit.Level + 1;
        var children = Counting(now)
            .Where(c => At(c, unit.Level) == unit)
            .GroupBy(c => At(c, below))
            .ToDictionary(g => g.Key, g => SummaryFold.Of(g.Select(c => c.Contribution), now));
        foreach (var (child, figures) in ChildFigures(unit, below, now))
            children[child] = children.GetValueOrDefault(child, UnitSummary.Empty) with { Consultations = figures };
        return Task.FromResult<IReadOnlyDictionary<UnitCode, UnitSummary>>(children);
    }

    public Task<IReadOnlyDictionary<string, (long Version, CaseContribution Contribution)>> Contributions(OrganCode gridOrAgency, CancellationToken cancel = default)
    {
        CountRead(gridOrAgency.Unit);
        return Task.FromResult<IReadOnlyDictionary<string, (long, CaseContribution)>>(Counting(DateTimeOffset.MinValue)
            .Where(c => gridOrAgency.Kind == OrganKind.Agency ? c.Lead == gridOrAgency || c.Assists.Contains(gridOrAgency) : c.Grid == gridOrAgency.Unit)
            .ToDictionary(c => c.Key, c => (c.Version, c.Contribution)));
    }

    public Task<Page<UnitRow>> Children(UnitCode parent, PageRequest page, CancellationToken cancel = default)
    {
        var all = _units.Values.Where(u => u.Parent == parent && u.EndedOn is null).OrderBy(u => u.Code).ToList();
        var first = all.Take(page.First ?? 100).Select(u => (u, u.Code.Value)).ToList();
        return Task.FromResult(new Page<UnitRow>(first, all.Count > first.Count, false, DateTimeOffset.UnixEpoch));
    }

    public async IAsyncEnumerable<UnitRow> Units([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel = default)
    {
        await Task.CompletedTask;
        foreach (var unit in _units.Values)
            yield return unit;
    }

    public async IAsyncEnumerable<AgencyRow> Agencies([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel = default)
    {
        await Task.CompletedTask;
        foreach (var agency in _agencies.Values)
            yield return agency;
    }

    public Task<IReadOnlyDictionary<UnitCode, UnitRow>> UnitsByCode(IReadOnlyCollection<UnitCode> codes, CancellationToken cancel = default) =>
        Task.FromResult<IReadOnlyDictionary<UnitCode, UnitRow>>(_units.Where(u => codes.Contains(u.Key)).ToDictionary());

    public Task<IReadOnlyDictionary<string, CaseRow>> CasesByKey(IReadOnlyCollection<string> keys, CancellationToken cancel = default) =>
        Task.FromResult<IReadOnlyDictionary<string, CaseRow>>(_cases.Where(c => keys.Contains(c.Key)).ToDictionary());

    public Task<CaseRow?> CaseByNumber(string number, CancellationToken cancel = default) =>
        Task.FromResult(_cases.Values.SingleOrDefault(c => c.Number == number));

    public Task<IReadOnlyList<RungRow>> Rungs(int shard, DateTimeOffset upTo, int limit, CancellationToken cancel = default) =>
        Task.FromResult<IReadOnlyList<RungRow>>([.. _published.Values
            .SelectMany(p => p.Rungs)
            .Where(r => r.Shard == shard && r.At <= upTo)
            .OrderByDescending(r => r.Emergency).ThenBy(r => r.At)
            .Take(limit)]);

    public Task<Page<CaseRow>> Cases(CaseFilter filter, CaseOrder order, PageRequest page, CancellationToken cancel = default) => throw new NotSupportedException();

    public Task<int> CountCases(CaseFilter filter, CancellationToken cancel = default) => throw new NotSupportedException();

    public Task<IReadOnlyList<(long Position, CaseEventRow Event)>> Events(UnitCode unit, long? after, int limit, CancellationToken cancel = default) => throw new NotSupportedException();

    public Task<IReadOnlyList<HolderRow>> Holders(UnitCode unit, DateTimeOffset now, int limit, CancellationToken cancel = default) => throw new NotSupportedException();

    public Task<IReadOnlyList<CaseRow>> NearestDue(UnitCode unit, DateTimeOffset from, int limit, CancellationToken cancel = default) => throw new NotSupportedException();

    public IAsyncEnumerable<string> Differences(CancellationToken cancel = default) => throw new NotSupportedException();

    public Task SaveHistory(DateTimeOffset hour, IReadOnlyCollection<(UnitCode Unit, HistoryPoint Point)> points, bool keep = false, CancellationToken cancel = default) => throw new NotSupportedException();

    public Task<IReadOnlyList<(DateTimeOffset Hour, HistoryPoint Point)>> History(UnitCode unit, DateTimeOffset from, CancellationToken cancel = default) => throw new NotSupportedException();

    private static UnitCode At(CaseRow row, UnitLevel level) => level switch
    {
        UnitLevel.City => row.City,
        UnitLevel.County => row.County,
        UnitLevel.Township => row.Township,
        UnitLevel.Community => row.Community,
        _ => row.Grid,
    };

    private IEnumerable<CaseRow> Counting(DateTimeOffset now) =>
        _cases.Values.Where(c => c.Stage.IsOpen() || c.ClosedAt is null || now == DateTimeOffset.MinValue || c.ClosedAt > now.AddDays(-31));

    private void CountRead(UnitCode unit)
    {
        Interlocked.Increment(ref _groupReads);
        if (_failures.TryGetValue(unit, out var left) && left > 0)
        {
            _failures[unit] = left - 1;
            throw new IOException("The index is away.");
        }
    }
}
