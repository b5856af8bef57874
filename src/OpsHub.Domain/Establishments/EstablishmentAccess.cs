using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using static OpsHub.Domain.Establishments.EstablishmentRefusals;

namespace OpsHub.Domain.Establishments;

/// <summary>Who changes organs and establishment, and who reads them (权限). Part 4: changed by the county's establishment office alone; read by whoever reads the area.</summary>
public static class EstablishmentAccess
{
    /// <summary>Does the actor act for the county's establishment office?</summary>
    public static bool IsOffice(Actor actor, UnitCode county) => actor.Role == Role.EstablishmentOffice && actor.Organ == OrganCode.Of(county);

    /// <summary>May the actor read the establishment of a county, or the set of a township? Part 4, hierarchy and live status.</summary>
    public static bool Reads(Actor actor, UnitCode unit, IsWithin isWithin) => ReadAccess.Status(actor, unit, isWithin);

    /// <summary>May the actor read organs, nameplates and documents by name, too? Keys and gateways read counts, unity and flags alone.</summary>
    public static bool ReadsNames(Actor actor) => actor.Role is not (Role.WallKey or Role.Integrator or Role.Hotline);

    /// <summary>Does the actor read what was written there as it was written? The unit itself and its county: personal numbers are masked for all others.</summary>
    public static bool ReadsUnmasked(Actor actor, UnitCode county, UnitCode township) => actor.Organ == OrganCode.Of(township) || actor.Organ == OrganCode.Of(county);

    /// <summary>May the actor read the trace of a county's establishment? The office its own; others as they read records of the county.</summary>
    public static bool ReadsTrace(Actor actor, UnitCode county, IsWithin isWithin) => IsOffice(actor, county) || ReadAccess.Trace(actor, county, isWithin);

    /// <summary>Why the actor may not give the command; null when it may.</summary>
    internal static Refusal? Forbids(Actor actor, UnitCode county, EstablishmentCommand command) =>
        IsOffice(actor, county) || (command is RecordOutsideStaff own && actor.Role == Role.TownshipGovernment && actor.Organ == OrganCode.Of(own.Township)) ? null
        : actor.Role switch
        {
            Role.TownshipGovernment or Role.TownshipGovernanceCentre when command is TownshipCommand => NotAllowed("T037", "乡镇街道的机构由县市区统一确定，不得自行变更",
                "Names, number and duties of organs are decided uniformly by the county; a township cannot change its own set"),
            Role.Department or Role.AgencyStaff => NotAllowed("R047", "部门不得以各种理由干预乡镇街道机构设置和人员配备", "Departments do not interfere in the organs and staffing of townships"),
            _ => NotAllowed("R051", "由县市区机构编制部门办理", "The county's establishment office changes organs and establishment"),
        };
}
