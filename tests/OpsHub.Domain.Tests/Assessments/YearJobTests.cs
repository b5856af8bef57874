using OpsHub.Domain.Assessments;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Notices;
using OpsHub.Domain.Tests.Calendars;

namespace OpsHub.Domain.Tests.Assessments;

/// <summary>Jobs of part 5.3 that the ladder of a year's terms does: each of them told here as the list has it. Decision 0039.</summary>
public sealed class YearJobTests
{
    private const string Key = "year-430203001-D12-2026";
    private static readonly OrganCode Host = OrganCode.Of(YearStory.Host);
    private static readonly OrganCode Second = OrganCode.Of(YearStory.Second);
    private static readonly OrganCode Third = OrganCode.Of(YearStory.Third);
    private static readonly OrganCode County = OrganCode.Of(YearStory.County);

    [Fact, Trait("Rule", "SM4")]
    public void CloseAgencyYear_tells_at_the_end_of_31_January_every_input_that_is_missing_by_name_of_unit()
    {
        var story = YearStory.Rated(YearStory.Assessing(YearStory.Area()), (YearStory.Host, 90, 85));
        AgencyYearTerms.Owed(story.Year).Select(o => (o.What, o.By, o.Due)).ShouldBe(
        [
            ("duty", Second, Given.EndOf("2027-01-31")), ("duty", Third, Given.EndOf("2027-01-31")), ("survey", Second, Given.EndOf("2027-01-31")), ("survey", Third, Given.EndOf("2027-01-31")),
            ("statutory", YearStory.Bureau, Given.EndOf("2027-01-31")),
        ]);
        var told = Told(story.At("2027-01-31 09:00"), 9 * 24, TimeSpan.FromHours(1)).ToList();
        // The ladder's first rung after the due stands at the due itself, and the higher one is told.
        var due = told.Where(t => t.Notice.Kind is NoticeKind.Due or NoticeKind.Overdue && t.Notice.Recipient != Host && t.Notice.Recipient != County).Select(t => (t.Day, t.Notice.Recipient)).Distinct().Take(3).ToList();
        due.ShouldBe([("2027-02-01", Second), ("2027-02-01", Third), ("2027-02-01", YearStory.Bureau)], ignoreOrder: true, "whoever owes it, when 31 January is over");
        var county = told.Where(t => t.Notice.Kind == NoticeKind.Overdue && t.Notice.Recipient == County).Select(t => t.Notice.Zh).ToList();
        county.ShouldContain(zh => zh.Contains("[430203002]"));
        county.ShouldContain(zh => zh.Contains("[430203003]"));
        county.ShouldContain(zh => zh.Contains("[430203:D12]"));
        county.ShouldAllBe(zh => !zh.Contains("[430203001]"), "the host has given its own");
    }

    [Fact, Trait("Rule", "A017")]
    public void CloseAgencyYear_scores_nothing_from_what_is_missing_and_takes_what_comes_late()
    {
        var late = YearStory.Rated(YearStory.Assessing(YearStory.Area()), (YearStory.Host, 90, 85)).At("2027-02-10 09:00");
        late.Refused(YearStory.Township, new AggregateTownshipPart(), "INCOMPLETE", "A027");
        var given = YearStory.Rated(late, (YearStory.Second, 80, 85), (YearStory.Third, 80, 85)).Then(YearStory.Department, new SubmitStatutory(88));
        given.Year.Terms.Where(t => AgencyYearTerms.Stem(t) is "statutory" or "duty" or "survey" && t.Holder != Host.Value).ShouldAllBe(t => !t.IsOpen && t.IsLate(given.Now), "accepted, and marked late");
        given.Then(YearStory.Township, new AggregateTownshipPart()).Year.Part.ShouldNotBeNull();
    }

    [Fact, Trait("Rule", "A040")]
    public void LetterDue_chases_from_March_and_weekly_after_it_until_both_have_signed()
    {
        var days = Days(YearStory.Opened().At("2026-01-05 09:00"), 130).Where(t => t.Notice.Term == "letter" && t.Notice.Recipient == YearStory.Code).Select(t => t.Day).Distinct().ToList();
        days.ShouldBe(days.Order());
        days.ShouldContain("2026-03-03");
        days.ShouldContain("2026-03-10");
        days.ShouldContain("2026-03-17");
        days.ShouldContain("2026-04-08");
        days.ShouldContain("2026-04-15");
        Days(YearStory.InForce(), 130).ShouldNotContain(t => t.Notice.Term == "letter");
    }

    [Fact, Trait("Rule", "A038")]
    public void PlanConsentDue_chases_each_step_of_the_plan_weekly_while_it_is_overdue()
    {
        var plan = Weeks(YearStory.DutiesListed(), "plan", YearStory.Code);
        plan.ShouldBe(["2026-02-23", "2026-03-02", "2026-03-09", "2026-03-16"], "the plan was to be drafted by 15 February");
        var consent = Weeks(YearStory.Submitted(), "consent", YearStory.Bureau);
        consent.ShouldBe(["2026-01-27", "2026-02-03", "2026-02-10", "2026-02-17", "2026-02-24", "2026-03-03", "2026-03-10", "2026-03-17"], "consent was due on 19 January");
        Weeks(YearStory.Consented(), "consent", YearStory.Bureau).ShouldBeEmpty();
    }

    private static List<string> Weeks(YearStory from, string stem, OrganCode to) => [.. Days(from, 75)
        .Where(t => t.Notice.Term == stem && t.Notice.Recipient == to && t.Notice.Key.Contains(":Again")).Select(t => t.Day).Distinct()];

    private static IEnumerable<(string Day, Notice Notice)> Days(YearStory story, int count) => Told(story, count, TimeSpan.FromDays(1));

    // What is told at each tick; one on which nothing was passed tells nothing.
    private static IEnumerable<(string Day, Notice Notice)> Told(YearStory story, int count, TimeSpan every)
    {
        for (var i = 0; i < count; i++)
        {
            story = story.After(every);
            if (AgencyYearTerms.Tick(story.Year, story.Now, Given.Calendar) is not { } fired)
                continue;
            story = story.Happened(fired);
            var step = new AgencyYearStep(story.Events.Count, story.Now, null, OrganCode.Parse("4302"), fired);
            foreach (var notice in AgencyYearNotices.Of(Key, story.Year, [step], Given.Calendar, WorkingHours.Default, o => $"[{o}]"))
                yield return (LocalDay.Text(LocalDay.Of(story.Now)), notice);
        }
    }
}
