using System.Collections.Immutable;
using OpsHub.Domain.Establishments;

namespace OpsHub.Domain.Rules;

/// <summary>Every parameter of organs and establishment that can be changed (机构编制参数). Limits and quotas are the policy's text: other figures take a source. The
/// period of the workload is assumed until a source is named.</summary>
public static class EstablishmentParameters
{
    private const string Capacity = "关于加强乡镇政府服务能力建设的实施意见";
    private const string Reform = "关于深化乡镇（街道）管理体制改革实施意见";
    private const int Classes = 3;

    /// <summary>The parameters, by name.</summary>
    public static readonly ImmutableSortedDictionary<string, ParameterOf<EstablishmentRules>> All = new ParameterOf<EstablishmentRules>[]
    {
        Limit("OrganLimit", "T030", "乡镇党政机构最多个数", "Most party-government organs of a township", r => r.OrganLimit, (r, n) => r with { OrganLimit = n }),
        Limit("StationLimit", "T031", "乡镇事业站所最多个数，使用县级编制的双管站所不计", "Most stations of a township, co-managed ones on county posts aside", r => r.StationLimit, (r, n) => r with { StationLimit = n }),
        Limit("BrigadeLimit", "T032", "乡镇综合行政执法大队最多个数", "Most comprehensive enforcement brigades of a township", r => r.BrigadeLimit, (r, n) => r with { BrigadeLimit = n }),
        Limit("NameplateLimit", "T034", "每个乡镇加挂牌子一般最多块数，超过须有理由和县市区批准", "Most nameplates of a township without a reason and the county's approval", r => r.NameplateLimit, (r, n) => r with { NameplateLimit = n }),
        new("LeaderQuotas", "R004", "11/11/9", "一、二、三类乡镇街道的领导职数", "Leaders of townships of class 1, 2 and 3",
            r => ParameterForm.Of(r.LeaderQuotas.Select(n => (decimal)n)), (r, text) => Whole(text) is { } quotas ? r with { LeaderQuotas = quotas } : null, $"{Reform} 一(二)"),
        ParameterForm.Flag<EstablishmentRules>("CountCoManagedStations", "T035", "使用县级编制的双管站所也计入事业站所限额", "Whether co-managed stations on county posts count toward the limit of stations, too",
            r => r.CountCoManagedStations, (r, b) => r with { CountCoManagedStations = b }),
        ParameterForm.Count<EstablishmentRules>("WorkloadMonths", "R026", 1, 36, "统计每名编制案件数的完整月数，至上月止", "Whole months up to the last one over which cases per post are counted",
            r => r.WorkloadMonths, (r, n) => r with { WorkloadMonths = n }),
    }.ToImmutableSortedDictionary(p => p.Name, p => p, StringComparer.Ordinal);

    private static ParameterOf<EstablishmentRules> Limit(
        string name, string rule, string zh, string en, Func<EstablishmentRules, int> read, Func<EstablishmentRules, int, EstablishmentRules> set) =>
        ParameterForm.Count(name, rule, 0, 20, zh, en, read, set) with { Text = $"{Capacity} 二(四)" };

    private static ImmutableList<int>? Whole(string text) =>
        ParameterForm.Numbers(text, Classes) is { } numbers && numbers.TrueForAll(n => n is >= 1 and <= 30 && n == decimal.Truncate(n)) ? numbers.ConvertAll(n => (int)n) : null;
}
