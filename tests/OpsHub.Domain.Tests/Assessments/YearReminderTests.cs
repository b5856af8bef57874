using System.Text.Json;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Tests.Calendars;

namespace OpsHub.Domain.Tests.Assessments;

/// <summary>What a year's terms tell besides their ladder: ahead on working days, and again while overdue. 5.3.</summary>
public sealed class YearReminderTests
{
    [Fact, Trait("Rule", "A017")]
    public void A017_an_input_due_on_a_Sunday_is_told_of_on_the_working_days_before()
    {
        var year = YearStory.Assessing().Year;
        year.Terms.Single(t => t.Id == "statutory").Due.ShouldBe(Given.EndOf("2027-01-31"), "a Sunday");
        var before = Ahead(year, "statutory").Where(r => r.Step < 0).ToDictionary(r => r.Step, r => r.At);
        before[-1].ShouldBe(Given.Local("2027-01-29 08:00"), "the Friday");
        before[-3].ShouldBe(Given.Local("2027-01-27 08:00"));
        before.Keys.ToList().ShouldBe([-15, -10, -7, -3, -1], "what lies before the assessment opened was told by its opening");
    }

    [Fact, Trait("Rule", "A040")]
    public void A040_the_letter_is_told_of_weekly_for_four_weeks_and_then_closer()
    {
        var at = Ahead(YearStory.Opened().Year, "letter").Where(r => r.Step < 0).Select(r => LocalDay.Text(LocalDay.Of(r.At)));
        at.ShouldBe(["2026-03-03", "2026-03-10", "2026-03-17", "2026-03-20", "2026-03-26", "2026-03-30"]);
    }

    [Fact, Trait("Rule", "A039")]
    public void A039_a_term_by_a_budget_is_told_of_on_the_last_working_day_before()
    {
        var ahead = Ahead(YearStory.Submitted().Year, "consent");
        ahead.Where(r => r.Step < 0).ShouldHaveSingleItem().At.ShouldBe(Given.Local("2026-01-16 08:00"), "due on Monday the 19th");
    }

    [Fact, Trait("Rule", "A017")]
    public void A017_no_term_of_the_year_is_first_told_of_after_its_due()
    {
        foreach (var year in Enum.GetValues<AgencyYearStage>().Select(stage => YearStory.In(stage).Year))
        {
            foreach (var term in year.Terms.Where(t => t.IsOpen && t.Due - t.OpenedAt > TimeSpan.FromDays(7)))
                AgencyYearTerms.Ahead(year, Given.Calendar).Find(r => r.Term == term.Id)!.At.ShouldSatisfyAllConditions(
                    at => Given.Calendar.IsWorkingDay(LocalDay.Of(at)).ShouldBeTrue(term.Id), at => LocalDay.Of(at).ShouldBeLessThan(LocalDay.Before(term.Due), term.Id));
        }
    }

    [Fact, Trait("Rule", "A040")]
    public void A040_an_overdue_letter_is_told_of_weekly_twelve_times_and_no_more_once_it_is_signed()
    {
        var story = YearStory.Opened();
        var weeks = new List<(int Step, string At)>();
        for (var day = 1; day < 200; day++)
        {
            story = story.After(TimeSpan.FromDays(1));
            if (AgencyYearTerms.Tick(story.Year, story.Now, Given.Calendar) is not { } fired)
                continue;
            weeks.AddRange(fired.Rungs.Where(r => r is { Term: "letter", Step: > 0 }).Select(r => (r.Step, LocalDay.Text(LocalDay.Of(r.At)))));
            story = story.Happened(fired);
        }

        weeks.Select(w => w.Step).ShouldBe(Enumerable.Range(1, 12));
        (weeks[0].At, weeks[1].At, weeks[11].At).ShouldBe(("2026-04-08", "2026-04-15", "2026-06-24"));
        Ahead(YearStory.InForce().Year, "letter").ShouldBeEmpty();
        AgencyYearTerms.Tick(story.Year, story.Now.AddYears(1), Given.Calendar).ShouldBeNull("nothing fires twice");
    }

    [Fact]
    public void A_year_that_was_reminded_is_read_as_it_was_written()
    {
        var story = YearStory.Opened().At("2026-03-11 09:00");
        story = story.Happened(AgencyYearTerms.Tick(story.Year, story.Now, Given.Calendar)!);
        story.Year.Terms.Single(t => t.Id == "letter").Reminded.ShouldBe([-20, -15]);
        var text = JsonSerializer.Serialize(story.Year);
        JsonSerializer.Serialize(JsonSerializer.Deserialize<AgencyYear>(text)).ShouldBe(text);
        var replayed = story.Events.Select(e => JsonSerializer.Deserialize<AgencyYearEvent>(JsonSerializer.Serialize(e))!).Aggregate((AgencyYear?)null, AgencyYearFold.Apply);
        JsonSerializer.Serialize(replayed).ShouldBe(text);
    }

    [Fact, Trait("Rule", "A040")]
    public void A040_how_often_is_the_countys_to_set()
    {
        var year = YearStory.Opened(new() { Warnings = [5], ChaseDays = 14, ChaseTimes = 2 }).Year;
        Ahead(year, "letter").Where(r => r.Step != 0).Select(r => (r.Step, LocalDay.Text(LocalDay.Of(r.At)))).ShouldBe([(-5, "2026-03-24"), (1, "2026-04-15"), (2, "2026-04-29")]);
    }

    private static IEnumerable<Rung> Ahead(AgencyYear year, string term) => AgencyYearTerms.Ahead(year, Given.Calendar).Where(r => r.Term == term);
}
