using Microsoft.Extensions.DependencyInjection;
using OpsHub.Contracts.Governance;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Governance;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Storage.Tests.Contract;

public sealed class SqliteGovernance(SqliteHub hub) : GovernanceContract(hub), IClassFixture<SqliteHub>;

public sealed class PostgreSqlGovernance(PostgreSqlHub hub) : GovernanceContract(hub), IClassFixture<PostgreSqlHub>;

/// <summary>Grid files, governance files and analysis reports. Each test has a city of its own.</summary>
public abstract class GovernanceContract(SharedHub shared) : StorageContract(shared)
{
    private IGovernanceIndex Index => Hub.Services.GetRequiredService<IGovernanceIndex>();

    private UnitCode Township => UnitCode.Parse($"{Samples.City}01001");

    private UnitCode Community => UnitCode.Parse($"{Samples.City}01001001");

    [SkippableFact, Trait("Rule", "G005")]
    public async Task G005_a_grid_file_comes_back_with_counts_by_grid_and_only_a_newer_version_replaces_it()
    {
        var grid = UnitCode.Parse($"{Community}001");
        await Publish(Grids(2, 3, grid));
        await Publish(Grids(1, 9, grid));
        var read = (await Index.Grids([Community, Township])).ShouldHaveSingleItem();
        read.Buildings.ShouldBe([new(null, 1), new(grid, 3)]);
        read.File.Of(grid).ShouldBe(new GridEquipment(grid, GridLeaderClass.Other, 1, 2, 3, GridPartyUnit.Group, new(2026, 3, 1), "沿河"));
        (await Index.Files([Township])).ShouldBeEmpty();
    }

    [SkippableFact, Trait("Rule", "T023")]
    public async Task T023_reports_are_read_by_township_from_a_day_and_in_a_stage()
    {
        await Publish(Report(new(2026, 9, 1), AnalysisStage.Adopted));
        await Publish(Report(new(2026, 11, 1), AnalysisStage.Draft));
        await Publish(Report(new(2026, 10, 1), AnalysisStage.Draft));
        (await Index.Reports([Township], new(2026, 9, 1))).Select(r => r.From.Month).ShouldBe([9, 10, 11]);
        (await Index.Reports([Township], new(2026, 10, 1))).Select(r => r.From.Month).ShouldBe([10, 11]);
        (await Index.Reports([Township], DateOnly.MinValue, AnalysisStage.Adopted)).ShouldHaveSingleItem().Counts.ShouldBe(new(1, 2, 3, 4, 5, 6));
        (await Index.Reports([Community], DateOnly.MinValue)).ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task A_cleared_file_leaves_nothing_behind_and_the_hub_knows_since_when_it_keeps_them()
    {
        await Publish(new(GrainKeys.Governance(Township), 1) { File = new() { Unit = Township, CommandStaff = 5, Told = new GovernanceFile { Unit = Township }.Told.Add("a", new(2026, 1, 1)) } });
        (await Index.Files([Township])).ShouldHaveSingleItem().ShouldSatisfyAllConditions(f => f.CommandStaff.ShouldBe(5), f => f.Told["a"].ShouldBe(new(2026, 1, 1)));
        await Hub.Publisher.Publish(new(GrainKeys.Governance(Township), 2));
        (await Index.Files([Township])).ShouldBeEmpty();
        (await Index.Since()).Year.ShouldBeGreaterThan(2024);
    }

    private Task Publish(GovernanceRow row) => Hub.Publisher.Publish(new(row.Key, row.Version) { Governance = row });

    private GovernanceRow Grids(long version, int buildings, UnitCode grid) => new(GrainKeys.GridFile(Community), version)
    {
        Grids = new(new() { Community = Community, Grids = [new(grid, GridLeaderClass.Other, 1, 2, 3, GridPartyUnit.Group, new(2026, 3, 1), "沿河")] }, [new(null, 1), new(grid, buildings)]),
    };

    private GovernanceRow Report(DateOnly from, AnalysisStage stage) =>
        new(GrainKeys.Analysis(Township, from), 1) { Report = new(Township, from, from.AddMonths(1), new(1, 2, 3, 4, 5, 6), "文", stage, Samples.Now) };
}
