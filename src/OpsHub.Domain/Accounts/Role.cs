namespace OpsHub.Domain.Accounts;

/// <summary>Who an actor is (角色): the rows of the permission matrix that first light needs. Part 4 of the rules.</summary>
public enum Role
{
    /// <summary>Resident or reporter (居民、报事人): own reports only.</summary>
    Resident,

    /// <summary>Grid worker (网格员): own grid.</summary>
    GridWorker,

    /// <summary>Community or village committee (居委会、村委会): own community.</summary>
    CommunityCommittee,

    /// <summary>Township party committee or government (乡镇街道党(工)委、政府): own township and below; the township leader.</summary>
    TownshipGovernment,

    /// <summary>Township governance centre (综治中心): coordinates, dispatches and, where delegated, verifies. G014.</summary>
    TownshipGovernanceCentre,

    /// <summary>Head or staff of a stationed agency (派驻机构): own cases.</summary>
    AgencyStaff,

    /// <summary>Dispatching department of a county (派出部门): cases it leads.</summary>
    Department,

    /// <summary>County command centre (网格化服务管理指挥中心): own county. G013, G016.</summary>
    CountyCommandCentre,

    /// <summary>County party committee or government (县市区党委、政府): aggregates and escalated cases.</summary>
    CountyGovernment,

    /// <summary>City governance office (市综治办): city-wide aggregates. G012.</summary>
    CityGovernanceOffice,

    /// <summary>Read-only key of a wall (大屏密钥): aggregates of one unit; of late cases only category, unit, holder, age.</summary>
    WallKey,

    /// <summary>Integrator (集成方): reads and files by the scope granted with the key.</summary>
    Integrator,

    /// <summary>The 12345 gateway (12345 热线): files tickets and may enter past instants. G017.</summary>
    Hotline,

    /// <summary>The hub itself (系统): terms, rungs, jobs.</summary>
    Scheduler,

    /// <summary>Discipline or audit (纪检、审计): reads everything, changes nothing.</summary>
    Auditor,

    /// <summary>Administrator (管理员): accounts, seeds, parameters. May not act on cases, nor edit a trace (G021).</summary>
    Administrator,

    /// <summary>Party organisation of a community or village (社区、村党组织): proposes topics, puts results into Sunshine works. C034, C055.</summary>
    CommunityParty,

    /// <summary>Party organisation of a building, estate or villagers' group (楼宇小区、村民小组党组织): own grid. C080.</summary>
    GroupParty,

    /// <summary>Consultation council (议事会): makes the plan, holds the session. C035, C075.</summary>
    Council,

    /// <summary>Supervision committee of a community or village (居(村)务监督委员会): follows what was agreed. C057.</summary>
    SupervisionCommittee,

    /// <summary>The county's performance assessment organ (绩效考核部门): determines plans, finalises scores, sets grades. A033, A038.</summary>
    PerformanceOrgan,

    /// <summary>The county's organisation department (组织部门): heads of agencies, inquiries, secondments. A007, A010, A015.</summary>
    OrganisationDepartment,

    /// <summary>Establishment office of a county or the city (机构编制部门、编办): the county's changes organs and establishment of its townships. T037, R047, R051.</summary>
    EstablishmentOffice,
}
