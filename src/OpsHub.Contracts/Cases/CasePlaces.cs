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

    /// <summary>The unit that took another over, or the one that took that over since; the unit itself where none did. A row tells an end only once it took effect.</summary>
    /// <param name="directory">The hierarchy in force.</param>
    /// <param name="unit">The unit.</param>
    public static UnitCode Successor(this IHubDirectory directory, UnitCode unit)
    {
        for (var steps = 0; steps < 10 && directory.Unit(unit)?.MergedInto is { } into; steps++)
            unit = into;
        return unit;
    }
}
