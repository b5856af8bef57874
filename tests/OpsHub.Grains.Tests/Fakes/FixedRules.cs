using System.Collections.Immutable;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;

namespace OpsHub.Grains.Tests.Fakes;

/// <summary>One category and the default limits; also as what a hub came with.</summary>
internal sealed class FixedRules : IRuleBook, ISeedRules
{
    public RuleBook Current { get; } = new(OfficialCalendar.Empty, new CaseRules
    {
        Categories = new CaseCategory[]
        {
            new("Q01", null, "公用设施", "Public facilities", null, null, null, false, null),
            new("Q01-01", "Q01", "井盖缺损", "Manhole cover", null, null, null, false, null),
        }.ToImmutableDictionary(c => c.Code),
    });

    public RuleBook Seed => Current;

    public IReadOnlyDictionary<string, Department> Departments { get; } = new Dictionary<string, Department>();
}
