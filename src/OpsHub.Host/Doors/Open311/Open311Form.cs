using System.Net;
using System.Net.Mime;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.Extensions.Primitives;
using OpsHub.Host.Doors.Tickets;

namespace OpsHub.Host.Doors.Open311;

/// <summary>What a client posts: form fields as the specification has them, or the same as a JSON object. An empty field is one that isn't there.</summary>
internal sealed class Open311Form(IReadOnlyDictionary<string, StringValues> fields)
{
    private const int MostFields = 100;
    private const string UrlEncoded = "application/x-www-form-urlencoded";

    private static readonly string[] Media = [UrlEncoded, MediaTypeNames.Application.Json];

    /// <summary>A field's text.</summary>
    /// <exception cref="DoorRefusedException">It is given twice.</exception>
    public string? Text(string name)
    {
        if (!fields.TryGetValue(name, out var values) || values.ToString().Length == 0)
            return null;
        if (values.Count > 1)
            throw new DoorRefusedException(DoorRefusals.Input(name, "只能给一次", "is given once"));
        return values[0];
    }

    /// <summary>An attribute of the service's definition: <c>attribute[code]</c>.</summary>
    public string? Attribute(string code) => Text($"attribute[{code}]") ?? Text($"attribute[{code}][]");

    /// <summary>Reads a request's body.</summary>
    /// <exception cref="DoorRefusedException">It can't be read.</exception>
    public static async Task<Open311Form> Read(HttpRequest request, CancellationToken cancel)
    {
        var body = await DoorBody.Text(request, Media, cancel);
        return new(DoorBody.MediaOf(request) == UrlEncoded ? Pairs(body) : Flat(TicketReader.Parse(body)));
    }

    // The framework's own reader leaves bytes that are no UTF-8 as they were written, and nobody would hear of it.
    private static Dictionary<string, StringValues> Pairs(string body)
    {
        var pairs = body.Split('&', StringSplitOptions.RemoveEmptyEntries);
        if (pairs.Length > MostFields)
            throw new DoorRefusedException(DoorRefusals.Body($"字段最多 {MostFields} 个", $"a form has at most {MostFields} fields"));
        return pairs.Select(p => p.Split('=', 2)).Select(p => (Name: Decoded(p[0]), Value: p.Length == 1 ? "" : Decoded(p[1])))
            .GroupBy(p => p.Name, p => p.Value, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => new StringValues([.. g]), StringComparer.Ordinal);
    }

    private static string Decoded(string text)
    {
        var bytes = WebUtility.UrlDecodeToBytes(Encoding.UTF8.GetBytes(text), 0, Encoding.UTF8.GetByteCount(text));
        return Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes)
            : throw new DoorRefusedException(DoorRefusals.Body("表单不是有效的 UTF-8（可能是 GBK），请转换后重发", "the form is no valid UTF-8 (perhaps GBK); convert it and send again"));
    }

    private static Dictionary<string, StringValues> Flat(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw new DoorRefusedException(DoorRefusals.Body("应为 JSON 对象", "must be a JSON object"));
        try
        {
            return json.EnumerateObject()
                .SelectMany(f => f.NameEquals("attribute") && f.Value.ValueKind == JsonValueKind.Object ? f.Value.EnumerateObject().Select(a => ($"attribute[{a.Name}]", a.Value)) : [(f.Name, f.Value)])
                .GroupBy(f => f.Item1, f => TextOf(f.Item1, f.Value), StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => new StringValues([.. g]), StringComparer.Ordinal);
        }
        catch (InvalidOperationException) // half of a surrogate pair
        {
            throw new DoorRefusedException(DoorRefusals.Body("含有不完整的代理字符", "holds half of a surrogate pair"));
        }
    }

    private static string TextOf(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        JsonValueKind.Null => "",
        _ => throw new DoorRefusedException(DoorRefusals.Input(name.Length <= 60 ? name : name[..60], "应为单个值", "must be a single value")),
    };
}
