using OpsHub.Contracts.Indicators;
using OpsHub.Domain.Hierarchy;
using OpsHub.Storage.Database;

namespace OpsHub.Storage.Indicators;

/// <summary>What each count counts, as a condition: said once, for the count itself and for the list of cases behind it. The lines of
/// <see cref="Domain.Indicators.IndicatorFold"/>.</summary>
internal static class IndicatorSql
{
    /// <summary>Conditions on a cycle <c>c</c>, or on a dispatch <c>d</c>, and the days of a period.</summary>
    /// <param name="count">Which count.</param>
    /// <param name="from">First day, as an expression.</param>
    /// <param name="until">Day after the last one, as an expression.</param>
    public static string Condition(IndicatorCount count, string from, string until)
    {
        return count switch
        {
            IndicatorCount.Reported => $"{In("c.StartedDay")} AND (c.Accepted = 1 OR (c.Void = 0 AND c.AcceptBy <= @Now))",
            IndicatorCount.AcceptedOnTime => $"{Of(IndicatorCount.Reported)} AND c.AcceptedOnTime = 1",
            IndicatorCount.Due => $"{In("c.DueDay")} AND c.Void = 0 AND c.Suspended = 0 AND (c.OnTime IS NOT NULL OR c.DueAt <= @Now)",
            IndicatorCount.OnTime => $"{Of(IndicatorCount.Due)} AND c.OnTime = 1",
            IndicatorCount.Closed => In("c.ClosedDay"),
            IndicatorCount.Returned => $"{Of(IndicatorCount.Closed)} AND c.Returns > 0",
            IndicatorCount.Reworked => $"{Of(IndicatorCount.Closed)} AND c.Reworks > 0",
            IndicatorCount.FirstTime => $"{Of(IndicatorCount.Closed)} AND c.Returns = 0 AND c.Reworks = 0 AND c.Reopened = 0",
            IndicatorCount.Reopened => $"{Of(IndicatorCount.Closed)} AND c.Reopened = 1",
            IndicatorCount.Urged => $"{Of(IndicatorCount.Closed)} AND c.Urges > 0",
            IndicatorCount.Evaluated => $"{Of(IndicatorCount.Closed)} AND c.Evaluations > 0",
            IndicatorCount.Timed => $"{Of(IndicatorCount.Closed)} AND c.WorkMinutes IS NOT NULL",
            IndicatorCount.Load => $"{In("c.StartedDay")} AND c.Cycle = 1",
            IndicatorCount.Dispatches => $"{In("d.Day")} AND (d.Accepted = 1 OR d.Returned = 1 OR d.AcceptBy <= @Now)",
            IndicatorCount.DispatchesAccepted => $"{Of(IndicatorCount.Dispatches)} AND d.Accepted = 1",
            IndicatorCount.DispatchesReturned => $"{Of(IndicatorCount.Dispatches)} AND d.Returned = 1",
            IndicatorCount.DispatchesAnswered => $"{Of(IndicatorCount.Dispatches)} AND (d.Accepted = 1 OR d.Returned = 1) AND d.InTime = 1",
            _ => throw new ArgumentOutOfRangeException(nameof(count)),
        };

        string In(string day) => $"{day} >= {from} AND {day} < {until}";
        string Of(IndicatorCount other) => Condition(other, from, until);
    }

    /// <summary>Keys of the cases behind a count, in a column <c>Value</c>.</summary>
    public static SqlStatement Keys(IndicatorCases behind, UnitCode? unit)
    {
        var ofDispatch = behind.Count >= IndicatorCount.Dispatches;
        // A dispatch may lie after the last of its cycle's days.
        var narrowed = (unit is { Level: > UnitLevel.Township } && behind.Township is not null ? " AND c.Township = @Township" : "") + (ofDispatch ? "" : " AND c.UntilDay >= @From");
        var text = $"SELECT c.CaseKey AS \"Value\" FROM CaseCycles AS c{(ofDispatch ? " JOIN CaseDispatches AS d ON d.CaseKey = c.CaseKey AND d.Cycle = c.Cycle" : "")}"
            + $" WHERE {Condition(behind.Count, "@From", "@Until")}{(unit is { } u ? $" AND c.{u.Level} = @Unit" : "")}{narrowed}{(behind.Organ is null ? "" : ofDispatch ? " AND d.Organ = @Organ" : " AND c.Lead = @Organ")}";
        return new SqlStatement(text, [.. new (string Name, object? Value)[]
        {
            ("@From", (long)behind.Period.From.DayNumber), ("@Until", (long)behind.Period.Until.DayNumber), ("@Now", behind.Now.UtcTicks), ("@Unit", unit?.Value), ("@Organ", behind.Organ?.Value),
            ("@Township", behind.Township?.Value),
        }.Where(v => text.Contains(v.Name, StringComparison.Ordinal))]);
    }
}
