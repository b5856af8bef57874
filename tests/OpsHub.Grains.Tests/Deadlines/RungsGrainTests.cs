using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Grains.Tests.Cases;

namespace OpsHub.Grains.Tests.Deadlines;

/// <summary>A shard finds what has come and makes it fire. An urgent report is to be accepted within two hours: rungs at 90, 120, 180 and 240 minutes.</summary>
public sealed class RungsGrainTests : IAsyncLifetime
{
    private const int Shard = 7;

    private CaseTown _town = null!;

    public async Task InitializeAsync() => _town = await CaseTown.Open();

    public async Task DisposeAsync() => await _town.DisposeAsync();

    [Fact]
    public async Task It_scans_when_it_is_activated()
    {
        await _town.Reported(Key(1));
        var watcher = await CaseWatcher.Of(_town, Key(1));
        _town.Time.Advance(TimeSpan.FromMinutes(90));
        await watcher.Renew();
        await _town.Hub.Client.RungsShard(Shard).Expect(_town.Now.AddDays(1)); // activates it, no more
        _town.Time.Advance(TimeSpan.FromSeconds(3)); // the others are given time to wake as well
        await Runs(watcher, 2);
        (await FiredAt(Key(1))).ShouldBe([_town.Now]);
    }

    [Fact]
    public async Task It_aims_at_the_head_and_fires_in_its_second()
    {
        await _town.Reported(Key(1));
        var due = _town.Now.AddMinutes(90);
        _town.Time.Advance(TimeSpan.FromMinutes(90) - TimeSpan.FromSeconds(3)); // within one period of scanning
        await Shards().Wake();
        var watcher = await CaseWatcher.Of(_town, Key(1));
        _town.Time.Advance(TimeSpan.FromSeconds(2.9));
        await Shards().Expect(_town.Now.AddDays(1)); // it has had its turn
        (await FiredAt(Key(1))).ShouldBeEmpty();
        await FiresInItsSecond(watcher, due);
    }

    [Fact]
    public async Task A_nearer_rung_that_is_announced_moves_its_aim()
    {
        await Shards().Wake();
        await _town.Reported(Key(1), CasePriority.Emergency); // due soon at 30 minutes
        _town.Time.Advance(TimeSpan.FromMinutes(30) - TimeSpan.FromSeconds(1));
        await Shards().Wake();
        await Shards().Expect(_town.Now.AddSeconds(1));
        var watcher = await CaseWatcher.Of(_town, Key(1));
        await FiresInItsSecond(watcher, _town.Now.AddSeconds(1));
    }

    [Fact]
    public async Task Rungs_passed_during_a_week_of_downtime_fire_at_the_next_scan_each_once()
    {
        foreach (var n in Enumerable.Range(0, 40))
            await _town.Reported(Key(n));
        _town.Time.Advance(TimeSpan.FromDays(7));
        await Task.WhenAll(Shards().Wake(), Shards().Wake());
        foreach (var n in Enumerable.Range(0, 40))
            (await FiredAt(Key(n))).ShouldBe([_town.Now]);
    }

    [Fact]
    public async Task Emergencies_go_ahead_although_they_fell_due_later()
    {
        foreach (var n in Enumerable.Range(0, 60))
            await _town.Reported(Key(n));
        _town.Time.Advance(TimeSpan.FromHours(1));
        await _town.Reported(Key(60), CasePriority.Emergency);
        var before = _town.Publisher.Tried.Count;
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _town.Publisher.Gate = gate.Task;
        _town.Time.Advance(TimeSpan.FromHours(1));
        var scan = Shards().Wake();
        // Sixteen are on their way at a time and none gets through, so these are the ones that were begun first.
        await CaseTown.Eventually(() => Task.FromResult(_town.Publisher.Tried.Count == before + 16));
        _town.Publisher.Tried.Skip(before).ShouldContain(Key(60));
        gate.SetResult();
        await scan;
    }

    [Fact]
    public async Task An_index_behind_the_state_is_published_again_and_not_asked_forever()
    {
        await _town.Reported(Key(1));
        _town.Publisher.Loses = s => s == Key(1); // before time moves, because the shard's own timer may be the first to fire
        _town.Time.Advance(TimeSpan.FromHours(5));
        await Shards().Wake(); // fires, but the index never hears
        (await FiredAt(Key(1))).Count.ShouldBe(1);
        await Shards().Wake(); // nothing is left to fire
        var tried = _town.Publisher.Tried.Count(s => s == Key(1));
        for (var n = 0; n < 5; n++)
            await Shards().Wake();
        _town.Publisher.Tried.Count(s => s == Key(1)).ShouldBe(tried);

        _town.Publisher.Loses = _ => false;
        _town.Time.Advance(TimeSpan.FromMinutes(2));
        await Shards().Wake();
        _town.Hub.Index.Published(Key(1)).ShouldNotBeNull().Rungs.ShouldBeEmpty();
        (await FiredAt(Key(1))).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_scan_that_publishes_a_subject_again_does_not_wait_for_itself()
    {
        // Rungs a minute apart: handling falls due after 24 h, a second acceptance just after (dues are full minutes).
        await _town.Dispatched(Key(1));
        await _town.Done(Key(1), CaseTown.Agency, new ReturnCase(ReturnReason.NotMine, "非本单位职责"));
        _town.Time.Advance(TimeSpan.FromHours(22) + TimeSpan.FromSeconds(30));
        await _town.Done(Key(1), CaseTown.Centre, new RedispatchCase([CaseTown.Leads(CaseTown.FoodSafety)]));
        // What the first scan fires is lost on its way to the index, whether the shard's own timer or the call below comes first.
        var lost = 0;
        _town.Publisher.Loses = s => s == Key(1) && Interlocked.Increment(ref lost) == 1;
        _town.Time.Advance(TimeSpan.FromHours(2) - TimeSpan.FromSeconds(30));
        await Shards().Wake();
        // The next head lies a minute ahead, so publishing again announces it to the very shard that waits for it.
        await Shards().Wake().WaitAsync(TimeSpan.FromSeconds(60));
        lost.ShouldBeGreaterThan(1);
        _town.Hub.Index.Published(Key(1)).ShouldNotBeNull().Rungs[0].At.ShouldBe(_town.Now.AddMinutes(1));
    }

    [Fact]
    public async Task A_subject_that_fails_stops_no_other()
    {
        await _town.Reported(Key(1));
        await _town.Reported(Key(2));
        _town.Storage.Next(Key(1), Fakes.Fault.Overloaded); // before time moves, because the shard's own timer may be the first to fire
        _town.Time.Advance(TimeSpan.FromHours(5));
        await Shards().Wake();
        (await FiredAt(Key(2))).Count.ShouldBe(1);
        (await FiredAt(Key(1))).ShouldBeEmpty();
        _town.Time.Advance(TimeSpan.FromSeconds(6));
        await Shards().Wake();
        (await FiredAt(Key(1))).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_case_that_falls_due_within_the_minute_is_read_before_and_fires_no_earlier()
    {
        await _town.Reported(Key(1));
        await _town.Case(Key(1)).Drop();
        _town.Time.Advance(TimeSpan.FromMinutes(90) - TimeSpan.FromSeconds(30));
        var reads = _town.Storage.ReadsOf(Key(1));
        await Shards().Wake();
        await CaseTown.Eventually(() => Task.FromResult(_town.Storage.ReadsOf(Key(1)) == reads + 1));
        _town.Storage.VersionOf(Key(1)).ShouldBe(1);
    }

    [Fact]
    public async Task Of_a_case_the_nearest_rung_stands_in_the_index_and_the_next_follows_it()
    {
        await _town.Reported(Key(1));
        var reported = _town.Now;
        Head().ShouldBe((RungKind.DueSoon, reported.AddMinutes(90)));
        _town.Time.Advance(TimeSpan.FromMinutes(90));
        await Shards().Wake();
        Head().ShouldBe((RungKind.Due, reported.AddMinutes(120)));

        (RungKind Kind, DateTimeOffset At) Head()
        {
            var row = _town.Hub.Index.Published(Key(1)).ShouldNotBeNull().Rungs.ShouldHaveSingleItem();
            return (row.Kind, row.At);
        }
    }

    [Fact]
    public async Task What_falls_due_together_is_all_durable_before_any_of_it_is_published()
    {
        var keys = Enumerable.Range(0, 150).Select(Key).ToList();
        foreach (var key in keys)
            await _town.Reported(key);
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _town.Publisher.Gate = gate.Task;
        _town.Time.Advance(TimeSpan.FromMinutes(90));
        var scan = Shards().Wake();
        await CaseTown.Eventually(() => Task.FromResult(keys.TrueForAll(k => _town.Storage.VersionOf(k) == 2)));
        gate.SetResult();
        await scan;
        keys.ShouldAllBe(k => _town.Hub.Index.Published(k)!.Version == 2);
    }

    [Fact]
    public async Task Two_thousand_terms_due_in_the_same_second_all_fire_once()
    {
        var keys = Enumerable.Range(0, 2000).Select(Key).ToList();
        await Parallel.ForEachAsync(keys, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (key, _) => await _town.Reported(key));
        _town.Time.Advance(TimeSpan.FromMinutes(90));
        await Shards().Wake(); // more than one batch
        foreach (var key in keys)
            _town.Storage.VersionOf(key).ShouldBe(2, key);
        (await Task.WhenAll(keys.Select(FiredAt))).ShouldAllBe(at => at.Count == 1 && at[0] == _town.Now);
    }

    private Contracts.Deadlines.IRungsGrain Shards() => _town.Hub.Client.RungsShard(Shard);

    // The n-th key of this shard.
    private static readonly List<string> Keys = [.. Enumerable.Range(0, int.MaxValue).Select(n => $"case-{n:D6}").Where(k => GrainKeys.ShardOf(k) == Shard).Take(2000)];

    private static string Key(int n) => Keys[n];

    private static async Task Runs(CaseWatcher watcher, long length)
    {
        if (await watcher.Renew() < length)
            await watcher.Until(length);
    }

    /// <summary>Time goes on to the due instant, then in small steps: a scan that was under way when it came aims anew, and what it aims at must come, too.</summary>
    private async Task FiresInItsSecond(CaseWatcher watcher, DateTimeOffset due)
    {
        var fired = watcher.Until(2);
        _town.Time.Advance(due - _town.Now);
        for (var step = 1; step < 1000 && !fired.IsCompleted; step++)
        {
            await Shards().Expect(due.AddDays(1)); // its turn
            _town.Time.Advance(TimeSpan.FromMilliseconds(1));
        }

        await fired;
        (await FiredAt(Key(1))).ShouldHaveSingleItem().ShouldBeInRange(due, due.AddSeconds(1).AddTicks(-1));
    }

    private async Task<List<DateTimeOffset>> FiredAt(string key) =>
        [.. (await _town.Trace(key)).Where(e => e.Event == nameof(CaseRungsFired)).Select(e => e.At)];
}
