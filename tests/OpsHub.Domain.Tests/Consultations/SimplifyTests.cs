using OpsHub.Domain.Consultations;
using static OpsHub.Domain.Consultations.ConsultationVariant;

namespace OpsHub.Domain.Tests.Consultations;

/// <summary>The shape of the steps by a vote of residents. C024, C025, resolution 13.</summary>
public sealed class SimplifyTests
{
    private static SimplifySteps Drop(params ConsultationStepKind[] steps) => new("居民表决 2026-3", [.. steps]);

    [Fact]
    [Trait("Rule", "C025")]
    public void C025_the_steps_that_residents_drop_are_passed_over()
    {
        var all = Story.Proposed().Then(Quarter.Party, Drop(ConsultationStepKind.Plan, ConsultationStepKind.Notice, ConsultationStepKind.Participants));
        var taken = all.Then(Quarter.Council, new DetermineTopic());
        taken.It.Stage.ShouldBe(ConsultationStage.Prepared);
        taken.It.Duties.ShouldNotContain(d => d.Stem == DutyStems.Plan, "nobody owes what was dropped");
        var ended = taken.Then(Quarter.Council, new StartSession(PresiderKind.CouncilHead)).Then(Quarter.Council, Quarter.End());
        ended.Owed(DutyStems.Announce).Hard.ShouldBeTrue("what it came to is announced all the same");
    }

    [Fact]
    [Trait("Rule", "C025")]
    public void C025_a_plan_that_is_owed_already_is_let_off_with_the_vote()
    {
        var simplified = Story.Determined().Then(Quarter.Party, Drop(ConsultationStepKind.Plan));
        (simplified.It.Stage, simplified.Last(DutyStems.Plan).Term.IsLifted).ShouldBe((ConsultationStage.Planned, true));
        simplified.Owed(DutyStems.Step).Step.ShouldBe(nameof(PublishNotice));
        var late = Story.Determined().After(TimeSpan.FromDays(10)).Ticked().Then(Quarter.Party, Drop(ConsultationStepKind.Plan));
        late.Last(DutyStems.Plan).IsBreached(late.Now).ShouldBeTrue("what was missed stays visible");
    }

    [Fact]
    [Trait("Rule", "C025")]
    public void C025_without_a_plan_the_notice_says_when_and_where()
    {
        var planless = Story.Determined().Then(Quarter.Party, Drop(ConsultationStepKind.Plan));
        planless.Refused(Quarter.Council, Quarter.Notice).ShouldSatisfyAllConditions(r => r.Field.ShouldBe("start"), r => r.Rule.ShouldBe("C038"));
        planless.Then(Quarter.Council, Quarter.Meeting(planless.Now.AddDays(2))).Then(Quarter.Council, Quarter.Participants()).It.Stage.ShouldBe(ConsultationStage.Prepared);
    }

    [Theory]
    [Trait("Rule", "C024")]
    [InlineData(ConsultationStepKind.Opinions, "C032")]
    [InlineData(ConsultationStepKind.Topic, "C034")]
    [InlineData(ConsultationStepKind.Session, "C039")]
    [InlineData(ConsultationStepKind.Announcement, "C040")]
    [InlineData((ConsultationStepKind)99, "C024")]
    public void C024_no_vote_drops_what_a_consultation_is(ConsultationStepKind step, string rule)
    {
        var refusal = Story.Opened().Refused(Quarter.Party, Drop(ConsultationStepKind.Plan, step));
        (refusal.Code, refusal.Rule, refusal.Field).ShouldBe(("STEP_NEVER_DROPPED", rule, "dropped"));
    }

    [Fact]
    public void Only_a_communitys_way_has_a_work_meeting_to_drop()
    {
        Story.Opened(BuildingOrGroup).Refused(Quarter.Group, Drop(ConsultationStepKind.WorkMeeting)).Field.ShouldBe("dropped");
        Story.Opened(BuildingOrGroup).Then(Quarter.Group, new SimplifySteps("表决 1")).It.Dropped.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Rule", "C033")]
    public void C033_a_vote_that_drops_another_step_leaves_the_work_meeting_owed()
    {
        var story = Story.Opened().Then(Quarter.Party, Drop(ConsultationStepKind.Plan));
        story.Owed(DutyStems.WorkMeeting);
        story.Then(Quarter.Party, Quarter.Topic).Warned.ShouldContain("C033");
    }

    [Fact]
    [Trait("Rule", "C020")]
    public void C020_without_a_plan_a_vital_matter_ends_in_the_meeting()
    {
        var determined = Story.Proposed(matter: new(Vital: true)).Then(Quarter.Party, Drop(ConsultationStepKind.Plan, ConsultationStepKind.Notice, ConsultationStepKind.Participants))
            .Then(Quarter.Council, new DetermineTopic());
        determined.Then(Quarter.Council, new StartSession(PresiderKind.CouncilHead)).Then(Quarter.Council, Quarter.End()).Then(Quarter.Council, new Conclude())
            .Refused(Quarter.Party, Later.Adoption()).Rule.ShouldBe("C020");
    }

    [Fact]
    public void A_further_round_goes_by_the_same_vote_and_another_communitys_does_not()
    {
        var dropped = Story.Proposed().Then(Quarter.Party, Drop(ConsultationStepKind.Plan, ConsultationStepKind.Notice, ConsultationStepKind.Participants));
        dropped.Then(Quarter.Council, new DetermineTopic()).Then(Quarter.Council, new StartSession(PresiderKind.CouncilHead)).Then(Quarter.Council, Quarter.End(SessionOutcome.NoConsensus))
            .Then(Quarter.Council, new OpenAnotherRound()).It.Stage.ShouldBe(ConsultationStage.Prepared);
        var across = (dropped with { IsTown = true }).Then(Quarter.Government, new RerouteConsultation(new(Important: true), [Quarter.Community, Quarter.Second], "两社区共有"));
        across.It.Dropped.ShouldBeEmpty("the residents of one community drop no step of another");
        across.It.Drops(ConsultationStepKind.WorkMeeting).ShouldBeFalse();
    }

    [Fact]
    [Trait("Rule", "C020")]
    public void C020_another_vote_on_steps_takes_back_nothing_that_the_first_dropped()
    {
        var first = Story.Proposed(matter: new(Vital: true)).Then(Quarter.Party, Drop(ConsultationStepKind.Plan));
        first.Then(Quarter.Party, new SimplifySteps("表决 2")).It.Dropped.ShouldBe([ConsultationStepKind.WorkMeeting, ConsultationStepKind.Plan]);
    }
}
