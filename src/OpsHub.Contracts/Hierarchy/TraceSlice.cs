using OpsHub.Domain.Trace;

namespace OpsHub.Contracts.Hierarchy;

/// <summary>A part of a subject's trace (留痕).</summary>
/// <param name="Entries">Entries, oldest first.</param>
/// <param name="Length">Length of the whole trace.</param>
[GenerateSerializer, Immutable, Alias("TraceSlice")]
public sealed record TraceSlice([property: Id(0)] IReadOnlyList<TraceEntry> Entries, [property: Id(1)] long Length);
