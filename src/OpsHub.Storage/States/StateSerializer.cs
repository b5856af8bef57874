using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Orleans.Storage;

namespace OpsHub.Storage.States;

/// <summary>Writes grain states as plain JSON: no CLR type names, Chinese readable, enums by name.</summary>
public sealed class StateSerializer : IGrainStorageSerializer
{
    /// <summary>The options, for verbs that read stored documents.</summary>
    public static JsonSerializerOptions Options { get; } = Make();

    /// <inheritdoc />
    public BinaryData Serialize<T>(T? input) => new(JsonSerializer.SerializeToUtf8Bytes(input, Options));

    /// <inheritdoc />
    public T Deserialize<T>(BinaryData input) => JsonSerializer.Deserialize<T>(input.ToMemory().Span, Options)!;

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            NumberHandling = JsonNumberHandling.Strict,
            // A missing member would silently become its default, a discriminator that is not first would throw.
            RespectRequiredConstructorParameters = true,
            AllowOutOfOrderMetadataProperties = true,
            Converters = { new JsonStringEnumConverter() },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
