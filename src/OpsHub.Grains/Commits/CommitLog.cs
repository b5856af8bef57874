using Microsoft.Extensions.Logging;

namespace OpsHub.Grains.Commits;

internal static partial class CommitLog
{
    [LoggerMessage(LogLevel.Warning, "Storage failed for {Subject} (attempt {Attempt}); its state will be read again")]
    public static partial void StorageFailed(ILogger logger, string subject, int attempt, Exception error);

    [LoggerMessage(LogLevel.Warning, "Pushing {Subject} failed; its mark stands and it will be published again")]
    public static partial void PushFailed(ILogger logger, string subject, Exception error);
}
