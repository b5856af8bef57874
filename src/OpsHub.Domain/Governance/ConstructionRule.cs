using System.Collections.Immutable;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Governance;

/// <summary>Something to be built as the policy has it (建设项目表): one row drives recording, counting and deadlines.</summary>
/// <param name="Item">The item.</param>
/// <param name="Set">With what it is counted.</param>
/// <param name="Levels">Levels of the units that build it.</param>
/// <param name="Zh">Chinese name.</param>
/// <param name="En">English name.</param>
public sealed record ConstructionRule(ConstructionItem Item, ConstructionSet Set, ImmutableList<UnitLevel> Levels, string Zh, string En)
{
    /// <summary>Topics that the text counts, party building among them. G036.</summary>
    public const int Topics = 12;

    /// <summary>The last day of 2018. G033, G038.</summary>
    public static readonly DateOnly EndOf2018 = new(2018, 12, 31);

    private static readonly ImmutableList<UnitLevel> Township = [UnitLevel.Township];
    private static readonly ImmutableList<UnitLevel> County = [UnitLevel.County];
    private static readonly ImmutableList<UnitLevel> City = [UnitLevel.City];
    private static readonly ImmutableList<UnitLevel> Both = [UnitLevel.City, UnitLevel.County];

    /// <summary>The table.</summary>
    public static readonly ImmutableSortedDictionary<ConstructionItem, ConstructionRule> All = new ConstructionRule[]
    {
        new(ConstructionItem.JointPlatform, ConstructionSet.JointPlatform, Township, "综治信访维稳联动平台", "Joint-action platform"),
        new(ConstructionItem.GovernanceInCentre, ConstructionSet.ThreeInOne, Township, "综治入实战中心", "Governance in the three-in-one centre"),
        new(ConstructionItem.GridsInCentre, ConstructionSet.ThreeInOne, Township, "网格化入实战中心", "Grid management in the three-in-one centre"),
        new(ConstructionItem.SharpEyesInCentre, ConstructionSet.ThreeInOne, Township, "雪亮工程入实战中心", "Sharp Eyes in the three-in-one centre"),
        new(ConstructionItem.MarketLink, ConstructionSet.PlatformLinks, Township, "与市场监管平台互联", "Link with the market supervision platform"),
        new(ConstructionItem.EnforcementLink, ConstructionSet.PlatformLinks, Township, "与综合执法平台互联", "Link with the enforcement platform"),
        new(ConstructionItem.ServiceLink, ConstructionSet.PlatformLinks, Township, "与便民服务平台互联", "Link with the service platform"),
        new(ConstructionItem.CommandCentreLink, ConstructionSet.CentreLinks, Township, "与网格化服务管理指挥中心一体运作", "Link with the grid command centre"),
        new(ConstructionItem.SharpEyesLink, ConstructionSet.CentreLinks, Township, "与雪亮工程指挥调度中心一体运作", "Link with the Sharp Eyes dispatch centre"),
        new(ConstructionItem.InformationSystem, ConstructionSet.InformationSystem, Both, "综治信息系统", "Governance information system") { Due = EndOf2018 },
        new(ConstructionItem.OrganisationsModule, ConstructionSet.Modules, Both, "综治机构和综治队伍模块", "Module: organs and teams"),
        new(ConstructionItem.SpecialGroupsModule, ConstructionSet.Modules, Both, "特殊人群管理模块", "Module: special groups"),
        new(ConstructionItem.PublicOrderModule, ConstructionSet.Modules, Both, "社会治安管理模块", "Module: public order"),
        new(ConstructionItem.PopulationModule, ConstructionSet.Modules, Both, "实有人口管理模块", "Module: population"),
        new(ConstructionItem.YouthModule, ConstructionSet.Modules, Both, "重点青少年管理模块", "Module: youth"),
        new(ConstructionItem.NewOrganisationsModule, ConstructionSet.Modules, Both, "两新组织管理模块", "Module: new organisations"),
        new(ConstructionItem.LineProtectionModule, ConstructionSet.Modules, Both, "护路护线管理模块", "Module: protection of roads and lines"),
        new(ConstructionItem.SchoolSafetyModule, ConstructionSet.Modules, Both, "校园及周边安全管理模块", "Module: schools and surroundings"),
        new(ConstructionItem.DisputesModule, ConstructionSet.Modules, Both, "矛盾纠纷排查管理模块", "Module: disputes"),
        new(ConstructionItem.GovernancePlatform, ConstructionSet.FourPlatforms, County, "综治工作平台", "Governance platform"),
        new(ConstructionItem.MarketPlatform, ConstructionSet.FourPlatforms, County, "市场监管平台", "Market supervision platform"),
        new(ConstructionItem.EnforcementPlatform, ConstructionSet.FourPlatforms, County, "综合执法平台", "Enforcement platform"),
        new(ConstructionItem.ServicePlatform, ConstructionSet.FourPlatforms, County, "便民服务平台", "Convenience service platform"),
        new(ConstructionItem.PartyBuildingTopic, ConstructionSet.Topics, City, "智慧党建应用专题", "Topic of party building"),
        new(ConstructionItem.DepartmentTopic, ConstructionSet.Topics, City, "部门应用专题", "Topic of a department"),
        new(ConstructionItem.DepartmentSystems, ConstructionSet.DepartmentSystems, City, "打通部门业务数据信息系统", "Departments' systems connected") { Due = EndOf2018 },
    }.ToImmutableSortedDictionary(r => r.Item, r => r);

    /// <summary>The sets, with their names.</summary>
    public static readonly ImmutableList<(ConstructionSet Set, string Zh, string En)> Sets =
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

    /// <summary>Last day by which it is built, or null. G033, G038.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>Rule id.</summary>
    public string Rule => RuleOf(Set);

    /// <summary>The row of an item.</summary>
    public static ConstructionRule Of(ConstructionItem item) => All[item];

    /// <summary>How many belong to a set.</summary>
    public static int SizeOf(ConstructionSet set) => set == ConstructionSet.Topics ? Topics : All.Values.Count(r => r.Set == set);

    /// <summary>Levels of the units that build a set.</summary>
    public static ImmutableList<UnitLevel> LevelsOf(ConstructionSet set) => All.Values.First(r => r.Set == set).Levels;

    /// <summary>The rule of a set.</summary>
    public static string RuleOf(ConstructionSet set) => set switch
    {
        ConstructionSet.JointPlatform => "T018",
        ConstructionSet.ThreeInOne => "G028",
        ConstructionSet.PlatformLinks => "G029",
        ConstructionSet.CentreLinks => "G058",
        ConstructionSet.InformationSystem => "G033",
        ConstructionSet.Modules => "G034",
        ConstructionSet.FourPlatforms => "G035",
        ConstructionSet.Topics => "G036",
        _ => "G038",
    };
}

/// <summary>What is owed as the policy has it (应办事项表).</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Rule">Rule id.</param>
/// <param name="Levels">Levels of the units that owe it.</param>
/// <param name="Annual">Every year anew.</param>
/// <param name="Zh">Chinese name.</param>
/// <param name="En">English name.</param>
public sealed record ObligationRule(ObligationKind Kind, string Rule, ImmutableList<UnitLevel> Levels, bool Annual, string Zh, string En)
{
    /// <summary>The table.</summary>
    public static readonly ImmutableSortedDictionary<ObligationKind, ObligationRule> All = new ObligationRule[]
    {
        new(ObligationKind.LeadingGroup, "G042", [UnitLevel.County], false, "网格化服务管理工作领导小组", "Leading group"),
        new(ObligationKind.PrincipalLeader, "G061", [UnitLevel.County], false, "主要领导负责岗位", "Post of the principal leader"),
        new(ObligationKind.LeaderInCharge, "G061", [UnitLevel.County], false, "主管领导牵头岗位", "Post of the leader in charge"),
        new(ObligationKind.Plan, "G043", [UnitLevel.County], false, "工作方案", "Plan with measures and owners"),
        new(ObligationKind.PayMechanism, "G026", [UnitLevel.County], true, "网格员薪酬正常增长机制", "Pay and its growth"),
        new(ObligationKind.TreatmentGuarantee, "G057", [UnitLevel.County], false, "网格员待遇保障机制", "Guarantee of treatment"),
        new(ObligationKind.SpecialFund, "G044", [UnitLevel.City, UnitLevel.County], true, "网格化服务管理专项经费", "Special fund"),
    }.ToImmutableSortedDictionary(r => r.Kind, r => r);

    /// <summary>The row of a kind.</summary>
    public static ObligationRule Of(ObligationKind kind) => All[kind];
}
