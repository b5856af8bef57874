namespace OpsHub.GraphQL.Consultations;

/// <summary>Which fields of a consultation the index answers alone.</summary>
internal static class ConsultationFields
{
    public static readonly IReadOnlySet<string> OfRow = new HashSet<string>(StringComparer.Ordinal)
    {
        "__typename", "id", "number", "title", "variant", "stage", "round", "open", "category", "unit", "grid", "community", "township", "county", "communities",
        "lead", "delegatedBy", "breached", "dueAt", "overdue", "announcementDueAt", "sessionAt", "beganAt", "changedAt", "endedAt", "proposedVariant", "reviewOpen", "openDuties", "delegatedStage",
    };
}
