using OpsHub.Domain.Accounts;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Tests.Cases;

/// <summary>SM1 rows 1-3, 7 and 17 as a clerk reads them, and what a case's trace shows of the whole way.</summary>
public sealed class FirstRowTests
{
    [Fact]
    public void SM1_1_whoever_is_of_the_area_reports_and_the_receiver_is_first_asked_and_has_an_acceptance_limit()
    {
        foreach (var by in new[] { Town.Worker, Town.Committee, Town.TownshipCentre, Town.CountyCentre, new Actor("resident-1", Role.Resident, Town.Community), new Actor("p", Role.Hotline, Town.County) })
        {
            var reported = Story.Reported(by).Case;
            (reported.Stage, reported.Holder).ShouldBe((CaseStage.Reported, reported.FirstAsked), by.ToString());
            reported.OpenTerm("acceptance").ShouldNotBeNull().Holder.ShouldBe(reported.FirstAsked.Value);
        }

        Story.Blank.Refused(Town.OtherCommittee, Town.Report()).Code.ShouldBe(RefusalCodes.NotAllowed, "another community's");
    }

    [Fact]
    public void SM1_2_community_township_centre_or_county_centre_accepts_and_it_waits_for_triage()
    {
        foreach (var by in new[] { Town.Committee, Town.TownshipCentre, Town.CountyCentre })
        {
            var accepted = Story.Reported().Then(by, new AcceptCase()).Case;
            (accepted.Stage, accepted.OpenTerm("acceptance")).ShouldBe((CaseStage.Accepted, null), by.ToString());
            accepted.OpenTerm("triage").ShouldNotBeNull();
        }

        Story.Reported().Refused(Town.Agency, new AcceptCase()).Rule.ShouldBe("SM1.2");
        Story.Accepted().Refused(Town.Committee, new AcceptCase()).Code.ShouldBe(RefusalCodes.WrongState, "once");
    }

    [Fact]
    public void SM1_3_declining_takes_a_ground_a_reason_and_where_to_turn_and_ends_it()
    {
        var decline = new DeclineCase("省管道路", "省公路局", DeclineGround.OutsideCounty);
        var declined = Story.Reported().Then(Town.Committee, decline).Case;
        (declined.Stage, declined.OpenTerm("acceptance"), declined.FirstAsked).ShouldBe((CaseStage.Declined, null, Town.Community));
        Story.Reported().Refused(Town.Committee, decline with { Ground = null }).Rule.ShouldBe("T019");
        Story.Reported().Refused(Town.Committee, decline with { WhereToTurn = "" }).Field.ShouldBe("whereToTurn");
        Story.Reported().Refused(Town.Agency, decline).Rule.ShouldBe("SM1.3");
        Story.Accepted().Refused(Town.Committee, decline).Code.ShouldBe(RefusalCodes.WrongState, "what was accepted is not declined any more");
    }

    [Fact]
    public void SM1_7_the_lead_accepts_the_dispatch_and_handles_it_from_then_on_and_nobody_else_may()
    {
        foreach (var other in Town.Everybody.Remove(Town.Agency))
            Story.Dispatched().Refused(other, new AcceptDispatch()).Rule.ShouldBe("SM1.7", other.ToString());
        var handled = Story.Dispatched().After(TimeSpan.FromHours(1)).Then(Town.Agency, new AcceptDispatch()).Case;
        (handled.Stage, handled.Holder, handled.OpenTerm("accept")).ShouldBe((CaseStage.Handling, Town.UrbanManagement, null));
        handled.OpenTerm("handling").ShouldNotBeNull().Holder.ShouldBe(Town.UrbanManagement.Value);
        handled.Terms.Single(t => t.Id == "accept").DoneAt.ShouldBe(Town.Monday.AddHours(1), "when it was accepted counts (A023)");
    }

    [Fact]
    public void SM1_17_the_centre_closes_what_was_verified_and_it_is_open_nowhere_any_more()
    {
        foreach (var by in new[] { Town.TownshipCentre, Town.CountyCentre })
        {
            var closed = Story.Verified().Then(by, new CloseCase()).Case;
            (closed.Stage, closed.EndedAt).ShouldBe((CaseStage.Closed, Town.Monday), by.ToString());
            closed.Terms.ShouldAllBe(t => !t.IsOpen);
            CaseTerms.Contribution(closed).DueMinute.ShouldBe(0);
        }

        Story.Verified().Refused(Town.Committee, new CloseCase()).Rule.ShouldBe("SM1.17");
        Story.Verified().Refused(Town.Agency, new CloseCase()).Rule.ShouldBe("SM1.17");
        Story.FedBack().Refused(Town.TownshipCentre, new CloseCase()).Code.ShouldBe(RefusalCodes.WrongState, "nobody has verified it (G018)");
    }

    [Fact]
    public void G009_G023_discovering_dispatching_handling_supervising_and_evaluating_stand_in_the_trace_in_order()
    {
        var evaluated = Story.Handling().Then(Town.Committee, new UrgeCase(1, "请快")).Then(Town.Agency, new FeedBackCase("已清理", ["photo-1"]))
            .Then(Town.TownshipCentre, new VerifyCase(true)).Then(Town.TownshipCentre, new CloseCase()).Then(Town.Committee, new EvaluateCase(5));
        string[] way = [nameof(CaseReported), nameof(CaseDispatched), nameof(DispatchAccepted), nameof(CaseUrged), nameof(CaseFedBack), nameof(CaseVerified), nameof(CaseClosed), nameof(CaseEvaluated)];
        evaluated.Events.Select(e => e.Name).Where(way.Contains).ShouldBe(way);
    }

    [Fact]
    public void G014_the_township_s_centre_dispatches_the_case_of_its_community()
    {
        Story.Triaged().Then(Town.TownshipCentre, Town.To(Town.UrbanManagement)).Case.Stage.ShouldBe(CaseStage.Dispatched);
        Story.Triaged().Refused(Town.TownshipCentre with { Organ = OrganCode.Parse("430203002") }, Town.To(Town.UrbanManagement)).Code.ShouldBe(RefusalCodes.NotAllowed);
    }

    [Theory]
    [InlineData("grid", "Q05-01", true)]
    [InlineData("all-subject-grid", "Q05-01", false)]
    [InlineData(null, "Q05-01", false)]
    [InlineData("grid", "W01-01", false)]
    public void G007_a_basic_grid_forwards_a_matter_of_all_subject_grids_to_the_centre_and_who_was_asked_first_stays(string? kind, string category, bool forwarded)
    {
        var rules = Town.Rules with { Cases = Town.Rules.Cases with { Categories = Town.Rules.Cases.Categories.Add("W01-01", new("W01-01", "W01", "党建", "Party building", null, null, null, false, null)) } };
        var story = Story.Blank with { GridKind = kind, Rules = rules };
        var reported = story.Then(Town.Worker, Town.Report(category)).Case;
        (reported.Forwarded, reported.Holder, reported.FirstAsked).ShouldBe((forwarded ? Town.Township : null, forwarded ? Town.Township : Town.Community, Town.Community));
        reported.OpenTerm("acceptance").ShouldNotBeNull().Holder.ShouldBe(reported.Holder.Value);
        story.Then(Town.CountyCentre, Town.Report(category)).Case.Forwarded.ShouldBeNull("a centre received it itself");
        (story with { Rules = rules with { Cases = rules.Cases with { TownshipDelegated = false } } }).Then(Town.Worker, Town.Report(category)).Case.Holder.ShouldBe(forwarded ? Town.County : Town.Community);
    }
}
