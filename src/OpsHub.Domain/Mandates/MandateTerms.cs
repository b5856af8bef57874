using System.Collections.Immutable;
using OpsHub.Domain.Calendars;

namespace OpsHub.Domain.Mandates;

/// <summary>Terms of townships' rights and duties as deadlines. Pure.</summary>
public static class MandateTerms
{
    /// <summary>All rungs still ahead or passed but not fired, in order of time.</summary>
    public static ImmutableList<Rung> Ahead(CountyMandates s, OfficialCalendar calendar, MandateRules rules) =>
        [.. s.Terms.SelectMany(t => Terms.Ladder(t, rules.Rungs, calendar)).OrderBy(r => r.At).ThenBy(r => r.Kind).ThenBy(r => r.Term, StringComparer.Ordinal)];

    /// <summary>The event that fires every rung passed at <paramref name="now"/>, or null when none has.</summary>
    public static MandateRungsFired? Tick(CountyMandates s, DateTimeOffset now, OfficialCalendar calendar, MandateRules rules)
    {
        var passed = Ahead(s, calendar, rules).RemoveAll(r => r.At > now);
        return passed.IsEmpty ? null : new MandateRungsFired(now, passed);
    }

    /// <summary>What has happened by now without anybody's act: terms counted again first, so that no rung of a former due fires, then rungs.</summary>
    public static ImmutableList<MandateEvent> Overtaken(CountyMandates s, DateTimeOffset now, OfficialCalendar calendar, MandateRules rules, long nextSequence)
    {
        ImmutableList<MandateEvent> events = Reprojected(s, now, calendar, nextSequence) is { } moved ? [moved] : [];
        var passed = Tick(events.Aggregate(s, MandateFold.Apply), now, calendar, rules);
        return passed is null ? events : events.Add(passed);
    }

    /// <summary>The event that counts open terms again by another calendar; null where none moves. Resolution 6.</summary>
    public static MandateTermsReprojected? Reprojected(CountyMandates s, DateTimeOffset now, OfficialCalendar calendar, long sequence)
    {
        if (calendar.Version < s.Calendar)
            return null; // a process that knows less must not take it back
        var reason = calendar.Note.Length == 0 ? "日历更新" : calendar.Note;
        var moved = s.Terms.Select(t => (Old: t, New: Terms.Reproject(t, calendar, now, sequence, reason))).Where(t => t.Old != t.New).Select(t => t.New).ToImmutableList();
        return moved.IsEmpty ? null : new(now, moved, calendar.Version);
    }

    /// <summary>The same where no due moves but a rung does, because days after the due count otherwise now: whoever waits for the rungs must be told anew.</summary>
    public static MandateTermsReprojected? OfRungs(CountyMandates s, DateTimeOffset now, OfficialCalendar calendar, MandateRules rules, IEnumerable<OfficialCalendar> former)
    {
        if (s.Calendar >= calendar.Version)
            return null;
        var ahead = Ahead(s, calendar, rules);
        return former.Any(c => !Ahead(s, c, rules).SequenceEqual(ahead)) ? new(now, [], calendar.Version) : null;
    }

    /// <summary>The term that is due first (最近期限), or null.</summary>
    public static Term? Nearest(CountyMandates s) => s.Terms.MinBy(t => t.Due);

    /// <summary>The terms of a matter: those that end in its number, and of a plan those of its townships.</summary>
    public static ImmutableList<Term> Of(CountyMandates s, string stem, long id) =>
        s.Terms.FindAll(t => t.Id == $"{stem}-{id}" || t.Id.StartsWith($"{stem}-{id}-", StringComparison.Ordinal));
}
