using System.Globalization;
using OpsHub.Domain.Calendars;

namespace OpsHub.Host.Doors.Consultations;

/// <summary>Days and instants as official documents write them, by the local clock.</summary>
internal static class PaperDates
{
    private const string Weekdays = "日一二三四五六";

    /// <summary>2026年11月28日.</summary>
    public static string Day(DateTimeOffset at) => Day(LocalDay.Of(at));

    /// <summary>2026年11月28日（星期六）9时30分.</summary>
    public static string Instant(DateTimeOffset at)
    {
        var (day, time) = (LocalDay.Of(at), LocalDay.TimeOf(at));
        return $"{Day(day)}（星期{Weekdays[(int)day.DayOfWeek]}）{Time(time)}";
    }

    /// <summary>2026-11-28 09:30:00, as the trace has it.</summary>
    public static string Second(DateTimeOffset at) => LocalDay.Local(at).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>From when until when; the day once where both fall on it.</summary>
    public static string Span(DateTimeOffset from, DateTimeOffset until) =>
        $"{Instant(from)}至{(LocalDay.Of(from) == LocalDay.Of(until) ? Time(LocalDay.TimeOf(until)) : Instant(until))}";

    /// <summary>The end of a term: the last day and 24:00, as the rules write it.</summary>
    public static string Bound(DateTimeOffset bound) =>
        LocalDay.TimeOf(bound) == TimeOnly.MinValue ? $"{Day(LocalDay.Before(bound))}24时" : Instant(bound);

    private static string Time(TimeOnly time) => string.Create(CultureInfo.InvariantCulture, $"{time.Hour}时{time.Minute:00}分");

    private static string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");
}
