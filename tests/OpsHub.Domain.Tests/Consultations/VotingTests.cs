using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;
using static OpsHub.Domain.Consultations.ConsultationVariant;

namespace OpsHub.Domain.Tests.Consultations;

/// <summary>Votes: who, how many, how much agreement. SM2 rows 14-16.</summary>
public sealed class VotingTests
{
    [Theory]
    [Trait("Rule", "C051")]
    [InlineData("V02", 30, 16, true, false)]
    [InlineData("V03", 30, 19, true, false)]
    [InlineData("V05", 31, 20, true, false)]
    [InlineData("V06", 31, 21, true, true)]
    [InlineData("C051", 30, 15, false, false)]
    [InlineData("C051", 30, 20, true, true)]
    [InlineData("one", 1, 1, true, true)]
    [InlineData("many", 1_000_000, 500_000, false, false)]
    public void C051_the_formulas_are_exact(string example, int present, int yes, bool majority, bool twoThirds)
    {
        VoteTally.Passes(VoteThreshold.Majority, yes, present).ShouldBe(majority, example);
        VoteTally.Passes(VoteThreshold.TwoThirds, yes, present).ShouldBe(twoThirds, example);
    }

    [Fact]
    [Trait("Rule", "C052")]
    public void C052_V08_abstentions_stay_in_the_denominator()
    {
        var voted = Later.Called().Then(Quarter.Council, Later.Ballot(VoteBody.ResidentsMeeting, 15, 5, 10));
        voted.It.Votes[^1].Passed.ShouldBeFalse("15 of 30 present, although 15 > 5");
        voted.It.Stage.ShouldBe(ConsultationStage.VoteFailed);
        Later.Called().Then(Quarter.Council, Later.Ballot(VoteBody.ResidentsMeeting, 16, 5, 9)).It.Stage.ShouldBe(ConsultationStage.VotePassed);
    }

    [Theory]
    [Trait("Rule", "C050")]
    [InlineData(0, 0, 0, 0, "present", "C051")] // V09
    [InlineData(30, 31, 0, 0, "yes", "C052")]
    [InlineData(30, 20, 11, 0, "present", "C050")] // somebody voted twice
    [InlineData(30, 20, 5, 0, "present", "C050")]
    [InlineData(30, -1, 31, 0, "yes", "C051")]
    [InlineData(30, 31, -1, 0, "no", "C051")]
    [InlineData(30, 20, 11, -1, "abstain", "C051")]
    [InlineData(int.MaxValue, int.MaxValue, int.MaxValue, 2, "present", "C051")]
    public void C050_V09_a_tally_that_cannot_be_is_refused(int present, int yes, int no, int abstain, string field, string rule)
    {
        var refusal = Later.Called().Refused(Quarter.Council, new HoldVote(VoteBody.ResidentsMeeting, present, yes, no, abstain, "表决记录"));
        refusal.Field.ShouldBe(field);
        refusal.Rule.ShouldBe(rule);
    }

    [Fact]
    [Trait("Rule", "C050")]
    public void C050_votes_are_secret_unless_the_county_says_otherwise()
    {
        var open = Later.Ballot(VoteBody.ResidentsMeeting, 20, 10, 0) with { Secret = false };
        Later.Called().Refused(Quarter.Council, open).ShouldSatisfyAllConditions(r => r.Code.ShouldBe("SECRET_BALLOT"), r => r.Field.ShouldBe("secret"));
        (Later.Called() with { Rules = new() { SecretVotes = false } }).Then(Quarter.Council, open).It.Votes[^1].Secret.ShouldBeFalse();
    }

    [Fact]
    public void A_vote_names_its_body_and_its_record()
    {
        Later.Called().Refused(Quarter.Council, Later.Ballot(VoteBody.ResidentsMeeting, 20, 10, 0) with { Body = null }).Field.ShouldBe("body");
        Later.Called().Refused(Quarter.Council, Later.Ballot(VoteBody.ResidentsMeeting, 20, 10, 0) with { Record = "" }).Field.ShouldBe("record");
        Later.Called().Refused(Quarter.Council, Later.Ballot(VoteBody.ResidentsMeeting, 20, 10, 0, eligible: 20)).Field.ShouldBe("eligible");
    }

    [Fact]
    public void A_first_round_goes_straight_to_the_vote_only_with_a_reason_and_where_the_county_allows_it()
    {
        var once = Later.Disagreed();
        once.Refused(Quarter.Council, new RequireVote()).Field.ShouldBe("reason");
        once.Then(Quarter.Council, new RequireVote("分歧明确")).It.Vote!.Reason.ShouldBe("分歧明确");
        (once with { Rules = new() { AllowDirectVote = false } }).Refused(Quarter.Council, new RequireVote("分歧明确")).Code.ShouldBe("DIRECT_VOTE_OFF");
        Story.Ended().Refused(Quarter.Council, new RequireVote("x")).Code.ShouldBe("CONSENSUS_REACHED");
    }

    [Theory]
    [InlineData(Community, false, VoteThreshold.Majority)]
    [InlineData(CrossCommunity, false, VoteThreshold.TwoThirds)]
    [InlineData(BuildingOrGroup, true, VoteThreshold.TwoThirds)]
    [InlineData(BuildingOrGroup, false, VoteThreshold.Majority)]
    public void The_threshold_follows_from_variant_and_interest(ConsultationVariant variant, bool vital, VoteThreshold expected)
    {
        var twice = Later.Twice(variant, new(Vital: vital));
        twice.Then(Quarter.Holder(variant), new RequireVote()).It.Vote!.Threshold.ShouldBe(expected);
        twice.Then(Quarter.Holder(variant), new RequireVote(Threshold: VoteThreshold.TwoThirds)).It.Vote!.Threshold.ShouldBe(VoteThreshold.TwoThirds);
        if (expected == VoteThreshold.TwoThirds)
            twice.Refused(Quarter.Holder(variant), new RequireVote(Threshold: VoteThreshold.Majority)).Field.ShouldBe("threshold");
    }

    [Fact]
    [Trait("Rule", "C005")]
    public void C005_funds_and_collective_assets_take_two_thirds_by_default()
    {
        var story = Later.Disagreed();
        var funds = story with { State = story.It with { Topic = story.It.Topic! with { Category = TopicCategory.CollectiveFundsAndAssets } } };
        funds.Then(Quarter.Council, new RequireVote("重大")).It.Vote!.Threshold.ShouldBe(VoteThreshold.TwoThirds);
        (funds with { Rules = new() { TwoThirds = [] } }).Then(Quarter.Council, new RequireVote("重大")).It.Vote!.Threshold.ShouldBe(VoteThreshold.Majority);
    }

    [Fact]
    [Trait("Rule", "C007")]
    public void C007_what_the_law_gives_to_a_meeting_is_not_carried_out_without_its_vote()
    {
        var concluded = Later.Concluded(matter: new(LegalVote: true));
        concluded.Refused(Quarter.Party, Later.Adoption()).ShouldSatisfyAllConditions(r => r.Code.ShouldBe("VOTE_REQUIRED"), r => r.Rule.ShouldBe("C007"));
        // Adopted by whatever way: implementation waits all the same.
        var adopted = concluded with { State = concluded.It with { Stage = ConsultationStage.Adopted, Adoption = Later.Adopted().It.Adoption } };
        adopted.Refused(Quarter.Party, new StartImplementation()).Rule.ShouldBe("C007");

        var called = concluded.Then(Quarter.Council, new RequireVote());
        called.Refused(Quarter.Council, new HoldVote(VoteBody.Council, 30, 30, 0, 0, "记录", true, 30)).Code.ShouldBe("WRONG_BODY");
        called.Then(Quarter.Council, Later.Ballot(VoteBody.RepresentativesMeeting, 25, 5, 0, 40)).Then(Quarter.Party, Later.Adoption()).Then(Quarter.Party, new StartImplementation())
            .It.Stage.ShouldBe(ConsultationStage.Implementing);
    }

    [Fact]
    [Trait("Rule", "C030")]
    public void C030_vital_interest_in_a_building_takes_the_residents_meeting_not_the_representatives()
    {
        var concluded = Later.Concluded(BuildingOrGroup, new(Vital: true));
        concluded.Refused(Quarter.Party, Later.Adoption()).Rule.ShouldBe("C030");
        var called = concluded.Then(Quarter.Group, new RequireVote());
        called.It.Vote!.Bodies.ShouldBe([VoteBody.ResidentsMeeting]);
        called.Refused(Quarter.Group, Later.Ballot(VoteBody.RepresentativesMeeting, 30, 0, 0)).ShouldSatisfyAllConditions(r => r.Code.ShouldBe("WRONG_BODY"), r => r.Rule.ShouldBe("C030"));
        called.Then(Quarter.Committee, Later.Ballot(VoteBody.ResidentsMeeting, 19, 11, 0)).It.Stage.ShouldBe(ConsultationStage.VoteFailed, "19 of 30 are not two thirds");
        called.Then(Quarter.Committee, Later.Ballot(VoteBody.ResidentsMeeting, 20, 10, 0)).Then(Quarter.Party, Later.Adoption()).It.Stage.ShouldBe(ConsultationStage.Adopted);
    }

    [Fact]
    public void The_councils_vote_on_a_buildings_dispute_does_not_replace_the_residents_meeting()
    {
        var passed = Later.Disagreed(BuildingOrGroup, new(Vital: true)).Then(Quarter.Group, new RequireVote("请议事会定"))
            .Then(Quarter.Group, Later.Ballot(VoteBody.Council, 9, 0, 0));
        passed.It.Stage.ShouldBe(ConsultationStage.VotePassed);
        Later.Disagreed(BuildingOrGroup).Then(Quarter.Group, new RequireVote("请议事会定")).Then(Quarter.Council, Later.Ballot(VoteBody.Council, 9, 0, 0))
            .It.Stage.ShouldBe(ConsultationStage.VotePassed, "the council records its own vote");
        passed.Refused(Quarter.Party, Later.Adoption()).Rule.ShouldBe("C030");
        passed.Then(Quarter.Group, new RequireVote()).Then(Quarter.Group, Later.Ballot(VoteBody.ResidentsMeeting, 20, 5, 0)).Then(Quarter.Party, Later.Adoption())
            .It.Stage.ShouldBe(ConsultationStage.Adopted);
    }

    [Theory]
    [Trait("Rule", "C020")]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void C020_a_major_or_vital_matter_consulted_by_meeting_ends_in_the_meeting(bool major, bool vital)
    {
        var concluded = ByMeeting(Later.Concluded(matter: new(Major: major, Vital: vital)));
        concluded.Refused(Quarter.Party, Later.Adoption()).ShouldSatisfyAllConditions(r => r.Code.ShouldBe("VOTE_REQUIRED"), r => r.Rule.ShouldBe("C020"));
        concluded.Then(Quarter.Council, new RequireVote()).Then(Quarter.Council, Later.Ballot(VoteBody.RepresentativesMeeting, 25, 5, 0)).Then(Quarter.Party, Later.Adoption())
            .It.Stage.ShouldBe(ConsultationStage.Adopted);
    }

    [Fact]
    [Trait("Rule", "C020")]
    public void C020_other_matters_consulted_by_meeting_are_warned_and_may_vote()
    {
        var concluded = ByMeeting(Later.Concluded());
        concluded.Then(Quarter.Party, Later.Adoption()).Warned.ShouldContain("C020");
        concluded.Then(Quarter.Council, new RequireVote()).Then(Quarter.Council, Later.Ballot(VoteBody.ResidentsMeeting, 25, 5, 0)).Then(Quarter.Party, Later.Adoption()).Warned.ShouldNotContain("C020");
        Later.Concluded().Then(Quarter.Party, Later.Adoption()).Warned.ShouldNotContain("C020", "a dialogue has no such final form");
        Later.Concluded().Refused(Quarter.Council, new RequireVote()).Code.ShouldBe("NO_VOTE_DUE");
    }

    [Fact]
    public void A_quorum_binds_where_the_law_calls_for_the_vote_and_warns_elsewhere()
    {
        var few = Later.Ballot(VoteBody.ResidentsMeeting, 25, 5, 0, eligible: 61);
        var legal = Later.Concluded(matter: new(LegalVote: true)).Then(Quarter.Council, new RequireVote());
        legal.Refused(Quarter.Council, few).ShouldSatisfyAllConditions(r => r.Code.ShouldBe("NO_QUORUM"), r => r.Rule.ShouldBe("C007"));
        legal.Refused(Quarter.Council, few with { Eligible = null }).Field.ShouldBe("eligible");
        legal.Then(Quarter.Council, few with { Eligible = 60 }).It.Stage.ShouldBe(ConsultationStage.VotePassed, "30 of 60 are half");
        legal.Refused(Quarter.Council, Later.Ballot(VoteBody.RepresentativesMeeting, 25, 5, 0, eligible: 46)).Code.ShouldBe("NO_QUORUM");

        Later.Called().Then(Quarter.Council, few).ShouldSatisfyAllConditions(s => s.It.Stage.ShouldBe(ConsultationStage.VotePassed), s => s.Warned.ShouldContain("C007"));
        Later.Called(CrossCommunity).Then(Quarter.Government, new HoldVote(VoteBody.MultiPartyMeeting, 30, 25, 5, 0, "记录")).Warned.ShouldNotContain("C007", "plural bodies have no quorum");
    }

    [Fact]
    public void A_villagers_meeting_has_been_called_ten_days_before()
    {
        var villagers = Later.Concluded(matter: new(LegalVote: true)).Then(Quarter.Council, new RequireVote());
        var village = villagers with { State = villagers.It with { Place = villagers.It.Place with { Community = Quarter.Second } } };
        var council = Quarter.Council with { Organ = OrganCode.Of(Quarter.Second) };
        var ballot = Later.Ballot(VoteBody.ResidentsMeeting, 25, 5, 0);
        village.After(TimeSpan.FromDays(9)).Refused(council, ballot).Code.ShouldBe("NOTICE_TOO_SHORT");
        village.After(TimeSpan.FromDays(10)).Then(council, ballot).It.Stage.ShouldBe(ConsultationStage.VotePassed);
        village.After(TimeSpan.FromDays(1)).Then(council, Later.Ballot(VoteBody.RepresentativesMeeting, 25, 5, 0)).It.Stage.ShouldBe(ConsultationStage.VotePassed);
        villagers.Then(Quarter.Council, ballot).It.Stage.ShouldBe(ConsultationStage.VotePassed, "a residents' meeting of a community takes none");
    }

    [Fact]
    public void A_refused_body_is_told_the_clause_that_calls_for_the_vote()
    {
        var plan = ByMeeting(Later.Concluded(matter: new(Major: true)));
        (Story Called, string Rule, string Clause)[] all =
        [
            (Later.Concluded(BuildingOrGroup, new(Vital: true)), "C030", "二(四)1"), (Later.Concluded(matter: new(LegalVote: true)), "C007", "二(一)"), (plan, "C020", "二(三)1"),
            (Later.Twice(), "C043", "二(四)2"), (Later.Twice(CrossCommunity), "C049", "二(四)3"),
        ];
        foreach (var (story, rule, clause) in all)
        {
            var by = Quarter.Holder(story.It.Variant);
            var called = story.Then(by, new RequireVote());
            var refusal = called.Refused(by, Later.Ballot(VoteBody.Council, 9, 0, 0));
            (refusal.Code, refusal.Rule, refusal.Clause).ShouldBe(("WRONG_BODY", rule, clause));
            called.Refused(by, Later.Ballot(VoteBody.Council, 9, 0, 0) with { Body = null }).Clause.ShouldBe(clause);
        }
    }

    [Fact]
    [Trait("Rule", "C007")]
    public void C007_a_vote_of_the_law_across_communities_is_each_ones_own()
    {
        var called = Later.Concluded(CrossCommunity, new(LegalVote: true)).Then(Quarter.Government, new RequireVote());
        var ballot = Later.Ballot(VoteBody.RepresentativesMeeting, 25, 5, 0);
        called.Refused(Quarter.Government, ballot).ShouldSatisfyAllConditions(r => r.Field.ShouldBe("community"), r => r.Rule.ShouldBe("C007"));
        called.Refused(Quarter.Government, ballot with { Community = Quarter.Third }).Field.ShouldBe("community");

        var one = called.Then(Quarter.Government, ballot with { Community = Quarter.Community });
        (one.It.Stage, one.It.Vote).ShouldBe((ConsultationStage.VoteRequired, called.It.Vote), "the other community has not voted");
        one.Refused(Quarter.Government, ballot with { Community = Quarter.Second, Eligible = 46 }).Code.ShouldBe("NO_QUORUM", "each has its own quorum");
        var twice = one.Refused(Quarter.Government, ballot with { Community = Quarter.Community, Yes = 1, No = 29, Abstain = 0 });
        (twice.Code, twice.Rule, twice.Field).ShouldBe(("VOTED_ALREADY", "C007", "community"), "what its meeting passed no second tally takes back");
        one.Then(Quarter.Government, ballot with { Community = Quarter.Second }).Then(Quarter.Government, Later.Adoption()).It.Stage.ShouldBe(ConsultationStage.Adopted);
        one.Then(Quarter.Government, Later.Ballot(VoteBody.RepresentativesMeeting, 5, 25, 0) with { Community = Quarter.Second }).It.Stage.ShouldBe(ConsultationStage.VoteFailed);
        Later.Called(CrossCommunity).Then(Quarter.Government, Later.Ballot(VoteBody.MultiPartyMeeting, 25, 5, 0)).It.Stage.ShouldBe(ConsultationStage.VotePassed, "plural bodies vote once");
    }

    [Fact]
    [Trait("Rule", "C007")]
    public void C007_the_villagers_notice_is_the_voting_villages_own()
    {
        var called = Later.Concluded(CrossCommunity, new(LegalVote: true)).Then(Quarter.Government, new RequireVote()).After(TimeSpan.FromDays(1));
        var ballot = Later.Ballot(VoteBody.ResidentsMeeting, 25, 5, 0);
        var one = called.Then(Quarter.Government, ballot with { Community = Quarter.Community });
        one.Refused(Quarter.Government, ballot with { Community = Quarter.Second }).Code.ShouldBe("NOTICE_TOO_SHORT");
        one.After(TimeSpan.FromDays(9)).Then(Quarter.Government, ballot with { Community = Quarter.Second }).It.Stage.ShouldBe(ConsultationStage.VotePassed, "its ten days run from the call, not from the other's vote");
    }

    [Fact]
    public void Every_vote_is_announced_whatever_it_came_to()
    {
        foreach (var yes in new[] { 10, 25 })
        {
            var owed = Later.Called().Then(Quarter.Council, Later.Ballot(VoteBody.ResidentsMeeting, yes, 30 - yes, 0)).Owed(DutyStems.Announce);
            owed.Announces.ShouldBe(AnnouncementKind.Vote);
            owed.Hard.ShouldBeFalse("the text gives the figure for the session alone");
        }
    }

    private static Story ByMeeting(Story story) => story with { State = story.It with { Plan = story.It.Plan! with { Form = ConsultationForm.Meeting } } };
}
