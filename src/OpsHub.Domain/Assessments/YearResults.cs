using System.Collections.Immutable;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using static OpsHub.Domain.Assessments.AssessmentRefusals;

namespace OpsHub.Domain.Assessments;

/// <summary>Score, grades, sharing, revision. A017, A032, A033, A035, A044.</summary>
internal static class YearResults
{
    internal static Decision<AgencyYearEvent> Finalise(AgencyYear s, AgencyYearContext x)
    {
        if (AgencyYearAccess.Performance(x.Actor, s, "A017") is { } forbidden)
            return forbidden;
        return s.Statutory is { } d
            ? new ScoreFinalised(x.Now, Scoring.Of(s.ExactPart!, d.Value, s.Rules), [.. x.Done(s, "score"), ToGrade(s, x)])
            : Guard("INCOMPLETE", "A017", $"{x.NameOf(s.Department)}的法定职责评分未提交，两方评分齐备才能核定", $"The statutory score of {x.NameOf(s.Department)} is missing: both sides or no score");
    }

    internal static Decision<AgencyYearEvent> Grade(AgencyYear s, SetAgencyGrade c, AgencyYearContext x)
    {
        if (AgencyYearAccess.Performance(x.Actor, s, "A033") is { } forbidden)
            return forbidden;
        if (c.Grade is not { } grade)
            return Input("grade", "A033", "grade 必填", "grade is required");
        if (OpenAppeals(s) is { } open)
            return open;
        return grade == AssessmentGrade.Excellent && !s.Score!.MayBeExcellent
            ? Guard("BELOW_EXCELLENT", "A033", $"乡镇考核部分得分率 {Percent(s.Score.TownshipRate)}%，未达 {Percent(s.Rules.ExcellentMinRate)}%，不得评为优秀",
                $"The townships' part reaches {Percent(s.Score.TownshipRate)} %, below {Percent(s.Rules.ExcellentMinRate)} %: not Excellent", "grade")
            : new AgencyGradeSet(x.Now, grade, [.. x.Done(s, "grade"), x.Open(s, "head", "评定负责人等次", HeadGradedBy(s), s.Rules.HeadGradeWithin, "A035", "HeadGradeWithin")]);
    }

    /// <summary>Who owes the head's grade.</summary>
    internal static OrganCode HeadGradedBy(AgencyYear s) => s.Rules.HeadGradedBy == HeadGrader.Department ? s.Department : OrganCode.Of(s.County);

    internal static Term ToGrade(AgencyYear s, AgencyYearContext x) =>
        x.Open(s, "grade", "评定机构等次", OrganCode.Of(s.County), s.Rules.GradeWithin, "A033", "GradeWithin");

    // Cut, not rounded: 89.9999999 is not told as 90.
    private static string Percent(decimal rate) => Exact.Of(rate * 100).Cut(6).ToString(System.Globalization.CultureInfo.InvariantCulture);

    internal static Decision<AgencyYearEvent> GradeHead(AgencyYear s, SetHeadGrade c, AgencyYearContext x)
    {
        if (!MayGradeHead(s, x))
        {
            return s.Rules.HeadGradedBy switch
            {
                HeadGrader.PerformanceOrgan => NotAllowed("A035", "由绩效考核部门评定负责人等次", "The performance organ grades the head"),
                HeadGrader.Department => NotAllowed("A035", "由派出部门评定负责人等次", "The department grades the head"),
                _ => NotAllowed("A035", "由绩效考核部门或派出部门评定负责人等次", "The performance organ or the department grades the head"),
            };
        }

        if (c.Grade is not { } grade)
            return Input("grade", "A035", "grade 必填", "grade is required");
        if (s.HeadGrade is not null)
            return WrongStage(s.Stage, "A035");
        if (s.Grade is not { } agency)
            return Guard("AGENCY_NOT_GRADED", "A044", "机构等次未定，负责人等次不得先定", "The agency's grade comes before its head's", "grade");
        return grade == AssessmentGrade.Excellent && agency != AssessmentGrade.Excellent
            ? Guard("HEAD_ABOVE_AGENCY", "A035", $"机构为{AssessmentWording.Of(agency)}，主要负责人不得评为优秀", $"The agency is {agency}: its head is not Excellent", "grade")
            : new HeadGradeSet(x.Now, grade) { Terms = x.Done(s, "head") };
    }

    private static bool MayGradeHead(AgencyYear s, AgencyYearContext x) =>
        (s.Rules.HeadGradedBy != HeadGrader.Department && AgencyYearAccess.IsPerformanceOrgan(x.Actor, s)) || (s.Rules.HeadGradedBy != HeadGrader.PerformanceOrgan && AgencyYearAccess.IsDepartment(x.Actor, s));

    internal static Decision<AgencyYearEvent> Share(AgencyYear s, ShareResult c, AgencyYearContext x) =>
        AgencyYearAccess.Hub(x.Actor, "A032") is { } forbidden ? forbidden
        : s.SharedAt.ContainsKey(c.Target) ? Decision<AgencyYearEvent>.Nothing // S17: once each, a replay changes nothing
        : OpenAppeals(s) is { } open ? open
        : AgencyYearTerms.ShareableFrom(s, x.Calendar, x.Hours) is { } from && x.Now < from
            ? Guard("APPEAL_WINDOW_OPEN", "A032", $"申诉期至 {LocalDay.BoundText(from)}，期满后共享", $"The agency may appeal until {LocalDay.BoundText(from)}; the result is shared after that")
        : new ResultShared(x.Now, c.Target, s.Score!.Total, s.SharedAt.IsEmpty ? []
            : [x.Open(s, "publication", "公布考核结果", OrganCode.Of(s.County), s.Rules.PublishWithin, "R044", "PublishWithin")]);

    internal static Decision<AgencyYearEvent> Publish(AgencyYear s, PublishResult c, AgencyYearContext x) =>
        (AgencyYearAccess.Performance(x.Actor, s, "R044") ?? Text("where", c.Where, 200, "R044")) is { } refusal ? refusal
        : s.PublishedAt is not null ? WrongStage(s.Stage, "R044")
        : new ResultPublished(x.Now, c.Where, x.Done(s, "publication"));

    internal static Decision<AgencyYearEvent> Revise(AgencyYear s, ReviseResult c, AgencyYearContext x) =>
        (AgencyYearAccess.Performance(x.Actor, s, "A028") ?? Text("reason", c.Reason, 1000, "A028")) is { } refusal ? refusal
        : s.SharedAt.Count > 0 ? Guard("FROZEN", "A032", "结果已共享，不能修订", "The result has been shared and is frozen")
        : (c.Lines ?? []).FindIndex(l => l.Line == AppealLine.Grade || YearAppeals.Given(s, l) is null) is >= 0 and var at
            ? Input($"lines[{at}]", "A028", "没有这一项评分可以修订", "There is no such line to revise")
        : new ResultRevised(x.Now, Former(s, x, c.Reason, c.Lines ?? []), Anew(s, x, c.Lines ?? []));

    /// <summary>The result as it stands, with the lines that are taken back.</summary>
    internal static Revision Former(AgencyYear s, AgencyYearContext x, string reason, ImmutableList<AppealLine> lines) => new(
        x.Now, x.Actor.Principal, reason, s.Part, s.Score, s.Grade, s.HeadGrade, lines,
        Of(s.Submitted, lines, AppealLine.Duty), Of(s.Surveys, lines, AppealLine.Satisfaction), lines.Exists(l => l.Line == AppealLine.Statutory) ? s.Statutory : null);

    /// <summary>Terms for what is to be given anew; what followed from the former result is lifted. A contested grade alone is given anew by itself.</summary>
    internal static ImmutableList<Term> Anew(AgencyYear s, AgencyYearContext x, ImmutableList<AppealLine> lines)
    {
        var lifted = s.Terms.FindAll(t => t.IsOpen && AgencyYearTerms.Stem(t) is "aggregate" or "score" or "grade" or "head").ConvertAll(t => Terms.Lift(t, x.Now, x.NextSequence, "修订"));
        if (lines is [{ Line: AppealLine.Grade }])
            return [.. lifted, ToGrade(s, x)];
        var after = s with { Submitted = s.Submitted.RemoveRange(Of(s.Submitted, lines, AppealLine.Duty).Keys), Surveys = s.Surveys.RemoveRange(Of(s.Surveys, lines, AppealLine.Satisfaction).Keys), Terms = TermFold.With(s.Terms, lifted) };
        return
        [
            .. lifted,
            .. s.Submitted.Keys.Except(after.Submitted.Keys).Select((t, i) => x.Open(s, "duty", "属地职责评分", OrganCode.Of(t), s.Rules.AnewWithin, "A018", "AnewWithin", i)),
            .. s.Surveys.Keys.Except(after.Surveys.Keys).Select((t, i) => x.Open(s, "survey", "满意度测评", OrganCode.Of(t), s.Rules.AnewWithin, "A024", "AnewWithin", i)),
            .. lines.Exists(l => l.Line == AppealLine.Statutory) ? [x.Open(s, "statutory", "法定职责评分", s.Department, s.Rules.AnewWithin, "A019", "AnewWithin")] : ImmutableList<Term>.Empty,
            .. YearInputs.ToAggregate(after, x),
        ];
    }

    private static ImmutableSortedDictionary<UnitCode, T> Of<T>(ImmutableSortedDictionary<UnitCode, T> given, ImmutableList<AppealLine> lines, string line) =>
        given.Where(g => lines.Exists(l => l.Line == line && l.Township == g.Key)).ToImmutableSortedDictionary();

    private static Refusal? OpenAppeals(AgencyYear s) => s.Appeals.Find(a => a.AnsweredAt is null) is { } appeal
        ? Guard("APPEAL_OPEN", "A028", $"申诉 {appeal.Id} 尚未答复", $"Appeal {appeal.Id} is not answered")
        : null;
}
