using System.Text.Json.Serialization;

namespace OpsHub.Domain.Governance;

/// <summary>A set of things to be built, counted together (建设任务).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ConstructionSet>))]
public enum ConstructionSet
{
    /// <summary>Joint-action platform of a township (综治信访维稳联动平台). T018.</summary>
    JointPlatform,

    /// <summary>Three-in-one centre of a township (“三合一”实战中心). G028.</summary>
    ThreeInOne,

    /// <summary>Links with the other three platforms (三大平台互联互通). G029.</summary>
    PlatformLinks,

    /// <summary>Links with command centre and Sharp Eyes dispatch (一体化运作). G058.</summary>
    CentreLinks,

    /// <summary>Governance information system (综治信息系统). G033.</summary>
    InformationSystem,

    /// <summary>Nine modules of that system (9+X 模块). G034.</summary>
    Modules,

    /// <summary>The four platforms (四个平台). G035.</summary>
    FourPlatforms,

    /// <summary>Twelve topics of departments (12 个部门应用专题). G036, G037.</summary>
    Topics,

    /// <summary>Departments' systems connected (打通部门业务系统). G038.</summary>
    DepartmentSystems,
}

/// <summary>Something to be built (建设项目). Its rule stands in <see cref="ConstructionRule"/>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ConstructionItem>))]
public enum ConstructionItem
{
    /// <summary>Joint-action platform for governance, letters and visits and stability work (综治信访维稳联动平台). T018.</summary>
    JointPlatform,

    /// <summary>Governance in the three-in-one centre (综治). G028.</summary>
    GovernanceInCentre,

    /// <summary>Grid management in it (网格化). G028.</summary>
    GridsInCentre,

    /// <summary>Sharp Eyes in it (雪亮工程). G028.</summary>
    SharpEyesInCentre,

    /// <summary>Link with the market supervision platform (市场监管平台). G029.</summary>
    MarketLink,

    /// <summary>Link with the comprehensive enforcement platform (综合执法平台). G029.</summary>
    EnforcementLink,

    /// <summary>Link with the convenience service platform (便民服务平台). G029.</summary>
    ServiceLink,

    /// <summary>Link with the grid command centre (网格化服务管理指挥中心). G058.</summary>
    CommandCentreLink,

    /// <summary>Link with the Sharp Eyes dispatch centre (“雪亮工程”指挥调度中心). G058.</summary>
    SharpEyesLink,

    /// <summary>Governance information system (综治信息系统). G033.</summary>
    InformationSystem,

    /// <summary>Module: organs and teams (综治机构和综治队伍). G034.</summary>
    OrganisationsModule,

    /// <summary>Module: special groups (特殊人群管理). The hub holds that it is built, nothing of what is in it. G034.</summary>
    SpecialGroupsModule,

    /// <summary>Module: public order (社会治安管理). G034.</summary>
    PublicOrderModule,

    /// <summary>Module: resident population (实有人口管理). G034.</summary>
    PopulationModule,

    /// <summary>Module: youth (重点青少年管理). G034.</summary>
    YouthModule,

    /// <summary>Module: new economic and social organisations (两新组织管理). G034.</summary>
    NewOrganisationsModule,

    /// <summary>Module: protection of roads and lines (护路护线管理). G034.</summary>
    LineProtectionModule,

    /// <summary>Module: schools and surroundings (校园及周边安全管理). G034.</summary>
    SchoolSafetyModule,

    /// <summary>Module: disputes (矛盾纠纷排查管理). G034.</summary>
    DisputesModule,

    /// <summary>Governance platform (综治工作平台). G035.</summary>
    GovernancePlatform,

    /// <summary>Market supervision platform (市场监管平台). G035.</summary>
    MarketPlatform,

    /// <summary>Comprehensive enforcement platform (综合执法平台). G035.</summary>
    EnforcementPlatform,

    /// <summary>Convenience service platform (便民服务平台). G035.</summary>
    ServicePlatform,

    /// <summary>Topic of party building (智慧党建应用专题), before all others. G036, G037.</summary>
    PartyBuildingTopic,

    /// <summary>Topic of a department, with its name (部门应用专题). G036.</summary>
    DepartmentTopic,

    /// <summary>Business systems of the departments connected (打通各部门业务数据信息系统). G038.</summary>
    DepartmentSystems,
}

/// <summary>What a county or city owes (应办事项); open by itself until it is recorded. Its rule stands in <see cref="ObligationRule"/>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ObligationKind>))]
public enum ObligationKind
{
    /// <summary>Leading group (领导小组). G042.</summary>
    LeadingGroup,

    /// <summary>Post of the principal leader, responsible (主要领导负责). G061.</summary>
    PrincipalLeader,

    /// <summary>Post of the leader in charge, who takes the lead (主管领导牵头). G061.</summary>
    LeaderInCharge,

    /// <summary>Plan with measures and owners (工作方案). G043.</summary>
    Plan,

    /// <summary>Pay and its growth (薪酬正常增长机制), every year. G026.</summary>
    PayMechanism,

    /// <summary>Guarantee of treatment (待遇保障机制). G057.</summary>
    TreatmentGuarantee,

    /// <summary>Special fund (专项经费), every year. G044.</summary>
    SpecialFund,
}

/// <summary>How something owed stands (办理状态).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ObligationStatus>))]
public enum ObligationStatus
{
    /// <summary>Not recorded (未办). Never closes by itself.</summary>
    Open,

    /// <summary>Not recorded, and its time is over (逾期).</summary>
    Overdue,

    /// <summary>Recorded (已办).</summary>
    Done,

    /// <summary>Recorded, after its time (逾期办理).</summary>
    DoneLate,
}

/// <summary>Who owns a matter of the power and responsibility list (事项归属). T026.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PowerOwner>))]
public enum PowerOwner
{
    /// <summary>The township government (乡镇政府).</summary>
    Township,

    /// <summary>The village or residents' committee (村(居)民委员会).</summary>
    Committee,

    /// <summary>The rural collective economic organisation (农村集体经济组织).</summary>
    Collective,
}
