using System.Collections.Immutable;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Governance;

/// <summary>An indicator of grid governance (建设指标), for a unit and all below it.</summary>
/// <param name="Rule">Rule id.</param>
/// <param name="Zh">Chinese name.</param>
/// <param name="En">English name.</param>
/// <param name="Share">What is there, of what should be.</param>
/// <param name="Missing">Units that fall short, by code.</param>
public sealed record GovernanceIndicator(string Rule, string Zh, string En, Share Share, ImmutableList<UnitCode> Missing);

/// <summary>A community with its grids in force and its file (社区网格).</summary>
/// <param name="Community">The community.</param>
/// <param name="Grids">Its grids in force.</param>
/// <param name="File">Its file, or null; buildings are told by their counts.</param>
/// <param name="Buildings">Buildings by grid; of no grid those in none.</param>
public sealed record CommunityGrids(UnitCode Community, ImmutableList<UnitCode> Grids, GridFile? File, ImmutableList<BuildingCount> Buildings)
{
    /// <summary>Equipment of each grid in force.</summary>
    public IEnumerable<GridEquipment> Equipment => Grids.Select(g => File?.Of(g) ?? new GridEquipment(g));

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
    private static readonly ImmutableList<(ConstructionSet Set, string Zh, string En)> Sets =
    [
        (ConstructionSet.JointPlatform, "乡镇联动平台覆盖率", "Townships with a joint-action platform"),
        (ConstructionSet.ThreeInOne, "“三合一”实战中心", "Three-in-one centres"),
        (ConstructionSet.PlatformLinks, "三大平台互联互通", "Links with the three platforms"),
        (ConstructionSet.CentreLinks, "与指挥中心一体运作", "Links with command and dispatch centres"),
        (ConstructionSet.InformationSystem, "综治信息系统", "Governance information systems"),
        (ConstructionSet.Modules, "9+X 模块", "Modules"),
        (ConstructionSet.FourPlatforms, "四个平台", "The four platforms"),
        (ConstructionSet.Topics, "部门应用专题", "Topics of departments"),
        (ConstructionSet.DepartmentSystems, "部门系统打通", "Departments' systems connected"),
    ];

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
                new GovernanceIndicator("G005", "楼栋网格全覆盖", "Buildings in exactly one grid", Sum(area.Communities.Select(c => c.Coverage)),
                    [.. area.Communities.Where(c => c.Coverage is var s && s.Part < s.Whole).Select(c => c.Community).Order()]),
                Count("G025", "网格员培训", "Grids whose workers were trained in the cycle", staffed, g => g.TrainedOn >= cycle),
                Count("G030", "党建网格", "Grids with a party unit", grids, g => g.Party != GridPartyUnit.None),
                Count("G031", "网格长配备", "Grids with a leader", grids, g => g.Leader is not null),
                Count("G032", "网格员配备", "Grids with a worker", grids, g => g.Workers > 0),
                Reached("G039", "便民服务与网格平台延伸到社区", "Communities reached by both platforms", area, r => r.BothPlatforms),
                new("G040", "网格通启用", "Workers who use the grid terminal", Sum(grids.Select(g => new Share(g.AppUsers, g.Workers))), [.. grids.Where(g => g.AppUsers < g.Workers).Select(g => g.Grid)]),
                Reached("G059", "居民便民服务APP", "Communities with the residents' app", area, r => r.ResidentApp),
            }.Concat(Sets.Select(s => Built(area, s.Set, s.Zh, s.En))).Where(i => i.Share.Whole > 0).OrderBy(i => i.Rule, StringComparer.Ordinal),
        ];
    }

    private static GovernanceIndicator Built(GovernanceArea area, ConstructionSet set, string zh, string en)
    {
        var (size, levels) = (ConstructionRule.SizeOf(set), ConstructionRule.All.Values.First(r => r.Set == set).Levels);
        var counts = area.Offices.Where(o => levels.Contains(o.Level)).Select(o => (Office: o, Count: area.Of(o).CountOf(set))).ToList();
        return new(ConstructionRule.RuleOf(set), zh, en, new(counts.Sum(c => c.Count), (long)counts.Count * size), [.. counts.Where(c => c.Count < size).Select(c => c.Office).Order()]);
    }

    private static GovernanceIndicator Count(string rule, string zh, string en, List<GridEquipment> grids, Predicate<GridEquipment> has) =>
        new(rule, zh, en, new(grids.Count(g => has(g)), grids.Count), [.. grids.Where(g => !has(g)).Select(g => g.Grid)]);

    private static GovernanceIndicator Reached(string rule, string zh, string en, GovernanceArea area, Predicate<CommunityReach> has)
    {
        var missing = area.Communities.Where(c => c.File is null || !has(c.File.Reach)).Select(c => c.Community).ToImmutableList();
        return new(rule, zh, en, new(area.Communities.Count - missing.Count, area.Communities.Count), missing);
    }

    private static Share Sum(IEnumerable<Share> shares) => shares.Aggregate(new Share(0, 0), (sum, s) => new(sum.Part + s.Part, sum.Whole + s.Whole));
}
