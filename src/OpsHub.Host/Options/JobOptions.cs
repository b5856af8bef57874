using System.ComponentModel.DataAnnotations;

namespace OpsHub.Host.Options;

/// <summary>Section <c>OpsHub:Jobs</c>: scheduled jobs.</summary>
public sealed class JobOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "OpsHub:Jobs";

    /// <summary>Seconds after a start before jobs make up for what was missed while the hub was down.</summary>
    [Range(0, 3600)]
    public int AfterStartSeconds { get; set; } = 120;
}
