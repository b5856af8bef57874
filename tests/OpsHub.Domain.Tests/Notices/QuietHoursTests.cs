using OpsHub.Domain.Calendars;
using OpsHub.Domain.Notices;
using OpsHub.Domain.Tests.Calendars;

namespace OpsHub.Domain.Tests.Notices;

/// <summary>Never at night or on a day off by the official calendar. National Day 2026: off 1 to 7 October, worked on Sunday 20 September and Saturday 10 October.</summary>
public sealed class QuietHoursTests
{
    [Theory]
    [InlineData("2026-07-13 07:59", "2026-07-13 08:00")]
    [InlineData("2026-07-13 08:00", null)]
    [InlineData("2026-07-13 19:59", null)]
    [InlineData("2026-07-13 20:00", "2026-07-14 08:00")]
    [InlineData("2026-07-13 23:59", "2026-07-14 08:00")]
    [InlineData("2026-07-14 00:00", "2026-07-14 08:00")]
    [InlineData("2026-07-17 20:00", "2026-07-20 08:00")] // Friday evening
    [InlineData("2026-07-18 12:00", "2026-07-20 08:00")] // Saturday
    [InlineData("2026-09-20 10:00", null)] // a Sunday that is worked
    [InlineData("2026-09-30 20:30", "2026-10-08 08:00")] // the evening before National Day
    [InlineData("2026-10-05 10:00", "2026-10-08 08:00")] // a Monday that is off
    [InlineData("2026-10-09 21:00", "2026-10-10 08:00")] // Friday evening before a Saturday that is worked
    public void What_is_no_emergency_waits_until_the_next_working_morning(string at, string? until)
    {
        var instant = Given.Local(at);
        QuietHours.Default.Hold(instant, Given.Calendar).ShouldBe(until is not null);
        QuietHours.Default.Ended(instant, Given.Calendar).ShouldBe(until is null ? instant : Given.Local(until));
    }

    [Fact]
    public void Without_a_calendar_weekdays_count() =>
        QuietHours.Default.Ended(Given.Local("2026-07-18 12:00"), OfficialCalendar.Empty).ShouldBe(Given.Local("2026-07-20 08:00"));
}
