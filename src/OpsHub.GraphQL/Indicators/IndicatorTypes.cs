using GraphQL;
using GraphQL.Types;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Calendars;
using OpsHub.GraphQL.Cases;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Marks;

namespace OpsHub.GraphQL.Indicators;

/// <summary>An indicator.</summary>
internal sealed class IndicatorType : Described<IndicatorView>
{
    public IndicatorType(CaseLists lists, IndicatorReports reports) : base("Indicator",
        "An indicator (指标): numerator over denominator, both whole numbers, and the cases that they count. Never typed in: counted from rows that the traces made. G024.")
    {
        Maybe<FloatGraphType>("value", "Numerator over denominator; null, not 0, where the denominator is 0, and where it is hidden.", i => i.Value);
        Maybe<StringGraphType>("percent", "The same in per cent with one decimal, rounded half up, e.g. `92.0`; null as value.", i => i.Percent);
        Maybe<IntGraphType>("numerator", "Numerator (分子); null when hidden.", i => i.Hidden ? null : (int)i.Numerator);
        Maybe<IntGraphType>("denominator", "Denominator (分母); null when hidden.", i => i.Hidden ? null : (int)i.Denominator);
        One<BooleanGraphType>("hidden", "True when it is hidden because it counts few cases of a sensitive category (小数隐藏). T004, G055.", i => i.Hidden);
        One<BasisKindType>("basis", "TEXT where it follows from the policy alone, ASSUMED where one of our parameters decides it (依据).", i => i.Basis.Kind);
        Maybe<StringGraphType>("parameter", "That parameter, e.g. `CaseSLA`; null with TEXT.", i => i.Basis.Parameter);
        One<StringGraphType>("rule", "Rule id, e.g. `G024`.", i => i.Basis.Rule);
        One<StringGraphType>("clause", "Clause of the policy (条款), e.g. 三(五).", i => i.Basis.Clause);
        AskOne<CaseConnectionType>("cases", "The cases that a number counts, those that the actor may read (指标案件); none for those who read aggregates only. A case counts once here, also where several of its cycles, dispatches or evaluations count.",
                (context, i) => lists.Page(context, Viewer.Of(context), reports.Cases(i, context.GetArgument<IndicatorPart>("part"))))
            .Argument<NonNullGraphType<IndicatorPartType>>("part", "Which number.", a => a.DefaultValue = IndicatorPart.Denominator)
            .Filtered();
    }
}

/// <summary>How long handling took.</summary>
internal sealed class HandlingTimeType : Described<(IndicatorSet Set, Domain.Indicators.HandlingTimes Times)>
{
    public HandlingTimeType(CaseLists lists, IndicatorReports reports) : base("HandlingTime",
        "How long handling took (处置用时), from the first dispatch to the last feedback without suspensions, of cases closed in the period. Working minutes count in the assumed working hours.")
    {
        One<IntGraphType>("count", "Cases timed.", t => (int)t.Times.Count);
        Maybe<FloatGraphType>("meanWorkingMinutes", "Mean in minutes of working time; null of none.", t => Mean(t.Times.WorkMinutes, t.Times.Count));
        Maybe<FloatGraphType>("meanElapsedMinutes", "Mean in minutes by day and night; null of none.", t => Mean(t.Times.ElapsedMinutes, t.Times.Count));
        Maybe<IntGraphType>("p90WorkingMinutes", "90th percentile of minutes of working time by nearest rank: the smallest that at least 90 of 100 cases did not exceed; null of none.", t => (int?)t.Times.WorkMinutes90);
        Maybe<IntGraphType>("p90ElapsedMinutes", "The same by day and night; null of none.", t => (int?)t.Times.ElapsedMinutes90);
        AskOne<CaseConnectionType>("cases", "The cases timed that the actor may read (指标案件).", (context, t) => lists.Page(context, Viewer.Of(context),
            reports.Cases(new IndicatorView(t.Set, 0, 0, Contracts.Indicators.IndicatorCount.Timed, Contracts.Indicators.IndicatorCount.Timed, new("G024", "")), IndicatorPart.Denominator))).Filtered();
    }

    private static double? Mean(long sum, long count) => count == 0 ? null : (double)sum / count;
}

/// <summary>How evenly grids are loaded.</summary>
internal sealed class LoadBalanceType : Described<(IndicatorView Ratio, Domain.Indicators.GridLoad Load)>
{
    public LoadBalanceType() : base("LoadBalance", "How evenly grids are loaded (网格任务量均衡): greatest load over mean load of all grids in force, by cases reported in the period. G004.")
    {
        One<IndicatorType>("ratio", "Greatest over mean: the fullest grid's cases times the number of grids, over the cases of all (最大与平均之比). Its numerator's cases are those of the fullest grid.", l => l.Ratio);
        One<BooleanGraphType>("unbalanced", "True above 1.5 (不均衡); at 1.5 it is balanced. Assumed.", l => l.Load.IsUnbalanced);
        One<IntGraphType>("grids", "Grids in force (网格数), those without cases among them.", l => (int)l.Load.Grids);
        One<IntGraphType>("most", "Cases of the fullest grid.", l => (int)l.Load.Most);
        One<IntGraphType>("cases", "Cases of all grids.", l => (int)l.Load.Cases);
    }
}
