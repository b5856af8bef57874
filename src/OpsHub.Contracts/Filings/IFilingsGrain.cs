using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Filings;

namespace OpsHub.Contracts.Filings;

/// <summary>What a county or a township has on file and owes (制度备案), live. Key: <see cref="GrainKeys.Filings(Domain.Hierarchy.UnitCode)"/>.</summary>
[Alias("IFilingsGrain")]
public interface IFilingsGrain : ISubjectGrain
{
    /// <summary>Decides a command: decide, write, publish, reply. The first one opens the record of a unit in force.</summary>
    [Alias("Do")]
    Task<CommandReply> Do(FilingCommand command, CommandContext context);

    /// <summary>The record, or as it would begin where it is not open yet; null when there is no such county or township.</summary>
    [Alias("Get")]
    Task<FilingsView?> Get();

    /// <summary>Trace entries after a sequence, oldest first, at most <paramref name="limit"/> (1-200), and the length of all.</summary>
    [Alias("Trace")]
    Task<TraceSlice> Trace(long after, int limit);

    /// <summary>Fires every rung passed at the hub's present instant; how many fired. Nothing happens twice.</summary>
    [Alias("Tick")]
    Task<int> Tick(DateTimeOffset now);

    /// <summary>Counts open terms again by the newest calendar; true where one moved and that was recorded. Resolution 6.</summary>
    [Alias("CatchUp")]
    Task<bool> CatchUp(int calendar);
}

/// <summary>A record with the place of its state in the trace.</summary>
/// <param name="Key">Grain key.</param>
/// <param name="State">The state.</param>
/// <param name="Length">Length of its trace; what <c>expectedVersion</c> is compared with. 0 before it is open.</param>
[GenerateSerializer, Immutable, Alias("FilingsView")]
public sealed record FilingsView([property: Id(0)] string Key, [property: Id(1)] UnitFilings State, [property: Id(2)] long Length);
