using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Cases;

/// <summary>Who may make a move (权限): part 4 of the rules, the rows about cases. The full matrix joins here.</summary>
public static class CaseAccess
{
    /// <summary>Roles that may report, each within its own area. SM1 row 1: resident, grid worker, 12345 gateway, any unit.</summary>
    private static readonly HashSet<Role> Reporters =
    [
        Role.Resident, Role.GridWorker, Role.CommunityCommittee, Role.TownshipGovernment, Role.TownshipGovernanceCentre, Role.AgencyStaff, Role.Department,
        Role.CountyCommandCentre, Role.CountyGovernment, Role.CityGovernanceOffice, Role.Integrator, Role.Hotline,
    ];

    /// <summary>May the actor report a case here?</summary>
    public static Refusal? Report(Actor actor, Placement placement) =>
        !Reporters.Contains(actor.Role)
            ? CaseRefusals.NotAllowed("SM1.1", "三(四)", "本角色不能上报案件", "This role may not report cases")
            : placement.IsWithin(actor.Organ.Unit)
                ? null
                : CaseRefusals.NotAllowed("R046", "四(五)", "只能上报本单位辖区内的案件", "Cases can be reported only within one's own area", "grid");

    /// <summary>The system whose tickets only the hotline's own gateway files: whoever else could would take its numbers away. G017.</summary>
    public const string HotlineSystem = "12345";

    /// <summary>The systems whose tickets an actor files and asks for (来源系统): the hotline's keys 12345 and no other, an integrator's those entered for it;
    /// nobody else has any. Otherwise one system could take another's numbers away, or ask them out. G017.</summary>
    /// <param name="actor">Who acts.</param>
    /// <param name="entered">Names of the systems that were entered for the actor's key.</param>
    public static ImmutableHashSet<string> SystemsOf(Actor actor, IEnumerable<string> entered) => actor.Role switch
    {
        Role.Hotline => [HotlineSystem],
        Role.Integrator => [.. entered.Where(s => s != HotlineSystem)],
        _ => [],
    };

    /// <summary>May the actor report under this ticket? The same whichever door it came in by.</summary>
    /// <param name="ticket">The ticket; null for a report without one.</param>
    /// <param name="systems">The systems of the actor, as <see cref="SystemsOf"/> has them.</param>
    public static Refusal? Ticket(SourceTicket? ticket, ImmutableHashSet<string> systems) =>
        ticket is null || systems.Contains(ticket.System) ? null
        : ticket.System.Trim() == HotlineSystem
            ? CaseRefusals.NotAllowed("G017", "三(四)", "12345 工单只能由 12345 热线网关上报", "Tickets of 12345 are reported only by its own gateway", "source.system")
            : CaseRefusals.NotAllowed("G017", "三(四)", "只能上报本密钥自己的来源系统的工单（在 OpsHub:Doors:Systems 中登记）",
                "A key reports tickets of its own systems only (entered in OpsHub:Doors:Systems)", "source.system");

    /// <summary>May the actor name this channel? The hotline is named by its own gateway only: what it heard comes under its ticket, and its figures are its own. G017.</summary>
    public static Refusal? Channel(Actor actor, CaseChannel channel) => channel != CaseChannel.Hotline12345 || actor.Role == Role.Hotline
        ? null
        : CaseRefusals.NotAllowed("G017", "三(四)", "来源渠道“12345 热线”只能由 12345 热线网关填报，请选择实际来源",
            "The channel HOTLINE_12345 is named by the hotline's own gateway only; please name where the report came from", "channel");

    /// <summary>May the actor be told that what it reports was reported before? Judged like a first report, so that a ticket's number asks nothing out.</summary>
    /// <param name="actor">Who reports.</param>
    /// <param name="report">The report.</param>
    /// <param name="placement">Where the grid reported lies; null when it is unknown.</param>
    /// <param name="systems">The systems of the actor.</param>
    public static Refusal? ReportAgain(Actor actor, ReportCase report, Placement? placement, ImmutableHashSet<string> systems) =>
        placement is null ? CaseRefusals.NoGrid(report.Grid) : Report(actor, placement) ?? Ticket(report.Source, systems);

    /// <summary>May the actor act as a centre on this case: command centre, delegated township centre, or the community where permitted?</summary>
    public static Refusal? Centre(Actor actor, Placement placement, CaseRules rules, bool communityToo, string row)
    {
        var unit = actor.Organ.Unit;
        var permitted = actor.Organ.Kind == OrganKind.Unit && actor.Role switch
        {
            Role.CountyCommandCentre => unit == placement.County,
            Role.TownshipGovernanceCentre => unit == placement.Township && rules.TownshipDelegated,
            Role.CommunityCommittee => communityToo && unit == placement.Community,
            _ => false,
        };
        return permitted ? null : CaseRefusals.NotAllowed(row, "三(四)", "只有本辖区的指挥中心、受委托的综治中心" + (communityToo ? "或社区" : "") + "可以办理",
            "Only the county command centre or the delegated township centre of this area" + (communityToo ? ", or the community," : "") + " may do this");
    }

    /// <summary>Does the actor act for the township of this place, its centre or its government? It coordinates and urges whoever dispatches. R030, A004.</summary>
    public static bool Township(Actor actor, Placement placement) =>
        actor.Role is Role.TownshipGovernment or Role.TownshipGovernanceCentre && actor.Organ.Kind == OrganKind.Unit && actor.Organ.Unit == placement.Township;

    /// <summary>Does the actor act for the township of this place or as a centre over it? Either records meetings, suspends, reopens.</summary>
    internal static bool TownshipOrCentre(Actor actor, Placement placement, CaseRules rules) =>
        Township(actor, placement) || Centre(actor, placement, rules, communityToo: false, "") is null;

    /// <summary>Does the role act for its organ on cases that the organ leads, assists or answers for?</summary>
    public static bool Acts(Actor actor) => actor.Role is Role.AgencyStaff or Role.Department or Role.CommunityCommittee or Role.TownshipGovernanceCentre
        or Role.TownshipGovernment or Role.CountyCommandCentre;

    /// <summary>May the actor act as the lead unit?</summary>
    /// <param name="actor">Who acts.</param>
    /// <param name="state">The case.</param>
    /// <param name="row">Row of SM1.</param>
    /// <param name="nameOf">What the lead is called; where nobody reads the refusal, none.</param>
    public static Refusal? Lead(Actor actor, Case state, string row, Func<OrganCode, string>? nameOf = null)
    {
        var role = actor.Role is Role.AgencyStaff or Role.Department or Role.CommunityCommittee or Role.TownshipGovernanceCentre or Role.CountyCommandCentre;
        if (role && state.Lead == actor.Organ)
            return null;
        var lead = state.Lead is { } organ ? nameOf?.Invoke(organ) ?? organ.Value : "";
        return CaseRefusals.NotAllowed(row, "三(五)", $"只有牵头单位（{lead}）可以办理", $"Only the lead unit ({lead}) may do this");
    }

    /// <summary>May the actor read the case in detail? Own, subtree, or as a party. R046, G049. A role that is not named here reads none.</summary>
    public static bool Reads(
        Actor actor, Placement placement, OrganCode? lead, IEnumerable<OrganCode> assists, OrganCode holder, int escalation = 0, IEnumerable<string>? reporters = null) => actor.Role switch
        {
            // Own reports, and what they were merged into. G053, SM1.4.
            Role.Resident => reporters?.Contains(actor.Principal) ?? false,
            Role.Auditor or Role.Scheduler => true,
            Role.AgencyStaff or Role.Department => lead == actor.Organ || holder == actor.Organ || assists.Contains(actor.Organ),
            // Aggregates and what was escalated.
            Role.CountyGovernment or Role.CityGovernanceOffice => escalation > 0 && IsOfArea(actor, placement),
            Role.GridWorker or Role.CommunityCommittee or Role.CommunityParty or Role.TownshipGovernment or Role.TownshipGovernanceCentre or Role.CountyCommandCentre
                or Role.Integrator or Role.Hotline => IsOfArea(actor, placement),
            _ => false,
        };

    private static bool IsOfArea(Actor actor, Placement placement) => actor.Organ.Kind == OrganKind.Unit && placement.IsWithin(actor.Organ.Unit);
}
