using System.Collections.Immutable;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Establishments;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Contracts.Establishments;

/// <summary>The townships behind an establishment, as the hierarchy has them now.</summary>
public static class EstablishmentPlaces
{
    /// <summary>The county's townships in force, by code.</summary>
    public static ImmutableList<TownshipFact> TownshipFactsOf(this IHubDirectory directory, UnitCode county) =>
        [.. directory.Children(county).Where(u => u.Code.Level == UnitLevel.Township).Select(Fact)];

    /// <summary>The county that a township stands in now; null for anything else.</summary>
    public static UnitCode? CountyOfTownship(this IHubDirectory directory, UnitCode township) => township.Level != UnitLevel.Township ? null
        : directory.Upwards(township).Where(u => u.Level == UnitLevel.County).Select(u => (UnitCode?)u).FirstOrDefault();

    // Numeric limits are stated for 乡镇: a street is none, nor is a special unit. R023, resolution 59.
    private static TownshipFact Fact(UnitRow unit) => new(unit.Code, unit.Name, unit.Kind is "town" or "township" or "ethnic-township");
}
