using OpsHub.Domain.Accounts;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using static OpsHub.Domain.Assessments.AssessmentRefusals;

namespace OpsHub.Domain.Surveys;

/// <summary>A survey's window (测评时间).</summary>
internal static class SurveyPlanning
{
    internal static Decision<SurveyEvent> Plan(Survey? s, PlanSurvey c, SurveyContext x)
    {
        var byHub = x.Actor.Role == Role.Scheduler;
        if (!byHub && SurveyDecisions.Township(x, c.Township) is { } forbidden)
            return forbidden;
        if (byHub && s is not null)
            return Decision<SurveyEvent>.Nothing; // whoever planned it, it stands
        if (x.Agency is not { } agency || !agency.Served.Contains(c.Township))
            return new Refusal(RefusalCodes.NotFound, "A024", ClauseOf("A024"), "agency", $"没有服务{x.NameOf(OrganCode.Of(c.Township))}的派驻机构 {x.NameOf(c.Agency)}",
                $"There is no agency {x.NameOf(c.Agency)} that serves {x.NameOf(OrganCode.Of(c.Township))}");
        if (x.Assessments.Area == AreaMethod.HostOnly && c.Township != agency.Host)
            return NotAllowed("A026", "本机构由驻地乡镇街道考核", "The host township alone assesses this agency");
        if (s is not null && Again(s, x) is { } refusal)
            return refusal;
        var today = LocalDay.Of(x.Now);
        if (c.Year < today.Year - 1 || c.Year > today.Year)
            return Input("year", "A024", $"只能测评本年或上年，实为 {c.Year}", $"The year is this one or the last, got {c.Year}");
        var (opens, closes) = Window(c, today, x.Rules);
        if (Fault(opens, closes, today, c.Year, x.Rules) is { } faulty)
            return faulty;
        var round = s is null ? 1 : s.IsClosed ? s.Round + 1 : s.Round;
        var planned = new SurveyPlanned(x.Now, c.Agency, c.Year, c.Township, agency.Host, round, LocalDay.Start(opens), LocalDay.End(closes), SurveyRules.LeastOf(x.Assessments));
        return s is not null && !s.IsClosed && (s.OpensAt, s.ClosesAt) == (planned.OpensAt, planned.ClosesAt) ? Decision<SurveyEvent>.Nothing : planned;
    }

    internal static Decision<SurveyEvent> Extend(Survey s, ExtendSurvey c, SurveyContext x)
    {
        if ((SurveyDecisions.Township(x, s.Township) ?? Text("reason", c.Reason, 500, "A024")) is { } refusal)
            return refusal;
        if (s.StageAt(x.Now) is not (SurveyStage.Planned or SurveyStage.Open))
            return SurveyDecisions.Over(s.StageAt(x.Now));
        if (s.Extended is not null)
            return Guard("SURVEY_EXTENDED", "A024", "测评只能延长一次", "A survey is extended once");
        var last = LocalDay.Before(s.ClosesAt);
        return c.Until <= last || c.Until > last.AddDays(x.Rules.MaxExtension)
            ? Input("until", "A024", $"须晚于 {LocalDay.Text(last)}，最多延长 {x.Rules.MaxExtension} 天", $"After {LocalDay.Text(last)}, by {x.Rules.MaxExtension} days at most")
            : new SurveyExtended(x.Now, LocalDay.End(c.Until), c.Reason);
    }

    private static Refusal? Again(Survey s, SurveyContext x) => s.Stage switch
    {
        SurveyStage.Planned when s.Issued.IsEmpty && s.Extended is null => null,
        SurveyStage.Planned => Guard("TOKENS_ISSUED", "A024", "测评码已发放，时间不再更改；可延长一次", "Tokens are issued: the window stands; it may be extended once"),
        SurveyStage.Closed when s.Tallies.IsEmpty || x.OwedAnew => null,
        SurveyStage.Delivered when x.OwedAnew => null,
        _ => SurveyDecisions.Over(s.Stage),
    };

    private static (DateOnly Opens, DateOnly Closes) Window(PlanSurvey c, DateOnly today, SurveyRules rules)
    {
        var (opens, closes) = SurveySchedule.Window(c.Year, today, rules);
        return (c.Opens ?? opens, c.Closes ?? (c.Opens is { } first && first >= closes ? first.AddDays(rules.LateDays - 1) : closes));
    }

    private static Refusal? Fault(DateOnly opens, DateOnly closes, DateOnly today, int year, SurveyRules rules) =>
        opens < today ? Input("opens", "A024", "开始日不能早于今天", "The first day does not lie in the past")
        : opens.Year < year || opens.Year > year + 1 ? Input("opens", "A024", $"开始日须在 {year} 年或次年", $"The first day lies in {year} or the year after")
        : closes < opens ? Input("closes", "A024", "截止日不能早于开始日", "The last day does not come before the first")
        : closes.DayNumber - opens.DayNumber >= rules.MaxDays ? Input("closes", "A024", $"测评最长 {rules.MaxDays} 天", $"A survey runs {rules.MaxDays} days at most")
        : null;
}
