using System.Collections.Immutable;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Establishments;

/// <summary>How far a county has come with one seal, one team, one platform (三个一覆盖情况). R024. Over all its townships in force: what is not recorded is not met.</summary>
/// <param name="Townships">Townships in force.</param>
/// <param name="Recorded">Of these, recorded.</param>
/// <param name="Met">Of these, with exactly one of each.</param>
/// <param name="ApprovalSeal">With exactly one seal.</param>
/// <param name="EnforcementTeam">With exactly one team.</param>
/// <param name="GovernancePlatform">With exactly one platform.</param>
public sealed record UnityCoverage(int Townships, int Recorded, int Met, int ApprovalSeal, int EnforcementTeam, int GovernancePlatform)
{
    /// <summary>Rate of townships with exactly one of each, 0-1; null without townships.</summary>
    public decimal? Rate => Townships == 0 ? null : (decimal)Met / Townships;

    /// <summary>The coverage of a county.</summary>
    public static UnityCoverage Of(CountyEstablishment s, IReadOnlyCollection<UnitCode> inForce)
    {
        var known = inForce.Select(t => s.Of(t).Unity).OfType<UnityCounts>().ToImmutableList();
        return new(inForce.Count, known.Count, known.Count(u => u.NotMet.IsEmpty), One(UnityItem.ApprovalSeal), One(UnityItem.EnforcementTeam), One(UnityItem.GovernancePlatform));

        int One(UnityItem item) => known.Count(u => u.Of(item) == 1);
    }
}
