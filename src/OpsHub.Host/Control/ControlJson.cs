using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpsHub.Host.Control;

/// <summary>How requests and messages are written on the control socket.</summary>
internal static class ControlJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() }, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };
}
