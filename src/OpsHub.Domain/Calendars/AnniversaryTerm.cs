namespace OpsHub.Domain.Calendars;

/// <summary>
/// Period of whole years (周年期限) by corresponding dates (对应日): the starting day is not counted, the corresponding date is
/// the last day; where the month has no such date, its last day is (T074, resolution 47).
/// </summary>
/// <param name="Start">The day of the decision.</param>
/// <param name="Years">Whole years, at least 1.</param>
public sealed record AnniversaryTerm(DateOnly Start, int Years)
{
    /// <summary>The last day of the period, inclusive.</summary>
    public DateOnly LastDay => CorrespondingDate(Start, Years);

    /// <summary>Whether the period holds on that day: from the decision through the corresponding date.</summary>
    public bool Holds(DateOnly day) => day >= Start && day <= LastDay;

    /// <summary>The corresponding date so many years on; 29 February becomes 28 February in a common year.</summary>
    public static DateOnly CorrespondingDate(DateOnly start, int years) => start.AddYears(years);
}
