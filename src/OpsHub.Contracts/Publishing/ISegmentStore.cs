using OpsHub.Domain.Trace;

namespace OpsHub.Contracts.Publishing;

/// <summary>Keeps trace segments that left their documents (留痕段). Insert-only: the same segment again changes nothing.</summary>
public interface ISegmentStore
{
    /// <summary>Writes a segment and the command keys in it, before the document may shrink.</summary>
    Task Append(TraceSegment segment, CancellationToken cancel = default);

    /// <summary>All segments of a subject, oldest first.</summary>
    Task<IReadOnlyList<TraceSegment>> Read(string subject, CancellationToken cancel = default);

    /// <summary>The last entry of a command in a subject's segments, or null.</summary>
    Task<TraceEntry?> FindCommand(string subject, string commandKey, CancellationToken cancel = default);
}
