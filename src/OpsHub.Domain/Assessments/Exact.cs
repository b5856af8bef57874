using System.Numerics;

namespace OpsHub.Domain.Assessments;

/// <summary>A number as a fraction (精确数): shares and means often have no last digit, and a grade must not hang on where one was cut off (A033).
/// Only computed with; what is stored and shown is <see cref="ToDecimal"/>.</summary>
public readonly struct Exact : IEquatable<Exact>, IComparable<Exact>
{
    private const int Digits = 20;
    private static readonly BigInteger Scale = BigInteger.Pow(10, Digits);
    private readonly BigInteger _above;
    private readonly BigInteger _below;

    private Exact(BigInteger above, BigInteger below)
    {
        var common = BigInteger.GreatestCommonDivisor(above, below);
        (_above, _below) = below.Sign < 0 ? (-above / common, -below / common) : (above / common, below / common);
    }

    /// <summary>Zero.</summary>
    public static Exact Zero => new(0, 1);

    private BigInteger Below => _below.IsZero ? BigInteger.One : _below;

    /// <summary>A decimal, as it is.</summary>
    public static Exact Of(decimal value)
    {
        var bits = decimal.GetBits(value);
        var whole = ((BigInteger)(uint)bits[2] << 64) + ((BigInteger)(uint)bits[1] << 32) + (uint)bits[0];
        return new(bits[3] < 0 ? -whole : whole, BigInteger.Pow(10, (bits[3] >> 16) & 0xff));
    }

    /// <summary>A share of two whole numbers; <paramref name="of"/> is not 0.</summary>
    public static Exact Of(long part, long of) => new(part, of);

    /// <summary>The nearest decimal with at most 20 digits after the point; exact where the number ends within them.</summary>
    public decimal ToDecimal()
    {
        var scaled = BigInteger.DivRem(_above * Scale * 2, Below, out _);
        return Trimmed((decimal)((scaled + scaled.Sign) / 2) / (decimal)Scale);
    }

    /// <summary>Cut after so many digits, never rounded up: what is below a bar is not shown as having reached it.</summary>
    public decimal Cut(int digits)
    {
        var scale = BigInteger.Pow(10, digits);
        return Trimmed((decimal)BigInteger.Divide(_above * scale, Below) / (decimal)scale);
    }

    /// <inheritdoc />
    public int CompareTo(Exact other) => (_above * other.Below).CompareTo(other._above * Below);

    /// <inheritdoc />
    public bool Equals(Exact other) => CompareTo(other) == 0;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is Exact other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(_above, Below);

    /// <inheritdoc />
    public override string ToString() => $"{_above}/{Below}";

    /// <summary>Sum.</summary>
    public static Exact operator +(Exact one, Exact other) => new((one._above * other.Below) + (other._above * one.Below), one.Below * other.Below);

    /// <summary>Difference.</summary>
    public static Exact operator -(Exact one, Exact other) => new((one._above * other.Below) - (other._above * one.Below), one.Below * other.Below);

    /// <summary>Product.</summary>
    public static Exact operator *(Exact one, Exact other) => new(one._above * other._above, one.Below * other.Below);

    /// <summary>Quotient; the divisor is not 0.</summary>
    public static Exact operator /(Exact one, Exact other) => new(one._above * other.Below, one.Below * other._above);

    /// <summary>Less.</summary>
    public static bool operator <(Exact one, Exact other) => one.CompareTo(other) < 0;

    /// <summary>Greater.</summary>
    public static bool operator >(Exact one, Exact other) => one.CompareTo(other) > 0;

    /// <summary>Less or equal.</summary>
    public static bool operator <=(Exact one, Exact other) => one.CompareTo(other) <= 0;

    /// <summary>Greater or equal.</summary>
    public static bool operator >=(Exact one, Exact other) => one.CompareTo(other) >= 0;

    /// <summary>Equal.</summary>
    public static bool operator ==(Exact one, Exact other) => one.Equals(other);

    /// <summary>Not equal.</summary>
    public static bool operator !=(Exact one, Exact other) => !one.Equals(other);

    // One number, one spelling: 88.20 and 88.2 would be other bits of the same score.
    private static decimal Trimmed(decimal value) => value / 1.0000000000000000000000000000m;
}
