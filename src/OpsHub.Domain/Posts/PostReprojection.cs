using System.Collections.Immutable;
using OpsHub.Domain.Calendars;

namespace OpsHub.Domain.Posts;

/// <summary>What time does to people decisions without anybody's act: a calendar that was loaded or amended, rungs that were passed. Resolution 6.</summary>
public static class PostReprojection
{
    /// <summary>What has happened by now: terms counted again first, so that no rung of a former due fires, then rungs.</summary>
    /// <param name="s">The record.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="calendar">The newest calendar, as its county has it.</param>
    /// <param name="rules">Parameters.</param>
    /// <param name="nextSequence">Sequence that the next trace entry will have.</param>
    public static ImmutableList<PostEvent> Overtaken(AgencyPosts s, DateTimeOffset now, OfficialCalendar calendar, PostRules rules, long nextSequence)
    {
        ImmutableList<PostEvent> events = Of(s, now, calendar, nextSequence) is { } moved ? [moved] : [];
        var passed = PostTerms.Tick(events.Aggregate(s, PostFold.Apply), now, calendar, rules);
        return passed is null ? events : events.Add(passed);
    }

    /// <summary>The event that counts open terms again, or null where none moves. Both dues stand in each term's ledger.</summary>
    /// <param name="s">The record.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="calendar">The newest calendar, as its county has it.</param>
    /// <param name="sequence">Sequence that its trace entry will have.</param>
    public static PostTermsReprojected? Of(AgencyPosts s, DateTimeOffset now, OfficialCalendar calendar, long sequence)
    {
        if (calendar.Version < s.Calendar)
            return null; // a process that knows less must not take it back
        var reason = calendar.Note.Length == 0 ? "工作日安排调整" : calendar.Note;
        var moved = s.Terms.FindAll(t => now >= t.LastAt).Select(t => (Old: t, New: Terms.Reproject(t, calendar, now, sequence, reason)))
            .Where(t => !ReferenceEquals(t.Old, t.New)).Select(t => t.New).ToImmutableList();
        return moved.IsEmpty ? null : new(now, moved) { Calendar = calendar.Version };
    }

    /// <summary>The same where no due moves but a rung does, because days after the due count otherwise now: whoever waits for the rungs must be told anew.</summary>
    /// <param name="s">The record.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="calendar">The newest calendar, as its county has it.</param>
    /// <param name="former">Calendars by which its rungs may have been told.</param>
    /// <param name="rules">Parameters.</param>
    public static PostTermsReprojected? OfRungs(AgencyPosts s, DateTimeOffset now, OfficialCalendar calendar, IEnumerable<OfficialCalendar> former, PostRules rules)
    {
        if (s.Calendar >= calendar.Version)
            return null;
        var ahead = PostTerms.Ahead(s, calendar, rules);
        return former.Any(c => !PostTerms.Ahead(s, c, rules).SequenceEqual(ahead)) ? new(now, []) { Calendar = calendar.Version } : null;
    }
}
