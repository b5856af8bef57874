using System.Collections.Immutable;
using System.Globalization;
using OpsHub.Domain.Councils;

namespace OpsHub.Domain.Rules;

/// <summary>The parameters of support records (协商保障参数): a cycle for each kind that has one, and when a term of office ends soon. All assumed until a source is named.</summary>
internal static class SupportCycleParameters
{
    private static readonly string[] Divisors = ["1", "2", "3", "4", "6", "12"];

    public static readonly ImmutableList<ConsultationParameter> All =
    [
        .. SupportRule.All.Values.Where(r => r.Months is not null).Select(rule => new ConsultationParameter(
            rule.Parameter!, rule.Rule, string.Join(" | ", Divisors), $"{rule.Zh}的周期，月数，自年初起算", $"Months of a cycle, counted from January: {rule.En}", null,
            r => SupportParameters.Of(r).MonthsOf(rule.Kind)!.Value.ToString(CultureInfo.InvariantCulture),
            (r, text) => Divisors.Contains(text)
                ? r with { SupportCycles = r.SupportCycles.SetItem(rule.Kind.ToString(), int.Parse(text, CultureInfo.InvariantCulture)) }
                : null)),
        new("CouncilTermWarning", "C009", "1-366", "议事会主要负责人任期届满前多少天提醒", "Days before its end on which a council head's term ends soon", null,
            r => r.CouncilTermWarningDays.ToString(CultureInfo.InvariantCulture),
            (r, text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= 366
                ? r with { CouncilTermWarningDays = days } : null),
    ];
}
