using System.Collections.Immutable;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Rules;
using OpsHub.Domain.Tests.Calendars;
using static OpsHub.Domain.Tests.Rules.CityRules;

namespace OpsHub.Domain.Tests.Rules;

/// <summary>Resolution 6: years of the calendar as data; and closures of one county, which no text covers.</summary>
public sealed class CalendarChangeTests
{
    private static readonly ImmutableList<OfficialDay> NewYear = [new(Given.Day("2027-01-01"), DayKind.Holiday, "元旦", 2027, "国办发明电〔2026〕9号")];

    [Fact]
    public void A_year_is_loaded_once_and_amended_after_that()
    {
        var rules = Fresh.Then(Office, new LoadCalendar(2027, NewYear, "2027 年放假安排"));

        rules.Versions.Calendar.Covers(Given.Day("2027-06-01")).ShouldBeTrue();
        (rules.Versions.CalendarVersion, rules.Versions.Calendar.Version, rules.Versions.Calendar.Note).ShouldBe((2, 2, "2027 年放假安排"));
        rules.Refused(Office, new LoadCalendar(2027, NewYear, "x")).Code.ShouldBe("CALENDAR_LOADED");
        rules.Then(Admin, new AmendCalendar(2027, [], "x")).Versions.Calendar.IsWorkingDay(Given.Day("2027-01-01")).ShouldBeTrue();
        Fresh.Refused(Office, new AmendCalendar(2027, NewYear, "x")).Code.ShouldBe("CALENDAR_NOT_LOADED");
    }

    [Fact]
    public void The_newest_calendar_holds_for_every_version()
    {
        var rules = Fresh.Then(Office, new LoadCalendar(2027, NewYear, "x"));

        rules.Versions.At(1, Given.Day("2026-07-13"), County).Calendar.Covers(Given.Day("2027-01-04")).ShouldBeTrue();
        rules.On("2026-07-13").Version.ShouldBe(1, "days are facts, no rules that a case could have begun without");
    }

    [Fact]
    public void Days_of_another_year_days_twice_and_make_up_days_in_the_week_are_refused()
    {
        Fresh.Refused(Office, new LoadCalendar(2027, [NewYear[0] with { ArrangementYear = 2026 }], "x")).Field.ShouldBe("days");
        var twice = Fresh.Refused(Office, new LoadCalendar(2027, [NewYear[0], NewYear[0]], "x"));
        (twice.Code, twice.Zh).ShouldBe(("CALENDAR_DAY_TWICE", $"日历数据有误：{LocalDay.Text(NewYear[0].Date)} 重复，只能保留一条。"));
        Fresh.Refused(Office, new LoadCalendar(2027, [NewYear[0] with { Kind = DayKind.MakeupWorkday }], "x")).Code.ShouldBe("CALENDAR_MAKEUP_ON_WEEKDAY");
        Fresh.Refused(Office, new LoadCalendar(2031, [], "x")).Field.ShouldBe("year");
        Fresh.Refused(Command, new LoadCalendar(2027, NewYear, "x")).Code.ShouldBe(RefusalCodes.NotAllowed);
    }

    [Fact]
    public void A_closure_shuts_one_county_and_no_other()
    {
        var calendar = Fresh.Then(Command, new AddLocalClosure(County, Given.Day("2026-07-14"), Given.Day("2026-07-15"), "台风“海燕”")).Versions.Calendar;

        calendar.For("430203").IsWorkingDay(Given.Day("2026-07-14")).ShouldBeFalse();
        calendar.For("430203").IsWorkingDay(Given.Day("2026-07-16")).ShouldBeTrue();
        calendar.For("430204").IsWorkingDay(Given.Day("2026-07-14")).ShouldBeTrue();
        calendar.IsWorkingDay(Given.Day("2026-07-14")).ShouldBeTrue();
    }

    [Fact]
    public void A_closure_shuts_a_make_up_working_day_too() => Fresh
        .Then(Command, new AddLocalClosure(County, Given.Day("2026-10-10"), Given.Day("2026-10-10"), "台风")).Versions.Calendar.For("430203")
        .IsWorkingDay(Given.Day("2026-10-10")).ShouldBeFalse();

    [Fact]
    public void A_closure_is_announced_before_its_day_or_on_it()
    {
        Fresh.Then(Command, new AddLocalClosure(County, Given.Day("2026-07-13"), Given.Day("2026-07-13"), "台风"));
        Fresh.Refused(Command, new AddLocalClosure(County, Given.Day("2026-07-12"), Given.Day("2026-07-13"), "台风")).Field.ShouldBe("first");
        Fresh.Refused(Command, new AddLocalClosure(County, Given.Day("2026-07-14"), Given.Day("2026-07-13"), "台风")).Field.ShouldBe("last");
        Fresh.Refused(Command, new AddLocalClosure(County, Given.Day("2026-07-14"), Given.Day("2026-08-13"), "台风")).Field.ShouldBe("last");
    }

    [Fact]
    public void A_closure_is_the_countys_own_or_the_citys()
    {
        Fresh.Refused(OtherCommand, new AddLocalClosure(County, Given.Day("2026-07-14"), Given.Day("2026-07-14"), "台风")).Code.ShouldBe(RefusalCodes.NotAllowed);
        Fresh.Then(Office, new AddLocalClosure(County, Given.Day("2026-07-14"), Given.Day("2026-07-14"), "台风"));
        Fresh.Refused(Office, new AddLocalClosure(Domain.Hierarchy.UnitCode.Parse("430299"), Given.Day("2026-07-14"), Given.Day("2026-07-14"), "台风")).Field.ShouldBe("county");
    }

    [Fact]
    public void A_closure_ends_earlier_but_never_gives_back_a_day_that_has_begun()
    {
        var rules = Fresh.Then(Command, new AddLocalClosure(County, Given.Day("2026-07-14"), Given.Day("2026-07-16"), "台风"));

        rules.Then(Command, new EndLocalClosure(County, 2, Given.Day("2026-07-13"), "未登陆")).Versions.Calendar.For("430203").IsWorkingDay(Given.Day("2026-07-14")).ShouldBeTrue();
        var second = rules.At("2026-07-15 08:00");
        second.Then(Command, new EndLocalClosure(County, 2, Given.Day("2026-07-15"), "减弱")).Versions.Calendar.For("430203").IsWorkingDay(Given.Day("2026-07-16")).ShouldBeTrue();
        second.Refused(Command, new EndLocalClosure(County, 2, Given.Day("2026-07-14"), "减弱")).Field.ShouldBe("lastDay");
        second.Refused(Command, new EndLocalClosure(County, 2, Given.Day("2026-07-17"), "减弱")).Field.ShouldBe("lastDay");
        second.Refused(Command, new EndLocalClosure(County, 9, Given.Day("2026-07-15"), "减弱")).Code.ShouldBe(RefusalCodes.NotFound);
        second.Refused(Command, new AddLocalClosure(County, Given.Day("2026-07-16"), Given.Day("2026-07-17"), "台风")).Code.ShouldBe(RefusalCodes.Conflict);
    }

    [Fact]
    public void Former_calendars_are_known_up_to_the_newest()
    {
        var rules = Fresh.Then(Command, new AddLocalClosure(County, Given.Day("2026-07-14"), Given.Day("2026-07-14"), "台风"))
            .Then(Command, new EndLocalClosure(County, 2, Given.Day("2026-07-13"), "未登陆"));

        var former = rules.Versions.CalendarsSince(1, County);
        former.Select(c => c.IsWorkingDay(Given.Day("2026-07-14"))).ShouldBe([true, false]);
        rules.Versions.CalendarsSince(3, County).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2026-10-31", null)]
    [InlineData("2026-11-01", 2027)]
    [InlineData("2027-01-01", 2027)]
    public void From_1_November_the_next_year_is_missed(string today, int? missing) => CalendarCoverage.Missing(Given.Calendar, Given.Day(today)).ShouldBe(missing);

    [Fact]
    public void A_loaded_year_is_missed_no_longer() =>
        CalendarCoverage.Missing(Given.Calendar.With(2027, NewYear), Given.Day("2026-11-27")).ShouldBeNull();
}
