using System.Globalization;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Commands;

/// <summary>Reads the fields of a command's input; what is malformed is refused by the field's name.</summary>
internal sealed class CommandInput(IDictionary<string, object?> fields, string path = "")
{
    /// <summary>The caller's id of the command.</summary>
    public string CommandId()
    {
        var id = Text("commandId");
        return id.Length is > 0 and <= CommandIds.MaxLength && !id.Any(char.IsControl)
            ? id
            : throw Refused("commandId", $"须为 1 至 {CommandIds.MaxLength} 个字符", $"takes 1 to {CommandIds.MaxLength} characters");
    }

    /// <summary>The version the caller had seen.</summary>
    public long? ExpectedVersion() => OptionalText("expectedVersion") is not { } text ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version
        : throw Refused("expectedVersion", "须为案件、协商或考核年度的 version", "is the version of a case, a consultation or an agency's year, a decimal number");

    public DateTimeOffset? OccurredAt() => (DateTimeOffset?)fields.Given("occurredAt");

    public DateTimeOffset Instant(string name) => (DateTimeOffset)fields[name]!;

    public DateTimeOffset? OptionalInstant(string name) => (DateTimeOffset?)fields.Given(name);

    public int Number(string name) => (int)fields[name]!;

    public double Rate(string name) => Convert.ToDouble(fields[name], CultureInfo.InvariantCulture);

    public int? OptionalNumber(string name) => (int?)fields.Given(name);

    // An id may be written as a number, as every ID may.
    public string Text(string name) => Convert.ToString(fields[name], CultureInfo.InvariantCulture)!;

    /// <summary>A decimal number with its digits as given.</summary>
    public decimal Decimal(string name) => (decimal)fields[name]!;

    public decimal? OptionalDecimal(string name) => (decimal?)fields.Given(name);

    public string? OptionalText(string name) => (string?)fields.Given(name);

    public DateOnly Day(string name) => (DateOnly)fields[name]!;

    public DateOnly? OptionalDay(string name) => (DateOnly?)fields.Given(name);

    public bool Flag(string name) => fields.Given(name) is true;

    public T Choice<T>(string name) where T : struct, Enum => (T)fields[name]!;

    /// <summary>A choice that may be left out or null, and then is the default.</summary>
    public T Choice<T>(string name, T byDefault) where T : struct, Enum => fields.Given(name) is T chosen ? chosen : byDefault;

    /// <summary>A choice that may be left out, and then is none.</summary>
    public T? OptionalChoice<T>(string name) where T : struct, Enum => fields.Given(name) is T chosen ? chosen : null;

    /// <summary>Several choices; none where they were left out.</summary>
    public IEnumerable<T> Choices<T>(string name) where T : struct, Enum => ((System.Collections.IEnumerable?)fields.Given(name))?.Cast<T>() ?? [];

    public CommandInput? Part(string name) =>
        fields.Given(name) is IDictionary<string, object?> part ? new CommandInput(part, $"{path}{name}.") : null;

    public IEnumerable<CommandInput> Parts(string name) =>
        ((System.Collections.IEnumerable?)fields.Given(name))?.Cast<IDictionary<string, object?>>().Select((part, i) => new CommandInput(part, $"{path}{name}[{i}].")) ?? [];

    public IEnumerable<string> Texts(string name) =>
        ((System.Collections.IEnumerable?)fields.Given(name))?.Cast<string>() ?? [];

    public UnitCode Unit(string name) => Unit(name, Text(name));

    public IEnumerable<UnitCode> Units(string name) => Texts(name).Select(code => Unit(name, code));

    private UnitCode Unit(string name, string code) => UnitCode.TryParse(code, out var unit)
        ? unit : throw Refused(name, "须为 4、6、9、12 或 15 位区划代码", "is a unit code of 4, 6, 9, 12 or 15 digits");

    public OrganCode? OptionalOrgan(string name) => OptionalText(name) is { Length: > 0 } ? Organ(name) : null;

    public IEnumerable<OrganCode> Organs(string name) => Texts(name).Select(code => Organ(name, code));

    public OrganCode Organ(string name) => Organ(name, Text(name));

    private OrganCode Organ(string name, string code) => OrganCode.TryParse(code, out var organ)
        ? organ : throw Refused(name, "须为单位、派驻机构或部门的代码", "is the code of a unit, an agency or a department");

    private InputRefusedException Refused(string name, string zh, string en) => new(HubRefusals.Input(path + name, $"{path}{name} {zh}", $"{path}{name} {en}"));
}
