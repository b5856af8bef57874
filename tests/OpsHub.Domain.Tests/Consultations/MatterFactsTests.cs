using OpsHub.Domain.Commands;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;
using static OpsHub.Domain.Consultations.ConsultationVariant;

namespace OpsHub.Domain.Tests.Consultations;

/// <summary>Facts that show after the topic: added until adoption, never taken back. C007, C020, C030, T087.</summary>
public sealed class MatterFactsTests
{
    private static AddMatterFacts Facts(bool legal = false, bool vital = false, bool major = false, bool concern = false) => new(legal, vital, major, concern, "核实后补充认定");

    [Fact]
    [Trait("Rule", "C007")]
    public void C007_what_shows_to_be_the_laws_vote_after_the_conclusion_is_voted_on()
    {
        var concluded = Later.Concluded();
        concluded.Refused(Quarter.Council, new RequireVote()).Code.ShouldBe("NO_VOTE_DUE");
        var added = concluded.Then(Quarter.Government, Facts(legal: true));
        (added.It.Stage, added.It.Matter.LegalVote, added.Events[^1].Why).ShouldBe((ConsultationStage.Concluded, true, "核实后补充认定"));
        added.Owed(DutyStems.Step).Step.ShouldBe(nameof(RequireVote), "the next step is another now");
        added.Refused(Quarter.Party, Later.Adoption()).Rule.ShouldBe("C007");
        added.Then(Quarter.Council, new RequireVote()).Then(Quarter.Council, Later.Ballot(VoteBody.RepresentativesMeeting, 25, 5, 0)).Then(Quarter.Party, Later.Adoption())
            .It.Stage.ShouldBe(ConsultationStage.Adopted);
    }

    [Fact]
    [Trait("Rule", "C030")]
    public void C030_vital_interest_that_shows_later_takes_the_residents_meeting_of_a_building()
    {
        var passed = Later.Disagreed(BuildingOrGroup).Then(Quarter.Group, new RequireVote("请议事会定")).Then(Quarter.Group, Later.Ballot(VoteBody.Council, 9, 0, 0));
        passed.Then(Quarter.Party, Facts(vital: true)).Refused(Quarter.Party, Later.Adoption()).Rule.ShouldBe("C030");
    }

    [Fact]
    [Trait("Rule", "C007")]
    public void C007_facts_are_added_and_never_removed_until_adoption()
    {
        var vital = Story.Determined(matter: new(Vital: true));
        vital.Then(Quarter.Party, Facts(major: true)).It.Matter.ShouldSatisfyAllConditions(m => m.Vital.ShouldBeTrue(), m => m.Major.ShouldBeTrue());
        vital.Refused(Quarter.Party, Facts(vital: true)).Field.ShouldBe("legalVote", "nothing new");
        vital.Refused(Quarter.Party, Facts(major: true) with { Reason = "" }).Field.ShouldBe("reason");
        vital.Refused(Quarter.Council, Facts(major: true)).Code.ShouldBe(RefusalCodes.NotAllowed);
        Later.Adopted().Refused(Quarter.Party, Facts(major: true)).Code.ShouldBe(RefusalCodes.WrongState);
        vital.Then(Quarter.Party, Facts(true, true, true, true)).Refused(Quarter.Party, Facts(true, true, true, true)).Field.ShouldBe("legalVote");
    }

    [Fact]
    [Trait("Rule", "T087")]
    public void T087_strong_concern_that_shows_later_gives_the_lead_to_the_township()
    {
        var town = Story.Blank with { IsTown = true };
        var early = Story.Proposed(from: town).Then(Quarter.Party, Facts(concern: true));
        (early.It.Proposed, early.It.ProposedByFacts).ShouldBe((Community, true));
        early.Refused(Quarter.Council, new DetermineTopic()).Rule.ShouldBe("T087");

        var later = Story.Planned(from: town).Then(Quarter.Party, Facts(concern: true));
        (later.It.Lead, later.It.Proposed, later.It.Stage).ShouldBe((OrganCode.Of(Quarter.Township), null, ConsultationStage.Planned), "resolution 56: its steps stay");
        Story.Planned().Then(Quarter.Party, Facts(concern: true)).It.Lead.ShouldBe(OrganCode.Of(Quarter.Community), "a subdistrict is not bound");
        Story.Planned(BuildingOrGroup, from: town).Then(Quarter.Party, Facts(concern: true)).Warned.ShouldContain("T087", "its way can't be changed any more");
    }

    [Fact]
    [Trait("Rule", "T087")]
    public void T087_what_was_added_no_change_of_the_way_takes_back()
    {
        var added = Story.Proposed(from: Story.Blank with { IsTown = true }).Then(Quarter.Party, Facts(concern: true));
        added.Refused(Quarter.Government, new RerouteConsultation(new(), [Quarter.Community], "由社区自行协商")).ShouldSatisfyAllConditions(r => r.Field.ShouldBe("matter"), r => r.Rule.ShouldBe("C007"));
        added.Then(Quarter.Government, new RerouteConsultation(new(PublicConcern: true), [Quarter.Community], "由街道牵头")).It.Matter.PublicConcern.ShouldBeTrue();
        Story.Proposed(matter: new(Vital: true)).Then(Quarter.Government, new RerouteConsultation(new(), [Quarter.Community], "误选")).It.Matter.Vital.ShouldBeFalse("what was ticked at the beginning may be put right");
    }

    [Fact]
    [Trait("Rule", "C007")]
    public void C007_a_vote_without_a_quorum_from_before_is_not_the_laws_vote()
    {
        var passed = Later.Twice().Then(Quarter.Council, new RequireVote()).Then(Quarter.Council, Later.Ballot(VoteBody.RepresentativesMeeting, 6, 2, 0, 100));
        passed.It.Stage.ShouldBe(ConsultationStage.VotePassed);
        passed.Then(Quarter.Party, Facts(legal: true)).Refused(Quarter.Party, Later.Adoption()).Rule.ShouldBe("C007");
        var enough = Later.Twice().Then(Quarter.Council, new RequireVote()).Then(Quarter.Council, Later.Ballot(VoteBody.RepresentativesMeeting, 70, 5, 0, 100));
        enough.Then(Quarter.Party, Facts(legal: true)).Then(Quarter.Party, Later.Adoption()).It.Stage.ShouldBe(ConsultationStage.Adopted);
    }

    [Fact]
    [Trait("Rule", "C058")]
    public void C058_a_result_for_which_a_vote_is_owed_now_is_not_reported_up_before_it()
    {
        var concluded = Later.Concluded(matter: Later.Delegated);
        concluded.Owed(DutyStems.ReportUp);
        var added = concluded.Then(Quarter.Government, Facts(legal: true));
        (added.Last(DutyStems.ReportUp).Term.IsLifted, added.It.Delegated!.Stage).ShouldBe((true, DelegatedStage.None));
        added.Then(Quarter.Council, new RequireVote()).Then(Quarter.Council, Later.Ballot(VoteBody.RepresentativesMeeting, 25, 5, 0)).Owed(DutyStems.ReportUp);
    }
}
