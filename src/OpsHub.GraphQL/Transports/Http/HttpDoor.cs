using System.Buffers;
using GraphQL;
using GraphQLParser.AST;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using OpsHub.GraphQL.Transports.Execution;

namespace OpsHub.GraphQL.Transports.Http;

/// <summary>GraphQL over HTTP: one operation per request, GET for queries only, no batches.</summary>
internal sealed class HttpDoor(
    RequestReader reader, OperationRunner runner, GraphQLJson json, Masking masking, SharedAnswers shared, EventStreamDoor events,
    IOptions<GraphQLLimits> limits, IOptions<GraphQLSeams> seams)
{
    public async Task HandleAsync(HttpContext http)
    {
        var kind = AnswerMedia.Negotiate(http.Request);
        if (!await IsAcceptableAsync(http, kind).ConfigureAwait(false))
            return;
        try
        {
            var request = HttpMethods.IsGet(http.Request.Method)
                ? reader.ReadQueryString(http.Request.Query)
                : await reader.ReadBodyAsync(http, limits.Value.MaxBodyBytes).ConfigureAwait(false);
            if (kind == AnswerKind.EventStream)
                await events.HandleAsync(http, request).ConfigureAwait(false);
            else
                await AnswerAsync(http, request, kind).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
        }
        catch (BadHttpRequestException refusal)
        {
            http.Response.StatusCode = refusal.StatusCode; // the server's own bounds, such as a body that comes too slowly
        }
        catch (ExecutionError refusal)
        {
            await RefuseAsync(http, refusal, kind).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // the door's last line: nothing of an unexpected failure reaches the caller
        catch (Exception failure) when (!http.Response.HasStarted)
        {
            await RefuseAsync(http, masking.Hide(failure, field: null), kind).ConfigureAwait(false);
        }
#pragma warning restore CA1031
    }

    private async Task AnswerAsync(HttpContext http, OperationRequest request, AnswerKind kind)
    {
        var operation = runner.Admit(request, http.User, mayStream: false);
        if (HttpMethods.IsGet(http.Request.Method) && operation.Operation.Operation != OperationType.Query)
        {
            http.Response.Headers.Allow = "POST";
            await WriteAsync(http, ToAnswer(new(new BadRequestError("GET is for queries only.")), kind) with { Status = 405 }, kind).ConfigureAwait(false);
            return;
        }
        var caller = new Caller(http.User, http.RequestServices);
        async Task<Answer> ExecuteAsync(CancellationToken cancel) =>
            ToAnswer(await runner.RunAsync(request, operation, caller, cancel).ConfigureAwait(false), kind);

        // An execution that others wait for isn't given up when the caller that began it goes away; its time is bounded.
        var answer = operation.IsLive && seams.Value.ScopeKey(http) is { } scope
            ? await shared.GetAsync(new(request.Query, request.OperationName, request.VariablesText, kind, scope),
                () => ExecuteAsync(CancellationToken.None), http.RequestAborted).ConfigureAwait(false)
            : await ExecuteAsync(http.RequestAborted).ConfigureAwait(false);
        await WriteAsync(http, answer, kind).ConfigureAwait(false);
    }

    private static async Task<bool> IsAcceptableAsync(HttpContext http, AnswerKind kind)
    {
        var refusal = (get: HttpMethods.IsGet(http.Request.Method), post: HttpMethods.IsPost(http.Request.Method)) switch
        {
            (false, false) => StatusCodes.Status405MethodNotAllowed,
            _ when kind == AnswerKind.None => StatusCodes.Status406NotAcceptable,
            (_, post: true) when !AnswerMedia.IsJson(http.Request) => StatusCodes.Status415UnsupportedMediaType,
            _ => 0,
        };
        if (refusal == 0)
            return true;
        http.Response.StatusCode = refusal;
        if (refusal == StatusCodes.Status405MethodNotAllowed)
            http.Response.Headers.Allow = "GET, POST";
        await http.Response.CompleteAsync().ConfigureAwait(false);
        return false;
    }

    private Task RefuseAsync(HttpContext http, ExecutionError refusal, AnswerKind kind) =>
        WriteAsync(http, ToAnswer(masking.Tidy(new(refusal), http.User), kind), kind);

    private Answer ToAnswer(ExecutionResult result, AnswerKind kind)
    {
        var buffer = new ArrayBufferWriter<byte>(4_096);
        json.Write(buffer, result);
        return new(AnswerStatus.Of(result, kind), buffer.WrittenMemory, result is { Executed: true, Errors: null or { Count: 0 } });
    }

    private static async Task WriteAsync(HttpContext http, Answer answer, AnswerKind kind)
    {
        http.Response.StatusCode = answer.Status;
        AnswerStatus.AddHeaders(http, answer.Status);
        http.Response.Headers.CacheControl = "no-store";
        http.Response.ContentType = AnswerMedia.Name(kind) + "; charset=utf-8";
        http.Response.ContentLength = answer.Body.Length;
        await http.Response.Body.WriteAsync(answer.Body, http.RequestAborted).ConfigureAwait(false);
    }
}
