using System.Text.Json;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Host.Replay;

/// <summary>A category as the replay needs it.</summary>
/// <param name="Code">Second-level code.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="Kind">COMPONENT or EVENT.</param>
/// <param name="Limit">Limit for handling it, as calendar time.</param>
/// <param name="Department">Id of the department that usually owns it, or null: then the community handles it.</param>
internal sealed record ReplayCategory(string Code, string Name, string Kind, TimeSpan Limit, string? Department);

/// <summary>Maps types of the stream to categories; unknown ones fall back and are counted.</summary>
internal sealed class ReplayCategories
{
    private const string Fallback = "W02-99";

    // Ours for what is an emergency by nature, where its category has no shorter limit.
    private static readonly TimeSpan OfEmergencies = TimeSpan.FromHours(2);
    private const string Query = "{categories{code parent name kind limit limitUnit emergency defaultDepartment}}";

    private readonly Dictionary<string, string> _types;
    private readonly Dictionary<string, ReplayCategory> _categories;
    private readonly Dictionary<string, int> _unknown = [];

    private ReplayCategories(Dictionary<string, string> types, Dictionary<string, ReplayCategory> categories)
    {
        _types = types;
        _categories = categories;
    }

    /// <summary>Types that had no category, with how often.</summary>
    public IReadOnlyDictionary<string, int> Unknown => _unknown;

    /// <summary>Reads the map file and asks the API for categories.</summary>
    /// <param name="file">CSV with the columns bostonType (or type) and categoryCode.</param>
    /// <param name="client">API.</param>
    /// <param name="departments">Department ids by Chinese name.</param>
    /// <param name="city">City.</param>
    /// <param name="cancel">Cancels.</param>
    public static async Task<ReplayCategories> Load(
        string file, ReplayClient client, IReadOnlyDictionary<string, string> departments, UnitCode city, CancellationToken cancel)
    {
        var rows = CsvRows.Parse(await File.ReadAllTextAsync(file, cancel));
        if (rows is not [[_, "categoryCode", ..], ..])
            throw new BadStreamException($"{file}: line 1: the columns type and categoryCode are missing / 第 1 行缺少列 categoryCode");
        var answer = await client.Send(Role.Auditor, OrganCode.Of(city), Query, null, cancel);
        var categories = answer.GetProperty("categories").EnumerateArray()
            .Where(c => c.GetProperty("parent").ValueKind == JsonValueKind.String)
            .Select(c => new ReplayCategory(
                c.GetProperty("code").GetString()!,
                c.GetProperty("name").GetString()!,
                c.GetProperty("kind").GetString() ?? "EVENT",
                c.GetProperty("emergency").GetBoolean() && Limit(c) > OfEmergencies ? OfEmergencies : Limit(c),
                c.GetProperty("defaultDepartment").GetString() is { } name ? departments.GetValueOrDefault(name) : null))
            .ToDictionary(c => c.Code);
        return new(rows.Skip(1).ToDictionary(r => r[0], r => r[1]), categories);
    }

    // Working days as calendar time: five in seven. Three working days where the category names no limit.
    private static TimeSpan Limit(JsonElement category) => category.GetProperty("limit") is { ValueKind: JsonValueKind.Number } limit
        ? category.GetProperty("limitUnit").GetString() switch
        {
            { } unit when unit.Contains("hour", StringComparison.OrdinalIgnoreCase) => TimeSpan.FromHours(limit.GetInt32()),
            _ => TimeSpan.FromDays(limit.GetInt32() * 1.4),
        }
        : TimeSpan.FromDays(4.2);

    /// <summary>The category of a type.</summary>
    public ReplayCategory Of(string type)
    {
        if (_types.TryGetValue(type, out var code) && _categories.TryGetValue(code, out var category))
            return category;
        lock (_unknown)
            _unknown[type] = _unknown.GetValueOrDefault(type) + 1;
        return _categories[Fallback];
    }
}
