using OpsHub.Domain.Rules;
using OpsHub.Domain.Tests.Cases;
using static OpsHub.Domain.Tests.Rules.CityRules;

namespace OpsHub.Domain.Tests.Rules;

/// <summary>Parameters of organs and establishment: the text's figures, and what is assumed.</summary>
public sealed class EstablishmentParameterTests
{
    public static TheoryData<string> Names => [.. EstablishmentParameters.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_default_is_written_as_it_is_read(string name)
    {
        var parameter = RuleParameters.All[name];
        var text = parameter.Read(Town.Rules);
        parameter.Read(parameter.Set(Town.Rules, text).ShouldNotBeNull()).ShouldBe(text);
        parameter.Zh.ShouldContain(c => c >= 0x4e00);
        parameter.Set(Town.Rules, "nonsense").ShouldBeNull();
    }

    [Theory]
    [InlineData("OrganLimit", "6")]
    [InlineData("StationLimit", "3")]
    [InlineData("BrigadeLimit", "1")]
    [InlineData("NameplateLimit", "3")]
    [InlineData("LeaderQuotas", "11/11/9")]
    public void T030_T031_T032_T034_R004_the_texts_figures_rest_on_it_and_another_takes_its_source(string name, string written)
    {
        var parameter = RuleParameters.All[name];
        (parameter.Read(Town.Rules), parameter.Fixed).ShouldBe((written, written));
        parameter.Source(Town.Rules).ShouldNotBeNull().ShouldContain("实施意见");
        var other = name == "LeaderQuotas" ? "11/11/10" : "5";
        Fresh.Refused(Office, new ChangeParameter(name, other, null, null, "x")).Field.ShouldBe("source");
        var book = Fresh.Then(Office, new ChangeParameter(name, other, "株编办〔2026〕1号", null, "x")).On("2026-07-13");
        (parameter.Read(book), parameter.Source(book)).ShouldBe((other, "株编办〔2026〕1号"));
    }

    [Fact]
    public void R026_the_months_of_the_workload_are_assumed_until_sourced()
    {
        RuleParameters.All["WorkloadMonths"].Source(Town.Rules).ShouldBeNull();
        Fresh.Then(Office, new ChangeParameter("WorkloadMonths", "6", null, null, "x")).On("2026-07-13").Establishments.WorkloadMonths.ShouldBe(6);
    }

    [Theory]
    [InlineData("OrganLimit", "21")]
    [InlineData("OrganLimit", "-1")]
    [InlineData("LeaderQuotas", "11/11")]
    [InlineData("LeaderQuotas", "11/11/0")]
    [InlineData("LeaderQuotas", "11/11/9.5")]
    [InlineData("WorkloadMonths", "0")]
    public void What_cannot_be_is_none(string name, string value) => RuleParameters.All[name].Set(Town.Rules, value).ShouldBeNull();
}
