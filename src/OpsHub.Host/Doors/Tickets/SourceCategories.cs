using Microsoft.Extensions.Options;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Cases;
using OpsHub.Host.Options;
using OpsHub.Host.Seeds;

namespace OpsHub.Host.Doors.Tickets;

/// <summary>What another system's category means here (类别对照): data, in a file that is read once. G006, G008.</summary>
internal sealed class SourceCategories
{
    private static readonly string[] Columns = ["system", "sourceCode", "category", "kind"];

    private readonly Dictionary<(string System, string Code), MappedCategory> _known;

    /// <exception cref="SeedFileException">The file is malformed, or names a category that there isn't.</exception>
    public SourceCategories(IOptions<DoorOptions> doors, IOptions<SeedOptions> seeds, IRuleBook rules)
    {
        var (file, categories) = (doors.Value.CategoryMap, rules.Current.Cases.Categories);
        _known = file.Length == 0 ? [] : CsvRows.Read(seeds.Value.PathOf(file), Columns, row => (
                Key: (row["system"], row["sourceCode"]),
                Value: new MappedCategory(
                    categories.TryGetValue(row["category"], out var category) && category.Parent is not null
                        ? category.Code : throw row.Wrong("category", $"没有二级类别“{row["category"]}”", $"there is no second-level category '{row["category"]}'"),
                    row["kind"] switch
                    {
                        "component" => CaseKind.Component,
                        "event" => CaseKind.Event,
                        var kind => throw row.Wrong("kind", $"“{kind}”应为 component 或 event", $"'{kind}' must be component or event"),
                    })))
            .ToDictionary(r => r.Key, r => r.Value);
    }

    /// <summary>Our category for a system's code; null when the file has none.</summary>
    public MappedCategory? Find(string system, string code) => _known.GetValueOrDefault((system, code));
}

/// <summary>What a code was mapped to.</summary>
/// <param name="Category">Second-level category.</param>
/// <param name="Kind">Component or event.</param>
internal sealed record MappedCategory(string Category, CaseKind Kind);
