using OpsHub.Domain.Assessments;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Notices;

namespace OpsHub.Domain.Surveys;

/// <summary>What a survey's township is told (测评提醒): groups and days, never how many answered.</summary>
public static class SurveyNotices
{
    /// <summary>The notice of an event, or null.</summary>
    /// <param name="key">Grain key of the survey.</param>
    /// <param name="sequence">Sequence of its trace entry.</param>
    /// <param name="at">When it was recorded.</param>
    /// <param name="happened">The event.</param>
    /// <param name="s">The survey as it stands.</param>
    /// <param name="agency">Name of the agency.</param>
    public static Notice? Of(string key, long sequence, DateTimeOffset at, SurveyEvent happened, Survey s, string agency)
    {
        return happened switch
        {
            SurveyPlanned e => Make(NoticeKind.NewWork, e.ClosesAt,
                $"{agency} {e.Year} 年满意度测评定于 {LocalDay.Text(LocalDay.Of(e.OpensAt))} 至 {LocalDay.BoundText(e.ClosesAt)}（时间为假定参数），请向三类测评主体发放测评码。",
                $"The {e.Year} survey of {agency} runs from {LocalDay.Text(LocalDay.Of(e.OpensAt))} to {LocalDay.BoundText(e.ClosesAt)} (assumed): issue tokens to the three groups."),
            TownshipReminded e => Make(NoticeKind.DueSoon, s.ClosesAt,
                $"{agency}满意度测评将于 {LocalDay.BoundText(s.ClosesAt)} 结束，{Zh(e.Short)}的有效票数尚未达到 {s.Least}，请补发测评码或提醒填写。",
                $"The survey of {agency} ends at {LocalDay.BoundText(s.ClosesAt)}: too few answers (below {s.Least}) of {string.Join(", ", e.Short)}."),
            SurveyClosed { Tallies.IsEmpty: true } => Make(NoticeKind.NewWork, null,
                $"{agency}满意度测评已结束，没有一类主体达到最低有效票数 {s.Least}，不予计分，请重新组织测评。",
                $"The survey of {agency} has ended; no group has the {s.Least} answers that it takes. Nothing is scored: hold it again."),
            SurveyClosed { TooFew.IsEmpty: false } e => Make(NoticeKind.Ended, null,
                $"{agency}满意度测评已结束，{Zh(e.TooFew)}票数不足，不计入也不显示。", $"The survey of {agency} has ended; too few answers of {string.Join(", ", e.TooFew)}: not counted, not shown."),
            _ => null,
        };

        Notice Make(NoticeKind kind, DateTimeOffset? due, string zh, string en) => new(
            $"{key}:{sequence}:{s.Township}:{kind}", key, sequence, $"A024-{s.Agency}-{s.Year}", OrganCode.Of(s.Township), kind, false, null, due, at, at, null, zh, en);
    }

    private static string Zh(IEnumerable<RaterGroup> groups) => string.Join("、", groups.Select(AssessmentWording.Of));
}
