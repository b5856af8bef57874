using System.Globalization;
using OpsHub.Contracts.Indicators;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Indicators;
using OpsHub.Storage.Database;

namespace OpsHub.Storage.Indicators;

/// <summary>Counts indicators by GROUP BY over the cycles' rows.</summary>
internal sealed class IndicatorIndex(IDatabase database) : IIndicatorIndex
{
    private static readonly IndicatorCount[] OfCycles =
    [
        IndicatorCount.Reported, IndicatorCount.AcceptedOnTime, IndicatorCount.Due, IndicatorCount.OnTime, IndicatorCount.Closed, IndicatorCount.Returned, IndicatorCount.Reworked,
        IndicatorCount.FirstTime, IndicatorCount.Reopened,
    ];

    private static readonly IndicatorCount[] OfDispatches =
        [IndicatorCount.Dispatches, IndicatorCount.DispatchesAccepted, IndicatorCount.DispatchesReturned, IndicatorCount.DispatchesAnswered];

    private static readonly string CycleColumns = string.Join(", ", OfCycles.Select(Count).Concat(new[] { "Urges", "Evaluations", "ScoreSum" }.Select(Sum)));

    private static readonly string DispatchColumns = string.Join(", ", OfDispatches.Select(Count));

    public async Task<IReadOnlyDictionary<IndicatorKey, IndicatorCounts>> Counts(IndicatorQuery query, CancellationToken cancel = default)
    {
        var text = new IndicatorText(query);
        var (columns, groupBy) = text.Keys("c.Lead");
        var (at, any) = (query.By.Count, $"({In("c.StartedDay")} OR {In("c.DueDay")} OR {In("c.ClosedDay")})");
        var cycles = database.Read(text.Statement($"SELECT {columns}{CycleColumns} FROM {text.Cycles} AND {any}{groupBy}"), r => (Key: text.Key(r), Counts: new IndicatorCounts
        {
            Reported = r.GetInt64(at), AcceptedOnTime = r.GetInt64(at + 1), Due = r.GetInt64(at + 2), OnTime = r.GetInt64(at + 3), Closed = r.GetInt64(at + 4),
            Returned = r.GetInt64(at + 5), Reworked = r.GetInt64(at + 6), FirstTime = r.GetInt64(at + 7), Reopened = r.GetInt64(at + 8),
            Urges = r.GetInt64(at + 9), Evaluations = r.GetInt64(at + 10), ScoreSum = r.GetInt64(at + 11),
        }), cancel);
        var dispatches = query.Organ is not null || query.By.Contains(IndicatorDimension.Agency) ? await Dispatches(query, text, cancel) : [];
        var all = (await cycles).ToDictionary(c => c.Key, c => c.Counts);
        foreach (var (key, d) in dispatches)
        {
            all[key] = (all.GetValueOrDefault(key) ?? IndicatorCounts.None) with
            {
                Dispatches = d.Dispatches,
                DispatchesAccepted = d.DispatchesAccepted,
                DispatchesReturned = d.DispatchesReturned,
                DispatchesAnswered = d.DispatchesAnswered,
            };
        }

        return all;
    }

    public async Task<IReadOnlyDictionary<IndicatorKey, HandlingTimes>> Times(IndicatorQuery query, CancellationToken cancel = default)
    {
        var text = new IndicatorText(query);
        var (columns, _) = text.Keys("c.Lead");
        var at = query.By.Count;
        // A city's year is a hundred thousand rows: a group's key is made once, not for each.
        var groups = new Dictionary<string, (IndicatorKey Key, List<(long Work, long Elapsed)> Times)>();
        await database.Read(text.Statement($"SELECT {columns}c.WorkMinutes, c.ElapsedMinutes FROM {text.Cycles} AND {IndicatorText.Condition(IndicatorCount.Timed)}"), r =>
        {
            var raw = at == 0 ? "" : at == 1 ? Convert.ToString(r.GetValue(0), CultureInfo.InvariantCulture)! : $"{r.GetValue(0)}|{r.GetValue(1)}";
            if (!groups.TryGetValue(raw, out var group))
                groups[raw] = group = (text.Key(r), []);
            group.Times.Add((r.GetInt64(at), r.GetInt64(at + 1)));
            return true;
        }, cancel);
        return groups.Values.ToDictionary(g => g.Key, g => HandlingTimes.Of(g.Times));
    }

    public async Task<IReadOnlyList<GridCases>> Loads(IndicatorQuery query, CancellationToken cancel = default)
    {
        var text = new IndicatorText(query);
        var (columns, groupBy) = text.Keys("c.Lead", "c.Grid");
        var at = query.By.Count;
        return await database.Read(
            text.Statement($"SELECT {columns}COUNT(*) FROM {text.Cycles} AND {IndicatorText.Condition(IndicatorCount.Load)}{groupBy}"),
            r => new GridCases(text.Key(r), new UnitCode(r.GetString(at)), r.GetInt64(at + 1)), cancel);
    }

    private async Task<List<(IndicatorKey Key, IndicatorCounts Counts)>> Dispatches(IndicatorQuery query, IndicatorText text, CancellationToken cancel)
    {
        var (columns, groupBy) = text.Keys("d.Organ");
        var at = query.By.Count;
        return await database.Read(text.Statement($"SELECT {columns}{DispatchColumns} FROM {text.Dispatches} AND {In("d.Day")}{groupBy}"), r => (text.Key(r), new IndicatorCounts
        {
            Dispatches = r.GetInt64(at), DispatchesAccepted = r.GetInt64(at + 1), DispatchesReturned = r.GetInt64(at + 2), DispatchesAnswered = r.GetInt64(at + 3),
        }), cancel);
    }

    private static string In(string day) => $"({day} >= m.column2 AND {day} < m.column3)";

    private static string Count(IndicatorCount count) => $"COUNT(CASE WHEN {IndicatorText.Condition(count)} THEN 1 END)";

    private static string Sum(string column) => $"CAST(COALESCE(SUM(CASE WHEN {IndicatorText.Condition(IndicatorCount.Closed)} THEN c.{column} ELSE 0 END), 0) AS BIGINT)";
}
