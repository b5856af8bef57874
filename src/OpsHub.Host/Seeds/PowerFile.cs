using System.Collections.Immutable;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Host.Seeds;

/// <summary>Reads who holds which enforcement powers (执法权登记): of departments, the same in every county, and of townships to which some were delegated. R031, T027.</summary>
internal static class PowerFile
{
    private static readonly string[] Columns = ["holder", "category", "source", "generated"];

    /// <param name="path">The file.</param>
    /// <param name="categories">Categories of both levels.</param>
    /// <param name="departments">Departments by id.</param>
    /// <param name="generatedToo">Whether rows marked as generated for demonstration count.</param>
    public static ImmutableDictionary<string, ImmutableHashSet<string>> Read(
        string path, IReadOnlyDictionary<string, CaseCategory> categories, IReadOnlyDictionary<string, Department> departments, bool generatedToo) =>
        CsvRows.Read(path, Columns, row => (Holder: Holder(row, departments), Category: Category(row, categories), Counts: generatedToo || row["generated"] != "true"))
            .Where(r => r.Counts)
            .GroupBy(r => r.Holder, StringComparer.Ordinal)
            .ToImmutableDictionary(g => g.Key, g => g.Select(r => r.Category).ToImmutableHashSet(StringComparer.Ordinal), StringComparer.Ordinal);

    // Never a community: enforcement isn't led by one (R031).
    private static string Holder(CsvRow row, IReadOnlyDictionary<string, Department> departments) =>
        departments.ContainsKey(row["holder"]) || (UnitCode.TryParse(row["holder"], out var unit) && unit.Level == UnitLevel.Township)
            ? row["holder"]
            : throw row.Wrong("holder", $"“{row["holder"]}”应为部门编号或乡镇街道代码", $"'{row["holder"]}' is neither a department's id nor a township's code");

    private static string Category(CsvRow row, IReadOnlyDictionary<string, CaseCategory> categories) =>
        categories.ContainsKey(row["category"]) ? row["category"] : throw row.Wrong("category", $"没有类别“{row["category"]}”", $"there is no category '{row["category"]}'");
}
