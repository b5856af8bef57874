using OpsHub.Contracts.Index;
using OpsHub.Domain.Filings;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Contracts.Filings;

/// <summary>The unit behind a record of filings, as it is registered now.</summary>
public static class FilingPlaces
{
    /// <summary>A county or township with its county, its city and its townships in force; null where the hub knows none.</summary>
    public static FilingPlace? FilingPlaceOf(this IHubDirectory directory, UnitCode unit)
    {
        if (unit.Level is not (UnitLevel.County or UnitLevel.Township) || directory.Unit(unit) is not { } row)
            return null;
        var above = directory.Upwards(unit);
        IEnumerable<UnitCode> townships = unit.Level == UnitLevel.County ? directory.Descendants(unit, UnitLevel.Township).Select(t => t.Code).Order() : [];
        // It may end on a day that lies ahead.
        var inForce = row.EndedOn is null || (row.Parent is { } parent && directory.Children(parent).Any(c => c.Code == unit));
        return new(unit, Of(UnitLevel.County), Of(UnitLevel.City), [.. townships], inForce);

        UnitCode Of(UnitLevel level) => above.FirstOrDefault(u => u.Level == level, unit.At(level));
    }
}
