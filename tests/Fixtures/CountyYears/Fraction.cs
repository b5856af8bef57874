using System.Globalization;
using System.Numerics;

namespace OpsHub.Fixtures.CountyYears;

/// <summary>A number as two whole ones, for the recount alone: nothing that the hub computes with.</summary>
internal readonly record struct Fraction
{
    public static readonly Fraction Zero = new(0, 1);

    public Fraction(BigInteger top, BigInteger bottom)
    {
        var common = BigInteger.GreatestCommonDivisor(top, bottom) * (bottom.Sign < 0 ? -1 : 1);
        (Top, Bottom) = (top / common, bottom / common);
    }

    public BigInteger Top { get; }

    public BigInteger Bottom { get; }

    /// <summary>Of the digits as they stand in a document.</summary>
    public static Fraction Read(string digits)
    {
        var parts = digits.Split('.');
        var after = parts.Length > 1 ? parts[1] : "";
        return new(BigInteger.Parse(parts[0] + after, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture), BigInteger.Pow(10, after.Length));
    }

    /// <summary>So many digits after the point, the last one rounded half up, or cut; without zeros at the end. Not for numbers below 0.</summary>
    public string Digits(int digits, bool cut = false)
    {
        var scaled = (2 * Top * BigInteger.Pow(10, digits) / Bottom) + (cut ? 0 : 1);
        var text = (scaled / 2).ToString(CultureInfo.InvariantCulture).PadLeft(digits + 1, '0');
        var (whole, after) = (text[..^digits], text[^digits..].TrimEnd('0'));
        return after.Length == 0 ? whole : $"{whole}.{after}";
    }

    public static Fraction operator +(Fraction a, Fraction b) => new((a.Top * b.Bottom) + (b.Top * a.Bottom), a.Bottom * b.Bottom);

    public static Fraction operator -(Fraction a, Fraction b) => new((a.Top * b.Bottom) - (b.Top * a.Bottom), a.Bottom * b.Bottom);

    public static Fraction operator *(Fraction a, Fraction b) => new(a.Top * b.Top, a.Bottom * b.Bottom);

    public static Fraction operator /(Fraction a, Fraction b) => new(a.Top * b.Bottom, a.Bottom * b.Top);

    public static bool operator >=(Fraction a, Fraction b) => (a - b).Top.Sign >= 0;

    public static bool operator <=(Fraction a, Fraction b) => b >= a;
}
