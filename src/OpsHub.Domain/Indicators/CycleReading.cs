using System.Collections.Immutable;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;

namespace OpsHub.Domain.Indicators;

/// <summary>Reads the facts of a case's cycles off its state, which its trace made.</summary>
public static class CycleReading
{
    /// <summary>The facts of each cycle, oldest first.</summary>
    /// <param name="state">The case.</param>
    /// <param name="calendar">Calendar in which working time is counted.</param>
    /// <param name="hours">Working hours.</param>
    public static ImmutableList<CycleFacts> Of(Case state, OfficialCalendar calendar, WorkingHours hours)
    {
        var cycles = CycleFold.Known(state);
        return [.. cycles.Select((c, i) => Of(state, c, i + 1 < cycles.Count ? cycles[i + 1].StartedAt : null, calendar, hours))];
    }

    private static CycleFacts Of(Case s, CaseCycle c, DateTimeOffset? until, OfficialCalendar calendar, WorkingHours hours)
    {
        var terms = s.Terms.FindAll(t => t.OpenedAt >= c.StartedAt && (until is null || t.OpenedAt < until));
        var acceptance = terms.FindLast(t => Case.Stem(t) == "acceptance");
        var handling = terms.FindAll(t => Case.Stem(t) == "handling");
        var ended = c.ClosedAt is null && (until is not null || !s.Stage.IsOpen());
        var accepted = acceptance?.DoneAt is not null && s.Links.Contains(nameof(CaseAccepted)); // declining ends the term too
        var dispatches = Dispatches(terms, c, ended, s.EndedAt);
        var (work, elapsed) = c is { ClosedAt: not null, FedBackAt: { } fedBack } && dispatches.FirstOrDefault() is not null
            ? Handling(terms.Find(t => Case.Stem(t) == "accept")!.OpenedAt, fedBack, handling, calendar, hours)
            : (null, null);
        return new CycleFacts
        {
            Cycle = c.Number,
            StartedDay = LocalDay.Of(c.StartedAt),
            Void = ended,
            AcceptBy = acceptance?.Due,
            Accepted = accepted,
            AcceptedOnTime = accepted && acceptance!.DoneAt < acceptance.Due,
            // What came back is nobody's lateness until it is sent on: its term went to the centre with it (SM1 row 8).
            Lead = dispatches.IsEmpty || c.Returned.Contains(terms.FindLast(t => Case.Stem(t) == "accept")!.Id) ? null : until is null && s.Lead is { } lead ? lead : handling.IsEmpty ? dispatches[^1].Organ : new(handling[^1].Holder),
            DueAt = handling.IsEmpty ? null : handling[^1].Due,
            Suspended = !handling.IsEmpty && handling[^1] is { IsOpen: true, IsSuspended: true },
            OnTime = c.OnTime,
            Returns = c.Returned.Count,
            Reworks = c.Reworks,
            ClosedDay = c.ClosedAt is { } closed ? LocalDay.Of(closed) : null,
            Reopened = c.Reopened,
            Urges = c.Urges,
            Evaluations = c.Evaluations,
            ScoreSum = c.ScoreSum,
            WorkMinutes = work,
            ElapsedMinutes = elapsed,
            Dispatches = dispatches,
            Participations = Participations(s, c, until),
        };
    }

    // What nobody will answer any more, because the case has ended, is no dispatch that anybody failed to answer.
    private static ImmutableList<DispatchFacts> Dispatches(ImmutableList<Term> terms, CaseCycle c, bool ended, DateTimeOffset? endedAt) =>
        [.. terms.Where(t => Case.Stem(t) == "accept" && !(ended && (t.IsOpen || t.DoneAt == endedAt))).Select(t => new DispatchFacts(
            t.Id, new(t.Holder), LocalDay.Of(t.OpenedAt), t.Due, t.DoneAt is not null && !c.Returned.Contains(t.Id), c.Returned.Contains(t.Id), t.DoneAt < t.Due))];

    // An urge is its organ's, whoever leads when it is counted; a meeting is of the cycle in which it was recorded.
    private static ImmutableList<ParticipationFacts> Participations(Case s, CaseCycle c, DateTimeOffset? until)
    {
        var urges = s.Urges.Where(u => u.Cycle == c.Number).Select(u => new ParticipationFacts(u.Organ, LocalDay.Of(u.At), 1, 0, 0));
        var meetings = s.Meetings.Where(m => m.RecordedAt >= c.StartedAt && (until is null || m.RecordedAt < until))
            .SelectMany(m => (m.Called ?? m.Attended).Select(o => new ParticipationFacts(o, LocalDay.Of(m.HeldAt), 0, 1, m.Attended.Contains(o) ? 1 : 0)));
        return [.. urges.Concat(meetings).GroupBy(p => (p.Organ, p.Day)).OrderBy(g => g.Key.Organ.Value, StringComparer.Ordinal).ThenBy(g => g.Key.Day)
            .Select(g => new ParticipationFacts(g.Key.Organ, g.Key.Day, g.Sum(p => p.Urges), g.Sum(p => p.MeetingsCalled), g.Sum(p => p.MeetingsAttended)))];
    }

    private static (long? Work, long? Elapsed) Handling(DateTimeOffset from, DateTimeOffset to, ImmutableList<Term> terms, OfficialCalendar calendar, WorkingHours hours)
    {
        var (work, elapsed) = (0L, 0L);
        foreach (var (begin, end) in Running(from, to, terms))
        {
            work += WorkingTime.Minutes(begin, end, calendar, hours);
            elapsed += (end - begin).Ticks / TimeSpan.TicksPerMinute;
        }

        return (work, elapsed);
    }

    /// <summary>The stretches between two instants in which no handling term was suspended.</summary>
    private static IEnumerable<(DateTimeOffset Begin, DateTimeOffset End)> Running(DateTimeOffset from, DateTimeOffset to, ImmutableList<Term> terms)
    {
        var since = from;
        DateTimeOffset? running = from;
        foreach (var line in terms.SelectMany(t => t.Ledger).Where(l => l.Kind is TermPause.Suspended or TermPause.Resumed && l.At >= from && l.At < to).OrderBy(l => l.At))
        {
            if (line.Kind == TermPause.Suspended && running is { } begin)
            {
                (since, running) = (line.At, null);
                yield return (begin, line.At);
            }
            else if (line.Kind == TermPause.Resumed && running is null)
            {
                running = line.At > since ? line.At : since;
            }
        }

        if (running is { } last && last < to)
            yield return (last, to);
    }
}
