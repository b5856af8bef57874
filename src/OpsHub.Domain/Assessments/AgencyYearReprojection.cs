using System.Collections.Immutable;
using OpsHub.Domain.Calendars;

namespace OpsHub.Domain.Assessments;

/// <summary>What time does to a year without anybody's act: a calendar that was loaded or amended, rungs that were passed. Resolution 6.</summary>
public static class AgencyYearReprojection
{
    /// <summary>What has happened by now: terms counted again first, so that no rung of a former due fires, then rungs.</summary>
    /// <param name="s">The year.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="calendar">The newest calendar, as its county has it.</param>
    /// <param name="nextSequence">Sequence that the next trace entry will have.</param>
    public static ImmutableList<AgencyYearEvent> Overtaken(AgencyYear s, DateTimeOffset now, OfficialCalendar calendar, long nextSequence)
    {
        ImmutableList<AgencyYearEvent> events = Of(s, now, calendar, nextSequence) is { } moved ? [moved] : [];
        var passed = AgencyYearTerms.Tick(events.Aggregate(s, AgencyYearFold.Apply), now, calendar);
        return passed is null ? events : events.Add(passed);
    }

    /// <summary>The event that counts open terms again, or null where none moves. Both dues stand in each term's ledger.</summary>
    /// <param name="s">The year.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="calendar">The newest calendar, as its county has it.</param>
    /// <param name="sequence">Sequence that its trace entry will have.</param>
    public static AgencyYearTermsReprojected? Of(AgencyYear s, DateTimeOffset now, OfficialCalendar calendar, long sequence)
    {
        if (calendar.Version < s.Calendar)
            return null; // a process that knows less must not take it back
        var reason = calendar.Note.Length == 0 ? "日历更新" : calendar.Note;
        var moved = AgencyYearTerms.Reprojected(s, calendar, now, sequence, reason);
        return moved.IsEmpty ? null : new(now, calendar.Version, moved);
    }

    /// <summary>The same where no due moves but a rung does, because days after the due count otherwise now: whoever waits for the rungs must be told anew.</summary>
    /// <param name="s">The year.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="calendar">The newest calendar, as its county has it.</param>
    /// <param name="former">Calendars by which its rungs may have been told.</param>
    public static AgencyYearTermsReprojected? OfRungs(AgencyYear s, DateTimeOffset now, OfficialCalendar calendar, IEnumerable<OfficialCalendar> former)
    {
        if (s.Calendar >= calendar.Version)
            return null;
        var ahead = AgencyYearTerms.Ahead(s, calendar);
        return former.Any(c => !AgencyYearTerms.Ahead(s, c).SequenceEqual(ahead)) ? new(now, calendar.Version, []) : null;
    }
}
