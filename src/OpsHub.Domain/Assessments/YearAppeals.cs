using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using static OpsHub.Domain.Assessments.AssessmentRefusals;

namespace OpsHub.Domain.Assessments;

/// <summary>Appeals of the agency against a line of its score (申诉): filed within a term once the score is final, answered by whoever gave the line. Assumed: the text leaves it to
/// the county (A028). There is a score only with L, S and D (A017): until then no line is one of it, and the agency reads none.</summary>
internal static class YearAppeals
{
    /// <summary>An appeal before there is a score to contest has a refusal of its own; null for what is none.</summary>
    internal static Refusal? Early(AgencyYear s, AgencyYearCommand command) => command is AppealAgainst && s.Stage < AgencyYearStage.Scored
        ? Guard("SCORE_NOT_FINAL", "A028", "得分尚未核定，核定后方可申诉", "The score is not final: a line of it may be contested from then on")
        : null;

    internal static Decision<AgencyYearEvent> File(AgencyYear s, AppealAgainst c, AgencyYearContext x)
    {
        if ((AgencyYearAccess.Agency(x.Actor, s, "A028") ?? Text("text", c.Text, 2000, "A028")) is { } refusal)
            return refusal;
        if (s.SharedAt.Count > 0)
            return Guard("FROZEN", "A032", "结果已共享，不能申诉", "The result has been shared and is frozen");
        if (c.Evidence.Count is < 1 or > 20)
            return Input("evidence", "A028", $"申诉须附 1 至 20 项佐证，实为 {c.Evidence.Count} 项", $"An appeal takes 1 to 20 references of evidence, got {c.Evidence.Count}");
        if (c.Evidence.Select((e, i) => Text($"evidence[{i}]", e, 200, "A028")).FirstOrDefault(r => r is not null) is { } faulty)
            return faulty;
        if (Given(s, c.Line) is not { } given)
            return Input("line", "A028", "没有这一项评分可以申诉", "There is no such line to contest");
        if (s.Appeals.Find(a => a.Line == c.Line && (a.AnsweredAt is null || a.At >= given.At)) is { } former)
        {
            return former.AnsweredAt is null ? Guard("APPEAL_OPEN", "A028", "本项已有申诉待答复", "This line is being contested already", "line")
                : Guard("APPEAL_ANSWERED", "A028", "本项申诉已答复，不重复受理", "This line was contested and answered; it is not taken twice", "line");
        }

        // A line is known once the score is final, the grade once it is set.
        var due = AgencyYearTerms.WindowEnd(s, c.Line.Line == AppealLine.Grade ? given.At : s.ScoredAt!.Value, x.Calendar, x.Hours);
        if (x.Now >= due)
            return Guard("APPEAL_TOO_LATE", "A028", $"申诉期已于 {LocalDay.BoundText(due)} 届满", $"The time to appeal ended {LocalDay.BoundText(due)}");
        return new AppealFiled(x.Now, new(s.Appeals.Count + 1, c.Line, c.Text, c.Evidence, x.Now, given.By),
            [x.Open(s, "appeal", "答复申诉", given.By, s.Rules.AppealAnswer, "A028", "AppealAnswer")]);
    }

    internal static Decision<AgencyYearEvent> Answer(AgencyYear s, AnswerAppeal c, AgencyYearContext x)
    {
        if (s.Appeals.Find(a => a.Id == c.Appeal) is not { } appeal)
            return Input("appeal", "A028", $"没有申诉 {c.Appeal}", $"There is no appeal {c.Appeal}");
        var answers = AgencyYearTerms.AnsweredBy(s, appeal);
        if (x.Actor.Organ != answers || !(AgencyYearAccess.IsServed(x.Actor, s) || AgencyYearAccess.IsDepartment(x.Actor, s) || AgencyYearAccess.IsPerformanceOrgan(x.Actor, s)))
            return NotAllowed("A028", $"由{x.NameOf(answers)}答复", $"{x.NameOf(answers)} answers");
        if (appeal.AnsweredAt is not null)
            return Guard("APPEAL_ANSWERED", "A028", $"申诉 {c.Appeal} 已答复", $"Appeal {c.Appeal} is answered", "appeal");
        if (Text("answer", c.Answer, 2000, "A028") is { } faulty)
            return faulty;
        var done = s.Terms.FindAll(t => t.IsOpen && t.Id == Term(appeal.Id)).ConvertAll(t => Terms.Complete(t, x.Now));
        // A line that another appeal or a revision took back meanwhile is given anew anyway.
        return c.Upheld && Given(s, appeal.Line) is not null
            ? new AppealAnswered(x.Now, c.Appeal, true, c.Answer, YearResults.Former(s, x, c.Answer, [appeal.Line]), [.. done, .. YearResults.Anew(s, x, [appeal.Line])])
            : new AppealAnswered(x.Now, c.Appeal, c.Upheld, c.Answer, null, done);
    }

    internal static string Term(int id) => id == 1 ? "appeal" : $"appeal-{id}";

    /// <summary>Who gave a line, and when; null where there is none.</summary>
    internal static (OrganCode By, DateTimeOffset At)? Given(AgencyYear s, AppealLine line) => line switch
    {
        { Line: AppealLine.Duty, Township: { } t } when s.Submitted.TryGetValue(t, out var l) => (OrganCode.Of(t), l.At),
        { Line: AppealLine.Satisfaction, Township: { } t, Component: null } when s.Surveys.TryGetValue(t, out var r) => (OrganCode.Of(t), r.At),
        { Line: AppealLine.Statutory, Township: null, Component: null } when s.Statutory is { } d => (s.Department, d.At),
        { Line: AppealLine.Grade, Township: null, Component: null } when s.GradedAt is { } at => (OrganCode.Of(s.County), at),
        _ => null,
    };
}
