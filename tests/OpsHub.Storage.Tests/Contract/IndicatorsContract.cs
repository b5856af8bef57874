using OpsHub.Contracts.Index;
using OpsHub.Contracts.Indicators;
using OpsHub.Contracts.Publishing;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Indicators;
using Microsoft.Extensions.DependencyInjection;
using OpsHub.Fixtures;
using OpsHub.Storage.Indicators;

namespace OpsHub.Storage.Tests.Contract;

public sealed class SqliteIndicators(SqliteHub hub) : IndicatorsContract(hub), IClassFixture<SqliteHub>;

public sealed class PostgreSqlIndicators(PostgreSqlHub hub) : IndicatorsContract(hub), IClassFixture<PostgreSqlHub>;

/// <summary>What the index counts is what the definitions count, whatever the rows.</summary>
public abstract class IndicatorsContract(SharedHub shared) : StorageContract(shared)
{
    private static readonly DateOnly Today = LocalDay.Of(Samples.Now);

    private static readonly IndicatorPeriod March = new(new(2026, 3, 1), new(2026, 4, 1));

    private static readonly IndicatorPeriod Spring = new(new(2026, 1, 15), new(2026, 4, 10));

    private IIndicatorIndex Indicators => Hub.Services.GetRequiredService<IIndicatorIndex>();

    private OrganCode Agency(int n) => OrganCode.Parse($"{Samples.City}01001-D1{n}");

    [SkippableFact]
    public async Task Counts_of_every_unit_are_those_that_the_definitions_give()
    {
        var rows = await PublishMany();
        var some = rows[3].Place;
        foreach (var unit in some.Upwards)
        {
            var own = rows.Where(r => r.Place.IsWithin(unit)).ToList();
            var query = new IndicatorQuery(unit, null, March, Samples.Now, [], some.Township);
            (await Indicators.Counts(query)).ShouldHaveSingleItem().Value.ShouldBe(IndicatorFold.Of(own.Select(r => r.Facts), March, Samples.Now), unit.Value);
            var expected = IndicatorFold.Times(own.Select(r => r.Facts), March);
            ((await Indicators.Times(query)).GetValueOrDefault(new()) ?? HandlingTimes.None).ShouldBe(expected, unit.Value);
        }
    }

    [SkippableFact]
    public async Task Groups_by_place_category_month_and_organ_are_those_that_the_definitions_give()
    {
        var rows = await PublishMany();
        foreach (var (dimension, of) in new (IndicatorDimension, Func<CycleRow, IndicatorKey>)[]
        {
            (IndicatorDimension.Grid, r => new(Unit: r.Place.Grid)), (IndicatorDimension.Community, r => new(Unit: r.Place.Community)),
            (IndicatorDimension.Township, r => new(Unit: r.Place.Township)), (IndicatorDimension.County, r => new(Unit: r.Place.County)),
            (IndicatorDimension.Category, r => new(Category: r.Class)),
        })
        {
            var query = new IndicatorQuery(Samples.City, null, Spring, Samples.Now, [dimension]);
            var (counts, times) = (await Indicators.Counts(query), await Indicators.Times(query));
            foreach (var group in rows.GroupBy(of))
            {
                (counts.GetValueOrDefault(group.Key) ?? IndicatorCounts.None).ShouldBe(IndicatorFold.Of(group.Select(r => r.Facts), Spring, Samples.Now), group.Key.ToString());
                (times.GetValueOrDefault(group.Key) ?? HandlingTimes.None).ShouldBe(IndicatorFold.Times(group.Select(r => r.Facts), Spring), group.Key.ToString());
            }
        }

        var monthly = await Indicators.Counts(new IndicatorQuery(Samples.City, null, Spring, Samples.Now, [IndicatorDimension.Township, IndicatorDimension.Month]));
        foreach (var (from, until) in new[] { (Spring.From, new DateOnly(2026, 2, 1)), (new(2026, 2, 1), new(2026, 3, 1)), (new(2026, 3, 1), new(2026, 4, 1)), (new(2026, 4, 1), Spring.Until) })
        {
            foreach (var township in rows.GroupBy(r => r.Place.Township))
            {
                var expected = IndicatorFold.Of(township.Select(r => r.Facts), new IndicatorPeriod(from, until), Samples.Now);
                (monthly.GetValueOrDefault(new(Unit: township.Key, Month: new(from.Year, from.Month, 1))) ?? IndicatorCounts.None).ShouldBe(expected, $"{township.Key} {from}");
            }
        }

        var organs = await Indicators.Counts(new IndicatorQuery(Samples.City, null, Spring, Samples.Now, [IndicatorDimension.Agency]));
        foreach (var n in Enumerable.Range(0, 3))
        {
            var expected = IndicatorFold.Of(Agency(n), [.. rows.Select(r => r.Facts)], Spring, Samples.Now);
            expected.Dispatches.ShouldBeGreaterThan(expected.DispatchesAccepted, "or nothing is tried");
            organs[new(Organ: Agency(n))].ShouldBe(expected);
            (await Indicators.Counts(new IndicatorQuery(null, Agency(n), Spring, Samples.Now, []))).ShouldHaveSingleItem().Value.ShouldBe(expected);
            (await Indicators.Times(new IndicatorQuery(null, Agency(n), Spring, Samples.Now, []))).ShouldHaveSingleItem().Value
                .ShouldBe(IndicatorFold.Times(rows.Select(r => r.Facts).Where(f => f.Lead == Agency(n)), Spring));
        }
    }

    [SkippableFact]
    public async Task The_cases_behind_each_count_are_as_many_as_it_says()
    {
        var rows = await PublishMany();
        var all = rows.Select(r => r.Facts).ToList();
        var counts = IndicatorFold.Of(all, Spring, Samples.Now);
        foreach (var (count, expected) in new (IndicatorCount, long)[]
        {
            (IndicatorCount.Reported, counts.Reported), (IndicatorCount.AcceptedOnTime, counts.AcceptedOnTime), (IndicatorCount.Due, counts.Due), (IndicatorCount.OnTime, counts.OnTime),
            (IndicatorCount.Closed, counts.Closed), (IndicatorCount.Returned, counts.Returned), (IndicatorCount.Reworked, counts.Reworked), (IndicatorCount.FirstTime, counts.FirstTime),
            (IndicatorCount.Reopened, counts.Reopened), (IndicatorCount.Timed, IndicatorFold.Times(all, Spring).Count),
            (IndicatorCount.Evaluated, all.Count(f => Spring.Holds(f.ClosedDay) && f.Evaluations > 0)), (IndicatorCount.Urged, all.Count(f => Spring.Holds(f.ClosedDay) && f.Urges > 0)),
            (IndicatorCount.Load, all.Count(f => Spring.Holds(f.StartedDay))),
        })
        {
            expected.ShouldBeGreaterThan(0, count.ToString());
            var filter = new CaseFilter { Unit = Samples.City, Behind = new IndicatorCases(count, Spring, Samples.Now, null) };
            (await Hub.Index.CountCases(filter)).ShouldBe((int)expected, count.ToString());
            (await Hub.Index.Cases(filter, CaseOrder.ReportedAtDescending, new PageRequest(100, null, null, null))).Items.Count.ShouldBe((int)Math.Min(100, expected), count.ToString());
        }

        foreach (var (count, of) in new (IndicatorCount, Func<IndicatorCounts, long>)[]
        {
            (IndicatorCount.Dispatches, c => c.Dispatches), (IndicatorCount.DispatchesAccepted, c => c.DispatchesAccepted), (IndicatorCount.DispatchesReturned, c => c.DispatchesReturned),
            (IndicatorCount.DispatchesAnswered, c => c.DispatchesAnswered), (IndicatorCount.Closed, c => c.Closed),
        })
        {
            // A case that came to the agency twice is one case.
            var expected = all.Count(f => of(IndicatorFold.Of(Agency(1), [f], Spring, Samples.Now)) > 0);
            (await Hub.Index.CountCases(new CaseFilter { Behind = new IndicatorCases(count, Spring, Samples.Now, Agency(1)) })).ShouldBe(expected, count.ToString());
        }
    }

    [SkippableFact]
    public async Task The_cases_behind_a_community_or_grid_are_found_by_its_township()
    {
        var rows = await PublishMany();
        foreach (var unit in new[] { rows[3].Place.Community, rows[3].Place.Grid })
        {
            foreach (var count in new[] { IndicatorCount.Reported, IndicatorCount.Due, IndicatorCount.Closed, IndicatorCount.Load, IndicatorCount.Dispatches })
            {
                var behind = new IndicatorCases(count, March, Samples.Now, count == IndicatorCount.Dispatches ? Agency(1) : null);
                var scanned = await Hub.Index.CountCases(new CaseFilter { Unit = unit, Behind = behind });
                (await Hub.Index.CountCases(new CaseFilter { Unit = unit, Behind = behind with { Township = rows[3].Place.Township } })).ShouldBe(scanned, $"{unit} {count}");
                var without = new CaseFilter { Unit = unit, Lost = [rows[3].Place.Grid], Behind = behind };
                var left = await Hub.Index.CountCases(without);
                left.ShouldBe(scanned - await Hub.Index.CountCases(without with { Unit = rows[3].Place.Grid, Lost = [] }), "what the reader lost is left out");
                (await Hub.Index.Cases(without, CaseOrder.DueAt, new PageRequest(100, null, null, null))).Items.Count.ShouldBe(Math.Min(100, left));
                if (Hub.Options.Kind != StorageKind.Sqlite || count == IndicatorCount.Dispatches)
                    continue;
                var keys = IndicatorSql.Keys(behind with { Township = rows[3].Place.Township }, unit);
                string.Join('\n', await Hub.Database.Read(keys with { Text = "EXPLAIN QUERY PLAN " + keys.Text }, r => r.GetString(3), None)).ShouldContain("IX_CaseCycles_Township (Township=? AND UntilDay>?)");
            }
        }
    }

    [SkippableFact]
    public async Task Loads_are_the_cases_reported_in_each_grid()
    {
        var rows = await PublishMany();
        var loads = await Indicators.Loads(new IndicatorQuery(Samples.City, null, March, Samples.Now, [IndicatorDimension.Township]));
        loads.OrderBy(l => l.Grid).ShouldBe(rows.Where(r => March.Holds(r.Facts.StartedDay)).GroupBy(r => r.Place)
            .Select(g => new GridCases(new(Unit: g.Key.Township), g.Key.Grid, g.Count())).OrderBy(l => l.Grid));
    }

    [SkippableFact]
    public async Task Only_a_higher_version_replaces_cycles_and_dispatches_and_the_same_again_changes_nothing()
    {
        var row = Samples.Case(version: 2);
        var facts = Facts(new Random(1), 0) with { ClosedDay = Today, Returns = 1, StartedDay = Today };
        await Publish(row, facts);
        await Publish(row with { Version = 1 }, facts with { Returns = 0 });
        await Publish(row, facts with { Returns = 0 });
        (await Of(row)).Returned.ShouldBe(1);
        await Publish(row with { Version = 3 }, facts with { Returns = 0 });
        (await Of(row)).Returned.ShouldBe(0);
        await Hub.Publisher.Publish(new Publication(row.Key, 4));
        (await Of(row)).ShouldBe(IndicatorCounts.None, "a cleared case counts nowhere");
    }

    [SkippableFact]
    public async Task A_dispatch_that_nobody_had_answered_counts_no_longer_once_its_case_was_withdrawn()
    {
        var (row, other) = (Samples.Case(), Samples.Case());
        var dispatches = new[] { "first", "second" }.Select(t => new DispatchFacts(t, Agency(1), Today, Samples.Now.AddHours(-1), t == "first", false, t == "first")).ToList();
        var open = new CycleFacts { Cycle = 1, StartedDay = Today, Lead = Agency(1), Dispatches = [.. dispatches] };
        await Publish(row, open);
        await Publish(other, open);
        (await ByOrgan()).ShouldBe(Expected(open, open));

        var withdrawn = open with { Void = true, Dispatches = [dispatches[0]] };
        await Publish(row with { Version = 2 }, withdrawn);
        await Publish(row, open);
        await Publish(row with { Version = 2 }, withdrawn with { Dispatches = [] });
        (await ByOrgan()).ShouldBe(Expected(withdrawn, open), "and neither an older publication nor the same again changes it");
        await Publish(other with { Version = 2 }, withdrawn with { Dispatches = [] });
        (await ByOrgan()).ShouldBe(Expected(withdrawn, withdrawn with { Dispatches = [] }));

        async Task<IndicatorCounts> ByOrgan() => (await Indicators.Counts(new IndicatorQuery(null, Agency(1), March, Samples.Now, []))).ShouldHaveSingleItem().Value;
        IndicatorCounts Expected(params CycleFacts[] facts) => IndicatorFold.Of(Agency(1), [.. facts], March, Samples.Now);
    }

    [SkippableFact]
    public async Task A_recount_names_dispatches_that_wait_in_a_cycle_that_ended()
    {
        var row = Samples.Case();
        await Publish(row, new CycleFacts
        {
            Cycle = 1, StartedDay = Today, Void = true, Lead = Agency(1), Dispatches = [new("accept", Agency(1), Today, Samples.Now, false, false, false)],
        });
        (await Differences(row)).ShouldContain(d => d.Contains("1 dispatches wait", StringComparison.Ordinal));
        await Publish(row with { Version = 2 }, new CycleFacts { Cycle = 1, StartedDay = Today, Void = true });
        (await Differences(row)).ShouldNotContain(d => d.Contains("dispatches", StringComparison.Ordinal));
    }

    private async Task<List<string>> Differences(CaseRow row)
    {
        var all = new List<string>();
        await foreach (var difference in Hub.Index.Differences())
            all.Add(difference);
        return all.FindAll(d => d.StartsWith(row.Key + ":", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task Cases_of_a_unit_that_moved_count_under_the_units_that_now_stand_over_it()
    {
        var row = Samples.Case();
        await Publish(row, Facts(new Random(1), 0) with { ClosedDay = Today, StartedDay = Today });
        var other = UnitCode.Parse($"{row.County}777");
        await Hub.Publisher.Place(row.Community, [other, row.County, row.City]);
        (await Indicators.Counts(new IndicatorQuery(other, null, March, Samples.Now, []))).ShouldHaveSingleItem().Value.Closed.ShouldBe(1);
        (await Of(row)).Closed.ShouldBe(0);
    }

    private async Task<IndicatorCounts> Of(CaseRow row) =>
        (await Indicators.Counts(new IndicatorQuery(row.Township, null, March, Samples.Now, []))).Values.SingleOrDefault() ?? IndicatorCounts.None;

    private Task Publish(CaseRow row, CycleFacts facts) => Hub.Publisher.Publish(new Publication(row.Key, row.Version) { Case = row, Cycles = [Row(row, facts)] });

    private static CycleRow Row(CaseRow row, CycleFacts facts) =>
        new(new Placement(row.Grid, row.Community, row.Township, row.County, row.City), row.Contribution.Category, facts);

    private async Task<List<CycleRow>> PublishMany()
    {
        var random = new Random(11);
        var rows = new List<CycleRow>();
        for (var i = 0; i < 150; i++)
        {
            var row = Samples.Case(i);
            row = row with { Contribution = row.Contribution with { Category = i % 2 == 0 ? "Q01" : "Q02" } };
            var facts = Facts(random, i);
            rows.Add(Row(row, facts));
            await Publish(row, facts);
        }

        return rows;
    }

    private CycleFacts Facts(Random random, int i)
    {
        var started = Today.AddDays(-random.Next(80));
        var closed = random.Next(3) > 0 ? Today.AddDays(-random.Next(60)) : (DateOnly?)null;
        var lead = random.Next(5) > 0 ? Agency(random.Next(3)) : (OrganCode?)null;
        var accepted = random.Next(4) > 0;
        return new CycleFacts
        {
            Cycle = 1,
            StartedDay = started,
            Void = closed is null && random.Next(4) == 0,
            AcceptBy = random.Next(9) == 0 ? null : Samples.Now.AddMinutes(random.Next(-3, 3)),
            Accepted = accepted,
            AcceptedOnTime = accepted && random.Next(2) == 0,
            Lead = lead,
            DueAt = lead is null ? null : random.Next(3) == 0 ? LocalDay.End(Today.AddDays(random.Next(-40, 3))) : Samples.Now.AddHours(random.Next(-900, 20)),
            Suspended = random.Next(6) == 0,
            OnTime = random.Next(3) == 0 ? null : random.Next(4) > 0,
            ClosedDay = closed,
            Returns = random.Next(5) == 0 ? random.Next(3) : 0,
            Reworks = random.Next(5) == 0 ? 1 : 0,
            Reopened = closed is not null && random.Next(6) == 0,
            Urges = random.Next(3),
            Evaluations = random.Next(2),
            ScoreSum = random.Next(1, 6),
            WorkMinutes = closed is null || i % 4 == 0 ? null : random.Next(3000),
            ElapsedMinutes = closed is null || i % 4 == 0 ? null : random.Next(9000),
            Dispatches = lead is not { } organ ? []
                : [Dispatch(0, organ), .. random.Next(4) == 0 ? new[] { Dispatch(1, Agency(random.Next(3))) } : []],
        };

        DispatchFacts Dispatch(int n, OrganCode organ)
        {
            var answer = random.Next(4);
            return new($"accept-{n}", organ, started, Samples.Now.AddMinutes(random.Next(-9, 3)), answer >= 2, answer == 1, answer > 0 && random.Next(3) > 0);
        }
    }
}
