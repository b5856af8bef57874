using Microsoft.Extensions.Options;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Host.Options;

namespace OpsHub.Host.Seeds;

/// <summary>Version 1 of the rules, read from the seeds once: calendar, categories, departments, enforcement powers, catalogue.</summary>
internal sealed class SeedRules : ISeedRules
{
    /// <exception cref="SeedFileException">A file is missing or malformed.</exception>
    public SeedRules(IOptions<SeedOptions> options)
    {
        var seeds = options.Value;
        Departments = DepartmentFile.Read(seeds.PathOf("guidance/departments.csv"));
        Catalogue = RuleFile.Read(
            seeds.PathOf("rules/rules.csv"), seeds.PathOf("rules/case_transitions.csv"), seeds.PathOf("rules/consultation_transitions.csv"),
            seeds.PathOf("rules/agency_transitions.csv"), seeds.PathOf("rules/hub_rules.csv"));
        var categories = CategoryFile.Read(seeds.PathOf("categories/case_categories.csv"), Departments);
        Seed = new RuleBook(
            Calendar(seeds.PathOf("calendars/cn_calendar_2018_2026.csv")),
            new CaseRules
            {
                Categories = categories,
                Powers = PowerFile.Read(seeds.PathOf("guidance/enforcement_powers.csv"), categories, Departments, seeds.GeneratedUnits),
            });
    }

    public RuleBook Seed { get; }

    public IReadOnlyDictionary<string, Department> Departments { get; }

    public IReadOnlyDictionary<string, PolicyRule> Catalogue { get; }

    private static OfficialCalendar Calendar(string path)
    {
        var parsed = CalendarCsv.Parse(SeedFileException.Opening(path, () => File.ReadAllText(path)));
        return parsed.IsValid
            ? OfficialCalendar.Load(parsed.Rows)
            : throw new SeedFileException(path, parsed.Problems[0].Line, $"日历有误（{parsed.Problems[0].Rule}）：{parsed.Problems[0].Zh}", parsed.Problems[0].Message);
    }
}
