using OpsHub.Domain.Cases;
using OpsHub.Grains.Tests.Cases;
using OpsHub.Grains.Tests.Fakes;

namespace OpsHub.Grains.Tests.Deadlines;

/// <summary>A case fires its own rungs: each once, in order, none early. An urgent report is to be accepted within two hours.</summary>
public sealed class CaseTickTests : IAsyncLifetime
{
    private CaseTown _town = null!;

    public async Task InitializeAsync()
    {
        _town = await CaseTown.Open();
        await _town.Reported("case-1");
    }

    public async Task DisposeAsync() => await _town.DisposeAsync();

    [Fact]
    public async Task Each_rung_fires_once_and_in_order_and_none_early()
    {
        (await After(minutes: 90, seconds: -1)).ShouldBe(0);
        (await After(seconds: 1)).ShouldBe(1);
        (await After(minutes: 30, seconds: -1)).ShouldBe(0);
        (await After(seconds: 1)).ShouldBe(2);
        (await After()).ShouldBe(0);
        (await After(minutes: 60)).ShouldBe(1);
        (await After(minutes: 60)).ShouldBe(2);
        (await After(minutes: 60 * 24 * 30)).ShouldBe(0);
        (await Fired()).ShouldBe(
        [
            "acceptance:DueSoon", "acceptance:Due acceptance:OverdueCommunity", "acceptance:OverdueTownship", "acceptance:OverdueCounty acceptance:Escalated",
        ]);
    }

    [Fact]
    public async Task After_a_week_of_downtime_all_rungs_fire_in_one_write()
    {
        await _town.Case("case-1").Drop();
        (await After(minutes: 7 * 24 * 60)).ShouldBe(6);
        (await Fired()).ShouldBe(["acceptance:DueSoon acceptance:Due acceptance:OverdueCommunity acceptance:OverdueTownship acceptance:OverdueCounty acceptance:Escalated"]);
        _town.Storage.VersionOf("case-1").ShouldBe(2);
    }

    [Fact]
    public async Task Many_who_ask_at_once_fire_each_rung_once()
    {
        _town.Time.Advance(TimeSpan.FromHours(5));
        var fired = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _town.Case("case-1").Tick(_town.Now)));
        fired.Sum().ShouldBe(6);
        (await Fired()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_lost_answer_fires_nothing_twice()
    {
        _town.Time.Advance(TimeSpan.FromHours(2));
        _town.Storage.Next("case-1", Fault.After);
        (await _town.Settle(_town.Case("case-1").Tick(_town.Now))).ShouldBe(3);
        (await Fired()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_shard_whose_clock_is_a_little_ahead_is_heard_and_one_far_ahead_is_not()
    {
        _town.Time.Advance(TimeSpan.FromMinutes(90) - TimeSpan.FromMilliseconds(300));
        (await _town.Case("case-1").Tick(_town.Now.AddHours(1))).ShouldBe(0);
        (await _town.Case("case-1").Tick(_town.Now.AddMilliseconds(300))).ShouldBe(1);
    }

    [Fact]
    public async Task What_was_done_in_time_fires_no_more()
    {
        await _town.Done("case-1", CaseTown.Committee, new AcceptCase());
        await _town.Pushed("case-1");
        _town.Time.Advance(TimeSpan.FromDays(2));
        await _town.Fires("case-1");
        (await Fired()).ShouldHaveSingleItem().ShouldNotContain("acceptance");
    }

    [Fact]
    public async Task What_fired_is_durable_at_once_and_published_when_it_is_asked_for()
    {
        await _town.Pushed("case-1");
        _town.Time.Advance(TimeSpan.FromMinutes(90));
        (await _town.Case("case-1").Tick(_town.Now)).ShouldBe(1);
        _town.Storage.VersionOf("case-1").ShouldBe(2);
        _town.Hub.Index.Published("case-1").ShouldNotBeNull().Version.ShouldBe(1);
        await _town.Case("case-1").Settle();
        _town.Hub.Index.Published("case-1").ShouldNotBeNull().Version.ShouldBe(2);
        await _town.Pushed("case-1");
        var tried = _town.Publisher.Tried.Count;
        await _town.Case("case-1").Settle();
        _town.Publisher.Tried.Count.ShouldBe(tried);
    }

    [Theory]
    [InlineData(0, new long[] { 2 })]
    [InlineData(-1, new long[] { 1, 2 })]
    public async Task A_late_case_that_slept_publishes_what_follows_the_version_that_the_index_is_known_to_hold(int off, long[] published)
    {
        await _town.Pushed("case-1");
        var held = _town.Hub.Index.Published("case-1").ShouldNotBeNull().Version;
        await _town.Case("case-1").Drop();
        _town.Time.Advance(TimeSpan.FromMinutes(90));
        (await _town.Case("case-1").Late(_town.Now, held + off)).ShouldBe(1);
        _town.Hub.Index.Published("case-1").ShouldNotBeNull().Events.Select(e => e.Sequence).ShouldBe(published);
        (await _town.Case("case-1").Late(_town.Now, held)).ShouldBe(0);
    }

    [Fact]
    public async Task A_step_that_comes_before_it_is_published_publishes_both()
    {
        await _town.Pushed("case-1");
        _town.Time.Advance(TimeSpan.FromMinutes(90));
        await _town.Case("case-1").Tick(_town.Now);
        await _town.Done("case-1", CaseTown.Committee, new AcceptCase());
        _town.Hub.Index.Published("case-1").ShouldNotBeNull().Events.ConvertAll(e => e.Event).ShouldBe([nameof(CaseRungsFired), nameof(CaseAccepted)]);
    }

    [Fact]
    public async Task Whoever_finds_the_mark_publishes_what_was_left()
    {
        await _town.Pushed("case-1");
        _town.Time.Advance(TimeSpan.FromMinutes(90));
        await _town.Case("case-1").Tick(_town.Now);
        await _town.Case("case-1").Republish();
        _town.Hub.Index.Published("case-1").ShouldNotBeNull().Version.ShouldBe(2);
    }

    private async Task<int> After(int minutes = 0, int seconds = 0)
    {
        await _town.Pushed("case-1");
        _town.Time.Advance(TimeSpan.FromSeconds((60 * minutes) + seconds));
        return await _town.Fires("case-1");
    }

    private async Task<List<string>> Fired() =>
        [.. (await _town.Trace("case-1")).Where(e => e.Event == nameof(CaseRungsFired)).Select(e => e.Reason!)];
}
