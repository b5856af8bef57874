namespace OpsHub.Host.Jobs;

/// <summary>A period that a job has done.</summary>
internal sealed class JobPeriod
{
    /// <summary>Name of the job.</summary>
    public required string Job { get; init; }

    /// <summary>The period, e.g. a day <c>2026-11-24</c>.</summary>
    public required string Period { get; init; }

    /// <summary>The unit, or empty for a job without units.</summary>
    public string Unit { get; init; } = "";

    /// <summary>What came of it as JSON, e.g. a digest.</summary>
    public string? Content { get; set; }

    public required DateTimeOffset DoneAt { get; set; }
}
