using System.Net.WebSockets;
using System.Text.Json;
using OpsHub.Fixtures;

namespace OpsHub.Benchmarks;

/// <summary>A page's subscription on a connection of its own.</summary>
internal static class PageSocket
{
    /// <summary>Opens it and tells each answer's data until it is stopped.</summary>
    public static async Task<ClientWebSocket> Open(HubProcess hub, string token, string subscription, Action<JsonElement> told, CancellationToken stop)
    {
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        socket.Options.SetRequestHeader("Authorization", $"Bearer {token}"); // else five hundred at once meet the bound on the anonymous of one address
        await socket.ConnectAsync(new UriBuilder(hub.Address) { Scheme = "ws", Path = "/graphql" }.Uri, stop);
        await Send(new { type = "connection_init", payload = new { authorization = $"Bearer {token}" } });
        await Receive();
        await Send(new { id = "1", type = "subscribe", payload = new { query = subscription } });
        _ = Task.Run(Loop, CancellationToken.None);
        return socket;

        async Task Loop()
        {
            try
            {
                while (!stop.IsCancellationRequested)
                {
                    var message = await Receive();
                    switch (message.GetProperty("type").GetString())
                    {
                        case "ping":
                            await Send(new { type = "pong" });
                            break;
                        case "next":
                            told(message.GetProperty("payload").GetProperty("data"));
                            break;
                        default:
                            await Console.Error.WriteLineAsync(message.ToString());
                            break;
                    }
                }
            }
            catch (Exception error) when (error is OperationCanceledException or WebSocketException or ObjectDisposedException)
            {
                // The measurement is over.
            }
        }

        Task Send(object message) => socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, true, stop);

        async Task<JsonElement> Receive()
        {
            using var whole = new MemoryStream();
            var buffer = new byte[65_536];
            while (true)
            {
                var part = await socket.ReceiveAsync(buffer, stop);
                whole.Write(buffer, 0, part.Count);
                if (part.EndOfMessage)
                    return JsonDocument.Parse(whole.ToArray()).RootElement;
            }
        }
    }
}
