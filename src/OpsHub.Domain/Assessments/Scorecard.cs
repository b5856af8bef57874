using System.Collections.Immutable;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Assessments;

/// <summary>What a line of a scorecard is (计分项).</summary>
public enum ScoreLineKind
{
    /// <summary>A component of L in one township (属地职责一项). A020-A023.</summary>
    Component,

    /// <summary>S in one township (满意度). A024.</summary>
    Satisfaction,

    /// <summary>D (法定职责). A019.</summary>
    Statutory,

    /// <summary>T, the sum of all above (总分). A017.</summary>
    Total,

    /// <summary>R, the rate of the townships' part (乡镇部分得分率). A033.</summary>
    TownshipRate,
}

/// <summary>A rater group's result as it may be shown (分组测评结果): figures only of groups with enough answers, so that nobody's is told from them.</summary>
/// <param name="Group">The group.</param>
/// <param name="Ballots">Answers; null where there are too few.</param>
/// <param name="Mean">Mean, 0-100.</param>
/// <param name="Spread">Standard deviation, two digits.</param>
public sealed record GroupResult(RaterGroup Group, int? Ballots, decimal? Mean, decimal? Spread);

/// <summary>A line of a scorecard (计分明细): every point with what it rests on.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Township">The township that gave it.</param>
/// <param name="Component">The component of L.</param>
/// <param name="Value">Value, 0-100; of R 0-1; null while it is missing.</param>
/// <param name="Worth">What a point of it counts in T, 0-1; 0 for R.</param>
/// <param name="Points">Points of T.</param>
/// <param name="Basis">The rule and clause, whether its weight or formula is text or assumed, and the parameter's name.</param>
/// <param name="Figures">The figures that it was computed from; null where it was set by hand.</param>
/// <param name="Evidence">The totals of the trace behind it; each opens down to its cases.</param>
/// <param name="Computed">What was computed, where it was set by hand.</param>
/// <param name="Adjusted">The adjustment that holds, with its reason.</param>
/// <param name="Groups">Results of the rater groups.</param>
public sealed record ScoreLine(
    ScoreLineKind Kind, UnitCode? Township, DutyComponent? Component, decimal? Value, decimal Worth, decimal? Points, TermBasis Basis, DutyFigures? Figures = null,
    CaseEvidence? Evidence = null, decimal? Computed = null, Adjustment? Adjusted = null, ImmutableList<GroupResult>? Groups = null);

/// <summary>Every point of an agency's score, down to the figures behind it (计分卡). A pure function of the state; the points of its lines sum to T exactly.</summary>
public static class Scorecard
{
    /// <summary>The lines: components and satisfaction of each township that counts, statutory duty, T, R.</summary>
    public static ImmutableList<ScoreLine> Of(AgencyYear s)
    {
        var parts = s.Counting.SelectMany(t => Enum.GetValues<DutyComponent>().Select(c => Component(s, t, c)).Append(Rated(s, t))).ToList();
        var score = s.Score ?? (s.ExactPart is { } part && s.Statutory is { } d ? Scoring.Of(part, d.Value, s.Rules) : null);
        var statutory = s.Statutory?.Value;
        return
        [
            .. parts,
            new(ScoreLineKind.Statutory, null, null, statutory, s.Rules.StatutoryWeight, statutory * s.Rules.StatutoryWeight, Basis(s, "A019", nameof(AssessmentRules.StatutoryWeight))),
            new(ScoreLineKind.Total, null, null, score?.Total, 1, score?.Total, Basis(s, "A017", nameof(AssessmentRules.DutyWeight))),
            new(ScoreLineKind.TownshipRate, null, null, score?.TownshipRate, 0, null, Basis(s, "A033", "TownshipPartBase")),
        ];
    }

    private static ScoreLine Component(AgencyYear s, UnitCode township, DutyComponent component)
    {
        var worth = Exact.Of(s.Rules.DutyWeight) * Exact.Of(s.WeightOf(township)) * Exact.Of(s.Rules.Components[component]);
        var submitted = s.Submitted.GetValueOrDefault(township);
        var value = submitted?.ExactOf(component) ?? DutyEvidence.ExactStanding(s, township, component);
        var figures = submitted is null ? DutyEvidence.Figures(s, township, component) : submitted.Figures?.GetValueOrDefault(component);
        var adjusted = submitted is null || figures is null ? DutyEvidence.Adjusted(s, township, component) : null;
        return new(
            ScoreLineKind.Component, township, component, value?.Cut(DutyEvidence.ShownDigits), worth.ToDecimal(), value is { } v ? (worth * v).ToDecimal() : null,
            OfTownship(s, RuleOf(component), "DutyComponentWeights"), adjusted is null ? figures : null,
            component is DutyComponent.MattersHandled or DutyComponent.Coordination ? s.Evidence.GetValueOrDefault(township) : null, adjusted?.Computed, adjusted);
    }

    private static ScoreLine Rated(AgencyYear s, UnitCode township)
    {
        var worth = Exact.Of(s.Rules.SatisfactionWeight) * Exact.Of(s.WeightOf(township));
        var value = s.SatisfactionOf(township);
        var survey = s.Surveys.GetValueOrDefault(township);
        return new(
            ScoreLineKind.Satisfaction, township, null, value?.ToDecimal(), worth.ToDecimal(), value is { } v ? (worth * v).ToDecimal() : null, OfTownship(s, "A024", "SatisfactionGroupMean"),
            Groups: survey is null ? null : [.. Enum.GetValues<RaterGroup>().Select(g => Result(g, survey.Tallies.Find(t => t.Group == g), s.Rules))]);
    }

    private static GroupResult Result(RaterGroup group, GroupTally? tally, AssessmentRules rules) =>
        tally is null || tally.Ballots < rules.LeastBallots ? new(group, null, null, null) : new(group, tally.Ballots, decimal.Round(tally.Mean!.Value, 4), tally.Spread);

    // What a township gave is worth its weight: one that nobody set is assumed, whatever the rest rests on.
    private static TermBasis OfTownship(AgencyYear s, string rule, string parameter) =>
        s.HasAssumedWeights && s.Rules.Area == AreaMethod.Weighted ? Basis(s, rule, parameter) with { Kind = BasisKind.Assumed } : Basis(s, rule, parameter);

    private static TermBasis Basis(AgencyYear s, string rule, string parameter) => new(rule, AssessmentRefusals.ClauseOf(rule), s.Rules.BasisOf(parameter), parameter);

    private static string RuleOf(DutyComponent component) => component switch
    {
        DutyComponent.AnnualTargets => "A020",
        DutyComponent.KeyWork => "A021",
        DutyComponent.MattersHandled => "A022",
        _ => "A023",
    };
}
