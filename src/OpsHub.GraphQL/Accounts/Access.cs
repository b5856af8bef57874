using OpsHub.Contracts.Cases;
using OpsHub.Contracts.Consultations;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Accounts;

/// <summary>The one place where resolvers, node look-ups and events ask whether the actor may see something. The rules are
/// <see cref="ReadAccess"/>, <see cref="CaseAccess"/> and <see cref="ConsultationAccess"/>; here the hierarchy in force is added.</summary>
internal sealed class Access(IHubDirectory directory)
{
    /// <summary>May the actor see a unit's live figures?</summary>
    public bool Status(Actor actor, UnitCode unit) => ReadAccess.Status(actor, unit, directory.IsWithin);

    /// <summary>Those of the units whose figures the actor may see: whoever sees a unit doesn't always see what lies below.</summary>
    public IReadOnlyList<UnitRow> Seen(Actor actor, IReadOnlyList<UnitRow> units)
    {
        for (var i = 0; i < units.Count; i++)
        {
            if (!Status(actor, units[i].Code))
                return [.. units.Where(u => Status(actor, u.Code))];
        }

        return units;
    }

    /// <summary>May the actor look the unit up? Its own always; names of ancestors are reached through it.</summary>
    public bool Unit(Actor actor, UnitCode unit) => unit == actor.Organ.Unit || Status(actor, unit);

    public bool Agency(Actor actor, AgencyRow agency) =>
        ReadAccess.Agency(actor, agency.Code, agency.Department, agency.Served, directory.IsWithin);

    public bool Case(Actor actor, CaseView view) =>
        Case(actor, directory.InForce(view.Case).Placement, view.Case.Lead, view.Case.Assists, view.Case.Holder, view.Case.Escalation, view.Case.Reporters);

    public bool Case(Actor actor, CaseRow row) =>
        Case(actor, directory.InForce(row), row.Lead, row.Assists, row.Holder, row.Escalation, null);

    public bool Consultation(Actor actor, ConsultationView view) =>
        directory.Reads(actor, view.State);

    public bool Consultation(Actor actor, ConsultationRow row) => directory.Reads(actor, row);

    /// <summary>May the actor read the consultation's trace? Council and supervision committee read none.</summary>
    public bool ConsultationTrace(Actor actor, ConsultationView view) =>
        ConsultationAccess.ReadsTrace(actor, directory.PlaceNow(view.State), directory.CommunitiesNow(view.State.Communities), view.State.Matter.DelegatedBy, ConsultationStanding.Of(view.State), directory.IsWithin);

    /// <summary>Throws NOT_FOUND unless the actor may see the unit's live figures.</summary>
    public void RequireStatus(Actor actor, UnitCode unit)
    {
        if (!Status(actor, unit))
            throw RequestError.NotFound($"unit {unit}");
    }

    /// <summary>Throws NOT_FOUND unless the actor may read the trace of the unit's record.</summary>
    public void RequireTrace(Actor actor, UnitCode unit)
    {
        if (!ReadAccess.Trace(actor, unit, directory.IsWithin))
            throw RequestError.NotFound($"trace of unit {unit}");
    }

    /// <summary>Throws NOT_FOUND unless the actor may read the trace of the agency's record.</summary>
    public void RequireTrace(Actor actor, AgencyRow agency)
    {
        if (!ReadAccess.AgencyTrace(actor, agency.Code, agency.Department, agency.Served, directory.IsWithin))
            throw RequestError.NotFound($"trace of agency {agency.Code}");
    }

    // Scope follows the units in force, of what is over too: whoever took a grid over reads its cases, who lost it doesn't by that alone. R046, G011.
    private static bool Case(Actor actor, Placement inForce, OrganCode? lead, IEnumerable<OrganCode> assists, OrganCode holder, int escalation, IEnumerable<string>? reporters) =>
        CaseAccess.Reads(actor, inForce, lead, assists, holder, escalation, reporters);
}
