namespace OpsHub.Domain.Trace;

/// <summary>The first place where a chain does not fit (断链).</summary>
/// <param name="Subject">Grain key.</param>
/// <param name="Sequence">Sequence of the entry that does not fit.</param>
/// <param name="Zh">What is wrong, in Chinese.</param>
/// <param name="En">The same in English.</param>
public sealed record TraceFault(string Subject, long Sequence, string Zh, string En);

/// <summary>Walks a chain from its first entry and recomputes every hash. G021.</summary>
public static class TraceVerifier
{
    /// <summary>Returns the first fault, or null when every entry fits and the head is the last one's hash.</summary>
    /// <param name="subject">Grain key.</param>
    /// <param name="entries">All entries, segments first.</param>
    /// <param name="head">Head that the document states.</param>
    /// <param name="length">Length that the document states.</param>
    public static TraceFault? Verify(string subject, IEnumerable<TraceEntry> entries, string head, long length)
    {
        var previous = TraceHash.Genesis;
        var sequence = 0L;
        foreach (var entry in entries)
        {
            sequence++;
            if (entry.Sequence != sequence)
                return new(subject, sequence, $"应为第 {sequence} 条,实为第 {entry.Sequence} 条", $"expected entry {sequence}, found {entry.Sequence}");
            if (entry.PreviousHash != previous)
                return new(subject, sequence, "与上一条的哈希不相接", "does not continue the hash of the entry before");
            if (TraceHash.Of(subject, entry) != entry.Hash)
                return new(subject, sequence, "内容与哈希不符", "content does not match its hash");
            previous = entry.Hash;
        }

        if (sequence != length)
            return new(subject, sequence + 1, $"应有 {length} 条,实有 {sequence} 条", $"{length} entries are stated, {sequence} found");
        return head == previous ? null : new(subject, sequence, "链头与末条不符", "the head is not the last entry's hash");
    }
}
