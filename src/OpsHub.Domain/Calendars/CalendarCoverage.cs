namespace OpsHub.Domain.Calendars;

/// <summary>Whether a year's notice is overdue to be loaded (日历缺失提醒): part 5.3, <c>CalendarMissingWarning</c>.</summary>
public static class CalendarCoverage
{
    /// <summary>The month from which the next year is missed: its notice comes out in November.</summary>
    public const int From = 11;

    /// <summary>The first year that ought to be loaded and is not; null when all is well.</summary>
    public static int? Missing(OfficialCalendar calendar, DateOnly today) =>
        !calendar.Covers(today) ? today.Year
        : today.Month >= From && !calendar.Covers(new(today.Year + 1, 1, 1)) ? today.Year + 1
        : null;
}
