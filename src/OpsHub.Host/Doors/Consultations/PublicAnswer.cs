using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace OpsHub.Host.Doors.Consultations;

/// <summary>An answer that caches may keep for everyone: with its tag, and without its body where the caller has it already.</summary>
internal static class PublicAnswer
{
    /// <summary>HTML.</summary>
    public const string Html = "text/html; charset=utf-8";

    /// <summary>JSON.</summary>
    public const string Json = "application/json; charset=utf-8";

    private const string MayKeep = "public, max-age=60";

    /// <summary>The answer.</summary>
    /// <param name="http">The request.</param>
    /// <param name="body">Text of the body.</param>
    /// <param name="media">Its media type.</param>
    /// <param name="kept">Cache-Control.</param>
    public static IResult Of(HttpContext http, string body, string media, string kept = MayKeep)
    {
        // Weak: compression changes the bytes and not what they say.
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)))[..32]}\"", isWeak: true);
        var headers = http.Response.GetTypedHeaders();
        headers.ETag = tag;
        http.Response.Headers.CacheControl = kept;
        http.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        return http.Request.GetTypedHeaders().IfNoneMatch.Any(t => t.Tag == "*" || t.Compare(tag, useStrongComparison: false))
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Text(body, media);
    }

    /// <summary>True when the caller asks for JSON rather than for a page.</summary>
    public static bool WantsJson(HttpRequest request) =>
        request.Headers.Accept.ToString() is var accept && accept.Contains("application/json", StringComparison.OrdinalIgnoreCase) && !accept.Contains("text/html", StringComparison.OrdinalIgnoreCase);

    /// <summary>True when the caller reads English.</summary>
    public static bool IsEnglish(HttpRequest request) => request.Query["lang"].ToString().Equals("en", StringComparison.OrdinalIgnoreCase);
}
