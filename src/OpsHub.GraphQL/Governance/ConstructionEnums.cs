using OpsHub.Domain.Governance;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Governance;

/// <summary>A set of things to be built, counted together.</summary>
internal sealed class ConstructionSetType() : EnumType<ConstructionSet>("ConstructionSet", "A set of things to be built, counted together (建设任务).",
    ("JOINT_PLATFORM", ConstructionSet.JointPlatform, "Joint-action platform of a township (综治信访维稳联动平台). T018."),
    ("THREE_IN_ONE", ConstructionSet.ThreeInOne, "Three-in-one centre of a township (“三合一”实战中心). G028."),
    ("PLATFORM_LINKS", ConstructionSet.PlatformLinks, "Links with the other three platforms (三大平台互联互通). G029."),
    ("CENTRE_LINKS", ConstructionSet.CentreLinks, "Links with command centre and Sharp Eyes dispatch (一体化运作). G058."),
    ("INFORMATION_SYSTEM", ConstructionSet.InformationSystem, "Governance information system (综治信息系统). G033."),
    ("MODULES", ConstructionSet.Modules, "Nine modules of that system (9+X 模块). G034."),
    ("FOUR_PLATFORMS", ConstructionSet.FourPlatforms, "The four platforms (四个平台). G035."),
    ("TOPICS", ConstructionSet.Topics, "Twelve topics of departments (12 个部门应用专题). G036, G037."),
    ("DEPARTMENT_SYSTEMS", ConstructionSet.DepartmentSystems, "Departments' systems connected (打通部门业务系统). G038."));

/// <summary>Something to be built.</summary>
internal sealed class ConstructionItemType() : EnumType<ConstructionItem>("ConstructionItem", "Something to be built (建设项目).",
    ("JOINT_PLATFORM", ConstructionItem.JointPlatform, "Joint-action platform for governance, letters and visits and stability work (综治信访维稳联动平台). T018."),
    ("GOVERNANCE_IN_CENTRE", ConstructionItem.GovernanceInCentre, "Governance in the three-in-one centre (综治). G028."),
    ("GRIDS_IN_CENTRE", ConstructionItem.GridsInCentre, "Grid management in it (网格化). G028."),
    ("SHARP_EYES_IN_CENTRE", ConstructionItem.SharpEyesInCentre, "Sharp Eyes in it (雪亮工程). G028."),
    ("MARKET_LINK", ConstructionItem.MarketLink, "Link with the market supervision platform (市场监管平台). G029."),
    ("ENFORCEMENT_LINK", ConstructionItem.EnforcementLink, "Link with the comprehensive enforcement platform (综合执法平台). G029."),
    ("SERVICE_LINK", ConstructionItem.ServiceLink, "Link with the convenience service platform (便民服务平台). G029."),
    ("COMMAND_CENTRE_LINK", ConstructionItem.CommandCentreLink, "Link with the grid command centre (网格化服务管理指挥中心). G058."),
    ("SHARP_EYES_LINK", ConstructionItem.SharpEyesLink, "Link with the Sharp Eyes dispatch centre (“雪亮工程”指挥调度中心). G058."),
    ("INFORMATION_SYSTEM", ConstructionItem.InformationSystem, "Governance information system (综治信息系统). G033."),
    ("ORGANISATIONS_MODULE", ConstructionItem.OrganisationsModule, "Module: organs and teams (综治机构和综治队伍). G034."),
    ("SPECIAL_GROUPS_MODULE", ConstructionItem.SpecialGroupsModule, "Module: special groups (特殊人群管理). The hub holds that it is built, nothing of what is in it. G034."),
    ("PUBLIC_ORDER_MODULE", ConstructionItem.PublicOrderModule, "Module: public order (社会治安管理). G034."),
    ("POPULATION_MODULE", ConstructionItem.PopulationModule, "Module: resident population (实有人口管理). G034."),
    ("YOUTH_MODULE", ConstructionItem.YouthModule, "Module: youth (重点青少年管理). G034."),
    ("NEW_ORGANISATIONS_MODULE", ConstructionItem.NewOrganisationsModule, "Module: new economic and social organisations (两新组织管理). G034."),
    ("LINE_PROTECTION_MODULE", ConstructionItem.LineProtectionModule, "Module: protection of roads and lines (护路护线管理). G034."),
    ("SCHOOL_SAFETY_MODULE", ConstructionItem.SchoolSafetyModule, "Module: schools and surroundings (校园及周边安全管理). G034."),
    ("DISPUTES_MODULE", ConstructionItem.DisputesModule, "Module: disputes (矛盾纠纷排查管理). G034."),
    ("GOVERNANCE_PLATFORM", ConstructionItem.GovernancePlatform, "Governance platform (综治工作平台). G035."),
    ("MARKET_PLATFORM", ConstructionItem.MarketPlatform, "Market supervision platform (市场监管平台). G035."),
    ("ENFORCEMENT_PLATFORM", ConstructionItem.EnforcementPlatform, "Comprehensive enforcement platform (综合执法平台). G035."),
    ("SERVICE_PLATFORM", ConstructionItem.ServicePlatform, "Convenience service platform (便民服务平台). G035."),
    ("PARTY_BUILDING_TOPIC", ConstructionItem.PartyBuildingTopic, "Topic of party building (智慧党建应用专题), before all others. G036, G037."),
    ("DEPARTMENT_TOPIC", ConstructionItem.DepartmentTopic, "Topic of a department, with its name (部门应用专题). G036."),
    ("DEPARTMENT_SYSTEMS", ConstructionItem.DepartmentSystems, "Business systems of the departments connected (打通各部门业务数据信息系统). G038."));
