using System.Collections.Immutable;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using static OpsHub.Domain.Assessments.AssessmentRefusals;

namespace OpsHub.Domain.Assessments;

/// <summary>The inputs of the assessment: L, S, D, and the host's aggregation. A017-A027, A041.</summary>
internal static class YearInputs
{
    /// <summary>An input after the townships' part was closed has a refusal of its own; null for what is none.</summary>
    internal static Refusal? Late(AgencyYear s, AgencyYearCommand command) =>
        command is SubmitDuty or SubmitSatisfaction or SubmitStatutory or AdjustComponent or WithdrawAdjustment or RecordKeyWork && s.Stage > AgencyYearStage.Assessing
            ? Guard("ASSESSMENT_CLOSED", AgencyYearTransitions.Of(command).Rule, "评分已汇总，不再接受录入；确有错误请由绩效考核部门修订",
                "Scores are aggregated: nothing more is taken; the performance organ can revise")
            : null;

    internal static Decision<AgencyYearEvent> Open(AgencyYear s, AgencyYearContext x)
    {
        if (AgencyYearAccess.Hub(x.Actor, "A017") is { } forbidden)
            return forbidden;
        if (LocalDay.Of(x.Now).Year <= s.Year)
            return Guard("YEAR_NOT_OVER", "A017", $"{s.Year} 年尚未结束", $"The year {s.Year} is not over");
        if (x.Rules.Fault() is { } fault)
            return Input("rules", "A028", $"考核规则有误：{fault}", $"The rule set is faulty: {fault}");
        var last = x.Rules.InputsBy.In(s.Year + 1);
        var budget = new TermBudget(Math.Max(1, last.DayNumber - LocalDay.Of(x.Now).DayNumber), BudgetUnit.CalendarDays);
        var counting = x.Rules.Area == AreaMethod.HostOnly ? [s.Host] : s.Weights.Keys.ToList();
        ImmutableList<Term> terms =
        [
            .. counting.Select((t, i) => x.Open(s, "duty", "属地职责评分", OrganCode.Of(t), budget, "A018", "AssessmentInputsBy", i)),
            .. counting.Select((t, i) => x.Open(s, "survey", "满意度测评", OrganCode.Of(t), budget, "A024", "AssessmentInputsBy", i)),
            x.Open(s, "statutory", "法定职责评分", s.Department, budget, "A019", "AssessmentInputsBy"),
            // Nobody owes a plan any more for a year that is over, nor can its letter be signed: that one is missed, and its flag stays.
            .. s.Terms.FindAll(t => t.IsOpen && AgencyYearTerms.Stem(t) == "letter").ConvertAll(t =>
                t.IsLate(x.Now) ? Terms.Miss(t, x.Now, x.NextSequence, "年度结束，责任书未签订") : Terms.Lift(t, x.Now, x.NextSequence, "年度结束")),
            .. s.Terms.FindAll(t => t.IsOpen && (AgencyYearTerms.Stem(t) == "consent" || YearPlanTerms.Has(t))).ConvertAll(t => Terms.Lift(t, x.Now, x.NextSequence, "年度结束")),
        ];
        return new AssessmentOpened(x.Now, x.Rules, terms);
    }

    internal static Decision<AgencyYearEvent> Adjust(AgencyYear s, AdjustComponent c, AgencyYearContext x)
    {
        if ((Counts(x, s) ?? Text("reason", c.Reason, 500, "A018") ?? Text("withoutLetter", c.WithoutLetter, 500, "A041", required: false) ?? Score("value", c.Value, "A018")) is { } refusal)
            return refusal;
        if (c.Component is not { } component)
            return Input("component", "A018", "component 必填", "component is required");
        if (s.Submitted.ContainsKey(x.Actor.Organ.Unit))
            return Guard("SUBMITTED_ALREADY", "A018", "本乡镇街道已提交评分", "This township has submitted its score");
        var unlettered = component == DutyComponent.AnnualTargets && !s.HasLetter;
        if (unlettered && string.IsNullOrWhiteSpace(c.WithoutLetter))
            return NoLetter();
        var township = x.Actor.Organ.Unit;
        return new ComponentAdjusted(
            x.Now, new(township, component, DutyEvidence.Of(s, township)[component], c.Value, c.Reason, x.Now, x.Actor.Principal, unlettered ? c.WithoutLetter : null));
    }

    internal static Decision<AgencyYearEvent> Withdraw(AgencyYear s, WithdrawAdjustment c, AgencyYearContext x)
    {
        if ((Counts(x, s) ?? Text("reason", c.Reason, 500, "A018")) is { } refusal)
            return refusal;
        if (c.Component is not { } component)
            return Input("component", "A018", "component 必填", "component is required");
        var township = x.Actor.Organ.Unit;
        return s.Submitted.ContainsKey(township) ? Guard("SUBMITTED_ALREADY", "A018", "本乡镇街道已提交评分", "This township has submitted its score")
            : DutyEvidence.Adjusted(s, township, component) is not { } standing
                ? Guard("NOT_ADJUSTED", "A018", $"{AssessmentWording.Of(component)}没有人工调整可以撤回", $"{component} has no adjustment to take back", "component")
            : new AdjustmentWithdrawn(x.Now, township, component, standing.Value, new(x.Now, x.Actor.Principal, c.Reason));
    }

    internal static Decision<AgencyYearEvent> Duty(AgencyYear s, SubmitDuty c, AgencyYearContext x)
    {
        if ((Counts(x, s) ?? Text("withoutLetter", c.WithoutLetter, 500, "A041", required: false)) is { } refusal)
            return refusal;
        var township = x.Actor.Organ.Unit;
        if (s.Submitted.ContainsKey(township))
            return Guard("SUBMITTED_ALREADY", "A018", "本乡镇街道已提交评分，不能重复提交", "This township has submitted its score; a second is not taken");
        var without = s.HasLetter ? null : c.WithoutLetter ?? DutyEvidence.Adjusted(s, township, DutyComponent.AnnualTargets)?.WithoutLetter;
        if (!s.HasLetter && string.IsNullOrWhiteSpace(without))
            return NoLetter();
        var standing = Enum.GetValues<DutyComponent>().ToImmutableSortedDictionary(k => k, k => DutyEvidence.Standing(s, township, k));
        var missing = standing.Where(k => k.Value is null).Select(k => k.Key).ToList();
        if (missing.Count > 0)
        {
            return Guard("NO_EVIDENCE", "A018", $"没有佐证，不予计分：{string.Join("、", missing.Select(AssessmentWording.Of))}；请补充佐证或说明理由后人工调整",
                $"No evidence, nothing is scored from missing data: {string.Join(", ", missing)}; add evidence or adjust with a reason");
        }

        var submission = new DutySubmission(
            standing.ToImmutableSortedDictionary(k => k.Key, k => k.Value!.Value), DutyEvidence.Of(s, township), x.Now, without,
            standing.Keys.Where(k => DutyEvidence.Adjusted(s, township, k) is null).ToImmutableSortedDictionary(k => k, k => DutyEvidence.Figures(s, township, k)!));
        return new DutySubmitted(x.Now, township, submission,
            [.. x.Done(s, "duty", OrganCode.Of(township).Value), .. Missed(s, township, x), .. ToAggregate(s with { Submitted = s.Submitted.Add(township, submission) }, x)]);
    }

    internal static Decision<AgencyYearEvent> Rate(AgencyYear s, SubmitSatisfaction c, AgencyYearContext x)
    {
        if (AgencyYearAccess.Hub(x.Actor, "A024") is { } forbidden)
            return forbidden;
        if (!s.Weights.ContainsKey(c.Township))
            return Input("township", "A024", $"{x.Name(c.Township)}不是所服务的乡镇街道", $"{x.Name(c.Township)} is no township that it serves");
        if (s.Surveys.ContainsKey(c.Township))
            return Guard("SUBMITTED_ALREADY", "A024", "该乡镇街道的满意度已提交", "This township's satisfaction has been submitted", "township");
        if (!s.Counting.Contains(c.Township))
            return Input("township", "A026", $"{x.Name(c.Township)}不参与计分（由驻地乡镇街道考核）", $"{x.Name(c.Township)} does not count: the host alone assesses");
        if (c.Tallies.Exists(t => !t.IsPossible) || c.Tallies.Select(t => t.Group).Distinct().Count() != c.Tallies.Count)
            return Input("tallies", "A025", "测评票数有误：每类测评主体一次，四个维度各 0 至 100 分", "Each rater group once, four dimensions, each ballot 0 to 100");
        if (Satisfaction.Of(c.Tallies, s.Rules) is not { } score)
        {
            return Guard("TOO_FEW_BALLOTS", "A024", $"没有一组达到最低有效票数 {s.Rules.LeastBallots}，不予计分",
                $"No group has the {s.Rules.LeastBallots} ballots that it takes: nothing is scored", "tallies");
        }

        // Of a group with too few answers nothing is kept: its sums would tell somebody's.
        var result = new SatisfactionResult(score, [.. c.Tallies.Where(t => t.Ballots >= s.Rules.LeastBallots).OrderBy(t => t.Group)], Satisfaction.Missing(c.Tallies, s.Rules), x.Now);
        return new SatisfactionSubmitted(x.Now, c.Township, result,
            [.. x.Done(s, "survey", OrganCode.Of(c.Township).Value), .. ToAggregate(s with { Surveys = s.Surveys.Add(c.Township, result) }, x)]);
    }

    internal static Decision<AgencyYearEvent> Statutory(AgencyYear s, SubmitStatutory c, AgencyYearContext x) =>
        (AgencyYearAccess.Department(x.Actor, s, "A019") ?? Score("value", c.Value, "A019") ?? Text("note", c.Note, 1000, "A019", required: false)) is { } refusal ? refusal
        : s.Statutory is not null ? Guard("SUBMITTED_ALREADY", "A019", "法定职责评分已提交，不能重复提交", "The statutory score has been submitted; a second is not taken")
        : new StatutorySubmitted(x.Now, new(c.Value, c.Note, x.Now), [.. x.Done(s, "statutory"), .. s.Stage == AgencyYearStage.TownshipPartReady ? [ToFinalise(s, x)] : ImmutableList<Term>.Empty]);

    internal static Decision<AgencyYearEvent> Aggregate(AgencyYear s, AgencyYearContext x)
    {
        if (AgencyYearAccess.Host(x.Actor, s, "A027") is { } forbidden)
            return forbidden;
        if (s.ExactPart is { } part)
            return new PartAggregated(x.Now, part.Shown, [.. x.Done(s, "aggregate"), .. s.Statutory is null ? ImmutableList<Term>.Empty : [ToFinalise(s, x)]]);
        var (duty, survey) = (s.Counting.Where(t => !s.Submitted.ContainsKey(t)).Select(x.Name).ToList(), s.Counting.Where(t => !s.Surveys.ContainsKey(t)).Select(x.Name).ToList());
        return Guard("INCOMPLETE", "A027", $"尚缺：{string.Join("、", duty.Select(t => $"{t}的属地职责评分").Concat(survey.Select(t => $"{t}的满意度")))}；缺一不得汇总，权重不重新分配",
            $"Missing: {string.Join(", ", duty.Select(t => $"territorial duty of {t}").Concat(survey.Select(t => $"satisfaction of {t}")))}; weights are not spread over the others");
    }

    // Once the host has scored the targets nobody can confirm one any more: what was missed is in the score.
    private static ImmutableList<Term> Missed(AgencyYear s, UnitCode township, AgencyYearContext x) => township != s.Host ? []
        : s.Terms.FindAll(t => t.IsOpen && AgencyYearTerms.Stem(t) == "target").ConvertAll(t => Terms.Lift(t, x.Now, x.NextSequence, "年度目标已评分"));

    // The last input that the townships' part waited for sets the host's own term.
    internal static ImmutableList<Term> ToAggregate(AgencyYear s, AgencyYearContext x) => s.ExactPart is null || s.Terms.Exists(t => t.IsOpen && AgencyYearTerms.Stem(t) == "aggregate") ? []
        : [x.Open(s, "aggregate", "汇总乡镇部分", OrganCode.Of(s.Host), s.Rules.AggregateWithin, "A027", "AggregateWithin")];

    private static Term ToFinalise(AgencyYear s, AgencyYearContext x) =>
        x.Open(s, "score", "核定得分", OrganCode.Of(s.County), s.Rules.FinaliseWithin, "A017", "FinaliseWithin");

    // Where the host alone assesses, the others have nothing to score.
    private static Refusal? Counts(AgencyYearContext x, AgencyYear s) =>
        AgencyYearAccess.Served(x.Actor, s, "A018")
        ?? (s.Counting.Contains(x.Actor.Organ.Unit) ? null : NotAllowed("A026", "本机构由驻地乡镇街道考核", "The host township alone assesses this agency"));

    private static Refusal NoLetter() => Guard(
        "NO_LETTER", "A041", "责任书未签订，目标责任不得评分；确需评分请说明理由", "No letter was signed: targets are not scored without a reason", "withoutLetter");
}
