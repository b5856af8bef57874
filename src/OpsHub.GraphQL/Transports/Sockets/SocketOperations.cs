using System.Collections.Concurrent;
using System.Security.Claims;
using System.Text.Json;
using GraphQL;
using GraphQLParser.AST;
using Microsoft.Extensions.DependencyInjection;
using OpsHub.GraphQL.Transports.Execution;
using OpsHub.GraphQL.Transports.Streams;

namespace OpsHub.GraphQL.Transports.Sockets;

/// <summary>What a socket's operations need from the house.</summary>
/// <param name="MayStart">Counts one more operation of the user; false when it starts them too fast.</param>
/// <param name="TakePlace">A place among the queries and mutations in progress; null when there is none.</param>
internal sealed record SocketHouse(
    OperationRunner Runner, GraphQLJson Json, Masking Masking, IServiceScopeFactory Scopes, GraphQLLimits Limits,
    Func<ClaimsPrincipal, bool> MayStart, Func<ClaimsPrincipal, CancellationToken, ValueTask<IDisposable?>> TakePlace);

/// <summary>The operations open on one socket. Each pulls its next answer only after the last one was written.</summary>
internal sealed class SocketOperations(SocketHouse house, SocketSender sender, CancellationToken closing)
{
    private readonly ConcurrentDictionary<string, OpenOperation> _open = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<OpenOperation, Task> _running = new();

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
        if (!house.MayStart(user))
        {
            await sender.SendAsync("error", id, new ExecutionErrors { BusyError.Rate() }, closing).ConfigureAwait(false);
            return;
        }
        var open = new OpenOperation(id, closing);
        _open[id] = open;
        _running[open] = Task.CompletedTask;
        var running = Task.Run(() => RunAsync(open, body, user), CancellationToken.None);
        _running.TryUpdate(open, running, Task.CompletedTask); // unless it has ended already
    }

    /// <summary>The client has enough of an operation. Its id is free at once.</summary>
    public void Stop(string id)
    {
        if (_open.TryRemove(id, out var open))
            open.Cancel();
    }

    /// <summary>Waits until nothing runs any more; the closing token has been cancelled.</summary>
    public Task EndAsync() => Task.WhenAll(_running.Values);

    private async Task RunAsync(OpenOperation open, JsonElement body, ClaimsPrincipal user)
    {
        try
        {
            await AnswerAsync(open, body, user, open.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // stopped by the client, or the socket is going
        }
        catch (ExecutionError refusal)
        {
            await RefuseAsync(open, refusal, user).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // nothing of an unexpected failure reaches the client, and the other operations go on
        catch (Exception failure)
        {
            await RefuseAsync(open, house.Masking.Hide(failure, field: null), user).ConfigureAwait(false);
        }
#pragma warning restore CA1031
        finally
        {
            _open.TryRemove(new(open.Id, open));
            _running.TryRemove(open, out _);
            open.Dispose();
        }
    }

    private async Task AnswerAsync(OpenOperation open, JsonElement body, ClaimsPrincipal user, CancellationToken cancel)
    {
        var request = OperationRequest.From(body, house.Json);
        var operation = house.Runner.Admit(request, user, mayStream: true);
        using var place = operation.Operation.Operation == OperationType.Subscription
            ? null
            : await house.TakePlace(user, cancel).ConfigureAwait(false) ?? throw BusyError.Places();
        var scope = house.Scopes.CreateAsyncScope();
        await using var _ = scope.ConfigureAwait(false);
        var result = await house.Runner.RunAsync(request, operation, new(user, scope.ServiceProvider), cancel).ConfigureAwait(false);
        if (result.Streams?.Values.FirstOrDefault() is PulledResponses stream)
        {
            await foreach (var response in stream.ReadAsync(cancel).ConfigureAwait(false))
                await sender.SendAsync("next", open.Id, house.Masking.Tidy(response, user), cancel).ConfigureAwait(false);
        }
        else if (result.Executed && operation.Operation.Operation != OperationType.Subscription)
        {
            await sender.SendAsync("next", open.Id, result, cancel).ConfigureAwait(false);
        }
        else
        {
            await LastAsync("error", open, result.Errors).ConfigureAwait(false);
            return;
        }
        await LastAsync<object>("complete", open, payload: null).ConfigureAwait(false);
    }

    private async Task RefuseAsync(OpenOperation open, ExecutionError refusal, ClaimsPrincipal user)
    {
        try
        {
            await LastAsync("error", open, house.Masking.Tidy(new(refusal), user).Errors).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
        }
    }

    /// <summary>An operation's last message. The client may use the id again as soon as it reads it, so it is free before.</summary>
    private Task LastAsync<T>(string type, OpenOperation open, T? payload)
    {
        _open.TryRemove(new(open.Id, open));
        return sender.SendAsync(type, open.Id, payload, open.Token);
    }
}
