using OpsHub.Domain.Trace;

namespace OpsHub.Grains.Deadlines;

/// <summary>While past steps are being entered the next one follows at once, and it would be idle to fire for a term that it closes.</summary>
internal static class EnteredSteps
{
    private static readonly TimeSpan Settle = TimeSpan.FromMinutes(1);

    /// <summary>From when on rungs fire: a minute after the newest entry of what happened before.</summary>
    public static DateTimeOffset SettledAt(this TraceChain trace) => trace.Recent is [.., { OccurredAt: not null } entered] ? entered.At + Settle : DateTimeOffset.MinValue;
}
