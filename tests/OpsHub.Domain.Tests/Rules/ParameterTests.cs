using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Rules;
using OpsHub.Domain.Tests.Cases;
using static OpsHub.Domain.Tests.Rules.CityRules;

namespace OpsHub.Domain.Tests.Rules;

/// <summary>Parameters of part 5.2 as text: what stands in the rules is what is read back.</summary>
public sealed class ParameterTests
{
    public static TheoryData<string> Names => [.. CaseParameters.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_default_is_written_as_it_is_read(string name)
    {
        var parameter = CaseParameters.All[name];
        var text = parameter.Read(Town.Rules.Cases);

        parameter.Set(Town.Rules.Cases, text).ShouldNotBeNull();
        parameter.Read(parameter.Set(Town.Rules.Cases, text)!).ShouldBe(text);
    }

    [Theory]
    [InlineData("CaseMaxExtensions", "3", 3)]
    [InlineData("CaseMaxExtensions", "0", 0)]
    public void A_number_is_taken_within_its_bounds(string name, string value, int expected) =>
        Fresh.Then(Office, new ChangeParameter(name, value, null, null, "x")).On("2026-07-13").Cases.ExtensionsAllowed.ShouldBe(expected);

    [Theory]
    [InlineData("CaseMaxExtensions", "-1")]
    [InlineData("CaseMaxExtensions", "10")]
    [InlineData("UrgeReplyWithin", "1 fortnight")]
    [InlineData("UrgeReplyWithin", "0 hours")]
    [InlineData("TownshipDelegated", "maybe")]
    [InlineData("WorkingHours", "18:00-09:00")]
    [InlineData("RungOffsets/Ordinary", "24 hours, 1 working-days")]
    public void A_value_that_is_none_is_refused(string name, string value) => Fresh.Refused(Office, new ChangeParameter(name, value, null, null, "x")).Field.ShouldBe("value");

    [Fact]
    public void There_are_no_parameters_but_those_listed() => Fresh.Refused(Office, new ChangeParameter("Nonsense", "1", null, null, "x")).Field.ShouldBe("name");

    [Fact]
    public void Budgets_hours_and_rungs_are_read_from_their_text()
    {
        var rules = Fresh.Then(Office, new ChangeParameter("UrgeReplyWithin", "4 working-hours", null, null, "x"))
            .Then(Office, new ChangeParameter("WorkingHours", "08:30-12:00, 14:30-17:30", "作息通知", null, "x"))
            .Then(Office, new ChangeParameter("RungOffsets/Urgent", "15 minutes, 0 hours, 2 hours, 4 hours", null, null, "x")).On("2026-07-13").Cases;

        rules.UrgeReply.ShouldBe(new TermBudget(4, BudgetUnit.WorkingHours));
        rules.Hours.Spans.Count.ShouldBe(2);
        rules.UrgentRungs.CountyAfter.ShouldBe(new TermBudget(4, BudgetUnit.Hours));
        rules.Sources["WorkingHours"].ShouldBe("作息通知");
        rules.Sources["UrgeReplyWithin"].ShouldBeNull();
    }

    [Fact]
    public void A_county_that_keeps_everything_to_itself_says_so_for_itself_alone()
    {
        var rules = Fresh.Then(Command, new ChangeParameter("TownshipDelegated", "false", null, County, "收回委托"));

        rules.On("2026-07-13", County).Cases.TownshipDelegated.ShouldBeFalse();
        rules.On("2026-07-13", Other).Cases.TownshipDelegated.ShouldBeTrue();
    }

    [Fact]
    public void Rungs_stand_where_the_parameter_says()
    {
        var usual = Story.Handling();
        var rules = Fresh.Then(Office, new ChangeParameter("RungOffsets/Ordinary", "48 hours, 0 working-days, 1 working-days, 3 working-days", null, null, "x")).On("2026-07-13", County);

        var due = usual.Case.OpenTerm("handling")!.Due;
        CaseTerms.Ahead(usual.Case, rules).Find(r => r is { Term: "handling", Kind: RungKind.DueSoon })!.At.ShouldBeLessThan(due - TimeSpan.FromHours(24));
    }
}
