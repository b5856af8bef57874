using GraphQL.Types;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Notices;
using OpsHub.GraphQL.Agencies;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Hierarchy;
using OpsHub.GraphQL.Notices;

namespace OpsHub.GraphQL.Accounts;

/// <summary>Language of texts for people.</summary>
internal sealed class LanguageType() : EnumType<Language>("Language", "Language of texts for people (语言).",
    ("ZH", Language.Zh, "Chinese (中文), the default."),
    ("EN", Language.En, "English (英文)."));

/// <summary>Roles of the permission matrix.</summary>
internal sealed class RoleType() : EnumType<Role>("Role", "Who an actor is (角色): the rows of the permission matrix, part 4 of the rules.",
    ("RESIDENT", Role.Resident, "Resident or reporter (居民、报事人): own reports only. G053."),
    ("GRID_WORKER", Role.GridWorker, "Grid worker (网格员): own grid."),
    ("COMMUNITY_COMMITTEE", Role.CommunityCommittee, "Community or village committee (居委会、村委会): own community."),
    ("TOWNSHIP_GOVERNMENT", Role.TownshipGovernment, "Township party committee or government (乡镇街道党(工)委、政府): own township and below."),
    ("TOWNSHIP_GOVERNANCE_CENTRE", Role.TownshipGovernanceCentre, "Township governance centre (综治中心): dispatches and verifies where delegated. G014."),
    ("AGENCY_STAFF", Role.AgencyStaff, "Head or staff of a stationed agency (派驻机构): the agency's own cases."),
    ("DEPARTMENT", Role.Department, "Dispatching department (派出部门): its own cases and agencies."),
    ("COUNTY_COMMAND_CENTRE", Role.CountyCommandCentre, "County command centre (指挥中心): own county. G013, G016."),
    ("COUNTY_GOVERNMENT", Role.CountyGovernment, "County party committee or government (县市区党委、政府): aggregates of the county."),
    ("CITY_GOVERNANCE_OFFICE", Role.CityGovernanceOffice, "City governance office (市综治办): aggregates of the city. G012."),
    ("WALL_KEY", Role.WallKey, "Read-only key of a wall (大屏密钥): aggregates of one unit, and of cases category, unit, holder and age."),
    ("INTEGRATOR", Role.Integrator, "Integrator (集成方): reads and reports within the unit granted with the key."),
    ("HOTLINE", Role.Hotline, "The 12345 gateway (12345 热线): files tickets, may enter past instants. G017."),
    ("SCHEDULER", Role.Scheduler, "The hub itself (系统): terms, rungs, jobs."),
    ("AUDITOR", Role.Auditor, "Discipline or audit (纪检、审计): reads everything, changes nothing."),
    ("ADMINISTRATOR", Role.Administrator, "Administrator (管理员): accounts, seeds, parameters, aggregates; never a case. G021."),
    ("COMMUNITY_PARTY", Role.CommunityParty, "Party organisation of a community or village (社区、村党组织): own community, drafts too; proposes topics, puts results into the Sunshine works. C034, C055."),
    ("GROUP_PARTY", Role.GroupParty, "Party organisation of a building, estate or villagers' group (楼宇小区、村民小组党组织): consultations of its own grid. C080."),
    ("COUNCIL", Role.Council, "Consultation council (议事会): own community's consultations; makes the plan, holds the session. C035, C075."),
    ("SUPERVISION_COMMITTEE", Role.SupervisionCommittee, "Supervision committee of a community or village (居(村)务监督委员会): follows what was agreed. C057."),
    ("PERFORMANCE_ORGAN", Role.PerformanceOrgan, "The county's performance assessment organ (绩效考核部门): figures of its county. A033."),
    ("ORGANISATION_DEPARTMENT", Role.OrganisationDepartment, "The county's organisation department (组织部门): figures of its county. A007."),
    ("ESTABLISHMENT_OFFICE", Role.EstablishmentOffice, "Establishment office of a county or the city (机构编制部门): figures of its area; the county's changes organs and establishment of its townships. T037, R047, R051."));

/// <summary>Who is asking.</summary>
internal sealed class ViewerType : Described<Viewer>
{
    public ViewerType(IHubDirectory directory, NoticePages notices) : base("Viewer", "Who is asking (当前身份): role and unit decide what may be read and done. Rules part 4.")
    {
        One<StringGraphType>("principal", "Stable id of the account or token; never a person's name.", v => v.Actor.Principal);
        One<RoleType>("role", "The role it acts in (角色).", v => v.Actor.Role);
        One<OrganType>("organ", "The unit, agency or department it acts for (所属单位).", v => v.Actor.Organ);
        Maybe<UnitType>("unit", "The unit of the organ: itself, an agency's host township, a department's county; null when unknown to the hub.",
            v => directory.Unit(v.Actor.Organ.Unit));
        One<LanguageType>("language", "Language of refusals and explanations for this actor (语言).", v => v.Language);
        One<BooleanGraphType>("seesChannels", "True when the actor may see the channels of its own organ (可查看推送渠道): noticeChannels answers.", v => NoticeAccess.Channels(v.Actor, v.Actor.Organ));
        One<BooleanGraphType>("seesAllChannels", "True when it may see those of every organ, and the failing ones of the whole hub (可查看全部渠道).", v => NoticeAccess.AllChannels(v.Actor));
        AskOne<NoticeConnectionType>("notices", "What the actor's organ is told (提醒), newest first. NOT_FOUND for roles that read no notices.",
            (context, v) => notices.Page(context, v.Actor.Organ)).OfNotices();
    }
}
