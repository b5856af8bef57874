using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Governance;

namespace OpsHub.Contracts.Governance;

/// <summary>A community's grid file (网格配备台账), live. Key: <see cref="GrainKeys.GridFile(Domain.Hierarchy.UnitCode)"/>.</summary>
[Alias("IGridFileGrain")]
public interface IGridFileGrain : ISubjectGrain
{
    /// <summary>Decides a command. G005, G031.</summary>
    [Alias("Do")]
    Task<CommandReply> Do(GridFileCommand command, CommandContext context);

    /// <summary>The file; an empty one where nothing was recorded yet.</summary>
    [Alias("Get")]
    Task<GridFileView> Get();

    /// <summary>Trace entries after a sequence, oldest first, at most <paramref name="limit"/> (1-200), and the length of all.</summary>
    [Alias("Trace")]
    Task<TraceSlice> Trace(long after, int limit);
}

/// <summary>The governance file of a city, county or township (综治与网格建设台账), live. Key: <see cref="GrainKeys.Governance(Domain.Hierarchy.UnitCode)"/>.</summary>
[Alias("IGovernanceGrain")]
public interface IGovernanceGrain : ISubjectGrain
{
    /// <summary>Decides a command. G016, G027, T020, T025.</summary>
    [Alias("Do")]
    Task<CommandReply> Do(GovernanceCommand command, CommandContext context);

    /// <summary>The file; an empty one where nothing was recorded yet.</summary>
    [Alias("Get")]
    Task<GovernanceView> Get();

    /// <summary>Trace entries after a sequence, oldest first, at most <paramref name="limit"/> (1-200), and the length of all.</summary>
    [Alias("Trace")]
    Task<TraceSlice> Trace(long after, int limit);
}

/// <summary>A township's analysis report of a cycle (分析研判报告), live. Key: <see cref="GrainKeys.Analysis(Domain.Hierarchy.UnitCode, DateOnly)"/>.</summary>
[Alias("IAnalysisGrain")]
public interface IAnalysisGrain : ISubjectGrain
{
    /// <summary>Decides a command. T023.</summary>
    [Alias("Do")]
    Task<CommandReply> Do(AnalysisCommand command, CommandContext context);

    /// <summary>The report, or null before it is drafted.</summary>
    [Alias("Get")]
    Task<AnalysisView?> Get();

    /// <summary>Trace entries after a sequence, oldest first, at most <paramref name="limit"/> (1-200), and the length of all.</summary>
    [Alias("Trace")]
    Task<TraceSlice> Trace(long after, int limit);
}

/// <summary>A grid file with the place of its state in the trace.</summary>
/// <param name="State">The state.</param>
/// <param name="Length">Length of its trace; what <c>expectedVersion</c> is compared with.</param>
[GenerateSerializer, Immutable, Alias("GridFileView")]
public sealed record GridFileView([property: Id(0)] GridFile State, [property: Id(1)] long Length);

/// <summary>A governance file with the place of its state in the trace.</summary>
/// <param name="State">The state.</param>
/// <param name="Length">Length of its trace.</param>
[GenerateSerializer, Immutable, Alias("GovernanceView")]
public sealed record GovernanceView([property: Id(0)] GovernanceFile State, [property: Id(1)] long Length);

/// <summary>A report with the place of its state in the trace.</summary>
/// <param name="State">The state.</param>
/// <param name="Length">Length of its trace.</param>
[GenerateSerializer, Immutable, Alias("AnalysisView")]
public sealed record AnalysisView([property: Id(0)] AnalysisReport State, [property: Id(1)] long Length);
