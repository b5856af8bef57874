using System.Net.WebSockets;
using System.Text.Json;

namespace OpsHub.Fixtures;

/// <summary>One subscription over a WebSocket, as a wall opens it.</summary>
internal sealed class HubSocket : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly ClientWebSocket _socket = new();

    /// <summary>Opens it; what happens from now on is told.</summary>
    public static async Task<HubSocket> Subscribe(HubProcess hub, string token, string query)
    {
        var opened = new HubSocket();
        opened._socket.Options.AddSubProtocol("graphql-transport-ws");
        opened._socket.Options.SetRequestHeader("Authorization", $"Bearer {token}"); // else five hundred at once meet the bound on the anonymous of one address
        await opened._socket.ConnectAsync(new UriBuilder(hub.Address) { Scheme = "ws", Path = "/graphql" }.Uri, CancellationToken.None);
        await opened.Send(new { type = "connection_init", payload = new { authorization = $"Bearer {token}" } });
        if (await opened.Receive(default) is var first && first.GetProperty("type").GetString() != "connection_ack")
            throw new InvalidOperationException(first.ToString());
        await opened.Send(new { id = "1", type = "subscribe", payload = new { query } });
        return opened;
    }

    /// <summary>The first message that is as expected; what comes before it is passed over.</summary>
    public async Task<JsonElement> Until(Func<JsonElement, bool> expected, CancellationToken stop = default)
    {
        while (true)
        {
            var message = await Receive(stop);
            switch (message.GetProperty("type").GetString())
            {
                case "ping":
                    await Send(new { type = "pong" });
                    break;
                case "next" when message.GetProperty("payload").GetProperty("data") is var data && expected(data):
                    return data;
                case "next":
                    break;
                default:
                    throw new InvalidOperationException(message.ToString());
            }
        }
    }

    /// <summary>Tells each message's data until it is stopped; does not wait.</summary>
    public HubSocket Tell(Action<JsonElement> told, CancellationToken stop)
    {
        _ = Task.Run(Loop, CancellationToken.None);
        return this;

        async Task Loop()
        {
            try
            {
                while (!stop.IsCancellationRequested)
                    told(await Until(_ => true, stop));
            }
            catch (Exception) when (stop.IsCancellationRequested)
            {
                // Nobody listens any more.
            }
            catch (InvalidOperationException error)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task Send(object message) => _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, true, CancellationToken.None);

    private async Task<JsonElement> Receive(CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        using var whole = new MemoryStream();
        var buffer = new byte[16_384];
        while (true)
        {
            var part = await _socket.ReceiveAsync(buffer, patience.Token);
            if (part.MessageType == WebSocketMessageType.Close)
                throw new InvalidOperationException($"The socket was closed: {_socket.CloseStatus} {_socket.CloseStatusDescription}");
            whole.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
                return JsonDocument.Parse(whole.ToArray()).RootElement;
        }
    }
}
