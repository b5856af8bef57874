using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Commands;

namespace OpsHub.Domain.Tests.Cases;

/// <summary>SM1 rows 7-9: accept the dispatch, return it, dispatch again.</summary>
public sealed class ReturnTests
{
    private static readonly ReturnCase NotMine = new(ReturnReason.NotMine, "不属于城管职责");

    [Fact]
    public void Only_the_lead_unit_accepts_or_returns()
    {
        foreach (var actor in Town.Everybody.Remove(Town.Agency))
        {
            Story.Dispatched().Refused(actor, new AcceptDispatch()).Rule.ShouldBe("SM1.7", actor.ToString());
            Story.Dispatched().Refused(actor, NotMine).Rule.ShouldBe("SM1.8", actor.ToString());
        }
    }

    [Fact]
    public void A_return_comes_before_the_time_to_accept_ends_SM1_8()
    {
        var story = Story.Dispatched();
        var due = story.Case.OpenTerm("accept").ShouldNotBeNull().Due;

        story.At(due.AddSeconds(-1)).Then(Town.Agency, NotMine).Case.Stage.ShouldBe(CaseStage.Returned);
        var refusal = story.At(due).Refused(Town.Agency, NotMine);
        (refusal.Code, refusal.Rule).ShouldBe(("RETURN_TOO_LATE", "SM1.8"));
    }

    [Fact]
    public void A_late_acceptance_is_taken_and_is_late()
    {
        var story = Story.Dispatched().After(TimeSpan.FromDays(9)).Then(Town.Agency, new AcceptDispatch());
        story.Case.Terms.Find(t => t.Id == "accept").ShouldNotBeNull().IsLate(story.Now).ShouldBeTrue();
    }

    [Fact]
    public void A_return_says_why_and_counts()
    {
        Story.Dispatched().Refused(Town.Agency, NotMine with { Note = "" }).Field.ShouldBe("note");
        Story.Returned().Case.Returns.ShouldBe(1);
        Story.Returned().Case.Terms.Find(t => t.Id == "accept").ShouldNotBeNull().IsOpen.ShouldBeFalse();
    }

    [Fact]
    public void A_returned_case_goes_to_the_centre_of_whoever_was_asked_first_SM1_8()
    {
        Story.Returned().Case.Holder.ShouldBe(Town.Township);
        ReturnedTo(Story.Reported(Town.CountyCentre)).ShouldBe(Town.County);
        ReturnedTo(Story.Reported(rules: Town.Undelegated)).ShouldBe(Town.County, "the township's centre could not dispatch again (resolution 49)");
    }

    [Fact]
    public void The_same_lead_again_takes_a_ruling_of_the_township_SM1_9()
    {
        var again = new RedispatchCase(Town.Led(Town.UrbanManagement));
        Story.Returned().Refused(Town.TownshipCentre, again).Code.ShouldBe("RULING_REQUIRED");
        Story.Returned().Refused(Town.TownshipCentre, again with { Ruling = "  " }).Code.ShouldBe("RULING_REQUIRED");
        Story.Returned().Then(Town.TownshipCentre, again with { Ruling = "裁定 2026-7 号" }).Case.Lead.ShouldBe(Town.UrbanManagement);
        Story.Returned().Then(Town.TownshipCentre, again with { Parties = Town.Led(Town.WaterBureau) }).Case.Lead.ShouldBe(Town.WaterBureau);
    }

    [Fact]
    public void After_the_second_return_a_coordination_meeting_comes_first_T022()
    {
        var twice = Story.Returned()
            .Then(Town.TownshipCentre, new RedispatchCase(Town.Led(Town.WaterBureau)))
            .Then(Town.Bureau, new ReturnCase(ReturnReason.Insufficient, "地点不明"));
        var third = new RedispatchCase(Town.Led(Town.FoodSafety));

        twice.Refused(Town.TownshipCentre, third).Rule.ShouldBe("T022");
        twice.Refused(Town.TownshipCentre, third with { MeetingRecord = "会议纪要 12" }).Rule.ShouldBe("T022", "a reference is no meeting");
        Story.Met(twice).Then(Town.TownshipCentre, third with { MeetingRecord = "会议纪要 12" })
            .Events[^1].ShouldBeOfType<CaseRedispatched>().MeetingRecord.ShouldBe("会议纪要 12");
    }

    [Fact]
    public void A_community_does_not_send_its_own_return_to_itself_SM1_9()
    {
        var returned = Story.Triaged(TriageClass.CommunityLevel).Then(Town.Committee, Town.To(Town.Community)).Then(Town.Committee, NotMine);
        var again = new RedispatchCase(Town.Led(Town.Community), Ruling: "社区自裁", GrantNewTerm: true);
        returned.Case.Holder.ShouldBe(Town.Township);
        (returned.Refused(Town.Committee, again).Code, returned.Refused(Town.Committee, again).Rule).ShouldBe((RefusalCodes.NotAllowed, "SM1.9"));
        CaseMoves.Of(Town.Committee, returned.Case, Town.Rules.Cases, returned.Now).Select(m => m.Row).ShouldBe(["SM1.20"]);
        returned.Then(Town.TownshipCentre, again).Case.Lead.ShouldBe(Town.Community);
    }

    [Fact]
    public void Another_dispatch_keeps_to_the_rules_of_the_first()
    {
        var story = Story.Returned();
        story.Refused(Town.TownshipCentre, new RedispatchCase(Town.Led(Town.Community))).Rule.ShouldBe("R029");
        story.Refused(Town.TownshipCentre, new RedispatchCase([])).Rule.ShouldBe("G046");
        story.Refused(Town.Agency, new RedispatchCase(Town.Led(Town.WaterBureau))).Code.ShouldBe(RefusalCodes.NotAllowed);
    }

    [Fact]
    public void The_due_is_not_restarted_and_the_new_lead_must_keep_it_SM1_9()
    {
        var returned = Story.Returned().After(TimeSpan.FromHours(3));
        var before = returned.Case.OpenTerm("handling").ShouldNotBeNull();
        var after = returned.Then(Town.TownshipCentre, new RedispatchCase(Town.Led(Town.WaterBureau))).Case;

        after.CountTerms("handling").ShouldBe(1);
        after.OpenTerm("handling").ShouldNotBeNull().Due.ShouldBe(before.Due);
        after.OpenTerm("handling").ShouldNotBeNull().Holder.ShouldBe(Town.WaterBureau.Value);
        after.OpenTerm("accept").ShouldNotBeNull().Id.ShouldBe("accept-2");
    }

    [Fact]
    public void The_due_is_restarted_where_the_dispatcher_grants_it_SM1_9()
    {
        var returned = Story.Returned().At("2026-07-14 10:00");
        var granted = returned.Then(Town.TownshipCentre, new RedispatchCase(Town.Led(Town.WaterBureau), GrantNewTerm: true)).Case;

        granted.CountTerms("handling").ShouldBe(1, "a second term would show the first as kept");
        var term = granted.OpenTerm("handling").ShouldNotBeNull();
        term.Due.ShouldBe(Calendars.Given.EndOf("2026-07-17"));
        term.Holder.ShouldBe(Town.WaterBureau.Value);
        var entry = term.Ledger.ShouldHaveSingleItem();
        (entry.Kind, entry.FormerDue, entry.NewDue).ShouldBe((TermPause.Granted, Calendars.Given.EndOf("2026-07-16"), Calendars.Given.EndOf("2026-07-17")));
        entry.By.ShouldBe(returned.Events.Count + 1);
    }

    [Fact]
    public void A_grant_that_moves_nothing_leaves_the_due_as_it_is()
    {
        var granted = Story.Returned().Then(Town.TownshipCentre, new RedispatchCase(Town.Led(Town.WaterBureau), GrantNewTerm: true)).Case;
        granted.OpenTerm("handling").ShouldNotBeNull().ShouldSatisfyAllConditions(
            t => t.Ledger.ShouldBeEmpty(), t => t.Holder.ShouldBe(Town.WaterBureau.Value), t => t.Due.ShouldBe(Calendars.Given.EndOf("2026-07-16")));
    }

    [Fact]
    public void A_granted_due_starts_the_ladder_anew_and_on_time_goes_by_it()
    {
        var late = Story.Returned().At("2026-07-20 09:00").Ticked();
        late.Case.OpenTerm("handling").ShouldNotBeNull().Fired.ShouldNotBeEmpty();
        var again = late.Then(Town.TownshipCentre, new RedispatchCase(Town.Led(Town.WaterBureau), GrantNewTerm: true));
        again.Case.OpenTerm("handling").ShouldNotBeNull().Fired.ShouldBeEmpty();
        again.Then(Town.Bureau, new AcceptDispatch()).Then(Town.Bureau, new FeedBackCase("已清理", [])).Case.OnTime.ShouldBe(true);
    }

    [Fact]
    public void What_was_given_back_is_its_new_holder_s_to_keep_and_not_the_giver_s() =>
        Story.Returned().Case.OpenTerm("handling").ShouldNotBeNull().Holder.ShouldBe(Town.Township.Value);

    [Fact]
    public void A_trace_of_the_first_days_with_a_second_term_folds_as_it_did()
    {
        var returned = Story.Returned();
        var second = returned.Case.OpenTerm("handling").ShouldNotBeNull() with { Id = "handling-2", Due = Calendars.Given.EndOf("2026-07-20") };
        var accept = returned.Case.Terms.Find(t => t.Id == "accept").ShouldNotBeNull() with { Id = "accept-2", DoneAt = null };
        var folded = returned.Happened(new CaseRedispatched(returned.Now, Town.Township, Town.WaterBureau, [], null, null, null, accept, second)).Case;
        folded.OpenTerm("handling").ShouldNotBeNull().Id.ShouldBe("handling-2");
        folded.Terms.Find(t => t.Id == "handling").ShouldNotBeNull().IsOpen.ShouldBeFalse();
    }

    private static Domain.Hierarchy.OrganCode ReturnedTo(Story reported) => reported
        .Then(Town.CountyCentre, new AcceptCase()).Then(Town.CountyCentre, new TriageCase(TriageClass.ClearOwner))
        .Then(Town.CountyCentre, Town.To(Town.UrbanManagement)).Then(Town.Agency, NotMine).Case.Holder;
}
