using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Indicators;

namespace OpsHub.Contracts.Indicators;

/// <summary>By what indicators are told apart (分组维度).</summary>
public enum IndicatorDimension
{
    /// <summary>By grid (网格).</summary>
    Grid,

    /// <summary>By community or village (社区、村).</summary>
    Community,

    /// <summary>By township (乡镇、街道).</summary>
    Township,

    /// <summary>By county (县市区).</summary>
    County,

    /// <summary>By lead organ (牵头单位): agencies, departments and units that lead.</summary>
    Agency,

    /// <summary>By first-level category (一级类别).</summary>
    Category,

    /// <summary>By month (月), each indicator by its own day.</summary>
    Month,
}

/// <summary>What is to be counted.</summary>
/// <param name="Unit">Cases of this unit's subtree; null for an organ's.</param>
/// <param name="Organ">Cases that this organ leads, and dispatches to it; null for a unit's.</param>
/// <param name="Period">Days counted.</param>
/// <param name="Now">Instant of reading: what is past due then.</param>
/// <param name="By">How it is told apart; nothing for one total.</param>
/// <param name="Township">The township in force over a community or grid, by whose index its rows are found; null where it isn't known.</param>
public sealed record IndicatorQuery(
    UnitCode? Unit, OrganCode? Organ, IndicatorPeriod Period, DateTimeOffset Now, IReadOnlyList<IndicatorDimension> By, UnitCode? Township = null);

/// <summary>Of what a group of counts is; members that were not asked for are null.</summary>
/// <param name="Unit">Unit, by one of the place dimensions.</param>
/// <param name="Organ">Lead organ.</param>
/// <param name="Category">First-level category.</param>
/// <param name="Month">First day of the month.</param>
public sealed record IndicatorKey(UnitCode? Unit = null, OrganCode? Organ = null, string? Category = null, DateOnly? Month = null);

/// <summary>Load of a grid: cases reported in it (网格任务量). G004.</summary>
/// <param name="Key">The group that the grid is in.</param>
/// <param name="Grid">The grid.</param>
/// <param name="Cases">Cases, at least one.</param>
public sealed record GridCases(IndicatorKey Key, UnitCode Grid, long Cases);

/// <summary>Counts indicators from the index's rows. A port with one implementation.</summary>
public interface IIndicatorIndex
{
    /// <summary>Counts by group; groups without anything are left out.</summary>
    Task<IReadOnlyDictionary<IndicatorKey, IndicatorCounts>> Counts(IndicatorQuery query, CancellationToken cancel = default);

    /// <summary>Handling times of the cycles closed in the period, by group.</summary>
    Task<IReadOnlyDictionary<IndicatorKey, HandlingTimes>> Times(IndicatorQuery query, CancellationToken cancel = default);

    /// <summary>Cases reported in the period by grid within each group.</summary>
    Task<IReadOnlyList<GridCases>> Loads(IndicatorQuery query, CancellationToken cancel = default);
}
