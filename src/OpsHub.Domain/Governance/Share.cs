using System.Globalization;

namespace OpsHub.Domain.Governance;

/// <summary>A share as two whole numbers (比率): exact, rounded only where it is shown.</summary>
/// <param name="Part">How many have it.</param>
/// <param name="Whole">Of how many.</param>
public readonly record struct Share(long Part, long Whole)
{
    /// <summary>Per cent, rounded to one digit after the point; null of nothing.</summary>
    public decimal? Percent => Whole == 0 ? null : Math.Round(100m * Part / Whole, 1, MidpointRounding.AwayFromZero);

    /// <inheritdoc />
    public override string ToString() => Percent is { } percent ? percent.ToString("0.0", CultureInfo.InvariantCulture) + "%" : "-";
}
