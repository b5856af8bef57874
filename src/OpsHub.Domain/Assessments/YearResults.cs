using OpsHub.Domain.Commands;
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
            ? new ScoreFinalised(x.Now, Scoring.Of(s.Part!, d.Value, s.Rules), [])
            : Guard("INCOMPLETE", "A017", $"派出部门 {s.Department} 的法定职责评分未提交,两方评分齐备才能核定", $"The statutory score of {s.Department} is missing: both sides or no score");
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
            ? Guard("BELOW_EXCELLENT", "A033", $"乡镇考核部分得分率 {s.Score.TownshipRate:P2},未达 {s.Rules.ExcellentMinRate:P0},不得评为优秀",
                $"The townships' part reaches {s.Score.TownshipRate * 100:0.00} %, below {s.Rules.ExcellentMinRate * 100:0} %: not Excellent", "grade")
            : new AgencyGradeSet(x.Now, grade);
    }

    internal static Decision<AgencyYearEvent> GradeHead(AgencyYear s, SetHeadGrade c, AgencyYearContext x)
    {
        if (!AgencyYearAccess.IsPerformanceOrgan(x.Actor, s) && !AgencyYearAccess.IsDepartment(x.Actor, s))
            return NotAllowed("A035", "由绩效考核部门或派出部门评定负责人等次", "The performance organ or the department grades the head");
        if (c.Grade is not { } grade)
            return Input("grade", "A035", "grade 必填", "grade is required");
        if (s.Grade is not { } agency)
            return Guard("AGENCY_NOT_GRADED", "A044", "机构等次未定,负责人等次不得先定", "The agency's grade comes before its head's", "grade");
        return grade == AssessmentGrade.Excellent && agency != AssessmentGrade.Excellent
            ? Guard("HEAD_ABOVE_AGENCY", "A035", $"机构为{AssessmentWording.Of(agency)},主要负责人不得评为优秀", $"The agency is {agency}: its head is not Excellent", "grade")
            : new HeadGradeSet(x.Now, grade);
    }

    internal static Decision<AgencyYearEvent> Share(AgencyYear s, ShareResult c, AgencyYearContext x) =>
        AgencyYearAccess.Hub(x.Actor, "A032") is { } forbidden ? forbidden
        : s.SharedAt.ContainsKey(c.Target) ? Decision<AgencyYearEvent>.Nothing // S17: once each, a replay changes nothing
        : new ResultShared(x.Now, c.Target, s.Score!.Total);

    internal static Decision<AgencyYearEvent> Revise(AgencyYear s, ReviseResult c, AgencyYearContext x) =>
        (AgencyYearAccess.Performance(x.Actor, s, "A028") ?? Text("reason", c.Reason, 1000, "A028")) is { } refusal ? refusal
        : s.SharedAt.Count > 0 ? Guard("FROZEN", "A032", "结果已共享,不能修订", "The result has been shared and is frozen")
        : new ResultRevised(x.Now, Former(s, x, c.Reason));

    internal static Revision Former(AgencyYear s, AgencyYearContext x, string reason) => new(x.Now, x.Actor.Principal, reason, s.Part, s.Score, s.Grade, s.HeadGrade);

    private static Refusal? OpenAppeals(AgencyYear s) => s.Appeals.Find(a => a.AnsweredAt is null) is { } appeal
        ? Guard("APPEAL_OPEN", "A028", $"申诉 {appeal.Id} 尚未答复", $"Appeal {appeal.Id} is not answered")
        : null;
}
