using System.Collections.Immutable;
using OpsHub.Domain.Governance;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Contracts.Governance;

/// <summary>What a grid file, a governance file or a report publishes (综治与网格建设索引行): one of the three.</summary>
/// <param name="Key">Grain key.</param>
/// <param name="Version">Storage version.</param>
public sealed record GovernanceRow(string Key, long Version)
{
    /// <summary>The grid file's row.</summary>
    public GridFileRow? Grids { get; init; }

    /// <summary>The governance file.</summary>
    public GovernanceFile? File { get; init; }

    /// <summary>The report.</summary>
    public AnalysisReport? Report { get; init; }

    /// <summary>Whose it is.</summary>
    public UnitCode Unit => Grids?.File.Community ?? File?.Unit ?? Report!.Township;
}

/// <summary>A grid file as figures need it.</summary>
/// <param name="File">The file without its lists of buildings and announcements: a county's figures read hundreds of rows.</param>
/// <param name="Buildings">Buildings by grid.</param>
public sealed record GridFileRow(GridFile File, ImmutableList<BuildingCount> Buildings)
{
    /// <summary>The row of a file.</summary>
    public static GridFileRow Of(GridFile file) => new(file with { Buildings = file.Buildings.Clear(), Announcements = [] }, file.BuildingCounts);
}

/// <summary>Reads grid files, governance files and reports from the index. A port with one implementation.</summary>
public interface IGovernanceIndex
{
    /// <summary>Grid files of communities; those without one are left out.</summary>
    Task<IReadOnlyList<GridFileRow>> Grids(IReadOnlyCollection<UnitCode> communities, CancellationToken cancel = default);

    /// <summary>Governance files of units; those without one are left out.</summary>
    Task<IReadOnlyList<GovernanceFile>> Files(IReadOnlyCollection<UnitCode> units, CancellationToken cancel = default);

    /// <summary>Reports of townships whose cycle began on a day or after it, in one stage or any; by township, then by cycle.</summary>
    Task<IReadOnlyList<AnalysisReport>> Reports(IReadOnlyCollection<UnitCode> townships, DateOnly from, AnalysisStage? stage = null, CancellationToken cancel = default);

    /// <summary>The local day from which the hub keeps these records: what began before can't have been missed.</summary>
    Task<DateOnly> Since(CancellationToken cancel = default);
}
