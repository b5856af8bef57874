using CsCheck;
using OpsHub.Domain.Calendars;

namespace OpsHub.Domain.Tests.Calendars;

/// <summary>Any term, any life of suspensions and extensions, against the brute-force walk. CsCheck prints the seed of a failure.</summary>
public sealed class TermPropertyTests
{
    private const int Lives = 2_000;

    [Theory]
    [InlineData(BudgetUnit.WorkingDays)]
    [InlineData(BudgetUnit.CalendarDays)]
    public void A_term_in_days_is_due_where_counting_them_one_by_one_ends(BudgetUnit unit) =>
        Gen.Select(TermWalk.Instant, Gen.Int[1, 40], TermWalk.Steps).Sample((opened, days, steps) =>
        {
            var life = new TermWalk(Given.Open(opened, new(days, unit))).Take(steps);

            life.Term.Due.ShouldBe(BruteForce.DueByDays(opened, days + life.Extended, unit == BudgetUnit.WorkingDays, life.Suspensions));
        }, iter: Lives);

    [Theory]
    [InlineData(BudgetUnit.WorkingHours)]
    [InlineData(BudgetUnit.Hours)]
    public void A_term_in_hours_is_due_where_counting_minute_by_minute_ends(BudgetUnit unit) =>
        Gen.Select(TermWalk.Instant, Gen.Int[1, 20], TermWalk.Steps).Sample((opened, hours, steps) =>
        {
            var life = new TermWalk(Given.Open(opened, new(hours, unit))).Take(steps);

            life.Term.Due.ShouldBe(BruteForce.DueByMinutes(opened, (hours + life.Extended) * 60, unit == BudgetUnit.WorkingHours, life.Suspensions));
        }, iter: Lives / 4);

    [Fact]
    public void Same_or_next_day_ends_with_the_next_day_and_rolls_only_where_the_policy_says_so() =>
        TermWalk.Instant.Sample(opened =>
        {
            var plain = Given.Open(opened, TermBudget.SameOrNextDay);
            var rolled = Given.Open(opened, TermBudget.SameOrNextDay, new(Roll: AnnounceRoll.WorkingDay));

            plain.Due.ShouldBe(BruteForce.DueByDays(opened, 1, false, []));
            rolled.Due.ShouldBe(BruteForce.DueByDays(opened, 1, true, []));
            plain.Provisional.ShouldBeFalse();
        }, iter: Lives);

    [Fact]
    public void A_term_in_hours_opened_between_minutes_is_rounded_up_by_less_than_one() =>
        Gen.Select(TermWalk.Instant, Gen.Long[0, TimeSpan.TicksPerDay], Gen.Int[1, 200]).Sample((day, ticks, hours) =>
        {
            var opened = day.AddTicks(ticks);
            var due = Given.Open(opened, new(hours, BudgetUnit.Hours)).Due;

            (due.UtcTicks % TimeSpan.TicksPerMinute).ShouldBe(0);
            (due - opened.AddHours(hours)).ShouldBeInRange(TimeSpan.Zero, TimeSpan.FromTicks(TimeSpan.TicksPerMinute - 1));
        }, iter: Lives);

    [Fact]
    public void Suspending_and_resuming_leaves_as_many_counted_days_as_there_were() =>
        Gen.Select(TermWalk.Instant, Gen.Int[1, 30], Gen.Int[0, 30 * 24 * 60], Gen.Int[0, 60 * 24 * 60]).Sample((opened, days, until, pause) =>
        {
            var term = Given.Open(opened, new(days, BudgetUnit.WorkingDays));
            var at = opened.AddMinutes(until);
            if (!term.CanSuspend(at))
                return;
            var resumedAt = at.AddMinutes(pause);
            var resumed = Terms.Resume(Terms.Suspend(term, at, 5, "x", Given.Calendar), resumedAt, 6, "y", Given.Calendar);

            WorkingDays(FirstCounted(opened, at), term.Due).ShouldBe(WorkingDays(LocalDay.Of(resumedAt).AddDays(1), resumed.Due));
        }, iter: Lives);

    [Fact]
    public void A_term_is_provisional_exactly_when_it_looks_past_the_horizon() =>
        Gen.Select(TermWalk.Instant, Gen.Int[1, 60]).Sample((opened, days) =>
        {
            var term = Given.Open(opened, new(days, BudgetUnit.WorkingDays));

            term.Provisional.ShouldBe(term.Due > Given.EndOf("2026-12-31"));
            Given.Open(opened, new(days, BudgetUnit.CalendarDays)).Provisional.ShouldBeFalse();
        }, iter: Lives);

    // The opening day never counts; on a later day, the day of the suspension is not over and counts again.
    private static DateOnly FirstCounted(DateTimeOffset opened, DateTimeOffset suspended) =>
        LocalDay.Of(suspended) == LocalDay.Of(opened) ? LocalDay.Of(opened).AddDays(1) : LocalDay.Of(suspended);

    private static int WorkingDays(DateOnly first, DateTimeOffset due)
    {
        var count = 0;
        for (var day = first; LocalDay.Start(day) < due; day = day.AddDays(1))
            count += BruteForce.IsWorkingDay(LocalDay.Start(day)) ? 1 : 0;
        return count;
    }
}
