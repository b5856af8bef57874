using OpsHub.Contracts.Councils;
using OpsHub.Domain.Councils;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.GraphQL.Councils;

/// <summary>A ledger that the viewer may read.</summary>
internal sealed record LedgerNode(UnitCode Community, OpinionLedger State, long Length)
{
    public static LedgerNode Of(UnitCode community, LedgerView view) => new(community, view.State ?? new OpinionLedger { Community = community }, view.Length);
}

/// <summary>A council that the viewer may read.</summary>
internal sealed record CouncilNode(Council State, long Length);

/// <summary>Coverage with the rule that it is counted by.</summary>
/// <param name="Rule">Rule id.</param>
/// <param name="Kind">Kind, or null.</param>
/// <param name="Units">Units counted.</param>
/// <param name="Missing">Those that lack it, by code.</param>
internal sealed record CoverageNode(string Rule, SupportKind? Kind, int Units, IReadOnlyList<UnitCode> Missing)
{
    public static CoverageNode Of(SupportCoverage coverage) => new(SupportRule.Of(coverage.Kind).Rule, coverage.Kind, coverage.Units, coverage.Missing);

    public int Covered => Units - Missing.Count;
}
