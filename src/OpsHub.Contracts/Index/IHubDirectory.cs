using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Contracts.Index;

/// <summary>The hierarchy as this process knows it, from memory (区划目录): who is whose parent, what everyone is called.
/// Read from the index, refreshed within seconds of a change.</summary>
public interface IHubDirectory
{
    /// <summary>The city at the top, or null before the first import.</summary>
    UnitCode? City { get; }

    /// <summary>Version of what it knows (区划版本): grows with every change of a unit, and is the same wherever the same is known. 0 for one that keeps none.</summary>
    long Version => 0;

    /// <summary>Grids that are no more, by code (已撤并网格); few ever are.</summary>
    IReadOnlyList<UnitRow> EndedGrids => [];

    /// <summary>A unit, or null when unknown.</summary>
    UnitRow? Unit(UnitCode code);

    /// <summary>The five units in force over a grid, or null when the grid is unknown or ended.</summary>
    Placement? Place(UnitCode grid);

    /// <summary>Children in force, by code.</summary>
    IReadOnlyList<UnitRow> Children(UnitCode parent);

    /// <summary>The unit and its ancestors in force, upwards to the city.</summary>
    IReadOnlyList<UnitCode> Upwards(UnitCode code);

    /// <summary>Descendants in force of one level, by code.</summary>
    IReadOnlyList<UnitRow> Descendants(UnitCode parent, UnitLevel level);

    /// <summary>An agency, or null when unknown.</summary>
    AgencyRow? Agency(OrganCode code);

    /// <summary>Agencies that serve a township, by code.</summary>
    IReadOnlyList<AgencyRow> AgenciesOf(UnitCode township);

    /// <summary>Name of a unit, agency or department for people; the code itself when unknown.</summary>
    string NameOf(OrganCode organ);

    /// <summary>True when the unit stands at or below the other, by parents in force.</summary>
    bool IsWithin(UnitCode unit, UnitCode above);

    /// <summary>Reads the index again.</summary>
    Task Refresh(CancellationToken cancel = default);
}
