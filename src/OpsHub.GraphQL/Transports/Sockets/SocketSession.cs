using System.Net.WebSockets;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using OpsHub.GraphQL.Transports.Execution;

namespace OpsHub.GraphQL.Transports.Sockets;

/// <summary>One socket's conversation: init, then operations, pings both ways, until either side closes.</summary>
internal sealed class SocketSession(
    HttpContext http, WebSocket socket, SocketSender sender, SocketOperations operations, SocketAuthenticator authenticate,
    OpenStreams streams, TimeProvider clock, GraphQLLimits limits, CancellationToken closing) : IDisposable
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(1);
    private readonly TaskCompletionSource<string?> _admitted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _receiving = Task.CompletedTask;
    private ClaimsPrincipal? _user;
    private IDisposable? _place;
    private bool _initReceived;

    /// <summary>Runs until the socket ends. A <see cref="SocketClose"/> says that we end it, and why.</summary>
    public async Task RunAsync()
    {
        _receiving = ReceiveAsync();
        var watching = WatchAsync();
        await (await Task.WhenAny(_receiving, watching).ConfigureAwait(false)).ConfigureAwait(false);
    }

    /// <summary>Waits for the client to close as well, so that it reads why we did. Ends when the request is aborted.</summary>
    public async Task FarewellAsync()
    {
        try
        {
            await _receiving.WaitAsync(Farewell, clock).ConfigureAwait(false);
        }
        catch (Exception over) when (over is SocketClose or TimeoutException or OperationCanceledException or WebSocketException)
        {
        }
    }

    public void Dispose() => _place?.Dispose();

    private async Task ReceiveAsync()
    {
        // Not the closing token: a receive that is cancelled ends the socket before the close could say why.
        var receiver = new SocketReceiver(socket, limits.MaxBodyBytes);
        while (await receiver.ReceiveAsync(http.RequestAborted).ConfigureAwait(false) is { } message)
            await HandleAsync(message).ConfigureAwait(false);
    }

    private Task HandleAsync(SocketMessage message)
    {
        switch (message.Type)
        {
            case "connection_init":
                return InitAsync(message.Payload);
            case "ping":
                return sender.SendAsync("pong", id: null, message.Payload, closing);
            case "pong":
                return Task.CompletedTask;
            case "subscribe":
                return _user is null
                    ? throw SocketClose.Unauthorized()
                    : operations.StartAsync(message.RequiredId, message.Payload, _user);
            case "complete":
                operations.Stop(message.RequiredId);
                return Task.CompletedTask;
            default:
                throw SocketClose.BadRequest("Unknown message type");
        }
    }

    private async Task InitAsync(JsonElement? payload)
    {
        if (_initReceived)
            throw SocketClose.TooManyInits();
        _initReceived = true;
        var bearer = Bearer(payload);
        var user = await AuthenticateAsync(bearer).ConfigureAwait(false);
        _place = streams.Enter(user) ?? throw SocketClose.TooManyStreams();
        _user = user;
        await sender.SendAsync("connection_ack", closing).ConfigureAwait(false);
        _admitted.TrySetResult(bearer);
    }

    private async Task WatchAsync()
    {
        string? bearer;
        try
        {
            bearer = await _admitted.Task.WaitAsync(limits.SocketInitTimeout, clock, closing).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            throw SocketClose.InitTimeout();
        }
        await (await Task.WhenAny(PingAsync(), RecheckAsync(bearer)).ConfigureAwait(false)).ConfigureAwait(false);
    }

    private async Task PingAsync()
    {
        using var timer = new PeriodicTimer(limits.Heartbeat, clock);
        while (await timer.WaitForNextTickAsync(closing).ConfigureAwait(false))
            await sender.SendAsync("ping", closing).ConfigureAwait(false);
    }

    private async Task RecheckAsync(string? bearer)
    {
        using var timer = new PeriodicTimer(limits.Recheck, clock);
        while (await timer.WaitForNextTickAsync(closing).ConfigureAwait(false))
            await AuthenticateAsync(bearer).ConfigureAwait(false); // revoked and expired tokens lose their socket
    }

    private async Task<ClaimsPrincipal> AuthenticateAsync(string? bearer)
    {
        var user = await authenticate(http, bearer, closing).ConfigureAwait(false);
        return user is not null && GraphQLSeams.IsSignedIn(user) ? user : throw SocketClose.Forbidden();
    }

    private static string? Bearer(JsonElement? payload)
    {
        if (payload is not { ValueKind: JsonValueKind.Object } map)
            return null;
        foreach (var entry in map.EnumerateObject())
        {
            if (!entry.Name.Equals("authorization", StringComparison.OrdinalIgnoreCase) || entry.Value.ValueKind != JsonValueKind.String)
                continue;
            var text = entry.Value.GetString()!;
            return text.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? text[7..].Trim() : text.Trim();
        }
        return null;
    }
}
