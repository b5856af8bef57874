using OpsHub.Domain.Calendars;

namespace OpsHub.Domain.Tests.Calendars;

public sealed class LocalDayTests
{
    [Fact]
    public void A_day_begins_at_16_00_utc_of_the_day_before()
    {
        LocalDay.Start(Given.Day("2026-09-30")).ShouldBe(new DateTimeOffset(2026, 9, 29, 16, 0, 0, TimeSpan.Zero));
        LocalDay.Of(new DateTimeOffset(2026, 9, 29, 15, 59, 59, TimeSpan.Zero)).ShouldBe(Given.Day("2026-09-29"));
        LocalDay.Of(new DateTimeOffset(2026, 9, 29, 16, 0, 0, TimeSpan.Zero)).ShouldBe(Given.Day("2026-09-30"));
    }

    [Fact]
    public void A_bound_at_midnight_is_written_as_24_00_of_the_day_it_ends()
    {
        LocalDay.BoundText(Given.EndOf("2026-10-09")).ShouldBe("2026-10-09 24:00");
        LocalDay.Before(Given.EndOf("2026-10-09")).ShouldBe(Given.Day("2026-10-09"));
    }

    [Fact]
    public void Instants_are_kept_in_utc_and_shown_at_plus_eight()
    {
        LocalDay.End(Given.Day("2026-10-09")).Offset.ShouldBe(TimeSpan.Zero);
        LocalDay.Local(Given.EndOf("2026-10-09")).Offset.ShouldBe(TimeSpan.FromHours(8));
    }
}
