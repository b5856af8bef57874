using System.Buffers;
using System.Text.Json;

namespace OpsHub.Host.Trace;

/// <summary>JSON objects, one a line.</summary>
internal sealed class ExportLines(Stream file, JsonWriterOptions options) : IAsyncDisposable
{
    private const int Flush = 1 << 16;

    private readonly ArrayBufferWriter<byte> _buffer = new(2 * Flush);

    /// <summary>Writes a line.</summary>
    public async ValueTask Write(Action<Utf8JsonWriter> members, CancellationToken cancel)
    {
        using (var json = new Utf8JsonWriter(_buffer, options))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        _buffer.Write("\n"u8);
        if (_buffer.WrittenCount >= Flush)
            await Send(cancel);
    }

    public async ValueTask DisposeAsync() => await Send(CancellationToken.None);

    private async ValueTask Send(CancellationToken cancel)
    {
        await file.WriteAsync(_buffer.WrittenMemory, cancel);
        _buffer.ResetWrittenCount();
    }
}
