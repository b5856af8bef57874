using OpsHub.Domain.Calendars;

namespace OpsHub.Domain.Tests.Calendars;

public sealed class TermLedgerTests
{
    [Fact]
    public void A_suspended_day_is_not_used_up_and_the_day_of_resumption_starts_anew()
    {
        // Due Friday 2026-10-09; suspended on Thursday with two days left, resumed on Friday: Saturday (make-up) and Monday remain.
        var term = Given.Plan("2026-09-30 10:00");

        var suspended = Terms.Suspend(term, Given.Local("2026-10-08 09:30"), 5, "等待鉴定", Given.Calendar);
        var resumed = Terms.Resume(suspended, Given.Local("2026-10-09 15:00"), 6, "鉴定完成", Given.Calendar);

        resumed.Due.ShouldBe(Given.EndOf("2026-10-12"));
        resumed.Ledger.Select(entry => entry.Kind).ShouldBe([TermPause.Suspended, TermPause.Resumed]);
        resumed.Ledger[1].FormerDue.ShouldBe(term.Due);
        resumed.Ledger[1].NewDue.ShouldBe(resumed.Due);
    }

    [Fact]
    public void While_suspended_a_term_is_never_late()
    {
        var suspended = Terms.Suspend(Given.Plan("2026-09-30 10:00"), Given.Local("2026-10-08 09:30"), 5, "等待鉴定", Given.Calendar);

        suspended.IsSuspended.ShouldBeTrue();
        suspended.IsLate(Given.Local("2027-10-08 09:30")).ShouldBeFalse();
    }

    [Fact]
    public void A_late_term_cannot_be_un_made_late_by_suspending_it()
    {
        var term = Given.Plan("2026-09-30 10:00");

        term.CanSuspend(term.Due.AddTicks(-1)).ShouldBeTrue();
        term.CanSuspend(term.Due).ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => Terms.Suspend(term, term.Due, 5, "x", Given.Calendar));
    }

    [Fact]
    public void What_is_left_of_working_hours_is_kept_to_the_minute()
    {
        // 8 hours from 16:00: two are used when it is suspended at 09:00 the next day, six remain from 10:30 on: 12:00, then 13:00-17:30.
        var term = Given.Open(Given.Local("2026-07-09 16:00"), new(8, BudgetUnit.WorkingHours));
        term.Due.ShouldBe(Given.Local("2026-07-10 16:00"));

        var suspended = Terms.Suspend(term, Given.Local("2026-07-10 09:00"), 5, "x", Given.Calendar);
        var resumed = Terms.Resume(suspended, Given.Local("2026-07-13 10:30"), 6, "y", Given.Calendar);

        resumed.Due.ShouldBe(Given.Local("2026-07-13 17:30"));
    }

    [Fact]
    public void An_extension_keeps_both_dues()
    {
        var extended = Terms.Extend(Given.Plan("2026-09-30 10:00"), Given.Local("2026-10-08 10:00"), 5, "情况复杂", 2, Given.Calendar);

        extended.Due.ShouldBe(Given.EndOf("2026-10-12"));
        var entry = extended.Ledger.ShouldHaveSingleItem();
        (entry.FormerDue, entry.NewDue, entry.Amount).ShouldBe((Given.EndOf("2026-10-09"), Given.EndOf("2026-10-12"), 2));
    }

    [Fact]
    public void An_extension_granted_too_late_leaves_the_term_late()
    {
        var at = Given.Local("2026-10-20 10:00");

        var extended = Terms.Extend(Given.Plan("2026-09-30 10:00"), at, 5, "x", 1, Given.Calendar);

        extended.Due.ShouldBe(Given.EndOf("2026-10-10"));
        extended.IsLate(at).ShouldBeTrue();
    }

    [Fact]
    public void A_granted_due_is_the_end_of_its_day_and_no_calendar_moves_it()
    {
        var term = Given.Plan("2026-09-30 10:00");

        var granted = Terms.Grant(term, Given.Local("2026-10-08 10:00"), 5, "x", Given.Local("2026-10-18 15:00"), Given.Calendar);

        granted.Due.ShouldBe(Given.EndOf("2026-10-18"));
        Terms.Reproject(granted, OfficialCalendar.Empty, Given.Local("2026-10-08 11:00"), 6, "x").ShouldBeSameAs(granted);
    }

    [Fact]
    public void A_granted_due_that_is_suspended_keeps_its_counted_days()
    {
        // Granted to Wednesday 2026-10-21; on Monday the 19th three working days are left; resumed on Friday the 23rd.
        var granted = Terms.Grant(Given.Plan("2026-09-30 10:00"), Given.Local("2026-10-08 10:00"), 5, "x", Given.EndOf("2026-10-21"), Given.Calendar);

        var suspended = Terms.Suspend(granted, Given.Local("2026-10-19 10:00"), 6, "x", Given.Calendar);
        var resumed = Terms.Resume(suspended, Given.Local("2026-10-23 10:00"), 7, "y", Given.Calendar);

        resumed.Due.ShouldBe(Given.EndOf("2026-10-28"));
    }

    [Fact]
    public void A_grant_must_move_the_due_onwards()
    {
        var term = Given.Plan("2026-09-30 10:00");

        term.CanGrant(Given.Local("2026-10-08 10:00"), term.Due).ShouldBeFalse();
        term.CanGrant(Given.Local("2026-10-08 10:00"), term.Due.AddMinutes(1)).ShouldBeTrue();
        term.CanGrant(Given.Local("2026-10-20 10:00"), Given.Local("2026-10-19 10:00")).ShouldBeFalse();
    }

    [Fact]
    public void Nothing_happens_to_a_term_that_is_done()
    {
        var at = Given.Local("2026-10-08 10:00");
        var done = Terms.Complete(Given.Plan("2026-09-30 10:00"), at);

        (done.CanSuspend(at), done.CanResume(at), done.CanExtend(at), done.CanComplete(at)).ShouldBe((false, false, false, false));
        Terms.Reproject(done, OfficialCalendar.Empty, at, 6, "x").ShouldBeSameAs(done);
    }

    [Fact]
    public void The_last_day_may_end_at_17_30_where_the_county_says_so() =>
        Given.Plan("2026-09-30 10:00", days: new(EndsAt: new TimeOnly(17, 30))).Due.ShouldBe(Given.Local("2026-10-09 17:30"));

    [Theory]
    [InlineData(0, BudgetUnit.WorkingDays)]
    [InlineData(-1, BudgetUnit.Hours)]
    [InlineData(2, BudgetUnit.SameOrNextDay)]
    [InlineData(TermBudget.MaxAmount + 1, BudgetUnit.CalendarDays)]
    public void A_budget_out_of_range_opens_nothing(int amount, BudgetUnit unit) =>
        Should.Throw<ArgumentOutOfRangeException>(() => Given.Open(Given.Local("2026-10-08 10:00"), new(amount, unit)));
}
