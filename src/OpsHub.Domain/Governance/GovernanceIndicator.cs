using System.Collections.Immutable;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Governance;

/// <summary>An indicator of grid governance (建设指标), for a unit and all below it.</summary>
/// <param name="Rule">Rule id.</param>
/// <param name="Zh">Chinese name.</param>
/// <param name="En">English name.</param>
/// <param name="Share">What is there, of what should be.</param>
public sealed record GovernanceIndicator(string Rule, string Zh, string En, Share Share);

/// <summary>A community with its grids in force and its file (社区网格).</summary>
/// <param name="Community">The community.</param>
/// <param name="Grids">Its grids in force.</param>
/// <param name="Recorded">Its file, or null; buildings are told by their counts.</param>
/// <param name="Buildings">Buildings by grid; of no grid those in none.</param>
public sealed record CommunityGrids(UnitCode Community, ImmutableList<UnitCode> Grids, GridFile? Recorded, ImmutableList<BuildingCount> Buildings)
{
    /// <summary>Equipment of each grid in force.</summary>
    public IEnumerable<GridEquipment> Equipment => Grids.Select(g => Recorded?.Of(g) ?? new GridEquipment(g));

    /// <summary>Buildings in a grid in force, of all. One whose grid has ended is in none. G005.</summary>
    public Share Coverage => new(Buildings.Where(b => b.Grid is { } g && Grids.Contains(g)).Sum(b => b.Count), Buildings.Sum(b => b.Count));
}

/// <summary>A unit with all below it that is concerned (统计范围).</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Offices">City, counties and townships within it, itself among them.</param>
/// <param name="Files">Their files, where there is one.</param>
/// <param name="Communities">Communities within it.</param>
public sealed record GovernanceArea(UnitCode Unit, ImmutableList<UnitCode> Offices, ImmutableDictionary<UnitCode, GovernanceFile> Files, ImmutableList<CommunityGrids> Communities)
{
    /// <summary>The file of an office; an empty one where nothing was recorded.</summary>
    public GovernanceFile Of(UnitCode office) => Files.GetValueOrDefault(office) ?? new GovernanceFile { Unit = office };
}

/// <summary>Counts indicators out of files (建设指标统计). Pure: at any time, from rows and the present day.
/// G005, G025, G028-G034, G036, G038-G040, G058, G059, T018.</summary>
public static class GovernanceIndicators
{
    /// <summary>The indicators of an area, by rule; those that concern nothing in it are left out.</summary>
    public static ImmutableList<GovernanceIndicator> Of(GovernanceArea area, DateOnly today, GovernanceRules rules)
    {
        var grids = area.Communities.SelectMany(c => c.Equipment).ToList();
        var staffed = grids.Where(g => g.Workers > 0).ToList();
        var cycle = Calendars.YearCycle.StartOf(today, rules.TrainingMonths);
        return
        [
            .. new[]
            {
                new GovernanceIndicator("G005", "楼栋网格全覆盖", "Buildings in exactly one grid", Sum(area.Communities.Select(c => c.Coverage))),
                new("G025", "网格员培训", "Grids whose workers were trained in the cycle", new(staffed.Count(g => g.TrainedOn >= cycle), staffed.Count)),
                new("G030", "党建网格", "Grids with a party unit", new(grids.Count(g => g.Party != GridPartyUnit.None), grids.Count)),
                new("G031", "网格长配备", "Grids with a leader", new(grids.Count(g => g.Leader is not null), grids.Count)),
                new("G032", "网格员配备", "Grids with a worker", new(staffed.Count, grids.Count)),
                new("G039", "便民服务与网格平台延伸到社区", "Communities reached by both platforms", Reached(area, r => r.BothPlatforms)),
                new("G040", "网格通启用", "Workers who use the grid terminal", new(grids.Sum(g => g.AppUsers), grids.Sum(g => g.Workers))),
                new("G059", "居民便民服务APP", "Communities with the residents' app", Reached(area, r => r.ResidentApp)),
            }.Concat(ConstructionRule.Sets.Select(s => new GovernanceIndicator(ConstructionRule.RuleOf(s.Set), s.Zh, s.En, Built(area, s.Set)))).Where(i => i.Share.Whole > 0)
                .OrderBy(i => i.Rule, StringComparer.Ordinal),
        ];
    }

    private static Share Built(GovernanceArea area, ConstructionSet set)
    {
        var builders = area.Offices.Where(o => ConstructionRule.LevelsOf(set).Contains(o.Level)).ToList();
        return new(builders.Sum(o => area.Of(o).CountOf(set)), (long)builders.Count * ConstructionRule.SizeOf(set));
    }

    private static Share Reached(GovernanceArea area, Predicate<CommunityReach> has) => new(area.Communities.Count(c => c.Recorded is not null && has(c.Recorded.Reach)), area.Communities.Count);

    private static Share Sum(IEnumerable<Share> shares) => shares.Aggregate(new Share(0, 0), (sum, s) => new(sum.Part + s.Part, sum.Whole + s.Whole));
}
