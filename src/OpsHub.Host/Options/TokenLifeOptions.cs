using System.ComponentModel.DataAnnotations;

namespace OpsHub.Host.Options;

/// <summary>Section <c>OpsHub:Tokens</c>: how long bearer tokens live.</summary>
public sealed class TokenLifeOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "OpsHub:Tokens";

    /// <summary>Hours of a token got by signing in.</summary>
    [Range(1, 168)]
    public int SignInHours { get; set; } = 12;

    /// <summary>Days of an issued token that doesn't say.</summary>
    [Range(1, 3650)]
    public int Days { get; set; } = 30;

    /// <summary>Seconds within which a revocation is known to every process.</summary>
    [Range(1, 300)]
    public int RevocationSeconds { get; set; } = 5;
}
