using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Rules;

/// <summary>Who may change and who may read the rules (规则权限): part 4, acts, «Change policy setting, calendar, SLA, category list», and reads,
/// «Parameters and calendar».</summary>
public static class RuleAccess
{
    /// <summary>May the actor read rules, changes and calendar? Everyone signed in; a wall's key reads figures only.</summary>
    public static bool Reads(Actor actor) => actor.Role != Role.WallKey;

    /// <summary>May the actor give this command?</summary>
    public static Refusal? Of(RuleCommand command, RuleFacts facts) => command switch
    {
        AddCategory { Category.Parent: { } } or ChangeCategory => IsCity(facts) || CountyOf(facts.Actor) is not null ? null : RuleRefusals.CityOnly,
        AddCategory => IsCity(facts) ? null : RuleRefusals.CityOnly,
        ChangeLimits c => Setting(c.County, facts),
        ChangeParameter c => Setting(c.County, facts),
        LoadCalendar or AmendCalendar => IsCity(facts) || facts.Actor.Role is Role.Administrator or Role.Scheduler ? null : RuleRefusals.CalendarByCity,
        AddLocalClosure c => Closure(c.County, facts),
        EndLocalClosure c => Closure(c.County, facts),
        _ => throw new InvalidOperationException($"Nobody has said who may give {command.GetType().Name}."),
    };

    /// <summary>The county that an actor decides for, or null.</summary>
    internal static UnitCode? CountyOf(Actor actor) =>
        actor.Role is Role.CountyCommandCentre or Role.CountyGovernment && actor.Organ.Kind == OrganKind.Unit && actor.Organ.Unit.Level == UnitLevel.County ? actor.Organ.Unit : null;

    internal static bool IsCity(RuleFacts facts) => facts.Actor.Role == Role.CityGovernanceOffice && facts.Actor.Organ == OrganCode.Of(facts.City);

    private static Refusal? Setting(UnitCode? county, RuleFacts facts) => county is { } own
        ? CountyOf(facts.Actor) == own ? null : RuleRefusals.Settings
        : IsCity(facts) || facts.Actor.Role == Role.Administrator ? null : RuleRefusals.Settings;

    private static Refusal? Closure(UnitCode county, RuleFacts facts) => IsCity(facts) || CountyOf(facts.Actor) == county ? null : RuleRefusals.ClosureByCounty;
}
