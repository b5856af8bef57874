using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Notices;

namespace OpsHub.Domain.Councils;

/// <summary>Whom a unit's support file tells what (协商保障提醒), as notices of the hub. Names rule, unit and day, never a text or a person.</summary>
public static class SupportNotices
{
    /// <summary>The notices of an event.</summary>
    /// <param name="key">Grain key of the file.</param>
    /// <param name="sequence">Sequence of its trace entry.</param>
    /// <param name="at">When it was recorded.</param>
    /// <param name="happened">The event.</param>
    /// <param name="upwards">The unit and its ancestors in force.</param>
    /// <param name="name">Name of the unit.</param>
    public static IEnumerable<Notice> Of(string key, long sequence, DateTimeOffset at, SupportEvent happened, IReadOnlyList<UnitCode> upwards, string name)
    {
        return happened switch
        {
            SupportRecorded { Record: { Kind: SupportKind.DisputeRisk } r } => upwards.Where(u => u.Level is UnitLevel.Township or UnitLevel.County)
                .Select(u => Make(r.Kind, OrganCode.Of(u), NoticeKind.Emergency, true, null, $"{name}报告一起有{Zh(r.Risk)}风险的矛盾纠纷。", $"{name} reports a dispute at risk of {En(r.Risk)}.", "")),
            SupportRecorded { Record: { Kind: SupportKind.Suggestion } r } => upwards.Where(u => u.Level == UnitLevel.Township)
                .Select(u => Make(r.Kind, OrganCode.Of(u), NoticeKind.NewWork, false, null, $"{name}党组织提出一条工作建议，请研究答复。", $"The party organisation of {name} makes a suggestion; it waits for your answer.", "")),
            SupportTold told => told.Reminders.Select(r => Make(
                r.Kind, r.Organ ?? OrganCode.Of(happened.Unit), r.Status is SupportGapStatus.Missed or SupportGapStatus.Ended ? NoticeKind.Overdue : NoticeKind.DueSoon, false, r.Period,
                Zh(r), En(r), ":" + r.Key)),
            _ => [],
        };

        Notice Make(SupportKind kind, OrganCode to, NoticeKind notice, bool emergency, DateOnly? due, string zh, string en, string suffix) => new(
            $"{key}:{sequence}:{to}:{notice}{suffix}", key, sequence, $"{SupportRule.Of(kind).Rule}-{happened.Unit}", to, notice, emergency, null, due is { } day ? LocalDay.End(day) : null,
            at, at, null, zh, en);
    }

    private static string Zh(SupportReminder r) => SupportRule.Of(r.Kind).Zh + r.Status switch
    {
        null => $"为每月固定日，下一次是 {LocalDay.Text(r.Period)}，请做好准备。",
        SupportGapStatus.Ended => $"已于 {LocalDay.Text(r.Period)} 届满，请组织换届。",
        SupportGapStatus.EndsSoon => $"将于 {LocalDay.Text(r.Period)} 届满，请准备换届。",
        _ => $"在自 {LocalDay.Text(r.Period)} 起的周期内没有记录，请补办并登记（周期为假定参数）。",
    };

    private static string En(SupportReminder r) => SupportRule.Of(r.Kind).En + r.Status switch
    {
        null => $": the next one is {LocalDay.Text(r.Period)}.",
        SupportGapStatus.Ended => $" ended on {LocalDay.Text(r.Period)}: an election is due.",
        SupportGapStatus.EndsSoon => $" ends on {LocalDay.Text(r.Period)}: prepare the election.",
        _ => $": no record in the cycle from {LocalDay.Text(r.Period)} (the cycle is an assumed parameter).",
    };

    private static string Zh(RiskKind? risk) => risk switch { RiskKind.Offence => "刑事案件", RiskKind.Mass => "群体性事件", _ => "极端事件" };

    private static string En(RiskKind? risk) => risk switch { RiskKind.Offence => "a criminal case", RiskKind.Mass => "a mass incident", _ => "an extreme act" };
}
