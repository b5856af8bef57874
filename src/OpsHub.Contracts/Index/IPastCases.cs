using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Contracts.Index;

/// <summary>A case that may have counted for a unit at a past instant.</summary>
/// <param name="Key">Grain key.</param>
/// <param name="Grid">Its grid.</param>
/// <param name="Settled">What it adds to summaries, where nothing was recorded of it since the hour of that instant; else null, and its trace tells.</param>
public sealed record PastCase(string Key, UnitCode Grid, CaseContribution? Settled);

/// <summary>Finds the cases that may have counted for a unit at a past instant (某一时刻的案件). A port with one implementation.</summary>
public interface IPastCases
{
    /// <summary>All that a summary of the unit may have counted at the instant, and some more; of cases that now lie in the unit.
    /// At most <paramref name="limit"/>: when that many come, there may be others.</summary>
    Task<IReadOnlyList<PastCase>> Candidates(UnitCode unit, DateTimeOffset at, int limit, CancellationToken cancel = default);

    /// <summary>Cases that now lie in the unit, were put into another grid at some time (更正网格), and of which something was recorded since the hour of the instant:
    /// they may have lain elsewhere then. At most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<PastCase>> Relocated(UnitCode unit, DateTimeOffset at, int limit, CancellationToken cancel = default);
}
