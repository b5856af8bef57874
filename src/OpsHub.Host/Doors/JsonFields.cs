using System.Text.Json;

namespace OpsHub.Host.Doors;

/// <summary>Reads a JSON object field by field; whatever is missing, malformed or unknown is refused by the field's name.</summary>
internal sealed class JsonFields
{
    private readonly Dictionary<string, JsonElement> _fields = new(StringComparer.Ordinal);
    private readonly string _path;

    /// <param name="json">The object.</param>
    /// <param name="path">Its place, with a dot at the end, or empty.</param>
    /// <param name="known">All fields that there are; others are refused rather than passed over.</param>
    /// <exception cref="DoorRefusedException">It is no object, or has other fields.</exception>
    public JsonFields(JsonElement json, string path, IReadOnlyList<string> known)
    {
        _path = path;
        if (json.ValueKind != JsonValueKind.Object)
            throw new DoorRefusedException(DoorRefusals.Input(path.TrimEnd('.'), "应为 JSON 对象", "must be a JSON object"));
        foreach (var field in json.EnumerateObject())
        {
            var name = NameOf(field);
            if (!known.Contains(name))
                throw new DoorRefusedException(DoorRefusals.Input(path + (name.Length > 40 ? name[..40] : name), $"没有这个字段；可用：{string.Join("、", known)}", $"there is no such field; there are {string.Join(", ", known)}"));
            if (field.Value.ValueKind != JsonValueKind.Null && !_fields.TryAdd(name, field.Value))
                throw new DoorRefusedException(DoorRefusals.Input(path + name, "出现了两次", "stands twice"));
        }
    }

    public string Text(string name, string rule = "G019", string clause = "三(四)") =>
        OptionalText(name) is { } text && !string.IsNullOrWhiteSpace(text) ? text : throw Refused(name, "必填", "is required", rule, clause);

    public string? OptionalText(string name)
    {
        if (!_fields.TryGetValue(name, out var value))
            return null;
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : throw Refused(name, "应为字符串", "must be a string");
        }
        catch (InvalidOperationException)
        {
            throw Refused(name, "含有不完整的代理字符", "holds half of a surrogate pair");
        }
    }

    /// <summary>A name in upper case with underscores, e.g. <c>HOTLINE_12345</c>.</summary>
    public T? Choice<T>(string name) where T : struct, Enum
    {
        if (OptionalText(name) is not { } text)
            return null;
        foreach (var value in Enum.GetValues<T>())
        {
            if (DoorNames.Of(value) == text)
                return value;
        }

        var all = Enum.GetValues<T>().Select(v => DoorNames.Of(v)).ToList();
        throw Refused(name, $"应为 {string.Join("、", all)}", $"must be {string.Join(" or ", all)}");
    }

    public DateTimeOffset? Instant(string name) => OptionalText(name) is not { } text ? null
        : DoorInstants.TryParse(text, out var at) ? at
        : throw Refused(name, "应为带时区的时间，如 2026-11-23T08:30:00+08:00", "must be an instant with its offset, e.g. 2026-11-23T08:30:00+08:00");

    public double? Number(string name, double most)
    {
        if (!_fields.TryGetValue(name, out var value))
            return null;
        return value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && Math.Abs(number) <= most
            ? number
            : throw Refused(name, $"应为 -{most} 至 {most} 的数", $"must be a number from -{most} to {most}");
    }

    public JsonFields? Part(string name, IReadOnlyList<string> known) =>
        _fields.TryGetValue(name, out var value) ? new JsonFields(value, $"{_path}{name}.", known) : null;

    public DoorRefusedException Refused(string name, string zh, string en, string rule = "HUB", string clause = "") =>
        new(DoorRefusals.Input(_path + name, zh, en, rule, clause));

    private static string NameOf(JsonProperty field)
    {
        try
        {
            return field.Name;
        }
        catch (InvalidOperationException) // half of a surrogate pair
        {
            return "?";
        }
    }
}
