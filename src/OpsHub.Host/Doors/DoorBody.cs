using System.Net.Mime;
using System.Text;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace OpsHub.Host.Doors;

/// <summary>Reads a request's body as UTF-8, whole, within the server's bound. Other encodings are refused by name: read as UTF-8 they would be kept
/// as garbage that nobody can mend.</summary>
internal static class DoorBody
{
    /// <summary>Newline-delimited JSON.</summary>
    public const string Lines = "application/x-ndjson";

    /// <summary>Media type of the request, lower case, without parameters; empty when none is given.</summary>
    public static string MediaOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var media) ? media.MediaType.Value!.ToLowerInvariant() : "";

    /// <summary>The body's text.</summary>
    /// <exception cref="DoorRefusedException">Another media type or encoding, or too large.</exception>
    public static async Task<string> Text(HttpRequest request, IReadOnlyList<string> permitted, CancellationToken cancel)
    {
        if (!permitted.Contains(MediaOf(request)))
        {
            throw new DoorRefusedException(
                DoorRefusals.Body($"Content-Type 应为 {string.Join("、", permitted)}", $"Content-Type must be {string.Join(" or ", permitted)}"), StatusCodes.Status415UnsupportedMediaType);
        }

        if (MediaTypeHeaderValue.Parse(request.ContentType).Charset is { HasValue: true } charset && !charset.Value!.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            throw new DoorRefusedException(
                DoorRefusals.Body($"只接受 UTF-8 编码，不接受 {Shown(charset.Value)}", $"only UTF-8 is taken, not {Shown(charset.Value)}"), StatusCodes.Status415UnsupportedMediaType);
        }

        var bytes = await Bytes(request, cancel);
        var content = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsSpan(3) : bytes;
        return Utf8.IsValid(content)
            ? Encoding.UTF8.GetString(content)
            : throw new DoorRefusedException(DoorRefusals.Body("请求不是有效的 UTF-8（可能是 GBK），请转换后重发", "the body is no valid UTF-8 (perhaps GBK); convert it and send again"));
    }

    /// <summary>JSON, as most doors take it.</summary>
    public static readonly string[] Json = [MediaTypeNames.Application.Json];

    private static async Task<byte[]> Bytes(HttpRequest request, CancellationToken cancel)
    {
        try
        {
            using var memory = new MemoryStream();
            await request.Body.CopyToAsync(memory, cancel);
            return memory.ToArray();
        }
        catch (BadHttpRequestException bad)
        {
            throw new DoorRefusedException(
                DoorRefusals.Body($"请求过大或不完整（最多 {Most(request)} KiB）", $"the body is too large ({Most(request)} KiB at most) or incomplete: {bad.Message}"), bad.StatusCode);
        }
    }

    private static long? Most(HttpRequest request) => request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize >> 10;

    private static string Shown(string charset) => charset.Length <= 20 && charset.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? charset : "?";
}
