using System.Globalization;
using OpsHub.Domain.Commands;

namespace OpsHub.Domain.Trace;

/// <summary>Where a chain stood when it was sealed (封存的链头).</summary>
/// <param name="Subject">Grain key.</param>
/// <param name="Length">Entries it had.</param>
/// <param name="Head">Hash of the last of them.</param>
public sealed record SealedHead(string Subject, long Length, string Head)
{
    /// <summary>Hash of this head as a leaf of a seal's tree, 32 bytes.</summary>
    public void Leaf(Span<byte> hash) => LengthPrefixed.Sha256([0], ["opshub-seal-leaf-1", Subject, Length.ToString(CultureInfo.InvariantCulture), Head], hash);
}

/// <summary>What one seal says of one chain.</summary>
/// <param name="Seal">Number of the seal.</param>
/// <param name="Day">Day it closes.</param>
/// <param name="Length">Entries the chain had.</param>
/// <param name="Head">Hash of the last of them.</param>
public sealed record SealMark(long Seal, DateOnly Day, long Length, string Head);

/// <summary>A nightly seal (封存): one root over the heads of all chains, linked to the seal before. Whoever keeps its hash elsewhere can tell later
/// that no entry sealed was changed or taken away. G021, ARCHITECTURE 6.</summary>
public sealed record TraceSeal
{
    /// <summary>The hash before the first seal.</summary>
    public static readonly string Genesis = TraceHash.Genesis;

    /// <summary>Number, from 1, without gaps.</summary>
    public required long Number { get; init; }

    /// <summary>The local day that it closes: every entry of this day and of all before is under it.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTimeOffset SealedAt { get; init; }

    /// <summary>Algorithm of the tree and of the link.</summary>
    public string Algorithm { get; init; } = TraceHash.Algorithm;

    /// <summary>Chains under the root.</summary>
    public required long Chains { get; init; }

    /// <summary>Root over the heads of all chains, in the order of their keys' bytes.</summary>
    public required string Root { get; init; }

    /// <summary>Chains that changed since the seal before.</summary>
    public required long Changed { get; init; }

    /// <summary>Root over the heads of those alone, in the same order: what was stored with this seal can be checked by itself.</summary>
    public required string ChangedRoot { get; init; }

    /// <summary>Under which key its heads are stored; greater for a later seal.</summary>
    public required long Run { get; init; }

    /// <summary>Hash of the seal before; 64 zeros for the first.</summary>
    public required string Previous { get; init; }

    /// <summary>SHA-256 over all the above but <see cref="Run"/>.</summary>
    public string Hash { get; init; } = "";

    /// <summary>The texts that are hashed, in order.</summary>
    public static string[] Parts(TraceSeal s) =>
    [
        "opshub-seal-1", Text(s.Number), s.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Text(s.SealedAt.UtcTicks), s.Algorithm,
        Text(s.Chains), s.Root, Text(s.Changed), s.ChangedRoot, s.Previous,
    ];

    /// <summary>The seal with its hash.</summary>
    public TraceSeal Closed() => this with { Hash = CommandIds.Hash(Parts(this)) };

    /// <summary>What is wrong with a seal that follows another; null when it fits.</summary>
    /// <param name="before">The seal before, null for the first.</param>
    /// <param name="seal">The seal.</param>
    public static (string Zh, string En)? Fault(TraceSeal? before, TraceSeal seal)
    {
        if (seal.Number != (before?.Number ?? 0) + 1 || (before is not null && seal.Day <= before.Day))
            return ("序号或日期不连续", "number or day does not follow the seal before");
        if (seal.Algorithm != TraceHash.Algorithm)
            return ($"未知的哈希算法 {seal.Algorithm}", $"the hash algorithm {seal.Algorithm} is not known");
        if (seal.Previous != (before?.Hash ?? Genesis))
            return ("与上一号封存不相接", "does not continue the hash of the seal before");
        return seal.Closed().Hash == seal.Hash ? null : ("内容与哈希不符", "content does not match its hash");
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
