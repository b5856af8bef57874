using Microsoft.Extensions.Time.Testing;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;
using OpsHub.Grains.Tests.Fakes;
using Orleans.Runtime;

namespace OpsHub.Grains.Tests.Hierarchy;

/// <summary>What happens by the clock alone; grains live by a fake one.</summary>
public sealed class TimedSummaryTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());
    private HubCluster _hub = null!;
    private SmallCity _city = null!;

    public async Task InitializeAsync()
    {
        _hub = await HubCluster.Start(_time);
        _city = await SmallCity.Establish(_hub);
    }

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact]
    public async Task A_unit_recounts_within_a_minute()
    {
        var wall = await Watcher.Of(_hub, SmallCity.City);
        await _city.WriteRow("case-1", 1, CaseStage.Handling); // no push at all
        for (var n = 0; n < 10; n++)
        {
            _time.Advance(TimeSpan.FromSeconds(6));
            await wall.Renew();
        }

        await wall.UntilOpen(1);
    }

    [Fact]
    public async Task A_second_push_waits_for_the_end_of_the_window()
    {
        await _hub.Client.Unit(SmallCity.City).Summary();
        var community = await Watcher.Of(_hub, SmallCity.Community);
        await _city.Publish("case-1", 1, CaseStage.Handling);
        await _city.Publish("case-2", 1, CaseStage.Handling);
        await _city.Publish("case-3", 1, CaseStage.Handling);
        (await _hub.Client.Unit(SmallCity.Community).Summary()).Facts.ByStage.Sum().ShouldBeLessThan(3);
        await Let(community, community.UntilOpen(3));
    }

    [Fact]
    public async Task A_watcher_that_does_not_renew_lapses_after_ten_seconds()
    {
        var gone = await Watcher.Of(_hub, SmallCity.Grid);
        _time.Advance(TimeSpan.FromSeconds(11));
        var stays = await Watcher.Of(_hub, SmallCity.Grid);
        await _city.Publish("case-1", 1, CaseStage.Handling);
        await stays.UntilOpen(1);
        gone.Heard.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_move_that_lies_ahead_takes_effect_on_its_day()
    {
        await _city.Publish("case-1", 1, CaseStage.Handling);
        var to = await Watcher.Of(_hub, SmallCity.OtherTownship);
        var day = LocalDay.Of(_time.GetUtcNow()).AddDays(2);
        (await _city.Do(SmallCity.Community, new MoveUnit(SmallCity.OtherTownship, day))).Refusal.ShouldBeNull();
        (await _hub.Reminders(GrainKeys.Unit(SmallCity.Community))).ShouldBe(1);
        Row().Parent.ShouldBe(SmallCity.Township);

        _time.Advance(TimeSpan.FromDays(2));
        await to.Renew();
        await _hub.Client.Unit(SmallCity.Community).AsReference<IRemindable>().ReceiveReminder("effect", default);
        Row().Parent.ShouldBe(SmallCity.OtherTownship);
        await Let(to, to.UntilOpen(1));
        (await _hub.Reminders(GrainKeys.Unit(SmallCity.Community))).ShouldBe(0);

        UnitRow Row() => _hub.Index.Published(GrainKeys.Unit(SmallCity.Community))!.Unit!;
    }

    [Fact]
    public async Task A_watcher_that_renews_stays()
    {
        var watcher = await Watcher.Of(_hub, SmallCity.Grid);
        for (var n = 0; n < 8; n++)
        {
            _time.Advance(TimeSpan.FromSeconds(2));
            await watcher.Renew();
        }

        await _city.Publish("case-1", 1, CaseStage.Handling);
        await watcher.UntilOpen(1);
    }

    /// <summary>Lets windows pass, a few milliseconds at a time, until the watcher has heard; each step waits for the unit's answer.</summary>
    private async Task Let(Watcher watcher, Task heard)
    {
        while (!heard.IsCompleted)
        {
            _time.Advance(TimeSpan.FromMilliseconds(25));
            await watcher.Renew();
        }

        await heard;
    }
}
