using OpsHub.Domain.Calendars;

namespace OpsHub.Domain.Tests.Calendars;

public sealed class OfficialCalendarTests
{
    [Theory]
    [InlineData(2018, 250)]
    [InlineData(2019, 250)]
    [InlineData(2020, 249)]
    [InlineData(2021, 250)]
    [InlineData(2022, 249)]
    [InlineData(2023, 249)]
    [InlineData(2024, 251)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void A_year_has_its_official_number_of_working_days(int year, int expected)
    {
        var days = Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(new DateOnly(year, 1, 1).AddDays);

        days.Count(Given.Calendar.IsWorkingDay).ShouldBe(expected);
        Given.Seed("notices.csv").Split('\n').Single(line => line.StartsWith($"{year},", StringComparison.Ordinal)).TrimEnd().ShouldEndWith($",{expected}");
    }

    [Fact]
    public void Coverage_ends_with_the_last_loaded_year()
    {
        Given.Calendar.Horizon.ShouldBe(Given.Day("2026-12-31"));
        Given.Calendar.Covers(Given.Day("2026-12-31")).ShouldBeTrue();
        Given.Calendar.Covers(Given.Day("2027-01-01")).ShouldBeFalse();
        Given.Calendar.Covers(Given.Day("2017-12-31")).ShouldBeFalse();
        OfficialCalendar.Empty.Covers(Given.Day("2026-01-01")).ShouldBeFalse();
    }

    [Fact]
    public void A_year_missing_in_between_is_not_covered()
    {
        var calendar = OfficialCalendar.Load(Given.ShippedRows().Where(row => row.ArrangementYear != 2020));

        calendar.Covers(Given.Day("2020-06-01")).ShouldBeFalse();
        calendar.Covers(Given.Day("2021-06-01")).ShouldBeTrue();
    }

    [Fact]
    public void Loading_a_year_gives_a_new_version_and_leaves_the_old_calendar_as_it_was()
    {
        var holiday = new OfficialDay(Given.Day("2027-01-01"), DayKind.Holiday, "元旦", 2027, "notice");

        var loaded = Given.Calendar.With(2027, [holiday]);

        loaded.Version.ShouldBe(Given.Calendar.Version + 1);
        loaded.Horizon.ShouldBe(Given.Day("2027-12-31"));
        loaded.IsWorkingDay(holiday.Date).ShouldBeFalse();
        Given.Calendar.IsWorkingDay(holiday.Date).ShouldBeTrue();
        loaded.Notice(2027).ShouldBe("notice");
    }

    [Fact]
    public void Amending_a_year_replaces_that_years_arrangement_and_no_other()
    {
        var amended = Given.Calendar.With(2026, Given.ShippedRows().Where(row => row.ArrangementYear == 2026 && row.Name != "国庆节"));

        amended.IsWorkingDay(Given.Day("2026-10-01")).ShouldBeTrue();
        amended.IsWorkingDay(Given.Day("2026-10-10")).ShouldBeFalse();
        amended.IsWorkingDay(Given.Day("2025-10-01")).ShouldBeFalse();
        amended.Years.ShouldBe(Given.Calendar.Years);
    }

    [Fact]
    public void A_year_takes_only_its_own_days()
    {
        var stray = new OfficialDay(Given.Day("2026-01-01"), DayKind.Holiday, "元旦", 2026, "notice");

        Should.Throw<ArgumentException>(() => Given.Calendar.With(2027, [stray])).Message.ShouldContain("2026-01-01");
    }
}
