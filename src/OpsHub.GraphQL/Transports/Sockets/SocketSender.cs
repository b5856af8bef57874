using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;
using OpsHub.GraphQL.Transports.Execution;

namespace OpsHub.GraphQL.Transports.Sockets;

/// <summary>One message at a time to one socket; who has something to say waits, and a client that stalls is given up.</summary>
internal sealed class SocketSender(WebSocket socket, GraphQLJson json, TimeProvider clock, GraphQLLimits limits, Action abort) : IDisposable
{
    private const int Slice = 16_384;
    private readonly SemaphoreSlim _turn = new(1, 1);

    public Task SendAsync(string type, CancellationToken cancel) => SendAsync(type, id: null, payload: (object?)null, cancel);

    /// <summary>Sends a message, unless the token is cancelled while it waits for its turn.</summary>
    public async Task SendAsync<T>(string type, string? id, T? payload, CancellationToken cancel)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = GraphQLJson.WriterTo(buffer))
            Write(writer, type, id, payload);
        await _turn.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            cancel.ThrowIfCancellationRequested();
            await SendSlicesAsync(buffer.WrittenMemory).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            abort();
            throw new OperationCanceledException("The client accepts nothing.");
        }
        catch (WebSocketException)
        {
            throw new OperationCanceledException("The client is gone.");
        }
        finally
        {
            _turn.Release();
        }
    }

    // Each slice may take the stall time, so that a thin line is not taken for a dead one. Not cancelled halfway: half a
    // message would be the end of the socket.
    private async Task SendSlicesAsync(ReadOnlyMemory<byte> message)
    {
        for (var last = false; !last; message = message[Math.Min(message.Length, Slice)..])
        {
            last = message.Length <= Slice;
            var sending = socket.SendAsync(message[..Math.Min(message.Length, Slice)], WebSocketMessageType.Text, last, CancellationToken.None);
            if (!sending.IsCompletedSuccessfully)
                await sending.AsTask().WaitAsync(limits.StallTimeout, clock, CancellationToken.None).ConfigureAwait(false);
        }
    }

    public async Task CloseAsync(SocketClose reason)
    {
        try
        {
            await _turn.WaitAsync(limits.Heartbeat).ConfigureAwait(false);
            await socket.CloseOutputAsync(reason.Status, reason.Message, CancellationToken.None)
                .WaitAsync(limits.Heartbeat, clock).ConfigureAwait(false);
        }
        catch (Exception gone) when (gone is WebSocketException or TimeoutException or OperationCanceledException or ObjectDisposedException)
        {
            abort();
        }
    }

    public void Dispose() => _turn.Dispose();

    private void Write<T>(Utf8JsonWriter writer, string type, string? id, T? payload)
    {
        writer.WriteStartObject();
        if (id is not null)
            writer.WriteString("id", id);
        writer.WriteString("type", type);
        if (payload is not null)
        {
            writer.WritePropertyName("payload");
            json.Write(writer, payload);
        }
        writer.WriteEndObject();
    }
}
