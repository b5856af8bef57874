using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using static OpsHub.Domain.Filings.FilingRefusals;

namespace OpsHub.Domain.Filings;

/// <summary>Who puts what on file, and who reads it (制度备案权限). Part 4: what governs an area is read by every organ within it and above it; what was published, by everyone.</summary>
public static class FilingAccess
{
    /// <summary>May the actor read what a unit has on file, and what it owes? Keys, residents and gateways read published lists alone.</summary>
    public static bool Reads(Actor actor, UnitCode unit, IsWithin isWithin) => actor.Role switch
    {
        Role.Auditor or Role.Scheduler => true,
        Role.Resident or Role.WallKey or Role.Integrator or Role.Hotline => false,
        _ => isWithin(actor.Organ.Unit, unit) || isWithin(unit, actor.Organ.Unit),
    };

    /// <summary>May the actor read the trace of a unit's record? Part 4, column Trace, among those who read the record.</summary>
    public static bool ReadsTrace(Actor actor, UnitCode unit, IsWithin isWithin) => Reads(actor, unit, isWithin) && ReadAccess.Trace(actor, unit, isWithin);

    /// <summary>May the actor read what is owed below a unit, too? Only who stands at it or above it.</summary>
    public static bool ReadsBelow(Actor actor, UnitCode unit, IsWithin isWithin) => actor.Role is Role.Auditor or Role.Scheduler
        || (Reads(actor, unit, isWithin) && isWithin(unit, actor.Organ.Unit));

    /// <summary>May the actor read how many of a city's counties have filed (备案覆盖率)? A043: the city's organs and keys; figures only.</summary>
    public static bool ReadsCoverage(Actor actor, UnitCode city, IsWithin isWithin) =>
        ReadAccess.Status(actor, city, isWithin) || (actor.Role == Role.Department && actor.Organ.Unit == city);

    /// <summary>May the actor read a document? Those who read the unit's, and of a published list in force everyone.</summary>
    public static bool Reads(Actor actor, UnitCode unit, FiledDocument document, IsWithin isWithin) => document.IsPublic || Reads(actor, unit, isWithin);

    /// <summary>Null when the actor may put a document of the kind on file, and withdraw it.</summary>
    internal static Refusal? Issues(Actor actor, FilingKind kind, OrganCode of, FilingPlace place) => kind switch
    {
        FilingKind.ImplementingMeasures => County(actor, place, "A042"),
        FilingKind.AssessmentMeasures => IsCounty(actor, place) || (actor.Role == Role.PerformanceOrgan && actor.Organ == OrganCode.Of(place.County))
            ? null
            : NotAllowed("A048", "县市区党委、政府或者绩效考核部门", "the county's party committee and government, or its performance organ"),
        FilingKind.DetailedRules => IsCounty(actor, place) || (actor.Role is Role.Department or Role.TownshipGovernment && actor.Organ == of)
            ? null
            : NotAllowed("A047", "县市区党委、政府或者制定细则的单位", "the county's party committee and government, or the unit that makes the rules"),
        _ => IsCounty(actor, place) || IsTownship(actor, place) ? null : NotAllowed("R019", "县市区党委、政府或者本乡镇街道", "the county's party committee and government, or the township itself"),
    };

    /// <summary>Null when the actor may publish a list. T009: the directory is the county's to publish.</summary>
    internal static Refusal? Publishes(Actor actor, FilingKind kind, FilingPlace place) =>
        IsCounty(actor, place) || (kind != FilingKind.ServiceDirectory && IsTownship(actor, place)) ? null
        : kind == FilingKind.ServiceDirectory ? NotAllowed("T009", "县市区党委、政府", "the county's party committee and government")
        : NotAllowed("T111", "县市区党委、政府或者本乡镇街道", "the county's party committee and government, or the township itself");

    internal static Refusal? County(Actor actor, FilingPlace place, string rule) => IsCounty(actor, place) ? null : NotAllowed(rule, "县市区党委、政府", "the county's party committee and government");

    private static bool IsCounty(Actor actor, FilingPlace place) => actor.Role == Role.CountyGovernment && actor.Organ == OrganCode.Of(place.County);

    private static bool IsTownship(Actor actor, FilingPlace place) => actor.Role == Role.TownshipGovernment && actor.Organ == OrganCode.Of(place.Unit);
}
