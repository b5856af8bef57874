using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;
using OpsHub.Grains.Tests.Hierarchy;

namespace OpsHub.Grains.Tests.Cases;

public sealed class RelocationTests
{
    private static readonly UnitCode Right = new("430203001001002");

    [Fact]
    public async Task A_case_put_into_the_right_grid_counts_there_and_no_longer_in_the_former()
    {
        await using var town = await CaseTown.Open();
        var city = new SmallCity(town.Hub);
        (await city.Do(Right, SmallCity.Of(Right, "第2网格", "grid") with { Figures = new(900, 0.4m, 120) })).Refusal.ShouldBeNull();
        var key = await town.Reported("case-" + new string('r', 32));
        await CaseTown.Eventually(async () => await Open(town, SmallCity.Grid) == 1);

        await town.Done(key, CaseTown.Centre, new RelocateCase(Right, "门牌写错"));

        await CaseTown.Eventually(async () => await Open(town, Right) == 1 && await Open(town, SmallCity.Grid) == 0);
        (await town.Hub.Index.CasesByKey([key]))[key].Grid.ShouldBe(Right);
    }

    [Fact]
    public async Task The_former_grid_lets_go_although_the_process_died_before_it_was_told()
    {
        await using var town = await CaseTown.Open();
        var city = new SmallCity(town.Hub);
        (await city.Do(Right, SmallCity.Of(Right, "第2网格", "grid") with { Figures = new(900, 0.4m, 120) })).Refusal.ShouldBeNull();
        var key = await town.Reported("case-" + new string('r', 32));
        await CaseTown.Eventually(async () => await Open(town, SmallCity.Grid) == 1);
        await town.Done(key, CaseTown.Centre, new RelocateCase(Right, "门牌写错"));

        await town.Case(key).Drop(); // another activation knows of the former grid by the trace only
        await town.Hub.Client.Unit(SmallCity.Grid).PushSubject(new SubjectPush(key, 1, SmallCity.Contribution(CaseStage.Reported)));
        await town.Case(key).Republish();

        await CaseTown.Eventually(async () => await Open(town, SmallCity.Grid) == 0);
    }

    private static async Task<int> Open(CaseTown town, UnitCode grid) =>
        SummaryFold.Read((await town.Hub.Client.Unit(grid).Summary()).Facts, town.Now).Open;
}
