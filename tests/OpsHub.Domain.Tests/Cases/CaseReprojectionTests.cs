using System.Collections.Immutable;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Tests.Calendars;

namespace OpsHub.Domain.Tests.Cases;

/// <summary>Resolution 6 on cases: what a calendar that comes later does to open terms, by X15 and by a typhoon.</summary>
public sealed class CaseReprojectionTests
{
    private static RuleBook Closed(string first, string last, string county = "430203") => Town.Rules with
    {
        Calendar = Given.Calendar.With([new LocalClosure(2, county, Given.Day(first), Given.Day(last), "台风停工")], 2, "台风停工").For("430203"),
    };

    // X15: dispatched Wednesday 2026-09-30 09:00, three working days: 10-08, 10-09 and the make-up Saturday 10-10.
    private static Story X15() => Story.Triaged().At("2026-09-30 09:00").Then(Town.TownshipCentre, Town.To(Town.UrbanManagement));

    [Fact]
    public void X15_is_due_on_the_make_up_saturday() => X15().Case.OpenTerm("handling")!.Due.ShouldBe(Given.EndOf("2026-10-10"));

    [Fact]
    public void A_typhoon_day_in_the_county_moves_it_and_both_dues_stand_in_the_ledger()
    {
        var story = X15().At("2026-10-08 10:00");
        var again = CaseReprojection.Of(story.Case, story.Now, Closed("2026-10-09", "2026-10-09").Calendar, 9).ShouldNotBeNull();

        (again.Calendar, again.Reason).ShouldBe((2, "台风停工"));
        var handling = story.Happened(again).Case.OpenTerm("handling")!;
        handling.Due.ShouldBe(Given.EndOf("2026-10-12"));
        var entry = handling.Ledger.ShouldHaveSingleItem();
        (entry.Kind, entry.FormerDue, entry.NewDue, entry.By, entry.Amount).ShouldBe((TermPause.Reprojected, Given.EndOf("2026-10-10"), Given.EndOf("2026-10-12"), 9L, 2));
    }

    [Fact]
    public void Another_countys_typhoon_moves_nothing()
    {
        var story = X15().At("2026-10-08 10:00");

        CaseReprojection.Of(story.Case, story.Now, Closed("2026-10-09", "2026-10-09", "430204").Calendar, 9).ShouldBeNull();
    }

    [Fact]
    public void Working_hours_of_a_closed_day_do_not_count()
    {
        var reported = Story.Reported(); // acceptance: eight working hours from Monday 09:00, to 18:00
        var again = CaseReprojection.Of(reported.Case, reported.Now, Closed("2026-07-13", "2026-07-13").Calendar, 2).ShouldNotBeNull();

        again.Terms.ShouldHaveSingleItem().Due.ShouldBe(Given.Local("2026-07-14 18:00"));
    }

    [Fact]
    public void The_explanation_names_the_closure_and_says_that_it_is_assumed()
    {
        var story = X15().At("2026-10-08 10:00");
        var calendar = Closed("2026-10-09", "2026-10-09").Calendar;
        var term = story.Happened(CaseReprojection.Of(story.Case, story.Now, calendar, 9)!).Case.OpenTerm("handling")!;

        Terms.Explain(term, calendar, Language.Zh).ShouldContain("430203 临时停工：台风停工，本系统默认值");
        Terms.Explain(term, calendar, Language.En).ShouldContain("local closure of 430203: 台风停工, our default (assumed)");
        Terms.Explain(term, calendar, Language.Zh).ShouldContain("按第 2 版日历重新推算");
    }

    [Fact]
    public void A_second_time_nothing_happens()
    {
        var story = X15().At("2026-10-08 10:00");
        var calendar = Closed("2026-10-09", "2026-10-09").Calendar;

        var moved = story.Happened(CaseReprojection.Of(story.Case, story.Now, calendar, 9)!);
        CaseReprojection.Of(moved.Case, moved.Now, calendar, 10).ShouldBeNull();
    }

    [Fact]
    public void It_is_nobodys_step_so_earlier_work_may_still_be_entered()
    {
        var story = X15().At("2026-10-08 10:00");
        var moved = story.Happened(CaseReprojection.Of(story.Case, story.Now, Closed("2026-10-09", "2026-10-09").Calendar, 9)!);

        moved.Case.ChangedAt.ShouldBe(story.Case.ChangedAt);
        moved.At("2026-10-08 09:00").Then(Town.Agency, new AcceptDispatch()).Case.Stage.ShouldBe(CaseStage.Handling);
    }

    [Fact]
    public void A_closed_case_is_left_alone() => CaseReprojection.Of(Story.Closed().Case, Town.Monday.AddDays(1), Closed("2026-07-14", "2026-07-16").Calendar, 9).ShouldBeNull();

    [Fact]
    public void A_command_that_comes_before_the_sweep_is_judged_by_the_new_calendar()
    {
        var rules = Closed("2026-10-09", "2026-10-10");
        var handling = X15().At("2026-09-30 10:00").Then(Town.Agency, new AcceptDispatch());
        var context = new CaseContext(Town.Agency, Given.Local("2026-10-11 09:00"), rules, handling.Events.Count + 1) { Organs = Town.Organs };

        var events = CaseDecisions.DecideNow(handling.Case, new FeedBackCase("已清理", []), context).Events;

        events[0].ShouldBeOfType<CaseTermsReprojected>();
        events[^1].ShouldBeOfType<CaseFedBack>().OnTime.ShouldBeTrue("by the former calendar it was due on 10 October");
        events.OfType<CaseRungsFired>().SelectMany(fired => fired.Rungs).ShouldNotContain(r => r.Term == "handling" && r.Kind == RungKind.Due);
    }

    [Fact]
    public void A_handling_term_that_runs_on_after_rework_catches_up_with_the_calendar()
    {
        var fedBack = X15().At("2026-10-08 09:00").Then(Town.Agency, new AcceptDispatch()).Then(Town.Agency, new FeedBackCase("已清理", []));
        var reworked = fedBack.Then(Town.TownshipCentre, new FailVerification("未清理干净"));

        CaseReprojection.Of(reworked.Case, reworked.Now, Closed("2026-10-09", "2026-10-09").Calendar, 20).ShouldNotBeNull()
            .Terms.ShouldHaveSingleItem().Due.ShouldBe(Given.EndOf("2026-10-12"));
    }

    [Fact]
    public void Records_of_before_there_were_versions_began_with_the_first()
    {
        var story = Story.Reported();
        var old = (CaseReported)story.Events[0] with { Rules = null };

        Case.Apply(null, old).Rules.ShouldBe(1);
    }
}
