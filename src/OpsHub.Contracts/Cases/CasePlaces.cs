using OpsHub.Contracts.Index;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Contracts.Cases;

/// <summary>Where a case lies now (现辖区划): units move, merge and end while it is under way.</summary>
public static class CasePlaces
{
    /// <summary>The units in force where it lay: over its grid, over the one that took its grid over, or over the community that its grid last stood in. As known where
    /// none is in force.</summary>
    /// <param name="directory">The hierarchy in force.</param>
    /// <param name="known">The units as the case last knew them.</param>
    public static Placement InForce(this IHubDirectory directory, Placement known)
    {
        if ((directory.Place(known.Grid) ?? directory.Place(directory.Successor(known.Grid))) is { } place)
            return place;
        var community = directory.Successor(directory.Unit(known.Grid)?.Parent ?? known.Community);
        return directory.Upwards(community) is [var own, var township, var county, var city] ? new(known.Grid, own, township, county, city) : known;
    }
}
