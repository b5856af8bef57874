namespace OpsHub.Storage.Index;

/// <summary>A row of table Cases, column by column; see script 0003 for what the columns hold.</summary>
internal sealed class CaseRecord
{
    public required string CaseKey { get; init; }
    public required long Version { get; init; }
    public required string Number { get; init; }
    public required long Stage { get; init; }
    public required string Category { get; init; }
    public required string Title { get; init; }
    public required string Grid { get; init; }
    public required string Community { get; init; }
    public required string Township { get; init; }
    public required string County { get; init; }
    public required string City { get; init; }
    public required string Holder { get; init; }
    public required long HolderSince { get; init; }
    public required string? Lead { get; init; }
    public required string Assists { get; init; }
    public required long ReportedAt { get; init; }
    public required long? ClosedAt { get; init; }
    public required long DueAt { get; init; }
    public required long Priority { get; init; }
    public required long Returns { get; init; }

    public required long Escalation { get; init; }
    public required long ChangedAt { get; init; }
    public required long CountedStage { get; init; }
    public required string Class { get; init; }
    public required long ReportedHour { get; init; }
    public required long ClosedHour { get; init; }
    public required long DueMinute { get; init; }
    public required long HandlingDueDay { get; init; }
    public required long FedBack { get; init; }
    public required long? OnTime { get; init; }
    public required long Emergency { get; init; }
    public required long UrgedLevel { get; init; }
    public required long Reopened { get; init; }
    public required long Provisional { get; init; }
    public required long CountedUntil { get; init; }
}
