using OpsHub.Domain.Calendars;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Rules;
using OpsHub.Domain.Tests.Cases;
using static OpsHub.Domain.Tests.Rules.CityRules;

namespace OpsHub.Domain.Tests.Rules;

/// <summary>Parameters of consultations: listed, changed with effect from a date, assumed or sourced.</summary>
public sealed class ConsultationParameterTests
{
    public static TheoryData<string> Names => [.. ConsultationParameters.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_default_is_written_as_it_is_read(string name)
    {
        var parameter = RuleParameters.All[name];
        var text = parameter.Read(Town.Rules);

        parameter.Set(Town.Rules, text).ShouldNotBeNull();
        parameter.Read(parameter.Set(Town.Rules, text)!).ShouldBe(text);
        parameter.Zh.ShouldContain(c => c >= 0x4e00);
    }

    [Fact]
    public void The_list_holds_those_of_every_subject_each_once() =>
        RuleParameters.All.Count.ShouldBe(CaseParameters.All.Count + ConsultationParameters.All.Count + AssessmentParameters.All.Count + PostParameters.All.Count + SurveyParameters.All.Count
            + MandateParameters.All.Count + EstablishmentParameters.All.Count + FilingParameters.All.Count + GovernanceParameters.All.Count);

    [Theory]
    [InlineData("PlanWorkingDays", "3 working-days")]
    [InlineData("EndOfDay", "17:30")]
    [InlineData("AnnounceRoll", "WorkingDay")]
    [InlineData("PresiderRule", "Warn")]
    [InlineData("AllowDirectVote", "false")]
    [InlineData("MaxConsultationRounds", "3")]
    [InlineData("ResidentsMeetingQuorum", "2/3")]
    [InlineData("HallKinds", "ConsultationHall, Online")]
    [InlineData("TwoThirdsCategories", "CollectiveFundsAndAssets, SelfGovernanceRules")]
    [InlineData("RungOffsets/Consultations", "60 minutes, 0 working-days, 1 working-days, 2 working-days")]
    public void A_value_set_is_the_value_read(string name, string value) =>
        RuleParameters.All[name].Read(Fresh.Then(Office, new ChangeParameter(name, value, null, null, "x")).On("2026-07-13")).ShouldBe(value);

    [Theory]
    [InlineData("PlanWorkingDays", "soon")]
    [InlineData("EndOfDay", "25:00")]
    [InlineData("AnnounceRoll", "1")]
    [InlineData("PresiderRule", "reject")]
    [InlineData("AllowDirectVote", "maybe")]
    [InlineData("MaxConsultationRounds", "0")]
    [InlineData("ResidentsMeetingQuorum", "3/2")]
    [InlineData("ResidentsMeetingQuorum", "1/0")]
    [InlineData("HallKinds", "Palace")]
    [InlineData("TwoThirdsCategories", "5")]
    [InlineData("VillagersMeetingNoticeDays", "61")]
    public void A_value_that_is_none_is_refused(string name, string value) => Fresh.Refused(Office, new ChangeParameter(name, value, null, null, "x")).Field.ShouldBe("value");

    [Fact]
    [Trait("Rule", "C035")]
    public void C035_the_plans_two_days_are_text_and_the_rest_is_assumed_until_sourced()
    {
        RuleParameters.All["PlanWorkingDays"].Source(Town.Rules).ShouldNotBeNull();
        RuleParameters.All.Values.Where(p => p.Source(Town.Rules) is not null && p.Fixed is null).ShouldHaveSingleItem();
        var set = Fresh.Then(Office, new ChangeParameter("PlanWorkingDays", "3 working-days", null, null, "x")).Then(Office, new ChangeParameter("ArchiveLimit", "15 working-days", "档案管理办法", null, "x"))
            .On("2026-07-13");
        RuleParameters.All["PlanWorkingDays"].Source(set).ShouldBeNull("what we set is no longer the policy's figure");
        RuleParameters.All["ArchiveLimit"].Source(set).ShouldBe("档案管理办法");
    }

    [Fact]
    public void A_change_holds_from_its_date_for_its_county_and_not_for_what_began_before()
    {
        var rules = Fresh.Then(Command, new ChangeParameter("ExplanationLimit", "3 working-days", null, County, "x", Calendars.Given.Day("2026-08-01")));

        rules.On("2026-07-31", County).Consultations.Explanation.ShouldBe(new TermBudget(5, BudgetUnit.WorkingDays));
        rules.On("2026-08-01", County).Consultations.Explanation.ShouldBe(new TermBudget(3, BudgetUnit.WorkingDays));
        rules.On("2026-08-01", Other).Consultations.Explanation.ShouldBe(new TermBudget(5, BudgetUnit.WorkingDays));
        rules.Versions.At(1, Calendars.Given.Day("2026-08-01"), County).Consultations.Explanation.ShouldBe(new TermBudget(5, BudgetUnit.WorkingDays), "the version it began with");
        rules.On("2026-08-01", County).Cases.ExtensionsAllowed.ShouldBe(Town.Rules.Cases.ExtensionsAllowed);
    }

    [Fact]
    public void What_the_hub_came_with_is_kept_for_consultations_too()
    {
        var seed = Town.Rules with { Consultations = new ConsultationRules { MaxRounds = 4 } };
        new RuleVersions(seed, []).At(int.MaxValue, Calendars.Given.Day("2026-07-13"), County).Consultations.MaxRounds.ShouldBe(4);
    }
}
