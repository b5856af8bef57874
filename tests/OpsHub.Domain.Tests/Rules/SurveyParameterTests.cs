using OpsHub.Domain.Rules;
using OpsHub.Domain.Tests.Cases;
using static OpsHub.Domain.Tests.Rules.CityRules;

namespace OpsHub.Domain.Tests.Rules;

/// <summary>Parameters of surveys: listed, changed with effect from a date, assumed or sourced.</summary>
public sealed class SurveyParameterTests
{
    public static TheoryData<string> Names => [.. SurveyParameters.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_default_is_written_as_it_is_read_and_assumed(string name)
    {
        var parameter = RuleParameters.All[name];
        var text = parameter.Read(Town.Rules);
        parameter.Read(parameter.Set(Town.Rules, text).ShouldNotBeNull()).ShouldBe(text);
        parameter.Source(Town.Rules).ShouldBeNull();
        parameter.Zh.ShouldContain(c => c >= 0x4e00);
        parameter.Set(Town.Rules, "nonsense").ShouldBeNull();
        parameter.Set(Town.Rules, "").ShouldBeNull();
    }

    [Theory]
    [InlineData("SurveyOpens", "11-15")]
    [InlineData("SurveyCloses", "12-20")]
    [InlineData("SurveyLateDays", "21")]
    [InlineData("SurveyMaxDays", "60")]
    [InlineData("SurveyMaxExtension", "10")]
    [InlineData("SurveyPlanAhead", "0")]
    [InlineData("SurveyReminders", "10/3")]
    [InlineData("SurveyScale", "100/75/50/25/0")]
    public void A_value_set_is_the_value_read_and_rests_on_its_source(string name, string value)
    {
        var book = Fresh.Then(Office, new ChangeParameter(name, value, "考核细则 第3条", null, "x")).On("2026-07-13");
        RuleParameters.All[name].Read(book).ShouldBe(value);
        RuleParameters.All[name].Source(book).ShouldBe("考核细则 第3条");
    }

    [Theory]
    [InlineData("SurveyScale", "100/80/60/40")]
    [InlineData("SurveyScale", "100/80/80/40/20")]
    [InlineData("SurveyScale", "120/80/60/40/20")]
    [InlineData("SurveyScale", "100/80/60/40/2.5")]
    [InlineData("SurveyReminders", "2/7")]
    [InlineData("SurveyOpens", "02-30")]
    [InlineData("SurveyLateDays", "0")]
    public void What_cannot_be_is_none(string name, string value) => RuleParameters.All[name].Set(Town.Rules, value).ShouldBeNull();
}
