using System.Security.Cryptography;

namespace OpsHub.Host.Notices;

/// <summary>How long a failing channel waits (退避重试): twice as long after each failure, from five seconds to half an hour, a quarter more or less,
/// so that many channels of one receiver don't come at once.</summary>
internal static class Backoff
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    /// <param name="failures">Failures before this one.</param>
    /// <param name="jitter">0 to 1.</param>
    public static TimeSpan After(int failures, double jitter) =>
        Math.Min(First.TotalSeconds * Math.Pow(2, Math.Min(failures, 20)), Longest.TotalSeconds) * TimeSpan.FromSeconds(0.75 + (0.5 * jitter));

    public static TimeSpan After(int failures) => After(failures, RandomNumberGenerator.GetInt32(1001) / 1000.0);
}
