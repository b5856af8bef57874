using System.Collections.Immutable;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Cases;

/// <summary>An organ that a case may be given to (可派单位).</summary>
/// <param name="Organ">The organ.</param>
/// <param name="Leads">Whether it may lead. G046, R029-R031.</param>
/// <param name="Assists">Whether it may assist. SM1.14.</param>
/// <param name="Owns">Whether it, or its department, is the owner of the case's category (主管部门), recorded or assumed.</param>
public sealed record CaseCandidate(OrganCode Organ, bool Leads, bool Assists, bool Owns);

/// <summary>Who a case may be given to, by the checks of the dispatch itself, so that a front end needs no copy of the rules.</summary>
public static class CaseCandidates
{
    /// <summary>The organs known to the context that may lead or assist: owners first, then in the order given.</summary>
    /// <param name="s">The case.</param>
    /// <param name="organs">The organs to ask about.</param>
    /// <param name="x">Context with the facts of each of them.</param>
    public static ImmutableList<CaseCandidate> Of(Case s, IEnumerable<OrganCode> organs, CaseContext x)
    {
        var owner = x.Rules.Cases.Categories.GetValueOrDefault(s.Category)?.Owner;
        return
        [
            .. organs.Select(o => new CaseCandidate(o, MayLead(s, o, x), CaseDispatching.MayAssist(s, o, x) is null, owner is not null && o.Kind != OrganKind.Unit && o.DepartmentId == owner))
                .Where(c => c.Leads || c.Assists)
                .OrderByDescending(c => c.Owns),
        ];
    }

    private static bool MayLead(Case s, OrganCode organ, CaseContext x) => CaseDispatching.Parties(s, [new(organ, DispatchPart.Lead)], x, out _, out _) is null;
}
