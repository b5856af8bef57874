using System.Collections.Concurrent;
using System.Collections.Immutable;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Rules;

/// <summary>
/// Every version of the rules that there ever was (规则各版本), from what the hub came with and the changes since. Which changes hold is a matter of two
/// things: how many were known, and the day. What was known later never alters what a version says of a day. The calendar is another matter: days
/// are facts, so the newest holds for everyone. Immutable; what was computed once is kept.
/// </summary>
/// <param name="seed">Version 1.</param>
/// <param name="changes">The changes since, by version.</param>
public sealed class RuleVersions(RuleBook seed, ImmutableList<RuleChange> changes)
{
    private readonly ConcurrentDictionary<(int Version, int Day, string? County), RuleBook> _books = new();
    private readonly ConcurrentDictionary<string, OfficialCalendar> _counties = new();
    private readonly ConcurrentDictionary<(int Version, string County), ImmutableList<OfficialCalendar>> _former = new();

    /// <summary>The changes, by version.</summary>
    public ImmutableList<RuleChange> Changes => changes;

    /// <summary>The newest version that is known.</summary>
    public int Newest { get; } = changes.IsEmpty ? 1 : changes[^1].Version;

    /// <summary>The newest calendar, in the city's own view.</summary>
    public OfficialCalendar Calendar { get; } = CalendarChanges.Of(seed.Calendar, changes);

    /// <summary>Version of the newest calendar: that of the change that made it.</summary>
    public int CalendarVersion { get; } = changes.FindLast(c => CalendarChanges.Are(c.Value))?.Version ?? 1;

    /// <summary>The rules at a version on a day, with the newest calendar.</summary>
    /// <param name="known">How far changes were known; more than there are for all of them.</param>
    /// <param name="day">Changes announced for later days don't hold.</param>
    /// <param name="county">The county; null for the city's view, which shows every county's own sub-codes.</param>
    public RuleBook At(int known, DateOnly day, UnitCode? county)
    {
        var (version, last) = (1, DateOnly.MinValue);
        foreach (var change in changes)
        {
            if (!Holds(change, known, day, county))
                continue;
            version = change.Version;
            last = change.EffectiveFrom > last ? change.EffectiveFrom : last;
        }

        // The newest change that holds and the latest day among them name the same set of changes as were asked for.
        return _books.GetOrAdd((version, last.DayNumber, county?.Value), _ => Fold(version, last, county));
    }

    /// <summary>Former calendars, as a county had them, from a version on up to the newest, which is left out.</summary>
    public ImmutableList<OfficialCalendar> CalendarsSince(int version, UnitCode county) => _former.GetOrAdd((version, county.Value), _ =>
    [
        .. changes.Where(c => c.Version > version && c.Version <= CalendarVersion && CalendarChanges.Are(c.Value))
            .Select(change => CalendarChanges.Of(seed.Calendar, changes.FindAll(c => c.Version < change.Version)).For(county.Value)),
    ]);

    private OfficialCalendar CalendarOf(UnitCode? county) => county is { } code ? _counties.GetOrAdd(code.Value, Calendar.For) : Calendar;

    private static bool Holds(RuleChange change, int known, DateOnly day, UnitCode? county) =>
        change.Version <= known && change.EffectiveFrom <= day && !CalendarChanges.Are(change.Value)
        && (change.County is null || change.County == county || (county is null && change.Value is CategorySet));

    // What a county set for itself outlasts what the city sets later for all.
    private RuleBook Fold(int version, DateOnly day, UnitCode? county)
    {
        var holding = changes.Where(c => Holds(c, version, day, county)).OrderBy(c => c.County is not null).ThenBy(c => c.EffectiveFrom).ThenBy(c => c.Version).ToImmutableList();
        return new(CalendarOf(county), holding.Aggregate(seed.Cases, RuleFold.Next))
        {
            Consultations = holding.Aggregate(seed.Consultations, RuleFold.Next),
            Assessments = holding.Aggregate(seed.Assessments, RuleFold.Next),
            Posts = holding.Aggregate(seed.Posts, RuleFold.Next),
            Mandates = holding.Aggregate(seed.Mandates, RuleFold.Next),
            Surveys = holding.Aggregate(seed.Surveys, RuleFold.Next),
            Establishments = holding.Aggregate(seed.Establishments, RuleFold.Next),
            Filings = holding.Aggregate(seed.Filings, RuleFold.Next),
            Governance = holding.Aggregate(seed.Governance, RuleFold.Next),
            Version = version,
        };
    }
}
