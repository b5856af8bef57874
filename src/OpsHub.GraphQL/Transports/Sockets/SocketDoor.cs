using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OpsHub.GraphQL.Transports.Execution;

namespace OpsHub.GraphQL.Transports.Sockets;

/// <summary>graphql-transport-ws: accepts the socket, runs its session, and closes it with the code that says why.</summary>
internal sealed class SocketDoor(
    OperationRunner runner, GraphQLJson json, Masking masking, IServiceScopeFactory scopes, TimeProvider clock,
    IHostApplicationLifetime host, OpenStreams streams, IOptions<GraphQLLimits> limits, IOptions<GraphQLSeams> seams)
{
    public async Task HandleAsync(HttpContext http)
    {
        var spoken = http.WebSockets.WebSocketRequestedProtocols.Contains(SocketClose.Protocol);
        if (http.Features.Get<IHttpMinResponseDataRateFeature>() is { } rate)
            rate.MinDataRate = null; // how slow a client may be is decided by its stalling
        using var socket = await http.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext
        {
            SubProtocol = spoken ? SocketClose.Protocol : null,
            // Pings of the socket layer find a peer that vanished; those of the protocol tell the client that we live.
            KeepAliveInterval = limits.Value.Heartbeat,
            KeepAliveTimeout = limits.Value.StallTimeout,
        }).ConfigureAwait(false);
        using var closing = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, host.ApplicationStopping);
        using var sender = new SocketSender(socket, json, clock, limits.Value, http.Abort);
        var operations = new SocketOperations(new(runner, json, masking, scopes, limits.Value, user => seams.Value.MayStart(http, user), seams.Value.TakePlace), sender, closing.Token);
        using var session = new SocketSession(http, socket, sender, operations, seams.Value.AuthenticateSocket, streams, clock, limits.Value, closing.Token);
        var reason = spoken ? await RunAsync(session).ConfigureAwait(false) : SocketClose.WrongProtocol();
        await closing.CancelAsync().ConfigureAwait(false);
        await operations.EndAsync().ConfigureAwait(false);
        await sender.CloseAsync(reason).ConfigureAwait(false);
        await session.FarewellAsync().ConfigureAwait(false);
    }

    private async Task<SocketClose> RunAsync(SocketSession session)
    {
        try
        {
            await session.RunAsync().ConfigureAwait(false);
            return new SocketClose((int)WebSocketCloseStatus.NormalClosure, "Bye");
        }
        catch (SocketClose reason)
        {
            return reason;
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException)
        {
            return SocketClose.GoingAway();
        }
    }
}
