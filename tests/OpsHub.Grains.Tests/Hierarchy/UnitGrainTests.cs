using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Agencies;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using OpsHub.Grains.Tests.Fakes;

namespace OpsHub.Grains.Tests.Hierarchy;

public sealed class UnitGrainTests : IAsyncLifetime
{
    private HubCluster _hub = null!;
    private SmallCity _city = null!;

    public async Task InitializeAsync()
    {
        _hub = await HubCluster.Start();
        _city = await SmallCity.Establish(_hub);
    }

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact]
    public async Task An_orphan_is_refused()
    {
        var orphan = new UnitCode("430299001");
        (await _city.Do(orphan, SmallCity.Of(orphan, "孤儿街道", "subdistrict"))).Refusal!.Rule.ShouldBe("G011");
        (await _hub.Client.Unit(orphan).Get()).ShouldBeNull();
    }

    [Fact]
    public async Task A_command_given_to_another_unit_is_refused() =>
        (await _city.Do(SmallCity.Township, SmallCity.Of(SmallCity.OtherTownship, "乙街道", "subdistrict"))).Refusal!.Field.ShouldBe("code");

    [Fact]
    public async Task A_second_import_changes_nothing()
    {
        var again = await _city.Do(SmallCity.Township, SmallCity.Of(SmallCity.Township, "甲街道", "subdistrict"));
        (again.Refusal, again.Sequence).ShouldBe((null, 1));
        _hub.Index.Published(GrainKeys.Unit(SmallCity.Township))!.Version.ShouldBe(1);
    }

    [Fact]
    public async Task The_same_command_id_is_carried_out_once()
    {
        var township = _hub.Client.Unit(SmallCity.Township);
        var context = new CommandContext("rename-1", SmallCity.Admin);
        var first = await township.Do(new RenameUnit("丁街道", new(2020, 1, 1)), context);
        (first.Accepted, first.Sequence, first.Repeated).ShouldBe((true, 2, false));
        var second = await township.Do(new RenameUnit("丁街道", new(2020, 1, 1)), context);
        (second.Accepted, second.Sequence, second.Repeated).ShouldBe((true, 2, true));
        (await township.Do(new RenameUnit("戊街道", new(2020, 1, 1)), context)).Refusal!.Code.ShouldBe(RefusalCodes.Conflict);
        _hub.Index.Published(GrainKeys.Unit(SmallCity.Township))!.Unit!.Name.ShouldBe("丁街道");
    }

    [Fact]
    public async Task A_name_that_lies_ahead_is_kept_and_not_yet_shown()
    {
        await _city.Do(SmallCity.Township, new RenameUnit("明日街道", new(2999, 1, 1)));
        (await _hub.Client.Unit(SmallCity.Township).Get())!.NameOn(new(2999, 1, 1)).ShouldBe("明日街道");
        _hub.Index.Published(GrainKeys.Unit(SmallCity.Township))!.Unit!.Name.ShouldBe("甲街道");
    }

    [Fact]
    public async Task A_unit_with_children_is_not_merged_and_an_empty_one_is()
    {
        (await _city.Do(SmallCity.Township, new MergeUnit(SmallCity.OtherTownship, new(2020, 1, 1)))).Refusal!.Code.ShouldBe("HAS_CHILDREN");
        (await _city.Do(SmallCity.OtherTownship, new MergeUnit(SmallCity.Township, new(2020, 1, 1)))).Refusal.ShouldBeNull();
        _hub.Index.Published(GrainKeys.Unit(SmallCity.OtherTownship))!.Unit!.MergedInto.ShouldBe(SmallCity.Township);
    }

    [Fact]
    public async Task A_record_survives_its_activation()
    {
        await _city.Do(SmallCity.Grid, new SetGridFigures(new(1000, 0.5m, 130)));
        await _hub.Client.Unit(SmallCity.Grid).Drop();
        (await _hub.Client.Unit(SmallCity.Grid).Get())!.Figures.ShouldBe(new GridFigures(1000, 0.5m, 130));
    }

    [Fact]
    public async Task An_agency_is_registered_in_a_township_in_force()
    {
        var command = new EstablishAgency(
            OrganCode.Parse("430203001-D12"), "甲街道城管中队", OrganCode.Parse("430203:D12"), SmallCity.Township, [SmallCity.Township], ["Q01-01"]);
        var elsewhere = command with { Code = OrganCode.Parse("430203009-D12"), Host = new("430203009"), Served = [new("430203009")] };
        (await Do(command)).Refusal.ShouldBeNull();
        (await _hub.Client.Agency(command.Code).Get())!.Department.Value.ShouldBe("430203:D12");
        _hub.Index.Published(GrainKeys.Agency(command.Code))!.Agency!.Powers.ShouldBe(["Q01-01"]);
        (await Do(elsewhere)).Refusal!.Rule.ShouldBe("G011");

        Task<CommandReply> Do(EstablishAgency c) => _hub.Client.Agency(c.Code).Do(c, new CommandContext("agency-1", SmallCity.Admin));
    }

    [Fact]
    public async Task Writing_12000_grids_reads_no_group_and_takes_no_epoch()
    {
        var grids = Enumerable.Range(0, 12_000).Select(n => new UnitCode($"430203001{(n / 100) + 2:000}{(n % 100) + 1:000}")).ToList();
        foreach (var community in grids.Select(g => g.At(UnitLevel.Community)).Distinct())
            (await _city.Do(community, SmallCity.Of(community, "社区", "community"))).Refusal.ShouldBeNull();
        await Parallel.ForEachAsync(grids, new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (grid, _) =>
            (await _city.Do(grid, SmallCity.Of(grid, "网格", "grid") with { Generated = true, Figures = new(300, 0.1m, 40) })).Refusal.ShouldBeNull());
        (_hub.Index.GroupReads, _hub.Index.Epochs).ShouldBe((0, 0L));
    }
}
