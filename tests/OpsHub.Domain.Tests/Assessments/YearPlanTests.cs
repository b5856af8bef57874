using System.Collections.Immutable;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Tests.Calendars;

namespace OpsHub.Domain.Tests.Assessments;

/// <summary>Opening, plan, consent, letter. A026, A036-A040.</summary>
public sealed class YearPlanTests
{
    [Fact]
    public void A026_until_somebody_sets_them_weights_are_even_and_sum_to_one()
    {
        var weights = YearStory.Opened(null, YearStory.Second, YearStory.Third).Year.Weights;
        weights.Values.Sum().ShouldBe(1m);
        weights[YearStory.Second].ShouldBe(0.3333m);
        weights[YearStory.Host].ShouldBe(0.3334m);
    }

    [Fact]
    public void S10_A026_weights_that_do_not_sum_to_one_are_refused_with_their_field() =>
        YearStory.Area().Refused(YearStory.Township, YearStory.Weights(0.5m, 0.3m, 0.3m), RefusalCodes.InvalidInput, "A026", "weights").En.ShouldContain("1.1");

    [Theory]
    [InlineData("0.5", "0.5", "0")]
    [InlineData("0.7", "0.5", "-0.2")]
    [InlineData("0.3333333", "0.3333333", "0.3333334")]
    public void A026_weights_below_or_at_zero_or_with_seven_digits_are_refused(string one, string two, string three) => YearStory.Area().Refused(
        YearStory.Township, YearStory.Weights(decimal.Parse(one), decimal.Parse(two), decimal.Parse(three)), RefusalCodes.InvalidInput, "A026", "weights");

    [Fact]
    public void A026_each_served_township_has_a_weight_and_no_other()
    {
        var story = YearStory.Area();
        story.Refused(YearStory.Township, new SetWeights(ImmutableSortedDictionary<UnitCode, decimal>.Empty.Add(YearStory.Host, 1m)), RefusalCodes.InvalidInput, "A026", "weights");
        story.Refused(YearStory.SecondTownship, YearStory.Weights(0.2m, 0.6m, 0.2m), RefusalCodes.NotAllowed, "A026");
        story.Then(YearStory.Organ, YearStory.Weights(0.2m, 0.6m, 0.2m)).Year.Weights[YearStory.Second].ShouldBe(0.6m);
    }

    [Fact]
    public void A026_weights_are_fixed_once_the_assessment_is_open() =>
        YearStory.Assessing(YearStory.Area()).Refused(YearStory.Township, YearStory.Weights(0.4m, 0.4m, 0.2m), RefusalCodes.WrongState, "A026");

    [Fact]
    public void A001_an_agency_that_is_not_registered_has_no_year()
    {
        var story = YearStory.Blank;
        story.Refused(YearStory.Hub, new OpenYear(OrganCode.Parse("430203001-D99"), 2026), RefusalCodes.NotFound, "A001", "agency");
        story.Refused(YearStory.Hub, new OpenYear(YearStory.Code, 2027), RefusalCodes.InvalidInput, "A037", "year");
        story.Refused(YearStory.Agency, new OpenYear(YearStory.Code, 2026), RefusalCodes.NotAllowed, "A037");
    }

    [Fact]
    public void A002_the_year_names_both_leaders() => YearStory.Opened().Year.ShouldSatisfyAllConditions(
        y => y.Department.ShouldBe(YearStory.Bureau), y => y.Host.ShouldBe(YearStory.Host));

    [Fact]
    public void A037_a_plan_without_a_list_of_duties_is_taken_and_warned_of()
    {
        var drafted = YearStory.Opened().Then(YearStory.Agency, YearStory.Plan());
        YearFlags.Of(drafted.Year).ShouldContain(f => f.Kind == YearFlagKind.DutiesMissing && f.Rule == "A037");
        YearFlags.Of(drafted.Then(YearStory.Agency, new ListDuties(["巡查"])).Year).ShouldNotContain(f => f.Kind == YearFlagKind.DutiesMissing);
    }

    [Fact]
    public void A038_a_plan_neither_negotiated_nor_determined_is_not_submitted()
    {
        var drafted = YearStory.Drafted();
        drafted.Refused(YearStory.Agency, new SubmitPlan(), "PLAN_NOT_NEGOTIATED", "A038");
        drafted.Then(YearStory.Organ, new DeterminePlan("协商不成")).Then(YearStory.Agency, new SubmitPlan()).Year.Stage.ShouldBe(AgencyYearStage.PlanSubmitted);
    }

    [Fact]
    public void A038_an_area_agency_negotiates_with_every_township_that_it_serves()
    {
        var two = YearStory.Drafted(YearStory.Area()).Then(YearStory.Township, new NegotiatePlan()).Then(YearStory.SecondTownship, new NegotiatePlan());
        two.Refused(YearStory.Agency, new SubmitPlan(), "PLAN_NOT_NEGOTIATED", "A038").Zh.ShouldContain("430203003");
        two.Refused(YearStory.Stranger, new NegotiatePlan(), RefusalCodes.NotAllowed, "A038");
        two.Then(YearStory.ThirdTownship, new NegotiatePlan()).Then(YearStory.Agency, new SubmitPlan()).Year.Stage.ShouldBe(AgencyYearStage.PlanSubmitted);
    }

    [Fact]
    public void A038_another_draft_is_negotiated_anew() => YearStory.Drafted().Then(YearStory.Township, new NegotiatePlan()).Then(YearStory.Agency, YearStory.Plan(3))
        .Refused(YearStory.Agency, new SubmitPlan(), "PLAN_NOT_NEGOTIATED", "A038");

    [Theory]
    [InlineData("", "按月核查", "2026-12-20", "targets[0].text")]
    [InlineData("清零", "", "2026-12-20", "targets[0].measure")]
    [InlineData("清零", "按月核查", "2027-01-01", "targets[0].due")]
    public void A038_a_faulty_target_is_refused_with_its_field(string text, string measure, string due, string field) => YearStory.DutiesListed().Refused(
        YearStory.Agency, new DraftPlan([new(0, text, measure, DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture))]), RefusalCodes.InvalidInput, "A038", field);

    [Fact]
    public void A039_a_letter_is_not_signed_before_the_department_consents()
    {
        YearStory.Submitted().Refused(YearStory.Township, new SignLetter(), "PLAN_NOT_CONSENTED", "A039");
        YearStory.Submitted().Refused(YearStory.Agency, new ConsentToPlan(), RefusalCodes.NotAllowed, "A039");
        YearStory.Submitted().Refused(YearStory.OtherDepartment, new ConsentToPlan(), RefusalCodes.NotAllowed, "A039");
    }

    [Fact]
    public void A039_the_departments_objection_sends_the_plan_back_with_its_reason()
    {
        var year = YearStory.Submitted().Then(YearStory.Department, new ObjectToPlan("目标不够具体")).Year;
        (year.Stage, year.Objection).ShouldBe((AgencyYearStage.PlanDrafted, "目标不够具体"));
        YearStory.Submitted().Refused(YearStory.Department, new ObjectToPlan(" "), RefusalCodes.InvalidInput, "A039", "reason");
    }

    [Fact]
    public void A039_consent_has_a_term_that_is_assumed()
    {
        var term = YearStory.Submitted().Year.Terms.Single(t => t.Id == "consent");
        (term.Holder, term.Due, term.Basis.Kind, term.Basis.Parameter).ShouldBe((YearStory.Bureau.Value, Given.EndOf("2026-01-19"), BasisKind.Assumed, "PlanConsentLimit"));
        YearStory.Consented().Year.Terms.Single(t => t.Id == "consent").IsOpen.ShouldBeFalse();
    }

    [Fact]
    public void A040_one_signature_is_partly_signed_and_two_are_in_force()
    {
        var one = YearStory.PartlySigned();
        one.Year.Stage.ShouldBe(AgencyYearStage.PartiallySigned);
        one.Refused(YearStory.Agency, new SignLetter(), "SIGNED_ALREADY", "A040");
        one.Refused(YearStory.Department, new SignLetter(), RefusalCodes.NotAllowed, "A040");
        YearStory.InForce().Year.HasLetter.ShouldBeTrue();
    }

    [Fact]
    public void A040_the_letter_is_due_on_31_March_and_tells_it_once()
    {
        var opened = YearStory.Opened();
        opened.Year.Terms.Single(t => t.Id == "letter").Due.ShouldBe(Given.EndOf("2026-03-31"));
        var late = AgencyYearTerms.Tick(opened.Year, Given.Local("2026-04-20 00:00"), Given.Calendar).ShouldNotBeNull();
        late.Rungs.Where(r => r is { Term: "letter", Step: 0 }).Select(r => r.Kind).ShouldBe([RungKind.DueSoon, RungKind.Due, RungKind.OverdueCommunity, RungKind.OverdueTownship, RungKind.OverdueCounty]);
        AgencyYearTerms.Tick(opened.Happened(late).Year, Given.Local("2026-04-20 00:00"), Given.Calendar).ShouldBeNull("nothing fires twice");
        YearStory.InForce().Year.Terms.Single(t => t.Id == "letter").IsOpen.ShouldBeFalse();
    }

    [Fact]
    public void A040_what_is_owed_is_named_by_unit()
    {
        AgencyYearTerms.Owed(YearStory.PartlySigned().Year).Select(o => (o.By.Value, o.What)).ShouldBe([("430203001", "letter")]);
        AgencyYearTerms.Owed(YearStory.Submitted().Year).Select(o => (o.By.Value, o.What)).ShouldBe([("430203:D12", "consent"), ("430203001-D12", "letter")]);
    }

    [Fact]
    public void A037_the_list_of_duties_is_due_in_January_and_then_the_plan()
    {
        Open(YearStory.Opened()).ShouldBe([("duties", "430203001-D12", "2026-01-31", "DutiesListBy")]);
        Open(YearStory.DutiesListed()).ShouldBe([("plan", "430203001-D12", "2026-02-15", "PlanDraftBy")]);
        YearStory.DutiesListed().Year.Terms.ShouldAllBe(t => t.Basis.Kind == BasisKind.Assumed);
        var unlisted = YearStory.Opened().Then(YearStory.Agency, YearStory.Plan());
        Open(unlisted).Select(t => t.Id).ShouldBe(["duties", "negotiate"], "the duties are still owed");
        YearStory.DutiesListed().At("2026-02-20 09:00").Then(YearStory.Agency, YearStory.Plan()).Year.Terms.Single(t => t.Id == "plan").IsLate(Given.Local("2026-02-20 09:00")).ShouldBeTrue();
    }

    [Fact]
    public void A038_each_served_township_owes_the_negotiation_and_then_the_agency_its_submission()
    {
        var drafted = YearStory.Drafted(YearStory.Area());
        Open(drafted).ShouldBe([("negotiate", "430203001", "2026-01-19", "NegotiateWithin"), ("negotiate-2", "430203002", "2026-01-19", "NegotiateWithin"), ("negotiate-3", "430203003", "2026-01-19", "NegotiateWithin")]);
        AgencyYearTerms.Owed(drafted.Year).Select(o => (o.By.Value, o.What)).ShouldBe([("430203001", "negotiate"), ("430203002", "negotiate"), ("430203003", "negotiate"), ("430203001-D12", "letter")]);
        var one = drafted.Then(YearStory.SecondTownship, new NegotiatePlan());
        Open(one).Select(t => t.By).ShouldBe(["430203001", "430203003"]);
        Open(one.Then(YearStory.Township, new NegotiatePlan()).Then(YearStory.ThirdTownship, new NegotiatePlan())).ShouldBe([("submit", "430203001-D12", "2026-01-12", "SubmitPlanWithin")]);
        var determined = one.Then(YearStory.Organ, new DeterminePlan("协商不成"));
        Open(determined).Select(t => t.Id).ShouldBe(["submit"]);
        determined.Year.Terms.Single(t => t.Id == "negotiate").IsLifted.ShouldBeTrue();
        determined.Year.Terms.Single(t => t.Id == "negotiate-2").IsLifted.ShouldBeFalse("it did negotiate");
        Open(one.Then(YearStory.Agency, YearStory.Plan(3))).Select(t => t.By).ShouldBe(["430203001", "430203003", "430203002"], "another draft is negotiated anew");
    }

    [Fact]
    public void A039_a_plan_that_was_objected_to_is_owed_again_and_a_year_that_is_over_owes_none()
    {
        var objected = YearStory.Submitted().Then(YearStory.Department, new ObjectToPlan("不够具体"));
        Open(objected).ShouldBe([("submit-2", "430203001-D12", "2026-01-12", "SubmitPlanWithin")]);
        Open(objected.Then(YearStory.Agency, YearStory.Plan(3))).Select(t => t.Id).ShouldBe(["negotiate-2"]);
        Open(objected.At("2027-01-04 09:00").Then(YearStory.Hub, new OpenAssessment())).ShouldBeEmpty();
    }

    [Fact]
    public void A026_a_township_that_comes_to_be_served_negotiates_too_and_one_that_leaves_owes_nothing()
    {
        var drafted = YearStory.Drafted(YearStory.Opened(null, YearStory.Second)).Then(YearStory.Township, new NegotiatePlan());
        var left = (drafted with { Served = [YearStory.Host] }).Then(YearStory.Township, new SetWeights(ImmutableSortedDictionary<UnitCode, decimal>.Empty.Add(YearStory.Host, 1m)));
        Open(left).Select(t => t.Id).ShouldBe(["submit"]);
        var come = (left with { Served = [YearStory.Host, YearStory.Second] }).Then(
            YearStory.Township, new SetWeights(ImmutableSortedDictionary<UnitCode, decimal>.Empty.Add(YearStory.Host, 0.6m).Add(YearStory.Second, 0.4m)));
        Open(come).Select(t => (t.Id, t.By)).ShouldBe([("negotiate-3", "430203002")]);
    }

    private static List<(string Id, string By, string Due, string? Parameter)> Open(YearStory story) =>
        [.. story.Year.Terms.Where(t => t.IsOpen && AgencyYearTerms.Stem(t) is "duties" or "plan" or "negotiate" or "submit").Select(t => (t.Id, t.Holder, LocalDay.Text(LocalDay.Before(t.Due)), t.Basis.Parameter))];

    [Fact]
    public void A040_a_letter_that_was_never_signed_ends_as_missed_when_the_year_is_assessed_and_stays_flagged()
    {
        var assessing = YearStory.Consented().At("2027-01-04 09:00").Then(YearStory.Hub, new OpenAssessment());
        assessing.Year.Terms.Single(t => t.Id == "letter").ShouldSatisfyAllConditions(
            t => t.IsOpen.ShouldBeFalse(), t => t.IsMissed.ShouldBeTrue(), t => t.IsLifted.ShouldBeFalse(), t => t.IsLate(assessing.Now).ShouldBeTrue("it was never done"),
            t => Terms.Explain(t, Given.Calendar, Language.Zh).ShouldContain("未完成"));
        AgencyYearTerms.Nearest(assessing.Year)!.Due.ShouldBe(Given.EndOf("2027-01-31"), "the year is not late for ever");
        AgencyYearTerms.Ahead(assessing.Year, Given.Calendar).ShouldNotContain(r => r.Term == "letter");
        YearFlags.Of(assessing.Year).ShouldContain(f => f.Kind == YearFlagKind.LetterUnsigned);
    }

    [Fact]
    public void A020_each_target_of_the_letter_has_its_day()
    {
        var terms = YearStory.InForce().Year.Terms.FindAll(t => AgencyYearTerms.Stem(t) == "target");
        terms.Count.ShouldBe(10);
        terms.ShouldAllBe(t => t.Due == Given.EndOf("2026-12-20") && t.Holder == YearStory.Code.Value);
        var done = YearStory.InForce().Then(YearStory.Township, new ConfirmTarget(3, true));
        done.Year.Terms.Single(t => t.Id == "target-3").IsOpen.ShouldBeFalse();
        done.Then(YearStory.Township, new ConfirmTarget(3, false)).Year.Terms.Single(t => t.Id == "target-3-2").IsOpen.ShouldBeTrue("taken back, it is owed again");
    }

    [Fact]
    public void A028_defaults_are_shown_as_assumed_and_text_as_text()
    {
        var rules = new AssessmentRules();
        (rules.BasisOf("DutyWeight"), rules.BasisOf("ExcellentMinRate"), rules.BasisOf("DutyComponentWeights")).ShouldBe((BasisKind.Text, BasisKind.Text, BasisKind.Assumed));
        (rules with { Sources = rules.Sources.Add("DutyComponentWeights", "县考核细则") }).BasisOf("DutyComponentWeights").ShouldBe(BasisKind.Text);
        YearFlags.Of(YearStory.Opened().Year).ShouldContain(f => f.Kind == YearFlagKind.AssumedRules);
    }

    [Fact]
    public void A028_R039_a_faulty_rule_set_names_what_is_wrong()
    {
        var rules = new AssessmentRules();
        rules.Fault().ShouldBeNull();
        (rules with { DutyWeight = 0.5m }).Fault().ShouldBe("DutyWeight");
        (rules with { DutyWeight = 0.6m, SatisfactionWeight = 0 }).Fault().ShouldBe("SatisfactionWeight");
        (rules with { DutyWeight = 0.8m, StatutoryWeight = 0 }).Fault().ShouldBe("StatutoryWeight");
        (rules with { Components = rules.Components.SetItem(DutyComponent.KeyWork, 0.3m) }).Fault().ShouldBe("Components");
        (rules with { ExcellentMinRate = 1.1m }).Fault().ShouldBe("ExcellentMinRate");
        (rules with { InputsBy = new(2, 29) }).Fault().ShouldBe("InputsBy");
    }

    [Fact]
    public void A020_a_target_that_was_missed_is_owed_until_the_host_has_scored_it()
    {
        var missed = YearStory.Assessing();
        missed.Year.Terms.Single(t => t.Id == "target-10").IsOpen.ShouldBeTrue();
        missed.Then(YearStory.Township, new SubmitDuty()).Year.Terms.Single(t => t.Id == "target-10").IsLifted.ShouldBeTrue();
    }

    [Fact]
    public void A026_weights_name_the_townships_that_the_agency_serves_when_they_are_set()
    {
        var two = YearStory.Area() with { Served = [YearStory.Host, YearStory.Second] };
        two.Year.Weights.Count.ShouldBe(3, "a year keeps what it has");
        two.Refused(YearStory.Township, YearStory.Weights(0.5m, 0.3m, 0.2m), RefusalCodes.InvalidInput, "A026", "weights");
        two.Then(YearStory.Township, Two(0.6m, 0.4m)).Year.Weights.Keys.ShouldBe([YearStory.Host, YearStory.Second]);
    }

    [Fact]
    public void S11_A026_while_it_is_assessed_only_a_township_that_is_served_no_more_is_left_out_and_only_by_the_performance_organ()
    {
        var assessing = YearStory.Assessing(YearStory.Area());
        assessing.Refused(YearStory.Organ, YearStory.Weights(0.4m, 0.3m, 0.3m), RefusalCodes.WrongState, "A026");
        var left = YearStory.Rated(assessing, (YearStory.Host, 90, 85), (YearStory.Second, 80, 85), (YearStory.Third, 70, 60)) with { Served = [YearStory.Host, YearStory.Second] };
        left.Refused(YearStory.Township, Two(0.6m, 0.4m), RefusalCodes.NotAllowed, "A026");
        left.Refused(YearStory.Organ, Two(0.6m, 0.3m), RefusalCodes.InvalidInput, "A026", "weights");
        left.Refused(YearStory.Organ, YearStory.Weights(0.5m, 0.3m, 0.2m), RefusalCodes.WrongState, "A026");
        var weighed = left.Then(YearStory.Organ, Two(0.6m, 0.4m)).Then(YearStory.Township, new AggregateTownshipPart());
        weighed.Year.Part.ShouldBe(new(86m, 85m), "0.6 x 90 + 0.4 x 80, and nothing of the third");
        weighed.Year.Submitted.Keys.ShouldNotContain(YearStory.Third);
    }

    [Fact]
    public void G019_what_is_entered_afterwards_lies_at_or_after_the_newest_step()
    {
        var listed = YearStory.DutiesListed();
        (listed with { Now = listed.Now.AddHours(-1) }).Refused(YearStory.Agency, YearStory.Plan(), RefusalCodes.InvalidInput, "G019", "occurredAt");
        listed.Then(YearStory.Agency, YearStory.Plan());
    }

    [Fact]
    public void A040_what_time_did_by_then_stands_in_front_of_a_step_that_ends_a_term()
    {
        var late = YearStory.PartlySigned().At("2026-04-20 09:00");
        var decision = AgencyYearDecisions.DecideNow(
            late.State, new SignLetter(), new(YearStory.Township, late.Now, Given.Calendar, WorkingHours.Default, late.Rules, late.Events.Count + 1));
        decision.Events.Select(e => e.Name).ShouldBe([nameof(AgencyYearRungsFired), nameof(LetterSigned)]);
        var signed = decision.Events.Aggregate(late, (s, e) => s.Happened(e)).Year.Terms;
        signed.Single(t => t.Id == "letter").Fired.Count.ShouldBe(5);
        signed.Where(t => t.Id.StartsWith("target")).ShouldAllBe(t => t.OpenedBy == late.Events.Count + 2);
    }

    private static SetWeights Two(decimal host, decimal second) =>
        new(new Dictionary<UnitCode, decimal> { [YearStory.Host] = host, [YearStory.Second] = second }.ToImmutableSortedDictionary());
}
