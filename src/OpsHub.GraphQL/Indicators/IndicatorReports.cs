using GraphQL;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Indicators;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Indicators;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Hierarchy;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Indicators;

/// <summary>What was asked: the whole, and its groups.</summary>
internal sealed record IndicatorAsked(IndicatorReport Whole, IndicatorReport Groups);

/// <summary>Makes reports of indicators, within what the actor may see.</summary>
internal sealed class IndicatorReports(IIndicatorIndex index, IHubDirectory directory, Access access, HubClock clock)
{
    private const int MostDimensions = 2;

    private static readonly IReadOnlySet<IndicatorCount> Nothing = new HashSet<IndicatorCount>();

    /// <summary>A report as the field's arguments ask.</summary>
    public IndicatorAsked Of(IResolveFieldContext context, UnitCode? unit, OrganCode? organ)
    {
        var township = unit is { Level: > UnitLevel.Township } small ? directory.Upwards(small).Where(u => u.Level == UnitLevel.Township).Select(u => (UnitCode?)u).FirstOrDefault() : null;
        var query = new IndicatorQuery(unit, organ, PeriodInput.Read(context), clock.Now, [], township);
        return new(new(index, query, context.CancellationToken), new(index, query with { By = Dimensions(context) }, context.CancellationToken));
    }

    public async Task<IndicatorSet> Total(IndicatorAsked asked) =>
        new(asked.Whole, new(), (await asked.Whole.Counts.ConfigureAwait(false)).GetValueOrDefault(new()) ?? IndicatorCounts.None, Nothing);

    public async Task<Connection<IndicatorSet>> Groups(IResolveFieldContext context, Viewer viewer, IndicatorAsked asked)
    {
        var report = asked.Groups;
        if (report.Query.By.Count == 0)
            return new([], false, false, report.Query.Now);
        var counts = (await report.Counts.ConfigureAwait(false)).Where(c => c.Value != IndicatorCounts.None && Sees(viewer.Actor, c.Key)).ToDictionary();
        var hidden = Hidden(viewer.Actor, report.Query, counts);
        var sets = counts.Select(c => new IndicatorSet(report, c.Key, c.Value, hidden.GetValueOrDefault(c.Key) ?? Nothing)).OrderBy(SortKey, StringComparer.Ordinal).ToList();
        return ListPages.Of("indicators", sets, SortKey, Paging.Read(context), report.Query.Now);
    }

    // Units below aren't always seen; of agencies an agency sees itself.
    private bool Sees(Actor actor, IndicatorKey key) =>
        (key.Unit is not { } unit || access.Status(actor, unit))
        && (key.Organ is not { } organ || (actor.Role == Role.AgencyStaff ? organ == actor.Organ : organ.Kind != OrganKind.Agency || directory.Agency(organ) is not { } agency || access.Agency(actor, agency)));

    /// <summary>By group, the counts that point at a household: for those who read aggregates only, and where few live. T004, G055.</summary>
    private Dictionary<IndicatorKey, IReadOnlySet<IndicatorCount>> Hidden(Actor actor, IndicatorQuery query, Dictionary<IndicatorKey, IndicatorCounts> counts)
    {
        var hidden = new Dictionary<IndicatorKey, IReadOnlySet<IndicatorCount>>();
        if (!query.By.Contains(IndicatorDimension.Category) || query.Unit is null || !ReadAccess.Cases(actor).IsEmpty)
            return hidden;
        foreach (var place in counts.GroupBy(c => c.Key with { Category = null }))
        {
            var of = OrganCode.Of(place.Key.Unit ?? query.Unit.Value);
            foreach (var (count, read) in Denominators)
            {
                var shown = SmallCounts.Shown(of, place.Select(c => KeyValuePair.Create(c.Key.Category!, (int)read(c.Value))).Where(c => c.Value > 0))
                    .Where(c => c.Count is not null).Select(c => c.Category).ToHashSet();
                foreach (var (key, value) in place.Where(c => read(c.Value) > 0 && !shown.Contains(c.Key.Category!)))
                    ((HashSet<IndicatorCount>)(hidden.TryGetValue(key, out var some) ? some : hidden[key] = new HashSet<IndicatorCount>())).Add(count);
            }
        }

        return hidden;
    }

    private static readonly (IndicatorCount Count, Func<IndicatorCounts, long> Read)[] Denominators =
    [
        (IndicatorCount.Reported, c => c.Reported), (IndicatorCount.Due, c => c.Due), (IndicatorCount.Closed, c => c.Closed), (IndicatorCount.Evaluated, c => c.Evaluations),
    ];

    private static IReadOnlyList<IndicatorDimension> Dimensions(IResolveFieldContext context)
    {
        var by = context.GetArgument<List<IndicatorDimension>?>("by") ?? [];
        return by.Count <= MostDimensions && by.Distinct().Count() == by.Count && by.Count(d => d <= IndicatorDimension.County) <= 1
            && !(by.Contains(IndicatorDimension.Agency) && by.Contains(IndicatorDimension.Category))
            ? by
            : throw RequestError.Input("by", "by takes at most two different dimensions, one of place at most, and not AGENCY with CATEGORY.");
    }

    private static string SortKey(IndicatorSet s) => $"{s.Key.Unit}|{s.Key.Organ}|{s.Key.Category}|{s.Key.Month:yyyy-MM}";
}
