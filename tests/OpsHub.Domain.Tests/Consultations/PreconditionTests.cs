using OpsHub.Domain.Consultations;

namespace OpsHub.Domain.Tests.Consultations;

/// <summary>What a decision of party or government has to have behind it.</summary>
public sealed class PreconditionTests
{
    [Theory]
    [Trait("Rule", "T088")]
    [InlineData(true, false, false, 1, true)]
    [InlineData(false, true, false, 1, true)]
    [InlineData(false, false, true, 2, true)]
    [InlineData(false, false, true, 1, false)]
    [InlineData(false, false, false, 3, false)]
    public void T088_what_the_township_must_lead_is_decided_only_with_a_result(bool effect, bool concern, bool important, int communities, bool blocked)
    {
        var matter = new MatterFacts(Important: important, SocialEffect: effect, PublicConcern: concern);
        var judged = ConsultationPrecondition.Of(matter, communities, null, Quarter.Thursday);
        (judged.Refusal is not null).ShouldBe(blocked);
        if (blocked)
            judged.Refusal!.ShouldSatisfyAllConditions(r => r.Rule.ShouldBe("T088"), r => r.Code.ShouldBe("CONSULTATION_REQUIRED"));
        ConsultationPrecondition.Of(matter, communities, Later.Concluded().It, Quarter.Thursday).Refusal.ShouldBeNull();
    }

    [Fact]
    [Trait("Rule", "T088")]
    public void T088_a_consultation_without_a_result_is_none()
    {
        foreach (var stage in Enum.GetValues<ConsultationStage>())
        {
            var finished = stage is ConsultationStage.Concluded or ConsultationStage.VotePassed or ConsultationStage.NotAdopted
                or (>= ConsultationStage.Adopted and <= ConsultationStage.Archived);
            (ConsultationPrecondition.Of(new(PublicConcern: true), 1, Story.Opened().It with { Stage = stage }, Quarter.Thursday).Refusal is null).ShouldBe(finished, stage.ToString());
        }
    }

    [Fact]
    [Trait("Rule", "C006")]
    public void C006_a_major_decision_without_consultation_is_warned_and_not_blocked()
    {
        ConsultationPrecondition.Of(new(Major: true), 1, null, Quarter.Thursday).ShouldSatisfyAllConditions(p => p.Refusal.ShouldBeNull(), p => p.Warning!.Rule.ShouldBe("C006"));
        ConsultationPrecondition.Of(new(Major: true), 1, Later.Adopted().It, Quarter.Thursday).Warning.ShouldBeNull();
        ConsultationPrecondition.Of(new(), 1, null, Quarter.Thursday).Warning.ShouldBeNull();
    }
}
