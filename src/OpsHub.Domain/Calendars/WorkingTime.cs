namespace OpsHub.Domain.Calendars;

/// <summary>How much working time (工作时间) lies in a span: what handling took, in the hours in which somebody could work on it.</summary>
public static class WorkingTime
{
    /// <summary>Full minutes of working time from one instant until another; 0 when the second is not later.</summary>
    /// <param name="from">First instant, inclusive.</param>
    /// <param name="to">Last instant, exclusive.</param>
    /// <param name="calendar">Official calendar.</param>
    /// <param name="hours">Working hours of a working day.</param>
    public static long Minutes(DateTimeOffset from, DateTimeOffset to, OfficialCalendar calendar, WorkingHours hours) =>
        to <= from ? 0 : new WorkingHourMeter(calendar, hours).Used(from, to) / TimeSpan.TicksPerMinute;
}
