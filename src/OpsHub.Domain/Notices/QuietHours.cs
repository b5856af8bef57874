using OpsHub.Domain.Calendars;

namespace OpsHub.Domain.Notices;

/// <summary>Quiet hours (免打扰时段), local time: at night and on days off by the official calendar, closures of the recipient's county among them, nobody is told anything but emergencies;
/// the rest waits until the next working morning. A parameter: the policy names none, so the default is assumed.</summary>
/// <param name="From">When they begin, on the evening of a working day.</param>
/// <param name="To">When they end, on the morning of a working day; before <paramref name="From"/>.</param>
public sealed record QuietHours(TimeOnly From, TimeOnly To)
{
    /// <summary>The parameter's name where an answer rests on the assumed default.</summary>
    public const string Parameter = "QuietHours";

    /// <summary>Assumed default: 20:00 to 08:00.</summary>
    public static QuietHours Default { get; } = new(new(20, 0), new(8, 0));

    /// <summary>Whether the instant lies in them.</summary>
    public bool Hold(DateTimeOffset at, OfficialCalendar calendar)
    {
        var time = LocalDay.TimeOf(at);
        return time < To || time >= From || !calendar.IsWorkingDay(LocalDay.Of(at));
    }

    /// <summary>The instant itself where nothing is quiet, else the next working morning.</summary>
    public DateTimeOffset Ended(DateTimeOffset at, OfficialCalendar calendar)
    {
        if (!Hold(at, calendar))
            return at;
        var day = LocalDay.Of(at);
        if (LocalDay.TimeOf(at) >= To)
            day = day.AddDays(1);
        while (!calendar.IsWorkingDay(day))
            day = day.AddDays(1);
        return LocalDay.At(day, To);
    }
}

/// <summary>How notices are told (提醒参数). All assumed.</summary>
/// <param name="Quiet">When only emergencies are told.</param>
/// <param name="BundleAbove">More notices than this for one channel at one time go out as one bundle.</param>
/// <param name="BundleEvery">After a bundle, how long a channel gathers before the next message that is no emergency.</param>
/// <param name="PerMinute">Messages a minute through a channel that people read.</param>
/// <param name="WebhookPerMinute">Messages a minute through a webhook.</param>
public sealed record NoticeRules(QuietHours Quiet, int BundleAbove, TimeSpan BundleEvery, int PerMinute, int WebhookPerMinute)
{
    /// <summary>The assumed defaults: 20:00 to 08:00, more than 3, a minute, 20 a minute (what a WeCom robot takes), 600 a minute.</summary>
    public static NoticeRules Default { get; } = new(QuietHours.Default, 3, TimeSpan.FromMinutes(1), 20, 600);

    /// <summary>Messages a minute through a channel of this kind.</summary>
    public int RateOf(ChannelKind kind) => kind == ChannelKind.Webhook ? WebhookPerMinute : PerMinute;
}
