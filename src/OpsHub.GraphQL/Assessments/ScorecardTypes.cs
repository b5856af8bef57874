using GraphQL.Types;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Assessments;
using OpsHub.GraphQL.Calendars;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Hierarchy;
using OpsHub.GraphQL.Marks;

namespace OpsHub.GraphQL.Assessments;

/// <summary>A line of a scorecard, with whose year it is.</summary>
internal sealed record ShownLine(AgencyYear Year, ScoreLine Line);

/// <summary>A line of a scorecard.</summary>
internal sealed class ScoreLineType : Described<ShownLine>
{
    public ScoreLineType(IHubDirectory directory, EvidenceCases cases)
        : base("ScoreLine", "A line of a scorecard (计分明细): every point with what it rests on, down to the cases. The points of the lines sum to T exactly.")
    {
        One<ScoreLineKindType>("kind", "What it is (计分项).", l => l.Line.Kind);
        One<StringGraphType>("label", "What it is called, in Chinese.", l => ScoreLineLabels.Of(l.Line));
        Maybe<UnitType>("township", "The township that gave it (乡镇、街道); null for D, T, R.", l => l.Line.Township is { } township ? directory.Node(township) : null);
        Maybe<DutyComponentType>("component", "The component of L; null for others (考核内容).", l => l.Line.Component);
        Maybe<DecimalType>("value", "Value, 0 to 100, of R 0 to 1; null while it is missing.", l => l.Line.Value);
        One<DecimalType>("worth", "What a point of it counts in T, 0 to 1; 0 for R (权重).", l => l.Line.Worth);
        Maybe<DecimalType>("points", "Points of T (得分); null while it is missing.", l => l.Line.Points);
        One<StringGraphType>("rule", "Rule id it rests on, e.g. `A022`.", l => l.Line.Basis.RuleId);
        One<StringGraphType>("clause", "Clause of the policy (条款).", l => l.Line.Basis.Clause);
        One<BasisKindType>("basis", "Whether its weight or formula is the policy's text or our default (依据).", l => l.Line.Basis.Kind);
        Maybe<StringGraphType>("parameter", "Parameter that holds its weight or formula.", l => l.Line.Basis.Parameter);
        Maybe<DutyFiguresType>("figures", "The figures that it was computed from; null where it was set by hand, or isn't computed.", l => l.Line.Figures);
        Maybe<CaseEvidenceType>("evidence", "The totals of the trace behind it; null where it rests on no cases.", l => l.Line.Evidence);
        Maybe<DecimalType>("computed", "What was computed, where it was set by hand.", l => l.Line.Computed);
        Maybe<ComponentAdjustmentType>("adjusted", "The adjustment that holds, with its reason.", l => l.Line.Adjusted);
        Many<RaterGroupResultType>("groups", "Results of the rater groups; empty for other lines.", l => Groups(l)).WithAssumedSize(3);
        AskMaybe<EvidenceCaseConnectionType>("cases", "The cases behind it (逐案佐证); null where it rests on no cases.", async (context, l) =>
            l.Line is { Evidence: { } totals, Township: { } township } ? await cases.Page(context, new(l.Year, township, totals)).ConfigureAwait(false) : null).OfEvidence();
        Many<YearTargetType>("targets", "The targets behind it; empty for other lines.", l => l.Line.Component == DutyComponent.AnnualTargets ? l.Year.Targets : []).WithAssumedSize(10);
        Many<KeyWorkType>("keyWork", "The key work behind it; empty for other lines.",
            l => l.Line.Component == DutyComponent.KeyWork ? l.Year.KeyWork.FindAll(w => w.Township == l.Line.Township) : []).WithAssumedSize(5);
    }

    private static IEnumerable<RaterGroupResult> Groups(ShownLine l) => l.Line is { Kind: ScoreLineKind.Satisfaction, Township: { } township } && l.Year.Surveys.TryGetValue(township, out var survey)
        ? Enum.GetValues<RaterGroup>().Select(g => RaterGroupResult.Of(g, survey.Tallies.Find(t => t.Group == g), l.Year.Rules))
        : [];
}

/// <summary>What lines of a scorecard are called.</summary>
internal static class ScoreLineLabels
{
    public static string Of(ScoreLine line) => line.Kind switch
    {
        ScoreLineKind.Component => AssessmentWording.Of(line.Component!.Value),
        ScoreLineKind.Satisfaction => "满意度",
        ScoreLineKind.Statutory => "法定职责",
        ScoreLineKind.Total => "总分",
        _ => "乡镇部分得分率",
    };
}
