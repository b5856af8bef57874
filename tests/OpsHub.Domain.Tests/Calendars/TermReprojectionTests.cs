using OpsHub.Domain.Calendars;

namespace OpsHub.Domain.Tests.Calendars;

/// <summary>Resolution 6: a year missing is counted by weekdays, marked, and counted again when it is loaded or amended.</summary>
public sealed class TermReprojectionTests
{
    private static readonly OfficialCalendar With2027 = Given.Calendar.With(2027,
    [
        new(Given.Day("2027-01-01"), DayKind.Holiday, "元旦", 2027, "2027 notice"),
        new(Given.Day("2027-01-02"), DayKind.Holiday, "元旦", 2027, "2027 notice"),
        new(Given.Day("2027-01-03"), DayKind.Holiday, "元旦", 2027, "2027 notice"),
    ]);

    [Fact]
    public void Past_the_horizon_a_term_goes_by_weekdays_and_is_provisional()
    {
        var term = Given.Plan("2026-12-30 10:00");

        // 2026-12-31 Thursday is covered; 2027-01-01 Friday is not, and counts as a weekday.
        term.Due.ShouldBe(Given.EndOf("2027-01-01"));
        term.Provisional.ShouldBeTrue();
    }

    [Fact]
    public void Loading_the_missing_year_corrects_the_due_and_keeps_the_old_one_in_the_ledger()
    {
        var term = Given.Plan("2026-12-30 10:00");

        var reprojected = Terms.Reproject(term, With2027, Given.Local("2026-12-30 12:00"), 9, "载入2027年日历");

        reprojected.Due.ShouldBe(Given.EndOf("2027-01-04"));
        reprojected.Provisional.ShouldBeFalse();
        var entry = reprojected.Ledger.ShouldHaveSingleItem();
        entry.Kind.ShouldBe(TermPause.Reprojected);
        (entry.FormerDue, entry.NewDue, entry.By, entry.Amount).ShouldBe((term.Due, reprojected.Due, 9L, With2027.Version));
    }

    [Fact]
    public void Loading_the_same_year_twice_changes_nothing_the_second_time()
    {
        var once = Terms.Reproject(Given.Plan("2026-12-30 10:00"), With2027, Given.Local("2026-12-30 12:00"), 9, "x");

        Terms.Reproject(once, With2027.With(2027, With2027.Rows.Where(row => row.ArrangementYear == 2027)), Given.Local("2026-12-30 13:00"), 10, "x")
            .ShouldBeSameAs(once);
    }

    [Fact]
    public void A_term_that_the_new_year_only_confirms_loses_its_mark()
    {
        var term = Given.Plan("2027-03-01 10:00");
        term.Provisional.ShouldBeTrue();

        var confirmed = Terms.Reproject(term, With2027, Given.Local("2027-03-01 12:00"), 9, "x");

        confirmed.Due.ShouldBe(term.Due);
        confirmed.Provisional.ShouldBeFalse();
        confirmed.Ledger.ShouldHaveSingleItem();
    }

    [Fact]
    public void An_in_year_amendment_moves_an_open_term_either_way()
    {
        var term = Given.Plan("2026-10-09 10:00");
        term.Due.ShouldBe(Given.EndOf("2026-10-12"));
        var withoutMakeup = Given.Calendar.With(2026, Given.ShippedRows()
            .Where(row => row.ArrangementYear == 2026 && row.Date != Given.Day("2026-10-10")));

        var moved = Terms.Reproject(term, withoutMakeup, Given.Local("2026-10-09 11:00"), 9, "x");
        var back = Terms.Reproject(moved, Given.Calendar, Given.Local("2026-10-09 12:00"), 10, "x");

        moved.Due.ShouldBe(Given.EndOf("2026-10-13"));
        back.Due.ShouldBe(term.Due);
    }

    [Fact]
    public void A_suspended_term_is_corrected_when_it_resumes()
    {
        var suspended = Terms.Suspend(Given.Plan("2026-12-30 10:00"), Given.Local("2026-12-31 10:00"), 5, "x", Given.Calendar);
        Terms.Reproject(suspended, With2027, Given.Local("2026-12-31 11:00"), 9, "x").ShouldBeSameAs(suspended);

        var resumed = Terms.Resume(suspended, Given.Local("2026-12-31 12:00"), 10, "y", With2027);

        resumed.Due.ShouldBe(Given.EndOf("2027-01-05"));
        resumed.Provisional.ShouldBeFalse();
    }
}
