using System.Buffers;
using GraphQL;
using GraphQLParser.AST;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OpsHub.GraphQL.Transports.Documents;
using OpsHub.GraphQL.Transports.Execution;
using OpsHub.GraphQL.Transports.Streams;

namespace OpsHub.GraphQL.Transports.Http;

/// <summary>GraphQL over server-sent events, one operation per connection, as the graphql-sse client speaks it.</summary>
internal sealed class EventStreamDoor(
    OperationRunner runner, GraphQLJson json, Masking masking, IServiceScopeFactory scopes, TimeProvider clock,
    IHostApplicationLifetime host, OpenStreams streams, IOptions<GraphQLLimits> limits, IOptions<GraphQLSeams> seams)
{
    public async Task HandleAsync(HttpContext http, OperationRequest request)
    {
        ExecutionError? refusal = null;
        PreparedOperation? operation = null;
        try
        {
            operation = runner.Admit(request, http.User, mayStream: true);
            if (HttpMethods.IsGet(http.Request.Method) && operation.Operation.Operation == OperationType.Mutation)
                throw new BadRequestError("GET is for queries and subscriptions only.");
        }
        catch (ExecutionError error) when (error is not (UnauthenticatedError or BadRequestError))
        {
            refusal = error; // an error of the document is told inside the stream
        }
        using var place = operation is null ? null : await EnterAsync(http, operation).ConfigureAwait(false);
        Open(http);
        using var revoked = new CancellationTokenSource();
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, host.ApplicationStopping, revoked.Token);
        var admission = RecheckAsync(http, leaving, revoked);
        var writer = new EventStreamWriter(http, clock, limits.Value);
        await using var _ = writer.ConfigureAwait(false);
        var scope = scopes.CreateAsyncScope();
        await using var __ = scope.ConfigureAwait(false);
        try
        {
            await writer.StartAsync().ConfigureAwait(false);
            if (operation is null)
                await NextAsync(writer, masking.Tidy(new(refusal!), http.User)).ConfigureAwait(false);
            else
                await RunAsync(writer, request, operation, new(http.User, scope.ServiceProvider), leaving.Token).ConfigureAwait(false);
            await CompleteAsync(writer).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (revoked.IsCancellationRequested)
        {
            await FarewellAsync(writer, http).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // the client left, or was left because it stalled; or the host stops, and without "complete" the client comes back
        }
        finally
        {
            await leaving.CancelAsync().ConfigureAwait(false);
            await admission.ConfigureAwait(false);
        }
    }

    // A subscription stays open and is counted as such; what ends by itself takes a place among the requests in progress.
    private async ValueTask<IDisposable> EnterAsync(HttpContext http, PreparedOperation operation) =>
        operation.Operation.Operation == OperationType.Subscription
            ? streams.Enter(http.User) ?? throw BusyError.Streams(limits.Value.MaxStreamsPerCaller)
            : await seams.Value.TakePlace(http.User, http.RequestAborted).ConfigureAwait(false) ?? throw BusyError.Places();

    /// <summary>Says so as soon as the token is no longer good, and with that the stream ends. Over when the stream is.</summary>
    private async Task RecheckAsync(HttpContext http, CancellationTokenSource leaving, CancellationTokenSource revoked)
    {
        if (!GraphQLSeams.IsSignedIn(http.User))
            return;
        using var timer = new PeriodicTimer(limits.Value.Recheck, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(leaving.Token).ConfigureAwait(false))
            {
                var user = await seams.Value.AuthenticateSocket(http, null, leaving.Token).ConfigureAwait(false);
                if (user is not null && GraphQLSeams.IsSignedIn(user))
                    continue;
                await revoked.CancelAsync().ConfigureAwait(false);
                return;
            }
        }
        catch (OperationCanceledException)
        {
        }
        catch
        {
            await leaving.CancelAsync().ConfigureAwait(false); // what can't be checked isn't streamed to
            throw;
        }
    }

    /// <summary>Says to a client whose token was taken away why nothing more comes.</summary>
    private async Task FarewellAsync(EventStreamWriter writer, HttpContext http)
    {
        try
        {
            await NextAsync(writer, masking.Tidy(new(new UnauthenticatedError()), http.User)).ConfigureAwait(false);
            await CompleteAsync(writer).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
        }
    }

    private static Task CompleteAsync(EventStreamWriter writer) => writer.WriteAsync("event: complete\ndata:\n\n"u8.ToArray());

    private async Task RunAsync(EventStreamWriter writer, OperationRequest request, PreparedOperation operation, Caller caller, CancellationToken cancel)
    {
        var result = await runner.RunAsync(request, operation, caller, cancel).ConfigureAwait(false);
        if (result.Streams?.Values.FirstOrDefault() is not PulledResponses stream)
        {
            await NextAsync(writer, result).ConfigureAwait(false);
            return;
        }
        try
        {
            await foreach (var response in stream.ReadAsync(cancel).ConfigureAwait(false))
                await NextAsync(writer, masking.Tidy(response, caller.User)).ConfigureAwait(false);
        }
        catch (ExecutionError ended)
        {
            await NextAsync(writer, masking.Tidy(new(ended), caller.User)).ConfigureAwait(false);
        }
    }

    private Task NextAsync(EventStreamWriter writer, ExecutionResult result)
    {
        var buffer = new ArrayBufferWriter<byte>(1_024);
        buffer.Write("event: next\ndata: "u8);
        json.Write(buffer, result); // JSON has no line breaks of its own
        buffer.Write("\n\n"u8);
        return writer.WriteAsync(buffer.WrittenMemory);
    }

    private static void Open(HttpContext http)
    {
        http.Response.ContentType = AnswerMedia.EventStream + "; charset=utf-8";
        http.Response.Headers.CacheControl = "no-cache";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        // How slow a client may be is decided here, by its stalling, not by the server's bytes per second.
        if (http.Features.Get<IHttpMinResponseDataRateFeature>() is { } rate)
            rate.MinDataRate = null;
    }
}
