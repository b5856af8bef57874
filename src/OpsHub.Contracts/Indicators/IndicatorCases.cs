using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Indicators;

namespace OpsHub.Contracts.Indicators;

/// <summary>Which count of an indicator (指标口径): one member for each of <see cref="IndicatorCounts"/>.</summary>
public enum IndicatorCount
{
    /// <inheritdoc cref="IndicatorCounts.Reported" />
    Reported,

    /// <inheritdoc cref="IndicatorCounts.AcceptedOnTime" />
    AcceptedOnTime,

    /// <inheritdoc cref="IndicatorCounts.Due" />
    Due,

    /// <inheritdoc cref="IndicatorCounts.OnTime" />
    OnTime,

    /// <inheritdoc cref="IndicatorCounts.Closed" />
    Closed,

    /// <inheritdoc cref="IndicatorCounts.Returned" />
    Returned,

    /// <inheritdoc cref="IndicatorCounts.Reworked" />
    Reworked,

    /// <inheritdoc cref="IndicatorCounts.FirstTime" />
    FirstTime,

    /// <inheritdoc cref="IndicatorCounts.Reopened" />
    Reopened,

    /// <summary>Cycles closed in the period that were urged.</summary>
    Urged,

    /// <summary>Cycles closed in the period that were evaluated.</summary>
    Evaluated,

    /// <summary>Cycles closed in the period whose handling was timed.</summary>
    Timed,

    /// <summary>Cases reported in the period, whatever became of them: what loads grids.</summary>
    Load,

    /// <inheritdoc cref="IndicatorCounts.Dispatches" />
    Dispatches,

    /// <inheritdoc cref="IndicatorCounts.DispatchesAccepted" />
    DispatchesAccepted,

    /// <inheritdoc cref="IndicatorCounts.DispatchesReturned" />
    DispatchesReturned,

    /// <inheritdoc cref="IndicatorCounts.DispatchesAnswered" />
    DispatchesAnswered,
}

/// <summary>The cases behind a count (指标案件), as a condition of a list of cases. A case counts once here, however many of its cycles or dispatches count.</summary>
/// <param name="Count">Which count.</param>
/// <param name="Period">Days counted.</param>
/// <param name="Now">Instant at which it was counted.</param>
/// <param name="Organ">Of this organ; null for a unit's.</param>
/// <param name="Township">The township in force over a community or grid, by whose index its rows are found; null where it isn't known.</param>
public sealed record IndicatorCases(IndicatorCount Count, IndicatorPeriod Period, DateTimeOffset Now, OrganCode? Organ, UnitCode? Township = null);
