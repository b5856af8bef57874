using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpsHub.Domain.Hierarchy;

/// <summary>Writes a unit code as its digits, also as a dictionary key.</summary>
internal sealed class UnitCodeJson : JsonConverter<UnitCode>
{
    public override UnitCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => UnitCode.Parse(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, UnitCode value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);

    public override UnitCode ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => UnitCode.Parse(reader.GetString()!);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, UnitCode value, JsonSerializerOptions options) => writer.WritePropertyName(value.Value);
}

/// <summary>Writes an organ code as its text.</summary>
internal sealed class OrganCodeJson : JsonConverter<OrganCode>
{
    public override OrganCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => OrganCode.Parse(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, OrganCode value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
