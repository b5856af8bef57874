using System.ComponentModel.DataAnnotations;

namespace OpsHub.GraphQL.Hierarchy;

/// <summary>Section <c>OpsHub:Past</c>: what a question about a past instant may cost.</summary>
public sealed class PastOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "OpsHub:Past";

    /// <summary>Cases that may be looked at for one unit's figures at a past instant; more are refused with TOO_MANY_CASES.</summary>
    [Range(1, 10_000_000)]
    public int MaxCases { get; set; } = 50_000;
}
