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
        var walk = new TraceWalk(subject);
        foreach (var entry in entries)
        {
            if (walk.Next(entry) is { } fault)
                return fault;
        }

        return walk.End(head, length);
    }
}
