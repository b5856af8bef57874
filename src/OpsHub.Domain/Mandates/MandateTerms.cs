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

    /// <summary>Open terms whose due moves by another calendar, counted again; empty when none does. Resolution 6.</summary>
    public static ImmutableList<Term> Reprojected(CountyMandates s, OfficialCalendar calendar, DateTimeOffset now, long sequence) =>
        [.. s.Terms.Select(t => (Old: t, New: Terms.Reproject(t, calendar, now, sequence, "工作日安排调整"))).Where(t => t.Old != t.New).Select(t => t.New)];

    /// <summary>The term that is due first (最近期限), or null.</summary>
    public static Term? Nearest(CountyMandates s) => s.Terms.MinBy(t => t.Due);

    /// <summary>The terms of a matter: those that end in its number, and of a plan those of its townships.</summary>
    public static ImmutableList<Term> Of(CountyMandates s, string stem, long id) =>
        s.Terms.FindAll(t => t.Id == $"{stem}-{id}" || t.Id.StartsWith($"{stem}-{id}-", StringComparison.Ordinal));
}
