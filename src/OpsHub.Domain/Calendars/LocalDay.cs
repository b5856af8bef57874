using System.Globalization;

namespace OpsHub.Domain.Calendars;

/// <summary>
/// Local day (当地日): the one place where an instant becomes a day of Asia/Shanghai and back.
/// "24:00" is the exclusive bound at the next local midnight.
/// </summary>
/// <remarks>
/// The offset is a constant +08:00 instead of a time-zone look-up: China has had one zone and no summer time since 1992,
/// nothing here lies before 2018, and a container with invariant globalization may carry no zone data at all.
/// </remarks>
public static class LocalDay
{
    /// <summary>The offset of Asia/Shanghai (东八区), +08:00.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The local day on which the instant falls.</summary>
    public static DateOnly Of(DateTimeOffset at) => DateOnly.FromDateTime(Local(at).DateTime);

    /// <summary>The local time of day (时刻) of the instant.</summary>
    public static TimeOnly TimeOf(DateTimeOffset at) => TimeOnly.FromDateTime(Local(at).DateTime);

    /// <summary>The last local day before an exclusive bound: for a bound at midnight, the day that it ends.</summary>
    public static DateOnly Before(DateTimeOffset bound) => Of(bound.AddTicks(-1));

    /// <summary>00:00 of the day, as a UTC instant.</summary>
    public static DateTimeOffset Start(DateOnly day) => At(day, TimeOnly.MinValue);

    /// <summary>24:00 of the day (当日24时), the exclusive bound that ends it, as a UTC instant.</summary>
    public static DateTimeOffset End(DateOnly day) => Start(day.AddDays(1));

    /// <summary>A local wall-clock time as a UTC instant.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time) =>
        new DateTimeOffset(day.ToDateTime(time), Offset).ToUniversalTime();

    /// <summary>The same instant written with +08:00, as the API carries it.</summary>
    public static DateTimeOffset Local(DateTimeOffset at) => at.ToOffset(Offset);

    /// <summary>A day as people read it: 2026-10-09.</summary>
    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>An instant as people read it: 2026-10-08 09:30, with seconds only where there are some.</summary>
    public static string Text(DateTimeOffset at) =>
        Local(at).ToString(at.Second == 0 ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>An exclusive bound as people read it: midnight is written as 24:00 of the day that it ends.</summary>
    public static string BoundText(DateTimeOffset bound) =>
        TimeOf(bound) == TimeOnly.MinValue ? $"{Text(Before(bound))} 24:00" : Text(bound);
}
