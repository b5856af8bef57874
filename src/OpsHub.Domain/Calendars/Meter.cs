namespace OpsHub.Domain.Calendars;

/// <summary>A local day that a running stretch of a term looked at, and what it counted of it.</summary>
internal readonly record struct MeteredDay(DateOnly Day, bool Counts, TimeSpan Time);

/// <summary>
/// Counts a budget over running time. Units are whole days for day terms and ticks for hour terms, so that what is left when a
/// term is suspended is exact, and the same amount is there when it resumes.
/// </summary>
internal interface IMeter
{
    /// <summary>The size of an amount in this meter's units.</summary>
    long Size(int amount);

    /// <summary>Units used up from the start until a suspension.</summary>
    long Used(DateTimeOffset from, DateTimeOffset to);

    /// <summary>The instant up to which a suspended stretch counted: for days, the start of the suspension's own day.</summary>
    DateTimeOffset Clip(DateTimeOffset suspendedAt);

    /// <summary>Units up to a granted due.</summary>
    long Spanned(DateTimeOffset from, DateTimeOffset due);

    /// <summary>The exclusive bound at which that many units are used up.</summary>
    DateTimeOffset Reach(DateTimeOffset from, long units);

    /// <summary>A due as this meter writes it: to the end of its day, or to the full minute.</summary>
    DateTimeOffset Bound(DateTimeOffset due);

    /// <summary>The days looked at between the start and an exclusive bound; empty where the calendar plays no part.</summary>
    IEnumerable<MeteredDay> Days(DateTimeOffset from, DateTimeOffset to);
}

internal static class Meter
{
    internal static IMeter For(BudgetUnit unit, OfficialCalendar calendar, WorkingHours? hours, DayCounting? days) => unit switch
    {
        BudgetUnit.Hours => new HourMeter(),
        BudgetUnit.WorkingHours => new WorkingHourMeter(calendar, hours ?? WorkingHours.Default),
        BudgetUnit.WorkingDays or BudgetUnit.CalendarDays or BudgetUnit.SameOrNextDay =>
            new DayMeter(unit, calendar, days ?? DayCounting.Default),
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Unknown unit."),
    };

    /// <summary>Rounds up to the full minute, so that live counters can keep dues in buckets of a minute; the holder gains it.</summary>
    internal static DateTimeOffset FullMinute(DateTimeOffset at)
    {
        var over = at.UtcTicks % TimeSpan.TicksPerMinute;
        return (over == 0 ? at : at.AddTicks(TimeSpan.TicksPerMinute - over)).ToUniversalTime();
    }
}
