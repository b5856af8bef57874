using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using System.Xml;
using System.Xml.Linq;

namespace OpsHub.Host.Doors.Open311;

/// <summary>Writes an answer as XML or JSON, both from one tree, so that they can't say different things.</summary>
internal static class Open311Writer
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>True for a format that there is.</summary>
    public static bool Knows(string format) => format is "json" or "xml";

    /// <summary>The answer in a format; XML for those that there aren't, as the specification requires it.</summary>
    public static IResult Write(object root, string format, int status) => format == "json"
        ? Results.Content(Json(root)!.ToJsonString(Readable), "application/json; charset=utf-8", statusCode: status)
        : Results.Bytes(Document(root), "text/xml; charset=utf-8").With(status);

    private static JsonNode? Json(object? value) => value switch
    {
        null => null,
        Thing thing => new JsonObject(thing.Fields.Select(f => KeyValuePair.Create(f.Name, Json(f.Value)))),
        Listing list => new JsonArray([.. list.Items.Select(Json)]),
        bool yes => yes,
        int number => number,
        _ => Text(value),
    };

    private static byte[] Document(object root)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
            new XDocument(root is Thing thing ? Xml(thing.Name, thing) : Xml(((Listing)root).Name, root)).Save(writer);
        return bytes.ToArray();
    }

    private static XElement Xml(string name, object? value) => value switch
    {
        Thing thing => new XElement(name, thing.Fields.Select(f => Xml(f.Name, f.Value))),
        Listing list => new XElement(name, list.Items.Select(i => Xml(list.Item, i))),
        null => new XElement(name),
        _ => new XElement(name, Permitted(Text(value))),
    };

    private static string Text(object value) => value switch
    {
        bool yes => yes ? "true" : "false",
        DateTimeOffset at => DoorInstants.Text(at),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    // Two code points that JSON carries are none of XML's.
    private static string Permitted(string text) => text.AsSpan().ContainsAny('\uFFFE', '\uFFFF') ? text.Replace('\uFFFE', '\uFFFD').Replace('\uFFFF', '\uFFFD') : text;

    private static IResult With(this IResult result, int status) => new WithStatus(result, status);

    private sealed class WithStatus(IResult result, int status) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = status;
            return result.ExecuteAsync(httpContext);
        }
    }
}
