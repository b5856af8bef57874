using System.Collections.Immutable;
using System.Globalization;
using OpsHub.Domain.Governance;

namespace OpsHub.Domain.Rules;

/// <summary>Every parameter of grid governance that can be changed (综治与网格建设参数). All assumed until a source is named.</summary>
public static class GovernanceParameters
{
    private static readonly string[] Divisors = ["1", "2", "3", "4", "6", "12"];

    /// <summary>The parameters, by name.</summary>
    public static readonly ImmutableSortedDictionary<string, ParameterOf<GovernanceRules>> All = new[]
    {
        Months("MeetingCycle", "T020", "乡镇工作例会周期，月数，自年初起算", "Months of a cycle of townships' work meetings, counted from January", r => r.MeetingMonths, (r, m) => r with { MeetingMonths = m }),
        Months("AnalysisCycle", "T023", "乡镇分析研判报告周期，月数，自年初起算", "Months of a cycle of townships' analysis reports, counted from January", r => r.AnalysisMonths, (r, m) => r with { AnalysisMonths = m }),
        Months("GridTrainingCycle", "G025", "网格员培训周期，月数，自年初起算", "Months of a cycle of training for grid workers, counted from January", r => r.TrainingMonths, (r, m) => r with { TrainingMonths = m }),
    }.ToImmutableSortedDictionary(p => p.Name, p => p, StringComparer.Ordinal);

    private static ParameterOf<GovernanceRules> Months(string name, string rule, string zh, string en, Func<GovernanceRules, int> read, Func<GovernanceRules, int, GovernanceRules> set) => new(
        name, rule, string.Join(" | ", Divisors), zh, en, r => read(r).ToString(CultureInfo.InvariantCulture),
        (r, text) => Divisors.Contains(text) ? set(r, int.Parse(text, CultureInfo.InvariantCulture)) : null);
}
