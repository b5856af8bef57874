using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Councils;

/// <summary>The opinion ledger of a community (群众意见台账). C032, C068. Counts of all entries, and the newest ones that wait for a consultation;
/// entries themselves are rows of the index, so that the ledger of years is a small document.</summary>
public sealed record OpinionLedger
{
    /// <summary>Entries without a consultation that the document keeps; older ones are in the index alone.</summary>
    public const int KeptUnlinked = 50;

    /// <summary>Tickets, and links, that the document keeps to tell what comes twice; older ones are told by the index.</summary>
    public const int KeptIds = 200;

    /// <summary>The community.</summary>
    public required UnitCode Community { get; init; }

    /// <summary>All entries so far.</summary>
    public int Count { get; init; }

    /// <summary>Entries so far, by source.</summary>
    public ImmutableSortedDictionary<OpinionSource, int> BySource { get; init; } = ImmutableSortedDictionary<OpinionSource, int>.Empty;

    /// <summary>Entries linked to a consultation.</summary>
    public int Linked { get; init; }

    /// <summary>The newest entries that no consultation has yet, oldest first.</summary>
    public ImmutableList<OpinionEntry> Unlinked { get; init; } = [];

    /// <summary>Ids of the newest entries that came with a ticket. G017.</summary>
    public ImmutableList<string> Tickets { get; init; } = [];

    /// <summary>The newest links.</summary>
    public ImmutableList<OpinionLink> Links { get; init; } = [];

    /// <summary>Day of the newest household visit (最近入户走访); null before the first. C068.</summary>
    public DateOnly? LastVisit { get; init; }

    /// <summary>Entries that no consultation has yet.</summary>
    [JsonIgnore]
    public int Waiting => Count - Linked;

    /// <summary>The state after an event; null before the first.</summary>
    public static OpinionLedger Apply(OpinionLedger? ledger, OpinionEvent happened) => ((ledger, happened) switch
    {
        ({ } l, _) => l,
        (null, OpinionEntered or HouseholdsVisited) => new OpinionLedger { Community = happened.Community },
        _ => throw new InvalidOperationException($"{happened.GetType().Name} cannot happen to a ledger that does not exist."),
    }).After(happened);

    private OpinionLedger After(OpinionEvent happened) => happened switch
    {
        OpinionEntered { Entry: var entry } => this with
        {
            Count = Count + 1,
            BySource = BySource.SetItem(entry.Source, BySource.GetValueOrDefault(entry.Source) + 1),
            Unlinked = Newest(Unlinked.Add(entry), KeptUnlinked),
            Tickets = entry.Ticket is null ? Tickets : Newest(Tickets.Add(entry.Id), KeptIds),
            LastVisit = entry.Source == OpinionSource.HouseholdVisit && !(LastVisit > entry.On) ? entry.On : LastVisit,
        },
        OpinionLinked e => this with
        {
            Linked = e.First ? Linked + 1 : Linked,
            Unlinked = Unlinked.RemoveAll(o => o.Id == e.Link.Entry),
            Links = Newest(Links.Add(e.Link), KeptIds),
        },
        HouseholdsVisited e => this with { LastVisit = LastVisit > e.On ? LastVisit : e.On },
        _ => throw new InvalidOperationException($"A ledger knows no {happened.GetType().Name}."),
    };

    private static ImmutableList<T> Newest<T>(ImmutableList<T> all, int most) => all.Count > most ? all.RemoveRange(0, all.Count - most) : all;
}

/// <summary>An entry of the ledger (意见). Where it came from and what it says; of who entered it the role only.</summary>
/// <param name="Id">Its id, 32 hex digits: of its ticket, or of the command that entered it.</param>
/// <param name="Source">Where it came from.</param>
/// <param name="Kind">Kind of body that gave it, where known.</param>
/// <param name="Text">What it says, 1-2,000 characters; no names of persons.</param>
/// <param name="On">Local day on which it was given.</param>
/// <param name="At">When it was entered.</param>
/// <param name="Ticket">Number of the 12345 ticket, or null.</param>
/// <param name="EnteredAs">Role of who entered it; the account stands in the trace alone.</param>
public sealed record OpinionEntry(string Id, OpinionSource Source, ParticipantKind? Kind, string Text, DateOnly On, DateTimeOffset At, string? Ticket, Role EnteredAs)
{
    /// <summary>Id of an entry that came with a ticket: the same ticket is always the same entry. G017.</summary>
    public static string IdOfTicket(UnitCode community, string ticket) => CommandIds.Hash("opinion-ticket", community.Value, ticket.Trim())[..32];

    /// <summary>Id of an entry without a ticket: the same command is always the same entry.</summary>
    public static string IdOfCommand(string principal, string commandId) => CommandIds.Hash("opinion", principal, commandId)[..32];
}

/// <summary>That an entry went into a consultation (关联协商).</summary>
/// <param name="Entry">Id of the entry.</param>
/// <param name="Consultation">Grain key of the consultation.</param>
public sealed record OpinionLink(string Entry, string Consultation)
{
    /// <summary>Id of the command that puts the entry into the consultation: the same for the same two, so it is in there once.</summary>
    [JsonIgnore]
    public string CommandId => "opinion-" + CommandIds.Hash(Entry, Consultation)[..32];
}
