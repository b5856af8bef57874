namespace OpsHub.Domain.Calendars;

/// <summary>Time within the working hours of working days. It counts on the opening day from the opening on.</summary>
internal sealed class WorkingHourMeter(OfficialCalendar calendar, WorkingHours hours) : IMeter
{
    public long Size(int amount) => amount * TimeSpan.TicksPerHour;

    public long Used(DateTimeOffset from, DateTimeOffset to) => Days(from, to).Sum(day => day.Time.Ticks);

    public DateTimeOffset Clip(DateTimeOffset suspendedAt) => suspendedAt;

    public long Spanned(DateTimeOffset from, DateTimeOffset due) => Used(from, due);

    public DateTimeOffset Reach(DateTimeOffset from, long units)
    {
        var left = Math.Max(0, units);
        for (var day = LocalDay.Of(from); ; day = day.AddDays(1))
        {
            foreach (var (start, end) in Spans(day))
            {
                var begin = start < from ? from : start;
                if (begin >= end)
                    continue;
                if (left <= (end - begin).Ticks)
                    return Meter.FullMinute(begin.AddTicks(left));
                left -= (end - begin).Ticks;
            }
        }
    }

    public DateTimeOffset Bound(DateTimeOffset due) => Meter.FullMinute(due);

    public IEnumerable<MeteredDay> Days(DateTimeOffset from, DateTimeOffset to)
    {
        for (var day = LocalDay.Of(from); LocalDay.Start(day) < to; day = day.AddDays(1))
        {
            var ticks = 0L;
            foreach (var (start, end) in Spans(day))
                ticks += Math.Max(0, (end < to ? end : to).UtcTicks - (start < from ? from : start).UtcTicks);
            yield return new(day, ticks > 0, TimeSpan.FromTicks(ticks));
        }
    }

    private IEnumerable<(DateTimeOffset Start, DateTimeOffset End)> Spans(DateOnly day) =>
        calendar.IsWorkingDay(day)
            ? hours.Spans.Select(span => (LocalDay.At(day, span.From), LocalDay.At(day, span.To)))
            : [];
}
