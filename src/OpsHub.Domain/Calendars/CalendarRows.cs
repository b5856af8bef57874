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
                problems.Add(new(line, "CALENDAR_DAY_TWICE", $"{text} 重复{(line == 0 ? "" : $"（首见于第 {seen[day.Date]} 行）")}，只能保留一条。",
                    $"{text} stands twice{(line == 0 ? "" : $" (first in line {seen[day.Date]})")}; keep one row."));
            if (day.Kind == DayKind.MakeupWorkday && day.Date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                problems.Add(new(line, "CALENDAR_MAKEUP_ON_WEEKDAY", $"{text} 不是周六或周日，不能作调休上班日。", $"{text} is a {day.Date.DayOfWeek}; only a weekend day can be a make-up working day."));
            if (!BelongsTo(day.ArrangementYear, day.Date))
                problems.Add(new(line, "CALENDAR_WRONG_YEAR", $"{text} 不属于 {day.ArrangementYear} 年的安排：只含当年和上年 12 月的日期。", $"{text} can't belong to the arrangement of {day.ArrangementYear}; it holds that year and the December before."));
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
