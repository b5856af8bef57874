using System.Collections.Immutable;
using OpsHub.Domain.Calendars;

namespace OpsHub.Domain.Filings;

/// <summary>Obligations as deadlines (备案期限). Pure.</summary>
public static class FilingTerms
{
    /// <summary>All rungs still ahead or passed but not fired, in order of time.</summary>
    public static ImmutableList<Rung> Ahead(UnitFilings s, OfficialCalendar calendar, FilingRules rules) =>
    [
        .. s.Terms.Where(t => t.IsOpen).SelectMany(t => Terms.Ladder(t, rules.Rungs, calendar)).OrderBy(r => r.At).ThenBy(r => r.Kind).ThenBy(r => r.Term, StringComparer.Ordinal),
    ];

    /// <summary>The event that fires every rung passed at <paramref name="now"/>, or null when none has.</summary>
    public static FilingRungsFired? Tick(UnitFilings s, DateTimeOffset now, OfficialCalendar calendar, FilingRules rules)
    {
        var passed = Ahead(s, calendar, rules).RemoveAll(r => r.At > now);
        return passed.IsEmpty ? null : new FilingRungsFired(now, passed);
    }

    /// <summary>What has happened by now without anybody's act: terms counted again first, so that no rung of a former due fires, then rungs.</summary>
    public static ImmutableList<FilingEvent> Overtaken(UnitFilings s, DateTimeOffset now, OfficialCalendar calendar, FilingRules rules, long nextSequence)
    {
        ImmutableList<FilingEvent> events = Reprojected(s, now, calendar, nextSequence) is { } moved ? [moved] : [];
        var passed = Tick(events.Aggregate(s, FilingFold.Apply), now, calendar, rules);
        return passed is null ? events : events.Add(passed);
    }

    /// <summary>The event that counts open terms again by another calendar; null where none moves. Resolution 6.</summary>
    public static FilingTermsReprojected? Reprojected(UnitFilings s, DateTimeOffset now, OfficialCalendar calendar, long sequence)
    {
        if (calendar.Version < s.Calendar)
            return null; // a process that knows less must not take it back
        var reason = calendar.Note.Length == 0 ? "日历更新" : calendar.Note;
        var moved = s.Terms.Select(t => (Old: t, New: Terms.Reproject(t, calendar, now, sequence, reason))).Where(t => t.Old != t.New).Select(t => t.New).ToImmutableList();
        return moved.IsEmpty ? null : new(now, calendar.Version, moved);
    }

    /// <summary>The same where no due moves but a rung does, because days after the due count otherwise now: whoever waits for the rungs must be told anew.</summary>
    public static FilingTermsReprojected? OfRungs(UnitFilings s, DateTimeOffset now, OfficialCalendar calendar, FilingRules rules, IEnumerable<OfficialCalendar> former)
    {
        if (s.Calendar >= calendar.Version)
            return null;
        var ahead = Ahead(s, calendar, rules);
        return former.Any(c => !Ahead(s, c, rules).SequenceEqual(ahead)) ? new(now, calendar.Version, []) : null;
    }

    /// <summary>The open term that is due first (最近期限), or null.</summary>
    public static Term? Nearest(UnitFilings s) => s.Terms.Where(t => t.IsOpen).MinBy(t => t.Due);
}
