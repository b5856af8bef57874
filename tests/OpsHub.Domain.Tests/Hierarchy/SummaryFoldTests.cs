using CsCheck;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Tests.Hierarchy;

/// <summary>What a summary says at an instant, counted by hand over the contributions.</summary>
public sealed class SummaryFoldTests
{
    private static readonly DateTimeOffset Noon = Calendars.Given.Local("2026-07-13 12:00");

    private static readonly long NoonMinute = Noon.ToUnixTimeSeconds() / 60;

    private static readonly Gen<CaseContribution> Facts = Gen.Select(
        Gen.Enum<CaseStage>(), Gen.Int[0, 4], Gen.Int[-60, 0], Gen.Int[-40 * 24, 0], Gen.Int[-3000, 3000], Gen.Int[-3, 3], Gen.Bool, Gen.Int[0, 15])
        .Select((stage, category, reported, closed, due, handling, fedBack, flags) => new CaseContribution(
            stage, $"Q0{category}", (NoonMinute / 60) + reported,
            stage is CaseStage.Closed or CaseStage.Evaluated ? (NoonMinute / 60) + closed : 0,
            stage.IsOpen() ? NoonMinute + due : 0, new DateOnly(2026, 7, 13).DayNumber + handling, fedBack,
            stage.IsOpen() ? null : fedBack, (flags & 1) > 0, flags & 2, (flags & 4) > 0, (flags & 8) > 0));

    [Fact]
    public void Two_parts_added_up_are_the_whole() => Gen.Select(Facts.List[0, 40], Facts.List[0, 40]).Sample((a, b) =>
    {
        var whole = SummaryFold.Of(a.Concat(b), Noon);
        SummaryFold.Of(a, Noon).Plus(SummaryFold.Of(b, Noon)).ShouldBe(whole);
        whole.Minus(SummaryFold.Of(b, Noon)).ShouldBe(SummaryFold.Of(a, Noon));
        whole.Minus(whole).ShouldBe(UnitSummary.Empty);
    }, iter: 500);

    [Fact]
    public void A_reading_is_what_one_counts_by_hand() => Gen.Select(Facts.List[0, 60], Gen.Int[0, 24 * 3600]).Sample((facts, later) =>
    {
        // Folded at noon and read later: what is trimmed at noon must not be missed afterwards.
        var now = Noon.AddSeconds(later);
        var reading = SummaryFold.Read(SummaryFold.Of(facts, Noon), now);
        var open = facts.FindAll(f => f.Stage.IsOpen());
        var midnight = Midnight(now);
        reading.Open.ShouldBe(open.Count);
        reading.Overdue.ShouldBe(open.Count(f => f.DueMinute > 0 && Due(f) <= now));
        reading.DueToday.ShouldBe(open.Count(f => Due(f) > now && Due(f) <= midnight));
        reading.DueWithinHour.ShouldBe(open.Count(f => Due(f) > now && Due(f) <= Whole(now).AddHours(1)));
        reading.DueTodayDone.ShouldBe(facts.Count(f => f.FedBack && f.HandlingDueDay == Day(now)));
        reading.ReportedToday.ShouldBe(facts.Count(f => Hour(f.ReportedHour) >= midnight.AddDays(-1)));
        reading.ClosedToday.ShouldBe(facts.Count(f => f.ClosedHour > 0 && Day(Hour(f.ClosedHour)) == Day(now)));
        reading.Closed30Days.ShouldBe(facts.Count(f => f.ClosedHour > 0 && Day(Hour(f.ClosedHour)) >= Day(now) - 30));
        reading.OnTime30Days.ShouldBe(facts.Count(f => f.ClosedHour > 0 && f.OnTime == true && Day(Hour(f.ClosedHour)) >= Day(now) - 30));
        reading.ByCategory.Values.Sum().ShouldBe(open.Count);
        (reading.Emergencies, reading.Urged).ShouldBe((open.Count(f => f.Emergency), open.Count(f => f.UrgedLevel > 0)));
    }, iter: 500);

    [Theory]
    [InlineData("2026-07-13 11:59:59", 0, 1)]
    [InlineData("2026-07-13 12:00:00", 1, 0)] // due exactly now is overdue
    [InlineData("2026-07-13 12:00:01", 1, 0)]
    public void A_case_is_overdue_from_the_very_second_on_which_it_falls_due(string now, int overdue, int dueToday)
    {
        var reading = SummaryFold.Read(DueAt("2026-07-13 12:00"), Calendars.Given.Local(now));
        (reading.Overdue, reading.DueToday).ShouldBe((overdue, dueToday));
    }

    [Theory]
    [InlineData("2026-07-13 00:00:00", 0, 1)]
    [InlineData("2026-07-13 23:59:59", 0, 1)] // due at 24:00 today is due today
    [InlineData("2026-07-14 00:00:00", 1, 0)] // and overdue, not due, tomorrow
    [InlineData("2026-07-12 23:59:59", 0, 0)] // and not due yet, yesterday
    public void What_falls_due_at_24_00_falls_due_on_the_day_it_ends(string now, int overdue, int dueToday)
    {
        var reading = SummaryFold.Read(DueAt("2026-07-14 00:00"), Calendars.Given.Local(now));
        (reading.Overdue, reading.DueToday).ShouldBe((overdue, dueToday));
    }

    [Theory]
    [InlineData("2026-07-13 11:00:00", 1)]
    [InlineData("2026-07-13 10:59:59", 0)]
    [InlineData("2026-07-13 12:00:00", 0)]
    public void Within_the_hour_takes_in_the_sixtieth_minute(string now, int within) =>
        SummaryFold.Read(DueAt("2026-07-13 12:00"), Calendars.Given.Local(now)).DueWithinHour.ShouldBe(within);

    [Fact]
    public void Trimming_changes_no_reading_at_or_after_its_instant() => Gen.Select(Facts.List[0, 40], Gen.Int[0, 3000]).Sample((facts, minutes) =>
    {
        var summary = SummaryFold.Of(facts, Noon);
        var now = Noon.AddMinutes(minutes);
        var (trimmed, whole) = (SummaryFold.Read(SummaryFold.Trim(summary, now), now), SummaryFold.Read(summary, now));
        (trimmed with { ByStage = whole.ByStage, ByCategory = whole.ByCategory }).ShouldBe(whole);
    }, iter: 500);

    [Fact]
    public void Every_due_of_a_case_lies_on_a_whole_minute() => Gen.Select(Gen.Int[0, 400 * 86_400], Gen.Enum<CasePriority>(), Gen.Bool).Sample((second, priority, light) =>
    {
        var story = Cases.Story.Blank.At(Calendars.Given.Local("2025-07-01 00:00").AddSeconds(second).AddTicks(second % 977))
            .Then(Cases.Town.Worker, Cases.Town.Report(light ? "Q01-02" : "Q05-01", priority));
        var due = story.Case.Terms[0].Due;
        due.Ticks.ShouldBe(due.Ticks / TimeSpan.TicksPerMinute * TimeSpan.TicksPerMinute);
        var fact = CaseTerms.Contribution(story.Case);
        SummaryFold.Read(SummaryFold.Of([fact], story.Now), due.AddTicks(-1)).Overdue.ShouldBe(0);
        SummaryFold.Read(SummaryFold.Of([fact], story.Now), due).Overdue.ShouldBe(1);
    }, iter: 300);

    private static UnitSummary DueAt(string local) => SummaryFold.Of(
        [new(CaseStage.Handling, "Q05", 1, 0, Calendars.Given.Local(local).ToUnixTimeSeconds() / 60, 0, false, null, false, 0, false, false)],
        Calendars.Given.Local("2026-07-12 00:00"));

    private static DateTimeOffset Due(CaseContribution f) => DateTimeOffset.FromUnixTimeSeconds(f.DueMinute * 60);

    private static DateTimeOffset Hour(long hour) => DateTimeOffset.FromUnixTimeSeconds(hour * 3600);

    private static DateTimeOffset Whole(DateTimeOffset now) => DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds() / 60 * 60);

    // Written out without the code under test: Shanghai is eight hours ahead of UTC.
    private static int Day(DateTimeOffset at) => DateOnly.FromDateTime(at.ToUniversalTime().AddHours(8).DateTime).DayNumber;

    private static DateTimeOffset Midnight(DateTimeOffset now) => Calendars.Given.EndOf(DateOnly.FromDayNumber(Day(now)).ToString("yyyy-MM-dd"));
}
