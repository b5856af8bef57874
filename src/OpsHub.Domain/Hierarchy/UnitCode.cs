using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace OpsHub.Domain.Hierarchy;

/// <summary>Level of a unit (层级). G011: city, county, township, community, with the grid below.</summary>
public enum UnitLevel
{
    /// <summary>Prefecture city (市), code of 4 digits.</summary>
    City,

    /// <summary>County-level division (县市区), 6 digits.</summary>
    County,

    /// <summary>Township or subdistrict (乡镇、街道), 9 digits.</summary>
    Township,

    /// <summary>Community or village (社区、村), 12 digits.</summary>
    Community,

    /// <summary>Grid (网格), 15 digits: its community's code and three more (CJ/T 213).</summary>
    Grid,
}

/// <summary>Official code of a unit (区划代码): 4, 6, 9, 12 or 15 digits; the length says the level and the prefix the parent by code.</summary>
/// <param name="Value">The digits.</param>
[JsonConverter(typeof(UnitCodeJson))]
public readonly record struct UnitCode(string Value) : IComparable<UnitCode>
{
    private static readonly int[] Lengths = [4, 6, 9, 12, 15];

    /// <summary>The level that the code's length says.</summary>
    public UnitLevel Level => (UnitLevel)Array.IndexOf(Lengths, Value.Length);

    /// <summary>The prefix at another, higher level; the code itself at its own.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The level is below this unit's.</exception>
    public UnitCode At(UnitLevel level) =>
        level <= Level ? new(Value[..Lengths[(int)level]]) : throw new ArgumentOutOfRangeException(nameof(level));

    /// <summary>True when it is the other or lies below it by code. By parents in force it may stand elsewhere.</summary>
    public bool LiesIn(UnitCode above) => Value.StartsWith(above.Value, StringComparison.Ordinal);

    /// <summary>The county that it names itself: a stationed agency, its years, surveys and people decisions are of the one whose code the host bears, wherever that stands now. A001.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is a city.</exception>
    public UnitCode CountyByCode => At(UnitLevel.County);

    /// <summary>The parent by code, or null for a city. A merged or re-parented unit's parent in force may be another.</summary>
    public UnitCode? ParentByCode => Level == UnitLevel.City ? null : At(Level - 1);

    /// <summary>Parses a code; spaces and anything but 4, 6, 9, 12 or 15 ASCII digits are refused.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out UnitCode code)
    {
        code = default;
        if (text is null || Array.IndexOf(Lengths, text.Length) < 0 || !text.All(char.IsAsciiDigit))
            return false;
        code = new UnitCode(text);
        return true;
    }

    /// <summary>Parses a code that is known to be well formed.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    public static UnitCode Parse(string text) =>
        TryParse(text, out var code) ? code : throw new FormatException($"'{text}' is not a unit code of 4, 6, 9, 12 or 15 digits.");

    /// <inheritdoc />
    public int CompareTo(UnitCode other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
