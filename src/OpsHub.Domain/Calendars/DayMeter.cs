namespace OpsHub.Domain.Calendars;

/// <summary>
/// Whole days. The starting day is excluded (resolution 5), and so is every day that a suspension touches: the day of suspension
/// is not over and thus not used up, and the day of resumption is a starting day again.
/// </summary>
internal sealed class DayMeter(BudgetUnit unit, OfficialCalendar calendar, DayCounting counting) : IMeter
{
    public long Size(int amount) => amount;

    public long Used(DateTimeOffset from, DateTimeOffset to) => Between(LocalDay.Of(from), LocalDay.Of(to).AddDays(-1));

    public DateTimeOffset Clip(DateTimeOffset suspendedAt) => LocalDay.Start(LocalDay.Of(suspendedAt));

    public long Spanned(DateTimeOffset from, DateTimeOffset due) => Between(LocalDay.Of(from), LocalDay.Before(due));

    public DateTimeOffset Reach(DateTimeOffset from, long units)
    {
        var day = LocalDay.Of(from);
        // Where a grant ran to a day off, no counted day may be left; the day that was not over still is one.
        for (var left = Math.Max(1, units); left > 0;)
        {
            day = day.AddDays(1);
            if (Counts(day))
                left--;
        }
        while (Rolls && !calendar.IsWorkingDay(day))
            day = day.AddDays(1);
        return EndOf(day);
    }

    public DateTimeOffset Bound(DateTimeOffset due) => EndOf(LocalDay.Before(due)) is var end && end > due ? end : due.ToUniversalTime();

    public IEnumerable<MeteredDay> Days(DateTimeOffset from, DateTimeOffset to)
    {
        if (unit != BudgetUnit.WorkingDays && !Rolls)
            yield break;
        var last = LocalDay.Before(to);
        for (var day = LocalDay.Of(from).AddDays(1); day <= last; day = day.AddDays(1))
            yield return new(day, Counts(day), TimeSpan.Zero);
    }

    private bool Rolls => unit == BudgetUnit.SameOrNextDay && counting.Roll == AnnounceRoll.WorkingDay;

    private bool Counts(DateOnly day) => unit != BudgetUnit.WorkingDays || calendar.IsWorkingDay(day);

    private DateTimeOffset EndOf(DateOnly day) => counting.EndsAt is { } time ? LocalDay.At(day, time) : LocalDay.End(day);

    private long Between(DateOnly start, DateOnly last)
    {
        var units = 0L;
        for (var day = start.AddDays(1); day <= last; day = day.AddDays(1))
            units += Counts(day) ? 1 : 0;
        return units;
    }
}
