using System.Collections.Immutable;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Indicators;

/// <summary>Counts indicators from facts: the definitions, in one place that can be read. The index counts the same by GROUP BY; a property test holds them equal.</summary>
public static class IndicatorFold
{
    /// <summary>Counts of cycles.</summary>
    public static IndicatorCounts Of(IEnumerable<CycleFacts> cycles, IndicatorPeriod period, DateTimeOffset now) => cycles.Aggregate(IndicatorCounts.None, (sum, c) =>
    {
        var reported = period.Holds(c.StartedDay) && (c.Accepted || (!c.Void && c.AcceptBy <= now));
        var due = period.Holds(DueDay(c)) && !c.Void && !c.Suspended && (c.OnTime is not null || c.DueAt <= now);
        var closed = period.Holds(c.ClosedDay);
        return sum with
        {
            Reported = sum.Reported + One(reported),
            AcceptedOnTime = sum.AcceptedOnTime + One(reported && c.AcceptedOnTime),
            Due = sum.Due + One(due),
            OnTime = sum.OnTime + One(due && c.OnTime == true),
            Closed = sum.Closed + One(closed),
            Returned = sum.Returned + One(closed && c.Returns > 0),
            Reworked = sum.Reworked + One(closed && c.Reworks > 0),
            FirstTime = sum.FirstTime + One(closed && c is { Returns: 0, Reworks: 0, Reopened: false }),
            Reopened = sum.Reopened + One(closed && c.Reopened),
            Urges = sum.Urges + (closed ? c.Urges : 0),
            Evaluations = sum.Evaluations + (closed ? c.Evaluations : 0),
            ScoreSum = sum.ScoreSum + (closed ? c.ScoreSum : 0),
        };
    });

    /// <summary>Counts of an organ: of the cycles that it led last, and of all dispatches to it. A023, G050.</summary>
    public static IndicatorCounts Of(OrganCode organ, ImmutableList<CycleFacts> cycles, IndicatorPeriod period, DateTimeOffset now)
    {
        var dispatches = cycles.SelectMany(c => c.Dispatches).Where(d => d.Organ == organ && period.Holds(d.Day) && (d.Accepted || d.Returned || d.AcceptBy <= now)).ToList();
        return Of(cycles.Where(c => c.Lead == organ), period, now) with
        {
            Dispatches = dispatches.Count,
            DispatchesAccepted = dispatches.Count(d => d.Accepted),
            DispatchesReturned = dispatches.Count(d => d.Returned),
            DispatchesAnswered = dispatches.Count(d => (d.Accepted || d.Returned) && d.InTime),
        };
    }

    /// <summary>How long handling took.</summary>
    public static HandlingTimes Times(IEnumerable<CycleFacts> cycles, IndicatorPeriod period) =>
        HandlingTimes.Of([.. cycles.Where(c => period.Holds(c.ClosedDay) && c.WorkMinutes is not null).Select(c => (c.WorkMinutes!.Value, c.ElapsedMinutes!.Value))]);

    /// <summary>The local day on which handling is due; what is due at 24:00 is due on the day that it ends.</summary>
    public static DateOnly? DueDay(CycleFacts c) => c.DueAt is { } due ? Calendars.LocalDay.Before(due) : null;

    private static long One(bool counts) => counts ? 1 : 0;
}
