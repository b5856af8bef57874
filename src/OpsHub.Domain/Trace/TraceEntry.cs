using System.Text.Json.Serialization;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Trace;

/// <summary>One step of a subject (留痕): who, when, what, on what ground, chained by hash to the step before. G019, G021.
/// Never holds personal contact data, so that such data can be erased and the chain still verifies.</summary>
public sealed record TraceEntry
{
    /// <summary>Position in the subject's chain, from 1, without gaps.</summary>
    public required long Sequence { get; init; }

    /// <summary>When the hub recorded it, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When it happened, if it was entered afterwards (补录), else null. Terms are judged by this.</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>Account or token that acted.</summary>
    public required string Principal { get; init; }

    /// <summary>The role it acted in.</summary>
    public required Role Role { get; init; }

    /// <summary>The organ it acted for.</summary>
    public required OrganCode Organ { get; init; }

    /// <summary>Event name, past tense, e.g. <c>CaseDispatched</c>.</summary>
    public required string Event { get; init; }

    /// <summary>Stage before, where the subject has stages.</summary>
    public string? From { get; init; }

    /// <summary>Stage after.</summary>
    public string? To { get; init; }

    /// <summary>Reason or note given.</summary>
    public string? Reason { get; init; }

    /// <summary>SHA-256 of principal and command id; the same for all entries of one command.</summary>
    public required string Command { get; init; }

    /// <summary>SHA-256 of the command's body, to tell a retry from a conflict.</summary>
    public required string Body { get; init; }

    /// <summary>Rule id it rests on.</summary>
    public string? Rule { get; init; }

    /// <summary>The event itself as JSON, as the state was folded from it.</summary>
    public required string Content { get; init; }

    /// <summary>Hash of the entry before; 64 zeros for the first.</summary>
    public required string PreviousHash { get; init; }

    /// <summary>SHA-256 over the previous hash and this entry's canonical content.</summary>
    public required string Hash { get; init; }

    /// <summary>Name of the algorithm behind <see cref="Hash"/>. Stored only where it is another than SHA-256, so that what was chained before there was a name stays as it is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? HashAlgorithm { get; init; }

    /// <summary>When it took effect: when it happened, or else when it was recorded.</summary>
    [JsonIgnore]
    public DateTimeOffset EffectiveAt => OccurredAt ?? At;
}
