using GraphQLParser.AST;
using GraphQL.Types;

namespace OpsHub.GraphQL.Cases;

/// <summary>Which fields of a case the index answers alone.</summary>
internal static class CaseFields
{
    private static readonly HashSet<string> OfRow = new(StringComparer.Ordinal)
    {
        "__typename", "id", "number", "stage", "category", "title", "priority", "grid", "community", "township", "county",
        "holder", "holderSince", "lead", "assists", "returns", "reportedAt", "dueAt", "overdue", "emergency", "changedAt", "urgedLevel", "escalation",
    };

    public static bool RowSuffices(Dictionary<string, (GraphQLField Field, FieldType FieldType)>? asked) =>
        asked is null || asked.Values.All(f => OfRow.Contains(f.FieldType.Name));
}
