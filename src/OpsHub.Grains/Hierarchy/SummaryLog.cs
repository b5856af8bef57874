using Microsoft.Extensions.Logging;

namespace OpsHub.Grains.Hierarchy;

internal static partial class SummaryLog
{
    [LoggerMessage(LogLevel.Warning, "The summary of {Code} did not reach its parent; it is sent again")]
    public static partial void PushFailed(ILogger logger, string code, Exception error);

    [LoggerMessage(LogLevel.Warning, "Observers of {Code} were not told; they are told again")]
    public static partial void TellFailed(ILogger logger, string code, Exception error);

    [LoggerMessage(LogLevel.Warning, "Recounting {Code} failed; the next recount tries again")]
    public static partial void RecountFailed(ILogger logger, string code, Exception error);
}
