namespace OpsHub.Domain.Calendars;

/// <summary>Elapsed hours, day and night; the calendar plays no part.</summary>
internal sealed class HourMeter : IMeter
{
    public long Size(int amount) => amount * TimeSpan.TicksPerHour;

    public long Used(DateTimeOffset from, DateTimeOffset to) => (to - from).Ticks;

    public DateTimeOffset Clip(DateTimeOffset suspendedAt) => suspendedAt;

    public long Spanned(DateTimeOffset from, DateTimeOffset due) => Used(from, due);

    public DateTimeOffset Reach(DateTimeOffset from, long units) => Meter.FullMinute(from.AddTicks(Math.Max(0, units)));

    public DateTimeOffset Bound(DateTimeOffset due) => Meter.FullMinute(due);

    public IEnumerable<MeteredDay> Days(DateTimeOffset from, DateTimeOffset to) => [];
}
