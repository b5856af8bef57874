namespace OpsHub.Domain.Calendars;

/// <summary>Cycles of whole months that begin with the calendar year (年内周期).</summary>
public static class YearCycle
{
    /// <summary>First day of the cycle in which a day lies.</summary>
    /// <param name="day">The day.</param>
    /// <param name="months">Months of a cycle, a divisor of twelve.</param>
    public static DateOnly StartOf(DateOnly day, int months) => new(day.Year, ((day.Month - 1) / months * months) + 1, 1);

    /// <summary>The day after the last one of that cycle.</summary>
    public static DateOnly EndOf(DateOnly day, int months) => StartOf(day, months).AddMonths(months);

    /// <summary>First day of the first cycle that began on a day or after it.</summary>
    public static DateOnly FirstFrom(DateOnly day, int months) => StartOf(day, months) == day ? day : EndOf(day, months);

    /// <summary>Cycles from a day on that were over by another, oldest first; from its first day to the day after its last.</summary>
    public static IEnumerable<(DateOnly From, DateOnly Until)> Ended(DateOnly from, DateOnly today, int months)
    {
        while (EndOf(from, months) is var until && until <= today)
        {
            yield return (from, until);
            from = until;
        }
    }
}
