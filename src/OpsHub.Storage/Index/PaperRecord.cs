namespace OpsHub.Storage.Index;

/// <summary>A published document of a consultation as it lies in the table ConsultationPapers.</summary>
internal sealed class PaperRecord
{
    public required string Paper { get; init; }

    public required string ConsultationKey { get; init; }

    /// <summary>0 for a notice, otherwise the kind of announcement and one.</summary>
    public required long Kind { get; init; }

    public required long Id { get; init; }

    public required long At { get; init; }

    public long? Due { get; init; }

    public required long Late { get; init; }

    public required long Version { get; init; }
}
