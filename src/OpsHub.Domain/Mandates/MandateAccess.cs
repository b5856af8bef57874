using OpsHub.Domain.Accounts;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Mandates;

/// <summary>Who reads townships' rights and duties (权限). Part 4: the county all of its own; a department, a township, a community what it has part in; results the organisation
/// department and the performance organ, too. Keys, residents and gateways none.</summary>
public static class MandateAccess
{
    /// <summary>Does the actor act for the county's party committee or government?</summary>
    public static bool IsCounty(Actor actor, UnitCode county) => actor.Role == Role.CountyGovernment && actor.Organ == OrganCode.Of(county);

    /// <summary>Does the actor act for a department of the county?</summary>
    public static bool IsDepartment(Actor actor, UnitCode county) => actor.Role == Role.Department && actor.Organ.Unit == county;

    /// <summary>May the actor read anything of the county's record?</summary>
    public static bool Reads(Actor actor, UnitCode county, IsWithin isWithin) => ReadsAll(actor, county) || ReadsResults(actor, county) || IsDepartment(actor, county)
        || (actor.Role is Role.TownshipGovernment or Role.CommunityCommittee && isWithin(actor.Organ.Unit, county));

    /// <summary>May the actor read everything of it, its trace among it?</summary>
    public static bool ReadsAll(Actor actor, UnitCode county) => actor.Role is Role.Auditor or Role.Scheduler || IsCounty(actor, county);

    /// <summary>May the actor read all results of the county's townships? T108.</summary>
    public static bool ReadsResults(Actor actor, UnitCode county) =>
        ReadsAll(actor, county) || (actor.Role is Role.OrganisationDepartment or Role.PerformanceOrgan && actor.Organ == OrganCode.Of(county));

    /// <summary>May the actor read a plan?</summary>
    public static bool Reads(Actor actor, UnitCode county, AreaPlan plan) => ReadsAll(actor, county) || Is(actor, plan.By) || plan.Townships.Exists(t => IsTownship(actor, t));

    /// <summary>May the actor read what a township said of a plan? The township itself, and whose plan it is.</summary>
    public static bool Reads(Actor actor, UnitCode county, AreaPlan plan, AreaOpinion opinion) => ReadsAll(actor, county) || Is(actor, plan.By) || IsTownship(actor, opinion.Township);

    /// <summary>May the actor read a suggestion?</summary>
    public static bool Reads(Actor actor, UnitCode county, TownshipSuggestion s) => ReadsAll(actor, county) || IsTownship(actor, s.Township) || Is(actor, s.To);

    /// <summary>May the actor read a duty?</summary>
    public static bool Reads(Actor actor, UnitCode county, TownshipDuty duty) => ReadsAll(actor, county) || Is(actor, duty.Department) || duty.Townships.Exists(t => IsTownship(actor, t));

    /// <summary>May the actor read a task? The township those of its communities, too.</summary>
    public static bool Reads(Actor actor, UnitCode county, AssignedTask task, IsWithin isWithin) => ReadsAll(actor, county) || Is(actor, task.Department) || IsUnit(actor, task.Unit)
        || (actor.Role == Role.TownshipGovernment && isWithin(task.Unit, actor.Organ.Unit));

    /// <summary>May the actor read an award activity?</summary>
    public static bool Reads(Actor actor, UnitCode county, AwardActivity activity) => ReadsResults(actor, county) || Is(actor, activity.By) || activity.Townships.Exists(t => IsTownship(actor, t));

    /// <summary>May the actor read a township's result and the measures that follow from it? T108.</summary>
    public static bool ReadsResult(Actor actor, UnitCode county, UnitCode township) => ReadsResults(actor, county) || IsTownship(actor, township);

    /// <summary>May the actor read of which years the county was reminded? T016.</summary>
    public static bool ReadsSchemes(Actor actor, UnitCode county) => ReadsAll(actor, county) || (actor.Role == Role.PerformanceOrgan && actor.Organ == OrganCode.Of(county));

    /// <summary>Does the actor assess as this owner of a task? The township itself; for the county its party committee and government, or its performance organ. R038.</summary>
    public static bool Assesses(Actor actor, UnitCode county, OrganCode owner) => owner == OrganCode.Of(county)
        ? IsCounty(actor, county) || (actor.Role == Role.PerformanceOrgan && actor.Organ == owner)
        : actor.Role == Role.TownshipGovernment && actor.Organ == owner;

    /// <summary>May the actor read the task of assessment of a target? Who assesses it, the target itself, and who reads the county's results. R038.</summary>
    public static bool Reads(Actor actor, UnitCode county, AssessmentRound round, AssessmentTask task) => ReadsResults(actor, county) || Assesses(actor, county, round.Owner)
        || (actor.Organ == task.Target && actor.Role is Role.Department or Role.TownshipGovernment or Role.CommunityCommittee);

    internal static bool IsTownship(Actor actor, UnitCode township) => actor.Role == Role.TownshipGovernment && actor.Organ == OrganCode.Of(township);

    internal static bool IsUnit(Actor actor, UnitCode unit) => actor.Role is Role.TownshipGovernment or Role.CommunityCommittee && actor.Organ == OrganCode.Of(unit);

    /// <summary>Does the actor act for an organ that is a department or the county?</summary>
    internal static bool Is(Actor actor, OrganCode organ) => actor.Role is Role.Department or Role.CountyGovernment && actor.Organ == organ;
}
