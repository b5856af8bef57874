using OpsHub.Contracts.Commands;
using OpsHub.Domain.Hierarchy;
using Orleans.Concurrency;

namespace OpsHub.Contracts.Hierarchy;

/// <summary>A unit of the hierarchy (区划单元), live: its record with its trace, and the summary of its subtree.
/// Key: <see cref="GrainKeys.Unit(UnitCode)"/>. Calls go upward only, save that a unit which is to end reads its children's records. Everything but commands interleaves: figures never wait for a write of the record.</summary>
[Alias("IUnitGrain")]
public interface IUnitGrain : ISubjectGrain
{
    /// <summary>Decides a command to the unit's record.</summary>
    [Alias("Do")]
    Task<CommandReply> Do(UnitCommand command, CommandContext context);

    /// <summary>The unit's record, or null when it was never established.</summary>
    [Alias("Get")]
    [AlwaysInterleave]
    Task<Unit?> Get();

    /// <summary>The unit's own summary.</summary>
    [Alias("Summary")]
    [AlwaysInterleave]
    Task<LiveSummary> Summary();

    /// <summary>The unit's own summary and its children's.</summary>
    [Alias("Family")]
    [AlwaysInterleave]
    Task<LiveFamily> Family();

    /// <summary>Trace entries of its record after a sequence, oldest first, at most <paramref name="limit"/> (1-200), and the length of all. Waits its turn behind a command.</summary>
    [Alias("Trace")]
    Task<TraceSlice> Trace(long after, int limit);

    /// <summary>Takes a subject's contribution; grids only. Lower versions are dropped.</summary>
    [Alias("PushSubject")]
    [AlwaysInterleave]
    Task PushSubject(SubjectPush push);

    /// <summary>Takes a consultation's contribution; communities, and townships for cross-community ones. Lower versions are dropped.</summary>
    [Alias("PushConsultation")]
    [AlwaysInterleave]
    Task PushConsultation(ConsultationPush push);

    /// <summary>Takes a child's summary; all but grids. Only a greater (epoch, version) is taken.</summary>
    [Alias("PushChild")]
    [AlwaysInterleave]
    Task PushChild(ChildPush push);

    /// <summary>Tells the observer of every change, coalesced; lapses 10 s after the last call.</summary>
    [Alias("Watch")]
    [AlwaysInterleave]
    Task<LiveFamily> Watch(IUnitObserver observer);

    /// <summary>Ends it at once.</summary>
    [Alias("Unwatch")]
    [AlwaysInterleave]
    Task Unwatch(IUnitObserver observer);

    /// <summary>Re-reads the index groups; the number of cells that differed.</summary>
    [Alias("Recount")]
    [AlwaysInterleave]
    Task<int> Recount();
}

/// <summary>City (市).</summary>
[Alias("ICityGrain")]
public interface ICityGrain : IUnitGrain;

/// <summary>County-level division (县市区).</summary>
[Alias("ICountyGrain")]
public interface ICountyGrain : IUnitGrain;

/// <summary>Township or subdistrict (乡镇、街道).</summary>
[Alias("ITownshipGrain")]
public interface ITownshipGrain : IUnitGrain;

/// <summary>Community or village (社区、村).</summary>
[Alias("ICommunityGrain")]
public interface ICommunityGrain : IUnitGrain;

/// <summary>Grid (网格).</summary>
[Alias("IGridGrain")]
public interface IGridGrain : IUnitGrain;

/// <summary>Hears of a unit's changes; delivery is at most once, so compare (epoch, version).</summary>
[Alias("IUnitObserver")]
public interface IUnitObserver : IGrainObserver
{
    /// <summary>The unit's newest figures, its children's among them.</summary>
    [Alias("Changed")]
    [OneWay]
    Task Changed(LiveFamily family);
}
