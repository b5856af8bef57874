using System.Collections.Frozen;
using System.Collections.Immutable;

namespace OpsHub.Domain.Calendars;

/// <summary>
/// Official calendar (法定工作日历): days off and make-up working days by year, as data. Weekdays otherwise (resolution 6).
/// Immutable; loading or amending a year gives a new calendar with a higher <see cref="Version"/>.
/// </summary>
public sealed class OfficialCalendar
{
    private readonly FrozenDictionary<DateOnly, OfficialDay> _days;
    private readonly FrozenSet<int> _years;
    private readonly ImmutableList<LocalClosure> _here;

    private OfficialCalendar(ImmutableList<OfficialDay> rows, FrozenDictionary<DateOnly, OfficialDay> days, FrozenSet<int> years, int version)
    {
        (Rows, _days, _years, Version) = (rows, days, years, version);
        (Closures, _here) = ([], []);
    }

    private OfficialCalendar(ImmutableList<OfficialDay> rows, IEnumerable<int> years, int version)
        : this(rows, rows.ToFrozenDictionary(row => row.Date), years.ToFrozenSet(), version)
    {
    }

    private OfficialCalendar(OfficialCalendar of, ImmutableList<LocalClosure> closures, string? county, int version, string note)
        : this(of.Rows, of._days, of._years, version)
    {
        (Closures, County, Note) = (closures, county, note);
        _here = county is null ? [] : closures.FindAll(closure => closure.County == county);
    }

    /// <summary>No year loaded (未载入): everything goes by weekdays and is provisional.</summary>
    public static OfficialCalendar Empty { get; } = new([], [], 0);

    /// <summary>Every arranged day, in order.</summary>
    public ImmutableList<OfficialDay> Rows { get; }

    /// <summary>Counts the loads (日历版本); a term's ledger names the version it was projected again with.</summary>
    public int Version { get; }

    /// <summary>What made this version (变更说明): the reason given with the newest load, amendment or closure; empty for what the hub came with.</summary>
    public string Note { get; } = "";

    /// <summary>Closures of every county, as announced (临时停工停办).</summary>
    public ImmutableList<LocalClosure> Closures { get; }

    /// <summary>Code of the county whose closures count as days off; null for the city's own view, in which none does.</summary>
    public string? County { get; }

    /// <summary>The years whose notice is loaded, ascending.</summary>
    public IReadOnlyList<int> Years => [.. _years.Order()];

    /// <summary>
    /// Coverage horizon (覆盖期末日): the last covered day, 31 December of the last loaded year. <see cref="DateOnly.MinValue"/>
    /// where nothing is loaded. A year missing in between is not covered either: ask <see cref="Covers"/>.
    /// </summary>
    /// <remarks>The next year's notice may still arrange the last days of December; loading it re-projects open terms.</remarks>
    public DateOnly Horizon => _years.Count == 0 ? DateOnly.MinValue : new DateOnly(_years.Max(), 12, 31);

    /// <summary>A calendar of these rows; each year that a row is arranged for counts as loaded.</summary>
    /// <exception cref="ArgumentException">The rows contradict each other; see <see cref="CalendarRows.Problems"/>.</exception>
    public static OfficialCalendar Load(IEnumerable<OfficialDay> rows, int version = 1)
    {
        var list = CalendarRows.Checked(rows);
        return new(list, list.Select(row => row.ArrangementYear).Distinct(), version);
    }

    /// <summary>Whether the day's year is loaded; a day that is not goes by its weekday and makes a term provisional.</summary>
    public bool Covers(DateOnly day) => _years.Contains(day.Year);

    /// <summary>Working day (工作日): a closure of the county first, then arranged days, then Monday to Friday.</summary>
    public bool IsWorkingDay(DateOnly day) => ClosureOn(day) is null && Find(day) switch
    {
        { Kind: DayKind.MakeupWorkday } => true,
        { Kind: DayKind.Holiday } => false,
        _ => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday),
    };

    /// <summary>The closure of the calendar's county that shuts the day, or null.</summary>
    public LocalClosure? ClosureOn(DateOnly day) => _here.IsEmpty ? null : _here.Find(closure => closure.Covers(day));

    /// <summary>The same calendar as a county has it: its own closures are days off. Rows and version are shared.</summary>
    public OfficialCalendar For(string county) => County == county ? this : new(this, Closures, county, Version, Note);

    /// <summary>The calendar with other closures, under the version that announced or ended one.</summary>
    /// <param name="closures">All of them, of every county.</param>
    /// <param name="version">The version; higher than this one's.</param>
    /// <param name="note">Why.</param>
    public OfficialCalendar With(ImmutableList<LocalClosure> closures, int version, string note) => new(this, closures, County, version, note);

    /// <summary>The arrangement of the day, if the notice names it.</summary>
    public OfficialDay? Find(DateOnly day) => _days.GetValueOrDefault(day);

    /// <summary>The number of the year's notice (文号), if it is loaded.</summary>
    public string? Notice(int year) => Rows.Find(row => row.ArrangementYear == year)?.Notice;

    /// <summary>
    /// Loads a year, or replaces it after an in-year amendment (resolution 6). Only rows of that year's arrangement are taken;
    /// an empty list is a year without any arrangement, and covered.
    /// </summary>
    /// <exception cref="ArgumentException">A row belongs to another year, or two rows name one day.</exception>
    public OfficialCalendar With(int year, IEnumerable<OfficialDay> rows) => With(year, rows, Version + 1, "");

    /// <summary>The same under a version and a reason that are given.</summary>
    /// <inheritdoc cref="With(int, IEnumerable{OfficialDay})"/>
    public OfficialCalendar With(int year, IEnumerable<OfficialDay> rows, int version, string note)
    {
        var added = rows.ToImmutableList();
        if (added.Find(row => row.ArrangementYear != year) is { } stray)
            throw new ArgumentException($"{LocalDay.Text(stray.Date)} is arranged for {stray.ArrangementYear}, not for {year}.", nameof(rows));
        var kept = Rows.Where(row => row.ArrangementYear != year);
        return new(new(CalendarRows.Checked(kept.Concat(added)), _years.Append(year), version), Closures, County, version, note);
    }
}
