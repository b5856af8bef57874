using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;

namespace OpsHub.GraphQL.Transports.Sockets;

/// <summary>One message of a client.</summary>
internal sealed record SocketMessage(string Type, string? Id, JsonElement? Payload)
{
    public string RequiredId => Id is { Length: > 0 } ? Id : throw SocketClose.BadRequest("The message has no id");
}

/// <summary>Reads whole messages, never more of one than is allowed.</summary>
internal sealed class SocketReceiver(WebSocket socket, int maxBytes)
{
    /// <summary>The next message; null when the client has closed.</summary>
    public async Task<SocketMessage?> ReceiveAsync(CancellationToken cancel)
    {
        var buffer = new ArrayBufferWriter<byte>(1_024);
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.GetMemory(1_024), cancel).ConfigureAwait(false);
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            if (part.MessageType != WebSocketMessageType.Text)
                throw SocketClose.BadRequest("Invalid message received");
            buffer.Advance(part.Count);
            if (buffer.WrittenCount > maxBytes)
                throw SocketClose.MessageTooBig();
            if (part.EndOfMessage)
                return Parse(buffer.WrittenMemory);
        }
    }

    private static SocketMessage Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || Text(root, "type") is not { } type)
                throw SocketClose.BadRequest("Invalid message received");
            return new(type, Text(root, "id"), root.TryGetProperty("payload", out var payload) ? payload.Clone() : null);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            throw SocketClose.BadRequest("Invalid message received");
        }
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
