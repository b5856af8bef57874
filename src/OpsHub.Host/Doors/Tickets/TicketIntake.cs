using OpsHub.Contracts.Cases;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Privacy;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Commands;
using OpsHub.Host.Doors.Places;

namespace OpsHub.Host.Doors.Tickets;

/// <summary>A ticket that was filed, now or before.</summary>
/// <param name="System">Name of the system.</param>
/// <param name="Number">Its number there.</param>
/// <param name="CaseNumber">The case's number.</param>
/// <param name="Repeated">True when it had been filed before.</param>
internal sealed record FiledTicket(string System, string Number, string CaseNumber, bool Repeated);

/// <summary>Files tickets as cases: the same number of the same system is always the same case, whatever becomes of the process meanwhile. G017.</summary>
internal sealed class TicketIntake(
    IGrainFactory grains, IHubDirectory directory, SourceSystems systems, SourceCategories mapping, PlaceFinder places, IReporterContacts contacts)
{
    /// <summary>The longest text of a case; the marks about place and category count.</summary>
    public const int LongestText = 4_000;

    private static readonly DateTimeOffset Earliest = LocalDay.Start(new DateOnly(2018, 1, 1));

    /// <summary>Files a ticket. When this returns it is durable.</summary>
    /// <exception cref="DoorRefusedException">It is refused; nothing has changed.</exception>
    public async Task<FiledTicket> File(Actor actor, Ticket ticket)
    {
        var system = systems.Of(actor, ticket.System);
        var place = places.Find(ticket.Place, actor.Organ.Unit, "place.unit", "place.address");
        var mapped = ticket.SourceCategory is { } code ? mapping.Find(system, code) ?? throw Unmapped(system, code) : null;
        if (ticket.ReportedAt < Earliest)
            throw Refused(DoorRefusals.Input("reportedAt", "早于 2018-01-01", "lies before 2018-01-01", "G019", "三(四)"));
        var report = new ReportCase(
            place.Grid, ticket.Kind ?? mapped?.Kind, mapped?.Category ?? ticket.Category!, ticket.Title, Text(ticket, place), ticket.Priority,
            Channel(actor, ticket), new SourceTicket(system, ticket.Number));
        var context = new CommandContext($"ticket-{CommandIds.Hash(system, ticket.Number)[..32]}", actor, ticket.ReportedAt);
        var key = GrainKeys.CaseOfTicket(system, ticket.Number);
        var grain = grains.Case(key);
        var reply = await grain.Report(key, report, context, ticket.Contact, contacts);
        if (reply.Refusal?.Code == RefusalCodes.Conflict && await AsItWas(grain, report, place, mapped) is { } before)
            reply = await grain.Report(key, before, context, ticket.Contact, contacts);
        return reply.Refusal is not { } refusal
            ? new FiledTicket(system, ticket.Number, reply.Number!, reply.Repeated)
            : throw Refused(refusal.Code == RefusalCodes.Conflict ? await Conflict(grain, actor, ticket.Number) : Renamed(refusal));
    }

    // A grid that was chosen, or a category that was mapped, may be another today than when the ticket came first: that makes it no other ticket.
    private static async Task<ReportCase?> AsItWas(ICaseGrain grain, ReportCase report, FoundPlace place, MappedCategory? mapped)
    {
        if ((!place.IsChosen && mapped is null) || await grain.Get() is not { } view)
            return null;
        var was = view.Case;
        var before = report with
        {
            Grid = place.IsChosen && was.Placement.IsWithin(place.Within) ? was.Placement.Grid : report.Grid,
            Category = mapped is null ? report.Category : was.Category,
            Kind = mapped is null ? report.Kind : was.Kind,
        };
        return before == report ? null : before;
    }

    private async Task<Refusal> Conflict(ICaseGrain grain, Actor actor, string number)
    {
        var of = await grain.Get() is { } view && CaseReading.May(directory, actor, view.Case) ? view.Case.Number : null;
        return new(RefusalCodes.Conflict, "G017", "三(四)", "number",
            $"工单 {number} 已以另一内容上报{(of is null ? "" : $"（案件 {of}）")}：同一工单只能是同一案件", $"Ticket {number} was filed with another body{(of is null ? "" : $" (case {of})")}: the same ticket is one case");
    }

    private static CaseChannel Channel(Actor actor, Ticket ticket)
    {
        var hotline = actor.Role == Role.Hotline;
        return ticket.Channel is not { } channel ? hotline ? CaseChannel.Hotline12345 : CaseChannel.ResidentApp
            : channel == CaseChannel.Hotline12345 == hotline ? channel
            : throw Refused(DoorRefusals.Input("channel", "HOTLINE_12345 只属于 12345 热线", "HOTLINE_12345 is the hotline's and no other's", "G017", "三(四)"));
    }

    private static string Text(Ticket ticket, FoundPlace place)
    {
        var source = ticket.SourceCategory is { } code ? $"〔来源类别：{code}〕" : "";
        var text = string.Join('\n', new[] { ticket.Text, place.Marks, source }.Where(t => t.Length > 0));
        var room = LongestText - (text.Length - ticket.Text.Length);
        return text.Length <= LongestText ? text
            : throw Refused(DoorRefusals.Input("text", $"最多 {room} 字，实为 {ticket.Text.Length} 字", $"takes at most {room} characters, got {ticket.Text.Length}", "G019", "三(四)"));
    }

    // The command's fields as the ticket calls them.
    private static Refusal Renamed(Refusal refusal) => refusal with
    {
        Field = refusal.Field switch { "grid" => "place.unit", "source.system" => "system", "source.number" => "number", "occurredAt" => "reportedAt", var same => same },
    };

    private static DoorRefusedException Unmapped(string system, string code) => Refused(DoorRefusals.Input(
        "sourceCategory", $"类别对照表中没有 {system} 的类别 {code}", $"the map of categories has no {code} of {system}", "G006", "二(二)"));

    private static DoorRefusedException Refused(Refusal refusal) => new(refusal, DoorStatus.Of(refusal));
}
