using System.Collections.Immutable;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Rules;

namespace OpsHub.GraphQL.Tests.Subjects.Fakes;

/// <summary>Two ordinary categories and a sensitive one.</summary>
public sealed class FakeRules : IRuleBook
{
    private RuleVersions? _versions;

    public RuleVersions Versions => _versions ??= new(Seed, []);

    public IReadOnlyDictionary<string, PolicyRule> Catalogue { get; } = new Dictionary<string, PolicyRule>
    {
        ["G046"] = new("G046", "网格意见", "三(五)", "Exactly one lead.", "明确一个牵头单位", "-"),
        ["C035"] = new("C035", "协商意见", "二(四)", "Two working days.", "2个工作日内", "2 WD"),
        ["G022"] = new("G022", "网格意见", "三(五)", "The manual.", "处置指挥手册", "-"),
    };

    public void Take(IEnumerable<RuleChange> changes) => _versions = new(Seed, Versions.Changes.AddRange(changes));

    public RuleBook Current => Versions.At(int.MaxValue, LocalDay.Of(TestHub.Monday), null);

    private RuleBook Seed { get; } = new(
        OfficialCalendar.Load([new OfficialDay(new DateOnly(2026, 10, 1), DayKind.Holiday, "国庆节", 2026, "国办")]),
        new CaseRules
        {
            Categories = new[]
            {
                new CaseCategory("Q01", null, "公用设施", "Public facilities", null, null, null, false, null),
                new CaseCategory("Q01-01", "Q01", "井盖缺损", "Damaged manhole cover", null, new TermBudget(4, BudgetUnit.WorkingHours), "own-default", true, "住建局"),
                new CaseCategory("W03", null, "矛盾纠纷", "Disputes", null, null, null, false, null),
                new CaseCategory("W03-01", "W03", "家庭纠纷", "Family dispute", null, null, null, false, null),
            }.ToImmutableDictionary(c => c.Code),
        });

    public IReadOnlyDictionary<string, Department> Departments { get; } =
        new Dictionary<string, Department> { ["D12"] = new("D12", "城管局", "Urban Management Bureau") };
}
