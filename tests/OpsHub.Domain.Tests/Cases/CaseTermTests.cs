using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;

namespace OpsHub.Domain.Tests.Cases;

/// <summary>The terms of a case's steps, and on time. G022, resolution 50.</summary>
public sealed class CaseTermTests
{
    [Fact]
    public void Each_step_has_its_term_and_the_step_ends_it()
    {
        OpenTerms(Story.Reported()).ShouldBe(["acceptance"]);
        OpenTerms(Story.Accepted()).ShouldBe(["triage"]);
        OpenTerms(Story.Triaged()).ShouldBe(["dispatch"]);
        OpenTerms(Story.Dispatched()).ShouldBe(["accept", "handling"]);
        OpenTerms(Story.Returned()).ShouldBe(["handling", "redispatch"]);
        OpenTerms(Story.Handling()).ShouldBe(["handling"]);
        OpenTerms(Story.FedBack()).ShouldBe(["verification"]);
        OpenTerms(Story.Verified()).ShouldBe(["closing"]);
        OpenTerms(Story.Assisted()).ShouldBe(["accept", "handling", "part"]);
        OpenTerms(Story.Coordinating()).ShouldBe(["handling", "part", "coordination"]);
        OpenTerms(Story.Closed()).ShouldBeEmpty();
        OpenTerms(Story.In(CaseStage.Declined)).ShouldBeEmpty();
    }

    [Fact]
    public void Each_term_has_an_English_name() =>
        Story.Closed().Case.Terms.ShouldAllBe(t => TermNames.English(t.Name).All(char.IsAscii));

    [Theory]
    [InlineData(CasePriority.Ordinary, "2026-07-13 18:00", "2026-07-16 24:00")] // 8 working hours; 3 working days
    [InlineData(CasePriority.Urgent, "2026-07-13 11:00", "2026-07-14 09:00")] // 2 hours; 24 hours
    [InlineData(CasePriority.Emergency, "2026-07-13 10:00", "2026-07-13 11:00")] // 1 hour; 2 hours
    public void Limits_go_by_priority_and_say_that_they_are_assumed_G022(CasePriority priority, string acceptance, string handling)
    {
        var story = Story.Dispatched(Town.Report(priority: priority));
        Due(story, "acceptance").ShouldBe(acceptance);
        Due(story, "accept").ShouldBe(acceptance);
        Due(story, "handling").ShouldBe(handling);
        story.Case.Terms.ShouldAllBe(t => t.Basis.Kind == BasisKind.Assumed && t.Basis.Parameter == $"CaseSLA/{priority}" && t.Basis.RuleId == "G022");
    }

    [Theory]
    [InlineData(CasePriority.Ordinary, "2026-07-13 14:00", "2026-07-20 24:00", "CaseSLA/Q01-02")] // 4 working hours over noon; 5 working days
    [InlineData(CasePriority.Urgent, "2026-07-13 11:00", "2026-07-14 09:00", "CaseSLA/Urgent")]
    [InlineData(CasePriority.Emergency, "2026-07-13 10:00", "2026-07-13 11:00", "CaseSLA/Emergency")]
    public void A_category_s_own_limits_hold_for_ordinary_cases_and_no_longer_one_for_others(CasePriority priority, string acceptance, string handling, string parameter)
    {
        var story = Story.Dispatched(Town.Report("Q01-02", priority));
        Due(story, "acceptance").ShouldBe(acceptance);
        Due(story, "handling").ShouldBe(handling);
        Term(story, "acceptance").Basis.Parameter.ShouldBe(parameter);
        Term(story, "handling").Basis.Parameter.ShouldBe(parameter);
        Term(story, "accept").Basis.Parameter.ShouldBe($"CaseSLA/{priority}", "a category has no limit of its own for this step");
    }

    [Fact]
    public void An_emergency_by_nature_goes_by_emergency_limits_whatever_its_reporter_said_T024_C065()
    {
        var story = Story.Blank.At("2026-07-18 20:00").Then(Town.Worker, Town.Report("Q01-01")); // Saturday night
        story.Case.Priority.ShouldBe(CasePriority.Ordinary);
        Due(story, "acceptance").ShouldBe("2026-07-18 21:00");
        Term(story, "acceptance").Basis.Parameter.ShouldBe("CaseSLA/Emergency");

        var fedBack = story.Then(Town.TownshipCentre, new AcceptCase()).Then(Town.TownshipCentre, new TriageCase(TriageClass.ClearOwner))
            .Then(Town.TownshipCentre, Town.To(Town.UrbanManagement)).Then(Town.Agency, new AcceptDispatch()).Then(Town.Agency, new FeedBackCase("已围挡", []));
        Due(fedBack, "triage").ShouldBe("2026-07-18 21:00");
        Due(fedBack, "accept").ShouldBe("2026-07-18 21:00");
        Due(fedBack, "handling").ShouldBe("2026-07-18 22:00");
        Due(fedBack, "verification").ShouldBe("2026-07-18 22:00");
    }

    [Theory]
    [InlineData(CasePriority.Ordinary)] // an emergency by nature
    [InlineData(CasePriority.Emergency)]
    public void A_category_s_own_limit_holds_for_an_emergency_only_where_it_is_shorter(CasePriority priority)
    {
        var quick = Town.Rules.Cases.Categories["Q01-01"] with { Handling = new(1, BudgetUnit.Hours) };
        var rules = Town.Rules with { Cases = Town.Rules.Cases with { Categories = Town.Rules.Cases.Categories.SetItem("Q01-01", quick) } };
        var story = Story.Reported(report: Town.Report("Q01-01", priority), rules: rules)
            .Then(Town.Committee, new AcceptCase()).Then(Town.TownshipCentre, new TriageCase(TriageClass.ClearOwner)).Then(Town.TownshipCentre, Town.To(Town.UrbanManagement));
        Due(story, "handling").ShouldBe("2026-07-13 10:00");
        Term(story, "handling").Basis.Parameter.ShouldBe("CaseSLA/Q01-01");
    }

    [Theory]
    [InlineData("2026-07-13 09:00", "2026-07-13 14:00")] // 4 working hours over noon, where the default to accept is 8
    [InlineData("2026-07-17 17:00", "2026-07-20 12:00")]
    public void Nobody_has_longer_to_accept_a_case_than_to_handle_it(string dispatched, string due)
    {
        var quick = Town.Rules.Cases.Categories["Q01-02"] with { Handling = new(4, BudgetUnit.WorkingHours) };
        var rules = Town.Rules with { Cases = Town.Rules.Cases with { Categories = Town.Rules.Cases.Categories.SetItem("Q01-02", quick) } };
        var story = Story.Reported(report: Town.Report("Q01-02"), rules: rules).At(dispatched)
            .Then(Town.Committee, new AcceptCase()).Then(Town.TownshipCentre, new TriageCase(TriageClass.ClearOwner)).Then(Town.TownshipCentre, Town.To(Town.UrbanManagement));
        Due(story, "accept").ShouldBe(due);
        Due(story, "handling").ShouldBe(due);
        Term(story, "accept").Basis.Parameter.ShouldBe("CaseSLA/Q01-02");
    }

    [Fact]
    public void Three_working_days_across_national_day_end_on_the_make_up_saturday_X15()
    {
        var story = Story.Accepted().At("2026-09-30 09:00")
            .Then(Town.TownshipCentre, new TriageCase(TriageClass.ClearOwner)).Then(Town.TownshipCentre, Town.To(Town.UrbanManagement));
        Due(story, "handling").ShouldBe("2026-10-10 24:00");
    }

    [Fact]
    public void Each_term_names_who_must_keep_it_and_the_entry_that_opened_it()
    {
        var story = Story.FedBack();
        Term(story, "acceptance").ShouldSatisfyAllConditions(t => t.Holder.ShouldBe(Town.Community.Value), t => t.OpenedBy.ShouldBe(1));
        Term(story, "triage").ShouldSatisfyAllConditions(t => t.Holder.ShouldBe(Town.Township.Value), t => t.OpenedBy.ShouldBe(2));
        Term(story, "handling").ShouldSatisfyAllConditions(t => t.Holder.ShouldBe(Town.UrbanManagement.Value), t => t.OpenedBy.ShouldBe(4));
        Term(story, "verification").ShouldSatisfyAllConditions(t => t.Holder.ShouldBe(Town.Township.Value), t => t.OpenedBy.ShouldBe(6));
    }

    [Theory]
    [InlineData("2026-07-16 23:59:59", true)]
    [InlineData("2026-07-17 00:00:00", false)] // at the bound is late, N07
    public void On_time_is_fixed_at_feedback_SM1_14(string fedBack, bool onTime)
    {
        var story = Story.Handling().At(fedBack).Then(Town.Agency, new FeedBackCase("已清理", []));
        story.Case.OnTime.ShouldBe(onTime);

        var closed = story.After(TimeSpan.FromDays(30)).Then(Town.TownshipCentre, new VerifyCase(true)).Then(Town.TownshipCentre, new CloseCase());
        closed.Case.OnTime.ShouldBe(onTime, "what follows the feedback does not change it");
    }

    [Fact]
    public void Rework_runs_on_in_the_same_term_with_the_same_due_SM1_16()
    {
        var story = Story.FedBack().At("2026-07-15 10:00").Then(Town.TownshipCentre, new FailVerification("仍有垃圾"));
        story.Case.CountTerms("handling").ShouldBe(1);
        OpenTerms(story).ShouldBe(["handling"]);
        Due(story, "handling").ShouldBe("2026-07-16 24:00");

        var late = story.At("2026-07-17 08:00").Then(Town.Agency, new FeedBackCase("又清理一遍", []));
        late.Case.OnTime.ShouldBe(false);
        late.Case.OpenTerm("verification").ShouldNotBeNull().Id.ShouldBe("verification-2");
    }

    [Fact]
    public void A_term_past_the_horizon_of_the_calendar_is_provisional_resolution_6()
    {
        var story = Story.Blank.At("2026-12-31 15:00").Then(Town.Worker, Town.Report());
        Term(story, "acceptance").Provisional.ShouldBeTrue();
        CaseTerms.Contribution(story.Case).Provisional.ShouldBeTrue();
    }

    private static IEnumerable<string> OpenTerms(Story story) => story.Case.Terms.Where(t => t.IsOpen).Select(t => t.Id);

    private static Term Term(Story story, string id) => story.Case.Terms.Find(t => t.Id == id).ShouldNotBeNull();

    private static string Due(Story story, string id) => LocalDay.BoundText(Term(story, id).Due);
}
