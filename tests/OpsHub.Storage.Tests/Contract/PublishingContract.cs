using OpsHub.Contracts.Index;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Storage.Tests.Contract;

public sealed class SqlitePublishing(SqliteHub hub) : PublishingContract(hub), IClassFixture<SqliteHub>;

public sealed class PostgreSqlPublishing(PostgreSqlHub hub) : PublishingContract(hub), IClassFixture<PostgreSqlHub>;

public abstract class PublishingContract(SharedHub shared) : StorageContract(shared)
{
    [SkippableFact]
    public async Task A_published_case_is_read_back_whole()
    {
        var row = Samples.Case() with
        {
            Lead = OrganCode.Parse("430203001-D12"),
            Assists = [OrganCode.Parse("430203:D07"), OrganCode.Parse("430203001")],
            ClosedAt = Samples.Now,
            Contribution = new CaseContribution(CaseStage.Closed, "Q02", 1, 2, 0, 3, true, false, true, 2, true, true),
        };
        await Hub.Publisher.Publish(Samples.Publication(row));

        var read = (await Hub.Index.CasesByKey([row.Key]))[row.Key];
        read.Assists.ShouldBe(row.Assists);
        (read with { Assists = row.Assists }).ShouldBe(row);
    }

    [SkippableFact]
    public async Task Only_a_higher_version_replaces_row_and_rungs()
    {
        var row = Samples.Case(version: 2);
        var rung = new RungRow(5, Samples.Now, row.Key, "T1", RungKind.Due, false);
        await Hub.Publisher.Publish(Samples.Publication(row) with { Rungs = [rung] });
        foreach (var version in new[] { 1, 2 })
        {
            var stale = row with { Version = version, Title = "stale", Lead = OrganCode.Parse("430203001-D12") };
            await Hub.Publisher.Publish(Samples.Publication(stale) with { Rungs = [rung with { Term = "stale" }] });
        }

        (await Hub.Index.CasesByKey([row.Key]))[row.Key].Title.ShouldBe(row.Title);
        (await RungsOf(row.Key)).ShouldBe([rung with { Published = 2 }], "a stale publication must not replace, nor add to, the rungs");
        (await Hub.Index.Contributions(OrganCode.Parse("430203001-D12"))).ShouldNotContainKey(row.Key);

        var newer = row with { Version = 3, Title = "newer" };
        await Hub.Publisher.Publish(Samples.Publication(newer) with { Rungs = [rung with { Term = "T2" }] });
        (await Hub.Index.CasesByKey([row.Key]))[row.Key].Title.ShouldBe("newer");
        (await RungsOf(row.Key)).ShouldBe([rung with { Term = "T2", Published = 3 }]);
    }

    [SkippableFact]
    public async Task A_step_that_moves_the_case_in_no_list_and_one_that_does_leave_the_same_row()
    {
        var row = Samples.Case();
        await Hub.Publisher.Publish(Samples.Publication(row));
        var stays = row with { Version = 2, Escalation = 1, Title = "升级" };
        await Hub.Publisher.Publish(Samples.Publication(stays));
        (await Read()).ShouldBe(stays);
        var moves = stays with { Version = 3, Holder = OrganCode.Parse("430203"), DueAt = Samples.Now.AddDays(3), ChangedAt = Samples.Now.AddHours(1), Escalation = 2 };
        await Hub.Publisher.Publish(Samples.Publication(moves));
        (await Read()).ShouldBe(moves);
        await Hub.Publisher.Publish(Samples.Publication(moves with { Version = 2, Title = "stale" }));
        (await Read()).ShouldBe(moves);
        (await Hub.Index.Differences().ToListAsync()).Where(d => d.StartsWith(row.Key, StringComparison.Ordinal) && d.Contains("cycles", StringComparison.Ordinal)).ShouldBeEmpty();

        async Task<CaseRow> Read() => (await Hub.Index.CasesByKey([row.Key]))[row.Key] with { Assists = row.Assists };
    }

    [SkippableFact]
    public async Task The_head_of_a_shard_is_the_oldest_emergencies_ahead_and_no_longer_than_asked()
    {
        const int Shard = 61;
        foreach (var (minutes, emergency) in new[] { (3, false), (1, false), (2, true), (4, true), (9, true) })
        {
            var row = Samples.Case();
            await Hub.Publisher.Publish(Samples.Publication(row) with { Rungs = [new RungRow(Shard, Samples.Now.AddMinutes(minutes), row.Key, "T", RungKind.Due, emergency)] });
        }

        (await Minutes(upTo: 5, limit: 10)).ShouldBe([2, 4, 1, 3]);
        (await Minutes(upTo: 5, limit: 3)).ShouldBe([2, 4, 1]);

        async Task<List<int>> Minutes(int upTo, int limit) => [.. (await Hub.Index.Rungs(Shard, Samples.Now.AddMinutes(upTo), limit)).Select(r => (int)(r.At - Samples.Now).TotalMinutes)];
    }

    [SkippableFact]
    public async Task Versions_racing_each_other_end_with_the_highest()
    {
        var row = Samples.Case();
        await Task.WhenAll(Enumerable.Range(1, 40).Reverse().Select(v => Hub.Publisher.Publish(
            Samples.Publication(row with { Version = v, Title = $"version {v}" }) with
            {
                Rungs = [new RungRow(6, Samples.Now.AddMinutes(v), row.Key, "T", RungKind.Due, false)],
            })));

        (await Hub.Index.CasesByKey([row.Key]))[row.Key].Title.ShouldBe("version 40");
        (await Hub.Index.Rungs(6, Samples.Now.AddDays(1), 100)).Where(r => r.Subject == row.Key).ShouldHaveSingleItem().At.ShouldBe(Samples.Now.AddMinutes(40));
    }

    [SkippableFact]
    public async Task An_event_is_added_once_even_by_a_late_publication()
    {
        var row = Samples.Case(version: 2);
        CaseEventRow Event(long sequence) => new(row.Key, sequence, row.Number, Samples.Now, "CaseReported", CaseStage.Reported, row.Category, row.Grid, row.Holder);
        await Hub.Publisher.Publish(Samples.Publication(row) with { Events = [Event(2)] });
        await Hub.Publisher.Publish(Samples.Publication(row with { Version = 1 }) with { Events = [Event(1), Event(2)] });

        foreach (var unit in new[] { row.Grid, row.Community, row.Township, row.County, row.City })
            (await Hub.Index.Events(unit, 0, 10)).Select(e => e.Event).ShouldBe([Event(2), Event(1)], unit.Value);
        var newest = await Hub.Index.Events(row.City, null, 1);
        newest.ShouldHaveSingleItem().Event.ShouldBe(Event(1));
        (await Hub.Index.Events(row.City, newest[0].Position, 10)).ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task An_event_of_a_moved_grid_is_found_under_the_units_in_force()
    {
        var row = Samples.Case();
        row = row with { Community = UnitCode.Parse($"{row.Township}999") };
        await Hub.Publisher.Publish(Samples.Publication(row) with
        {
            Events = [new CaseEventRow(row.Key, 1, row.Number, Samples.Now, "CaseReported", CaseStage.Reported, row.Category, row.Grid, row.Holder)],
        });

        foreach (var unit in new[] { row.Grid, row.Community, row.Township, row.County, row.City })
            (await Hub.Index.Events(unit, null, 10)).Select(e => e.Event.Case).ShouldBe([row.Key], unit.Value);
        (await Hub.Index.Events(row.Grid.At(UnitLevel.Community), null, 10)).ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task A_cleared_subject_publishes_a_tombstone()
    {
        var row = Samples.Case() with { Lead = OrganCode.Parse("430203002-D12") };
        await Hub.Publisher.Publish(Samples.Publication(row) with { Rungs = [new RungRow(7, Samples.Now, row.Key, "T", RungKind.Due, true)] });
        await Hub.Publisher.Publish(new Publication(row.Key, 2));
        await Hub.Publisher.Publish(Samples.Publication(row)); // late: must not bring it back

        (await Hub.Index.CasesByKey([row.Key])).ShouldBeEmpty();
        (await Hub.Index.Rungs(7, Samples.Now, 100)).ShouldBeEmpty();
        (await Hub.Index.Contributions(OrganCode.Parse("430203002-D12"))).ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task A_row_of_another_version_is_refused()
    {
        var row = Samples.Case(version: 3);
        await Should.ThrowAsync<ArgumentException>(() => Hub.Publisher.Publish(new Publication(row.Key, 2) { Case = row }));
    }

    [SkippableFact]
    public async Task Epochs_grow_and_numbers_are_taken_once()
    {
        var epochs = new List<long>();
        for (var i = 0; i < 100; i++)
            epochs.Add(await Hub.Publisher.NextEpoch());
        epochs.ShouldBe(epochs.Distinct().Order());

        var series = $"numbers-{Samples.City}-2026";
        var blocks = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Hub.Publisher.TakeNumbers(series, 20)));
        blocks.Order().ShouldBe(Enumerable.Range(0, 50).Select(i => (i * 20L) + 1));
    }

    [SkippableFact]
    public async Task The_databases_clock_is_about_right()
    {
        var clock = await Hub.Publisher.Clock();
        (clock - TimeProvider.System.GetUtcNow()).Duration().ShouldBeLessThan(TimeSpan.FromMinutes(1));
        clock.Offset.ShouldBe(TimeSpan.Zero);
    }

    [SkippableFact]
    public async Task What_leaves_something_out_is_not_written_where_a_server_may_have_lost_that()
    {
        var row = Samples.Case(version: 1);
        var isServer = Hub.Publisher.Connections > 0;
        (await Hub.Publisher.Publish(Samples.Publication(row) with { Connections = Hub.Publisher.Connections - 1 })).ShouldBe(!isServer);
        (await Hub.Index.CasesByKey([row.Key])).ContainsKey(row.Key).ShouldBe(!isServer);
        (await Hub.Publisher.Publish(Samples.Publication(row))).ShouldBeTrue();
        (await Hub.Index.CasesByKey([row.Key])).ShouldContainKey(row.Key);
    }

    private async Task<IEnumerable<RungRow>> RungsOf(string key) => (await Hub.Index.Rungs(5, Samples.Now.AddDays(1), 1000)).Where(r => r.Subject == key);
}
