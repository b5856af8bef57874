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

    /// <summary>The event that counts open terms again by another calendar; null where none moves. Resolution 6.</summary>
    public static FilingTermsReprojected? Reprojected(UnitFilings s, DateTimeOffset now, OfficialCalendar calendar, long sequence)
    {
        var moved = s.Terms.Select(t => (Old: t, New: Terms.Reproject(t, calendar, now, sequence, "工作日安排调整"))).Where(t => t.Old != t.New).Select(t => t.New).ToImmutableList();
        return moved.IsEmpty ? null : new(now, moved);
    }

    /// <summary>The open term that is due first (最近期限), or null.</summary>
    public static Term? Nearest(UnitFilings s) => s.Terms.Where(t => t.IsOpen).MinBy(t => t.Due);
}
