using OpsHub.Domain.Calendars;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Councils;
using OpsHub.Domain.Hierarchy;
using static OpsHub.Domain.Consultations.ConsultationVariant;

namespace OpsHub.Domain.Tests.Consultations;

/// <summary>How the rules' contradictions are resolved (part 3), one test for each that touches consultations. Resolutions 4 to 7 and 57 stand beside the terms that they are about.</summary>
public sealed class ResolutionTests
{
    private static Story EndedAt(string end, ConsultationRules? rules = null) =>
        Story.InSession(from: Story.Blank.At(Calendars.Given.Local(end).AddDays(-5)) with { Rules = rules ?? new() }).At(end).Then(Quarter.Council, Quarter.End());

    [Fact]
    public void Resolution_1_the_next_day_is_a_calendar_day_unless_the_county_rolls_it()
    {
        EndedAt("2026-09-30 20:00").Owed(DutyStems.Announce).Term.Due.ShouldBe(Calendars.Given.EndOf("2026-10-01"), "a holiday");
        EndedAt("2026-09-30 20:00", new() { Days = new(Roll: AnnounceRoll.WorkingDay) }).Owed(DutyStems.Announce).Term.Due.ShouldBe(Calendars.Given.EndOf("2026-10-08"));
    }

    [Fact]
    public void Resolution_2_the_clock_starts_when_the_session_ends_not_when_it_starts()
    {
        var started = Story.InSession(from: Story.Blank.At("2026-07-09 23:30"));
        var owed = started.At("2026-07-15 00:20").Then(Quarter.Council, Quarter.End()).Owed(DutyStems.Announce);
        (owed.Term.OpenedAt, owed.Term.Due).ShouldBe((Calendars.Given.Local("2026-07-15 00:20"), Calendars.Given.EndOf("2026-07-16")));
    }

    [Theory]
    [InlineData("2026-07-15 23:59:59", false)]
    [InlineData("2026-07-16 00:00", true)]
    public void Resolution_3_the_last_moment_is_before_midnight_of_the_day_after(string at, bool late) =>
        EndedAt("2026-07-14 20:00").At(at).Then(Quarter.Council, Quarter.Announcement).It.Announcements[0].Late.ShouldBe(late);

    [Fact]
    public void Resolution_8_half_is_no_majority()
    {
        VoteTally.Passes(VoteThreshold.Majority, 15, 30).ShouldBeFalse();
        VoteTally.Passes(VoteThreshold.Majority, 16, 30).ShouldBeTrue();
    }

    [Fact]
    public void Resolution_9_two_thirds_are_asked_of_funds_vital_interest_in_a_building_and_votes_across_communities()
    {
        Later.Called().It.Vote!.Threshold.ShouldBe(VoteThreshold.Majority);
        Later.Called(CrossCommunity).It.Vote!.Threshold.ShouldBe(VoteThreshold.TwoThirds);
        Later.Called(BuildingOrGroup, new(Vital: true)).It.Vote!.Threshold.ShouldBe(VoteThreshold.TwoThirds);
        new ConsultationRules().TwoThirds.ShouldBe([TopicCategory.CollectiveFundsAndAssets]);
    }

    [Fact]
    public void Resolution_10_a_quorum_binds_the_laws_votes_and_warns_others()
    {
        var few = Later.Ballot(VoteBody.ResidentsMeeting, 25, 5, 0, eligible: 61);
        Later.Concluded(matter: new(LegalVote: true)).Then(Quarter.Council, new RequireVote()).Refused(Quarter.Council, few).Code.ShouldBe("NO_QUORUM");
        Later.Called().Then(Quarter.Council, few).Warned.ShouldContain("C007");
        new ConsultationRules().VillagersMeetingNoticeDays.ShouldBe(10);
    }

    [Fact]
    public void Resolution_11_a_further_round_is_a_power_and_after_two_the_vote_a_duty()
    {
        var once = Later.Disagreed();
        once.Then(Quarter.Council, new OpenAnotherRound()).It.Round.ShouldBe(2);
        once.Then(Quarter.Council, new RequireVote("分歧明确")).It.Stage.ShouldBe(ConsultationStage.VoteRequired);
        once.Then(Quarter.Council, new Shelve("条件不成熟")).It.Stage.ShouldBe(ConsultationStage.NotAdopted);
        Later.Twice().Refused(Quarter.Council, new Shelve("条件不成熟")).ShouldSatisfyAllConditions(r => r.Code.ShouldBe("VOTE_REQUIRED"), r => r.Rule.ShouldBe("C043"));
    }

    [Fact]
    public void Resolution_12_notice_and_participants_come_in_either_order()
    {
        var planned = Story.Planned();
        planned.Then(Quarter.Council, Quarter.Notice).Then(Quarter.Council, Quarter.Participants()).It.Stage.ShouldBe(ConsultationStage.Prepared);
        planned.Then(Quarter.Council, Quarter.Participants()).Then(Quarter.Council, Quarter.Notice).It.Stage.ShouldBe(ConsultationStage.Prepared);
    }

    [Fact]
    public void Resolution_13_the_full_steps_are_the_default_and_a_simplified_path_takes_the_votes_reference()
    {
        Story.Opened().It.Dropped.ShouldBeEmpty();
        Story.Opened().Refused(Quarter.Party, new SimplifySteps("", [ConsultationStepKind.Plan])).Field.ShouldBe("voteRecord");
        Story.Opened().Then(Quarter.Party, new SimplifySteps("居民表决 3", [ConsultationStepKind.Plan])).It.Drops(ConsultationStepKind.Plan).ShouldBeTrue();
    }

    [Fact]
    public void Resolution_14_a_head_who_is_director_presides_no_council_session_and_may_chair_a_direct_meeting()
    {
        (Story.Prepared() with { HeadOffice = HeadOffice.Director }).Refused(Quarter.Council, new StartSession(PresiderKind.CouncilHead)).Rule.ShouldBe("C018");
        Story.Prepared(DirectMeeting).Then(Quarter.Party, new StartSession(PresiderKind.Director)).It.Stage.ShouldBe(ConsultationStage.InSession);
    }

    [Fact]
    public void Resolution_56_what_the_township_must_lead_in_one_community_runs_its_steps_and_hard_terms()
    {
        var led = (Story.Blank with { IsTown = true }).Then(Quarter.Government, new OpenConsultation(Quarter.Township, [Quarter.Community], "拆迁安置", new(PublicConcern: true)));
        (led.It.Variant, led.It.Lead).ShouldBe((Community, OrganCode.Of(Quarter.Township)));
        led.Then(Quarter.Government, Quarter.Topic).Then(Quarter.Council, new DetermineTopic()).Owed(DutyStems.Plan).Hard.ShouldBeTrue();
    }

    [Fact]
    public void Resolution_60_the_meeting_is_compulsory_for_major_matters_and_noted_for_others()
    {
        ByMeeting(Later.Concluded(matter: new(Major: true))).Refused(Quarter.Party, Later.Adoption()).Rule.ShouldBe("C020");
        ByMeeting(Later.Concluded()).Then(Quarter.Party, Later.Adoption()).Warned.ShouldContain("C020");

        static Story ByMeeting(Story story) => story with { State = story.It with { Plan = story.It.Plan! with { Form = ConsultationForm.Meeting } } };
    }
}
