using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Governance;

/// <summary>Who records and reads grid governance (综治与网格建设权限): each its own. Part 4 of the rules; who records what is assumed where the rule names nobody.</summary>
public static class GovernanceAccess
{
    private static readonly ImmutableList<Role> OfCity = [Role.CityGovernanceOffice];
    private static readonly ImmutableList<Role> OfCounty = [Role.CountyCommandCentre, Role.CountyGovernment];
    private static readonly ImmutableList<Role> OfTownship = [Role.TownshipGovernanceCentre, Role.TownshipGovernment];

    private static readonly ImmutableDictionary<Type, (string Rule, ImmutableList<UnitLevel> Levels)> Table = new Dictionary<Type, (string, ImmutableList<UnitLevel>)>
    {
        [typeof(SetConstruction)] = ("G034", [UnitLevel.City, UnitLevel.County, UnitLevel.Township]),
        [typeof(RecordObligation)] = ("G042", [UnitLevel.City, UnitLevel.County]),
        [typeof(SetCommandStaff)] = ("G016", [UnitLevel.County]),
        [typeof(SetPlan)] = ("G043", [UnitLevel.County]),
        [typeof(ActivateWorkerScheme)] = ("G027", [UnitLevel.County]),
        [typeof(RetireWorkerScheme)] = ("G027", [UnitLevel.County]),
        [typeof(DelegatePowers)] = ("T025", [UnitLevel.City]),
        [typeof(EndDelegation)] = ("T025", [UnitLevel.City]),
        [typeof(SetPower)] = ("T026", [UnitLevel.Township]),
        [typeof(OpenCampaign)] = ("G054", [UnitLevel.Township]),
        [typeof(CloseCampaign)] = ("G054", [UnitLevel.Township]),
        [typeof(RecordRegularMeeting)] = ("T020", [UnitLevel.Township]),
    }.ToImmutableDictionary();

    /// <summary>May the actor give a command of this type to the unit's governance file?</summary>
    public static Refusal? Records(Actor actor, UnitCode unit, Type command)
    {
        if (!Table.TryGetValue(command, out var row))
            return actor.Role == Role.Scheduler ? null : GovernanceRefusals.NotAllowed("HUB", "由系统办理", "The hub itself does this");
        if (!row.Levels.Contains(unit.Level))
            return GovernanceRefusals.Input("unit", row.Rule, "不由这一层级登记", "This is not recorded at this level");
        return actor.Organ == OrganCode.Of(unit) && RolesOf(unit.Level).Contains(actor.Role) ? null : GovernanceRefusals.NotAllowed(
            row.Rule, "由本级综治办、指挥中心（综治中心）或党委、政府登记本单位事项", "A unit's own governance office or centre, or its government, records this");
    }

    /// <summary>May the actor equip a community's grids? Its committee and party organisation, and the township's governance centre. G014, G015.</summary>
    public static Refusal? Equips(Actor actor, UnitCode community, IsWithin isWithin) =>
        (actor.Role is Role.CommunityCommittee or Role.CommunityParty && actor.Organ == OrganCode.Of(community))
        || (actor.Role == Role.TownshipGovernanceCentre && actor.Organ.Kind == OrganKind.Unit && isWithin(community, actor.Organ.Unit))
            ? null
            : GovernanceRefusals.NotAllowed("G015", "网格由本社区（村）或所属乡镇街道综治中心配备", "Grids are equipped by their own community, or its township's governance centre");

    /// <summary>May the actor edit and adopt a township's analysis report? Its governance centre. T023.</summary>
    public static Refusal? Analyses(Actor actor, UnitCode township) => actor.Role == Role.TownshipGovernanceCentre && actor.Organ == OrganCode.Of(township)
        ? null
        : GovernanceRefusals.NotAllowed("T023", "分析研判报告由本乡镇街道综治中心修改、采用", "The township's own governance centre edits and adopts the report");

    /// <summary>May the actor read the files and reports of a unit? Those of the area's organs and of those above it; keys, residents and gateways read figures or nothing.</summary>
    public static bool Reads(Actor actor, UnitCode unit, IsWithin isWithin) => actor.Role switch
    {
        Role.Auditor or Role.Scheduler => true,
        Role.CommunityCommittee or Role.CommunityParty or Role.TownshipGovernment or Role.TownshipGovernanceCentre or Role.CountyCommandCentre or Role.CountyGovernment
            or Role.CityGovernanceOffice => actor.Organ.Kind == OrganKind.Unit && isWithin(unit, actor.Organ.Unit),
        _ => false,
    };

    /// <summary>May the actor read indicators of a unit and below: counts alone?</summary>
    public static bool ReadsFigures(Actor actor, UnitCode unit, IsWithin isWithin) => Reads(actor, unit, isWithin) || ReadAccess.Status(actor, unit, isWithin);

    private static ImmutableList<Role> RolesOf(UnitLevel level) => level switch
    {
        UnitLevel.City => OfCity,
        UnitLevel.County => OfCounty,
        _ => OfTownship,
    };
}
