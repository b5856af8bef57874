using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace OpsHub.Domain.Hierarchy;

/// <summary>What kind of organ a code names.</summary>
public enum OrganKind
{
    /// <summary>A unit of the hierarchy (区划单元) through its committee, government or centre.</summary>
    Unit,

    /// <summary>A stationed agency (派驻机构): host township, dash, department, e.g. <c>430203001-D12</c>.</summary>
    Agency,

    /// <summary>A county or city department (职能部门): unit, colon, department, e.g. <c>430203:D12</c>.</summary>
    Department,
}

/// <summary>Code of whoever can hold a case or act: a unit, a stationed agency or a department.</summary>
/// <param name="Value"><c>430203001</c>, <c>430203001-D12</c> or <c>430203:D12</c>.</param>
[JsonConverter(typeof(OrganCodeJson))]
public readonly record struct OrganCode(string Value)
{
    /// <summary>What the form of the code says it is.</summary>
    public OrganKind Kind => Value.Contains('-') ? OrganKind.Agency : Value.Contains(':') ? OrganKind.Department : OrganKind.Unit;

    /// <summary>The unit named: the unit itself, an agency's host township, a department's county or city.</summary>
    public UnitCode Unit => new(Value.Split('-', ':')[0]);

    /// <summary>The department part (<c>D12</c>) of an agency or department, else null.</summary>
    public string? DepartmentId => Kind == OrganKind.Unit ? null : Value.Split('-', ':')[1];

    /// <summary>A unit as an organ.</summary>
    public static OrganCode Of(UnitCode unit) => new(unit.Value);

    /// <summary>Parses one of the three forms; an agency stands in a township, a department in a county or city.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out OrganCode code)
    {
        code = default;
        if (text is null || text.Length > 40)
            return false;
        var parts = text.Split('-', ':');
        if (!UnitCode.TryParse(parts[0], out var unit))
            return false;
        var wellFormed = parts.Length == 1
            || (parts.Length == 2 && IsDepartmentId(parts[1])
                && (text.Contains('-') ? unit.Level == UnitLevel.Township : unit.Level <= UnitLevel.County));
        if (!wellFormed)
            return false;
        code = new OrganCode(text);
        return true;
    }

    /// <summary>Parses a code that is known to be well formed.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    public static OrganCode Parse(string text) =>
        TryParse(text, out var code) ? code : throw new FormatException($"'{text}' is not the code of a unit, an agency or a department.");

    /// <inheritdoc />
    public override string ToString() => Value;

    private static bool IsDepartmentId(string text) => text.Length is > 0 and <= 20 && text.All(char.IsAsciiLetterOrDigit);
}
