namespace OpsHub.GraphQL.Cases;

/// <summary>Which fields of a case the index answers alone.</summary>
internal static class CaseFields
{
    public static readonly IReadOnlySet<string> OfRow = new HashSet<string>(StringComparer.Ordinal)
    {
        "__typename", "id", "number", "stage", "category", "title", "priority", "grid", "community", "township", "county",
        "holder", "holderSince", "lead", "assists", "returns", "reportedAt", "dueAt", "overdue", "emergency", "changedAt", "urgedLevel", "escalation",
    };
}
