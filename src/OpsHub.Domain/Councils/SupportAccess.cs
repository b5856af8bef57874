using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Councils;

/// <summary>Who records and reads support (协商保障权限). Part 4 of the rules; who records what is assumed where the rule names nobody.</summary>
public static class SupportAccess
{
    /// <summary>May the actor record this kind for this unit?</summary>
    public static Refusal? Record(Actor actor, UnitCode unit, SupportRule rule, IsWithin isWithin) =>
        !rule.Levels.Contains(unit.Level) ? CouncilRefusals.Input("unit", rule.Rule, rule.Clause, $"{rule.Zh}不由这一层级登记", $"{rule.En} is not recorded at this level")
        : rule.Recorders.Contains(actor.Role) && IsFor(actor, unit, isWithin) ? null
        : CouncilRefusals.NotAllowed(rule.Rule, rule.Clause, $"本单位不能登记{rule.Zh}", $"This role or unit may not record: {rule.En}");

    /// <summary>May the actor end a record of this kind? Whoever may record it; a suggestion also the township that it went to. C072.</summary>
    public static Refusal? End(Actor actor, UnitCode unit, SupportRule rule, IsWithin isWithin) =>
        (rule.Kind == SupportKind.Suggestion && actor.Role == Role.TownshipGovernment && isWithin(unit, actor.Organ.Unit)) || Record(actor, unit, rule, isWithin) is null ? null
        : CouncilRefusals.NotAllowed(rule.Rule, rule.Clause, $"本单位不能注销{rule.Zh}", $"This role or unit may not end: {rule.En}");

    /// <summary>May the actor read the records of a unit? Those of public kinds everyone, the others who reads consultations there.</summary>
    public static bool Reads(Actor actor, UnitCode unit, SupportRule rule, IsWithin isWithin) => rule.Public || Reads(actor, unit, isWithin);

    /// <summary>May the actor read records that are not public?</summary>
    public static bool Reads(Actor actor, UnitCode unit, IsWithin isWithin) => actor.Role switch
    {
        Role.Auditor or Role.Scheduler => true,
        Role.Department => actor.Organ.Kind == OrganKind.Department && actor.Organ.Unit == unit,
        Role.GridWorker or Role.GroupParty or Role.Council => unit.Level == UnitLevel.Community && isWithin(actor.Organ.Unit, unit),
        Role.CommunityCommittee or Role.CommunityParty or Role.TownshipGovernment or Role.CountyGovernment => actor.Organ.Kind == OrganKind.Unit && isWithin(unit, actor.Organ.Unit),
        _ => false,
    };

    /// <summary>May the actor read coverage and gaps of a unit's subtree? Counts of units, no record.</summary>
    public static bool ReadsFigures(Actor actor, UnitCode unit, IsWithin isWithin) => Reads(actor, unit, isWithin) || actor.Role switch
    {
        Role.TownshipGovernanceCentre or Role.CountyCommandCentre or Role.CityGovernanceOffice => actor.Organ.Kind == OrganKind.Unit && isWithin(unit, actor.Organ.Unit),
        _ => false,
    };

    private static bool IsFor(Actor actor, UnitCode unit, IsWithin isWithin) => actor.Organ.Kind switch
    {
        OrganKind.Department => actor.Organ.Unit == unit,
        OrganKind.Unit => actor.Organ.Unit == unit || (actor.Role == Role.TownshipGovernment && unit.Level == UnitLevel.Community && isWithin(unit, actor.Organ.Unit)),
        _ => false,
    };
}
