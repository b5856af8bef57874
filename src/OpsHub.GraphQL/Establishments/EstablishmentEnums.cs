using OpsHub.Domain.Establishments;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Establishments;

/// <summary>Classes.</summary>
internal sealed class TownshipClassType() : EnumType<TownshipClass>("TownshipClass", "Class of a township or street (乡镇街道类别). R003.",
    ("FIRST", TownshipClass.First, "Class 1 (一类)."),
    ("SECOND", TownshipClass.Second, "Class 2 (二类)."),
    ("THIRD", TownshipClass.Third, "Class 3 (三类): small ones, which reduce organs. R022."));

/// <summary>Kinds of organs.</summary>
internal sealed class TownshipOrganKindType() : EnumType<TownshipOrganKind>("TownshipOrganKind", "Kind of an organ of a township (机构性质). T030-T032.",
    ("OFFICE", TownshipOrganKind.Office, "Party-government organ (党政机构): at most 6. T030."),
    ("STATION", TownshipOrganKind.Station, "Public-institution station (事业站所): at most 3, co-managed ones on county posts aside. T031, T035."),
    ("BRIGADE", TownshipOrganKind.Brigade, "Comprehensive enforcement brigade (综合行政执法大队): one. T032."));

/// <summary>The three of one each.</summary>
internal sealed class UnityItemType() : EnumType<UnityItem>("UnityItem", "One of the three things of which a township has one (三个一). R024.",
    ("APPROVAL_SEAL", UnityItem.ApprovalSeal, "One seal for approval (一枚印章管审批)."),
    ("ENFORCEMENT_TEAM", UnityItem.EnforcementTeam, "One team for enforcement (一支队伍管执法)."),
    ("GOVERNANCE_PLATFORM", UnityItem.GovernancePlatform, "One platform for governance (一个平台管治理)."));
