using System.ComponentModel.DataAnnotations;

namespace OpsHub.GraphQL.Hierarchy;

/// <summary>Section <c>OpsHub:Past</c>: what a question about a past instant may cost.</summary>
public sealed class PastOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "OpsHub:Past";

    /// <summary>Cases that may be looked at for one unit's figures at a past instant; more are refused with TOO_MANY_CASES. A city with 100,000 open cases and what it closed of late lies well below the default.</summary>
    [Range(1, 10_000_000)]
    public int MaxCases { get; set; } = 250_000;
}
