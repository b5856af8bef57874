using GraphQL.Types;
using GraphQLParser.AST;

namespace OpsHub.GraphQL.Consultations;

/// <summary>Which fields of a consultation the index answers alone.</summary>
internal static class ConsultationFields
{
    private static readonly HashSet<string> OfRow = new(StringComparer.Ordinal)
    {
        "__typename", "id", "number", "title", "variant", "stage", "round", "open", "category", "unit", "grid", "community", "township", "county", "communities",
        "lead", "delegatedBy", "breached", "dueAt", "overdue", "announcementDueAt", "sessionAt", "beganAt", "changedAt", "endedAt", "proposedVariant", "reviewOpen",
    };

    public static bool RowSuffices(Dictionary<string, (GraphQLField Field, FieldType FieldType)>? asked) =>
        asked is null || asked.Values.All(f => OfRow.Contains(f.FieldType.Name));
}
