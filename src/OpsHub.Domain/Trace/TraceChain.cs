using System.Collections.Immutable;

namespace OpsHub.Domain.Trace;

/// <summary>A subject's trace as it lies in its document (留痕链): head, length, and the newest entries. Older ones stand in segments.</summary>
public sealed record TraceChain
{
    /// <summary>At this many entries in the document the oldest <see cref="SegmentSize"/> move to a segment.</summary>
    public const int Fold = 128;

    /// <summary>Entries of one segment.</summary>
    public const int SegmentSize = 64;

    /// <summary>An empty chain.</summary>
    public static readonly TraceChain Empty = new();

    /// <summary>Entries ever appended.</summary>
    public long Length { get; init; }

    /// <summary>Hash of the newest entry.</summary>
    public string Head { get; init; } = TraceHash.Genesis;

    /// <summary>The newest entries, oldest first.</summary>
    public ImmutableList<TraceEntry> Recent { get; init; } = [];

    /// <summary>How many segments were cut off.</summary>
    public int Segments { get; init; }

    /// <summary>Appends an entry; sequence and hashes are set here.</summary>
    public TraceChain Append(string subject, TraceEntry entry)
    {
        var placed = entry with { Sequence = Length + 1, PreviousHash = Head, Hash = "" };
        placed = placed with { Hash = TraceHash.Of(subject, placed) };
        return this with { Length = placed.Sequence, Head = placed.Hash, Recent = Recent.Add(placed) };
    }

    /// <summary>The segment that must be stored before the document may shrink, or null when the chain is short enough.</summary>
    public TraceSegment? Overflow(string subject) => Recent.Count < Fold ? null : TraceSegment.Of(subject, Segments, Recent.GetRange(0, SegmentSize));

    /// <summary>The chain without its oldest segment's entries, once these are stored.</summary>
    public TraceChain WithoutOldest() => this with { Recent = Recent.RemoveRange(0, SegmentSize), Segments = Segments + 1 };

    /// <summary>The entries of a command, newest last; empty when it is not among the recent ones.</summary>
    public ImmutableList<TraceEntry> OfCommand(string commandKey) => Recent.FindAll(e => e.Command == commandKey);
}

/// <summary>Entries that left the document: insert-only, identical when written again (留痕段).</summary>
/// <param name="Subject">Grain key.</param>
/// <param name="Number">0-based number of the segment.</param>
/// <param name="FirstHash">Hash before its first entry.</param>
/// <param name="LastHash">Hash of its last entry.</param>
/// <param name="Entries">The entries, oldest first.</param>
public sealed record TraceSegment(string Subject, int Number, string FirstHash, string LastHash, ImmutableList<TraceEntry> Entries)
{
    /// <summary>Cuts a segment.</summary>
    public static TraceSegment Of(string subject, int number, ImmutableList<TraceEntry> entries) =>
        new(subject, number, entries[0].PreviousHash, entries[^1].Hash, entries);
}
