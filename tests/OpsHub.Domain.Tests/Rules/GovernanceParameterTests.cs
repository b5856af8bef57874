using OpsHub.Domain.Rules;
using OpsHub.Domain.Tests.Cases;
using static OpsHub.Domain.Tests.Rules.CityRules;

namespace OpsHub.Domain.Tests.Rules;

/// <summary>The cycles of meetings, reports and training: assumed, and changed by divisors of a year alone.</summary>
public sealed class GovernanceParameterTests
{
    [Theory, Trait("Rule", "T020")]
    [InlineData("MeetingCycle", "1"), InlineData("AnalysisCycle", "1"), InlineData("GridTrainingCycle", "12")]
    public void T020_T023_G025_a_cycle_is_assumed_and_a_value_set_is_the_value_read_and_rests_on_its_source(string name, string byDefault)
    {
        var parameter = RuleParameters.All[name];
        (parameter.Read(Town.Rules), parameter.Source(Town.Rules)).ShouldBe((byDefault, null));
        var book = Fresh.Then(Office, new ChangeParameter(name, "3", "综治工作细则 第3条", null, "x")).On("2026-07-13");
        (parameter.Read(book), parameter.Source(book)).ShouldBe(("3", "综治工作细则 第3条"));
        foreach (var wrong in new[] { "0", "5", "-1", "13", "", "1 month" })
            parameter.Set(Town.Rules, wrong).ShouldBeNull(wrong);
    }
}
