using System.Collections.Concurrent;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.GraphQL.Tests.Subjects.Fakes;

/// <summary>The index over rows in memory. Every question is counted.</summary>
public sealed class FakeIndex : IHubIndex
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, CaseRow> _rows = new(StringComparer.Ordinal);
    private readonly SortedDictionary<long, CaseEventRow> _events = [];

    public ConcurrentQueue<string> Calls { get; } = new();

    /// <summary>What tells which cases are behind an indicator.</summary>
    public FakeIndicators Indicators { get; } = new();

    /// <summary>After which positions events were asked for.</summary>
    public ConcurrentQueue<long> AskedAfter { get; } = new();

    public List<(DateTimeOffset Hour, HistoryPoint Point)> Hours { get; } = [];

    public void Put(CaseRow row)
    {
        lock (_gate)
            _rows[row.Key] = row;
    }

    /// <summary>A case's row; null when there is none.</summary>
    public CaseRow? Find(string key)
    {
        lock (_gate)
            return _rows.GetValueOrDefault(key);
    }

    /// <summary>Adds an event; at a position of the test's choice where it is to appear late.</summary>
    public void Put(CaseEventRow happened, long? position = null)
    {
        lock (_gate)
            _events[position ?? (_events.Count == 0 ? 1 : _events.Keys.Max() + 1)] = happened;
    }

    public Task<Page<CaseRow>> Cases(CaseFilter filter, CaseOrder order, PageRequest page, CancellationToken cancel = default)
    {
        Calls.Enqueue("Cases");
        if (page.After is "bad" || page.Before is "bad")
            throw new BadCursorException("The cursor was not made by this list.");
        var rows = Matching(filter);
        rows = order switch
        {
            CaseOrder.DueAt => [.. rows.OrderBy(r => r.DueAt ?? DateTimeOffset.MaxValue).ThenBy(r => r.Key, StringComparer.Ordinal)],
            CaseOrder.ReportedAtDescending => [.. rows.OrderByDescending(r => r.ReportedAt).ThenByDescending(r => r.Key, StringComparer.Ordinal)],
            _ => [.. rows.OrderByDescending(r => r.ChangedAt).ThenByDescending(r => r.Key, StringComparer.Ordinal)],
        };
        int from = page.After is null ? 0 : rows.FindIndex(r => r.Key == page.After) + 1, to = page.Before is null ? rows.Count : rows.FindIndex(r => r.Key == page.Before);
        if (page.First is { } first)
            to = Math.Min(to, from + first);
        else
            from = Math.Max(from, to - page.Last!.Value);
        return Task.FromResult(new Page<CaseRow>([.. rows[from..to].Select(r => (r, r.Key))], to < rows.Count, from > 0, DateTimeOffset.UnixEpoch));
    }

    public Task<int> CountCases(CaseFilter filter, CancellationToken cancel = default)
    {
        Calls.Enqueue("CountCases");
        return Task.FromResult(Matching(filter).Count);
    }

    public Task<IReadOnlyDictionary<string, CaseRow>> CasesByKey(IReadOnlyCollection<string> keys, CancellationToken cancel = default) => throw new NotSupportedException();

    public Task<CaseRow?> CaseByNumber(string number, CancellationToken cancel = default)
    {
        Calls.Enqueue("CaseByNumber");
        return Task.FromResult(Matching(new CaseFilter()).Find(r => r.Number == number));
    }

    public Task<IReadOnlyList<(long Position, CaseEventRow Event)>> Events(UnitCode unit, long? after, int limit, CancellationToken cancel = default)
    {
        if (after is { } position)
            AskedAfter.Enqueue(position);
        lock (_gate)
        {
            Calls.Enqueue("Events"); // whoever waits for the call adds nothing that it still finds
            var found = _events.Where(e => e.Value.Grid.Value.StartsWith(unit.Value, StringComparison.Ordinal) && e.Key > (after ?? 0)).Select(e => (e.Key, e.Value)).ToList();
            return Task.FromResult<IReadOnlyList<(long, CaseEventRow)>>(after is null ? [.. found.TakeLast(limit)] : [.. found.Take(limit)]);
        }
    }

    public IAsyncEnumerable<UnitRow> Units(CancellationToken cancel = default) => throw new NotSupportedException();

    public Task<IReadOnlyDictionary<UnitCode, UnitRow>> UnitsByCode(IReadOnlyCollection<UnitCode> codes, CancellationToken cancel = default) => throw new NotSupportedException();

    public Task<Page<UnitRow>> Children(UnitCode parent, PageRequest page, CancellationToken cancel = default) => throw new NotSupportedException();

    public IAsyncEnumerable<AgencyRow> Agencies(CancellationToken cancel = default) => throw new NotSupportedException();

    public Task<IReadOnlyDictionary<UnitCode, UnitSummary>> ChildSummaries(UnitCode unit, DateTimeOffset now, CancellationToken cancel = default) => throw new NotSupportedException();

    public Task<IReadOnlyDictionary<string, (long Version, CaseContribution Contribution)>> Contributions(OrganCode gridOrAgency, CancellationToken cancel = default) => throw new NotSupportedException();

    public Task<IReadOnlyList<RungRow>> Rungs(int shard, DateTimeOffset upTo, int limit, CancellationToken cancel = default) => throw new NotSupportedException();

    public Task<IReadOnlyList<CaseRow>> NearestDue(UnitCode unit, DateTimeOffset from, int limit, CancellationToken cancel = default)
    {
        Calls.Enqueue("NearestDue");
        return Task.FromResult<IReadOnlyList<CaseRow>>([.. Matching(new CaseFilter { Unit = unit, OpenOnly = true, DueFrom = from }).OrderBy(r => r.DueAt).Take(limit)]);
    }

    public Task<IReadOnlyList<HolderRow>> Holders(UnitCode unit, DateTimeOffset now, int limit, CancellationToken cancel = default)
    {
        Calls.Enqueue("Holders");
        return Task.FromResult<IReadOnlyList<HolderRow>>([.. Matching(new CaseFilter { Unit = unit, OpenOnly = true }).GroupBy(r => r.Holder)
            .Select(g => new HolderRow(g.Key, g.Count(), g.Count(r => r.DueAt <= now), TimeSpan.FromHours(g.Average(r => (now - r.HolderSince).TotalHours))))
            .OrderByDescending(h => h.Overdue).ThenByDescending(h => h.Held).Take(limit)]);
    }

    public IAsyncEnumerable<string> Differences(CancellationToken cancel = default) => throw new NotSupportedException();

    public Task SaveHistory(DateTimeOffset hour, IReadOnlyCollection<(UnitCode Unit, HistoryPoint Point)> points, bool keep = false, CancellationToken cancel = default) => throw new NotSupportedException();

    public Task<IReadOnlyList<(DateTimeOffset Hour, HistoryPoint Point)>> History(UnitCode unit, DateTimeOffset from, CancellationToken cancel = default)
    {
        Calls.Enqueue("History");
        return Task.FromResult<IReadOnlyList<(DateTimeOffset, HistoryPoint)>>([.. Hours.Where(h => h.Hour >= from)]);
    }

    private List<CaseRow> Matching(CaseFilter f)
    {
        lock (_gate)
        {
            return [.. _rows.Values.Where(r =>
                (f.Unit is not { } unit || f.Gained.Contains(r.Grid) || (!f.Lost.Contains(r.Grid) && (r.Grid == unit || r.Community == unit || r.Township == unit || r.County == unit || r.City == unit)))
                && (f.Holder is null || r.Holder == f.Holder)
                && (f.WaitsFor is not { } awaited || (r.Stage.IsOpen() && (r.Holder == awaited || r.Waits.Contains(awaited))))
                && (f.Party is not { } party || r.Lead == party || r.Assists.Contains(party))
                && (f.Stages is null || f.Stages.Contains(r.Stage))
                && (!f.OpenOnly || r.Stage.IsOpen())
                && (f.DueBefore is null || r.DueAt < f.DueBefore)
                && (f.DueFrom is null || r.DueAt >= f.DueFrom)
                && (f.Priority is null || r.Priority == (int)f.Priority)
                && (f.Emergency is null || r.Contribution.Emergency == f.Emergency)
                && (f.Escalated is null || r.Escalation > 0 == f.Escalated)
                && (f.Urged is null || r.Contribution.UrgedLevel > 0 == f.Urged)
                && (f.ReportedFrom is null || r.ReportedAt >= f.ReportedFrom)
                && (f.ReportedBefore is null || r.ReportedAt < f.ReportedBefore)
                && (f.ChangedFrom is null || r.ChangedAt >= f.ChangedFrom)
                && (f.Category is null || r.Category == f.Category || r.Contribution.Category == f.Category)
                && (f.Categories is null || f.Categories.Contains(r.Category) || f.Categories.Contains(r.Contribution.Category))
                && (f.Behind is null || Indicators.IsBehind(r.Key, f.Behind))
                && (f.Text is null || r.Title.Contains(f.Text, StringComparison.Ordinal)))];
        }
    }
}
