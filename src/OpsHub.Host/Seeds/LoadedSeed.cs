namespace OpsHub.Host.Seeds;

/// <summary>A seed as last loaded.</summary>
internal sealed class LoadedSeed
{
    public required string Name { get; init; }

    /// <summary>SHA-256 of what was loaded.</summary>
    public required string Hash { get; set; }

    public required DateTimeOffset LoadedAt { get; set; }
}
