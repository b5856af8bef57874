using System.Collections.Immutable;
using System.Globalization;

namespace OpsHub.Domain.Calendars;

/// <summary>Either a calendar's rows or the problems that stop them (日历解析结果), never both.</summary>
/// <param name="Rows">The rows, where every line holds.</param>
/// <param name="Problems">Line, rule and remedy of everything that does not.</param>
public sealed record CalendarParse(ImmutableList<OfficialDay> Rows, ImmutableList<CalendarProblem> Problems)
{
    /// <summary>Whether the rows can be loaded.</summary>
    public bool IsValid => Problems.IsEmpty;
}

/// <summary>
/// Reads a calendar file (日历文件): <c>date,kind,name,isoWeekday,arrangementYear,notice</c>, UTF-8, comma, header row.
/// The weekday is a check digit: a row whose weekday does not fit its date is refused.
/// </summary>
public static class CalendarCsv
{
    /// <summary>The header that the first line must be.</summary>
    public const string Header = "date,kind,name,isoWeekday,arrangementYear,notice";

    /// <summary>Reads the file's text; a byte-order mark, CRLF and blank lines are taken.</summary>
    public static CalendarParse Parse(string text)
    {
        var problems = ImmutableList.CreateBuilder<CalendarProblem>();
        var rows = new List<(int Line, OfficialDay Day)>();
        var lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        if (lines[0].Trim() != Header)
            return new([], [new(1, "CALENDAR_HEADER", $"首行应为：{Header}", $"The first line must be: {Header}")]);
        for (var index = 1; index < lines.Length; index++)
        {
            if (string.IsNullOrWhiteSpace(lines[index]))
                continue;
            if (Row(lines[index], index + 1, problems) is { } day)
                rows.Add((index + 1, day));
        }
        problems.AddRange(CalendarRows.Problems(rows));
        return problems.Count == 0 ? new([.. rows.Select(row => row.Day)], []) : new([], problems.ToImmutable());
    }

    private static OfficialDay? Row(string line, int number, ImmutableList<CalendarProblem>.Builder problems)
    {
        var fields = line.Split(',', 6, StringSplitOptions.TrimEntries);
        if (fields.Length < 6)
            return Refuse("CALENDAR_FIELDS", $"应有 6 个字段，实为 {fields.Length} 个。", $"needs 6 fields, has {fields.Length}.");
        if (!DateOnly.TryParseExact(fields[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return Refuse("CALENDAR_DATE", $"“{fields[0]}”不是日期，应如 2026-10-01。", $"'{fields[0]}' is not a date such as 2026-10-01.");
        DayKind? kind = fields[1] switch { "holiday" => DayKind.Holiday, "makeup-workday" => DayKind.MakeupWorkday, _ => null };
        if (kind is null)
            return Refuse("CALENDAR_KIND", $"“{fields[1]}”应为 holiday 或 makeup-workday。", $"'{fields[1]}' must be holiday or makeup-workday.");
        var weekday = date.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)date.DayOfWeek;
        if (fields[3] != weekday.ToString(CultureInfo.InvariantCulture))
            return Refuse("CALENDAR_WEEKDAY", $"{fields[0]} 是星期{"一二三四五六日"[weekday - 1]}（{weekday}），不是“{fields[3]}”，请核对日期。", $"{fields[0]} is weekday {weekday}, not '{fields[3]}': check the date.");
        if (!int.TryParse(fields[4], NumberStyles.None, CultureInfo.InvariantCulture, out var year))
            return Refuse("CALENDAR_YEAR", $"“{fields[4]}”不是年份。", $"'{fields[4]}' is not a year.");
        return new(date, kind.Value, fields[2], year, fields[5].Trim('"'));

        OfficialDay? Refuse(string rule, string zh, string message)
        {
            problems.Add(new(number, rule, $"第 {number} 行：{zh}", $"Line {number}: {message}"));
            return null;
        }
    }
}
