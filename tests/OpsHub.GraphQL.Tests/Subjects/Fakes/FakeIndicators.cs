using System.Collections.Concurrent;
using OpsHub.Contracts.Indicators;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Indicators;

namespace OpsHub.GraphQL.Tests.Subjects.Fakes;

/// <summary>Indicators over rows in memory, counted by the definitions themselves. Questions are counted.</summary>
public sealed class FakeIndicators : IIndicatorIndex
{
    private readonly ConcurrentDictionary<string, List<CycleRow>> _rows = new();

    public ConcurrentQueue<string> Calls { get; } = new();

    /// <summary>Answers come no sooner.</summary>
    public Task Until { get; set; } = Task.CompletedTask;

    /// <summary>The counts whose cases were asked for.</summary>
    public ConcurrentQueue<IndicatorCases> Behind { get; } = new();

    public void Put(string key, params IEnumerable<CycleRow> rows) => _rows[key] = [.. rows];

    public async Task<IReadOnlyDictionary<IndicatorKey, IndicatorCounts>> Counts(IndicatorQuery query, CancellationToken cancel = default)
    {
        Calls.Enqueue("Counts");
        await Until;
        return Groups(query).ToDictionary(g => g.Key, g => query.Organ is { } organ
            ? IndicatorFold.Of(organ, [.. g.Select(r => r.Facts)], query.Period, query.Now)
            : IndicatorFold.Of(g.Select(r => r.Facts), query.Period, query.Now));
    }

    public async Task<IReadOnlyDictionary<IndicatorKey, HandlingTimes>> Times(IndicatorQuery query, CancellationToken cancel = default)
    {
        Calls.Enqueue("Times");
        await Until;
        return Groups(query).ToDictionary(g => g.Key, g => IndicatorFold.Times(g.Select(r => r.Facts), query.Period));
    }

    public async Task<IReadOnlyList<GridCases>> Loads(IndicatorQuery query, CancellationToken cancel = default)
    {
        Calls.Enqueue("Loads");
        await Until;
        return [.. Groups(query).SelectMany(g => g.Where(r => query.Period.Holds(r.Facts.StartedDay)).GroupBy(r => r.Place.Grid)
            .Select(grid => new GridCases(g.Key, grid.Key, grid.Count())))];
    }

    /// <summary>Whether a case is behind a count: what it would count alone.</summary>
    public bool IsBehind(string key, IndicatorCases behind)
    {
        Behind.Enqueue(behind);
        var facts = _rows.GetValueOrDefault(key)?.ConvertAll(r => r.Facts) ?? [];
        var counts = behind.Organ is { } organ ? IndicatorFold.Of(organ, [.. facts], behind.Period, behind.Now) : IndicatorFold.Of(facts, behind.Period, behind.Now);
        return behind.Count switch
        {
            IndicatorCount.Closed => counts.Closed > 0,
            IndicatorCount.Due => counts.Due > 0,
            IndicatorCount.OnTime => counts.OnTime > 0,
            IndicatorCount.Returned => counts.Returned > 0,
            IndicatorCount.Load => facts.Exists(f => behind.Period.Holds(f.StartedDay)),
            _ => throw new NotSupportedException(behind.Count.ToString()),
        };
    }

    private IEnumerable<IGrouping<IndicatorKey, CycleRow>> Groups(IndicatorQuery query) => _rows.Values.SelectMany(r => r)
        .Where(r => query.Unit is { } unit ? r.Place.IsWithin(unit) : r.Facts.Lead == query.Organ)
        .GroupBy(r => query.By.Aggregate(new IndicatorKey(), (key, d) => d switch
        {
            IndicatorDimension.Category => key with { Category = r.Class },
            IndicatorDimension.Community => key with { Unit = r.Place.Community },
            IndicatorDimension.Township => key with { Unit = r.Place.Township },
            IndicatorDimension.Agency => key with { Organ = r.Facts.Lead },
            _ => throw new NotSupportedException(d.ToString()),
        }));
}
