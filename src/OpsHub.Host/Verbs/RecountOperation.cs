using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Hierarchy;
using OpsHub.Host.Control;
using OpsHub.Host.Startup;

namespace OpsHub.Host.Verbs;

/// <summary>All figures are to be counted again.</summary>
internal sealed record RecountRequest;

/// <summary>Compares every unit's and agency's live summary with the index, and every subject's stored version with its index row.
/// What differs is replaced and told; at rest nothing may differ.</summary>
internal sealed class RecountOperation(IGrainFactory grains, IHubIndex index, IHubDirectory directory, HubClock clock) : IOperation<RecountRequest>
{
    private const int AtOnce = 32;
    private const int MostTold = 50;

    public async Task<int> Run(RecountRequest request, IOperationOutput output, CancellationToken cancel)
    {
        await directory.Refresh(cancel);
        if (directory.City is not { } city)
            throw new UsageException("系统中还没有区划，请先导入。", "The hub has no units yet; import them first.");
        var agencies = new List<AgencyRow>();
        await foreach (var agency in index.Agencies(cancel))
            agencies.Add(agency);

        // Upwards, so that a child's correction has reached its parent before the parent is compared.
        var units = await Grids(city, cancel);
        foreach (var level in new[] { UnitLevel.Community, UnitLevel.Township, UnitLevel.County })
            units.AddRange(directory.Descendants(city, level).Select(u => u.Code));
        units.Add(city);
        var total = units.Count + agencies.Count;
        var done = 0;
        var differing = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel };
        foreach (var level in units.GroupBy(u => u.Level))
            await Parallel.ForEachAsync(level, options, async (unit, _) => Count(unit.Value, await grains.Unit(unit).Recount()));
        await Parallel.ForEachAsync(agencies, options, async (agency, _) => Count(agency.Code.Value, await grains.Agency(agency.Code).Recount()));

        var rows = 0;
        await foreach (var difference in index.Differences(cancel))
        {
            if (++rows <= MostTold)
                output.Line(difference);
        }

        output.Line($"{units.Count} 个单位、{agencies.Count} 个机构：汇总差异 {differing}，索引差异 {rows} / {units.Count} units, {agencies.Count} agencies: {differing} cells and {rows} index rows differed");
        return differing == 0 && rows == 0 ? ExitCodes.Done : ExitCodes.Failed;

        void Count(string code, int cells)
        {
            output.Progress(Interlocked.Increment(ref done), total);
            if (cells > 0 && Interlocked.Add(ref differing, cells) - cells < MostTold)
                output.Line($"{code}: {cells}");
        }
    }

    // Only grids that have cases: twelve thousand empty ones would be woken for nothing.
    private async Task<List<UnitCode>> Grids(UnitCode city, CancellationToken cancel)
    {
        var found = new List<UnitCode>();
        foreach (var community in directory.Descendants(city, UnitLevel.Community))
            found.AddRange((await index.ChildSummaries(community.Code, clock.Now, cancel)).Keys);
        return found;
    }
}
