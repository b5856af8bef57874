using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace OpsHub.GraphQL.Transports.Http;

/// <summary>What a caller accepts as an answer.</summary>
internal enum AnswerKind { None, GraphQL, Json, EventStream }

internal static class AnswerMedia
{
    public const string GraphQL = "application/graphql-response+json";
    public const string Json = "application/json";
    public const string EventStream = "text/event-stream";

    /// <summary>The best of what is accepted; plain JSON where nothing is said, as older clients expect.</summary>
    public static AnswerKind Negotiate(HttpRequest request)
    {
        var accepted = request.Headers.Accept;
        if (accepted.Count == 0 || accepted.All(string.IsNullOrWhiteSpace))
            return AnswerKind.Json;
        if (!MediaTypeHeaderValue.TryParseList([.. accepted.OfType<string>()], out var ranges))
            return AnswerKind.None;
        return ranges.Where(r => r.Quality is not 0 && IsUtf8(r.Charset.Value)).OrderByDescending(r => r.Quality ?? 1)
            .Select(Kind).FirstOrDefault(k => k != AnswerKind.None);
    }

    /// <summary>Whether the body says that it is JSON in UTF-8.</summary>
    public static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase) && IsUtf8(type.Charset.Value);

    public static string Name(AnswerKind kind) => kind == AnswerKind.GraphQL ? GraphQL : Json;

    private static AnswerKind Kind(MediaTypeHeaderValue range) => range.MediaType.Value?.ToLowerInvariant() switch
    {
        GraphQL => AnswerKind.GraphQL,
        Json or "application/*" or "*/*" => AnswerKind.Json,
        EventStream or "text/*" => AnswerKind.EventStream,
        _ => AnswerKind.None,
    };

    private static bool IsUtf8(string? charset) =>
        string.IsNullOrEmpty(charset) || charset.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase);
}
