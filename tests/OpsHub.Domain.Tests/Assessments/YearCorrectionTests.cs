using System.Collections.Immutable;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Tests.Assessments;

/// <summary>What is changed after it stood: an adjustment taken back, weights after the letter; and the head's grade, which somebody owes.</summary>
public sealed class YearCorrectionTests
{
    [Fact, Trait("Rule", "A018")]
    public void A018_an_adjustment_is_taken_back_with_a_reason_and_the_evidence_holds_again()
    {
        var before = YearStory.Assessing();
        var adjusted = before.Then(YearStory.Township, new AdjustComponent(DutyComponent.KeyWork, 70, "少算一次")).Then(YearStory.Township, new AdjustComponent(DutyComponent.KeyWork, 60, "少算两次"));
        adjusted.Refused(YearStory.Township, new WithdrawAdjustment(DutyComponent.KeyWork, " "), RefusalCodes.InvalidInput, "A018", "reason");
        adjusted.Refused(YearStory.Township, new WithdrawAdjustment(null, "录错"), RefusalCodes.InvalidInput, "A018", "component");
        adjusted.Refused(YearStory.Department, new WithdrawAdjustment(DutyComponent.KeyWork, "录错"), RefusalCodes.NotAllowed, "A018");
        adjusted.Refused(YearStory.Township, new WithdrawAdjustment(DutyComponent.Coordination, "录错"), "NOT_ADJUSTED", "A018", "component");
        var back = adjusted.Then(YearStory.Township, new WithdrawAdjustment(DutyComponent.KeyWork, "录错"));
        DutyEvidence.Standing(back.Year, YearStory.Host, DutyComponent.KeyWork).ShouldBe(DutyEvidence.Standing(before.Year, YearStory.Host, DutyComponent.KeyWork), "not the first adjustment either");
        back.Events[^1].ShouldBeOfType<AdjustmentWithdrawn>().ShouldSatisfyAllConditions(e => e.Former.ShouldBe(60), e => e.Why.ShouldBe("录错"));
        back.Year.Adjustments.ShouldAllBe(a => a.Withdrawn!.Reason == "录错", "both stay visible");
        YearFlags.Of(back.Year).ShouldNotContain(f => f.Kind == YearFlagKind.Adjusted);
        back.Refused(YearStory.Township, new WithdrawAdjustment(DutyComponent.KeyWork, "录错"), "NOT_ADJUSTED", "A018", "component");
        back.Then(YearStory.Township, new SubmitDuty()).Year.Submitted[YearStory.Host].Figures!.ShouldContainKey(DutyComponent.KeyWork, "it is scored from its figures");
        YearStory.Rated(adjusted, (YearStory.Host, 80, 85)).Refused(YearStory.Township, new WithdrawAdjustment(DutyComponent.KeyWork, "录错"), "SUBMITTED_ALREADY", "A018");
    }

    [Fact, Trait("Rule", "A018")]
    public void A018_why_a_township_took_an_adjustment_back_is_read_where_its_score_is()
    {
        var year = YearStory.InForce(YearStory.Area()).Year;
        YearSight.Of(YearStory.Department, year).Reason(nameof(AdjustmentWithdrawn), OrganCode.Of(YearStory.Second)).ShouldBeFalse();
        YearSight.Of(YearStory.SecondTownship, year).Reason(nameof(AdjustmentWithdrawn), OrganCode.Of(YearStory.Second)).ShouldBeTrue();
        YearSight.Of(YearStory.Organ, year).Reason(nameof(AdjustmentWithdrawn), OrganCode.Of(YearStory.Second)).ShouldBeTrue();
    }

    [Fact, Trait("Rule", "A026")]
    public void A026_weights_changed_after_the_letter_are_flagged_with_the_version_that_each_side_signed()
    {
        var signed = YearStory.InForce(YearStory.Area());
        YearFlags.Of(signed.Year).ShouldNotContain(f => f.Kind == YearFlagKind.WeightsChangedSinceSigned);
        var changed = signed.Then(YearStory.Township, YearStory.Weights(0.4m, 0.4m, 0.2m));
        YearFlags.Of(changed.Year).Count(f => f.Kind == YearFlagKind.WeightsChangedSinceSigned && f.Rule == "A026").ShouldBe(1);
        (changed.Year.AgencySignedWeights![YearStory.Host], changed.Year.TownshipSignedWeights![YearStory.Host], changed.Year.Weights[YearStory.Host]).ShouldBe((0.5m, 0.5m, 0.4m));
        YearFlags.Of(changed.Then(YearStory.Township, YearStory.Weights(0.5m, 0.3m, 0.2m)).Year).ShouldNotContain(f => f.Kind == YearFlagKind.WeightsChangedSinceSigned, "back to what was signed");
        var between = YearStory.PartlySigned(YearStory.Area()).Then(YearStory.Township, YearStory.Weights(0.4m, 0.4m, 0.2m)).Then(YearStory.Township, new SignLetter());
        between.Year.HasOtherWeightsThanSigned.ShouldBeTrue("the agency signed the former ones");
    }

    [Fact, Trait("Rule", "A026")]
    public void A026_a_township_that_joined_after_the_letter_is_named()
    {
        var signed = YearStory.InForce() with { Served = [YearStory.Host, YearStory.Second] };
        var joined = signed.Then(YearStory.Organ, new SetWeights(new Dictionary<UnitCode, decimal> { [YearStory.Host] = 0.6m, [YearStory.Second] = 0.4m }.ToImmutableSortedDictionary()));
        YearFlags.Of(joined.Year).Single(f => f.Kind == YearFlagKind.WeightsChangedSinceSigned).Zh.ShouldContain(YearStory.Second.Value);
    }

    [Theory, Trait("Rule", "A035")]
    [InlineData(HeadGrader.Either, "430203")]
    [InlineData(HeadGrader.PerformanceOrgan, "430203")]
    [InlineData(HeadGrader.Department, "430203:D12")]
    public void A035_the_heads_grade_is_owed_by_whom_the_county_names_until_it_is_set(HeadGrader by, string holder)
    {
        var graded = YearStory.Scored(from: YearStory.Opened(new() { HeadGradedBy = by })).Then(YearStory.Organ, new SetAgencyGrade(AssessmentGrade.Good));
        var owed = AgencyYearTerms.Owed(graded.Year).ShouldHaveSingleItem();
        (owed.What, owed.By.Value, owed.Term).ShouldBe(("head", holder, "head"));
        owed.Due.ShouldNotBeNull();
        var shared = graded.After(TimeSpan.FromDays(14)).Then(YearStory.Hub, new ShareResult(ShareTarget.Township)).Then(YearStory.Hub, new ShareResult(ShareTarget.Department));
        AgencyYearTerms.Owed(shared.Year).Select(o => o.What).ShouldBe(["publication", "head"], "it is owed until it is set");
        var head = shared.Then(by == HeadGrader.Department ? YearStory.Department : YearStory.Organ, new SetHeadGrade(AssessmentGrade.Competent));
        AgencyYearTerms.Owed(head.Year).Select(o => o.What).ShouldBe(["publication"]);
        head.Year.Terms.Single(t => t.Id == "head").IsOpen.ShouldBeFalse();
    }

    [Fact, Trait("Rule", "A035")]
    public void A035_whom_the_county_does_not_name_does_not_grade_the_head()
    {
        YearStory Graded(HeadGrader by) => YearStory.Scored(from: YearStory.Opened(new() { HeadGradedBy = by })).Then(YearStory.Organ, new SetAgencyGrade(AssessmentGrade.Good));
        Graded(HeadGrader.Department).Refused(YearStory.Organ, new SetHeadGrade(AssessmentGrade.Competent), RefusalCodes.NotAllowed, "A035");
        Graded(HeadGrader.PerformanceOrgan).Refused(YearStory.Department, new SetHeadGrade(AssessmentGrade.Competent), RefusalCodes.NotAllowed, "A035");
        Graded(HeadGrader.Either).Then(YearStory.Department, new SetHeadGrade(AssessmentGrade.Competent)).Year.HeadGrade.ShouldBe(AssessmentGrade.Competent);
    }

    [Fact, Trait("Rule", "A028")]
    public void A028_a_revision_lifts_the_heads_term_and_the_next_grade_opens_another()
    {
        var revised = YearStory.Graded().Then(YearStory.Organ, new ReviseResult("计分有误"));
        revised.Year.Terms.Single(t => t.Id == "head").IsOpen.ShouldBeFalse();
        AgencyYearTerms.Owed(revised.Year).ShouldNotContain(o => o.What == "head");
        var again = revised.Then(YearStory.Township, new AggregateTownshipPart()).Then(YearStory.Organ, new FinaliseScore()).Then(YearStory.Organ, new SetAgencyGrade(AssessmentGrade.Good));
        AgencyYearTerms.Owed(again.Year).ShouldHaveSingleItem().Term.ShouldBe("head-2");
    }
}
