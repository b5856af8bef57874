using System.Globalization;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Host.Doors.Places;

/// <summary>Where something lies as another system says it (来源地点): any of a code, an address, coordinates.</summary>
/// <param name="Unit">Code of a grid, community or township, or null.</param>
/// <param name="Address">Address in words, at most 200 characters, or null.</param>
/// <param name="Latitude">WGS84, or null.</param>
/// <param name="Longitude">WGS84, or null.</param>
internal sealed record GivenPlace(string? Unit, string? Address, double? Latitude, double? Longitude)
{
    public const int LongestAddress = 200;

    public string? Coordinates => Latitude is { } latitude && Longitude is { } longitude
        ? string.Create(CultureInfo.InvariantCulture, $"{latitude:0.######},{longitude:0.######}")
        : null;
}

/// <summary>The grid that a place was taken for.</summary>
/// <param name="Grid">The grid.</param>
/// <param name="Within">The unit that was named, or read from the address.</param>
/// <param name="Marks">What the case's text says of how the place was found; empty when the grid itself was named and nothing else was said.
/// The same for the same place, whatever units are called meanwhile: they are part of what a second sending is compared with.</param>
internal sealed record FoundPlace(UnitCode Grid, UnitCode Within, string Marks)
{
    /// <summary>True when the grid was chosen, not named: another may be chosen another day.</summary>
    public bool IsChosen => Grid != Within;
}
