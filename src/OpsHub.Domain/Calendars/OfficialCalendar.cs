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

    private OfficialCalendar(ImmutableList<OfficialDay> rows, IEnumerable<int> years, int version)
    {
        Rows = rows;
        Version = version;
        _days = rows.ToFrozenDictionary(row => row.Date);
        _years = years.ToFrozenSet();
    }

    /// <summary>No year loaded (未载入): everything goes by weekdays and is provisional.</summary>
    public static OfficialCalendar Empty { get; } = new([], [], 0);

    /// <summary>Every arranged day, in order.</summary>
    public ImmutableList<OfficialDay> Rows { get; }

    /// <summary>Counts the loads (日历版本); a term's ledger names the version it was projected again with.</summary>
    public int Version { get; }

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

    /// <summary>Working day (工作日): arranged days first, then Monday to Friday.</summary>
    public bool IsWorkingDay(DateOnly day) => Find(day) switch
    {
        { Kind: DayKind.MakeupWorkday } => true,
        { Kind: DayKind.Holiday } => false,
        _ => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday),
    };

    /// <summary>The arrangement of the day, if the notice names it.</summary>
    public OfficialDay? Find(DateOnly day) => _days.GetValueOrDefault(day);

    /// <summary>The number of the year's notice (文号), if it is loaded.</summary>
    public string? Notice(int year) => Rows.Find(row => row.ArrangementYear == year)?.Notice;

    /// <summary>
    /// Loads a year, or replaces it after an in-year amendment (resolution 6). Only rows of that year's arrangement are taken;
    /// an empty list is a year without any arrangement, and covered.
    /// </summary>
    /// <exception cref="ArgumentException">A row belongs to another year, or two rows name one day.</exception>
    public OfficialCalendar With(int year, IEnumerable<OfficialDay> rows)
    {
        var added = rows.ToImmutableList();
        if (added.Find(row => row.ArrangementYear != year) is { } stray)
            throw new ArgumentException($"{LocalDay.Text(stray.Date)} is arranged for {stray.ArrangementYear}, not for {year}.", nameof(rows));
        var kept = Rows.Where(row => row.ArrangementYear != year);
        return new(CalendarRows.Checked(kept.Concat(added)), _years.Append(year), Version + 1);
    }
}
