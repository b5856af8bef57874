using System.Collections.Immutable;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Filings;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Notices;
using OpsHub.Domain.Tests.Calendars;
using static OpsHub.Domain.Tests.Filings.FilingStory;

namespace OpsHub.Domain.Tests.Filings;

/// <summary>Obligations as terms: who is told, what passes with time, and what another calendar does.</summary>
public sealed class FilingTermTests
{
    [Fact]
    public void Everybody_who_must_act_is_told_what_is_owed_and_a_county_hears_of_a_township_that_is_late()
    {
        var county = OfCounty();
        Notices(county, 0).Select(n => (n.Recipient.Value, n.Kind, n.Term)).ShouldBe(
        [
            ("430203", NoticeKind.NewWork, "OrganisationFiling-1"), ("430203", NoticeKind.NewWork, "EstablishmentFiling-1"), ("430203", NoticeKind.NewWork, "AssessmentMeasures-1"),
            ("430203001", NoticeKind.NewWork, "DetailedRules-430203001-1"), ("430203002", NoticeKind.NewWork, "DetailedRules-430203002-1"),
        ]);
        Notices(county, 0).ShouldAllBe(n => n.Zh.Contains("待您单位") && n.Zh.Contains("24:00"));

        var late = At(OfTownship(), "2026-09-30 09:00");
        Notices(late, 1).Where(n => n.Kind == NoticeKind.Overdue).Select(n => n.Recipient.Value).Distinct().ShouldBe(["430203001", "430203"]);
    }

    [Fact, Trait("Rule", "A043")]
    public void A043_the_city_hears_of_what_a_county_itself_owes()
    {
        var late = At(OfCounty() with { Rules = new() { EstablishmentReceiver = "BB" } }, "2026-09-30 09:00");
        Notices(late, 1).Where(n => n.Recipient.Unit == City).Select(n => (n.Recipient.Value, n.Term)).ShouldBe([("4302:D01", "OrganisationFiling-1"), ("4302:BB", "EstablishmentFiling-1"), ("4302:D01", "AssessmentMeasures-1")], ignoreOrder: true);
        Notices(late, 1).ShouldContain(n => n.Recipient.Value == "430203001" && n.Kind == NoticeKind.Overdue);
    }

    [Fact]
    public void What_was_filed_is_told_to_its_receiver_and_what_is_done_is_told_to_nobody()
    {
        var filed = OfCounty().Then(County, Measures).Then(County, new FileMeasures(1, FilingReceiver.Organisation, "1"));
        Notices(filed, 2).ShouldHaveSingleItem().ShouldSatisfyAllConditions(n => n.Recipient.Value.ShouldBe("4302:D01"), n => n.Kind.ShouldBe(NoticeKind.NewWork));
        Notices(filed, 0).ShouldNotContain(n => n.Term == "OrganisationFiling-1", "it was met since");
        FilingNotices.Standing(filed.Record).ShouldNotContain("OrganisationFiling-1");
        var late = At(filed, "2026-09-30 09:00");
        Notices(late, 3).ShouldNotContain(n => n.Term == "OrganisationFiling-1");
        Notices(late, 3).Select(n => n.Key).ShouldBeUnique();
    }

    [Fact]
    public void Rungs_fire_once_in_one_event_however_long_nobody_looked()
    {
        var late = At(OfTownship(), "2026-12-01 09:00");
        late.Record.Terms.ShouldAllBe(t => t.Fired.SequenceEqual(new[] { RungKind.DueSoon, RungKind.Due, RungKind.OverdueCommunity, RungKind.OverdueTownship, RungKind.OverdueCounty }));
        FilingTerms.Tick(late.Record, late.Now, Given.Calendar, late.Rules).ShouldBeNull();
        FilingTerms.Ahead(late.Record, Given.Calendar, late.Rules).ShouldBeEmpty();
        FilingTerms.Nearest(late.Record).ShouldNotBeNull("a late one is owed all the same");
    }

    [Fact]
    public void Resolution6_another_calendar_counts_open_terms_again_and_fires_no_rung_of_a_former_due()
    {
        var county = OfCounty();
        var due = county.Record.Terms[0].Due;
        // A week off in August.
        var other = Given.Calendar.With(2026, [.. Given.ShippedRows().Where(r => r.Date.Year == 2026), .. Enumerable.Range(3, 5).Select(d => new OfficialDay(new(2026, 8, d), DayKind.Holiday, "停工", 2026, "test"))]);
        var moved = FilingTerms.Reprojected(county.Record, county.Now, other, 2).ShouldNotBeNull();
        moved.Terms.ShouldAllBe(t => t.Due > t.Ledger.Last().FormerDue);
        var after = FilingFold.Apply(county.Record, moved);
        after.Calendar.ShouldBe(other.Version);
        FilingTerms.Reprojected(after, county.Now, other, 3).ShouldBeNull();
        FilingTerms.Reprojected(after, county.Now, Given.Calendar, 3).ShouldBeNull("who knows less takes nothing back");
        FilingTerms.Overtaken(county.Record, due, other, county.Rules, 2).OfType<FilingRungsFired>().SelectMany(e => e.Rungs).ShouldNotContain(r => r.Term == "OrganisationFiling-1" && r.Kind == RungKind.Due);
        FilingTerms.OfRungs(after, county.Now, other, county.Rules, [Given.Calendar]).ShouldBeNull("its rungs were told by it");
    }

    [Fact]
    public void What_was_on_file_before_the_hub_asked_for_it_is_in_time()
    {
        var county = OfCounty();
        var entered = FilingDecisions.Decide(county.Record, new IssueAssessmentMeasures("办法", "1号"),
            new(County, Given.Local("2026-07-01 09:00"), Given.Calendar, WorkingHours.Default, new(), 2, county.Place)).Events.Aggregate(county.Record, FilingFold.Apply);
        entered.Terms.Single(t => FilingDuties.KindOf(t) == FilingDutyKind.AssessmentMeasures).ShouldSatisfyAllConditions(t => t.IsOpen.ShouldBeFalse(), t => t.IsLate(county.Now).ShouldBeFalse());
    }

    private static FilingStory At(FilingStory story, string local)
    {
        var later = story.At(local);
        var passed = FilingTerms.Tick(story.Record, later.Now, Given.Calendar, story.Rules).ShouldNotBeNull();
        return later with { State = FilingFold.Apply(story.State, passed), Events = story.Events.Add(passed) };
    }

    private static ImmutableList<Notice> Notices(FilingStory story, int step) => FilingNotices.Of(
        "filings-x", story.Record, CountyCode, [new(step + 1, story.Now, OrganCode.Of(City), story.Events[step])], story.Rules, "芦淞区");
}
