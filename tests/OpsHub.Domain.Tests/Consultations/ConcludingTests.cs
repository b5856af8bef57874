using OpsHub.Domain.Commands;
using OpsHub.Domain.Consultations;
using static OpsHub.Domain.Consultations.ConsultationVariant;

namespace OpsHub.Domain.Tests.Consultations;

/// <summary>What a session's outcome leads to. SM2 rows 12-14a and 17.</summary>
public sealed class ConcludingTests
{
    [Theory]
    [InlineData(BuildingOrGroup)]
    [InlineData(Community)]
    [InlineData(CrossCommunity)]
    [InlineData(DirectMeeting)]
    [Trait("Rule", "C071")]
    public void C071_agreement_is_concluded_adopted_carried_out_and_fed_back_in_this_order(ConsultationVariant variant)
    {
        var concluded = Later.Concluded(variant);
        concluded.It.Stage.ShouldBe(ConsultationStage.Concluded);
        foreach (var early in new ConsultationCommand[] { new StartImplementation(), new CompleteImplementation("x"), Later.Told, Later.Survey, Later.Archive })
            concluded.Refused(Later.Doer(variant), early).Code.ShouldBe(RefusalCodes.WrongState, early.GetType().Name);
        Later.Adopted(variant).Refused(Later.Doer(variant), Later.Told).Code.ShouldBe(RefusalCodes.WrongState);
        Later.Archived(variant).It.Stage.ShouldBe(ConsultationStage.Archived);
    }

    [Fact]
    public void Only_agreement_is_concluded() => Later.Disagreed().Refused(Quarter.Council, new Conclude()).Code.ShouldBe("NO_CONSENSUS");

    [Theory]
    [InlineData(Community)]
    [InlineData(BuildingOrGroup)]
    [InlineData(CrossCommunity)]
    [InlineData(DirectMeeting)]
    [Trait("Rule", "C042")]
    [Trait("Rule", "C070")]
    public void C042_C070_another_round_is_open_in_every_variant_and_the_plan_runs_anew(ConsultationVariant variant)
    {
        var second = Later.Disagreed(variant, outcome: SessionOutcome.LargeDispute).Then(Quarter.Holder(variant), new OpenAnotherRound());

        second.It.Round.ShouldBe(2);
        second.It.Plan.ShouldBeNull();
        second.It.OpenDuties.Count(d => d.Stem == DutyStems.Plan).ShouldBe(variant == DirectMeeting ? 0 : 1);
        second.It.OpenDuties.ShouldContain(d => d.Stem == DutyStems.Announce, "what the first session came to is announced all the same");
        if (variant == Community)
            second.Owed(DutyStems.Plan).Hard.ShouldBeTrue();
    }

    [Fact]
    public void From_the_third_round_on_a_reason_is_given()
    {
        var twice = Later.Twice();
        twice.Refused(Quarter.Council, new OpenAnotherRound()).ShouldSatisfyAllConditions(r => r.Field.ShouldBe("reason"), r => r.Rule.ShouldBe("C042"));
        twice.Then(Quarter.Council, new OpenAnotherRound("新方案有望一致")).It.Round.ShouldBe(3);
        (twice with { Rules = new() { MaxRounds = 3 } }).Then(Quarter.Council, new OpenAnotherRound()).It.Round.ShouldBe(3);
    }

    [Fact]
    public void No_further_round_is_opened_after_agreement() => Story.Ended().Refused(Quarter.Council, new OpenAnotherRound()).Code.ShouldBe("CONSENSUS_REACHED");

    [Theory]
    [InlineData(Community)]
    [InlineData(CrossCommunity)]
    [InlineData(BuildingOrGroup)]
    public void After_the_first_round_it_may_be_shelved_with_a_reason(ConsultationVariant variant)
    {
        var once = Later.Disagreed(variant);
        once.Refused(Quarter.Holder(variant), new Shelve(" ")).Field.ShouldBe("reason");
        var shelved = once.Then(Quarter.Holder(variant), new Shelve("条件不成熟"));

        shelved.It.Stage.ShouldBe(ConsultationStage.NotAdopted);
        shelved.It.OpenDuties.Select(d => d.Stem).ShouldBe([DutyStems.Announce, DutyStems.Archive], ignoreOrder: true);
        shelved.Refused(Quarter.Holder(variant), Later.Archive).Code.ShouldBe("DUTY_OPEN", "the session was not announced");
        shelved.Then(Quarter.Holder(variant), Quarter.Announcement).Then(Quarter.Holder(variant), Later.Archive).It.Stage.ShouldBe(ConsultationStage.Archived);
    }

    [Fact]
    [Trait("Rule", "C043")]
    public void C043_after_two_rounds_without_agreement_a_community_must_vote()
    {
        var twice = Later.Twice();
        twice.Refused(Quarter.Council, new Shelve("算了")).ShouldSatisfyAllConditions(r => r.Code.ShouldBe("VOTE_REQUIRED"), r => r.Rule.ShouldBe("C043"));
        twice.Refused(Quarter.Council, Later.Archive).Code.ShouldBe(RefusalCodes.WrongState);
        var called = twice.Then(Quarter.Council, new RequireVote());
        called.It.Stage.ShouldBe(ConsultationStage.VoteRequired);
        called.It.Vote!.Bodies.ShouldBe([VoteBody.ResidentsMeeting, VoteBody.RepresentativesMeeting]);
        called.It.Vote.Rule.ShouldBe("C043");
    }

    [Fact]
    [Trait("Rule", "C049")]
    public void C049_across_communities_a_meeting_of_plural_bodies_votes_and_no_other()
    {
        var twice = Later.Twice(CrossCommunity);
        twice.Refused(Quarter.Government, new Shelve("算了")).Rule.ShouldBe("C049");
        var called = twice.Then(Quarter.Government, new RequireVote());
        called.Refused(Quarter.Government, Later.Ballot(VoteBody.ResidentsMeeting, 30, 0, 0)).ShouldSatisfyAllConditions(r => r.Code.ShouldBe("WRONG_BODY"), r => r.Rule.ShouldBe("C049"));
        called.Then(Quarter.Government, Later.Ballot(VoteBody.MultiPartyMeeting, 20, 10, 0)).It.Stage.ShouldBe(ConsultationStage.VotePassed);
    }

    [Fact]
    public void A_building_may_shelve_or_vote_after_any_round()
    {
        Later.Twice(BuildingOrGroup).Then(Quarter.Group, new Shelve("条件不成熟")).It.Stage.ShouldBe(ConsultationStage.NotAdopted);
        Later.Disagreed(BuildingOrGroup).Then(Quarter.Group, new RequireVote("请议事会定")).It.Vote!.Bodies.ShouldBe([VoteBody.Council]);
        Later.Twice(BuildingOrGroup).Then(Quarter.Group, new RequireVote()).It.Vote!.Bodies.ShouldContain(VoteBody.ResidentsMeeting);
    }

    [Fact]
    public void A_failed_vote_is_closed_announced_and_archived()
    {
        var down = Later.VotedDown();
        down.It.Stage.ShouldBe(ConsultationStage.VoteFailed);
        down.Refused(Quarter.Party, Later.Adoption()).Code.ShouldBe(RefusalCodes.WrongState);
        var closed = down.Then(Quarter.Council, new CloseFailed());
        closed.It.Stage.ShouldBe(ConsultationStage.NotAdopted);
        closed.It.OpenDuties.Count(d => d.Stem == DutyStems.Announce).ShouldBe(3, "two sessions and the vote");
        closed.Refused(Quarter.Council, Later.Archive).Code.ShouldBe("DUTY_OPEN");
        var announced = closed.Then(Quarter.Council, Quarter.Announcement).Then(Quarter.Council, Quarter.Announcement).Then(Quarter.Council, Quarter.Announcement);
        announced.It.Announcements[^1].Kind.ShouldBe(AnnouncementKind.Vote);
        announced.Then(Quarter.Council, Later.Archive).It.EndedAt.ShouldNotBeNull();
    }

    [Fact]
    [Trait("Rule", "C074")]
    public void C074_a_dissent_that_alleges_harm_opens_a_review_and_the_review_blocks_the_result()
    {
        var harmed = Story.Ended(end: Quarter.End(dissents: Quarter.Dissent with { AllegesHarm = true }));
        harmed.It.ReviewOpen.ShouldBeTrue();
        harmed.Refused(Quarter.Council, new Conclude()).ShouldSatisfyAllConditions(r => r.Code.ShouldBe("REVIEW_OPEN"), r => r.Rule.ShouldBe("C074"));
        harmed.Refused(Quarter.Council, new DismissReview("未发现违法")).Code.ShouldBe(RefusalCodes.NotAllowed, "the party organisation reviews, not the council");
        harmed.Then(Quarter.Party, new DismissReview("未发现违法")).Then(Quarter.Council, new Conclude()).It.Stage.ShouldBe(ConsultationStage.Concluded);
        harmed.Then(Quarter.Government, new CorrectResult("损害业主权益", false)).It.ReviewOpen.ShouldBeFalse();
        Story.Ended().Refused(Quarter.Party, new DismissReview("x")).Code.ShouldBe("NO_REVIEW");
    }

    [Fact]
    [Trait("Rule", "C053")]
    public void C053_each_dissenter_gets_an_explanation_late_or_not()
    {
        var ended = Story.Ended(end: Quarter.End(dissents: [Quarter.Dissent, Quarter.Dissent with { Kind = ParticipantKind.RegisteredResidents }]));
        ended.It.OpenDuties.Count(d => d.Stem == DutyStems.Explain).ShouldBe(2);
        ended.Refused(Quarter.Council, new ExplainDissent(3, "x")).Field.ShouldBe("dissent");
        var first = ended.Then(Quarter.Council, new ExplainDissent(2, "费用按车位分摊"));
        first.It.Dissents[1].Explanation.ShouldBe("费用按车位分摊");
        first.Owed(DutyStems.Explain).Dissent.ShouldBe(1);
        first.Refused(Quarter.Council, new ExplainDissent(2, "再说一遍")).Field.ShouldBe("dissent");
        var late = first.After(TimeSpan.FromDays(60)).Then(Quarter.Party, new ExplainDissent(1, "已当面说明"));
        late.It.Duties.Single(d => d.Dissent == 1).Term.IsLate(late.Now).ShouldBeTrue();
        var nothing = late.Refused(Quarter.Council, new ExplainDissent(1, "x"));
        (nothing.Code, nothing.Field).ShouldBe(("NOTHING_TO_EXPLAIN", "dissent"));
    }
}
