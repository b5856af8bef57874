using System.Collections.Concurrent;
using System.Security.Claims;
using System.Text.Json;
using GraphQL;
using Microsoft.Extensions.DependencyInjection;
using OpsHub.GraphQL.Transports.Execution;
using OpsHub.GraphQL.Transports.Streams;

namespace OpsHub.GraphQL.Transports.Sockets;

/// <summary>What a socket's operations need from the house.</summary>
internal sealed record SocketHouse(OperationRunner Runner, GraphQLJson Json, Masking Masking, IServiceScopeFactory Scopes, GraphQLLimits Limits);

/// <summary>The operations open on one socket. Each pulls its next answer only after the last one was written.</summary>
internal sealed class SocketOperations(SocketHouse house, SocketSender sender, CancellationToken closing)
{
    private readonly ConcurrentDictionary<string, Open> _open = new(StringComparer.Ordinal);

    public async Task StartAsync(string id, JsonElement? payload, ClaimsPrincipal user)
    {
        if (_open.ContainsKey(id))
            throw SocketClose.SubscriberExists(id);
        if (payload is not { ValueKind: JsonValueKind.Object } body)
            throw SocketClose.BadRequest("Subscribe has no payload");
        if (_open.Count >= house.Limits.MaxOperationsPerSocket)
        {
            var refusal = new ExecutionError($"A socket may have {house.Limits.MaxOperationsPerSocket} operations open.") { Code = "TOO_MANY_OPERATIONS" };
            await sender.SendAsync("error", id, new ExecutionErrors { refusal }, closing).ConfigureAwait(false);
            return;
        }
        var open = new Open(CancellationTokenSource.CreateLinkedTokenSource(closing));
        _open[id] = open;
        open.Running = Task.Run(() => RunAsync(id, open, body, user), CancellationToken.None);
    }

    /// <summary>The client has enough of an operation. Its id is free at once.</summary>
    public void Stop(string id)
    {
        if (_open.TryRemove(id, out var open))
            open.Cancel.Cancel();
    }

    /// <summary>Waits until nothing runs any more; the closing token has been cancelled.</summary>
    public Task EndAsync() => Task.WhenAll(_open.Values.Select(o => o.Running));

    private async Task RunAsync(string id, Open open, JsonElement body, ClaimsPrincipal user)
    {
        using var cancel = open.Cancel;
        try
        {
            await AnswerAsync(id, body, user, cancel.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // stopped by the client, or the socket is going
        }
        catch (ExecutionError refusal)
        {
            await RefuseAsync(id, refusal, user, cancel.Token).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // nothing of an unexpected failure reaches the client, and the other operations go on
        catch (Exception failure)
        {
            await RefuseAsync(id, house.Masking.Hide(failure, field: null), user, cancel.Token).ConfigureAwait(false);
        }
#pragma warning restore CA1031
        finally
        {
            _open.TryRemove(new(id, open));
        }
    }

    private async Task AnswerAsync(string id, JsonElement body, ClaimsPrincipal user, CancellationToken cancel)
    {
        var request = OperationRequest.From(body, house.Json);
        var operation = house.Runner.Admit(request, user, mayStream: true);
        var scope = house.Scopes.CreateAsyncScope();
        await using var _ = scope.ConfigureAwait(false);
        var result = await house.Runner.RunAsync(request, operation, new(user, scope.ServiceProvider), cancel).ConfigureAwait(false);
        if (result.Streams?.Values.FirstOrDefault() is PulledResponses stream)
        {
            await foreach (var response in stream.ReadAsync(cancel).ConfigureAwait(false))
                await sender.SendAsync("next", id, house.Masking.Tidy(response, user), cancel).ConfigureAwait(false);
        }
        else if (result.Executed && result.Streams is null)
        {
            await sender.SendAsync("next", id, result, cancel).ConfigureAwait(false);
        }
        else
        {
            await sender.SendAsync("error", id, result.Errors, cancel).ConfigureAwait(false);
            return;
        }
        await sender.SendAsync("complete", id, payload: (object?)null, cancel).ConfigureAwait(false);
    }

    private async Task RefuseAsync(string id, ExecutionError refusal, ClaimsPrincipal user, CancellationToken cancel)
    {
        try
        {
            await sender.SendAsync("error", id, house.Masking.Tidy(new(refusal), user).Errors, cancel).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
        }
    }

    private sealed class Open(CancellationTokenSource cancel)
    {
        public CancellationTokenSource Cancel => cancel;

        public Task Running { get; set; } = Task.CompletedTask;
    }
}
