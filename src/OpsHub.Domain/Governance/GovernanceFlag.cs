using System.Collections.Immutable;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Governance;

/// <summary>Something to look at (提示、缺项); blocks nothing.</summary>
/// <param name="Unit">Where.</param>
/// <param name="Rule">Rule id.</param>
/// <param name="About">What it is about within the unit, for the order; empty where there is but one.</param>
/// <param name="Zh">In Chinese.</param>
/// <param name="En">In English.</param>
public sealed record GovernanceFlag(UnitCode Unit, string Rule, string About, string Zh, string En)
{
    /// <summary>Order in lists, and cursor.</summary>
    public string Key => $"{Unit}/{Rule}/{About}";

    /// <summary>Clause of the policy.</summary>
    public string Clause => GovernanceRefusals.ClauseOf(Rule);
}

/// <summary>Finds what is to be looked at (提示事项). Pure. G005, G016, G025, G027-G032, G034-G037, G039, G043, G058, G059, T018, T020, T023, T026.</summary>
public static class GovernanceFlags
{
    /// <summary>The flags of an area, by unit and rule.</summary>
    /// <param name="area">The area.</param>
    /// <param name="drafts">Analysis reports of its townships that are drafts.</param>
    /// <param name="today">Local day.</param>
    /// <param name="rules">Parameters.</param>
    public static ImmutableList<GovernanceFlag> Of(GovernanceArea area, IEnumerable<AnalysisReport> drafts, DateOnly today, GovernanceRules rules) =>
    [
        .. area.Offices.SelectMany(o => OfFile(area.Of(o))).Concat(area.Communities.SelectMany(c => OfCommunity(c, today, rules)))
            .Concat(drafts.Where(d => d.Stage == AnalysisStage.Draft && YearCycle.EndOf(d.Until, rules.AnalysisMonths) <= today).Select(d => new GovernanceFlag(
                d.Township, "T023", LocalDay.Text(d.From), $"自 {LocalDay.Text(d.From)} 起一期的分析研判报告尚未采用", $"The analysis report of the cycle from {LocalDay.Text(d.From)} is not adopted")))
            .OrderBy(f => f.Key, StringComparer.Ordinal),
    ];

    /// <summary>The flags of one file.</summary>
    public static IEnumerable<GovernanceFlag> OfFile(GovernanceFile s)
    {
        if (s.Unit.Level == UnitLevel.County && (s.CommandStaff ?? 0) < GovernanceRules.LeastCommandStaff)
            yield return new(s.Unit, "G016", "", $"指挥中心缺 {GovernanceRules.LeastCommandStaff - (s.CommandStaff ?? 0)} 人", $"The command centre is short of {GovernanceRules.LeastCommandStaff - (s.CommandStaff ?? 0)}");
        if (s.Unit.Level == UnitLevel.County && s.WorkerScheme is null)
            yield return new(s.Unit, "G027", "", "没有统一的网格员考核标准", "There is no assessment standard for grid workers");
        // What has a last day stands among the obligations.
        foreach (var (set, zh, en) in ConstructionRule.Sets.Where(k => k.Set is not (ConstructionSet.InformationSystem or ConstructionSet.DepartmentSystems) && ConstructionRule.LevelsOf(k.Set).Contains(s.Unit.Level)))
        {
            if (ConstructionRule.SizeOf(set) - s.CountOf(set) is > 0 and var missing)
                yield return new(s.Unit, ConstructionRule.RuleOf(set), "", $"{zh}缺 {missing} 项", $"{en}: {missing} missing");
        }

        if (Before(s, ConstructionItem.GovernancePlatform, ConstructionSet.FourPlatforms))
            yield return new(s.Unit, "G035", "order", "综治工作平台不是四个平台中最先建成的", "The governance platform is not the first of the four");
        if (Before(s, ConstructionItem.PartyBuildingTopic, ConstructionSet.Topics))
            yield return new(s.Unit, "G037", "", "有应用专题早于智慧党建建成", "A topic was built before that of party building");
        foreach (var i in Enumerable.Range(0, s.Plan.Count).Where(i => s.Plan[i].Owner is null))
            yield return new(s.Unit, "G043", $"{i:D3}", $"第 {i + 1} 项措施未明确责任人", $"A measure has no owner: number {i + 1}");
        foreach (var i in Enumerable.Range(0, s.Powers.Count).Where(i => s.Powers[i].Owners.Count > 1))
            yield return new(s.Unit, "T026", $"{i:D3}", $"权责边界冲突：清单第 {i + 1} 项有 {s.Powers[i].Owners.Count} 个归属", $"A conflict of boundaries: {s.Powers[i].Owners.Count} own number {i + 1} of the list");
        foreach (var missed in s.Missed)
            yield return new(s.Unit, "T020", LocalDay.Text(missed.From), $"自 {LocalDay.Text(missed.From)} 起一期没有召开工作例会", $"No work meeting in the cycle from {LocalDay.Text(missed.From)}");
    }

    /// <summary>The flags of a community and its grids.</summary>
    public static IEnumerable<GovernanceFlag> OfCommunity(CommunityGrids c, DateOnly today, GovernanceRules rules)
    {
        if (c.Coverage is var share && share.Part < share.Whole)
            yield return new(c.Community, "G005", "", $"有 {share.Whole - share.Part} 处未划入网格", $"{share.Whole - share.Part} buildings are in no grid");
        if (c.Recorded?.Reach.BothPlatforms != true)
            yield return new(c.Community, "G039", "", "便民服务平台或网格平台未延伸到社区", "The service or the grid platform does not reach the community");
        if (c.Recorded?.Reach.ResidentApp != true)
            yield return new(c.Community, "G059", "", "未开通居民便民服务APP", "The residents' app is not open");
        var cycle = YearCycle.StartOf(today, rules.TrainingMonths);
        foreach (var g in c.Equipment)
        {
            if (g.Workers == 0)
                yield return new(g.Grid, "G032", "", "没有网格员，案件派至社区", "The grid has no worker: its cases go to the community");
            else if (!(g.TrainedOn >= cycle))
                yield return new(g.Grid, "G025", "", "本期网格员未培训", "Its workers were not trained in the cycle");
            if (g.Leader is null)
                yield return new(g.Grid, "G031", "", "没有网格长", "The grid has no leader");
            else if (g.Leader == GridLeaderClass.Other)
                yield return new(g.Grid, "G031", "", "网格长不属于规定的四类人选", "The leader comes from none of the four classes");
            if (g.Party == GridPartyUnit.None)
                yield return new(g.Grid, "G030", "", "没有党支部或党小组", "The grid has no party branch or group");
        }
    }

    // Another of the set is built, and the one that comes first is not, or was later.
    private static bool Before(GovernanceFile s, ConstructionItem first, ConstructionSet set) =>
        s.Built.Exists(b => b.Item != first && ConstructionRule.Of(b.Item).Set == set && !(s.BuiltOn(first) <= b.On));
}
