using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Agencies;

/// <summary>Decides commands to stationed agencies (派驻机构登记规则). A001, A002. Pure.</summary>
public static class AgencyDecisions
{
    /// <summary>The most categories an agency's powers can list.</summary>
    public const int MaxPowers = 500;

    private static readonly Decision<AgencyEvent> Nothing = Decision<AgencyEvent>.Nothing;

    /// <summary>The townships a command names; all of them must be in force.</summary>
    public static ImmutableList<UnitCode> TownshipsOf(AgencyCommand command) => command switch
    {
        EstablishAgency c => c.Served,
        SetServedTownships c => c.Served,
        _ => [],
    };

    /// <summary>The refusal of a command that names another agency than the one it was given to.</summary>
    public static Decision<AgencyEvent> OtherAgency(OrganCode named) => AgencyRefusals.OtherAgency(named);

    /// <summary>Decides a command.</summary>
    /// <param name="agency">The state, null before it is registered.</param>
    /// <param name="command">The command.</param>
    /// <param name="actor">Who gives it.</param>
    /// <param name="townshipsInForce">Whether all of <see cref="TownshipsOf"/> are in force today.</param>
    public static Decision<AgencyEvent> Decide(Agency? agency, AgencyCommand command, Actor actor, bool townshipsInForce)
    {
        if (actor.Role is not (Role.Administrator or Role.Scheduler))
            return AgencyRefusals.NotAllowed();
        return (agency, command) switch
        {
            (null, EstablishAgency c) => Establish(c, townshipsInForce),
            (null, _) => AgencyRefusals.NotFound(),
            ({ } a, EstablishAgency c) => IsSame(a, c) ? Nothing : AgencyRefusals.Exists(a.Code),
            ({ } a, RenameAgency c) => !UnitDecisions.IsName(c.Name) ? UnitRefusals.BadName() : a.Name == c.Name ? Nothing : new AgencyRenamed(c.Name),
            ({ } a, SetServedTownships c) => Serve(a, c, townshipsInForce),
            ({ } a, SetEnforcementPowers c) => Empower(a, c),
            _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}."),
        };
    }

    private static Decision<AgencyEvent> Establish(EstablishAgency c, bool townshipsInForce) =>
        !UnitDecisions.IsName(c.Name) ? UnitRefusals.BadName()
        : !HasBothLeaders(c) ? AgencyRefusals.LeadersMissing() // A001
        : CheckServed(c.Served, c.Host, townshipsInForce) is { } refusal ? refusal
        : !ArePowers(c.EnforcementPowers) ? AgencyRefusals.BadPowers()
        : new AgencyEstablished(c.Code, c.Name, c.Department, c.Host, Ordered(c.Served), Ordered(c.EnforcementPowers), c.Generated);

    private static Decision<AgencyEvent> Serve(Agency agency, SetServedTownships c, bool townshipsInForce) =>
        CheckServed(c.Served, agency.Host, townshipsInForce) is { } refusal ? refusal
        : agency.Served.SequenceEqual(Ordered(c.Served)) ? Nothing
        : new ServedTownshipsSet(Ordered(c.Served));

    private static Decision<AgencyEvent> Empower(Agency agency, SetEnforcementPowers c) =>
        !ArePowers(c.Categories) ? AgencyRefusals.BadPowers()
        : agency.EnforcementPowers.SequenceEqual(Ordered(c.Categories)) ? Nothing
        : new EnforcementPowersSet(Ordered(c.Categories));

    /// <summary>The code names the host and the department; the department is of the host's county or city by code.</summary>
    private static bool HasBothLeaders(EstablishAgency c) =>
        OrganCode.TryParse(c.Code.Value, out _) && c.Code.Kind == OrganKind.Agency && c.Code.Unit == c.Host
        && OrganCode.TryParse(c.Department.Value, out _) && c.Department.Kind == OrganKind.Department
        && c.Department.DepartmentId == c.Code.DepartmentId && c.Host.At(c.Department.Unit.Level) == c.Department.Unit;

    private static Refusal? CheckServed(ImmutableList<UnitCode> served, UnitCode host, bool inForce) =>
        !served.Contains(host) || served.Any(s => s.Level != UnitLevel.Township) || served.Distinct().Count() != served.Count ? AgencyRefusals.BadServed()
        : !inForce ? AgencyRefusals.ServedNotInForce()
        : null;

    private static bool ArePowers(ImmutableList<string> categories) =>
        categories.Count <= MaxPowers && categories.Distinct(StringComparer.Ordinal).Count() == categories.Count && categories.TrueForAll(c => c.Length is > 0 and <= 20);

    private static bool IsSame(Agency a, EstablishAgency c) =>
        a.Code == c.Code && a.Name == c.Name && a.Department == c.Department && a.Host == c.Host && a.Generated == c.Generated
        && a.Served.SequenceEqual(Ordered(c.Served)) && a.EnforcementPowers.SequenceEqual(Ordered(c.EnforcementPowers));

    private static ImmutableList<UnitCode> Ordered(ImmutableList<UnitCode> codes) => codes.Sort();

    private static ImmutableList<string> Ordered(ImmutableList<string> codes) => codes.Sort(StringComparer.Ordinal);
}
