namespace OpsHub.Domain.Indicators;

/// <summary>Whole days that indicators are counted over (统计期).</summary>
/// <param name="From">First day.</param>
/// <param name="Until">Day after the last one.</param>
public sealed record IndicatorPeriod(DateOnly From, DateOnly Until)
{
    /// <summary>True when it begins and ends with months.</summary>
    public bool IsWholeMonths => From.Day == 1 && Until.Day == 1;

    /// <summary>True when the day lies within.</summary>
    public bool Holds(DateOnly? day) => day >= From && day < Until;
}

/// <summary>What indicators are made of (指标计数): whole numbers only, so that nothing is rounded before it is compared. G024, A022, A023.</summary>
public sealed record IndicatorCounts
{
    /// <summary>Nothing counted.</summary>
    public static readonly IndicatorCounts None = new();

    /// <summary>Cycles reported in the period that were accepted, or whose time to accept has passed; those declined, merged or withdrawn unaccepted are not among them.</summary>
    public long Reported { get; init; }

    /// <summary>Of these, accepted within the term.</summary>
    public long AcceptedOnTime { get; init; }

    /// <summary>Cycles whose handling fell due in the period, is not suspended, and has been fed back or is past due.</summary>
    public long Due { get; init; }

    /// <summary>Of these, fed back within the term.</summary>
    public long OnTime { get; init; }

    /// <summary>Cycles closed in the period.</summary>
    public long Closed { get; init; }

    /// <summary>Of these, returned at least once.</summary>
    public long Returned { get; init; }

    /// <summary>Of these, reworked at least once.</summary>
    public long Reworked { get; init; }

    /// <summary>Of these, closed at the first go.</summary>
    public long FirstTime { get; init; }

    /// <summary>Of these, reopened afterwards.</summary>
    public long Reopened { get; init; }

    /// <summary>Urgings of these.</summary>
    public long Urges { get; init; }

    /// <summary>Evaluations of these.</summary>
    public long Evaluations { get; init; }

    /// <summary>Sum of their scores.</summary>
    public long ScoreSum { get; init; }

    /// <summary>Dispatches of the period to a lead organ that were answered, or whose time to answer has passed. Counted for organs only.</summary>
    public long Dispatches { get; init; }

    /// <summary>Of these, accepted.</summary>
    public long DispatchesAccepted { get; init; }

    /// <summary>Of these, returned.</summary>
    public long DispatchesReturned { get; init; }

    /// <summary>Of these, answered within the term.</summary>
    public long DispatchesAnswered { get; init; }
}

/// <summary>How long handling took (处置用时) of the cycles closed in a period.</summary>
/// <param name="Count">How many.</param>
/// <param name="WorkMinutes">Sum of their working minutes.</param>
/// <param name="ElapsedMinutes">Sum of their minutes by day and night.</param>
/// <param name="WorkMinutes90">90th percentile of working minutes; null when there are none.</param>
/// <param name="ElapsedMinutes90">The same by day and night.</param>
public sealed record HandlingTimes(long Count, long WorkMinutes, long ElapsedMinutes, long? WorkMinutes90, long? ElapsedMinutes90)
{
    /// <summary>No case.</summary>
    public static readonly HandlingTimes None = new(0, 0, 0, null, null);

    /// <summary>Of pairs of working and elapsed minutes.</summary>
    public static HandlingTimes Of(IReadOnlyCollection<(long Work, long Elapsed)> times) => new(
        times.Count, times.Sum(t => t.Work), times.Sum(t => t.Elapsed), Percentile.NearestRank([.. times.Select(t => t.Work)], 90), Percentile.NearestRank([.. times.Select(t => t.Elapsed)], 90));
}

/// <summary>Percentiles (百分位).</summary>
public static class Percentile
{
    /// <summary>By nearest rank: the smallest of the values that is at least as great as <paramref name="percent"/> of a hundred of them. Always a value that occurs,
    /// nothing is interpolated. Null of none.</summary>
    public static long? NearestRank(long[] values, int percent)
    {
        if (values.Length == 0)
            return null;
        Array.Sort(values);
        return values[(((values.Length * percent) + 99) / 100) - 1];
    }
}

/// <summary>How evenly grids are loaded (网格任务量均衡). G004.</summary>
/// <param name="Grids">Grids, those without cases among them.</param>
/// <param name="Cases">Cases reported in all of them.</param>
/// <param name="Most">Cases of the fullest grid.</param>
public sealed record GridLoad(long Grids, long Cases, long Most)
{
    /// <summary>Above this ratio of greatest to mean load grids count as unbalanced, in tenths. Parameter GridBalanceMax, assumed.</summary>
    public const int LimitTenths = 15;

    /// <summary>Greatest load times grids: the ratio's numerator over <see cref="Cases"/>.</summary>
    public long Weighted => Most * Grids;

    /// <summary>The greatest load is more than 1.5 times the mean.</summary>
    public bool IsUnbalanced => Weighted * 10 > Cases * LimitTenths;
}
