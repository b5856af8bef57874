using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Notices;

/// <summary>How a unit stands in the morning (晨报): counts, and who has held something overdue for longest. No case, no title, no place, no person.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Day">The local day.</param>
/// <param name="Open">Open cases (在办).</param>
/// <param name="DueToday">Due today and not done (今日到期).</param>
/// <param name="Overdue">Overdue (超期).</param>
/// <param name="Waiting">Open cases that wait for the unit itself (待本单位办理): held by it, or it owes a part, an answer or a decision.</param>
/// <param name="Reported">Reported yesterday (昨日新增).</param>
/// <param name="Closed">Closed yesterday (昨日结案).</param>
/// <param name="LongestLate">Who holds what is overdue for longest, and since when it is; null without any.</param>
public sealed record UnitDigest(UnitCode Unit, DateOnly Day, int Open, int DueToday, int Overdue, int Waiting, int Reported, int Closed, (OrganCode Holder, DateTimeOffset Due)? LongestLate)
{
    /// <summary>How the keys of digests begin.</summary>
    public const string Prefix = "digest-";

    /// <summary>What all digests of a day have in the place of a case.</summary>
    public static string SubjectOf(DateOnly day) => Prefix + LocalDay.Text(day);

    /// <summary>From what a unit's summary says.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="facts">Its summary.</param>
    /// <param name="waiting">How many cases wait for it.</param>
    /// <param name="longestLate">The case that is overdue for longest.</param>
    /// <param name="now">The morning.</param>
    public static UnitDigest Of(UnitCode unit, UnitSummary facts, int waiting, (OrganCode Holder, DateTimeOffset Due)? longestLate, DateTimeOffset now)
    {
        var (day, reading) = (LocalDay.Of(now), SummaryFold.Read(facts, now));
        var yesterday = day.AddDays(-1);
        return new(
            unit, day, reading.Open, reading.DueToday, reading.Overdue, waiting,
            facts.ReportedHours.Sum(SummaryFold.HourOf(LocalDay.Start(yesterday)), SummaryFold.HourOf(LocalDay.Start(day)) - 1), facts.ClosedDays.At(yesterday.DayNumber), longestLate);
    }

    /// <summary>What the unit is told, once in a day; null where there is nothing to tell, on its days off, and once the day's telling hours are over: a morning's figures are no news in the evening.</summary>
    /// <param name="quiet">When nobody is told anything.</param>
    /// <param name="calendar">The unit's calendar, its county's closures among it.</param>
    /// <param name="nameOf">What an organ is called.</param>
    /// <param name="now">When it was made.</param>
    public Notice? Told(QuietHours quiet, OfficialCalendar calendar, Func<OrganCode, string> nameOf, DateTimeOffset now)
    {
        if (Open + Waiting + Reported + Closed == 0 || LocalDay.Of(quiet.Ended(now, calendar)) != Day)
            return null;
        var (to, subject) = (OrganCode.Of(Unit), SubjectOf(Day));
        return new(
            $"{subject}:{to}:{NoticeKind.Digest}", subject, 0, LocalDay.Text(Day), to, NoticeKind.Digest, Emergency: false, null, null, now.ToUniversalTime(), now.ToUniversalTime(), null, Zh(nameOf), En(nameOf));
    }

    private string Zh(Func<OrganCode, string> nameOf) =>
        $"晨报（{Day.Month}月{Day.Day}日）：今日到期 {DueToday} 件，超期 {Overdue} 件，待本单位办理 {Waiting} 件，在办共 {Open} 件；昨日新增 {Reported} 件，结案 {Closed} 件。"
        + (LongestLate is { } late ? $"超期最久的一件由{nameOf(late.Holder)}持有，期限为 {LocalDay.BoundText(late.Due)}。" : "");

    private string En(Func<OrganCode, string> nameOf) =>
        $"Morning digest of {LocalDay.Text(Day)}: {DueToday} due today, {Overdue} overdue, {Waiting} waiting for you, {Open} open; yesterday {Reported} reported, {Closed} closed."
        + (LongestLate is { } late ? $" The one overdue for longest is held by {nameOf(late.Holder)}; it was due by {LocalDay.BoundText(late.Due)}." : "");
}
