using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace OpsHub.GraphQL.Tests.Transports;

/// <summary>A client that says exactly what a test wants said, and no more.</summary>
public sealed class SocketClient : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly ClientWebSocket _socket = new();

    public int? CloseCode => (int?)_socket.CloseStatus;

    public static async Task<SocketClient> OpenAsync(Door door, string? protocol = "graphql-transport-ws", Action<ClientWebSocketOptions>? with = null)
    {
        var client = new SocketClient();
        if (protocol is not null)
            client._socket.Options.AddSubProtocol(protocol);
        with?.Invoke(client._socket.Options);
        await client._socket.ConnectAsync(new UriBuilder(door.Url) { Scheme = "ws" }.Uri, CancellationToken.None);
        return client;
    }

    /// <summary>A socket on which connection_init has been acknowledged.</summary>
    public static async Task<SocketClient> SignInAsync(Door door, string token = "wall")
    {
        var client = await OpenAsync(door);
        await client.InitAsync(token);
        (await client.NextAsync()).GetProperty("type").GetString().ShouldBe("connection_ack");
        return client;
    }

    public Task InitAsync(string token) => SayAsync(new { type = "connection_init", payload = new { authorization = "Bearer " + token } });

    public Task SubscribeAsync(string id, string query) => SayAsync(new { id, type = "subscribe", payload = new { query } });

    public Task SayAsync(object message) => SayAsync(JsonSerializer.Serialize(message));

    public Task SayAsync(string text, WebSocketMessageType type = WebSocketMessageType.Text) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(text), type, true, CancellationToken.None);

    /// <summary>The next message that is no ping.</summary>
    public async Task<JsonElement> NextAsync()
    {
        while (true)
        {
            var message = await ReceiveAsync() ?? throw new InvalidOperationException($"The socket was closed: {CloseCode} {_socket.CloseStatusDescription}");
            if (message.GetProperty("type").GetString() != "ping")
                return message;
        }
    }

    /// <summary>Reads on until the server closes.</summary>
    public async Task<int?> ClosedAsync()
    {
        while (await ReceiveAsync() is not null)
        {
        }
        return CloseCode;
    }

    public async Task<JsonElement?> ReceiveAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        using var whole = new MemoryStream();
        var buffer = new byte[4_096];
        while (true)
        {
            var part = await _socket.ReceiveAsync(buffer, patience.Token);
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            whole.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
                return JsonDocument.Parse(whole.ToArray()).RootElement;
        }
    }

    public void Vanish() => _socket.Abort();

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }
}
