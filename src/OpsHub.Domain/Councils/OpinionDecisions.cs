using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Councils;

/// <summary>What a decision about a ledger rests on besides state and command.</summary>
/// <param name="Community">Whose ledger.</param>
/// <param name="InForce">The community is in force.</param>
/// <param name="Actor">Who acts.</param>
/// <param name="Now">When.</param>
/// <param name="CommandId">Id of the command.</param>
/// <param name="IsWithin">Parents in force.</param>
/// <param name="Indexed">The entry named, as the index has it: what the document no longer keeps.</param>
/// <param name="Consultation">The consultation named; null where there is none in this township.</param>
public sealed record OpinionFacts(
    UnitCode Community, bool InForce, Actor Actor, DateTimeOffset Now, string CommandId, IsWithin IsWithin, IndexedOpinion? Indexed = null, Consultation? Consultation = null)
{
    /// <summary>The local day.</summary>
    public DateOnly Today => LocalDay.Of(Now);
}

/// <summary>An entry as the index has it.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Consultation">The newest consultation that has it, or null.</param>
public sealed record IndexedOpinion(OpinionEntry Entry, string? Consultation);

/// <summary>Decides commands to opinion ledgers (意见台账规则). C032, C068. Pure.</summary>
public static class OpinionDecisions
{
    private const int MostHouseholds = 10_000;

    private static readonly Decision<OpinionEvent> Nothing = Decision<OpinionEvent>.Nothing;

    /// <summary>Decides a command.</summary>
    public static Decision<OpinionEvent> Decide(OpinionLedger? ledger, OpinionCommand command, OpinionFacts facts) => !facts.InForce
        ? CouncilRefusals.NoUnit("community", facts.Community)
        : command switch
        {
            EnterOpinion c => Enter(ledger, c, facts),
            LinkOpinion c => Link(ledger, c, facts),
            RecordHouseholdVisits c => Visit(c, facts),
            _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}."),
        };

    /// <summary>The entry that a link names, from the document or the index; null where there is none.</summary>
    public static OpinionEntry? Find(OpinionLedger? ledger, string entry, OpinionFacts facts) => ledger?.Unlinked.Find(o => o.Id == entry) ?? facts.Indexed?.Entry;

    /// <summary>Is what a consultation holds under an entry's id that entry? Null when it is. Texts are compared as they leave the ledger, masked.</summary>
    public static Refusal? Same(OpinionEntry entry, UnitCode community, ConsultationOpinion held, Func<string, string> masked) =>
        (held.Source, held.Community) == (entry.Source, community) && masked(held.Text.Trim()) == masked(entry.Text.Trim())
            ? null
            : new("OPINION_DIFFERS", "C032", "二(四)2", "entryId", "协商中已有同一台账编号的意见，但内容、社区或来源与台账不同",
                "The consultation has an opinion under this id of the ledger already, but its text, community or source is another");

    private static Decision<OpinionEvent> Enter(OpinionLedger? ledger, EnterOpinion c, OpinionFacts facts)
    {
        if ((OpinionAccess.Enter(facts.Actor, facts.Community, c, facts.IsWithin) ?? CouncilRefusals.Text("text", c.Text, 2000, "C032", "二(四)2")
            ?? CouncilRefusals.Text("ticket", c.Ticket, 80, "C032", "二(四)2", required: false) ?? Day("on", c.On, facts)) is { } refusal)
            return refusal;
        if (c.Ticket is not null && c.Source != OpinionSource.Hotline12345)
            return CouncilRefusals.Input("ticket", "C032", "二(四)2", "只有来源为 12345 的意见有工单号", "Only an opinion from 12345 has a ticket");
        var id = c.Ticket is { } ticket ? OpinionEntry.IdOfTicket(facts.Community, ticket) : OpinionEntry.IdOfCommand(facts.Actor.Principal, facts.CommandId);
        if (c.Ticket is not null && (ledger?.Tickets.Contains(id) == true || facts.Indexed?.Entry.Id == id))
            return Nothing;
        return new OpinionEntered(facts.Community, new(id, c.Source, c.Kind, c.Text.Trim(), c.On ?? facts.Today, facts.Now, c.Ticket?.Trim(), facts.Actor.Role));
    }

    private static Decision<OpinionEvent> Link(OpinionLedger? ledger, LinkOpinion c, OpinionFacts facts)
    {
        if (OpinionAccess.Link(facts.Actor, facts.Community, facts.IsWithin) is { } refusal)
            return refusal;
        var link = new OpinionLink(c.Entry, c.Consultation);
        if (ledger?.Links.Contains(link) == true || facts.Indexed?.Consultation == c.Consultation)
            return Nothing;
        if (Find(ledger, c.Entry, facts) is null)
            return CouncilRefusals.NotFound("entryId", "C032", "二(四)2", "台账中没有这条意见", "The ledger has no such entry");
        if (facts.Consultation is not { } consultation)
            return CouncilRefusals.NotFound("consultationId", "C032", "二(四)2", "没有这项协商，或不在本乡镇街道", "There is no such consultation in this township");
        if (consultation.EndedAt is not null)
            return new Refusal(RefusalCodes.WrongState, "C032", "二(四)2", "consultationId", $"协商 {consultation.Number} 已结束，不再收集意见", $"Consultation {consultation.Number} has ended and takes no more opinions");
        return new OpinionLinked(facts.Community, link, facts.Now, ledger?.Links.Exists(l => l.Entry == c.Entry) != true && facts.Indexed?.Consultation is null);
    }

    private static Decision<OpinionEvent> Visit(RecordHouseholdVisits c, OpinionFacts facts) =>
        (OpinionAccess.Visit(facts.Actor, facts.Community, facts.IsWithin) ?? Day("on", c.On, facts)) is { } refusal ? refusal
        : c.Households is < 1 or > MostHouseholds
            ? CouncilRefusals.Input("households", "C068", "二(四)2", $"走访户数须为 1 至 {MostHouseholds}", $"Households visited are 1 to {MostHouseholds}")
            : new HouseholdsVisited(facts.Community, c.On ?? facts.Today, c.Households);

    private static Refusal? Day(string field, DateOnly? day, OpinionFacts facts) =>
        day > facts.Today ? CouncilRefusals.Input(field, "C032", "二(四)2", "日期不能晚于今天", "The day lies in the future")
        : day < facts.Today.AddYears(-10) ? CouncilRefusals.Input(field, "C032", "二(四)2", "日期早于十年前", "The day lies more than ten years back")
        : null;
}
