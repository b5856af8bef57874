using System.Collections.Frozen;
using OpsHub.Contracts.Index;

namespace OpsHub.Host.Seeds;

/// <summary>Reads the departments of the guidance list.</summary>
internal static class DepartmentFile
{
    public static IReadOnlyDictionary<string, Department> Read(string path)
    {
        var departments = CsvRows.Read(path, ["id", "name", "nameEn"], row => new Department(row["id"], row["name"], row["nameEn"]));
        if (departments.GroupBy(d => d.Id).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new SeedFileException(path, 1, $"编号 {twice.Key} 重复", $"the id {twice.Key} stands twice");
        return departments.ToFrozenDictionary(d => d.Id);
    }
}
