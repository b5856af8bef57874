using CsCheck;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Tests.Hierarchy;

public sealed class SummaryCellsTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);
    private static readonly UnitCode Grid = new("430203001001001");

    [Fact]
    public void Only_a_higher_version_of_a_subject_is_taken()
    {
        var cells = new SubjectCells();
        cells.Push("case-1", 2, Open(), Now).ShouldBeTrue();
        cells.Push("case-1", 2, Closed(), Now).ShouldBeFalse();
        cells.Push("case-1", 1, Closed(), Now).ShouldBeFalse();
        cells.Total.ByStage.Sum().ShouldBe(1);
        cells.Push("case-1", 3, Closed(), Now).ShouldBeTrue();
        cells.Total.ByStage.Sum().ShouldBe(0);
        cells.Total.ClosedDays.Sum().ShouldBe(1);
    }

    [Fact]
    public void A_subject_that_left_does_not_come_back_by_a_late_push()
    {
        var cells = new SubjectCells();
        cells.Push("case-1", 5, null, Now).ShouldBeTrue();
        cells.Push("case-1", 4, Open(), Now).ShouldBeFalse();
        cells.Total.ShouldBe(UnitSummary.Empty);
    }

    [Fact]
    public void A_recount_leaves_alone_what_was_pushed_after_it_began()
    {
        var cells = new SubjectCells();
        cells.Push("case-1", 1, Open(), Now);
        var since = cells.Change;
        cells.Push("case-2", 1, Open(), Now);
        cells.Recount(new Dictionary<string, (long, CaseContribution)> { ["case-1"] = (1, Open()) }, since, Now).ShouldBe(0);
        cells.Total.ByStage.Sum().ShouldBe(2);
    }

    [Fact]
    public void A_recount_repairs_values_but_never_lowers_a_version()
    {
        var cells = new SubjectCells();
        cells.Push("case-1", 3, Closed(), Now);
        cells.Push("case-2", 1, Open(), Now);
        var read = new Dictionary<string, (long, CaseContribution)> { ["case-1"] = (2, Open()), ["case-3"] = (1, Open()) };
        cells.Recount(read, cells.Change, Now).ShouldBe(2); // case-2 has gone, case-3 was missed
        cells.Total.ShouldBe(SummaryFold.Of([Closed(), Open()], Now));
        cells.Push("case-1", 3, Open(), Now).ShouldBeFalse();
    }

    [Fact]
    public void What_was_read_at_activation_yields_to_any_push()
    {
        var cells = new ChildCells();
        cells.Recount(new Dictionary<UnitCode, UnitSummary> { [Grid] = SummaryFold.Of([Open(), Open()], Now) }, cells.Change, Now);
        cells.Total.ByStage.Sum().ShouldBe(2);
        cells.Push(Grid, new SummaryStamp(1, 1), SummaryFold.Of([Open()], Now), Now).ShouldBeTrue();
        cells.Total.ByStage.Sum().ShouldBe(1);
    }

    [Fact]
    public void A_later_epoch_wins_whatever_the_version()
    {
        var cells = new ChildCells();
        cells.Push(Grid, new SummaryStamp(7, 1), SummaryFold.Of([Open()], Now), Now);
        cells.Push(Grid, new SummaryStamp(6, 900), UnitSummary.Empty, Now).ShouldBeFalse();
        cells.Total.ByStage.Sum().ShouldBe(1);
    }

    [Fact]
    public void A_recount_of_a_parent_keeps_the_stamp_so_that_a_doubled_push_stays_out()
    {
        var cells = new ChildCells();
        var stale = SummaryFold.Of([Open(), Open()], Now);
        cells.Push(Grid, new SummaryStamp(1, 1), stale, Now);
        cells.Recount(new Dictionary<UnitCode, UnitSummary> { [Grid] = SummaryFold.Of([Open()], Now) }, cells.Change, Now).ShouldBe(1);
        cells.Push(Grid, new SummaryStamp(1, 1), stale, Now).ShouldBeFalse();
        cells.Total.ByStage.Sum().ShouldBe(1);
    }

    [Fact]
    public void A_child_that_moved_away_is_no_longer_listed()
    {
        var cells = new ChildCells();
        cells.Push(Grid, new SummaryStamp(1, 1), SummaryFold.Of([Open()], Now), Now);
        cells.Push(Grid, new SummaryStamp(1, 2), null, Now).ShouldBeTrue();
        cells.Children.ShouldBeEmpty();
        cells.Total.ShouldBe(UnitSummary.Empty);
    }

    [Fact]
    public void A_case_that_falls_overdue_between_two_pushes_leaves_no_remainder()
    {
        var cells = new SubjectCells();
        var due = SummaryFold.MinuteOf(Now.AddMinutes(5));
        cells.Push("case-1", 1, Open() with { DueMinute = due }, Now);
        SummaryFold.Read(cells.Total, Now).Overdue.ShouldBe(0);
        cells.Age(Now.AddMinutes(10));
        SummaryFold.Read(cells.Total, Now.AddMinutes(10)).Overdue.ShouldBe(1);
        cells.Push("case-1", 2, null, Now.AddMinutes(11));
        cells.Total.ShouldBe(UnitSummary.Empty);
    }

    [Fact]
    public void The_running_total_equals_a_fold_over_everything_at_every_instant() =>
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 20_000], Gen.Int[-300, 300], Gen.Bool).List[1, 60].Sample(steps =>
        {
            var (cells, held, now) = (new SubjectCells(), new Dictionary<int, CaseContribution>(), Now);
            var version = 0L;
            foreach (var (subject, later, due, open) in steps)
            {
                now = now.AddMinutes(later % 200);
                held[subject] = open ? Open() with { DueMinute = SummaryFold.MinuteOf(now.AddMinutes(due)) } : Closed(now);
                cells.Push($"case-{subject}", ++version, held[subject], now);
                if (cells.Total != SummaryFold.Of(held.Values, now))
                    return false;
            }

            return true;
        });

    private static CaseContribution Open() => new(CaseStage.Handling, "Q01", SummaryFold.HourOf(Now), 0, 0, 0, false, null, false, 0, false, false);

    private static CaseContribution Closed(DateTimeOffset? at = null) =>
        new(CaseStage.Closed, "Q01", SummaryFold.HourOf(Now), SummaryFold.HourOf(at ?? Now), 0, 0, true, true, false, 0, false, false);
}
