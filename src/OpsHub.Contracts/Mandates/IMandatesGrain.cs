using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Mandates;

namespace OpsHub.Contracts.Mandates;

/// <summary>Townships' rights and duties in a county (乡镇权责), live: one for a county, so that an approval and the task that rests on it are read in the same write.
/// Every county has them; the record is opened with the first command. Key: <see cref="GrainKeys.Mandates(UnitCode)"/>.</summary>
[Alias("IMandatesGrain")]
public interface IMandatesGrain : ISubjectGrain
{
    /// <summary>Decides a command: decide, write, publish, reply.</summary>
    [Alias("Do")]
    Task<CommandReply> Do(MandateCommand command, CommandContext context);

    /// <summary>The record, or as it would begin where nothing has happened yet; null when there is no such county.</summary>
    [Alias("Get")]
    Task<MandatesView?> Get();

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
/// <param name="Length">Length of its trace; what <c>expectedVersion</c> is compared with. 0 before the first command.</param>
[GenerateSerializer, Immutable, Alias("MandatesView")]
public sealed record MandatesView([property: Id(0)] string Key, [property: Id(1)] CountyMandates State, [property: Id(2)] long Length);

/// <summary>A county's record as jobs see it (乡镇权责索引行): what it holds is read from the record itself.</summary>
/// <param name="Key">Grain key, <c>mandates-430203</c>.</param>
/// <param name="Version">Storage version.</param>
/// <param name="County">The county.</param>
/// <param name="DueAt">Nearest open term's due, or null.</param>
/// <param name="ChangedAt">Newest step.</param>
public sealed record MandatesRow(string Key, long Version, UnitCode County, DateTimeOffset? DueAt, DateTimeOffset ChangedAt);

/// <summary>Reads which counties have open terms. A port with one implementation.</summary>
public interface IMandateIndex
{
    /// <summary>Rows with an open term, by key after <paramref name="after"/>, at most <paramref name="limit"/>: what a job goes through.</summary>
    Task<IReadOnlyList<MandatesRow>> WithTerms(string? after, int limit, CancellationToken cancel = default);
}
