using System.Globalization;
using OpsHub.Domain.Commands;

namespace OpsHub.Domain.Trace;

/// <summary>The canonical content of an entry and its hash. Every part is preceded by its length, so nothing can be shifted between fields.</summary>
public static class TraceHash
{
    /// <summary>The previous hash of a chain's first entry.</summary>
    public static readonly string Genesis = new('0', 64);

    /// <summary>The algorithm of every link so far; an entry that names none has this one.</summary>
    public const string Algorithm = "SHA-256";

    /// <summary>The algorithm of an entry's link.</summary>
    public static string AlgorithmOf(TraceEntry e) => e.HashAlgorithm ?? Algorithm;

    /// <summary>Hash that an entry must have, whatever its <see cref="TraceEntry.Hash"/> says.</summary>
    public static string Of(string subject, TraceEntry e) => CommandIds.Hash(Parts(subject, e));

    /// <summary>The texts that are hashed, in order; an export gives them as they are, so that others can recompute the hash.</summary>
    public static string[] Parts(string subject, TraceEntry e) =>
    [
        "opshub-trace-1",
        subject,
        e.PreviousHash,
        e.Sequence.ToString(CultureInfo.InvariantCulture),
        Instant(e.At),
        e.OccurredAt is { } at ? Instant(at) : "",
        e.Principal,
        e.Role.ToString(),
        e.Organ.Value,
        e.Event,
        Optional(e.From),
        Optional(e.To),
        Optional(e.Reason),
        e.Command,
        e.Body,
        Optional(e.Rule),
        e.Content,
    ];

    // An empty text is not a missing one: putting the one for the other must show.
    private static string Optional(string? text) => text is null ? "" : "+" + text;

    private static string Instant(DateTimeOffset at) => at.UtcTicks.ToString(CultureInfo.InvariantCulture);
}
