using System.Text.Json.Serialization;

namespace OpsHub.Domain.Calendars;

/// <summary>What a term is counted in (期限单位).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BudgetUnit>))]
public enum BudgetUnit
{
    /// <summary>Elapsed hours (小时), day and night.</summary>
    Hours,

    /// <summary>Hours of work (工作小时) on working days, within the working hours.</summary>
    WorkingHours,

    /// <summary>Working days (工作日): the opening day is not counted, ends at 24:00 of the last one (resolution 5).</summary>
    WorkingDays,

    /// <summary>Calendar days (日历日): the opening day is not counted, ends at 24:00 of the last one, no roll.</summary>
    CalendarDays,

    /// <summary>The same or the next calendar day (当日或者次日), by 24:00 of the next day, no roll (resolutions 1 and 3).</summary>
    SameOrNextDay,
}

/// <summary>Budget (时限) of a term: so many of a unit.</summary>
/// <param name="Amount">At least 1 for a term; 1 for <see cref="BudgetUnit.SameOrNextDay"/>.</param>
/// <param name="Unit">The unit.</param>
public readonly record struct TermBudget(int Amount, BudgetUnit Unit)
{
    /// <summary>No term is longer than this many units; a greater amount is a mistake in a parameter.</summary>
    public const int MaxAmount = 10_000;

    /// <summary>By 24:00 of the day after the opening (C040).</summary>
    public static TermBudget SameOrNextDay => new(1, BudgetUnit.SameOrNextDay);

    /// <summary>A duty until a fixed date (截止日), 24:00, no roll (T009): the calendar days after the opening day.</summary>
    public static TermBudget Until(DateTimeOffset openedAt, DateOnly lastDay) =>
        new(lastDay.DayNumber - LocalDay.Of(openedAt).DayNumber, BudgetUnit.CalendarDays);
}

/// <summary>Whether a same-or-next-day term rolls over days off (次日遇休假日是否顺延); policy setting <c>AnnounceRoll</c>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AnnounceRoll>))]
public enum AnnounceRoll
{
    /// <summary>Calendar time, no roll: resolution 1.</summary>
    None,

    /// <summary>To the first working day from the next day on.</summary>
    WorkingDay,
}

/// <summary>How whole days are counted (计日规则). The defaults are the resolutions of the rules; a county may set others.</summary>
/// <param name="EndsAt">Local time at which the last day ends; null is 24:00 (policy <c>EndOfDay</c>, resolution 5).</param>
/// <param name="Roll">Roll of same-or-next-day terms (policy <c>AnnounceRoll</c>, resolution 1).</param>
/// <param name="CountsFirstDay">Whether the opening day counts (policy <c>PublicityCountsFirstDay</c>, X10).</param>
public sealed record DayCounting(TimeOnly? EndsAt = null, AnnounceRoll Roll = AnnounceRoll.None, bool CountsFirstDay = false)
{
    /// <summary>The resolutions' defaults: 24:00, no roll, the opening day excluded.</summary>
    public static DayCounting Default { get; } = new();
}
