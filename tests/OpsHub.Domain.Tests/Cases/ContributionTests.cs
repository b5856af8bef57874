using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Tests.Cases;

/// <summary>What a case adds to the summaries of its units.</summary>
public sealed class ContributionTests
{
    private static readonly long MondayHour = Town.Monday.ToUnixTimeSeconds() / 3600;

    [Fact]
    public void A_reported_case_is_open_and_due_at_its_acceptance()
    {
        var fact = CaseTerms.Contribution(Story.Reported(report: Town.Report("Q01-02")).Case);
        fact.ShouldBe(new CaseContribution(
            CaseStage.Reported, "Q01", MondayHour, 0, Minute("2026-07-13 14:00"), 0, false, null, false, 0, false, false));
    }

    [Fact]
    public void A_dispatched_case_is_due_at_the_nearest_of_its_terms_and_its_handling_day_is_the_day_that_24_00_ends()
    {
        var fact = CaseTerms.Contribution(Story.Dispatched().Case);
        fact.DueMinute.ShouldBe(Minute("2026-07-13 18:00"));
        fact.HandlingDueDay.ShouldBe(new DateOnly(2026, 7, 16).DayNumber);
        fact.FedBack.ShouldBeFalse();
    }

    [Fact]
    public void An_open_case_always_has_something_due()
    {
        foreach (var stage in Enum.GetValues<CaseStage>().Where(CaseStages.IsOpen))
            CaseTerms.Contribution(Story.In(stage).Case).DueMinute.ShouldBeGreaterThan(0, stage.ToString());
    }

    [Fact]
    public void While_its_handling_is_suspended_nothing_of_it_is_due() =>
        CaseTerms.Contribution(Story.Handling().Then(Town.TownshipCentre, new SuspendCase("鉴定", Town.Monday.AddDays(3))).Case).DueMinute.ShouldBe(0);

    [Fact]
    public void Urging_and_reopening_are_told_while_it_is_open()
    {
        var urged = Story.Handling().Then(Town.Committee, new UrgeCase(1, "请快"));
        CaseTerms.Contribution(urged.Case).UrgedLevel.ShouldBe(1);
        var reopened = CaseTerms.Contribution(Story.Closed().Then(Town.TownshipCentre, new ReopenCase("复发")).Case);
        (reopened.Reopened, reopened.OnTime, reopened.FedBack, reopened.HandlingDueDay, reopened.ClosedHour).ShouldBe((true, null, false, 0L, 0L));
    }

    [Fact]
    public void On_time_is_told_when_the_case_is_closed_and_not_before()
    {
        CaseTerms.Contribution(Story.FedBack().Case).OnTime.ShouldBeNull();
        CaseTerms.Contribution(Story.FedBack().Case).FedBack.ShouldBeTrue();
        var closed = CaseTerms.Contribution(Story.Closed().Case);
        (closed.OnTime, closed.ClosedHour, closed.DueMinute).ShouldBe((true, MondayHour, 0));
    }

    [Fact]
    public void A_failed_verification_takes_the_feedback_back()
    {
        var rework = Story.FedBack().Then(Town.TownshipCentre, new FailVerification("仍有垃圾"));
        CaseTerms.Contribution(rework.Case).FedBack.ShouldBeFalse();
        CaseTerms.Contribution(rework.Case).DueMinute.ShouldBe(Minute("2026-07-17 00:00"));
    }

    [Fact]
    public void A_declined_case_is_neither_open_nor_closed()
    {
        var fact = CaseTerms.Contribution(Story.In(CaseStage.Declined).Case);
        fact.ClosedHour.ShouldBe(0);
        var reading = SummaryFold.Read(SummaryFold.Of([fact], Town.Monday), Town.Monday);
        (reading.Open, reading.ClosedToday, reading.ReportedToday).ShouldBe((0, 0, 1));
    }

    private static long Minute(string local) => Calendars.Given.Local(local).ToUnixTimeSeconds() / 60;
}
