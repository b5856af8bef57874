using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using static OpsHub.Domain.Mandates.MandateRefusals;

namespace OpsHub.Domain.Mandates;

/// <summary>Townships' results, what follows from a poor one, and the yearly reminder of the county's scheme. T015, T016, T108, T109.</summary>
internal static class ResultDecisions
{
    private const int Digits = 4;

    internal static Decision<MandateEvent> Record(CountyMandates s, RecordTownshipResult c, MandateContext x)
    {
        if ((Assessor(x) ?? Figure("score", c.Score) ?? Figure("satisfaction", c.Satisfaction) ?? Text("reason", c.Reason, 500, "T108", required: false)) is { } refusal)
            return refusal;
        if (!x.Holds(c.Township, UnitLevel.Township))
            return Input("township", "T108", $"{c.Township} 不是本县市区的乡镇街道", $"{c.Township} is no township of this county");
        if (c.Year < 2018 || c.Year > x.Today.Year)
            return Input("year", "T108", $"年度 {c.Year} 无效：2018 年至今年", $"year is 2018 to the present one, got {c.Year}");
        var former = s.Results.Find(r => r.Township == c.Township && r.Year == c.Year);
        if (former is not null && (former.Score, former.Satisfaction) == (c.Score, c.Satisfaction))
            return Decision<MandateEvent>.Nothing;
        if (former is not null && string.IsNullOrWhiteSpace(c.Reason))
            return Input("reason", "T108", "已登记结果，修订须说明理由", "The result is on record: a revision takes a reason");
        var result = new TownshipResult(
            former?.Id ?? x.NextSequence, c.Township, c.Year, c.Score, c.Satisfaction, x.Rules.LowScore, x.Rules.LowSatisfaction,
            x.Rules.BasisOf("LowScore") == BasisKind.Assumed || x.Rules.BasisOf("LowSatisfaction") == BasisKind.Assumed, x.Now, former is null ? null : c.Reason);
        var organ = OrganCode.Of(c.Township);
        return new TownshipResultRecorded(x.Now, result, [.. Window(s, result, x), .. AssessmentDecisions.Closing(s, organ, c.Year, x)], AssessmentDecisions.IsLate(s, organ, c.Year, x));
    }

    internal static Decision<MandateEvent> Take(CountyMandates s, TakeMeasure c, MandateContext x)
    {
        if (MandateDecisions.County(x, "T109") is { } forbidden)
            return forbidden;
        if (s.Results.Find(r => r.Id == c.Result) is not { } result)
            return None("result", "T109", c.Result);
        if (!result.IsFlagged)
            return Guard("NOT_FLAGGED", "T109", "考核和满意度均未低于分数线，不得采取措施", "Neither score nor satisfaction is below its floor: no measure follows", "result");
        if (c.Kind is not { } kind)
            return Input("kind", "T109", "kind 必填：约谈、责令整改、通报批评、问责", "kind is required: one of the four measures");
        if ((Text("grounds", c.Grounds, 500, "T109") ?? Day("rectifyBy", c.RectifyBy, "T109", x)) is { } refusal)
            return refusal;
        var measure = new ResultMeasure(x.NextSequence, result.Id, result.Township, kind, c.Grounds, c.RectifyBy, x.Now, x.IsLate(s, Term(result.Id)));
        return new MeasureTaken(x.Now, measure, [.. x.Done(s, Term(result.Id)), x.OpenUntil($"rectify-{measure.Id}", "完成整改", OrganCode.Of(result.Township), c.RectifyBy, "T109")]);
    }

    internal static Decision<MandateEvent> Confirm(CountyMandates s, ConfirmRectified c, MandateContext x)
    {
        if (MandateDecisions.County(x, "T109") is { } forbidden)
            return forbidden;
        return s.Measures.Find(m => m.Id == c.Measure) is not { } measure ? None("measure", "T109", c.Measure)
            : measure.RectifiedAt is not null ? WrongStage("T109", "已确认整改完成", "It was found to be put right")
            : Text("finding", c.Finding, 500, "T109") is { } refusal ? refusal
            : new MeasureRectified(x.Now, measure.Id, c.Finding, x.IsLate(s, $"rectify-{measure.Id}"), x.Done(s, $"rectify-{measure.Id}"));
    }

    internal static Decision<MandateEvent> Remind(CountyMandates s, RemindOfScheme c, MandateContext x) =>
        x.Actor.Role != Role.Scheduler ? Only("T016", "系统", "the hub")
        : s.Schemes.Exists(r => r.Year == c.Year) ? Decision<MandateEvent>.Nothing // once a county and year
        : new SchemeReminded(x.Now, c.Year, [x.Open($"scheme-{c.Year}", "制定综合考核办法", OrganCode.Of(x.County), x.Rules.SchemeWithin, "T016", "SchemeWithin")]);

    internal static Decision<MandateEvent> Note(CountyMandates s, NoteScheme c, MandateContext x)
    {
        if (x.Actor.Role != Role.Scheduler)
            return Only("T016", "系统", "the hub");
        if (s.Schemes.Find(r => r.Year == c.Year) is not { MadeAt: null })
            return Decision<MandateEvent>.Nothing;
        // It was kept or not by when the scheme was made, not by when the hub came to look.
        var term = s.Term($"scheme-{c.Year}");
        var made = term is not null && c.MadeAt < term.OpenedAt ? term.OpenedAt : c.MadeAt;
        return new SchemeNoted(x.Now, c.Year, c.MadeAt, term is not null && term.IsLate(made), term is null ? [] : [Terms.Complete(term, made)]);
    }

    // A poor result without a measure opens the window; one that is poor no longer closes it.
    private static ImmutableList<Term> Window(CountyMandates s, TownshipResult result, MandateContext x) =>
        !result.IsFlagged ? x.Lifted(s, "结果已修订", t => t.Id == Term(result.Id))
        : s.Term(Term(result.Id)) is not null || s.Measures.Exists(m => m.Result == result.Id) ? []
        : [x.Open(Term(result.Id), "对考核差的乡镇采取措施", OrganCode.Of(x.County), x.Rules.MeasureWithin, "T109", "MeasureWithin")];

    private static string Term(long result) => $"measure-{result}";

    private static Refusal? Assessor(MandateContext x) =>
        MandateAccess.IsCounty(x.Actor, x.County) || (x.Actor.Role == Role.PerformanceOrgan && x.Actor.Organ == OrganCode.Of(x.County)) ? null
        : Only("T015", "县市区党委、政府及其绩效考核部门", "the county and its performance organ");

    private static Refusal? Figure(string field, decimal value) => value is >= 0 and <= 100 && decimal.Round(value, Digits) == value
        ? null
        : Input(field, "T108", $"{field} 为 0 至 100，最多 {Digits} 位小数", $"{field} is 0 to 100, with at most {Digits} decimals");
}
