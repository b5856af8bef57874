using OpsHub.Contracts.Index;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;
using OpsHub.Storage.Hierarchy;

namespace OpsHub.Storage.Tests.Contract;

public sealed class SqliteLists(SqliteHub hub) : ListsContract(hub), IClassFixture<SqliteHub>;

public sealed class PostgreSqlLists(PostgreSqlHub hub) : ListsContract(hub), IClassFixture<PostgreSqlHub>;

public abstract class ListsContract(SharedHub shared) : StorageContract(shared)
{
    [SkippableTheory]
    [InlineData(CaseOrder.DueAt)]
    [InlineData(CaseOrder.ReportedAtDescending)]
    [InlineData(CaseOrder.ChangedAtDescending)]
    public async Task Pages_in_both_directions_show_every_case_once_in_order(CaseOrder order)
    {
        var rows = await PublishMany();
        var expected = order switch
        {
            CaseOrder.DueAt => rows.OrderBy(r => r.DueAt ?? DateTimeOffset.MaxValue).ThenBy(r => r.Key, StringComparer.Ordinal),
            CaseOrder.ReportedAtDescending => rows.OrderByDescending(r => r.ReportedAt).ThenByDescending(r => r.Key, StringComparer.Ordinal),
            _ => rows.OrderByDescending(r => r.ChangedAt).ThenByDescending(r => r.Key, StringComparer.Ordinal),
        };
        var keys = expected.Select(r => r.Key).ToList();
        var filter = new CaseFilter { Unit = Samples.City };

        (await Walk(cursor => Hub.Index.Cases(filter, order, new PageRequest(7, cursor, null, null)), forward: true)).ShouldBe(keys);
        var backward = await Walk(cursor => Hub.Index.Cases(filter, order, new PageRequest(null, null, 7, cursor)), forward: false);
        backward.ShouldBe(keys);
    }

    [SkippableFact]
    public async Task Each_filter_keeps_what_it_names()
    {
        var rows = await PublishMany();
        await Same(new CaseFilter { Unit = rows[0].County }, r => r.County == rows[0].County);
        await Same(new CaseFilter { Unit = rows[0].Township }, r => r.Township == rows[0].Township);
        await Same(new CaseFilter { Unit = rows[0].Grid }, r => r.Grid == rows[0].Grid);
        await Same(new CaseFilter { Unit = Samples.City, OpenOnly = true }, r => r.Stage.IsOpen());
        await Same(new CaseFilter { Unit = Samples.City, Stages = [CaseStage.Handling, CaseStage.Closed] }, r => r.Stage is CaseStage.Handling or CaseStage.Closed);
        await Same(new CaseFilter { Unit = Samples.City, DueBefore = Samples.Now }, r => r.DueAt < Samples.Now);
        await Same(new CaseFilter { Unit = Samples.City, DueFrom = Samples.Now }, r => r.DueAt >= Samples.Now);
        await Same(new CaseFilter { Unit = Samples.City, Priority = CasePriority.Urgent }, r => r.Priority == 1);
        await Same(new CaseFilter { Unit = Samples.City, Priority = CasePriority.Emergency }, r => r.Priority == 2);
        await Same(new CaseFilter { Unit = Samples.City, Emergency = true }, r => r.Contribution.Emergency);
        await Same(new CaseFilter { Unit = Samples.City, Emergency = false }, r => !r.Contribution.Emergency);
        await Same(new CaseFilter { Unit = Samples.City, Urged = true }, r => r.Contribution.UrgedLevel > 0);
        await Same(new CaseFilter { Unit = Samples.City, Urged = false }, r => r.Contribution.UrgedLevel == 0);
        await Same(new CaseFilter { Unit = Samples.City, ReportedFrom = rows[5].ReportedAt }, r => r.ReportedAt >= rows[5].ReportedAt);
        await Same(new CaseFilter { Unit = Samples.City, ReportedBefore = rows[5].ReportedAt }, r => r.ReportedAt < rows[5].ReportedAt);
        await Same(new CaseFilter { Unit = Samples.City, ChangedFrom = rows[5].ChangedAt }, r => r.ChangedAt >= rows[5].ChangedAt);
        await Same(new CaseFilter { Unit = Samples.City, Category = "Q02" }, r => r.Contribution.Category == "Q02");
        await Same(new CaseFilter { Unit = Samples.City, Category = "Q01-01" }, r => r.Category == "Q01-01");
        await Same(new CaseFilter { Unit = Samples.City, Categories = ["Q02", "Q01-01"] }, r => r.Contribution.Category == "Q02" || r.Category == "Q01-01");
        await Same(new CaseFilter { Unit = Samples.City, Categories = [] }, _ => false);
        await Same(new CaseFilter { Unit = Samples.City, WaitsFor = Agency }, r => r.Stage.IsOpen() && (r.Holder == Agency || r.Waits.Contains(Agency)));
        await Same(new CaseFilter { Unit = Samples.City, Party = Agency }, r => r.Lead == Agency || r.Assists.Contains(Agency));
        await Same(new CaseFilter { Unit = Samples.City, Holder = Agency }, r => r.Holder == Agency);
        await Same(new CaseFilter { Unit = Samples.City, Text = "路灯 坏" }, r => r.Title.Contains("路灯"));
        await Same(new CaseFilter { Unit = Samples.City, Text = rows[3].Number }, r => r.Number.Contains(rows[3].Number));
        await Same(new CaseFilter { Unit = Samples.City, Text = "%" }, _ => false);

        async Task Same(CaseFilter filter, Func<CaseRow, bool> keep)
        {
            var expected = rows.Where(keep).Select(r => r.Key).Order().ToList();
            var page = await Hub.Index.Cases(filter, CaseOrder.DueAt, new PageRequest(100, null, null, null));
            page.Items.Select(i => i.Row.Key).Order().ToList().ShouldBe(expected, filter.ToString());
            (await Hub.Index.CountCases(filter)).ShouldBe(expected.Count, filter.ToString());
        }
    }

    [SkippableTheory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_list_has_the_grids_that_a_unit_took_over_and_not_those_it_lost(int level)
    {
        var rows = await PublishMany();
        var unit = new[] { Samples.City, rows[0].County, rows[0].Township, rows[0].Community, rows[0].Grid }[level];
        bool In(CaseRow row) => new[] { row.City, row.County, row.Township, row.Community, row.Grid }[level] == unit;
        var lost = rows.First(In).Grid;
        UnitCode[] gained = [.. rows.Where(r => !In(r) && r.Grid != lost).Select(r => r.Grid).Take(1)];
        var filter = new CaseFilter { Unit = unit, Gained = gained, Lost = [lost] };
        var expected = rows.Where(r => gained.Contains(r.Grid) || (In(r) && r.Grid != lost)).Select(r => r.Key).Order(StringComparer.Ordinal).ToList();
        foreach (var order in Enum.GetValues<CaseOrder>())
            (await Walk(cursor => Hub.Index.Cases(filter, order, new PageRequest(7, cursor, null, null)), forward: true)).Order(StringComparer.Ordinal).ShouldBe(expected);
        (await Hub.Index.CountCases(filter)).ShouldBe(expected.Count);
    }

    [SkippableFact]
    public async Task A_cursor_of_another_list_or_none_at_all_is_refused()
    {
        await PublishMany();
        var filter = new CaseFilter { Unit = Samples.City };
        var page = await Hub.Index.Cases(filter, CaseOrder.DueAt, new PageRequest(2, null, null, null));
        var cursor = page.Items[1].Cursor;
        foreach (var bad in new[] { "", "x", "AAAA", "====", new string('A', 5000), "RHVlQXR8eHx5fHo" })
            await Should.ThrowAsync<BadCursorException>(() => Hub.Index.Cases(filter, CaseOrder.DueAt, new PageRequest(2, bad, null, null)));
        await Should.ThrowAsync<BadCursorException>(() => Hub.Index.Cases(filter, CaseOrder.ChangedAtDescending, new PageRequest(2, cursor, null, null)));
        await Should.ThrowAsync<ArgumentException>(() => Hub.Index.Cases(filter, CaseOrder.DueAt, new PageRequest(101, null, null, null)));
        await Should.ThrowAsync<ArgumentException>(() => Hub.Index.Cases(filter, CaseOrder.DueAt, new PageRequest(1, null, 1, null)));
        (await Hub.Index.Cases(filter, CaseOrder.DueAt, new PageRequest(2, cursor, null, null))).AsOf.ShouldBe(page.AsOf, "the cursor carries when the list was first read");
    }

    [SkippableFact]
    public async Task The_nearest_due_open_cases_come_first()
    {
        var rows = await PublishMany();
        var expected = rows.Where(r => r.Stage.IsOpen() && r.DueAt >= Samples.Now).OrderBy(r => r.DueAt).ThenBy(r => r.Key, StringComparer.Ordinal).Take(5).Select(r => r.Key);
        (await Hub.Index.NearestDue(Samples.City, Samples.Now, 5)).Select(r => r.Key).ShouldBe(expected);
        (await Hub.Index.CaseByNumber(rows[2].Number))!.Key.ShouldBe(rows[2].Key);
        (await Hub.Index.CaseByNumber("no such number")).ShouldBeNull();
    }

    [SkippableFact]
    public async Task Holders_are_counted_with_the_most_overdue_first()
    {
        var rows = await PublishMany();
        foreach (var unit in new[] { Samples.City, rows[0].County, rows[0].Township, rows[0].Community, rows[0].Grid })
        {
            var expected = rows.Where(r => r.Stage.IsOpen() && new[] { r.City, r.County, r.Township, r.Community, r.Grid }.Contains(unit)).GroupBy(r => r.Holder)
                .Select(g => (g.Key, Held: g.Count(), Overdue: g.Count(r => r.DueAt <= Samples.Now), Hours: (int)g.Average(r => (Samples.Now - r.HolderSince).TotalHours)))
                .OrderByDescending(h => h.Overdue).ThenByDescending(h => h.Held).ThenBy(h => h.Key.Value, StringComparer.Ordinal).ToList();
            var found = await Hub.Index.Holders(unit, Samples.Now, 100);
            found.Select(h => (h.Holder, h.Held, h.Overdue, (int)h.MeanHeld.TotalHours)).ShouldBe(expected, unit.Value);
            (await Hub.Index.Holders(unit, Samples.Now, 1)).Count.ShouldBe(Math.Min(1, expected.Count));
        }
    }

    [SkippableFact]
    public async Task Units_and_agencies_are_read_back_and_paged_by_code()
    {
        var units = Enumerable.Range(1, 9).Select(n => new UnitRow(
            UnitCode.Parse($"{Samples.City}{n:D2}"), 1, "district", $"区{n}", Samples.City, new DateOnly(2018, 1, 1), n == 9 ? new DateOnly(2020, 5, 1) : null, n == 9 ? UnitCode.Parse($"{Samples.City}01") : null, n == 8)).ToList();
        foreach (var unit in units)
            await Hub.Publisher.Publish(new Publication($"county-{unit.Code}", 1) { Unit = unit });
        var agency = new AgencyRow(OrganCode.Parse($"{Samples.City}01001-D12"), 4, "所", OrganCode.Parse($"{Samples.City}01:D12"), UnitCode.Parse($"{Samples.City}01001"), [UnitCode.Parse($"{Samples.City}01001"), UnitCode.Parse($"{Samples.City}01002")], true) { Powers = ["Q01-01", "Q04"] };
        await Hub.Publisher.Publish(new Publication($"agency-{agency.Code}", 4) { Agency = agency });

        (await Hub.Index.UnitsByCode([units[8].Code, units[0].Code])).Values.OrderBy(u => u.Code).ShouldBe([units[0], units[8]]);
        var all = new List<UnitRow>();
        await foreach (var unit in Hub.Index.Units())
            all.Add(unit);
        all.Where(u => u.Parent == Samples.City).ShouldBe(units);
        var first = await Hub.Index.Children(Samples.City, new PageRequest(5, null, null, null));
        var rest = await Hub.Index.Children(Samples.City, new PageRequest(5, first.Items[^1].Cursor, null, null));
        first.Items.Concat(rest.Items).Select(i => i.Row).ShouldBe(units.Take(8), "the merged unit is no child any more");
        (first.HasNext, rest.HasNext).ShouldBe((true, false));

        await foreach (var read in Hub.Index.Agencies())
        {
            if (read.Code != agency.Code)
                continue;
            read.Served.ShouldBe(agency.Served);
            read.Powers.ShouldBe(agency.Powers);
            (read with { Served = agency.Served, Powers = agency.Powers }).ShouldBe(agency);
        }
    }

    [SkippableFact]
    public async Task The_same_hour_again_replaces_the_reading()
    {
        var hour = Samples.Now.AddMinutes(-30);
        await Hub.Index.SaveHistory(hour, [(Samples.City, new HistoryPoint(1, 1, 1, 1, 1))]);
        await Hub.Index.SaveHistory(hour, [(Samples.City, new HistoryPoint(5, 4, 3, 2, 1))]);
        await Hub.Index.SaveHistory(hour.AddHours(1), [(Samples.City, new HistoryPoint(6, 0, 0, 0, 0))]);
        (await Hub.Index.History(Samples.City, hour)).ShouldBe([(hour, new HistoryPoint(5, 4, 3, 2, 1)), (hour.AddHours(1), new HistoryPoint(6, 0, 0, 0, 0))]);
        (await Hub.Index.History(Samples.City, hour.AddMinutes(1))).ShouldHaveSingleItem();
    }

    [SkippableFact]
    public async Task A_reading_taken_at_a_start_leaves_the_hours_own()
    {
        var hour = Samples.Now.AddMinutes(-30);
        await Hub.Index.SaveHistory(hour, [(Samples.City, new HistoryPoint(1, 1, 1, 1, 1))]);
        await Hub.Index.SaveHistory(hour, [(Samples.City, new HistoryPoint(5, 4, 3, 2, 1)), (Samples.Grid(), new HistoryPoint(2, 0, 0, 0, 0))], keep: true);
        (await Hub.Index.History(Samples.City, hour)).ShouldBe([(hour, new HistoryPoint(1, 1, 1, 1, 1))]);
        (await Hub.Index.History(Samples.Grid(), hour)).ShouldHaveSingleItem();
    }

    [SkippableFact]
    public async Task The_hierarchys_stamp_changes_with_every_change_and_only_then()
    {
        var stamp = new DirectoryStamp(Hub.Database);
        var unit = new UnitRow(UnitCode.Parse($"{Samples.City}01"), 1, "district", "甲区", Samples.City, new DateOnly(2020, 1, 1), null, null, false);
        var before = await stamp.Read(None);
        await Hub.Publisher.Publish(new Publication($"county-{unit.Code}", 1) { Unit = unit });
        var first = await stamp.Read(None);
        first.ShouldNotBe(before);
        (await stamp.Read(None)).ShouldBe(first);
        await Hub.Publisher.Publish(new Publication($"county-{unit.Code}", 2) { Unit = unit with { Version = 2, Name = "乙区" } });
        (await stamp.Read(None)).ShouldNotBe(first);
    }

    [SkippableFact]
    public async Task What_the_hierarchy_knows_is_newer_with_every_change_and_the_same_wherever_the_same_is_known()
    {
        var grid = new UnitRow(UnitCode.Parse($"{Samples.City}01001001001"), 1, "grid", "网格", UnitCode.Parse($"{Samples.City}01001001"), new DateOnly(2020, 1, 1), null, null, false);
        await Hub.Publisher.Publish(new Publication($"grid-{grid.Code}", 1) { Unit = grid });
        var (one, other) = (await Known(), await Known());
        one.Version.ShouldBe(other.Version);
        one.EndedGrids.ShouldNotContain(u => u.Code == grid.Code);

        var ended = grid with { Version = 2, EndedOn = new DateOnly(2020, 5, 1), MergedInto = UnitCode.Parse($"{Samples.City}01001001002") };
        await Hub.Publisher.Publish(new Publication($"grid-{grid.Code}", 2) { Unit = ended });
        await one.Refresh();
        one.Version.ShouldBeGreaterThan(other.Version);
        one.EndedGrids.ShouldContain(ended);
    }

    private async Task<IHubDirectory> Known()
    {
        var directory = new HubDirectory(Hub.Index, null!, new(TimeProvider.System));
        await directory.Refresh();
        return directory;
    }

    private OrganCode Agency => OrganCode.Parse($"{Samples.City}01001-D12");

    private async Task<List<CaseRow>> PublishMany()
    {
        var random = new Random(7);
        var rows = new List<CaseRow>();
        for (var i = 0; i < 40; i++)
        {
            var stage = (CaseStage)random.Next(14);
            var row = Samples.Case(i) with
            {
                Stage = stage,
                DueAt = random.Next(4) == 0 ? null : Samples.Now.AddMinutes(random.Next(-5, 5)),
                ReportedAt = Samples.Now.AddMinutes(-random.Next(5)),
                ChangedAt = Samples.Now.AddMinutes(-random.Next(5)),
                Category = i % 2 == 0 ? "Q01-01" : "Q02-03",
                Priority = i % 3,
                Title = i % 3 == 0 ? "3号楼路灯 坏了" : "井盖破损",
                Lead = i % 5 == 0 ? Agency : null,
                Waits = i % 5 == 0 ? [Agency] : [],
                Assists = i % 7 == 0 ? [Agency, OrganCode.Of(Samples.City)] : [],
                Contribution = Samples.Contribution(stage) with { Category = i % 2 == 0 ? "Q01" : "Q02", Emergency = i % 3 == 2, UrgedLevel = i % 9 == 0 ? 2 : 0, ClosedHour = stage >= CaseStage.Closed ? SummaryFold.HourOf(Samples.Now) : 0 },
            };
            row = i % 6 == 0 ? row with { Holder = Agency } : row;
            rows.Add(row);
            await Hub.Publisher.Publish(Samples.Publication(row));
        }

        return rows;
    }

    private static async Task<List<string>> Walk(Func<string?, Task<Page<CaseRow>>> read, bool forward)
    {
        var keys = new List<string>();
        string? cursor = null;
        for (var more = true; more;)
        {
            var page = await read(cursor);
            var part = page.Items.Select(i => i.Row.Key).ToList();
            keys.InsertRange(forward ? keys.Count : 0, part);
            cursor = page.Items.Count == 0 ? null : page.Items[forward ? ^1 : 0].Cursor;
            more = forward ? page.HasNext : page.HasPrevious;
        }

        return keys;
    }
}
