using OpsHub.Domain.Rules;
using OpsHub.Domain.Tests.Cases;
using static OpsHub.Domain.Tests.Rules.CityRules;

namespace OpsHub.Domain.Tests.Rules;

/// <summary>Parameters of filings: listed, changed with effect from a date, assumed or sourced.</summary>
public sealed class FilingParameterTests
{
    public static TheoryData<string> Names => [.. FilingParameters.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_default_is_written_as_it_is_read_and_assumed(string name)
    {
        var parameter = RuleParameters.All[name];
        var text = parameter.Read(Town.Rules);
        parameter.Read(parameter.Set(Town.Rules, text).ShouldNotBeNull()).ShouldBe(text);
        parameter.Source(Town.Rules).ShouldBeNull();
        parameter.Zh.ShouldContain(c => c >= 0x4e00);
        parameter.Set(Town.Rules, "不是").ShouldBeNull();
        parameter.Set(Town.Rules, "").ShouldBeNull();
    }

    [Theory]
    [InlineData("MeasuresFilingLimit", "10 working-days")]
    [InlineData("AssessmentMeasuresLimit", "30 calendar-days")]
    [InlineData("DetailedRulesLimit", "60 working-days")]
    [InlineData("UnitListsLimit", "90 calendar-days")]
    [InlineData("OrganisationReceiver", "D02")]
    [InlineData("EstablishmentReceiver", "BB")]
    public void A_value_set_is_the_value_read_and_rests_on_its_source(string name, string value)
    {
        var book = Fresh.Then(Office, new ChangeParameter(name, value, "市委办文件", null, "x")).On("2026-07-13");
        RuleParameters.All[name].Read(book).ShouldBe(value);
        RuleParameters.All[name].Source(book).ShouldBe("市委办文件");
    }
}
