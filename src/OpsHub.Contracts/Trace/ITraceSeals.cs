using OpsHub.Domain.Trace;

namespace OpsHub.Contracts.Trace;

/// <summary>A chain's head as one seal stored it.</summary>
/// <param name="Run">Of which seal.</param>
/// <param name="Head">The head.</param>
public sealed record StoredHead(long Run, SealedHead Head);

/// <summary>Keeps the nightly seals (封存), insert-only. A seal stores the heads that changed since the one before; what it says of a chain is the newest head
/// stored up to it. Heads of a seal that was never closed count for nothing. One implementation for each database.</summary>
public interface ITraceSeals
{
    /// <summary>All seals, oldest first; one a day.</summary>
    Task<IReadOnlyList<TraceSeal>> All(CancellationToken cancel = default);

    /// <summary>All heads of the closed seals up to a run, by the bytes of the subject, then by run.</summary>
    IAsyncEnumerable<StoredHead> Heads(long upTo, CancellationToken cancel = default);

    /// <summary>The same of one subject, by run.</summary>
    Task<IReadOnlyList<StoredHead>> HeadsOf(string subject, long upTo, CancellationToken cancel = default);

    /// <summary>Stores heads of a seal that is being made.</summary>
    Task Add(long run, IReadOnlyCollection<SealedHead> heads, CancellationToken cancel = default);

    /// <summary>Closes a seal; false when its number, its day or its run is taken, and nothing is stored then.</summary>
    Task<bool> Close(TraceSeal seal, CancellationToken cancel = default);

    /// <summary>Deletes heads of seals that were never closed and no longer can be: a newer one was.</summary>
    Task Tidy(CancellationToken cancel = default);
}
