using System.Collections.Immutable;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Tests.Calendars;

namespace OpsHub.Domain.Tests.Assessments;

/// <summary>Evidence, inputs, score, grades. A004, A017-A027, A033, A035, A041, A044.</summary>
public sealed class YearScoreTests
{
    [Fact]
    public void A026_weights_that_nobody_set_are_flagged_and_their_lines_are_assumed_until_somebody_sets_them()
    {
        var rules = new AssessmentRules { Sources = new AssessmentRules().Sources.SetItem("DutyComponentWeights", "考核细则 第3条") };
        var even = YearStory.Opened(rules, YearStory.Second);
        var ask = new SetWeights(even.Year.Weights);
        YearFlags.Of(even.Year).ShouldContain(f => f.Kind == YearFlagKind.WeightsAssumed && f.Rule == "A026");
        Scorecard.Of(even.Year).Where(l => l.Township is not null).ShouldAllBe(l => l.Basis.Kind == BasisKind.Assumed);
        var set = even.Then(YearStory.Township, ask);
        YearFlags.Of(set.Year).ShouldNotContain(f => f.Kind == YearFlagKind.WeightsAssumed, "the same figures, but somebody's");
        Scorecard.Of(set.Year).Where(l => l.Component is not null).ShouldAllBe(l => l.Basis.Kind == BasisKind.Text);
        set.Asked(YearStory.Township, ask).Events.ShouldBeEmpty();
        YearFlags.Of(YearStory.Opened().Year).ShouldNotContain(f => f.Kind == YearFlagKind.WeightsAssumed, "one township");
    }

    [Fact]
    public void S01_A017_A018_A019_the_score_is_the_examples_to_the_last_digit()
    {
        var score = YearStory.Scored(90, 85, 88).Year.Score.ShouldNotBeNull();
        (score.DutyPoints, score.SatisfactionPoints, score.StatutoryPoints, score.Total, score.MayBeExcellent).ShouldBe((36m, 17m, 35.2m, 88.2m, false));
    }

    [Fact]
    public void S08_A026_A027_an_area_agency_is_weighted_through_the_whole_year()
    {
        var score = YearStory.Rated(YearStory.Assessing(YearStory.Area()), (YearStory.Host, 92, 90), (YearStory.Second, 88, 80), (YearStory.Third, 80, 85))
            .Then(YearStory.Township, new AggregateTownshipPart()).Then(YearStory.Department, new SubmitStatutory(91)).Then(YearStory.Organ, new FinaliseScore()).Year.Score.ShouldNotBeNull();
        (score.Duty, score.Satisfaction, score.Total, score.TownshipRate, score.MayBeExcellent).ShouldBe((88.4m, 86m, 88.96m, 0.876m, false));
    }

    [Fact]
    public void A017_one_side_missing_is_no_score() => YearStory.Ready().Refused(YearStory.Organ, new FinaliseScore(), "INCOMPLETE", "A017");

    [Fact]
    public void A019_a_township_does_not_set_the_statutory_score()
    {
        YearStory.Assessing().Refused(YearStory.Township, new SubmitStatutory(88), RefusalCodes.NotAllowed, "A019");
        YearStory.Assessing().Refused(YearStory.OtherDepartment, new SubmitStatutory(88), RefusalCodes.NotAllowed, "A019");
    }

    [Theory]
    [InlineData("-0.01")]
    [InlineData("100.01")]
    [InlineData("88.00001")]
    public void A018_A019_a_score_outside_0_to_100_is_refused_with_its_field(string value)
    {
        YearStory.Assessing().Refused(YearStory.Department, new SubmitStatutory(decimal.Parse(value)), RefusalCodes.InvalidInput, "A019", "value");
        YearStory.Assessing().Refused(YearStory.Township, new AdjustComponent(DutyComponent.KeyWork, decimal.Parse(value), "核查"), RefusalCodes.InvalidInput, "A018", "value");
    }

    [Fact]
    public void A018_A024_A019_a_second_submission_is_refused()
    {
        var story = YearStory.Rated(YearStory.Assessing(), (YearStory.Host, 90, 85)).Then(YearStory.Department, new SubmitStatutory(88));
        story.Refused(YearStory.Township, new SubmitDuty(), "SUBMITTED_ALREADY", "A018");
        story.Refused(YearStory.Hub, YearStory.Survey(YearStory.Host, 85), "SUBMITTED_ALREADY", "A024", "township");
        story.Refused(YearStory.Department, new SubmitStatutory(89), "SUBMITTED_ALREADY", "A019");
        story.Refused(YearStory.Township, new AdjustComponent(DutyComponent.KeyWork, 99, "补"), "SUBMITTED_ALREADY", "A018");
        story.Refused(YearStory.Township, new ConfirmTarget(10, true), "SUBMITTED_ALREADY", "A018");
        story.Refused(YearStory.Township, new RecordKeyWork("补记", true), "SUBMITTED_ALREADY", "A018");
    }

    [Fact]
    public void A020_ten_targets_nine_done_are_90() => DutyEvidence.Of(YearStory.Assessing().Year, YearStory.Host)[DutyComponent.AnnualTargets].ShouldBe(90m);

    [Fact]
    public void A021_without_records_there_is_no_evidence_and_nothing_is_scored()
    {
        var story = YearStory.InForce().At("2027-01-04 09:00").Then(YearStory.Hub, new OpenAssessment());
        DutyEvidence.Of(story.Year, YearStory.Host)[DutyComponent.KeyWork].ShouldBeNull();
        story.Refused(YearStory.Township, new SubmitDuty(), "NO_EVIDENCE", "A018").Zh.ShouldContain("参与乡镇街道重点工作");
        DutyEvidence.Forecast(story.Year).ShouldBeNull();
    }

    [Fact]
    public void A022_a_hundred_cases_92_on_time_are_92() => Evidence(YearStory.Cases(0, 0, 100, 92, YearStory.Start))[DutyComponent.MattersHandled].ShouldBe(92m);

    [Fact]
    public void A004_each_urge_takes_a_point_and_never_below_zero()
    {
        Evidence(YearStory.Cases(0, 0, 100, 92, YearStory.Start, urged: 3))[DutyComponent.MattersHandled].ShouldBe(89m);
        Evidence(YearStory.Cases(0, 0, 100, 2, YearStory.Start, urged: 3))[DutyComponent.MattersHandled].ShouldBe(0m);
    }

    [Fact]
    public void A023_fifty_dispatches_two_refused_are_96() => Evidence(YearStory.Cases(50, 2, 0, 0, YearStory.Start))[DutyComponent.Coordination].ShouldBe(96m);

    [Fact]
    public void A022_figures_that_contradict_each_other_are_refused() => YearStory.Opened().Refused(
        YearStory.Hub, Totals(YearStory.Cases(0, 0, 5, 6, YearStory.Start)), RefusalCodes.InvalidInput, "A022", "evidence");

    [Fact]
    public void A022_the_same_totals_again_are_no_news() =>
        YearStory.Opened().Then(YearStory.Hub, Totals(YearStory.Cases(5, 0, 5, 5, YearStory.Start)))
            .Asked(YearStory.Hub, Totals(YearStory.Cases(5, 0, 5, 5, YearStory.Start.AddDays(1)))).Events.ShouldBeEmpty();

    [Fact]
    public void A024_a_missing_rater_group_is_flagged_and_too_few_answers_are_no_score()
    {
        var tallies = YearStory.Survey(YearStory.Host, 85).Tallies;
        var story = YearStory.Assessing();
        var two = story.Then(YearStory.Hub, new SubmitSatisfaction(YearStory.Host, tallies.GetRange(0, 2)));
        YearFlags.Of(two.Year).Single(f => f.Kind == YearFlagKind.RaterGroupMissing).Zh.ShouldContain("服务对象");
        story.Refused(YearStory.Hub, new SubmitSatisfaction(YearStory.Host, [YearStory.Tally(RaterGroup.ServiceUsers, 4, 85)]), "TOO_FEW_BALLOTS", "A024", "tallies");
        story.Refused(YearStory.Township, YearStory.Survey(YearStory.Host, 85), RefusalCodes.NotAllowed, "A024");
        story.Refused(YearStory.Hub, YearStory.Survey(YearStory.Second, 85), RefusalCodes.InvalidInput, "A024", "township");
    }

    [Fact]
    public void A024_of_a_group_with_too_few_answers_nothing_is_kept() =>
        YearStory.Assessing().Then(YearStory.Hub, new SubmitSatisfaction(YearStory.Host, [YearStory.Tally(RaterGroup.Representatives, 5, 85), YearStory.Tally(RaterGroup.ServiceUsers, 2, 10)]))
            .Year.Surveys[YearStory.Host].ShouldSatisfyAllConditions(
                r => r.Tallies.Select(t => t.Group).ShouldBe([RaterGroup.Representatives]), r => r.Missing.ShouldBe([RaterGroup.CommunityWorkers, RaterGroup.ServiceUsers]), r => r.Score.ShouldBe(85m));

    [Fact]
    public void A025_a_ballot_has_all_four_dimensions()
    {
        var ballot = Enum.GetValues<SatisfactionDimension>().ToDictionary(d => d, _ => 80);
        Satisfaction.Fault(ballot).ShouldBeNull();
        ballot[SatisfactionDimension.Style] = 101;
        Satisfaction.Fault(ballot).ShouldNotBeNull().Field.ShouldBe("scores.style");
        ballot.Remove(SatisfactionDimension.Style);
        Satisfaction.Fault(ballot).ShouldNotBeNull().ShouldSatisfyAllConditions(r => r.Rule.ShouldBe("A025"), r => r.Field.ShouldBe("scores.style"));
    }

    [Fact]
    public void A025_tallies_that_no_ballots_can_give_are_refused()
    {
        var tallies = YearStory.Survey(YearStory.Host, 85).Tallies;
        YearStory.Assessing().Refused(YearStory.Hub, new SubmitSatisfaction(YearStory.Host, tallies.SetItem(1, tallies[0])), RefusalCodes.InvalidInput, "A025", "tallies");
        var high = tallies[0] with { Sums = tallies[0].Sums.SetItem(SatisfactionDimension.Style, 501) };
        YearStory.Assessing().Refused(YearStory.Hub, new SubmitSatisfaction(YearStory.Host, tallies.SetItem(0, high)), RefusalCodes.InvalidInput, "A025", "tallies");
    }

    [Fact]
    public void S11_A027_two_of_three_townships_do_not_make_a_part()
    {
        var two = YearStory.Rated(YearStory.Assessing(YearStory.Area()), (YearStory.Host, 92, 90), (YearStory.Third, 80, 85)).Then(YearStory.Hub, YearStory.Survey(YearStory.Second, 80));
        two.Refused(YearStory.Township, new AggregateTownshipPart(), "INCOMPLETE", "A027").Zh.ShouldContain("430203002的属地职责评分");
        AgencyYearTerms.Owed(two.Year).Select(o => (o.By.Value, o.What)).ShouldBe([("430203002", "duty"), ("430203:D12", "statutory")]);
        two.Submits(YearStory.Second, 88).ShouldSatisfyAllConditions(
            s => s.Refused(YearStory.SecondTownship, new AggregateTownshipPart(), RefusalCodes.NotAllowed, "A027"),
            s => s.Year.Terms.Single(t => t.Id == "aggregate").Holder.ShouldBe("430203001"));
    }

    [Fact]
    public void A026_where_the_host_alone_assesses_the_others_have_nothing_to_score()
    {
        var story = YearStory.Assessing(YearStory.Area(new() { Area = AreaMethod.HostOnly }));
        story.Year.Terms.Where(t => t.IsOpen && AgencyYearTerms.Stem(t) is "duty" or "survey").ShouldAllBe(t => t.Holder == "430203001");
        story.Refused(YearStory.SecondTownship, new SubmitDuty(), RefusalCodes.NotAllowed, "A026");
        story.Refused(YearStory.Hub, YearStory.Survey(YearStory.Second, 80), RefusalCodes.InvalidInput, "A026", "township");
        var part = YearStory.Rated(story, (YearStory.Host, 92, 90)).Then(YearStory.Township, new AggregateTownshipPart()).Year.Part.ShouldNotBeNull();
        (part.Duty, part.Satisfaction).ShouldBe((92m, 90m));
    }

    [Fact]
    public void A041_without_a_letter_nothing_is_scored_unless_a_reason_is_given()
    {
        var story = YearStory.Drafted().At("2027-01-04 09:00").Then(YearStory.Hub, new OpenAssessment());
        story.Refused(YearStory.Township, new SubmitDuty(), "NO_LETTER", "A041", "withoutLetter");
        story.Refused(YearStory.Township, new AdjustComponent(DutyComponent.AnnualTargets, 80, "核查"), "NO_LETTER", "A041", "withoutLetter");
        var given = story.Submits(YearStory.Host, 80);
        given.Year.Submitted[YearStory.Host].WithoutLetter.ShouldBe("责任书未签，按实绩评分");
        YearFlags.Of(given.Year).ShouldContain(f => f.Kind == YearFlagKind.ScoredWithoutLetter && f.Rule == "A041");
    }

    [Fact]
    public void A018_an_adjustment_stands_beside_what_was_computed_with_its_reason()
    {
        var story = YearStory.Assessing().Then(YearStory.Township, new AdjustComponent(DutyComponent.AnnualTargets, 85, "第十项只算一半")).Then(YearStory.Township, new SubmitDuty());
        var submitted = story.Year.Submitted[YearStory.Host];
        (submitted.Components[DutyComponent.AnnualTargets], submitted.Computed[DutyComponent.AnnualTargets]).ShouldBe((85m, (decimal?)90m));
        story.Year.Adjustments.Single().ShouldSatisfyAllConditions(a => a.Reason.ShouldBe("第十项只算一半"), a => a.Computed.ShouldBe(90m), a => a.By.ShouldBe("township-1"));
        YearStory.Assessing().Refused(YearStory.Township, new AdjustComponent(DutyComponent.KeyWork, 85, ""), RefusalCodes.InvalidInput, "A018", "reason");
        var line = Scorecard.Of(story.Year).Single(l => l.Component == DutyComponent.AnnualTargets);
        (line.Value, line.Computed, line.Adjusted!.Reason, line.Figures).ShouldBe((85m, 90m, "第十项只算一半", null));
    }

    [Fact]
    public void A017_the_assessment_opens_after_the_year_with_a_term_for_each_side()
    {
        YearStory.InForce().At("2026-12-31 23:59").Refused(YearStory.Hub, new OpenAssessment(), "YEAR_NOT_OVER", "A017");
        var year = YearStory.Assessing(YearStory.Area()).Year;
        var inputs = year.Terms.FindAll(t => t.IsOpen && AgencyYearTerms.Stem(t) is "duty" or "survey" or "statutory");
        inputs.ShouldAllBe(t => t.Due == Given.EndOf("2027-01-31") && t.Basis.Kind == BasisKind.Assumed && t.Basis.Parameter == "AssessmentInputsBy");
        inputs.Select(t => (t.Id, t.Holder)).ShouldBe([
            ("duty", "430203001"), ("duty-2", "430203002"), ("duty-3", "430203003"), ("survey", "430203001"), ("survey-2", "430203002"), ("survey-3", "430203003"), ("statutory", "430203:D12"),
        ]);
    }

    [Fact]
    public void A033_below_90_percent_is_not_excellent_whatever_it_rounds_to()
    {
        YearStory.Scored(92, 84, 98).Refused(YearStory.Organ, new SetAgencyGrade(AssessmentGrade.Excellent), "BELOW_EXCELLENT", "A033", "grade").Zh.ShouldContain("89.333333");
        var near = YearStory.Scored(89.9999m, 90, 100);
        near.Refused(YearStory.Organ, new SetAgencyGrade(AssessmentGrade.Excellent), "BELOW_EXCELLENT", "A033", "grade").En.ShouldNotContain("reaches 90 ");
        YearStory.Scored(88, 94, 95).Then(YearStory.Organ, new SetAgencyGrade(AssessmentGrade.Excellent)).Year.Grade.ShouldBe(AssessmentGrade.Excellent);
        YearStory.Scored().Refused(YearStory.Department, new SetAgencyGrade(AssessmentGrade.Good), RefusalCodes.NotAllowed, "A033");
        YearStory.Scored().Refused(YearStory.Organ, new SetAgencyGrade(null), RefusalCodes.InvalidInput, "A033", "grade");
    }

    [Fact]
    public void A033_thirds_that_together_reach_the_bar_reach_it()
    {
        // Groups' means 89 1/3, 90 1/3 and 90 1/3: none ends as a decimal, their mean is 90.
        var tallies = new[] { Thirds(RaterGroup.CommunityWorkers, 1072), Thirds(RaterGroup.Representatives, 1084), Thirds(RaterGroup.ServiceUsers, 1084) };
        Satisfaction.Of(tallies, new AssessmentRules { LeastBallots = 3 }).ShouldBe(90m);
        var two = YearStory.Rated(YearStory.Assessing(YearStory.Area(new() { LeastBallots = 1 }))).Submits(YearStory.Host, 90).Submits(YearStory.Second, 90).Submits(YearStory.Third, 90);
        // 0.5 * 89 2/3 + 0.3 * 90 1/3 + 0.2 * 90 1/3 = 90.
        var score = two.Then(YearStory.Hub, new SubmitSatisfaction(YearStory.Host, [Thirds(RaterGroup.ServiceUsers, 1076)]))
            .Then(YearStory.Hub, new SubmitSatisfaction(YearStory.Second, [Thirds(RaterGroup.ServiceUsers, 1084)]))
            .Then(YearStory.Hub, new SubmitSatisfaction(YearStory.Third, [Thirds(RaterGroup.ServiceUsers, 1084)]))
            .Then(YearStory.Township, new AggregateTownshipPart()).Then(YearStory.Department, new SubmitStatutory(0)).Then(YearStory.Organ, new FinaliseScore()).Year.Score.ShouldNotBeNull();
        (score.Satisfaction, score.TownshipRate, score.MayBeExcellent).ShouldBe((90m, 0.9m, true));
    }

    [Fact]
    public void S13_A035_the_head_of_an_agency_that_is_not_excellent_is_not_either() =>
        YearStory.Graded().Refused(YearStory.Organ, new SetHeadGrade(AssessmentGrade.Excellent), "HEAD_ABOVE_AGENCY", "A035", "grade");

    [Fact]
    public void S14_A035_the_cap_is_one_way()
    {
        var excellent = YearStory.Graded(AssessmentGrade.Excellent, 95, 95, 95);
        excellent.Then(YearStory.Department, new SetHeadGrade(AssessmentGrade.Competent)).Year.HeadGrade.ShouldBe(AssessmentGrade.Competent);
        excellent.Refused(YearStory.Township, new SetHeadGrade(AssessmentGrade.Competent), RefusalCodes.NotAllowed, "A035");
    }

    [Fact]
    public void A044_the_agencys_grade_comes_before_its_heads() =>
        YearStory.Scored().Refused(YearStory.Organ, new SetHeadGrade(AssessmentGrade.Excellent), "AGENCY_NOT_GRADED", "A044", "grade");

    [Fact]
    public void Every_step_after_the_inputs_has_a_term_of_whoever_must_take_it()
    {
        var year = YearStory.Graded().Year;
        foreach (var (stem, holder) in new[] { ("aggregate", "430203001"), ("score", "430203"), ("grade", "430203") })
            year.Terms.Single(t => t.Id == stem).ShouldSatisfyAllConditions(t => t.Holder.ShouldBe(holder), t => t.IsOpen.ShouldBeFalse());
        YearStory.Ready().Then(YearStory.Department, new SubmitStatutory(88)).Year.Terms.Single(t => t.Id == "score").IsOpen.ShouldBeTrue();
    }

    private static GroupTally Thirds(RaterGroup group, long sum) => new(
        group, 3, Enum.GetValues<SatisfactionDimension>().ToImmutableSortedDictionary(d => d, _ => sum / 4), Enum.GetValues<SatisfactionDimension>().ToImmutableSortedDictionary(d => d, _ => sum / 4 * (sum / 4) / 3 + 1));

    private static ImmutableSortedDictionary<DutyComponent, decimal?> Evidence(CaseEvidence totals) => DutyEvidence.Of(YearStory.Opened().Then(YearStory.Hub, Totals(totals)).Year, YearStory.Host);

    private static RecordEvidence Totals(CaseEvidence totals) => new(new[] { KeyValuePair.Create(YearStory.Host, totals) }.ToImmutableSortedDictionary());
}
