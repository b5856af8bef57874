using OpsHub.Contracts.Index;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Posts;

namespace OpsHub.Contracts.Posts;

/// <summary>The agency behind people decisions, as it is registered now.</summary>
public static class PostPlaces
{
    /// <summary>Department, host and townships served, in force; null where there is no such agency.</summary>
    public static PostFacts? PostFactsOf(this IHubDirectory directory, OrganCode agency) => directory.Agency(agency) is not { } row ? null
        : new(row.Code, row.Department, row.Host, !IsTown(directory.Unit(row.Host)), row.Served);

    // R033 says 乡镇: a street is none, nor is a special unit.
    private static bool IsTown(UnitRow? host) => host?.Kind is "town" or "township" or "ethnic-township";
}
