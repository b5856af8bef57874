using CsCheck;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Storage.Tests.Contract;

public sealed class SqliteSummaries(SqliteHub hub) : SummariesContract(hub), IClassFixture<SqliteHub>;

public sealed class PostgreSqlSummaries(PostgreSqlHub hub) : SummariesContract(hub), IClassFixture<PostgreSqlHub>;

public abstract class SummariesContract(SharedHub shared) : StorageContract(shared)
{
    // Around every border that a summary has: the past minute, 48 hours, 31 days, yesterday.
    private static readonly Gen<CaseContribution> AnyContribution =
        from stage in Gen.Int[0, 13]
        from category in Gen.OneOf(Gen.Const("Q01"), Gen.Const("Q02"), Gen.Const("Q11"))
        from reported in Gen.OneOf(Gen.Int[-60, 0], Gen.Int[-2000, 0])
        from closed in Gen.OneOf(Gen.Int[-60, 0], Gen.Int[-24 * 33, -24 * 29], Gen.Const(1))
        from due in Gen.OneOf(Gen.Int[-2, 2], Gen.Int[-5000, 5000], Gen.Const(int.MaxValue))
        from handling in Gen.OneOf(Gen.Int[-3, 3], Gen.Const(int.MaxValue))
        from flags in Gen.Select(Gen.Bool, Gen.Int[0, 2], Gen.Bool, Gen.Int[0, 3], Gen.Bool, Gen.Bool)
        select new CaseContribution(
            (CaseStage)stage,
            category,
            SummaryFold.HourOf(Samples.Now) + reported,
            stage is 9 or 10 && closed <= 0 ? SummaryFold.HourOf(Samples.Now) + closed : 0,
            due == int.MaxValue ? 0 : SummaryFold.MinuteNow(Samples.Now) + due,
            handling == int.MaxValue ? 0 : SummaryFold.DayOf(Samples.Now) + handling,
            flags.Item1,
            flags.Item2 == 2 ? null : flags.Item2 == 1,
            flags.Item3,
            flags.Item4,
            flags.Item5,
            flags.Item6);

    [SkippableFact]
    public async Task Groups_equal_the_fold_of_the_same_rows_at_every_level()
    {
        _ = Hub;
        await AnyContribution.Array[0, 60].SampleAsync(
            async contributions =>
            {
                var samples = new Samples();
                var rows = contributions.Select((c, i) => samples.Case(i) with { Stage = c.Stage, Contribution = c }).ToList();
                foreach (var row in rows)
                    await Hub.Publisher.Publish(Samples.Publication(row));
                foreach (var minutes in new[] { 0, 1, 60, 14 * 60, 40 * 24 * 60 })
                    await Compare(rows, samples, Samples.Now.AddMinutes(minutes));
            },
            iter: 15,
            threads: 1);
    }

    [SkippableFact]
    public async Task A_unit_that_moves_takes_its_rows_along_and_their_versions_stay()
    {
        var (moved, other) = (Samples.Case(0, version: 7), Samples.Case(1));
        await Hub.Publisher.Publish(Samples.Publication(moved));
        await Hub.Publisher.Publish(Samples.Publication(other));
        UnitCode[] above = [UnitCode.Parse($"{Samples.City}99009"), UnitCode.Parse($"{Samples.City}99"), Samples.City];
        await Hub.Publisher.Place(moved.Community, above);
        await Hub.Publisher.Place(moved.Community, above);

        var rows = await Hub.Index.CasesByKey([moved.Key, other.Key]);
        (rows[moved.Key].Township, rows[moved.Key].County, rows[moved.Key].Version).ShouldBe((above[0], above[1], 7));
        (rows[moved.Key].Community, rows[moved.Key].Grid).ShouldBe((moved.Community, moved.Grid));
        rows[other.Key].Township.ShouldBe(other.Township);
        (await Hub.Index.ChildSummaries(above[0], Samples.Now)).Keys.ShouldBe([moved.Community]);
        (await Hub.Index.ChildSummaries(moved.Township, Samples.Now)).Keys.ShouldNotContain(moved.Community);
    }

    [SkippableFact]
    public async Task A_grids_contributions_are_its_cases_that_still_count()
    {
        var now = TimeProvider.System.GetUtcNow();
        CaseContribution Closed(int daysAgo) => Samples.Contribution(CaseStage.Closed) with
        {
            ReportedHour = SummaryFold.HourOf(now.AddDays(-daysAgo - 1)),
            ClosedHour = SummaryFold.HourOf(now.AddDays(-daysAgo)),
        };
        var rows = new[] { Samples.Contribution(), Closed(2), Closed(40) }.Select(c => Samples.Case() with { Stage = c.Stage, Contribution = c, Version = 3 }).ToList();
        foreach (var row in rows)
            await Hub.Publisher.Publish(Samples.Publication(row));

        var found = await Hub.Index.Contributions(OrganCode.Of(rows[0].Grid));
        found.Keys.Order().ShouldBe(rows.Take(2).Select(r => r.Key).Order());
        found[rows[0].Key].ShouldBe((3, rows[0].Contribution));
    }

    private async Task Compare(List<CaseRow> rows, Samples samples, DateTimeOffset now)
    {
        var levels = new (IEnumerable<UnitCode> Parents, Func<CaseRow, UnitCode> Parent, Func<CaseRow, UnitCode> Child)[]
        {
            ([samples.City], r => r.City, r => r.County),
            (rows.Select(r => r.County), r => r.County, r => r.Township),
            (rows.Select(r => r.Township), r => r.Township, r => r.Community),
            (rows.Select(r => r.Community), r => r.Community, r => r.Grid),
            (rows.Select(r => r.Grid), r => r.Grid, r => r.Grid),
        };
        foreach (var (parents, parent, child) in levels)
        {
            foreach (var unit in parents.Distinct())
            {
                var expected = rows.Where(r => parent(r) == unit).GroupBy(child)
                    .Select(g => (g.Key, Summary: SummaryFold.Of(g.Select(r => r.Contribution), now)))
                    .Where(s => Text(s.Summary) != Text(UnitSummary.Empty))
                    .Select(s => $"{s.Key} {Text(s.Summary)}").Order();
                var actual = (await Hub.Index.ChildSummaries(unit, now)).Select(s => $"{s.Key} {Text(s.Value)}").Order();
                actual.ShouldBe(expected, customMessage: $"{unit} at {now:O}");
            }
        }
    }

    private static string Text(UnitSummary s) =>
        $"{s} categories {string.Join(' ', s.ByCategory.Select(c => $"{c.Key}:{c.Value}"))}".Replace(s.ByCategory.ToString()!, "");
}
