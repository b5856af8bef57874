namespace OpsHub.Storage.Index;

/// <summary>A row of table Consultations, column by column; see scripts 0010, 0016, 0024, 0030 and 0032 for what the columns hold.</summary>
internal sealed class ConsultationRecord
{
    public required string ConsultationKey { get; init; }
    public required long Version { get; init; }
    public required string Number { get; init; }
    public required string Title { get; init; }
    public required long Variant { get; init; }
    public required long Stage { get; init; }
    public required long Category { get; init; }
    public required string? Grid { get; init; }
    public required string? Community { get; init; }
    public required string Township { get; init; }
    public required string County { get; init; }
    public required string City { get; init; }
    public required string Lead { get; init; }
    public required string? DelegatedBy { get; init; }
    public required long Round { get; init; }
    public required long DueAt { get; init; }
    public required string? DueDuty { get; init; }
    public required long AnnounceDueAt { get; init; }
    public required long? SessionAt { get; init; }
    public required long BeganAt { get; init; }
    public required long? EndedAt { get; init; }
    public required long ChangedAt { get; init; }
    public required string Communities { get; init; }
    public required long IsOpen { get; init; }
    public required long PlanDueMinute { get; init; }
    public required string AnnounceDueMinutes { get; init; }
    public required long HardDueMinute { get; init; }
    public required long DueMinute { get; init; }
    public required long Breached { get; init; }
    public required long VoteAhead { get; init; }
    public required long SessionMinute { get; init; }
    public required long Provisional { get; init; }
    public required long PlansDue { get; init; }
    public required long PlansOnTime { get; init; }
    public required long AnnouncementsDue { get; init; }
    public required long AnnouncementsOnTime { get; init; }
    public required long SessionsEnded { get; init; }
    public required long? Agreed { get; init; }
    public required long? CarriedOut { get; init; }
    public required long Ballots { get; init; }
    public required long Satisfied { get; init; }
    public required long Papers { get; init; }
    public required long Published { get; init; }
    public required long? Proposed { get; init; }
    public required long ReviewOpen { get; init; }
    public required string OpenDuties { get; init; }
    public required long? DelegatedStage { get; init; }
}

/// <summary>A row of table ConsultationCommunities.</summary>
internal sealed class ConcernedRecord
{
    public required string ConsultationKey { get; init; }
    public required string Community { get; init; }
    public required string Township { get; init; }
    public required string County { get; init; }
    public required string City { get; init; }
    public required long Version { get; init; }
}
