using System.ComponentModel.DataAnnotations;

namespace OpsHub.Host.Options;

/// <summary>Section <c>OpsHub:Limits</c>: what one caller may ask of the hub.</summary>
public sealed class LimitOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "OpsHub:Limits";

    /// <summary>Requests a second of one token, on average.</summary>
    [Range(1, 1_000_000)]
    public int RequestsPerSecond { get; set; } = 5_000;

    /// <summary>Requests of one token in a burst.</summary>
    [Range(1, 1_000_000)]
    public int Burst { get; set; } = 10_000;

    /// <summary>Requests a second of one address without a token.</summary>
    [Range(1, 100_000)]
    public int AnonymousPerSecond { get; set; } = 100;

    /// <summary>Sign-in attempts a minute of one address.</summary>
    [Range(1, 10_000)]
    public int SignInsPerMinute { get; set; } = 20;

    /// <summary>Requests in progress at once, apart from sign-in and health.</summary>
    [Range(1, 100_000)]
    public int AtOnce { get; set; } = 512;

    /// <summary>Requests that may wait for their turn; more are answered 429 at once.</summary>
    [Range(0, 100_000)]
    public int Waiting { get; set; } = 2_048;

    /// <summary>Sockets and event streams that one token may have open at once.</summary>
    [Range(1, 1_000_000)]
    public int StreamsPerToken { get; set; } = 1_000;
}
