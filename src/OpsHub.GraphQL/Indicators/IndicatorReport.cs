using OpsHub.Contracts.Indicators;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Indicators;

namespace OpsHub.GraphQL.Indicators;

/// <summary>Indicators of one question. The index is asked once for each kind of figure that is wanted, however many groups there are.</summary>
internal sealed class IndicatorReport
{
    private readonly Lazy<Task<IReadOnlyDictionary<IndicatorKey, IndicatorCounts>>> _counts;
    private readonly Lazy<Task<IReadOnlyDictionary<IndicatorKey, HandlingTimes>>> _times;
    private readonly Lazy<Task<HashSet<IndicatorKey>>> _fewTimed;
    private readonly Lazy<Task<Dictionary<IndicatorKey, GridCases>>> _fullest;
    private readonly Lazy<Task<Dictionary<IndicatorKey, long>>> _loads;

    public IndicatorReport(IIndicatorIndex index, IndicatorQuery query, CancellationToken cancel)
    {
        Query = query;
        _counts = new(() => index.Counts(query, cancel));
        _times = new(() => index.Times(query, cancel));
        _fewTimed = new(async () => [.. FewCases.Hidden(query, (await _times.Value.ConfigureAwait(false)).Select(t => (t.Key, t.Value.Count)))]);
        var loads = new Lazy<Task<IReadOnlyList<GridCases>>>(() => index.Loads(query, cancel));
        _fullest = new(async () => (await loads.Value.ConfigureAwait(false)).GroupBy(l => l.Key)
            .ToDictionary(g => g.Key, g => g.OrderByDescending(l => l.Cases).ThenBy(l => l.Grid).First()));
        _loads = new(async () => (await loads.Value.ConfigureAwait(false)).GroupBy(l => l.Key).ToDictionary(g => g.Key, g => g.Sum(l => l.Cases)));
    }

    public IndicatorQuery Query { get; }

    public Task<IReadOnlyDictionary<IndicatorKey, IndicatorCounts>> Counts => _counts.Value;

    private async Task<HandlingTimes> Times(IndicatorKey key) => (await _times.Value.ConfigureAwait(false)).GetValueOrDefault(key) ?? HandlingTimes.None;

    /// <summary>How long handling took in a group; null where it is hidden.</summary>
    public async Task<HandlingTimes?> Times(IndicatorSet set) =>
        set.Hidden.Contains(IndicatorCount.Closed) || (set.Judged && (await _fewTimed.Value.ConfigureAwait(false)).Contains(set.Key)) ? null : await Times(set.Key).ConfigureAwait(false);

    /// <summary>The fullest grid of a group, and the cases of all its grids; null where nothing was reported.</summary>
    public async Task<(GridCases Fullest, long Cases)?> Load(IndicatorKey key) =>
        (await _fullest.Value.ConfigureAwait(false)).GetValueOrDefault(key) is { } fullest ? (fullest, (await _loads.Value.ConfigureAwait(false))[key]) : null;
}

/// <summary>The indicators of one group of a report.</summary>
/// <param name="Report">The report.</param>
/// <param name="Key">The group; the empty key for the whole.</param>
/// <param name="Counts">Its counts.</param>
/// <param name="Hidden">Counts that are hidden because they are small.</param>
internal sealed record IndicatorSet(IndicatorReport Report, IndicatorKey Key, IndicatorCounts Counts, IReadOnlySet<IndicatorCount> Hidden)
{
    /// <summary>True where few cases are hidden from the reader.</summary>
    public bool Judged { get; init; }

    public UnitCode? Unit => Key.Unit ?? Report.Query.Unit;

    public OrganCode? Organ => Key.Organ ?? Report.Query.Organ;

    /// <summary>The group's part of the period.</summary>
    public IndicatorPeriod Period => Key.Month is not { } month ? Report.Query.Period : new(
        month > Report.Query.Period.From ? month : Report.Query.Period.From,
        month.AddMonths(1) < Report.Query.Period.Until ? month.AddMonths(1) : Report.Query.Period.Until);
}
