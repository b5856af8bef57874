namespace OpsHub.Domain.Accounts;

/// <summary>Who acts (行为主体): every command and query runs as one.</summary>
/// <param name="Principal">Stable id of the account or token; never a person's name.</param>
/// <param name="Role">The role it acts in.</param>
/// <param name="Organ">The unit or organ it acts for: a unit code, or an agency's or department's code.</param>
/// <param name="Backdates">True when its key was granted the right to enter past instants (补录): hotline gateways and replays.</param>
public sealed record Actor(string Principal, Role Role, Hierarchy.OrganCode Organ, bool Backdates = false)
{
    /// <summary>The hub itself, for terms, rungs and jobs.</summary>
    public static Actor Hub(Hierarchy.UnitCode city) => new("hub", Role.Scheduler, Hierarchy.OrganCode.Of(city));
}
