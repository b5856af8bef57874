using OpsHub.Contracts.Indicators;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Indicators;
using OpsHub.GraphQL.Hierarchy;

namespace OpsHub.GraphQL.Indicators;

/// <summary>Numbers of a group that point at a household (小数隐藏): few cases of a sensitive category in a community or grid, and of other categories what would tell them
/// by subtraction from the total. T004, G055.</summary>
internal static class FewCases
{
    private static readonly (IndicatorCount Count, Func<IndicatorCounts, long> Read)[] Judged =
    [
        (IndicatorCount.Reported, c => c.Reported), (IndicatorCount.Due, c => c.Due), (IndicatorCount.Closed, c => c.Closed), (IndicatorCount.Evaluated, c => c.Evaluations),
        (IndicatorCount.Urged, c => c.Urges),
        // A numerator tells of few also where all but a few are in it.
        (IndicatorCount.AcceptedOnTime, c => c.AcceptedOnTime), (IndicatorCount.AcceptedOnTime, c => c.Reported - c.AcceptedOnTime),
        (IndicatorCount.OnTime, c => c.OnTime), (IndicatorCount.OnTime, c => c.Due - c.OnTime),
        (IndicatorCount.Returned, c => c.Returned), (IndicatorCount.Returned, c => c.Closed - c.Returned),
        (IndicatorCount.Reworked, c => c.Reworked), (IndicatorCount.Reworked, c => c.Closed - c.Reworked),
        (IndicatorCount.FirstTime, c => c.FirstTime), (IndicatorCount.FirstTime, c => c.Closed - c.FirstTime),
        (IndicatorCount.Reopened, c => c.Reopened), (IndicatorCount.Reopened, c => c.Closed - c.Reopened),
    ];

    /// <summary>True where the actor reads aggregates only and what is asked tells categories of few people apart: whoever may read the cases knows them anyway.</summary>
    public static bool Matter(Actor actor, IndicatorQuery query) => query.By.Contains(IndicatorDimension.Category)
        && ReadAccess.Cases(actor) is not { IsEmpty: false, EscalatedOnly: false }
        && (query.Unit is { Level: > UnitLevel.Township } || (query.Unit is not null && query.By.Any(d => d is IndicatorDimension.Community or IndicatorDimension.Grid)));

    /// <summary>By group, the counts to hide.</summary>
    public static Dictionary<IndicatorKey, HashSet<IndicatorCount>> Hidden(IndicatorQuery query, IReadOnlyDictionary<IndicatorKey, IndicatorCounts> counts)
    {
        var hidden = new Dictionary<IndicatorKey, HashSet<IndicatorCount>>();
        foreach (var (count, read) in Judged)
        {
            foreach (var key in Hidden(query, counts.Select(c => (c.Key, read(c.Value)))))
                (hidden.TryGetValue(key, out var some) ? some : hidden[key] = []).Add(count);
        }

        return hidden;
    }

    /// <summary>The groups whose number is to be hidden, of one number of each.</summary>
    public static IEnumerable<IndicatorKey> Hidden(IndicatorQuery query, IEnumerable<(IndicatorKey Key, long Number)> numbers) =>
        numbers.Where(n => n.Number > 0).GroupBy(n => n.Key with { Category = null }).SelectMany(place =>
        {
            var shown = SmallCounts.Shown(OrganCode.Of(place.Key.Unit ?? query.Unit!.Value), place.Select(n => KeyValuePair.Create(n.Key.Category!, (int)n.Number)))
                .Where(c => c.Count is not null).Select(c => c.Category).ToHashSet();
            return place.Select(n => n.Key).Where(key => !shown.Contains(key.Category!));
        });
}
