using Microsoft.Extensions.Logging;

namespace OpsHub.Grains.Publishing;

internal static partial class RepublisherLog
{
    [LoggerMessage(LogLevel.Warning, "Publishing {Subject} again failed (attempt {Attempts})")]
    public static partial void Failed(ILogger logger, string subject, int attempts, Exception error);

    [LoggerMessage(LogLevel.Warning, "A round of publishing again failed; the marks stand")]
    public static partial void RoundFailed(ILogger logger, Exception error);

    [LoggerMessage(LogLevel.Error, "This machine's clock differs from the database's by {Seconds:F1} s; the database's is used. Check time synchronisation")]
    public static partial void ClockDiffers(ILogger logger, double seconds);
}
