using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using GraphQL.Execution;
using GraphQL.SystemTextJson;

namespace OpsHub.GraphQL.Transports.Execution;

/// <summary>The JSON of every transport: Chinese stays readable, and answers are written straight into a buffer.</summary>
internal sealed class GraphQLJson : GraphQLSerializer
{
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public GraphQLJson() : base(
        options => options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        new ErrorInfoProvider(o => o.ExposeCodes = false))
    {
    }

    public static Utf8JsonWriter WriterTo(IBufferWriter<byte> buffer) => new(buffer, Writing);

    public void Write<T>(IBufferWriter<byte> buffer, T value)
    {
        using var writer = WriterTo(buffer);
        Write(writer, value);
    }

    public void Write<T>(Utf8JsonWriter writer, T value) => JsonSerializer.Serialize(writer, value, SerializerOptions);
}
