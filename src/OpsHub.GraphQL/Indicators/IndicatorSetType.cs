using GraphQL.Types;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Indicators;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Indicators;
using OpsHub.GraphQL.Agencies;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Hierarchy;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Indicators;

/// <summary>The indicators of one group.</summary>
internal sealed class IndicatorSetType : Described<IndicatorSet>
{
    public IndicatorSetType(IHubDirectory directory, IRuleBook rules) : base("IndicatorSet",
        "The indicators of a unit or organ, or of one group of its cases (指标组). Which day counts a case into the period is said at each: reported, due, dispatched or closed, in Asia/Shanghai. A reopened case begins a new cycle, which counts by itself.")
    {
        Maybe<UnitType>("unit", "Unit of the group (区划单元); the one asked where it isn't grouped by place; null for an organ's.", s => s.Unit is { } unit ? directory.Node(unit) : null);
        Maybe<OrganType>("organ", "Lead organ of the group or asked (牵头单位); null otherwise.", s => s.Organ);
        Maybe<StringGraphType>("category", "First-level category of the group; null unless grouped by category.", s => s.Key.Category);
        Maybe<StringGraphType>("categoryName", "Its Chinese name (事项类别); the code itself when unknown.",
            s => s.Key.Category is { } code ? rules.Current.Cases.Categories.GetValueOrDefault(code)?.Name ?? code : null);
        Maybe<DayType>("month", "First day of the group's month (月); null unless grouped by month.", s => s.Key.Month);
        One<IndicatorType>("acceptance", "Acceptance (受理率), by the day of the report: accepted in time, of those accepted or whose time to accept has passed; declined ones are left out. "
            + "For organs (接单率), by the day of the dispatch: accepted, of dispatches answered or whose time to answer has passed. SM1.2, A023.", IndicatorViews.Acceptance);
        Maybe<IndicatorType>("response", "Response (按时响应率) of organs, by the day of the dispatch: answered in time, be it by a return, of those answered or whose time to answer has passed; null for units. G050.", IndicatorViews.Response);
        One<IndicatorType>("onTime", "On-time handling (按期办结率), by the day on which handling is due: on time, of those due less those suspended. What is due later than now counts once it is fed back. G024, A022.", IndicatorViews.OnTime);
        One<IndicatorType>("returns", "Returns (退单率), by the day of closing: returned at least once, of those closed. For organs, by the day of the dispatch: returned, of dispatches answered or whose time has passed. A022, A023.", IndicatorViews.Returns);
        One<IndicatorType>("reworks", "Rework (返工率), by the day of closing: verification failed at least once, of those closed.", IndicatorViews.Reworks);
        One<IndicatorType>("firstTimeClosure", "First-time closure (一次办结率), by the day of closing: never returned, reworked or reopened, of those closed.", IndicatorViews.FirstTime);
        One<IndicatorType>("reopening", "Reopening (重启率), by the day of closing: reopened afterwards, of those closed.", IndicatorViews.Reopening);
        One<IndicatorType>("satisfaction", "Satisfaction (满意率), by the day of closing: sum of scores over five times their number. G048.", IndicatorViews.Satisfaction);
        Maybe<FloatGraphType>("meanScore", "Mean score (平均分), 1 to 5; null without evaluations, and where they are hidden.",
            s => s.Counts.Evaluations == 0 || s.Hidden.Contains(IndicatorCount.Evaluated) ? null : (double)s.Counts.ScoreSum / s.Counts.Evaluations);
        Maybe<IntGraphType>("evaluations", "Evaluations of cases closed in the period (评价数); null when hidden.", s => s.Hidden.Contains(IndicatorCount.Evaluated) ? null : (int)s.Counts.Evaluations);
        Maybe<IntGraphType>("urges", "Urgings of cases closed in the period (催办、督办次数); null when hidden. A022.", s => s.Hidden.Contains(IndicatorCount.Closed) || s.Hidden.Contains(IndicatorCount.Urged) ? null : (int)s.Counts.Urges);
        AskMaybe<HandlingTimeType>("handlingTime", "How long handling took (处置用时), by the day of closing; null when hidden.",
            async (_, s) => await s.Report.Times(s).ConfigureAwait(false) is { } times ? (s, times) : null);
        AskMaybe<LoadBalanceType>("loadBalance", "How evenly grids are loaded (网格任务量均衡), by the day of the report; null for organs and grids, for groups by category or organ, and where nothing was reported. G004.",
            async (_, s) => IsPlace(s) && await s.Report.Load(s.Key).ConfigureAwait(false) is var (fullest, cases) ? Balance(directory, s, fullest, cases) : null);
    }

    private static bool IsPlace(IndicatorSet s) => s is { Organ: null, Key.Category: null, Unit.Level: < UnitLevel.Grid };

    // A grid that was reported in and is no longer in force still is one of those that shared the load.
    private static object Balance(IHubDirectory directory, IndicatorSet s, GridCases fullest, long cases)
    {
        var load = new GridLoad(Math.Max(1, directory.Descendants(s.Unit!.Value, UnitLevel.Grid).Count), cases, fullest.Cases);
        return (IndicatorViews.Load(s, load, fullest.Grid), load);
    }
}

/// <summary>One of a list of groups.</summary>
internal sealed class IndicatorSetEdgeType() : EdgeType<IndicatorSet, IndicatorSetType>("IndicatorSet", "groups of indicators (指标组)");

/// <summary>A page of a list of groups.</summary>
internal sealed class IndicatorSetConnectionType() : ConnectionType<IndicatorSet, IndicatorSetType, IndicatorSetEdgeType>("IndicatorSet", "groups of indicators (指标组)");
