using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Storage.Index;

/// <summary>The last hour in which a summary counts a case: what <see cref="SummaryFold.Trim"/> drops, told in advance,
/// so that one index condition finds every row that matters and none of the closed years.</summary>
internal static class CountedUntil
{
    private const long EpochDay = 719162; // day number of 1970-01-01

    public static long Of(CaseContribution c)
    {
        if (c.Stage.IsOpen())
            return Columns.Never;
        var until = c.ReportedHour + SummaryFold.HoursKept;
        if (c.ClosedHour > 0)
        {
            var closedDay = SummaryFold.DayOf(DateTimeOffset.FromUnixTimeSeconds(c.ClosedHour * 3600));
            until = Math.Max(until, Math.Max(c.ClosedHour + SummaryFold.HoursKept, LastHourOf(closedDay + SummaryFold.DaysKept - 1)));
        }

        if (c is { FedBack: true, HandlingDueDay: > 0 })
            until = Math.Max(until, LastHourOf(c.HandlingDueDay + 1));
        return until;
    }

    // A local day ends at 16:00 UTC.
    private static long LastHourOf(long day) => ((day - EpochDay) * 24) + 15;
}
