using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Accounts;

/// <summary>True when the unit stands at or below the other, by parents in force (是否在辖区内).</summary>
public delegate bool IsWithin(UnitCode unit, UnitCode above);

/// <summary>Who reads what (读取权限): part 4 of the rules, Reads, the rows that first light needs. The full matrix joins here.
/// What a role may not read answers as if it weren't there. Case detail stands in <see cref="Cases.CaseAccess.Reads"/>.</summary>
public static class ReadAccess
{
    /// <summary>May the actor read a unit's live figures, and of its cases what a wall may show? Names of units are open to everyone signed in.</summary>
    public static bool Status(Actor actor, UnitCode unit, IsWithin isWithin) => actor.Role switch
    {
        Role.Auditor or Role.Scheduler => true,
        // Published content only, and nothing is published yet.
        Role.Resident => false,
        // A department reads its agencies, not the area.
        Role.Department => false,
        // Its own agency and the host township, but not what lies below.
        Role.AgencyStaff => actor.Organ.Kind == OrganKind.Agency && unit == actor.Organ.Unit,
        Role.GridWorker or Role.GroupParty => actor.Organ.Kind == OrganKind.Unit && unit == actor.Organ.Unit,
        // Their own community, not its grids.
        Role.Council or Role.SupervisionCommittee => actor.Organ.Kind == OrganKind.Unit && unit == actor.Organ.Unit,
        // The administrator keeps the hub running and sees its figures, never a case (G021).
        Role.CommunityCommittee or Role.CommunityParty or Role.TownshipGovernment or Role.TownshipGovernanceCentre or Role.CountyCommandCentre
            or Role.CountyGovernment or Role.PerformanceOrgan or Role.OrganisationDepartment or Role.EstablishmentOffice or Role.CityGovernanceOffice or Role.WallKey or Role.Integrator or Role.Hotline or Role.Administrator
            => actor.Organ.Kind == OrganKind.Unit && isWithin(unit, actor.Organ.Unit),
        _ => false,
    };

    /// <summary>May the actor read a stationed agency and its live figures?</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="agency">The agency.</param>
    /// <param name="department">Its dispatching department.</param>
    /// <param name="served">Townships it serves.</param>
    /// <param name="isWithin">Parents in force.</param>
    public static bool Agency(Actor actor, OrganCode agency, OrganCode department, IEnumerable<UnitCode> served, IsWithin isWithin) => actor.Role switch
    {
        Role.AgencyStaff => actor.Organ == agency,
        Role.Department => actor.Organ == department,
        _ => served.Any(township => Status(actor, township, isWithin)),
    };

    /// <summary>May the actor read the trace of a unit's record? Part 4, column Trace: those whose own it is or who stand above; agencies, departments and
    /// residents read traces of cases only, walls, councils, supervision committees, performance organs, organisation departments and establishment offices none. The administrator, who imports units, reads what became of it.</summary>
    public static bool Trace(Actor actor, UnitCode unit, IsWithin isWithin) =>
        actor.Role is not (Role.WallKey or Role.AgencyStaff or Role.Council or Role.SupervisionCommittee or Role.PerformanceOrgan or Role.OrganisationDepartment
            or Role.EstablishmentOffice) && Status(actor, unit, isWithin);

    /// <summary>May the actor read the trace of an agency's record? Its own staff, its department, and whoever reads traces of a township it serves.</summary>
    public static bool AgencyTrace(Actor actor, OrganCode agency, OrganCode department, IEnumerable<UnitCode> served, IsWithin isWithin) =>
        actor.Role != Role.WallKey && Agency(actor, agency, department, served, isWithin);

    /// <summary>The cases that the actor may list in detail. Goes with <see cref="Cases.CaseAccess.Reads"/>, which judges each one.</summary>
    public static CaseScope Cases(Actor actor) => actor.Role switch
    {
        Role.Auditor or Role.Scheduler => CaseScope.All,
        Role.AgencyStaff or Role.Department => new CaseScope(Party: actor.Organ),
        Role.GridWorker or Role.CommunityCommittee or Role.CommunityParty or Role.TownshipGovernment or Role.TownshipGovernanceCentre or Role.CountyCommandCentre
            or Role.Integrator or Role.Hotline when actor.Organ.Kind == OrganKind.Unit => new CaseScope(Unit: actor.Organ.Unit),
        Role.CountyGovernment or Role.CityGovernanceOffice when actor.Organ.Kind == OrganKind.Unit => new CaseScope(Unit: actor.Organ.Unit, EscalatedOnly: true),
        // Aggregates only: wall, administrator, council, supervision committee; nothing: a building's or group's party organisation; a resident asks after its own reports by their ids.
        _ => CaseScope.None,
    };
}

/// <summary>Which cases an actor may list (案件可见范围).</summary>
/// <param name="Unit">Those of this unit's subtree.</param>
/// <param name="Party">Those that this organ leads or assists.</param>
/// <param name="IsEmpty">None at all.</param>
/// <param name="EscalatedOnly">Of those, the ones that were escalated.</param>
public sealed record CaseScope(UnitCode? Unit = null, OrganCode? Party = null, bool IsEmpty = false, bool EscalatedOnly = false)
{
    /// <summary>Every case.</summary>
    public static readonly CaseScope All = new();

    /// <summary>No case.</summary>
    public static readonly CaseScope None = new(IsEmpty: true);
}
