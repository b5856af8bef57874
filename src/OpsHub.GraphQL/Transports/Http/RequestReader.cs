using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using GraphQL;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using OpsHub.GraphQL.Transports.Execution;

namespace OpsHub.GraphQL.Transports.Http;

/// <summary>Reads the parameters out of a GET's query string or a POST's body, never more of it than is allowed.</summary>
internal sealed class RequestReader(IGraphQLTextSerializer serializer)
{
    public OperationRequest ReadQueryString(IQueryCollection query)
    {
        var named = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["query"] = query["query"].FirstOrDefault(),
            ["operationName"] = query["operationName"].FirstOrDefault(),
        };
        foreach (var name in new[] { "variables", "extensions" })
        {
            if (query[name].FirstOrDefault() is { Length: > 0 } text)
                named[name] = Parse(text, name);
        }
        return OperationRequest.From(JsonSerializer.SerializeToElement(named), serializer);
    }

    public async Task<OperationRequest> ReadBodyAsync(HttpContext http, int maxBytes)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = maxBytes;
        if (http.Request.ContentLength > maxBytes)
            throw new BodyTooLargeError(maxBytes);
        var reader = http.Request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(http.RequestAborted).ConfigureAwait(false);
            if (read.Buffer.Length > maxBytes)
                throw new BodyTooLargeError(maxBytes);
            if (!read.IsCompleted)
            {
                reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                continue;
            }
            try
            {
                return Parse(read.Buffer);
            }
            finally
            {
                reader.AdvanceTo(read.Buffer.End);
            }
        }
    }

    private OperationRequest Parse(ReadOnlySequence<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return OperationRequest.From(document.RootElement, serializer);
        }
        catch (JsonException)
        {
            throw new BadRequestError("The body is not JSON.");
        }
    }

    private static JsonElement Parse(string text, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw new BadRequestError($"The parameter \"{name}\" is not JSON.");
        }
    }
}

/// <summary>More bytes than a request may have.</summary>
internal sealed class BodyTooLargeError : ExecutionError
{
    public BodyTooLargeError(int maxBytes) : base($"The body may have at most {maxBytes} bytes.") => Code = "BODY_TOO_LARGE";
}
