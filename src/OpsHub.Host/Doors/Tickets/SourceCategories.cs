using Microsoft.Extensions.Options;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Cases;
using OpsHub.Host.Options;
using OpsHub.Host.Seeds;

namespace OpsHub.Host.Doors.Tickets;

/// <summary>What another system's category means here (类别对照): data, in a file that is read once. Whether there is such a category is asked each time:
/// categories are added while the hub runs, and aren't known yet when the file is read. G006, G008.</summary>
internal sealed class SourceCategories
{
    private static readonly string[] Columns = ["system", "sourceCode", "category", "kind"];

    private readonly Dictionary<(string System, string Code), MappedCategory> _known = [];
    private readonly IRuleBook _rules;

    /// <exception cref="SeedFileException">The file is malformed, or maps a code twice.</exception>
    public SourceCategories(IOptions<DoorOptions> doors, IOptions<SeedOptions> seeds, IRuleBook rules)
    {
        (_rules, File) = (rules, doors.Value.CategoryMap);
        if (File.Length > 0)
            CsvRows.Read(seeds.Value.PathOf(File), Columns, Add);
    }

    /// <summary>Name of the file; empty for none.</summary>
    public string File { get; }

    /// <summary>What the file names and there isn't now.</summary>
    public IReadOnlyList<string> Unknown => [.. _known.Values.Select(m => m.Category).Where(c => !Exists(c)).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Our category for a system's code; null when the file has none, or one that there isn't.</summary>
    public MappedCategory? Find(string system, string code) => _known.GetValueOrDefault((system, code)) is { } mapped && Exists(mapped.Category) ? mapped : null;

    private bool Exists(string category) => _rules.Current.Cases.Categories.TryGetValue(category, out var found) && found.Parent is not null;

    private bool Add(CsvRow row)
    {
        var mapped = new MappedCategory(row["category"], row["kind"] switch
        {
            "component" => CaseKind.Component,
            "event" => CaseKind.Event,
            var kind => throw row.Wrong("kind", $"“{kind}”应为 component 或 event", $"'{kind}' must be component or event"),
        });
        return _known.TryAdd((row["system"], row["sourceCode"]), mapped) ? true
            : throw row.Wrong("sourceCode", $"“{row["sourceCode"]}”已在前面对照过", $"'{row["sourceCode"]}' was mapped before");
    }
}

/// <summary>What a code was mapped to.</summary>
/// <param name="Category">Second-level category.</param>
/// <param name="Kind">Component or event.</param>
internal sealed record MappedCategory(string Category, CaseKind Kind);
