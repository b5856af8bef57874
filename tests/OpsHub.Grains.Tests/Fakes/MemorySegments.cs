using System.Collections.Concurrent;
using OpsHub.Contracts.Publishing;
using OpsHub.Domain.Trace;

namespace OpsHub.Grains.Tests.Fakes;

/// <summary>Trace segments in memory.</summary>
internal sealed class MemorySegments : ISegmentStore
{
    private readonly ConcurrentDictionary<(string Subject, int Number), TraceSegment> _segments = new();

    public Task Append(TraceSegment segment, CancellationToken cancel = default)
    {
        _segments.TryAdd((segment.Subject, segment.Number), segment);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<TraceSegment>> Read(string subject, CancellationToken cancel = default) =>
        Task.FromResult<IReadOnlyList<TraceSegment>>([.. _segments.Values.Where(s => s.Subject == subject).OrderBy(s => s.Number)]);

    public Task<TraceEntry?> FindCommand(string subject, string commandKey, CancellationToken cancel = default) =>
        Task.FromResult(_segments.Values.Where(s => s.Subject == subject).SelectMany(s => s.Entries).OrderBy(e => e.Sequence).LastOrDefault(e => e.Command == commandKey));
}
