using OpsHub.Contracts.Index;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Contracts.Governance;

/// <summary>Since when a unit owes what the hub keeps records of (起算日).</summary>
public static class GovernancePlaces
{
    /// <summary>The day from which the hub keeps records, or the unit's own first day where that came later: nothing was owed before there was anybody to owe it.</summary>
    /// <param name="directory">The hierarchy.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="hub">Day from which the hub keeps records.</param>
    public static DateOnly OwedSince(this IHubDirectory directory, UnitCode unit, DateOnly hub) => directory.Unit(unit)?.EffectiveFrom is { } first && first > hub ? first : hub;
}
