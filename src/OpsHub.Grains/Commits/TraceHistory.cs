using OpsHub.Contracts.Publishing;
using OpsHub.Domain.Trace;

namespace OpsHub.Grains.Commits;

/// <summary>A subject's whole trace: what stands in its document, and the segments that left it.</summary>
internal sealed class TraceHistory<TState>(string key, StoredDocument<TState> stored, ISegmentStore segments)
    where TState : class
{
    private TraceChain Trace => stored.Document.Trace;

    /// <summary>Entries after a sequence, oldest first.</summary>
    public async Task<IReadOnlyList<TraceEntry>> After(long after, int limit)
    {
        var recent = Trace.Recent;
        if (Trace.Segments == 0 || (recent.Count > 0 && after >= recent[0].Sequence - 1))
            return [.. recent.Where(e => e.Sequence > after).Take(limit)];
        return [.. (await Cut()).SelectMany(s => s.Entries).Concat(recent).Where(e => e.Sequence > after).Take(limit)];
    }

    /// <summary>The last entry of a command, however old, or null.</summary>
    public async ValueTask<TraceEntry?> Last(string commandKey) => Trace.OfCommand(commandKey) is { IsEmpty: false } recent
        ? recent[^1]
        : Trace.Segments > 0 ? await segments.FindCommand(key, commandKey) : null;

    /// <summary>The entry with which the subject began, or null before it did.</summary>
    public async ValueTask<TraceEntry?> First() => Trace.Segments == 0 ? Trace.Recent.FirstOrDefault() : (await Cut())[0].Entries[0];

    // A segment may be written before the document that counts it; until then its entries still stand in the document.
    private async Task<IReadOnlyList<TraceSegment>> Cut() => [.. (await segments.Read(key)).Take(Trace.Segments)];
}
