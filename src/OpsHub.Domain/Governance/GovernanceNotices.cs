using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Notices;

namespace OpsHub.Domain.Governance;

/// <summary>Whom a governance file tells what (综治与网格建设提醒), as notices of the hub. Names rule, unit and day, never a text or a person.</summary>
public static class GovernanceNotices
{
    /// <summary>The notices of an event.</summary>
    /// <param name="key">Grain key of the file.</param>
    /// <param name="sequence">Sequence of its trace entry.</param>
    /// <param name="at">When it was recorded.</param>
    /// <param name="happened">The event.</param>
    public static IEnumerable<Notice> Of(string key, long sequence, DateTimeOffset at, GovernanceEvent happened)
    {
        var to = OrganCode.Of(happened.Unit);
        return happened switch
        {
            CycleClosed { Missed: true, Cycle: var c } => [Make("T020", c.Until.AddDays(-1), $"自 {LocalDay.Text(c.From)} 起一期没有工作例会记录，请补办并登记（周期为假定参数）。", $"No work meeting in the cycle from {LocalDay.Text(c.From)} (the cycle is an assumed parameter).", "")],
            GovernanceTold told => told.Reminders.Select(r => r.IsUndated ? Undated(r) : Make(r.Rule, r.Period, $"{r.Zh}应于 {LocalDay.Text(r.Period)} 前完成，尚未登记。", $"{r.En} was due by {LocalDay.Text(r.Period)} and is not recorded.", ":" + r.Key)),
            _ => [],
        };

        Notice Undated(GovernanceReminder r) => new(
            $"{key}:{sequence}:{to}:{NoticeKind.NewWork}:{r.Key}", key, sequence, $"{r.Rule}-{happened.Unit}", to, NoticeKind.NewWork, false, null, null, at, at, null,
            $"{r.Zh}尚未登记，请办理并登记（政策未定期限）。", $"{r.En} is not recorded yet; please see to it (the policy names no day).");

        Notice Make(string rule, DateOnly due, string zh, string en, string suffix) => new(
            $"{key}:{sequence}:{to}:{NoticeKind.Overdue}{suffix}", key, sequence, $"{rule}-{happened.Unit}", to, NoticeKind.Overdue, false, null, LocalDay.End(due), at, at, null, zh, en);
    }
}
