using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Tests.Cases;

/// <summary>Units move, merge and end while cases are under way: what the former ones held goes to those in force, once, and no due moves. G011.</summary>
public sealed class FollowingTests
{
    private static readonly OrganCode NewTownship = OrganCode.Parse("430203002");
    private static readonly Actor NewCentre = new("centre-2", Role.TownshipGovernanceCentre, NewTownship);

    /// <summary>The community went to another township.</summary>
    private static readonly Placement Moved = Town.Place with { Township = NewTownship.Unit };

    /// <summary>The grid went to another community of the township.</summary>
    private static readonly Placement Regrouped = Town.Place with { Community = Town.OtherCommunity.Unit };

    public static TheoryData<CaseStage> Open => [.. Enum.GetValues<CaseStage>().Where(stage => stage.IsOpen())];

    [Theory]
    [Trait("Rule", "G011")]
    [MemberData(nameof(Open))]
    public void G011_in_no_open_stage_does_a_case_name_the_former_township(CaseStage stage)
    {
        var (before, after) = (Story.In(stage).Case, Followed(Story.In(stage), Moved).Case);
        (after.Placement, after.Stage, after.FirstAsked, after.ChangedAt).ShouldBe((Moved, stage, before.FirstAsked, before.ChangedAt));
        after.Holder.ShouldBe(before.Holder == Town.Township ? NewTownship : before.Holder);
        after.Terms.FindAll(t => t.IsOpen).ShouldAllBe(t => t.Holder != Town.Township.Value);
        after.Terms.ConvertAll(t => (t.Id, t.Due, t.Fired)).ShouldBe(before.Terms.ConvertAll(t => (t.Id, t.Due, t.Fired)), "whose area it is moves no due");
        CaseFollowing.Of(after, Town.Monday.AddDays(9), new(Moved, 1)).ShouldBeNull("once each");
    }

    [Theory]
    [InlineData(CaseStage.Accepted)]
    [InlineData(CaseStage.Triaged)]
    [InlineData(CaseStage.Returned)]
    [InlineData(CaseStage.FedBack)]
    [InlineData(CaseStage.Verified)]
    public void Who_holds_it_then_may_make_the_next_move(CaseStage stage)
    {
        var story = Followed(Story.In(stage), Moved);
        story.Case.Holder.ShouldBe(NewTownship);
        CaseMoves.Of(NewCentre, story.Case, Town.Rules.Cases, story.Now, Moved).ShouldContain(m => m.Command != typeof(WithdrawCase) && m.Command != typeof(EscalateCase));
    }

    [Fact]
    public void The_trace_says_from_whom_to_whom()
    {
        var e = Followed(Story.Triaged(), Moved).Events[^1].ShouldBeOfType<CaseAreaChanged>();
        (e.By, e.NextHolder, e.Rule, e.Former).ShouldBe((OrganCode.Of(Town.Place.City), NewTownship, "G011", Town.Place));
        e.Why.ShouldNotBeNull().ShouldContain("贺家土街道");
        e.Terms.ShouldHaveSingleItem().Id.ShouldBe("dispatch");
    }

    [Fact]
    public void An_agency_that_leads_keeps_it() => Followed(Story.Handling(), Moved).Events[^1].ShouldBeOfType<CaseAreaChanged>().Terms.ShouldBeEmpty();

    [Fact]
    public void What_waits_for_its_community_goes_to_the_one_its_grid_went_to()
    {
        var story = Followed(Story.Reported(), Regrouped);
        story.Case.Holder.ShouldBe(Town.OtherCommunity);
        story.Refused(Town.Committee, new AcceptCase()).Code.ShouldBe(RefusalCodes.NotAllowed);
        story.Then(Town.OtherCommittee, new AcceptCase()).Case.FirstAsked.ShouldBe(Town.Community, "T019: never cleared");
    }

    [Fact]
    public void A_case_of_a_merged_grid_lies_in_the_one_that_took_it_over()
    {
        var story = Followed(Story.Triaged(TriageClass.CommunityLevel).Then(Town.TownshipCentre, Town.To(Town.Community)), Town.Elsewhere);
        var e = story.Events[^1].ShouldBeOfType<CaseRelocated>();
        (e.From, e.Placement, e.NextHolder, e.Rule).ShouldBe((Town.Grid, Town.Elsewhere, Town.OtherCommunity, "G011"));
        story.Case.Lead.ShouldBe(Town.OtherCommunity, "the former one is not even shown it");
        story.Then(Town.OtherCommittee, new AcceptDispatch()).Then(Town.OtherCommittee, new FeedBackCase("已清理", [])).Case.Stage.ShouldBe(CaseStage.FedBack);
    }

    [Fact]
    public void A_verification_that_fails_gives_it_back_to_the_lead_in_force()
    {
        var fedBack = Story.Triaged(TriageClass.PublicService).Then(Town.TownshipCentre, Town.To(Town.Township)).Then(Town.TownshipCentre, new AcceptDispatch())
            .Then(Town.TownshipCentre, new FeedBackCase("已办", []));
        var again = Followed(fedBack, Moved).Then(Town.CountyCentre, new FailVerification("未办好")).Case;
        (again.Holder, again.OpenTerm("handling")!.Holder).ShouldBe((NewTownship, NewTownship.Value));
    }

    [Fact]
    public void An_urge_is_answered_and_an_extension_decided_by_those_in_force()
    {
        var urged = Followed(Story.Triaged(TriageClass.CommunityLevel).Then(Town.TownshipCentre, Town.To(Town.Community)).Then(Town.Government, new UrgeCase(1, "请接单")), Regrouped);
        urged.Refused(Town.Committee, new AnswerUrge("在办")).Code.ShouldBe(RefusalCodes.NotAllowed);
        urged.Then(Town.OtherCommittee, new AnswerUrge("在办")).Case.Urges.ShouldHaveSingleItem().Answer.ShouldBe("在办");

        var asked = Followed(Story.Handling().Then(Town.Agency, new RequestExtension("等待配件", Town.Monday.AddDays(9))), Moved);
        asked.Case.Extension!.Decider.ShouldBe(NewTownship);
        asked.Refused(Town.TownshipCentre, new GrantExtension()).Code.ShouldBe(RefusalCodes.NotAllowed);
        asked.Then(NewCentre, new GrantExtension()).Case.Extension.ShouldBeNull();
    }

    [Fact]
    public void What_is_over_stays_where_it_was() => CaseFollowing.Of(Story.Closed().Case, Town.Monday.AddDays(9), new(Moved, 1)).ShouldBeNull();

    [Fact]
    [Trait("Rule", "G011")]
    public void G011_what_is_opened_again_follows_at_once()
    {
        foreach (var place in new[] { Town.AcrossTownships, Moved })
            foreach (var decide in new Func<Case?, CaseCommand, CaseContext, Decision<CaseEvent>>[] { CaseDecisions.DecideNow, CaseDecisions.DecideThen })
            {
                var closed = Story.Closed().After(TimeSpan.FromDays(1)) with { Place = place };
                var events = decide(closed.Case, new ReopenCase("又堆放垃圾"), new(NewCentre, closed.Now, closed.Rules, closed.Events.Count + 1) { Placement = place, Directory = 1 }).Events;
                events.Count.ShouldBe(2);
                events[0].ShouldBeOfType<CaseReopened>();
                CaseFollowing.IsHandover(events[1]).ShouldBeTrue();
                var open = events.Aggregate(closed.Case, Case.Apply);
                (open.Placement, open.Holder, open.OpenTerm("triage")!.Holder, open.Stage).ShouldBe((place, NewTownship, NewTownship.Value, CaseStage.Accepted));
            }

        var stays = Story.Closed().After(TimeSpan.FromDays(1));
        CaseDecisions.DecideNow(stays.Case, new ReopenCase("又堆放垃圾"), new(Town.TownshipCentre, stays.Now, stays.Rules, 99) { Placement = Town.Place }).Events.ShouldHaveSingleItem();
    }

    [Fact]
    public void What_was_open_when_something_is_entered_afterwards_is_left_to_the_next_command_or_tick()
    {
        var story = Story.Triaged();
        var context = new CaseContext(NewCentre, story.Now, story.Rules, story.Events.Count + 1) { Placement = Moved, Directory = 1, Organs = story.Organs };
        CaseDecisions.DecideThen(story.Case, Town.To(Town.UrbanManagement), context).Events.ShouldHaveSingleItem().ShouldBeOfType<CaseDispatched>();
    }

    [Fact]
    public void A_command_or_a_tick_that_comes_first_hands_it_over_before_anything_else()
    {
        var story = Story.Triaged() with { Place = Moved };
        var context = new CaseContext(NewCentre, story.Now, story.Rules, story.Events.Count + 1) { Placement = Moved, Organs = story.Organs };
        var events = CaseDecisions.DecideNow(story.Case, Town.To(Town.UrbanManagement), context).Events;
        events.ConvertAll(e => e.GetType()).ShouldBe([typeof(CaseAreaChanged), typeof(CaseDispatched)]);
        ((CaseDispatched)events[1]).Handling.OpenedBy.ShouldBe(story.Events.Count + 2);
        var ticked = story.At("2026-07-30 09:00").Ticked();
        ticked.Events.Skip(story.Events.Count).Select(e => e.GetType()).ShouldBe([typeof(CaseAreaChanged), typeof(CaseRungsFired)]);
        ticked.Case.OpenTerm("dispatch")!.Holder.ShouldBe(NewTownship.Value);
    }

    [Fact]
    public void What_is_entered_afterwards_may_still_have_happened_before() =>
        (Followed(Story.Triaged().After(TimeSpan.FromHours(1)), Moved) with { Now = Town.Monday }).Then(NewCentre, Town.To(Town.WaterBureau)).Case.Lead.ShouldBe(Town.WaterBureau);

    [Fact]
    public void The_right_grid_that_a_centre_puts_it_into_is_no_handing_over() =>
        Story.Accepted().Then(Town.TownshipCentre, new RelocateCase(Town.Elsewhere.Grid, "地址写错")).Events[^1].ShouldSatisfyAllConditions(e => e.Rule.ShouldBe("HUB"), e => CaseFollowing.IsHandover(e).ShouldBeFalse());

    [Fact]
    [Trait("Rule", "G011")]
    public void G011_a_hierarchy_older_than_the_one_that_handed_it_over_never_takes_it_back()
    {
        foreach (var place in new[] { Moved, Regrouped, Town.Elsewhere })
        {
            var story = Followed(Story.Triaged(), place, directory: 7) with { Place = Town.Place, Directory = 6 };
            story.Case.Directory.ShouldBe(7);
            CaseFollowing.Of(story.Case, story.Now, new(Town.Place, 6)).ShouldBeNull();
            story.Ticked().Events.ShouldBe(story.Events);
            story.At("2026-07-30 09:00").Ticked().Events.Skip(story.Events.Count).Select(e => e.GetType()).ShouldBe([typeof(CaseRungsFired)], "a rung that has passed still fires");
            CaseFollowing.Of(story.Case, story.Now, new(Town.Place, 8)).ShouldNotBeNull("units may go back, and then it goes with them");
        }
    }

    [Fact]
    public void Nor_one_older_than_the_one_it_was_reported_or_put_right_by()
    {
        var reported = (Story.Blank with { Directory = 7 }).Then(Town.Worker, Town.Report());
        CaseFollowing.Of(reported.Case, reported.Now, new(Moved, 6)).ShouldBeNull();
        var relocated = (reported with { Directory = 8 }).Then(Town.Committee, new RelocateCase(Town.Elsewhere.Grid, "地址写错"));
        CaseFollowing.Of(relocated.Case, relocated.Now, new(Town.Elsewhere with { Township = NewTownship.Unit }, 7)).ShouldBeNull();
        CaseFollowing.Of(relocated.Case, relocated.Now, new(Town.Elsewhere with { Township = NewTownship.Unit }, 8)).ShouldNotBeNull();
    }

    [Fact]
    public void Who_dispatched_it_verifies_it_and_reads_its_contact_through_its_successor()
    {
        var next = Town.Place with { Township = UnitCode.Parse("430204001"), County = UnitCode.Parse("430204") };
        var story = Followed(Story.Triaged().Then(Town.CountyCentre, Town.To(Town.UrbanManagement)).Then(Town.Agency, new AcceptDispatch()), next);
        story.Case.Dispatcher.ShouldBe(OrganCode.Of(next.County), "neither the agency nor the former county verifies it");
        CaseContacts.Handles(new Actor("command-2", Role.CountyCommandCentre, OrganCode.Of(next.County)), story.Case).ShouldBeTrue();
        CaseContacts.Handles(Town.CountyCentre, story.Case).ShouldBeFalse();
        story.Then(Town.Agency, new FeedBackCase("已办", [])).Case.Holder.ShouldBe(OrganCode.Of(next.County), "a case that the county dispatched comes back to the county");

        Followed(Story.Handling(), Moved).Case.Dispatcher.ShouldBe(NewTownship);
        Followed(Story.Triaged(), Moved).Case.Dispatcher.ShouldBeNull();
    }

    private static Story Followed(Story story, Placement place, long directory = 1) =>
        story.Happened(CaseFollowing.Of(story.Case, story.Now, new(place, directory), Town.NameOf).ShouldNotBeNull()) with { Place = place, Directory = directory };
}
