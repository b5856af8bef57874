using System.Collections.Immutable;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;

namespace OpsHub.Domain.Consultations;

/// <summary>What a calendar that was loaded or amended does to open duties. Resolution 6.</summary>
public static class ConsultationReprojection
{
    /// <summary>The event that counts open duties again, or null where none moves: provisional ones, and those whose counted days changed. Both dues stand
    /// in each term's ledger.</summary>
    /// <param name="s">The consultation.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="calendar">The newest calendar, as its county has it.</param>
    /// <param name="sequence">Sequence that its trace entry will have.</param>
    public static DutiesReprojected? Of(Consultation s, DateTimeOffset now, OfficialCalendar calendar, long sequence)
    {
        if (calendar.Version < s.Calendar)
            return null; // a process that knows less must not take it back
        var reason = calendar.Note.Length == 0 ? "日历更新" : calendar.Note;
        var moved = s.OpenDuties.FindAll(d => now >= d.Term.LastAt).Select(d => (Former: d, Now: d with { Term = Terms.Reproject(d.Term, calendar, now, sequence, reason) }))
            .Where(d => !ReferenceEquals(d.Former.Term, d.Now.Term)).Select(d => d.Now).ToImmutableList();
        return moved.IsEmpty ? null : new(now, calendar.Version, moved);
    }

    /// <summary>The same where no due moves but a rung does, because days after the due count otherwise now: whoever waits for the rungs must be told anew.</summary>
    /// <param name="s">The consultation.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="rules">Its rules under the newest calendar.</param>
    /// <param name="former">Calendars by which its rungs may have been told.</param>
    public static DutiesReprojected? OfRungs(Consultation s, DateTimeOffset now, RuleBook rules, IEnumerable<OfficialCalendar> former)
    {
        if (s.Calendar >= rules.Calendar.Version)
            return null;
        var ahead = ConsultationTerms.Ahead(s, rules);
        return former.Any(calendar => !ConsultationTerms.Ahead(s, rules.Consultations, calendar).SequenceEqual(ahead)) ? new(now, rules.Calendar.Version, []) : null;
    }
}
