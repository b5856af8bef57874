using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;

namespace OpsHub.Domain.Tests.Cases;

/// <summary>Rungs of a case's terms: each once, in order, however long nobody looked.</summary>
public sealed class CaseRungTests
{
    [Fact]
    public void After_a_week_of_downtime_every_passed_rung_fires_once_in_order_and_in_one_event()
    {
        var story = Story.Dispatched();
        var fired = CaseTerms.Tick(story.Case, story.Now.AddDays(14), story.Rules).ShouldNotBeNull();

        fired.Rungs.Count.ShouldBe(12, "six of the time to accept, six of the handling");
        fired.Rungs.Select(r => r.At).ShouldBeInOrder();
        foreach (var term in fired.Rungs.GroupBy(r => r.Term))
            term.Select(r => r.Kind).ShouldBe([RungKind.DueSoon, RungKind.Due, RungKind.OverdueCommunity, RungKind.OverdueTownship, RungKind.OverdueCounty, RungKind.Escalated]);

        var after = story.Happened(fired);
        CaseTerms.Tick(after.Case, story.Now.AddDays(400), story.Rules).ShouldBeNull();
        CaseTerms.Ahead(after.Case, story.Rules).ShouldBeEmpty();
    }

    [Fact]
    public void Looking_often_or_once_fires_the_same_rungs_in_the_same_order()
    {
        var story = Story.Dispatched();
        var once = CaseTerms.Tick(story.Case, story.Now.AddDays(14), story.Rules).ShouldNotBeNull().Rungs;

        var often = Enumerable.Range(0, 14 * 24 * 4).Aggregate(story, (s, i) => s.At(Story.Dispatched().Now.AddMinutes(15 * (i + 1))).Ticked());
        often.Events.OfType<CaseRungsFired>().SelectMany(e => e.Rungs).ShouldBe(once);
    }

    [Fact]
    public void A_step_that_ends_a_term_late_fires_the_passed_rungs_first()
    {
        var story = Story.Reported().At("2026-07-20 09:00"); // to be accepted within 8 working hours of Monday 13
        var context = new CaseContext(Town.Committee, story.Now, story.Rules, 2) { Placement = Town.Place };
        var events = CaseDecisions.DecideNow(story.Case, new AcceptCase(), context).Events;

        events[0].ShouldBeOfType<CaseRungsFired>().Rungs.Select(r => r.Kind).ShouldBe(Enum.GetValues<RungKind>().Where(k => k <= RungKind.Escalated));
        events[1].ShouldBeOfType<CaseAccepted>().Triage.OpenedBy.ShouldBe(3);
        events.Count.ShouldBe(2);
        events.Aggregate(story, (s, e) => s.Happened(e)).Case.Terms[0].ShouldSatisfyAllConditions(
            t => t.IsLate(story.Now).ShouldBeTrue(), t => t.Fired.Count.ShouldBe(6));

        CaseDecisions.DecideNow(story.Case, new AcceptCase(), context with { Actor = Town.Agency }).Events.ShouldBeEmpty("a refusal changes nothing, rungs neither");
        CaseDecisions.DecideNow(story.Case, new AcceptCase(), context with { Now = Town.Monday.AddMinutes(1) }).Events.Count.ShouldBe(1);
    }

    [Fact]
    public void A_rung_fires_at_its_second_and_not_before()
    {
        var story = Story.Dispatched();
        var next = CaseTerms.Ahead(story.Case, story.Rules)[0];
        CaseTerms.Tick(story.Case, next.At.AddSeconds(-1), story.Rules).ShouldBeNull();
        CaseTerms.Tick(story.Case, next.At, story.Rules).ShouldNotBeNull().Rungs.ShouldBe([next]);
    }

    [Fact]
    public void A_rung_that_has_fired_changes_nothing_when_it_comes_again()
    {
        var story = Story.Dispatched();
        var fired = CaseTerms.Tick(story.Case, story.Now.AddDays(2), story.Rules).ShouldNotBeNull();
        var once = Case.Apply(story.Case, fired);
        Case.Apply(once, fired).Terms.ShouldBe(once.Terms, comparer: ReferenceComparer);
    }

    [Fact]
    public void A_step_that_was_done_ends_its_ladder()
    {
        CaseTerms.Ahead(Story.Handling().Case, Town.Rules).ShouldAllBe(r => r.Term == "handling");
        CaseTerms.Ahead(Story.Closed().Case, Town.Rules).ShouldBeEmpty();
        CaseTerms.Tick(Story.Closed().Case, Town.Monday.AddYears(1), Town.Rules).ShouldBeNull();
    }

    [Fact]
    public void Rework_does_not_fire_again_what_has_fired()
    {
        var story = Story.Handling().At("2026-07-20 09:00").Ticked();
        var rework = story.Then(Town.Agency, new FeedBackCase("已清理", [])).Then(Town.TownshipCentre, new FailVerification("仍有垃圾"));
        CaseTerms.Tick(rework.Case, rework.Now, rework.Rules).ShouldBeNull("only the county's rung and the escalation are left, and not yet passed");
        CaseTerms.Ahead(rework.Case, rework.Rules).Select(r => (r.Term, r.Kind)).ShouldBe([("handling", RungKind.OverdueCounty), ("handling", RungKind.Escalated)]);
    }

    [Fact]
    public void A_rung_is_no_step_so_work_done_before_it_may_still_be_entered()
    {
        var overdue = Story.Handling().At("2026-07-17 00:00").Ticked();
        overdue.Events[^1].ShouldBeOfType<CaseRungsFired>();

        var entered = overdue.At("2026-07-16 17:00").Then(Town.Agency, new FeedBackCase("昨日已清理，今日补录", []));
        entered.Case.OnTime.ShouldBe(true);
    }

    [Fact]
    public void An_emergency_s_ladder_is_counted_in_hours()
    {
        var story = Story.Handling(Town.Report(priority: CasePriority.Emergency));
        CaseTerms.Ahead(story.Case, story.Rules).Select(r => LocalDay.Text(r.At)).ShouldBe(
            ["2026-07-13 10:30", "2026-07-13 11:00", "2026-07-13 11:00", "2026-07-13 12:00", "2026-07-13 13:00", "2026-07-13 13:00"]);
    }

    [Fact]
    public void The_ladder_of_an_emergency_by_nature_is_counted_in_hours_whatever_its_term_is_counted_in()
    {
        var quick = Town.Rules.Cases.Categories["Q01-01"] with { FirstResponse = new(30, BudgetUnit.WorkingHours) };
        var limits = Town.Rules.Cases.Limits.SetItem(CasePriority.Emergency, StepLimits.Ordinary);
        var rules = Town.Rules with { Cases = Town.Rules.Cases with { Categories = Town.Rules.Cases.Categories.SetItem("Q01-01", quick), Limits = limits } };
        var story = Story.Reported(report: Town.Report("Q01-01"), rules: rules);
        story.Case.Terms[0].Budget.Unit.ShouldBe(BudgetUnit.WorkingHours);
        CaseTerms.Ahead(story.Case, story.Rules).Select(r => LocalDay.Text(r.At)).ShouldBe(
            ["2026-07-13 17:30", "2026-07-13 18:00", "2026-07-13 18:00", "2026-07-13 19:00", "2026-07-13 20:00", "2026-07-14 18:00"]);
    }

    private static readonly IEqualityComparer<Term> ReferenceComparer = EqualityComparer<Term>.Create(ReferenceEquals);
}
