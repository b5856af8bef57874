using System.Text.Json;
using OpsHub.Domain.Cases;
using OpsHub.Host.Doors.Places;

namespace OpsHub.Host.Doors.Tickets;

/// <summary>Reads tickets from JSON: one object, an array, or one object a line.</summary>
internal static class TicketReader
{
    private static readonly string[] Fields =
        ["system", "number", "title", "text", "kind", "category", "sourceCategory", "place", "priority", "channel", "reportedAt", "contact"];

    private static readonly string[] PlaceFields = ["unit", "address", "latitude", "longitude"];
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8 };

    /// <summary>Elements of a body; an array says that there may be several.</summary>
    /// <exception cref="DoorRefusedException">It isn't JSON.</exception>
    public static (IReadOnlyList<JsonElement> Items, bool IsBatch) Elements(string body)
    {
        var root = Parse(body);
        return root.ValueKind == JsonValueKind.Array ? ([.. root.EnumerateArray()], true) : ([root], false);
    }

    /// <summary>Lines of a body, empty ones left out.</summary>
    public static IReadOnlyList<string> Lines(string body) => body.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <exception cref="DoorRefusedException">It isn't JSON.</exception>
    public static JsonElement Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            return document.RootElement.Clone();
        }
        catch (JsonException bad)
        {
            throw new DoorRefusedException(DoorRefusals.Body($"不是有效的 JSON（第 {bad.LineNumber + 1} 行）", $"not valid JSON: {bad.Message}"));
        }
    }

    /// <summary>The number that an element gives, for answers about elements that are refused; null when it gives none that can be read.</summary>
    public static string? NumberOf(JsonElement json)
    {
        try
        {
            return json.ValueKind == JsonValueKind.Object && json.TryGetProperty("number", out var number) && number.ValueKind == JsonValueKind.String && number.GetString() is { Length: <= 80 } text
                ? text : null;
        }
        catch (InvalidOperationException) // half of a surrogate pair
        {
            return null;
        }
    }

    /// <exception cref="DoorRefusedException">A field is missing, malformed or unknown.</exception>
    public static Ticket Read(JsonElement json)
    {
        var ticket = new JsonFields(json, "", Fields);
        var place = ticket.Part("place", PlaceFields) ?? throw ticket.Refused("place", "必填", "is required", "G011", "三(三)");
        var (category, source) = (ticket.OptionalText("category"), ticket.OptionalText("sourceCategory"));
        if (category is null == source is null)
            throw ticket.Refused("category", "category 与 sourceCategory 须且只须给一个", "exactly one of category and sourceCategory is given", "G006", "二(二)");
        return new Ticket(
            ticket.OptionalText("system")?.Trim(), ticket.Text("number", "G017").Trim(), ticket.Text("title"), ticket.OptionalText("text") ?? "",
            ticket.Choice<CaseKind>("kind"), category, source, PlaceOf(place), ticket.Choice<CasePriority>("priority") ?? CasePriority.Ordinary,
            ticket.Choice<CaseChannel>("channel"), ticket.Instant("reportedAt"), ticket.OptionalText("contact"));
    }

    private static GivenPlace PlaceOf(JsonFields place)
    {
        var (latitude, longitude) = (place.Number("latitude", 90), place.Number("longitude", 180));
        return latitude is null == longitude is null
            ? new GivenPlace(place.OptionalText("unit"), place.OptionalText("address"), latitude, longitude)
            : throw place.Refused("latitude", "latitude 与 longitude 须同时给出", "latitude and longitude are given together");
    }
}
