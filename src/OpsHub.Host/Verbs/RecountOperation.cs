using System.Collections.Concurrent;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Hierarchy;
using OpsHub.Host.Control;
using OpsHub.Host.Startup;

namespace OpsHub.Host.Verbs;

/// <summary>All figures are to be counted again.</summary>
/// <param name="Twice">For a hub under traffic, where some figures are always on their way: rows count as differing when they do so twice, some seconds apart.
/// Cells that the first pass replaced are noted; one that differs again is a difference.</param>
internal sealed record RecountRequest(bool Twice = false);

/// <summary>Compares every unit's and agency's live summary with the index, and every subject's stored version with its index row.
/// What differs is replaced and told; at rest nothing may differ.</summary>
internal sealed class RecountOperation(IGrainFactory grains, IHubIndex index, IHubDirectory directory, HubClock clock) : IOperation<RecountRequest>
{
    private const int AtOnce = 32;
    private const int MostTold = 50;
    private static readonly TimeSpan OnTheirWay = TimeSpan.FromSeconds(5);

    public async Task<int> Run(RecountRequest request, IOperationOutput output, CancellationToken cancel)
    {
        await directory.Refresh(cancel);
        if (directory.City is not { } city)
            throw new UsageException("系统中还没有区划，请先导入。", "The hub has no units yet; import them first.");
        var agencies = new List<OrganCode>();
        await foreach (var agency in index.Agencies(cancel))
            agencies.Add(agency.Code);
        var units = await Units(city, cancel);
        var cells = await Cells([.. units, .. agencies], output, cancel);
        var rows = await Rows(cancel);
        if (request.Twice && cells.Count + rows.Count > 0)
        {
            if (!cells.IsEmpty)
                output.Note($"首次比对替换的汇总 / cells replaced by the first pass: {string.Join(", ", cells.OrderBy(c => c.Key.Value, StringComparer.Ordinal).Take(MostTold).Select(c => $"{c.Key}: {c.Value}"))}");
            await Task.Delay(OnTheirWay, clock.Time, cancel);
            cells = await Cells([.. units.Concat(agencies).Where(cells.ContainsKey)], output, cancel);
            rows.IntersectWith(await Rows(cancel)); // with their versions: a subject that has moved on meanwhile is well
        }

        foreach (var (organ, count) in cells.OrderBy(c => c.Key.Value, StringComparer.Ordinal).Take(MostTold))
            output.Line($"{organ}: {count}");
        foreach (var row in rows.Order(StringComparer.Ordinal).Take(MostTold))
            output.Line(row);
        var differing = cells.Values.Sum();
        output.Line($"{units.Count} 个单位、{agencies.Count} 个机构：汇总差异 {differing}，索引差异 {rows.Count} / {units.Count} units, {agencies.Count} agencies: {differing} cells and {rows.Count} index rows differed");
        return differing == 0 && rows.Count == 0 ? ExitCodes.Done : ExitCodes.Failed;
    }

    // Upwards, so that a child's correction has reached its parent before the parent is compared.
    private async Task<List<OrganCode>> Units(UnitCode city, CancellationToken cancel)
    {
        var units = await Grids(city, cancel);
        foreach (var level in new[] { UnitLevel.Community, UnitLevel.Township, UnitLevel.County })
            units.AddRange(directory.Descendants(city, level).Select(u => u.Code));
        return [.. units.Append(city).Select(OrganCode.Of)];
    }

    // Only grids that have cases: twelve thousand empty ones would be woken for nothing.
    private async Task<List<UnitCode>> Grids(UnitCode city, CancellationToken cancel)
    {
        var found = new List<UnitCode>();
        foreach (var community in directory.Descendants(city, UnitLevel.Community))
            found.AddRange((await index.ChildSummaries(community.Code, clock.Now, cancel)).Keys);
        return found;
    }

    private async Task<ConcurrentDictionary<OrganCode, int>> Cells(IReadOnlyCollection<OrganCode> organs, IOperationOutput output, CancellationToken cancel)
    {
        var differing = new ConcurrentDictionary<OrganCode, int>();
        var done = 0;
        foreach (var level in organs.GroupBy(o => (o.Kind, o.Unit.Level)))
        {
            await Parallel.ForEachAsync(level, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (organ, _) =>
            {
                var count = organ.Kind == OrganKind.Unit ? await grains.Unit(organ.Unit).Recount() : await grains.Agency(organ).Recount();
                if (count > 0)
                    differing[organ] = count;
                output.Progress(Interlocked.Increment(ref done), organs.Count);
            });
        }

        return differing;
    }

    private async Task<HashSet<string>> Rows(CancellationToken cancel)
    {
        var differing = new HashSet<string>();
        await foreach (var difference in index.Differences(cancel))
            differing.Add(difference);
        return differing;
    }
}
