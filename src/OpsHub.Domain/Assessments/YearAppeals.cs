using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using static OpsHub.Domain.Assessments.AssessmentRefusals;

namespace OpsHub.Domain.Assessments;

/// <summary>Appeals of the agency against a line of its score (申诉): filed within a term, answered by whoever gave the line. Assumed: the text leaves it to the county (A028).</summary>
internal static class YearAppeals
{
    internal static Decision<AgencyYearEvent> File(AgencyYear s, AppealAgainst c, AgencyYearContext x)
    {
        if ((AgencyYearAccess.Agency(x.Actor, s, "A028") ?? Text("text", c.Text, 2000, "A028")) is { } refusal)
            return refusal;
        if (c.Evidence.Count is < 1 or > 20)
            return Input("evidence", "A028", $"申诉须附 1 至 20 项佐证,实为 {c.Evidence.Count} 项", $"An appeal takes 1 to 20 references of evidence, got {c.Evidence.Count}");
        if (Given(s, c.Line) is not { } given)
            return Input("line", "A028", "没有这一项评分可以申诉", "There is no such line to contest");
        if (s.Appeals.Exists(a => a.Line == c.Line && a.AnsweredAt is null))
            return Guard("APPEAL_OPEN", "A028", "本项已有申诉待答复", "This line is being contested already", "line");
        var until = x.Open(s, "window", "申诉期", s.Agency, s.Rules.AppealWithin, "A028", ClauseOf("A028"), "AppealWithin") with { OpenedAt = given.At };
        if (Calendars.Terms.Open(until.Id, until.Name, until.Holder, given.At, x.NextSequence, until.Budget, until.Basis, x.Calendar, x.Hours).Due is var due && x.Now >= due)
        {
            return Guard("APPEAL_TOO_LATE", "A028", $"申诉期已于 {Calendars.LocalDay.BoundText(due)} 届满", $"The time to appeal ended {Calendars.LocalDay.BoundText(due)}");
        }

        return new AppealFiled(x.Now, new(s.Appeals.Count + 1, c.Line, c.Text, c.Evidence, x.Now, given.By),
            [x.Open(s, "appeal", "答复申诉", given.By, s.Rules.AppealAnswer, "A028", ClauseOf("A028"), "AppealAnswer")]);
    }

    internal static Decision<AgencyYearEvent> Answer(AgencyYear s, AnswerAppeal c, AgencyYearContext x)
    {
        if (s.Appeals.Find(a => a.Id == c.Appeal) is not { } appeal)
            return Input("appeal", "A028", $"没有申诉 {c.Appeal}", $"There is no appeal {c.Appeal}");
        if (appeal.AnsweredAt is not null)
            return Guard("APPEAL_ANSWERED", "A028", $"申诉 {c.Appeal} 已答复", $"Appeal {c.Appeal} is answered");
        if (x.Actor.Organ != appeal.Answers || !(AgencyYearAccess.IsServed(x.Actor, s) || AgencyYearAccess.IsDepartment(x.Actor, s) || AgencyYearAccess.IsPerformanceOrgan(x.Actor, s)))
            return NotAllowed("A028", $"由作出评分的 {appeal.Answers} 答复", $"{appeal.Answers}, which gave the line, answers");
        return Text("answer", c.Answer, 2000, "A028") is { } faulty
            ? faulty
            : new AppealAnswered(x.Now, c.Appeal, c.Upheld, c.Answer, c.Upheld ? YearResults.Former(s, x, c.Answer) : null,
                s.Terms.FindAll(t => t.IsOpen && t.Id == Term(appeal.Id)).ConvertAll(t => Calendars.Terms.Complete(t, x.Now)));
    }

    private static string Term(int id) => id == 1 ? "appeal" : $"appeal-{id}";

    // Who gave the line, and when it became known.
    private static (OrganCode By, DateTimeOffset At)? Given(AgencyYear s, AppealLine line) => line switch
    {
        { Line: "L", Township: { } t } when s.Submitted.TryGetValue(t, out var l) => (OrganCode.Of(t), l.At),
        { Line: "S", Township: { } t } when s.Surveys.TryGetValue(t, out var r) => (OrganCode.Of(t), r.At),
        { Line: "D" } when s.Statutory is { } d => (s.Department, d.At),
        _ => null,
    };
}
