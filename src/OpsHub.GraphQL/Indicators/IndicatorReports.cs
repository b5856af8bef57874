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
internal sealed class IndicatorReports(IIndicatorIndex index, IHubDirectory directory, Access access, HubClock clock) : IDisposable
{
    private const int MostDimensions = 2;

    private static readonly HashSet<IndicatorCount> Nothing = [];

    private readonly IndicatorTurns _index = new(index);

    /// <summary>A report as the field's arguments ask.</summary>
    public IndicatorAsked Of(IResolveFieldContext context, UnitCode? unit, OrganCode? organ)
    {
        var query = new IndicatorQuery(unit, organ, PeriodInput.Read(context), clock.Now, [], Township(unit));
        var grouped = query with { By = Dimensions(context) };
        // Two periods that differ by a day would tell of the one case between them.
        if (FewCases.Matter(Viewer.Of(context).Actor, grouped) && !query.Period.IsWholeMonths)
            throw RequestError.Input("period", "By category below the township, whoever reads aggregates only takes whole months.");
        return new(new(_index, query, context.CancellationToken), new(_index, grouped, context.CancellationToken));
    }

    public async Task<IndicatorSet> Total(IndicatorAsked asked) =>
        new(asked.Whole, new(), (await asked.Whole.Counts.ConfigureAwait(false)).GetValueOrDefault(new()) ?? IndicatorCounts.None, Nothing);

    public async Task<Connection<IndicatorSet>> Groups(IResolveFieldContext context, Viewer viewer, IndicatorAsked asked)
    {
        var report = asked.Groups;
        if (report.Query.By.Count == 0)
            return new([], false, false, report.Query.Now);
        var counts = (await report.Counts.ConfigureAwait(false)).Where(c => c.Value != IndicatorCounts.None && Sees(viewer.Actor, c.Key)).ToDictionary();
        var judged = FewCases.Matter(viewer.Actor, report.Query);
        var hidden = judged ? FewCases.Hidden(report.Query, counts) : [];
        var sets = counts.Select(c => new IndicatorSet(report, c.Key, c.Value, hidden.GetValueOrDefault(c.Key) ?? Nothing) { Judged = judged }).OrderBy(SortKey, StringComparer.Ordinal).ToList();
        return ListPages.Of("indicators", sets, SortKey, Paging.Read(context), report.Query.Now);
    }

    /// <summary>The cases that one of an indicator's numbers counts, as a filter.</summary>
    public CaseFilter Cases(IndicatorView view, IndicatorPart part) =>
        view.Cases(part) is { Behind: { } behind } filter ? filter with { Behind = behind with { Township = Township(filter.Unit) } } : view.Cases(part);

    /// <summary>Cases reported in a unit by grid, told apart by township.</summary>
    public Task<IReadOnlyList<GridCases>> Load(UnitCode unit, IndicatorPeriod period, CancellationToken cancel) =>
        _index.Loads(new(unit, null, period, clock.Now, [IndicatorDimension.Township], Township(unit)), cancel);

    public void Dispose() => _index.Dispose();

    private UnitCode? Township(UnitCode? unit) => unit is { Level: >= UnitLevel.Township } small
        ? directory.Upwards(small).Prepend(small).Where(u => u.Level == UnitLevel.Township).Select(u => (UnitCode?)u).FirstOrDefault()
        : null;

    // Units below aren't always seen; of agencies an agency sees itself.
    private bool Sees(Actor actor, IndicatorKey key) =>
        (key.Unit is not { } unit || access.Status(actor, unit))
        && (key.Organ is not { } organ || (actor.Role == Role.AgencyStaff ? organ == actor.Organ : organ.Kind != OrganKind.Agency || directory.Agency(organ) is not { } agency || access.Agency(actor, agency)));

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
