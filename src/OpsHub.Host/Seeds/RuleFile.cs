using System.Collections.Frozen;
using OpsHub.Contracts.Index;

namespace OpsHub.Host.Seeds;

/// <summary>Reads the catalogue of the rules.</summary>
internal static class RuleFile
{
    private static readonly string[] Columns = ["id", "document", "clause", "statement", "timebound", "quote"];

    public static IReadOnlyDictionary<string, PolicyRule> Read(params string[] paths)
    {
        var rules = new Dictionary<string, PolicyRule>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            foreach (var rule in CsvRows.Read(path, Columns, row => new PolicyRule(row["id"], row["document"], row["clause"], row["statement"], row["quote"], row["timebound"])))
            {
                if (!rules.TryAdd(rule.Id, rule))
                    throw new SeedFileException(path, 1, $"编号 {rule.Id} 重复", $"the id {rule.Id} stands twice");
            }
        }

        return rules.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
