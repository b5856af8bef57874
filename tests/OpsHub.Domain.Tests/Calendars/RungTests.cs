using CsCheck;
using OpsHub.Domain.Calendars;

namespace OpsHub.Domain.Tests.Calendars;

public sealed class RungTests
{
    private static readonly RungKind[] Whole =
        [RungKind.DueSoon, RungKind.Due, RungKind.OverdueCommunity, RungKind.OverdueTownship, RungKind.OverdueCounty];

    [Fact]
    public void The_ladder_of_a_term_in_days_climbs_by_working_days()
    {
        var term = Given.Plan("2026-09-30 10:00");

        Terms.Ladder(term, RungOffsets.Ordinary, Given.Calendar).Select(rung => (rung.Kind, rung.At)).ShouldBe(
        [
            (RungKind.DueSoon, Given.EndOf("2026-10-08")),
            (RungKind.Due, Given.EndOf("2026-10-09")),
            (RungKind.OverdueCommunity, Given.EndOf("2026-10-09")),
            (RungKind.OverdueTownship, Given.EndOf("2026-10-10")),
            (RungKind.OverdueCounty, Given.EndOf("2026-10-13")),
        ]);
    }

    [Fact]
    public void The_ladder_of_an_emergency_climbs_within_hours()
    {
        var term = Given.Open(Given.Local("2026-10-03 22:15"), new(2, BudgetUnit.Hours));

        Terms.Ladder(term, RungOffsets.For(term.Budget), Given.Calendar).Select(rung => rung.At).ShouldBe(
        [
            Given.Local("2026-10-03 23:45"), Given.Local("2026-10-04 00:15"), Given.Local("2026-10-04 00:15"),
            Given.Local("2026-10-04 01:15"), Given.Local("2026-10-04 02:15"),
        ]);
    }

    [Fact]
    public void A_short_term_does_not_warn_at_its_opening()
    {
        var term = Given.Open(Given.Local("2026-07-09 09:00"), new(4, BudgetUnit.Hours));

        Terms.Ladder(term, RungOffsets.Ordinary, Given.Calendar)[0].At.ShouldBe(Given.Local("2026-07-09 11:00"));
    }

    [Fact]
    public void After_a_week_of_downtime_every_rung_passed_fires_once_and_in_order()
    {
        var term = Given.Plan("2026-09-30 10:00");

        var (fired, rungs) = Terms.Fire(term, term.Due.AddDays(7), RungOffsets.Ordinary, Given.Calendar);
        var (again, none) = Terms.Fire(fired, term.Due.AddDays(8), RungOffsets.Ordinary, Given.Calendar);

        rungs.Select(rung => rung.Kind).ShouldBe(Whole);
        fired.Fired.ShouldBe(Whole);
        none.ShouldBeEmpty();
        again.ShouldBeSameAs(fired);
    }

    [Fact]
    public void A_rung_fires_at_its_instant_and_not_a_tick_before()
    {
        var term = Given.Plan("2026-09-30 10:00");
        var soon = Terms.Ladder(term, RungOffsets.Ordinary, Given.Calendar)[0];

        Terms.Fire(term, soon.At.AddTicks(-1), RungOffsets.Ordinary, Given.Calendar).Fired.ShouldBeEmpty();
        Terms.Fire(term, soon.At, RungOffsets.Ordinary, Given.Calendar).Fired.ShouldBe([soon]);
    }

    [Fact]
    public void However_the_ticks_fall_the_same_rungs_fire_once_each_in_order() =>
        Gen.Select(TermWalk.Instant, Gen.Enum<BudgetUnit>(), Gen.Int[1, 20], Gen.Int[0, 2_000].Array[0, 30]).Sample((opened, unit, amount, waits) =>
        {
            var term = Given.Open(opened, new(unit == BudgetUnit.SameOrNextDay ? 1 : amount, unit));
            var now = opened;
            var ticked = term;
            var seen = new List<Rung>();
            foreach (var wait in waits)
            {
                now = now.AddMinutes(wait);
                (ticked, var fired) = Terms.Fire(ticked, now, RungOffsets.For(term.Budget), Given.Calendar);
                seen.AddRange(fired);
            }

            var (_, atOnce) = Terms.Fire(term, now, RungOffsets.For(term.Budget), Given.Calendar);
            seen.ShouldBe(atOnce);
            seen.Select(rung => rung.Kind).ShouldBe(Whole.Take(seen.Count));
            seen.ShouldAllBe(rung => rung.At <= now);
        }, iter: 2_000);

    [Fact]
    public void A_suspended_or_done_term_fires_nothing()
    {
        var at = Given.Local("2026-10-08 09:30");
        var term = Given.Plan("2026-09-30 10:00");

        Terms.Fire(Terms.Suspend(term, at, 5, "x", Given.Calendar), at.AddYears(1), RungOffsets.Ordinary, Given.Calendar).Fired.ShouldBeEmpty();
        Terms.Fire(Terms.Complete(term, at), at.AddYears(1), RungOffsets.Ordinary, Given.Calendar).Fired.ShouldBeEmpty();
    }

    [Fact]
    public void A_due_that_moves_ahead_starts_its_ladder_anew()
    {
        var at = Given.Local("2026-10-10 09:00");
        var (late, _) = Terms.Fire(Given.Plan("2026-09-30 10:00"), at, RungOffsets.Ordinary, Given.Calendar);
        late.Fired.ShouldBe([RungKind.DueSoon, RungKind.Due, RungKind.OverdueCommunity]);

        var extended = Terms.Extend(late, at, 5, "x", 5, Given.Calendar);

        Terms.Ladder(extended, RungOffsets.Ordinary, Given.Calendar).Select(rung => rung.Kind).ShouldBe(Whole);
    }

    [Fact]
    public void An_extension_that_leaves_the_term_late_repeats_no_rung()
    {
        var at = Given.Local("2026-10-20 09:00");
        var (late, _) = Terms.Fire(Given.Plan("2026-09-30 10:00"), at, RungOffsets.Ordinary, Given.Calendar);

        var extended = Terms.Extend(late, at, 5, "x", 1, Given.Calendar);

        Terms.Ladder(extended, RungOffsets.Ordinary, Given.Calendar).ShouldBeEmpty();
    }
}
