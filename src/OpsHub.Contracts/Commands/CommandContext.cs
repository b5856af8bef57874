using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;

namespace OpsHub.Contracts.Commands;

/// <summary>Under which a command is given: its id, who gives it, and what that actor had seen.</summary>
/// <param name="CommandId">Chosen by the caller, at most 100 characters; the same id of the same principal changes nothing twice.</param>
/// <param name="Actor">Who gives it.</param>
/// <param name="OccurredAt">When it happened, if entered afterwards (补录); only roles that may do so, never in the future.</param>
/// <param name="ExpectedVersion">Trace length that the actor had seen, or null. If others acted since, the command is refused as stale.</param>
[GenerateSerializer, Immutable, Alias("CommandContext")]
public sealed record CommandContext(
    [property: Id(0)] string CommandId,
    [property: Id(1)] Actor Actor,
    [property: Id(2)] DateTimeOffset? OccurredAt = null,
    [property: Id(3)] long? ExpectedVersion = null)
{
    /// <summary>The stored key of the command: SHA-256 over principal and id.</summary>
    public string Key => CommandIds.Key(Actor.Principal, CommandId);
}

/// <summary>The answer to a command: accepted with its place in the trace, or refused.</summary>
/// <param name="Subject">Grain key.</param>
/// <param name="Refusal">Why it was refused, else null.</param>
/// <param name="Sequence">Sequence of the command's last trace entry; the trace's length when nothing changed.</param>
/// <param name="Number">The number people read, for cases; when refused, only for those who may read the case.</param>
/// <param name="Repeated">True when the same command had been carried out before.</param>
[GenerateSerializer, Immutable, Alias("CommandReply")]
public sealed record CommandReply(
    [property: Id(0)] string Subject,
    [property: Id(1)] Refusal? Refusal,
    [property: Id(2)] long Sequence,
    [property: Id(3)] string? Number = null,
    [property: Id(4)] bool Repeated = false)
{
    /// <summary>True when it was carried out, now or before.</summary>
    public bool Accepted => Refusal is null;
}
