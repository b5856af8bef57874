using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using OpsHub.Domain.Calendars;

namespace OpsHub.Host.Doors.Feeds;

/// <summary>A feed as RFC 5545 has it. Duties are whole-day events, not tasks: phones show those and few show the others.</summary>
internal static class FeedText
{
    private const string Refresh = "PT15M";

    /// <summary>The text of the calendar.</summary>
    /// <param name="name">Its name in the phone.</param>
    /// <param name="events">Its entries.</param>
    public static string Of(string name, IEnumerable<FeedEvent> events)
    {
        var calendar = new Calendar { ProductId = "-//OpsHub//Consultations//ZH", Method = CalendarMethods.Publish };
        calendar.AddProperty("X-WR-CALNAME", name);
        calendar.AddProperty("X-WR-TIMEZONE", "Asia/Shanghai");
        calendar.AddProperty("X-PUBLISHED-TTL", Refresh);
        var interval = new CalendarProperty("REFRESH-INTERVAL", Refresh); // RFC 7986
        interval.AddParameter("VALUE", "DURATION");
        calendar.AddProperty(interval);
        foreach (var e in events)
            calendar.Events.Add(Of(e));
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private static CalendarEvent Of(FeedEvent e)
    {
        var (day, isDay) = (LocalDay.Of(e.Start), e.End is null);
        var entry = new CalendarEvent
        {
            Uid = e.Uid + "@opshub",
            Start = isDay ? new CalDateTime(day) : Instant(e.Start),
            End = isDay ? new CalDateTime(day.AddDays(1)) : Instant(e.End!.Value),
            Summary = e.Summary,
            Location = e.Place,
            Description = e.Text,
            Status = e.IsCancelled ? EventStatus.Cancelled : EventStatus.Confirmed,
            Transparency = isDay || e.IsCancelled ? TransparencyType.Transparent : TransparencyType.Opaque,
            Sequence = e.Sequence,
            DtStamp = Instant(e.ChangedAt), // not the present: an unchanged feed keeps its tag
            LastModified = Instant(e.ChangedAt),
        };
        if (e is { IsCancelled: false, IsDone: false })
        {
            // A day's alarms count from its midnight: nine in the morning the day before, and on the day.
            foreach (var hours in isDay ? new[] { -15, 9 } : [-24, -1])
                entry.Alarms.Add(new Alarm { Action = AlarmAction.Display, Description = e.Summary, Trigger = new Trigger(Duration.FromHours(hours)) });
        }

        return entry;
    }

    private static CalDateTime Instant(DateTimeOffset at) => new(new DateTime(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerSecond), DateTimeKind.Utc), true);
}
