using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using static OpsHub.Domain.Assessments.AssessmentRefusals;

namespace OpsHub.Domain.Assessments;

/// <summary>Who may act in an agency's year, and who reads it (权限). Part 4 of the rules: two lines, each according to its right.</summary>
public static class AgencyYearAccess
{
    /// <summary>Is the actor the agency itself?</summary>
    public static bool IsAgency(Actor actor, AgencyYear s) => actor.Role == Role.AgencyStaff && actor.Organ == s.Agency;

    /// <summary>Is the actor the dispatching department?</summary>
    public static bool IsDepartment(Actor actor, AgencyYear s) => actor.Role == Role.Department && actor.Organ == s.Department;

    /// <summary>Does the actor act for the host township?</summary>
    public static bool IsHost(Actor actor, AgencyYear s) => actor.Role == Role.TownshipGovernment && actor.Organ == OrganCode.Of(s.Host);

    /// <summary>Does the actor act for a township served, the host among them?</summary>
    public static bool IsServed(Actor actor, AgencyYear s) =>
        actor.Role == Role.TownshipGovernment && actor.Organ.Kind == OrganKind.Unit && s.Weights.ContainsKey(actor.Organ.Unit);

    /// <summary>Does the actor act for the county's performance organ (绩效考核部门)?</summary>
    public static bool IsPerformanceOrgan(Actor actor, AgencyYear s) =>
        actor.Role == Role.PerformanceOrgan && actor.Organ == OrganCode.Of(s.County);

    /// <summary>What the actor reads of it: part 4, column Agency scores.</summary>
    public static YearReading Reads(Actor actor, AgencyYear s) => Reads(actor, s.Agency, s.Department, s.Host, s.Weights.ContainsKey, s.Score is not null);

    /// <summary>The same of a year that is known by its parties alone, as an index row knows it.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="agency">The agency.</param>
    /// <param name="department">Its dispatching department.</param>
    /// <param name="host">Its host township.</param>
    /// <param name="serves">Whether it serves a township, the host among them.</param>
    /// <param name="isFinal">Whether its score is final.</param>
    public static YearReading Reads(Actor actor, OrganCode agency, OrganCode department, UnitCode host, Func<UnitCode, bool> serves, bool isFinal) => actor.Role switch
    {
        Role.Auditor or Role.Scheduler => YearReading.Whole,
        Role.AgencyStaff => actor.Organ != agency ? YearReading.None : isFinal ? YearReading.Whole : YearReading.Awaiting,
        Role.Department => actor.Organ == department ? YearReading.Statutory : YearReading.None,
        Role.TownshipGovernment => actor.Organ.Kind == OrganKind.Unit && serves(actor.Organ.Unit) ? YearReading.Territorial : YearReading.None,
        Role.TownshipGovernanceCentre => actor.Organ.Kind == OrganKind.Unit && serves(actor.Organ.Unit) ? YearReading.Evidence : YearReading.None,
        Role.CountyCommandCentre => actor.Organ == OrganCode.Of(host.CountyByCode) ? YearReading.Evidence : YearReading.None,
        Role.CountyGovernment or Role.PerformanceOrgan or Role.OrganisationDepartment =>
            actor.Organ == OrganCode.Of(host.CountyByCode) ? YearReading.Whole : YearReading.None,
        _ => YearReading.None,
    };

    /// <summary>Does the actor read agencies' scores of a unit or department as aggregates alone, no line of any? Part 4: the city's offices all of the city, a wall key and an integrator those of their own area.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="of">A township, county or city, or a department.</param>
    public static bool ReadsAggregates(Actor actor, OrganCode of) => actor.Organ.Kind == OrganKind.Unit && of.Kind != OrganKind.Agency && of.Unit.Level <= UnitLevel.Township && actor.Role switch
    {
        Role.CityGovernanceOffice => of.Unit.LiesIn(actor.Organ.Unit),
        Role.OrganisationDepartment or Role.EstablishmentOffice => actor.Organ.Unit.Level == UnitLevel.City && of.Unit.LiesIn(actor.Organ.Unit),
        Role.WallKey => of.Kind == OrganKind.Unit && of.Unit.LiesIn(actor.Organ.Unit),
        Role.Integrator => of.Unit.LiesIn(actor.Organ.Unit),
        _ => false,
    };

    internal static Refusal? Agency(Actor actor, AgencyYear s, string rule) => IsAgency(actor, s) ? null : Only(rule, "派驻机构", "the agency");

    internal static Refusal? Department(Actor actor, AgencyYear s, string rule) => IsDepartment(actor, s) ? null : Only(rule, "派出部门", "the dispatching department");

    internal static Refusal? Host(Actor actor, AgencyYear s, string rule) => IsHost(actor, s) ? null : Only(rule, "驻地乡镇街道", "the host township");

    internal static Refusal? Served(Actor actor, AgencyYear s, string rule) => IsServed(actor, s) ? null : Only(rule, "所服务的乡镇街道", "a township that it serves");

    internal static Refusal? Performance(Actor actor, AgencyYear s, string rule) =>
        IsPerformanceOrgan(actor, s) ? null : Only(rule, "县市区绩效考核部门", "the county's performance organ");

    internal static Refusal? Hub(Actor actor, string rule) => actor.Role == Role.Scheduler ? null : Only(rule, "系统", "the hub");

    private static Refusal Only(string rule, string zh, string en) => NotAllowed(rule, $"只有{zh}可以办理", $"Only {en} may do this");
}

/// <summary>How much of a year an actor reads (可读范围).</summary>
public enum YearReading
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Evidence only (仅佐证).</summary>
    Evidence,

    /// <summary>Duty, satisfaction and totals (属地部分和总分): served townships.</summary>
    Territorial,

    /// <summary>Statutory duty and totals (法定职责和总分): the department.</summary>
    Statutory,

    /// <summary>All of it.</summary>
    Whole,

    /// <summary>Plan, letter, evidence and what it gives; all of it once the score is final (尚未公布): the agency.</summary>
    Awaiting,
}
