using System.Collections.Immutable;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Rules;
using OpsHub.Domain.Tests.Cases;
using static OpsHub.Domain.Tests.Rules.CityRules;

namespace OpsHub.Domain.Tests.Rules;

/// <summary>Limits and parameters by version and date: from when a change holds, for whom, and what a case keeps.</summary>
public sealed class RuleVersionTests
{
    private static ChangeLimits Handling(int days, string? from = null, string? source = null, Domain.Hierarchy.UnitCode? county = null, string? category = null) => new(
        [new(new(CaseStep.Handling, CasePriority.Ordinary, category), new(days, BudgetUnit.WorkingDays), source)], county, "调整时限", from is null ? null : Calendars.Given.Day(from));

    private static int DaysOf(RuleBook book, string category = "Q05-01") => book.Cases.LimitsOf(CasePriority.Ordinary, CaseStep.Handling, category)[0].Budget.Amount;

    [Fact]
    public void What_the_hub_came_with_is_version_1_and_each_change_one_more()
    {
        Fresh.On("2026-07-13").Version.ShouldBe(1);
        var rules = Fresh.Then(Office, Handling(4)).Then(Office, Handling(5));

        rules.Versions.Newest.ShouldBe(3);
        rules.On("2026-07-13").Version.ShouldBe(3);
        DaysOf(rules.On("2026-07-13")).ShouldBe(5);
    }

    [Fact]
    public void A_change_announced_for_a_later_day_holds_from_its_midnight()
    {
        var rules = Fresh.Then(Office, Handling(4, "2026-08-01"));

        (DaysOf(rules.On("2026-07-31")), rules.On("2026-07-31").Version).ShouldBe((3, 1));
        (DaysOf(rules.On("2026-08-01")), rules.On("2026-08-01").Version).ShouldBe((4, 2));
    }

    [Fact]
    public void A_change_is_never_made_for_the_past()
    {
        var refusal = Fresh.Refused(Office, Handling(4, "2026-07-12"));

        refusal.Field.ShouldBe("effectiveFrom");
        Fresh.Then(Office, Handling(4, "2026-07-13"));
    }

    [Fact]
    public void In_a_days_last_seconds_a_change_holds_from_the_next_day()
    {
        var rules = Fresh.At("2026-07-13 23:59:55").Then(Office, Handling(4));

        rules.State.ShouldNotBeNull().Changes[0].EffectiveFrom.ShouldBe(Calendars.Given.Day("2026-07-14"));
        Fresh.At("2026-07-13 23:59:55").Refused(Office, Handling(4, "2026-07-13")).Field.ShouldBe("effectiveFrom");
    }

    [Fact]
    public void What_is_decided_later_the_same_day_alters_nothing_of_the_version_before()
    {
        var first = Fresh.Then(Office, Handling(4));
        var later = first.Then(Office, Handling(9));

        DaysOf(later.Versions.At(2, Calendars.Given.Day("2026-07-13"), null)).ShouldBe(4);
        DaysOf(later.Versions.At(1, Calendars.Given.Day("2026-07-13"), null)).ShouldBe(3);
        DaysOf(later.On("2026-07-13")).ShouldBe(9);
    }

    [Fact]
    public void An_announcement_that_takes_effect_alters_nothing_of_a_case_that_began_before()
    {
        var rules = Fresh.Then(Office, Handling(9, "2026-07-14")).Then(Office, Handling(5));
        var begun = rules.On("2026-07-13");

        // Version 3 holds already, version 2 from tomorrow: what a case of today keeps is version 3 as of today.
        begun.Version.ShouldBe(3);
        DaysOf(begun).ShouldBe(5);
        DaysOf(rules.Versions.At(3, Calendars.Given.Day("2026-07-13"), null)).ShouldBe(5);
        DaysOf(rules.On("2026-07-14")).ShouldBe(9, "the later day outlasts");
    }

    [Fact]
    public void A_county_sets_its_own_and_what_the_city_sets_later_does_not_undo_it()
    {
        var rules = Fresh.Then(Command, Handling(2, county: County)).Then(Office, Handling(6));

        DaysOf(rules.On("2026-07-13", County)).ShouldBe(2);
        DaysOf(rules.On("2026-07-13", Other)).ShouldBe(6);
        DaysOf(rules.On("2026-07-13")).ShouldBe(6);
    }

    [Fact]
    public void Settings_of_the_city_are_the_citys_and_a_countys_its_own()
    {
        Fresh.Refused(Command, Handling(2)).Code.ShouldBe(RefusalCodes.NotAllowed);
        Fresh.Refused(OtherCommand, Handling(2, county: County)).Code.ShouldBe(RefusalCodes.NotAllowed);
        Fresh.Refused(Town.TownshipCentre, Handling(2, county: County)).Code.ShouldBe(RefusalCodes.NotAllowed);
        Fresh.Then(Admin, Handling(2));
    }

    [Fact]
    public void A_limit_without_a_source_is_assumed_and_with_one_rests_on_it()
    {
        var assumed = Fresh.Then(Office, Handling(4)).On("2026-07-13").Cases.LimitsOf(CasePriority.Ordinary, CaseStep.Handling)[0];
        var sourced = Fresh.Then(Office, Handling(4, source: "处置指挥手册 第3条")).On("2026-07-13").Cases.LimitsOf(CasePriority.Ordinary, CaseStep.Handling)[0];

        (assumed.Basis.Kind, assumed.Basis.Parameter).ShouldBe((BasisKind.Assumed, "CaseSLA/Ordinary"));
        (sourced.Basis.Kind, sourced.Basis.Clause).ShouldBe((BasisKind.Text, "处置指挥手册 第3条"));
    }

    [Fact]
    public void A_limit_of_a_category_stands_for_ordinary_cases_and_the_shorter_holds_for_urgent_ones()
    {
        var rules = Fresh.Then(Office, new ChangeLimits([new(new(CaseStep.Triage, null, "Q05-01"), new(1, BudgetUnit.WorkingHours), null)], null, "x")).On("2026-07-13").Cases;

        rules.LimitsOf(CasePriority.Ordinary, CaseStep.Triage, "Q05-01").Select(l => l.Parameter).ShouldBe(["CaseSLA/Q05-01"]);
        rules.LimitsOf(CasePriority.Urgent, CaseStep.Triage, "Q05-01").Select(l => l.Parameter).ShouldBe(["CaseSLA/Urgent", "CaseSLA/Q05-01"]);
    }

    [Fact]
    public void A_category_shows_the_limit_that_was_set_for_it_with_what_that_rests_on()
    {
        ChangeLimits To(int days, string? source, CasePriority? priority = null) => new([new(new(CaseStep.Handling, priority, "Q01-02"), new(days, BudgetUnit.WorkingDays), source)], null, "x");
        CaseCategory Shown(CityRules rules) => rules.On("2026-07-13").Cases.Categories["Q01-02"];

        (Shown(Fresh).Handling, Shown(Fresh).HandlingBasis).ShouldBe((new TermBudget(5, BudgetUnit.WorkingDays), BasisKind.Assumed));
        var sourced = Fresh.Then(Office, To(4, "手册第3条"));
        (Shown(sourced).Handling, Shown(sourced).HandlingBasis, Shown(sourced).HandlingSource).ShouldBe((new TermBudget(4, BudgetUnit.WorkingDays), BasisKind.Text, "手册第3条"));
        var assumed = sourced.Then(Office, To(6, null));
        (Shown(assumed).Handling!.Value.Amount, Shown(assumed).HandlingBasis, Shown(assumed).HandlingSource).ShouldBe((6, BasisKind.Assumed, null));
        assumed.On("2026-07-13").Cases.LimitsOf(CasePriority.Ordinary, CaseStep.Handling, "Q01-02").ShouldHaveSingleItem().Budget.Amount.ShouldBe(6);
        Shown(Fresh.Then(Office, To(1, "手册第3条", CasePriority.Urgent))).Handling!.Value.Amount.ShouldBe(5, "that is of one priority only");
    }

    [Fact]
    public void A_limit_for_category_and_priority_together_holds_alone()
    {
        var rules = Fresh.Then(Office, new ChangeLimits([new(new(CaseStep.Handling, CasePriority.Urgent, "Q05-01"), new(2, BudgetUnit.WorkingDays), null)], null, "x")).On("2026-07-13").Cases;

        rules.LimitsOf(CasePriority.Urgent, CaseStep.Handling, "Q05-01").ShouldHaveSingleItem().Parameter.ShouldBe("CaseSLA/Q05-01/Urgent");
    }

    [Theory]
    [InlineData(0, BudgetUnit.WorkingDays)]
    [InlineData(1001, BudgetUnit.WorkingDays)]
    [InlineData(1, BudgetUnit.SameOrNextDay)]
    public void A_limit_that_no_case_could_have_is_refused(int amount, BudgetUnit unit) => Fresh
        .Refused(Office, new ChangeLimits([new(new(CaseStep.Handling, CasePriority.Ordinary, null), new(amount, unit), null)], null, "x")).Field.ShouldBe("limits");

    [Fact]
    public void A_limit_for_everything_or_for_a_category_that_is_none_is_refused()
    {
        Fresh.Refused(Office, new ChangeLimits([new(new(CaseStep.Handling, null, null), new(1, BudgetUnit.Hours), null)], null, "x")).Field.ShouldBe("limits");
        Fresh.Refused(Office, Handling(1, category: "Q99-01")).Rule.ShouldBe("G006");
        Fresh.Refused(Office, new ChangeLimits([], null, "x")).Field.ShouldBe("limits");
    }

    [Fact]
    public void A_change_without_a_reason_is_refused() =>
        Fresh.Refused(Office, new ChangeParameter("MaxReturns", "3", null, null, " ")).Field.ShouldBe("reason");

    [Fact]
    public void An_open_case_keeps_the_limits_it_began_with()
    {
        var before = Story.Accepted().Then(Town.TownshipCentre, new TriageCase(TriageClass.ClearOwner));
        var rules = Fresh.Then(Office, Handling(1));

        before.Case.Rules.ShouldBe(1);
        var kept = rules.Versions.At(before.Case.Rules, LocalDay.Of(before.Case.ReportedAt), County);
        (before with { Rules = kept }).Then(Town.TownshipCentre, Town.To(Town.UrbanManagement)).Case.OpenTerm("handling")!.Budget.ShouldBe(new TermBudget(3, BudgetUnit.WorkingDays));
        var begun = Story.Reported(rules: rules.On("2026-07-13", County));
        begun.Case.Rules.ShouldBe(2);
    }
}
