using GraphQL.Types;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Hierarchy;
using OpsHub.GraphQL.Marks;
using OpsHub.GraphQL.Privacy;

namespace OpsHub.GraphQL.Assessments;

/// <summary>Figures.</summary>
internal sealed class DutyFiguresType : Described<DutyFigures>
{
    public DutyFiguresType() : base("DutyFigures", "The figures that a component of L is computed from (佐证数据): 100 * part / of - deducted, not below 0.")
    {
        One<IntGraphType>("part", "Targets done, key work taken part in, terms kept, dispatches not refused.", f => f.Part);
        One<IntGraphType>("of", "Of how many.", f => f.Of);
        One<IntGraphType>("deducted", "Points taken off: urges. A004.", f => f.Deducted);
    }
}

/// <summary>An adjustment.</summary>
internal sealed class ComponentAdjustmentType : Described<Adjustment>
{
    public ComponentAdjustmentType(IHubDirectory directory, FreeText text) : base("ComponentAdjustment", "A component set by hand beside the computed value (人工调整). A018.")
    {
        One<UnitType>("township", "The township that set it (乡镇、街道).", a => directory.Node(a.Township));
        One<DutyComponentType>("component", "The component (考核内容).", a => a.Component);
        Maybe<DecimalType>("computed", "What the evidence gave, 0 to 100; null without evidence (计算值).", a => a.Computed);
        One<DecimalType>("value", "What was set, 0 to 100 (调整值).", a => a.Value);
        One<StringGraphType>("reason", "Why (理由).", a => text.Masked(a.Reason));
        One<InstantType>("at", "When.", a => a.At);
        Maybe<InstantType>("withdrawnAt", "When it was taken back; null where it was not (撤回时间).", a => a.Withdrawn?.At);
        Maybe<StringGraphType>("withdrawnReason", "Why it was taken back; null where it was not (撤回理由).", a => a.Withdrawn is { } back ? text.Masked(back.Reason) : null);
        Maybe<StringGraphType>("withoutLetter", "Why it was scored although no letter was signed; null otherwise. A041.", a => a.WithoutLetter is null ? null : text.Masked(a.WithoutLetter));
    }
}

/// <summary>L as a township submitted it.</summary>
internal sealed record ShownSubmission(UnitCode Township, DutySubmission Submission, AssessmentRules Rules);

/// <summary>L as a township submitted it.</summary>
internal sealed class DutySubmissionType : Described<ShownSubmission>
{
    public DutySubmissionType(IHubDirectory directory, FreeText text) : base("DutySubmission", "Territorial duty as a township submitted it (属地职责评分). A018.")
    {
        One<UnitType>("township", "The township (乡镇、街道).", s => directory.Node(s.Township));
        Many<SubmittedComponentType>("components", "The four components (考核内容).", s => s.Submission.Components.Select(c => new SubmittedComponent(
            c.Key, c.Value, s.Submission.Computed.GetValueOrDefault(c.Key), s.Submission.Figures?.GetValueOrDefault(c.Key)))).WithAssumedSize(4);
        One<DecimalType>("duty", "L of this township, 0 to 100.", s => s.Submission.Duty(s.Rules));
        One<InstantType>("at", "When.", s => s.Submission.At);
        Maybe<StringGraphType>("withoutLetter", "Why it was given although no letter was signed; null otherwise. A041.", s => s.Submission.WithoutLetter is { } why ? text.Masked(why) : null);
    }
}

/// <summary>A component as submitted.</summary>
internal sealed record SubmittedComponent(DutyComponent Component, decimal Value, decimal? Computed, DutyFigures? Figures);

/// <summary>A component as submitted.</summary>
internal sealed class SubmittedComponentType : Described<SubmittedComponent>
{
    public SubmittedComponentType() : base("SubmittedComponent", "A component of L as it was submitted (考核内容得分).")
    {
        One<DutyComponentType>("component", "The component (考核内容).", c => c.Component);
        One<DecimalType>("value", "What holds, 0 to 100; cut after four digits where it was computed.", c => c.Value);
        Maybe<DecimalType>("computed", "What the evidence gave; null where it gave nothing (计算值).", c => c.Computed);
        Maybe<DutyFiguresType>("figures", "The figures it was computed from; null where it was set by hand.", c => c.Figures);
        One<BooleanGraphType>("adjusted", "True where it was set by hand (人工调整).", c => c.Figures is null);
    }
}

/// <summary>S of a township.</summary>
internal sealed record ShownSatisfaction(UnitCode Township, SatisfactionResult Result, AssessmentRules Rules);

/// <summary>S of a township.</summary>
internal sealed class TownshipSatisfactionType : Described<ShownSatisfaction>
{
    public TownshipSatisfactionType(IHubDirectory directory) : base("TownshipSatisfaction", "Satisfaction as a township's survey gave it (满意度结果). A024, A025; sums of ballots only, of no group with fewer than leastBallots.")
    {
        One<UnitType>("township", "The township (乡镇、街道).", s => directory.Node(s.Township));
        One<DecimalType>("score", "S of this township, 0 to 100.", s => s.Result.Score);
        Many<RaterGroupResultType>("groups", "Each rater group, those with too few answers without figures (分组结果).", s => Enum.GetValues<RaterGroup>().Select(g => RaterGroupResult.Of(g, s.Result.Tallies.Find(t => t.Group == g), s.Rules))).WithAssumedSize(3);
        Many<RaterGroupType>("missing", "Groups with too few answers (缺少的测评主体). A024.", s => s.Result.Missing);
        One<IntGraphType>("leastBallots", "Least answers of a group for its result to be shown or counted (最低有效票数).", s => s.Rules.LeastBallots);
        One<InstantType>("at", "When it came in.", s => s.Result.At);
    }
}

/// <summary>A rater group's result as it may be shown.</summary>
internal sealed record RaterGroupResult(RaterGroup Group, GroupTally? Tally)
{
    public static RaterGroupResult Of(RaterGroup group, GroupTally? tally, AssessmentRules rules) => new(group, tally?.Ballots >= rules.LeastBallots ? tally : null);
}

/// <summary>A rater group's result as it may be shown.</summary>
internal sealed class RaterGroupResultType : Described<RaterGroupResult>
{
    public RaterGroupResultType() : base("RaterGroupResult", "A rater group's result (分组测评结果); of a group with too few answers no figure, so that nobody's is told from them.")
    {
        One<RaterGroupType>("group", "The group (测评主体).", r => r.Group);
        One<StringGraphType>("label", "What it is called, in Chinese.", r => AssessmentWording.Of(r.Group));
        Maybe<IntGraphType>("ballots", "Answers; null where there are too few (有效票数).", r => r.Tally?.Ballots);
        Maybe<DecimalType>("mean", "Mean, 0 to 100, four digits (平均分).", r => r.Tally?.Mean is { } mean ? decimal.Round(mean, 4) : null);
        Maybe<DecimalType>("spread", "Standard deviation, two digits (离散度).", r => r.Tally?.Spread);
        Many<DimensionResultType>("dimensions", "Mean of each dimension; empty where there are too few answers (分维度).",
            r => r.Tally is { } t ? t.Sums.Select(s => new DimensionResult(s.Key, decimal.Round((decimal)s.Value / t.Ballots, 4))) : []).WithAssumedSize(4);
    }
}

/// <summary>A dimension's mean.</summary>
internal sealed record DimensionResult(SatisfactionDimension Dimension, decimal Mean);

/// <summary>A dimension's mean.</summary>
internal sealed class DimensionResultType : Described<DimensionResult>
{
    public DimensionResultType() : base("DimensionResult", "A dimension's mean within a rater group (分维度结果). A025.")
    {
        One<SatisfactionDimensionType>("dimension", "The dimension (测评维度).", d => d.Dimension);
        One<StringGraphType>("label", "What it is called, in Chinese.", d => AssessmentWording.Of(d.Dimension));
        One<DecimalType>("mean", "Mean, 0 to 100, four digits (平均分).", d => d.Mean);
    }
}

/// <summary>D.</summary>
internal sealed class StatutoryScoreType : Described<StatutoryScore>
{
    public StatutoryScoreType(FreeText text) : base("StatutoryScore", "Statutory duty as the department scored it (法定职责评分). A019.")
    {
        One<DecimalType>("value", "D, 0 to 100.", s => s.Value);
        Maybe<StringGraphType>("note", "Note (说明).", s => s.Note is null ? null : text.Masked(s.Note));
        One<InstantType>("at", "When.", s => s.At);
    }
}

/// <summary>The townships' part.</summary>
internal sealed class TownshipPartType : Described<TownshipPart>
{
    public TownshipPartType() : base("TownshipPart", "The townships' part as the host aggregated it (乡镇部分). A027.")
    {
        One<DecimalType>("duty", "L, weighted over the townships, 0 to 100.", p => p.Duty);
        One<DecimalType>("satisfaction", "S, weighted over the townships, 0 to 100.", p => p.Satisfaction);
    }
}

/// <summary>A score as an actor sees it.</summary>
internal sealed record ShownScore(AgencyScore Score, YearSight Sight);

/// <summary>A score as an actor sees it.</summary>
internal sealed class AgencyScoreType : Described<ShownScore>
{
    public AgencyScoreType() : base("AgencyScore", "An agency's score, every step of it (考核得分). T = 0.4 L + 0.2 S + 0.4 D, nothing is rounded. What the actor may not read is null.")
    {
        Maybe<DecimalType>("duty", "L, 0 to 100 (属地职责).", s => s.Sight.Part ? s.Score.Duty : null);
        Maybe<DecimalType>("satisfaction", "S, 0 to 100 (满意度).", s => s.Sight.Part ? s.Score.Satisfaction : null);
        Maybe<DecimalType>("statutory", "D, 0 to 100 (法定职责).", s => s.Sight.Statutory ? s.Score.Statutory : null);
        Maybe<DecimalType>("dutyPoints", "Points of L.", s => s.Sight.Part ? s.Score.DutyPoints : null);
        Maybe<DecimalType>("satisfactionPoints", "Points of S.", s => s.Sight.Part ? s.Score.SatisfactionPoints : null);
        Maybe<DecimalType>("statutoryPoints", "Points of D.", s => s.Sight.Statutory ? s.Score.StatutoryPoints : null);
        One<DecimalType>("total", "T (总分).", s => s.Score.Total);
        Maybe<DecimalType>("townshipRate", "R, the rate of the townships' part, 0 to 1 (乡镇部分得分率); null where it is L itself and the actor doesn't read L. A033.",
            s => s.Sight.Rate ? s.Score.TownshipRate : null);
        One<BooleanGraphType>("mayBeExcellent", "R reaches the bar exactly or above (可评优秀). A033.", s => s.Score.MayBeExcellent);
    }
}
