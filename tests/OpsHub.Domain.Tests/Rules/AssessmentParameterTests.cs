using OpsHub.Domain.Assessments;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Posts;
using OpsHub.Domain.Rules;
using OpsHub.Domain.Tests.Assessments;
using OpsHub.Domain.Tests.Cases;
using static OpsHub.Domain.Tests.Rules.CityRules;

namespace OpsHub.Domain.Tests.Rules;

/// <summary>Parameters of agencies' years and of people decisions: listed, changed with effect from a date, assumed or sourced; the text's own figures take a source.</summary>
public sealed class AssessmentParameterTests
{
    private const string Weights = "DutyWeight/SatisfactionWeight/StatutoryWeight";

    public static TheoryData<string> Names => [.. AssessmentParameters.All.Keys, .. PostParameters.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_default_is_written_as_it_is_read(string name)
    {
        var parameter = RuleParameters.All[name];
        var text = parameter.Read(Town.Rules);

        parameter.Read(parameter.Set(Town.Rules, text).ShouldNotBeNull()).ShouldBe(text);
        parameter.Zh.ShouldContain(c => c >= 0x4e00);
        parameter.Set(Town.Rules, "nonsense").ShouldBeNull();
        parameter.Set(Town.Rules, "").ShouldBeNull();
    }

    [Theory]
    [InlineData(Weights, "0.5/0.1/0.4")]
    [InlineData("ExcellentMinRate", "0.95")]
    [InlineData("TownshipPartBase", "40")]
    [InlineData("AreaMethod", "HostOnly")]
    [InlineData("DutyComponentWeights", "0.4/0.3/0.2/0.1")]
    [InlineData("SatisfactionGroupMean", "false")]
    [InlineData("SatisfactionMinimum", "10")]
    [InlineData("UrgeDeduction", "0")]
    [InlineData("DutiesListBy", "01-20")]
    [InlineData("PlanDraftBy", "02-10")]
    [InlineData("NegotiateWithin", "5 working-days")]
    [InlineData("SubmitPlanWithin", "3 working-days")]
    [InlineData("LetterSignBy", "02-28")]
    [InlineData("AssessmentInputsBy", "02-15")]
    [InlineData("PlanConsentLimit", "5 working-days")]
    [InlineData("AppealWithin", "10 calendar-days")]
    [InlineData("AppealAnswer", "7 working-days")]
    [InlineData("AggregateWithin", "3 working-days")]
    [InlineData("FinaliseWithin", "3 working-days")]
    [InlineData("GradeWithin", "3 working-days")]
    [InlineData("HeadGradedBy", "Department")]
    [InlineData("HeadGradeWithin", "3 working-days")]
    [InlineData("EvidenceEvery", "15")]
    [InlineData("StaffResultWithin", "3 working-days")]
    [InlineData("DailyWorkWeight", "0.3")]
    [InlineData("PublishWithin", "3 working-days")]
    [InlineData("AnewWithin", "3 working-days")]
    [InlineData("TermWarnings", "20/10/5/1")]
    [InlineData("ChaseEvery", "14")]
    [InlineData("ChaseTimes", "0")]
    [InlineData("RungOffsets/Assessments", "60 minutes, 0 working-days, 1 working-days, 2 working-days")]
    [InlineData("ConsultationReply", "8 working-days")]
    [InlineData("InquiryLimit", "20 working-days")]
    [InlineData("UnanimityDeadlock", "5 working-days")]
    [InlineData("StaffNoticeWithin", "2 working-days")]
    [InlineData("SecondmentReply", "4 working-days")]
    [InlineData("ConsentRequired", "true")]
    [InlineData("RungOffsets/Posts", "60 minutes, 0 working-days, 1 working-days, 2 working-days")]
    public void A_value_set_is_the_value_read(string name, string value) =>
        RuleParameters.All[name].Read(Fresh.Then(Office, new ChangeParameter(name, value, "考核细则 第3条", null, "x")).On("2026-07-13")).ShouldBe(value);

    [Fact]
    public void Each_of_them_is_set_once_above() =>
        typeof(AssessmentParameterTests).GetMethod(nameof(A_value_set_is_the_value_read))!.GetCustomAttributes(typeof(InlineDataAttribute), false).Length.ShouldBe(AssessmentParameters.All.Count + PostParameters.All.Count);

    [Theory]
    [InlineData(Weights, "0.4/0.2/0.5", "A018")]
    [InlineData(Weights, "0.6/0/0.4", "A018")]
    [InlineData(Weights, "0.4/0.2", "A018")]
    [InlineData(Weights, "0.8/0.4/-0.2", "A018")]
    [InlineData(Weights, "0.3333333/0.3333333/0.3333334", "A018")]
    [InlineData("ExcellentMinRate", "1.01", "A033")]
    [InlineData("ExcellentMinRate", "90 %", "A033")]
    [InlineData("TownshipPartBase", "50", "A033")]
    [InlineData("AreaMethod", "1", "A026")]
    [InlineData("TermWarnings", "20/0", "A040")]
    [InlineData("TermWarnings", "61", "A040")]
    [InlineData("DutyComponentWeights", "0.4/0.3/0.2/0.2", "A028")]
    [InlineData("SatisfactionMinimum", "4", "A024")]
    [InlineData("LetterSignBy", "02-29", "A040")]
    [InlineData("AssessmentInputsBy", "1-31", "A017")]
    [InlineData("AppealWithin", "0 working-days", "A028")]
    [InlineData("UrgeDeduction", "-1", "A004")]
    [InlineData("HeadGradedBy", "1", "A035")]
    [InlineData("DailyWorkWeight", "0", "A034")]
    [InlineData("DailyWorkWeight", "1.1", "A034")]
    [InlineData("ConsentRequired", "maybe", "R033")]
    public void A_value_that_is_none_is_refused_with_field_and_rule(string name, string value, string rule)
    {
        var refusal = Fresh.Refused(Office, new ChangeParameter(name, value, "考核细则", null, "x"));
        (refusal.Code, refusal.Field, refusal.Rule).ShouldBe((RefusalCodes.InvalidInput, "value", rule));
        refusal.Clause.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData(Weights, "0.5/0.1/0.4", "A018", "二(三)")]
    [InlineData("ExcellentMinRate", "0.85", "A033", "二(四)")]
    public void A018_A019_A033_the_texts_own_figures_are_changed_only_with_a_source(string name, string value, string rule, string clause)
    {
        var refusal = Fresh.Refused(Office, new ChangeParameter(name, value, null, null, "x"));
        (refusal.Code, refusal.Field, refusal.Rule, refusal.Clause).ShouldBe((RefusalCodes.InvalidInput, "source", rule, clause));
        var parameter = RuleParameters.All[name];
        parameter.Source(Town.Rules).ShouldNotBeNull().ShouldContain("派驻");
        var set = Fresh.Then(Office, new ChangeParameter(name, value, "县考核细则", null, "x"));
        parameter.Source(set.On("2026-07-13")).ShouldBe("县考核细则");
        // Back to the policy's figure takes none, and rests on the policy again.
        var back = set.Then(Office, new ChangeParameter(name, parameter.Read(Town.Rules), null, null, "x")).On("2026-07-13");
        parameter.Source(back).ShouldBe(parameter.Source(Town.Rules));
    }

    [Fact]
    public void A018_each_weight_is_shown_with_the_basis_of_the_three()
    {
        var rules = Fresh.Then(Office, new ChangeParameter(Weights, "0.50/0.10/0.40", "县考核细则", null, "x")).On("2026-07-13").Assessments;
        (rules.DutyWeight, rules.SatisfactionWeight, rules.StatutoryWeight).ShouldBe((0.5m, 0.1m, 0.4m));
        rules.Fault().ShouldBeNull();
        rules.BasisOf(nameof(AssessmentRules.StatutoryWeight)).ShouldBe(BasisKind.Text, "it names its source");
        (new AssessmentRules() with { DutyWeight = 0.5m, SatisfactionWeight = 0.1m }).BasisOf(nameof(AssessmentRules.DutyWeight)).ShouldBe(BasisKind.Assumed, "nobody wrote these");
        new AssessmentRules().BasisOf(nameof(AssessmentRules.DutyWeight)).ShouldBe(BasisKind.Text);
    }

    [Fact]
    public void A028_A048_a_countys_own_set_holds_from_its_day_for_it_alone_and_without_one_the_defaults_are_flagged()
    {
        var rules = Fresh.Then(Command, new ChangeParameter("AppealWithin", "10 working-days", "县考核细则", County, "x", Calendars.Given.Day("2026-08-01")));
        rules.On("2026-07-31", County).Assessments.ShouldSatisfyAllConditions(r => r.AppealWithin.Amount.ShouldBe(5), r => r.Version.ShouldBe(0));
        rules.On("2026-08-01", County).Assessments.ShouldSatisfyAllConditions(r => r.AppealWithin.Amount.ShouldBe(10), r => r.Version.ShouldBe(2), r => r.BasisOf("AppealWithin").ShouldBe(BasisKind.Text));
        rules.On("2026-08-01", Other).Assessments.Version.ShouldBe(0);
        YearFlags.Of(YearStory.Opened(rules.On("2026-08-01", County).Assessments).Year).ShouldNotContain(f => f.Kind == YearFlagKind.AssumedRules);
        YearFlags.Of(YearStory.Opened(rules.On("2026-08-01", Other).Assessments).Year).ShouldContain(f => f.Kind == YearFlagKind.AssumedRules);
        rules.On("2026-08-01", County).Consultations.Sources.ShouldBeEmpty();
    }

    [Fact]
    public void A028_a_year_keeps_the_rules_by_which_its_assessment_opened()
    {
        var changed = Fresh.Then(Command, new ChangeParameter("UrgeDeduction", "5", null, County, "x")).On("2026-07-13", County).Assessments;
        var assessing = YearStory.Assessing();
        (assessing with { Rules = changed }).Then(YearStory.Township, new SubmitDuty()).Year.Rules.UrgeDeduction.ShouldBe(1);
        YearStory.Assessing(YearStory.Opened(changed)).Year.Rules.UrgeDeduction.ShouldBe(5);
    }

    [Fact]
    public void A028_what_a_county_changes_for_the_next_year_does_not_score_the_year_before()
    {
        var changed = Fresh.Then(Command, new ChangeParameter("UrgeDeduction", "5", null, County, "x", Calendars.Given.Day("2027-01-01")));
        var opened = AssessmentRules.DayFor(2026, Calendars.Given.Day("2027-01-01"));
        opened.ShouldBe(Calendars.Given.Day("2026-12-31"));
        changed.Versions.At(int.MaxValue, opened, County).Assessments.UrgeDeduction.ShouldBe(1);
        changed.Versions.At(int.MaxValue, AssessmentRules.DayFor(2027, Calendars.Given.Day("2027-01-01")), County).Assessments.UrgeDeduction.ShouldBe(5);
        AssessmentRules.DayFor(2026, Calendars.Given.Day("2026-07-13")).ShouldBe(Calendars.Given.Day("2026-07-13"));
    }

    [Fact]
    public void A008_a_term_tells_the_source_of_its_length()
    {
        var assumed = Fresh.Then(Office, new ChangeParameter("ConsultationReply", "8 working-days", null, null, "x")).On("2026-07-13").Posts;
        var sourced = Fresh.Then(Office, new ChangeParameter("ConsultationReply", "8 working-days", "组织部通知", null, "x")).On("2026-07-13").Posts;
        assumed.ConsultationReply.ShouldBe(new TermBudget(8, BudgetUnit.WorkingDays));
        assumed.BasisOf("ConsultationReply").ShouldBe(BasisKind.Assumed);
        sourced.BasisOf("ConsultationReply").ShouldBe(BasisKind.Text);
    }

    [Fact]
    public void What_the_hub_came_with_is_kept_for_them_too()
    {
        var seed = Town.Rules with { Assessments = new AssessmentRules { LeastBallots = 7 }, Posts = new PostRules { ConsentRequired = true } };
        var book = new RuleVersions(seed, []).At(int.MaxValue, Calendars.Given.Day("2026-07-13"), County);
        (book.Assessments.LeastBallots, book.Posts.ConsentRequired).ShouldBe((7, true));
    }
}
