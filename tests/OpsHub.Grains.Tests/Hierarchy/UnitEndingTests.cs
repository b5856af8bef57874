using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Hierarchy;
using OpsHub.Grains.Tests.Fakes;

namespace OpsHub.Grains.Tests.Hierarchy;

/// <summary>A unit that is to end: its children are judged by where they stand on that day.</summary>
public sealed class UnitEndingTests : IAsyncLifetime
{
    private static readonly DateOnly End = new(2999, 1, 1);
    private HubCluster _hub = null!;
    private SmallCity _city = null!;

    public async Task InitializeAsync()
    {
        _hub = await HubCluster.Start();
        _city = await SmallCity.Establish(_hub);
    }

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact]
    public async Task A_merger_ahead_is_decided_once_its_children_are_to_go_over_on_that_day()
    {
        var merge = new MergeUnit(SmallCity.OtherTownship, End);
        (await _city.Do(SmallCity.Community, new MoveUnit(SmallCity.OtherTownship, End.AddDays(1)))).Refusal.ShouldBeNull();
        (await _city.Do(SmallCity.Township, merge)).Refusal!.Code.ShouldBe("HAS_CHILDREN");
        (await _city.Do(SmallCity.Community, new MoveUnit(SmallCity.OtherTownship, End))).Refusal.ShouldBeNull();
        (await _city.Do(SmallCity.Township, merge)).Refusal.ShouldBeNull();
        (await _hub.Client.Unit(SmallCity.Township).Get())!.Ending!.MergedInto.ShouldBe(SmallCity.OtherTownship);

        (await _city.Do(SmallCity.Township, merge)).Refusal.ShouldBeNull("the same again changes nothing");
        (await _city.Do(SmallCity.Township, new RenameUnit("新名街道", new(2026, 1, 1)))).Refusal.ShouldBeNull("until then it goes on");
    }

    [Fact]
    public async Task A_unit_whose_end_is_decided_takes_no_new_children()
    {
        var newcomer = new UnitCode("430203002001");
        (await _city.Do(SmallCity.OtherTownship, new DissolveUnit(End))).Refusal.ShouldBeNull();
        (await _city.Do(newcomer, SmallCity.Of(newcomer, "丁社区", "community"))).Refusal!.Code.ShouldBe("PARENT_ENDS");
        (await _city.Do(SmallCity.Community, new MoveUnit(SmallCity.OtherTownship, new(2026, 1, 1)))).Refusal!.Code.ShouldBe("PARENT_ENDS");
    }

    [Fact]
    public async Task A_crossing_is_approved_by_the_township_in_force_over_the_grid_s_community_G002()
    {
        var grid = new UnitCode("430203001001002");
        var command = SmallCity.Of(grid, "第2网格", "grid") with { Figures = new(1, 1, 1), Crossing = new([new("430203001002")], "一个小区跨两社区", SmallCity.OtherTownship) };
        (await _city.Do(grid, command)).Refusal!.Rule.ShouldBe("G002");
        (await _city.Do(SmallCity.Community, new MoveUnit(SmallCity.OtherTownship, new(2020, 1, 1)))).Refusal.ShouldBeNull();
        (await _city.Do(grid, command)).Refusal.ShouldBeNull();
    }
}
