using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Councils;

namespace OpsHub.Contracts.Councils;

/// <summary>The opinion ledger of a community (意见台账), live. Key: <see cref="GrainKeys.Ledger(Domain.Hierarchy.UnitCode)"/>.</summary>
[Alias("ILedgerGrain")]
public interface ILedgerGrain : ISubjectGrain
{
    /// <summary>Decides a command. Linking first puts the opinion into the consultation, which takes it once, and then records it: the ledger never claims what a consultation refused.</summary>
    [Alias("Do")]
    Task<CommandReply> Do(OpinionCommand command, CommandContext context);

    /// <summary>The ledger; an empty state where nothing was entered yet.</summary>
    [Alias("Get")]
    Task<LedgerView> Get();

    /// <summary>Trace entries after a sequence, oldest first, at most <paramref name="limit"/> (1-200), and the length of all.</summary>
    [Alias("Trace")]
    Task<TraceSlice> Trace(long after, int limit);
}

/// <summary>The council of a community (村(居)民议事会), live. Key: <see cref="GrainKeys.Council(Domain.Hierarchy.UnitCode)"/>.</summary>
[Alias("ICouncilGrain")]
public interface ICouncilGrain : ISubjectGrain
{
    /// <summary>Decides a command.</summary>
    [Alias("Do")]
    Task<CommandReply> Do(CouncilCommand command, CommandContext context);

    /// <summary>The council, or null before it is established.</summary>
    [Alias("Get")]
    Task<CouncilView?> Get();

    /// <summary>Trace entries after a sequence, oldest first, at most <paramref name="limit"/> (1-200), and the length of all.</summary>
    [Alias("Trace")]
    Task<TraceSlice> Trace(long after, int limit);
}

/// <summary>The support file of a unit (协商保障台账), live. Key: <see cref="GrainKeys.Support(Domain.Hierarchy.UnitCode)"/>.</summary>
[Alias("ISupportGrain")]
public interface ISupportGrain : ISubjectGrain
{
    /// <summary>Decides a command.</summary>
    [Alias("Do")]
    Task<CommandReply> Do(SupportCommand command, CommandContext context);

    /// <summary>Trace entries after a sequence, oldest first, at most <paramref name="limit"/> (1-200), and the length of all.</summary>
    [Alias("Trace")]
    Task<TraceSlice> Trace(long after, int limit);
}

/// <summary>A ledger with the place of its state in the trace.</summary>
/// <param name="State">The state; null where nothing was entered yet.</param>
/// <param name="Length">Length of its trace; what <c>expectedVersion</c> is compared with.</param>
[GenerateSerializer, Immutable, Alias("LedgerView")]
public sealed record LedgerView([property: Id(0)] OpinionLedger? State, [property: Id(1)] long Length);

/// <summary>A council with the place of its state in the trace.</summary>
/// <param name="State">The state.</param>
/// <param name="Length">Length of its trace.</param>
[GenerateSerializer, Immutable, Alias("CouncilView")]
public sealed record CouncilView([property: Id(0)] Council State, [property: Id(1)] long Length);
