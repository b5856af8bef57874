using OpsHub.Domain.Calendars;

namespace OpsHub.Domain.Tests.Calendars;

/// <summary>Why a day counts or does not, in both languages.</summary>
public sealed class DayExplanationTests
{
    private static readonly OfficialCalendar Closed = Given.Calendar.With([new(2, "430203", Given.Day("2026-07-14"), Given.Day("2026-07-15"), "台风")], 2, "台风");

    [Theory]
    [InlineData("2026-10-01", "不是工作日：国庆节放假", "no working day: day off of National Day")]
    [InlineData("2026-10-10", "是工作日：国庆节调休上班", "a working day: make-up working day of National Day")]
    [InlineData("2026-07-13", "是工作日：放假安排未另作规定", "a working day: no notice arranges it")]
    [InlineData("2026-07-18", "不是工作日：放假安排未另作规定", "no working day: no notice arranges it")]
    [InlineData("2027-01-04", "是工作日：暂定，2027 年放假安排尚未载入", "a working day: provisional")]
    public void Notice_weekend_and_provisional_days_say_so(string day, string zh, string en)
    {
        DayExplanation.Of(Given.Day(day), Given.Calendar, Language.Zh).ShouldContain(zh);
        DayExplanation.Of(Given.Day(day), Given.Calendar, Language.En).ShouldContain(en);
    }

    [Fact]
    public void A_closed_day_names_its_closure_in_its_own_county_only()
    {
        DayExplanation.Of(Given.Day("2026-07-14"), Closed.For("430203"), Language.Zh).ShouldContain("不是工作日：430203 临时停工（台风");
        DayExplanation.Of(Given.Day("2026-07-14"), Closed.For("430203"), Language.Zh).ShouldContain("假定");
        DayExplanation.Of(Given.Day("2026-07-14"), Closed.For("430203"), Language.En).ShouldContain("local closure of 430203 (台风");
        DayExplanation.Of(Given.Day("2026-07-14"), Closed.For("430204"), Language.Zh).ShouldContain("是工作日");
    }
}
