using GraphQL;
using GraphQL.Builders;
using GraphQL.Types;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Marks;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Indicators;

/// <summary>Indicators of a unit or agency.</summary>
internal sealed class IndicatorReportType : Described<IndicatorAsked>
{
    public IndicatorReportType(IndicatorReports reports) : base("IndicatorReport", "Indicators of a unit or agency over a period (指标), counted when asked. G024.")
    {
        One<DayType>("from", "First day counted (起始日).", a => a.Groups.Query.Period.From);
        One<DayType>("to", "Last day counted (截止日).", a => a.Groups.Query.Period.Until.AddDays(-1));
        One<InstantType>("asOf", "When it was counted (截至): what was past due then.", a => a.Groups.Query.Now);
        AskOne<IndicatorSetType>("total", "All cases of the unit or agency together (合计).", async (context, a) => await reports.Total(a).ConfigureAwait(false)).WithCost(IndicatorTurns.Cost);
        AskOne<IndicatorSetConnectionType>("groups", "Told apart as asked by `by` (分组), those that the actor may see, by code; groups without any case are left out.",
            async (context, a) => await reports.Groups(context, Viewer.Of(context), a).ConfigureAwait(false)).Paged().WithCost(IndicatorTurns.Cost);
    }
}

/// <summary>The arguments of every field of indicators.</summary>
internal static class IndicatorArguments
{
    public static FieldBuilder<TSource, object> OverPeriod<TSource>(this FieldBuilder<TSource, object> field) => field
        .Argument<NonNullGraphType<PeriodInput>>("period", "Days counted (统计期). By CATEGORY below the township, whoever reads aggregates only takes whole months (T004, G055). INVALID_INPUT otherwise.")
        .Argument<ListGraphType<NonNullGraphType<IndicatorDimensionType>>>("by", "By what groups are told apart (分组维度): at most two dimensions, one of them of place, AGENCY or CATEGORY at a time. INVALID_INPUT otherwise.")
        .WithCost(FieldMarks.OneQuestion);
}
