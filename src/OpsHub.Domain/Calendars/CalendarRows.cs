using System.Collections.Immutable;

namespace OpsHub.Domain.Calendars;

/// <summary>What rows of a calendar must hold among themselves (日历数据规则).</summary>
public static class CalendarRows
{
    /// <summary>Every broken rule, in the rows' order; empty means the rows can be loaded.</summary>
    public static ImmutableList<CalendarProblem> Problems(IEnumerable<(int Line, OfficialDay Day)> rows)
    {
        var seen = new Dictionary<DateOnly, int>();
        var problems = ImmutableList.CreateBuilder<CalendarProblem>();
        foreach (var (line, day) in rows)
        {
            var text = LocalDay.Text(day.Date);
            if (!seen.TryAdd(day.Date, line))
                problems.Add(new(line, "CALENDAR_DAY_TWICE", $"{text} stands twice (first in line {seen[day.Date]}); keep one row."));
            if (day.Kind == DayKind.MakeupWorkday && day.Date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                problems.Add(new(line, "CALENDAR_MAKEUP_ON_WEEKDAY", $"{text} is a {day.Date.DayOfWeek}; only a weekend day can be a make-up working day."));
            if (!BelongsTo(day.ArrangementYear, day.Date))
                problems.Add(new(line, "CALENDAR_WRONG_YEAR", $"{text} can't belong to the arrangement of {day.ArrangementYear}; it holds that year and the December before."));
        }
        return problems.ToImmutable();
    }

    internal static ImmutableList<OfficialDay> Checked(IEnumerable<OfficialDay> rows)
    {
        var list = rows.OrderBy(row => row.Date).ToImmutableList();
        var problems = Problems(list.Select(day => (0, day)));
        return problems.IsEmpty ? list : throw new ArgumentException(problems[0].Message, nameof(rows));
    }

    private static bool BelongsTo(int year, DateOnly day) => day.Year == year || (day.Year == year - 1 && day.Month == 12);
}
