using System.Collections.Immutable;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;

namespace OpsHub.Host.Seeds;

/// <summary>Reads the categories of cases with their limits. G006, G007, G022.</summary>
internal static class CategoryFile
{
    private static readonly string[] Columns = ["code", "parent", "level", "nameZh", "nameEn", "firstResponseWorkingHours", "limitValue", "limitUnit", "limitSource", "emergency", "defaultDepartment"];

    public static ImmutableDictionary<string, CaseCategory> Read(string path, IReadOnlyDictionary<string, Department> departments)
    {
        // A name that the list of departments doesn't have stays a name. All of these owners are assumed: none is recorded.
        var ids = departments.Values.GroupBy(d => d.Name).ToDictionary(g => g.Key, g => g.First().Id, StringComparer.Ordinal);
        var found = ImmutableDictionary.CreateBuilder<string, CaseCategory>(StringComparer.Ordinal);
        foreach (var category in CsvRows.Read(path, Columns, Category))
        {
            if (category.Value.Parent is { } parent && !found.ContainsKey(parent))
                throw category.Row.Wrong("parent", $"“{parent}”应列在其下级之前", $"'{parent}' must stand before its children");
            if (!found.TryAdd(category.Value.Code, category.Value))
                throw category.Row.Wrong("code", $"“{category.Value.Code}”重复", $"'{category.Value.Code}' stands twice");
        }

        return found.ToImmutable();

        (PlacedRow Row, CaseCategory Value) Category(CsvRow row) => (new(path, row.Line), new(
            row.Optional("code") ?? throw row.Wrong("code", "不能为空", "must not be empty"),
            row.Optional("parent"),
            row["nameZh"],
            row["nameEn"],
            row.Count("firstResponseWorkingHours") is { } hours ? new TermBudget(hours, BudgetUnit.WorkingHours) : null,
            Limit(row),
            row.Optional("limitSource"),
            row["emergency"] == "yes",
            row.Optional("defaultDepartment"))
        {
            Owner = row.Optional("defaultDepartment") is { } name ? ids.GetValueOrDefault(name) : null,
        });
    }

    private static TermBudget? Limit(CsvRow row) => row.Count("limitValue") is not { } amount ? null : row["limitUnit"] switch
    {
        "working-hour" => new TermBudget(amount, BudgetUnit.WorkingHours),
        "working-day" => new TermBudget(amount, BudgetUnit.WorkingDays),
        "calendar-day" => new TermBudget(amount, BudgetUnit.CalendarDays),
        "hour" => new TermBudget(amount, BudgetUnit.Hours),
        var unit => throw row.Wrong("limitUnit", $"“{unit}”应为 working-hour、working-day、calendar-day 或 hour", $"'{unit}' must be working-hour, working-day, calendar-day or hour"),
    };

    private readonly record struct PlacedRow(string Path, int Line)
    {
        public SeedFileException Wrong(string column, string zh, string en) => new(Path, Line, $"{column} 列：{zh}", $"column {column}: {en}");
    }
}
