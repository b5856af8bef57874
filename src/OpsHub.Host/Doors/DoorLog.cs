namespace OpsHub.Host.Doors;

/// <summary>What the doors tell the operator.</summary>
internal static partial class DoorLog
{
    [LoggerMessage(LogLevel.Warning, "{Path}：暂时失败，来方将重发 / failed for the moment, the sender was told to send again")]
    public static partial void Failed(ILogger logger, string path, Exception failure);
}
