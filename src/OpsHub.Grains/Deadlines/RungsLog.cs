using Microsoft.Extensions.Logging;

namespace OpsHub.Grains.Deadlines;

internal static partial class RungsLog
{
    [LoggerMessage(LogLevel.Warning, "Scanning {Shard} failed; it scans again in seconds")]
    public static partial void ScanFailed(ILogger logger, string shard, Exception error);

    [LoggerMessage(LogLevel.Information, "Reading {Subject} ahead of its term failed")]
    public static partial void WakeFailed(ILogger logger, string subject, Exception error);

    [LoggerMessage(LogLevel.Warning, "Firing rungs of {Subject} failed; it is tried again")]
    public static partial void FireFailed(ILogger logger, string subject, Exception error);
}
