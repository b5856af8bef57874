using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Indicators;

namespace OpsHub.Domain.Assessments;

/// <summary>An agency's evidence in one township, counted from the facts of its cases' cycles (佐证统计). Pure: in whatever order they come, the same totals. A004, A022, A023.</summary>
public static class EvidenceCount
{
    /// <summary>Totals of several townships; null where there is none.</summary>
    /// <param name="townships">Each one's totals.</param>
    public static CaseEvidence? Sum(IReadOnlyCollection<CaseEvidence> townships) => townships.Count == 0 ? null : new(
        townships.Sum(e => e.Dispatched), townships.Sum(e => e.Accepted), townships.Sum(e => e.Refused), townships.Sum(e => e.Due), townships.Sum(e => e.OnTime), townships.Sum(e => e.Returned),
        townships.Sum(e => e.Reworked), townships.Sum(e => e.Urged), townships.Sum(e => e.MeetingsCalled), townships.Sum(e => e.MeetingsAttended),
        townships.Max(e => e.Through));

    /// <summary>Counts a period of local days.</summary>
    /// <param name="agency">The agency.</param>
    /// <param name="cycles">Cycles of cases in the township that it led, that were dispatched to it, or in which it was urged or called to a meeting.</param>
    /// <param name="from">First day.</param>
    /// <param name="before">The day after the last.</param>
    /// <param name="through">The instant up to which it counts: a term that is due later has not fallen due, and what happened on a later day is not of it.</param>
    public static CaseEvidence Of(OrganCode agency, IEnumerable<CycleFacts> cycles, DateOnly from, DateOnly before, DateTimeOffset through)
    {
        var last = LocalDay.Before(through);
        var (dispatched, accepted, refused, due, onTime, returned, reworked, urged, called, attended) = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        foreach (var cycle in cycles)
        {
            var mine = cycle.Dispatches.FindAll(d => d.Organ == agency && In(d.Day));
            dispatched += mine.Count;
            accepted += mine.Count(d => d.Accepted && d.InTime);
            refused += mine.Count(d => d.Returned);
            returned += mine.Exists(d => d.Returned) ? 1 : 0;
            foreach (var taken in cycle.Participations.FindAll(p => p.Organ == agency && In(p.Day)))
            {
                urged += taken.Urges; // A004: of whom it was directed to, whoever leads
                called += taken.MeetingsCalled;
                attended += taken.MeetingsAttended;
            }

            if (cycle.Lead != agency)
                continue;
            // Void: nobody owed it any more. Suspended: it does not run.
            if (cycle.Void || cycle.Suspended || cycle.DueAt is not { } bound || bound > through || !In(LocalDay.Before(bound)))
                continue;
            due++;
            onTime += cycle.OnTime == true ? 1 : 0;
            reworked += cycle.Reworks > 0 ? 1 : 0;
        }

        return new(dispatched, accepted, refused, due, onTime, returned, reworked, urged, called, attended, through);

        bool In(DateOnly day) => day >= from && day < before && day <= last;
    }
}
