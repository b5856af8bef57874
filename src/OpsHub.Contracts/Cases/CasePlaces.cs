using OpsHub.Contracts.Index;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Contracts.Cases;

/// <summary>Where a case lies now (现辖区划): units move, merge and end while it is under way, and after.</summary>
public static class CasePlaces
{
    /// <summary>The units in force over a case, by which it is acted on and read; those by which it was placed last where this process has yet to hear of them.</summary>
    /// <param name="directory">The hierarchy in force.</param>
    /// <param name="state">The case, open or over.</param>
    public static UnitsInForce InForce(this IHubDirectory directory, Case state)
    {
        while (true)
        {
            var (version, place) = (directory.Version, directory.InForce(state.Placement));
            if (directory.Version == version) // or it was read again in between
                return new UnitsInForce(place, version).Of(state);
        }
    }

    /// <summary>The same of a row.</summary>
    public static Placement InForce(this IHubDirectory directory, CaseRow row) => directory.InForce(new Placement(row.Grid, row.Community, row.Township, row.County, row.City));

    /// <summary>The row as lists show it: under the units in force, not under those whose figures count it.</summary>
    public static CaseRow Lying(this IHubDirectory directory, CaseRow row)
    {
        var place = directory.InForce(row);
        return row with { Grid = place.Grid, Community = place.Community, Township = place.Township, County = place.County, City = place.City };
    }

    /// <summary>The units in force: over its grid, over the one that took its grid over, or over the community in which that one last stood. As known where none is in force.</summary>
    /// <param name="directory">The hierarchy in force.</param>
    /// <param name="known">The units as the case last knew them.</param>
    public static Placement InForce(this IHubDirectory directory, Placement known)
    {
        var grid = directory.Successor(known.Grid);
        if (directory.Place(grid) is { } place)
            return place;
        var community = directory.Successor(directory.Unit(grid)?.Parent ?? known.Community);
        return directory.Upwards(community) is [var own, var township, var county, var city] ? new(grid, own, township, county, city) : known;
    }

    /// <summary>The units whose rows and figures count a case: those over its grid. What was over before its grid was merged counts for those who had it then: it was their work.</summary>
    public static Placement Counting(this IHubDirectory directory, Case state) =>
        directory.Version < state.Directory ? state.Placement : directory.Place(state.Placement.Grid) ?? state.Placement;

    /// <summary>The same list by the units in force: rows of a grid that is no more stand under those who had it, yet whoever took it over reads and finds its cases. The cases behind
    /// a figure are those that it counts, without those that whoever asks lost since.</summary>
    /// <param name="directory">The hierarchy in force.</param>
    /// <param name="filter">What is asked.</param>
    /// <param name="reader">Whose area bounds what is read; null where none does.</param>
    public static CaseFilter InForce(this IHubDirectory directory, CaseFilter filter, UnitCode? reader = null)
    {
        var counted = filter.Behind is not null;
        if (filter.Unit is null || (counted ? reader : filter.Unit) is not { } unit)
            return filter;
        List<UnitCode> gained = [], lost = [];
        foreach (var grid in directory.EndedGrids)
        {
            if (directory.Upwards(grid.Code) is not [var own, var community, var township, var county, var city])
                continue;
            var row = new Placement(own, community, township, county, city);
            var (stands, lies) = (row.IsWithin(unit), directory.InForce(row).IsWithin(unit));
            if (stands != lies)
                (lies ? gained : lost).Add(own);
        }

        return gained.Count + lost.Count == 0 ? filter : filter with { Gained = counted ? [] : gained, Lost = lost };
    }
}
