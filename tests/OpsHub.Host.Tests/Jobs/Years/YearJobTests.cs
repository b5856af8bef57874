using OpsHub.Domain.Assessments;
using OpsHub.Domain.Calendars;
using OpsHub.Fixtures;

namespace OpsHub.Host.Tests.Jobs.Years;

/// <summary>The jobs of agencies' years: each of their steps happens once, however often they run and however long the hub was down.</summary>
public sealed class YearJobTests
{
    private readonly YearTown _town = new();

    [Fact]
    [Trait("Rule", "A037")]
    public async Task A037_each_agency_has_its_year_once_and_one_that_is_set_up_later_from_the_next_night_on()
    {
        _town.At(2026, 1, 1, minute: 5);
        await _town.Open();
        _town.Years.Values.ShouldAllBe(y => y.Year == 2025, "the first minutes of a day are the former one's");
        _town.Years.Clear();
        _town.At(2026, 1, 1, minute: 12);
        await _town.Open();
        await _town.Open();
        _town.Happened<YearOpened>().Count.ShouldBe(3);
        _town.Years.Values.ShouldAllBe(y => y.Year == 2026);
        _town.Agencies.Add(YearTown.Agency(4));
        _town.At(2026, 5, 4, minute: 12);
        await _town.Open();
        _town.Years.Keys.ShouldContain("year-430203001-D04-2026");
        _town.Happened<YearOpened>().Count.ShouldBe(4);
    }

    [Fact]
    public async Task An_agency_that_fails_holds_up_no_other_and_the_run_does_not_pass_for_done()
    {
        _town.At(2026, 1, 1, 8);
        _town.Failing[YearTown.Agency(2)] = int.MaxValue;
        (await Should.ThrowAsync<InvalidOperationException>(_town.Open)).Message.ShouldContain("1 of 3");
        _town.Years.Count.ShouldBe(2);
        _town.Failing[YearTown.Agency(2)] = 2;
        await _town.Open();
        _town.Years.Count.ShouldBe(3, "it is tried again within the run");
    }

    [Fact]
    [Trait("Rule", "A022")]
    public async Task A022_evidence_is_recorded_through_last_midnight_and_the_same_figures_only_once()
    {
        _town.Add(new PlayedYear(YearTown.Agency(1), 2026).Opened());
        _town.At(2026, 3, 10, 1, 52);
        await _town.Evidence();
        await _town.Evidence();
        _town.Happened<EvidenceRecorded>().ShouldHaveSingleItem().ShouldBeOfType<EvidenceRecorded>().Evidence.Values.ShouldHaveSingleItem().Through.ShouldBe(LocalDay.Start(new(2026, 3, 10)));
        _town.At(2026, 3, 11, 1, 52);
        await _town.Evidence();
        _town.Happened<EvidenceRecorded>().Count.ShouldBe(1, "a day without news");
        _town.Counted = (_, through) => new(2, 2, 0, 1, 1, 0, 0, 0, 0, 0, through);
        await _town.Evidence();
        _town.Happened<EvidenceRecorded>().Count.ShouldBe(2, "entered late, on the same day");
        _town.Counted = (_, through) => new(1, 1, 0, 1, 1, 0, 0, 0, 0, 0, through);
        await _town.Evidence();
        await _town.Evidence();
        _town.Happened<EvidenceRecorded>().Count.ShouldBe(3, "and back to what it was, once");
    }

    [Fact]
    [Trait("Rule", "A017")]
    public async Task A017_a_year_that_is_over_is_counted_to_its_end_and_goes_into_assessment_once_even_after_days_down()
    {
        foreach (var n in new[] { 1, 2, 3 })
            _town.Add(new PlayedYear(YearTown.Agency(n), 2026).InForce());
        _town.At(2026, 12, 31, 23, 59);
        await _town.Assess();
        _town.At(2027, 1, 1, minute: 9);
        await _town.Assess();
        _town.Happened<AssessmentOpened>().ShouldBeEmpty();
        _town.At(2027, 1, 6, 7);
        _town.Failing[YearTown.Agency(3)] = 1;
        await _town.Assess();
        await _town.Assess();
        _town.Happened<AssessmentOpened>().Count.ShouldBe(3);
        foreach (var year in _town.Years.Values)
        {
            var steps = year.Events.SkipWhile(e => e is not EvidenceRecorded).ToList();
            steps.Select(e => e.GetType()).ShouldBe([typeof(EvidenceRecorded), typeof(AssessmentOpened)]);
            ((EvidenceRecorded)steps[0]).Evidence.Values.ShouldHaveSingleItem().Through.ShouldBe(LocalDay.Start(new(2027, 1, 1)));
        }
    }

    [Fact]
    [Trait("Rule", "A022")]
    public async Task A022_what_is_entered_late_of_a_year_that_is_over_still_counts_until_its_township_submits()
    {
        _town.Add(new PlayedYear(YearTown.Agency(1), 2026).InForce());
        _town.Add(new PlayedYear(YearTown.Agency(2), 2026).Graded());
        _town.At(2027, 1, 2, 1);
        await _town.Assess();
        _town.Counted = (_, through) => new(5, 5, 0, 5, 4, 0, 0, 0, 0, 0, through);
        await _town.Evidence();
        var open = _town.Years["year-430203001-D01-2026"].State!.Evidence[YearTown.Township];
        (open.Dispatched, open.Through).ShouldBe((5, LocalDay.Start(new(2027, 1, 1))));
        _town.Years["year-430203001-D02-2026"].State!.Evidence[YearTown.Township].Dispatched.ShouldBe(50);
    }

    [Fact]
    [Trait("Rule", "A032")]
    public async Task A032_a_result_is_fed_into_both_assessments_once_each_when_the_time_to_contest_it_is_over()
    {
        _town.Add(new PlayedYear(YearTown.Agency(1), 2025).Graded());
        _town.Add(new PlayedYear(YearTown.Agency(2), 2025).Graded().Appeals());
        var from = AgencyYearTerms.ShareableFrom(_town.Years.Values.First().State!, OfficialCalendar.Empty, WorkingHours.Default).ShouldNotBeNull();
        _town.Time.SetUtcNow(from.AddTicks(-1).ToUniversalTime());
        await _town.Feed();
        _town.Happened<ResultShared>().ShouldBeEmpty();
        _town.Time.SetUtcNow(from.ToUniversalTime());
        await _town.Feed();
        await _town.Feed();
        _town.Happened<ResultShared>().Cast<ResultShared>().Select(e => e.Target).ShouldBe([ShareTarget.Township, ShareTarget.Department]);
        _town.Years["year-430203001-D02-2025"].State!.SharedAt.ShouldBeEmpty("an appeal is open");
    }

    [Fact]
    public async Task Each_month_and_quarter_has_its_snapshot_as_it_stood_then_however_late_it_is_taken()
    {
        _town.Add(new PlayedYear(YearTown.Agency(1), 2026).InForce());
        _town.At(2026, 11, 3, 2);
        await _town.Snapshot();
        var taken = _town.Snapshots(YearTown.Agency(1), 2026);
        taken.Select(s => s.Period).ShouldBe(
            ["2026-01", "2026-02", "2026-03", "2026-Q1", "2026-04", "2026-05", "2026-06", "2026-Q2", "2026-07", "2026-08", "2026-09", "2026-Q3", "2026-10"], ignoreOrder: true);
        taken.Find(s => s.Period == "2026-01")!.Stage.ShouldBe(AgencyYearStage.PlanSubmitted);
        taken.Find(s => s.Period == "2026-Q3")!.TargetsDone.ShouldBe(0, "it was confirmed in October");
        taken.Find(s => s.Period == "2026-10")!.TargetsDone.ShouldBe(1);
        await _town.Snapshot();
        _town.Snapshots(YearTown.Agency(1), 2026).ShouldBe(taken);
        _town.At(2026, 12, 1, minute: 5);
        await _town.Snapshot();
        _town.Snapshots(YearTown.Agency(1), 2026).Count.ShouldBe(taken.Count, "the month has not settled");
    }

    [Fact, Trait("Rule", "A022")]
    public async Task A022_what_changes_in_the_day_is_counted_within_minutes_of_those_alone_that_changed_and_the_night_comes_to_the_same()
    {
        foreach (var n in new[] { 1, 2 })
            _town.Add(new PlayedYear(YearTown.Agency(n), 2026).InForce());
        _town.Counted = (_, through) => new(LocalDay.Before(through).DayOfYear, 0, 0, 0, 0, 0, 0, 0, 0, 0, through);
        _town.Changed.Add(YearTown.Agency(1));
        _town.At(2026, 10, 20, 9, 30);
        await _town.Follow();
        Evidence(1)!.ShouldSatisfyAllConditions(e => e.Dispatched.ShouldBe(293), e => e.Through.ShouldBe(LocalDay.Start(new(2026, 10, 20)).AddHours(9.5)));
        Evidence(2).ShouldBeNull("nothing of it changed");
        _town.Snapshots(YearTown.Agency(1), 2026).Select(s => s.Period).ShouldContain("2026-09", "before today's figures come into the year");

        var events = _town.Happened<EvidenceRecorded>().Count;
        _town.At(2026, 10, 20, 9, 34);
        await _town.Follow();
        _town.Asked.Count.ShouldBe(1, "EvidenceEvery is five minutes");
        _town.At(2026, 10, 20, 9, 36);
        await _town.Follow();
        _town.Happened<EvidenceRecorded>().Count.ShouldBe(events, "the same figures are no news");
        _town.Asked[^1].ShouldBe(LocalDay.Start(new(2026, 10, 20)).AddHours(9.5).AddMinutes(-10), "a step may reach the index a moment late");

        _town.Counted = (_, through) => new(LocalDay.Before(through).DayOfYear, 1, 0, 0, 0, 0, 0, 0, 0, 0, through);
        _town.At(2026, 10, 20, 23, 55);
        await _town.Evidence(); // what the minutes missed is found
        var live = Evidence(1)!;
        live.Accepted.ShouldBe(1);
        _town.At(2026, 10, 21, 1, 52);
        _town.Counted = (_, through) => live with { Through = through };
        await _town.Evidence();
        Evidence(1).ShouldBe(live, "the same bits, and nothing written");
    }

    [Fact, Trait("Rule", "A022")]
    public async Task A022_no_frozen_year_is_counted_in_the_day_and_none_in_a_days_first_minutes()
    {
        _town.Add(new PlayedYear(YearTown.Agency(1), 2026).InForce());
        _town.Changed.Add(YearTown.Agency(1));
        _town.At(2026, 10, 20, 0, 9);
        await _town.Follow();
        _town.Happened<EvidenceRecorded>().ShouldBeEmpty("the day before has not settled");
        _town.At(2026, 10, 20, 0, 11);
        await _town.Follow();
        Evidence(1).ShouldNotBeNull();

        _town.Years.Clear();
        _town.Add(new PlayedYear(YearTown.Agency(1), 2025).Graded());
        _town.Counted = (_, through) => new(7, 7, 0, 7, 7, 0, 0, 0, 0, 0, through);
        var before = _town.Happened<EvidenceRecorded>().Count;
        _town.At(2026, 10, 20, 10);
        await _town.Follow();
        _town.Happened<EvidenceRecorded>().Count.ShouldBe(before);
    }

    private CaseEvidence? Evidence(int agency) => _town.Years[$"year-430203001-D{agency:00}-2026"].State!.Evidence.GetValueOrDefault(YearTown.Township);

    [Fact, Trait("Rule", "A022")]
    public async Task A022_a_snapshot_has_the_evidence_of_its_last_day_also_where_the_hub_was_down_that_night()
    {
        _town.Add(new PlayedYear(YearTown.Agency(1), 2026).InForce());
        _town.Counted = (_, through) => new(LocalDay.Before(through).DayOfYear, 0, 0, 0, 0, 0, 0, 0, 0, 0, through);
        _town.At(2026, 10, 20, 2);
        await _town.Evidence();
        _town.At(2026, 12, 3, 2);
        await _town.Snapshot();
        await _town.Evidence();
        var taken = _town.Snapshots(YearTown.Agency(1), 2026).ToDictionary(s => s.Period);
        taken["2026-10"].Evidence[YearTown.Township].ShouldSatisfyAllConditions(e => e.Dispatched.ShouldBe(new DateOnly(2026, 10, 31).DayOfYear), e => e.Through.ShouldBe(taken["2026-10"].At));
        taken["2026-11"].Evidence[YearTown.Township].Dispatched.ShouldBe(new DateOnly(2026, 11, 30).DayOfYear);
        taken["2026-Q3"].Evidence.ShouldBeEmpty("nothing was counted then, and what was counted since is of later days");
        _town.Years["year-430203001-D01-2026"].State!.Evidence[YearTown.Township].Dispatched.ShouldBe(new DateOnly(2026, 12, 2).DayOfYear);
    }

    [Fact]
    public async Task A_year_has_no_snapshot_of_a_month_before_it_was_opened_and_is_not_read_for_it()
    {
        var late = new PlayedYear(YearTown.Agency(1), 2026);
        _town.Add(late.Do(late.Hub, new OpenYear(late.Agency, 2026), late.At(5, 4)));
        _town.At(2026, 6, 2, 2);
        await _town.Snapshot();
        _town.Snapshots(YearTown.Agency(1), 2026).Select(s => s.Period).ShouldBe(["2026-05"]);
        var read = _town.TracesRead;
        await _town.Snapshot();
        _town.TracesRead.ShouldBe(read + 1, "its first step tells");
    }
}
