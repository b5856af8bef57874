using OpsHub.Domain.Accounts;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Tests.Cases;

/// <summary>SM1 rows 14-17: feedback, verification, closing.</summary>
public sealed class VerificationTests
{
    [Fact]
    public void Only_the_lead_unit_feeds_back_SM1_14()
    {
        foreach (var actor in Town.Everybody.Remove(Town.Agency))
            Story.Handling().Refused(actor, new FeedBackCase("已清理", [])).Rule.ShouldBe("SM1.14", actor.ToString());
    }

    [Fact]
    public void Feedback_says_what_was_done_with_at_most_20_pieces_of_evidence()
    {
        var story = Story.Handling();
        story.Refused(Town.Agency, new FeedBackCase("", [])).Field.ShouldBe("result");
        story.Refused(Town.Agency, new FeedBackCase(new('清', 2001), [])).Field.ShouldBe("result");
        story.Refused(Town.Agency, new FeedBackCase("已清理", [.. Enumerable.Range(0, 21).Select(i => $"photo-{i}")])).Field.ShouldBe("evidence");
        story.Refused(Town.Agency, new FeedBackCase("已清理", ["photo-1", ""])).Field.ShouldBe("evidence");
        story.Then(Town.Agency, new FeedBackCase("已清理", [.. Enumerable.Range(0, 20).Select(i => $"photo-{i}")]));
    }

    [Fact]
    public void An_enforcement_result_comes_only_from_the_recorded_holder_of_the_power_R031()
    {
        var story = Story.Triaged(enforcement: true).Then(Town.TownshipCentre, Town.To(Town.UrbanManagement)).Then(Town.Agency, new AcceptDispatch());
        var withdrawn = story with { Organs = story.Organs.SetItem(Town.UrbanManagement, new(Town.UrbanManagement, true, true)) };
        var refusal = withdrawn.Refused(Town.Agency, new FeedBackCase("已处罚", []));
        (refusal.Code, refusal.Rule).ShouldBe(("NO_POWER", "SM1.14"));
        story.Then(Town.Agency, new FeedBackCase("已处罚", []));
    }

    [Fact]
    public void Own_centres_verify_and_close_and_nobody_else()
    {
        Actor[] may = [Town.TownshipCentre, Town.CountyCentre];
        foreach (var actor in Town.Everybody)
        {
            Story.FedBack().Asked(actor, new VerifyCase(true)).IsRefused.ShouldBe(!may.Contains(actor), actor.ToString());
            Story.FedBack().Asked(actor, new FailVerification("仍有垃圾")).IsRefused.ShouldBe(!may.Contains(actor), actor.ToString());
            Story.Verified().Asked(actor, new CloseCase()).IsRefused.ShouldBe(!may.Contains(actor), actor.ToString());
        }
    }

    [Fact]
    public void The_handler_does_not_verify_under_another_hat_G047()
    {
        var sameperson = new Actor(Town.Agency.Principal, Role.CountyCommandCentre, Town.County);
        Story.FedBack().Refused(sameperson, new VerifyCase(true)).Rule.ShouldBe("G047");
        Story.FedBack().Refused(sameperson, new FailVerification("仍有垃圾")).Rule.ShouldBe("G047");
    }

    [Fact]
    public void The_lead_organ_does_not_verify_through_a_colleague_G047()
    {
        var ledByTownship = LedBy(Town.Township, Town.TownshipCentre, Town.TownshipCentre);
        ledByTownship.Case.Holder.ShouldBe(Town.County);
        ledByTownship.Refused(Town.TownshipCentre with { Principal = "centre-2" }, new VerifyCase(true)).Rule.ShouldBe("G047");
        ledByTownship.Then(Town.CountyCentre, new VerifyCase(true));

        var ledByCounty = LedBy(Town.County, Town.CountyCentre, Town.CountyCentre);
        ledByCounty.Case.Holder.ShouldBe(Town.Township);
        ledByCounty.Refused(Town.CountyCentre with { Principal = "command-9" }, new VerifyCase(true)).Rule.ShouldBe("G047");
        ledByCounty.Then(Town.TownshipCentre, new VerifyCase(true));
    }

    [Fact]
    public void The_centre_that_dispatched_verifies()
    {
        LedBy(Town.UrbanManagement, Town.TownshipCentre, Town.Agency).Case.Holder.ShouldBe(Town.Township);
        LedBy(Town.UrbanManagement, Town.CountyCentre, Town.Agency).Case.Holder.ShouldBe(Town.County);
    }

    [Fact]
    public void A_centre_that_assisted_does_not_verify_the_other_one_does_G047()
    {
        var (centre, county) = (Town.TownshipCentre with { Principal = "centre-9" }, Town.CountyCentre with { Principal = "command-9" });
        var byTownship = Assisted(Town.Township);
        byTownship.Case.Holder.ShouldBe(Town.County);
        byTownship.Refused(centre, new VerifyCase(true)).Rule.ShouldBe("G047");
        byTownship.Refused(centre, new FailVerification("仍有垃圾")).Rule.ShouldBe("G047");
        CaseMoves.Of(centre, byTownship.Case, Town.Rules.Cases, byTownship.Now).Select(m => m.Row).ShouldBe(["SM1.E"]);
        byTownship.Then(county, new VerifyCase(true));

        var byCounty = Assisted(Town.County);
        byCounty.Case.Holder.ShouldBe(Town.Township);
        byCounty.Refused(county, new VerifyCase(true)).Rule.ShouldBe("G047");
        byCounty.Then(centre, new VerifyCase(true));
    }

    [Fact]
    public void Where_no_centre_is_left_that_took_no_part_one_that_did_not_lead_verifies()
    {
        var fedBack = Story.FedBack();
        var both = fedBack with { State = fedBack.Case with { Assists = [Town.Township, Town.County] } };
        both.Refused(Town.TownshipCentre, new VerifyCase(true)).Rule.ShouldBe("G047");
        both.Then(Town.CountyCentre, new VerifyCase(true));
        var led = fedBack with { State = fedBack.Case with { Lead = Town.County, Assists = [Town.Township] } };
        led.Then(Town.TownshipCentre, new VerifyCase(true));
    }

    [Theory]
    [InlineData(true, "430203001")]
    [InlineData(false, "430203")]
    public void What_a_community_handled_itself_its_township_centre_verifies_SM1_6(bool delegated, string verifier)
    {
        var story = Story.Reported(rules: delegated ? Town.Rules : Town.Undelegated)
            .Then(Town.Committee, new AcceptCase()).Then(Town.Committee, new TriageCase(TriageClass.CommunityLevel))
            .Then(Town.Committee, Town.To(Town.Community)).Then(Town.Committee, new AcceptDispatch()).Then(Town.Committee, new FeedBackCase("已清理", []));
        story.Case.Holder.Value.ShouldBe(verifier);
        story.Refused(Town.Committee, new VerifyCase(true)).Code.ShouldBe(RefusalCodes.NotAllowed);
    }

    [Fact]
    public void Evidence_is_viewed_before_a_verification_SM1_15() =>
        Story.FedBack().Refused(Town.TownshipCentre, new VerifyCase(false)).Code.ShouldBe("EVIDENCE_NOT_VIEWED");

    [Fact]
    public void A_failed_verification_says_why_and_gives_the_case_back_to_its_lead()
    {
        Story.FedBack().Refused(Town.TownshipCentre, new FailVerification("")).Field.ShouldBe("reason");
        var rework = Story.FedBack().Then(Town.TownshipCentre, new FailVerification("仍有垃圾")).Case;
        (rework.Holder, rework.Reworks).ShouldBe((Town.UrbanManagement, 1));
    }

    [Theory]
    [InlineData(nameof(CaseReported))]
    [InlineData(nameof(CaseDispatched))]
    [InlineData(nameof(CaseFedBack))]
    [InlineData(nameof(CaseVerified))]
    public void Closing_needs_each_of_the_four_links_G018(string link)
    {
        var story = Story.Verified();
        var refusal = (story with { State = story.Case with { Links = story.Case.Links.Remove(link) } }).Refused(Town.TownshipCentre, new CloseCase());
        (refusal.Code, refusal.Rule).ShouldBe(("LINK_MISSING", "G018"));
        refusal.En.ShouldContain(link);
        refusal.Zh.ShouldNotMatch("[A-Za-z]");
    }

    [Fact]
    public void A_closed_case_has_all_four_links_and_an_end()
    {
        var closed = Story.Closed();
        closed.Case.EndedAt.ShouldBe(closed.Now);
        closed.Case.Terms.ShouldAllBe(t => !t.IsOpen);
        closed.Case.Links.ShouldContain(nameof(CaseClosed));
    }

    [Fact]
    public void No_step_happens_before_the_last_one_G019()
    {
        var story = Story.Dispatched();
        var refusal = story.At(story.Now.AddSeconds(-1)).Refused(Town.Agency, new AcceptDispatch());
        (refusal.Rule, refusal.Field).ShouldBe(("G019", "occurredAt"));
        story.Then(Town.Agency, new AcceptDispatch()).Case.ChangedAt.ShouldBe(story.Now);
    }

    private static Story Assisted(OrganCode by) => Story.Triaged().Then(Town.CountyCentre, Town.To(Town.UrbanManagement, by))
        .Then(Town.Agency, new AcceptDispatch())
        .Then(by == Town.County ? Town.CountyCentre : Town.TownshipCentre, new FeedBackPart("已协助", [])).Then(Town.Agency, new FeedBackCase("已清理", []));

    private static Story LedBy(OrganCode lead, Actor dispatcher, Actor handler) => Story
        .Triaged(lead.Kind == OrganKind.Unit ? TriageClass.CrossDepartment : TriageClass.ClearOwner)
        .Then(dispatcher, Town.To(lead)).Then(handler, new AcceptDispatch()).Then(handler, new FeedBackCase("已清理", []));
}
