using System.Collections.Immutable;

namespace OpsHub.Domain.Governance;

/// <summary>Parameters of grid governance (综治与网格建设参数). All assumed: the text gives no figure.</summary>
public sealed record GovernanceRules
{
    /// <summary>Fewest and most members of a command centre (5-7人). The text's own. G016.</summary>
    public const int LeastCommandStaff = 5, MostCommandStaff = 7;

    /// <summary>Months of a cycle of regular meetings (工作例会周期), <c>MeetingCycle</c>. T020.</summary>
    public int MeetingMonths { get; init; } = 1;

    /// <summary>Months of a cycle of analysis reports (分析研判周期), <c>AnalysisCycle</c>. T023.</summary>
    public int AnalysisMonths { get; init; } = 1;

    /// <summary>Months of a cycle of training for grid workers (网格员培训周期), <c>GridTrainingCycle</c>. G025.</summary>
    public int TrainingMonths { get; init; } = 12;

    /// <summary>What parameters rest on that were set: the source by name, null where it is assumed.</summary>
    public ImmutableSortedDictionary<string, string?> Sources { get; init; } = ImmutableSortedDictionary.Create<string, string?>(StringComparer.Ordinal);
}

/// <summary>A national standard (国家标准).</summary>
/// <param name="Number">Its number.</param>
/// <param name="Zh">Chinese title.</param>
/// <param name="En">English title.</param>
public sealed record NationalStandard(string Number, string Zh, string En)
{
    /// <summary>The standards by which command centres are set up. G060 names two.</summary>
    public static readonly ImmutableList<NationalStandard> All =
    [
        new("GB/T 33200-2016", "社会治安综合治理 综治中心建设与管理规范", "Comprehensive governance of public order: construction and management of governance centres"),
        new("GB/T 34300-2017", "城乡社区网格化服务管理规范", "Grid-based service management of urban and rural communities"),
    ];
}
