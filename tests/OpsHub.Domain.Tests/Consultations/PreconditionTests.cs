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
            var it = stage is < ConsultationStage.SessionEnded or ConsultationStage.Withdrawn ? Story.Opened().It with { Stage = stage } : Later.In(stage).It;
            IsResult(it).ShouldBe(finished, stage.ToString());
        }
    }

    [Fact]
    [Trait("Rule", "T088")]
    public void T088_agreement_that_waits_for_its_vote_or_for_a_review_is_no_result_yet()
    {
        var legal = Later.Concluded(matter: new(LegalVote: true));
        IsResult(legal.It).ShouldBeFalse("the law's vote is outstanding");
        IsResult(legal.Then(Quarter.Council, new RequireVote()).Then(Quarter.Council, Later.Ballot(VoteBody.ResidentsMeeting, 25, 5, 0)).It).ShouldBeTrue();
        IsResult(Later.Concluded().It with { ReviewOpen = true }).ShouldBeFalse("its lawfulness is under review");
    }

    [Fact]
    [Trait("Rule", "T088")]
    public void T088_what_was_shelved_is_no_result_and_what_was_voted_down_is_one_also_in_the_archive()
    {
        var shelved = Later.Disagreed().Then(Quarter.Council, new Shelve("分歧过大"));
        IsResult(shelved.It).ShouldBeFalse("nobody decided");
        IsResult(shelved.It with { Stage = ConsultationStage.Archived }).ShouldBeFalse();
        var failed = Later.In(ConsultationStage.NotAdopted);
        IsResult(failed.It).ShouldBeTrue();
        IsResult(failed.It with { Stage = ConsultationStage.Archived }).ShouldBeTrue();
        IsResult(Later.Archived().It).ShouldBeTrue();
    }

    [Fact]
    [Trait("Rule", "C006")]
    public void C006_a_major_decision_without_consultation_is_warned_and_not_blocked()
    {
        ConsultationPrecondition.Of(new(Major: true), 1, null, Quarter.Thursday).ShouldSatisfyAllConditions(p => p.Refusal.ShouldBeNull(), p => p.Warning!.Rule.ShouldBe("C006"));
        ConsultationPrecondition.Of(new(Major: true), 1, Later.Adopted().It, Quarter.Thursday).Warning.ShouldBeNull();
        ConsultationPrecondition.Of(new(), 1, null, Quarter.Thursday).Warning.ShouldBeNull();
    }

    private static bool IsResult(Consultation s) => ConsultationPrecondition.Of(new(PublicConcern: true), 1, s, Quarter.Thursday).Refusal is null;
}
