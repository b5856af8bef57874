using OpsHub.Domain.Cases;
using OpsHub.Domain.Indicators;

namespace OpsHub.Contracts.Indicators;

/// <summary>A cycle of a case as the index keeps it for indicators (指标行). Written by the case's own grain with its other rows.</summary>
/// <param name="Place">Units in force when the row was written.</param>
/// <param name="Class">First-level category.</param>
/// <param name="Facts">What is counted.</param>
public sealed record CycleRow(Placement Place, string Class, CycleFacts Facts);
