namespace OpsHub.Grains.Hierarchy;

/// <summary>Rhythm of the live summaries; the defaults are those of section 5 of the architecture.</summary>
public sealed class HierarchyOptions
{
    /// <summary>At most one push to the parent in this time.</summary>
    public TimeSpan PushWindow { get; set; } = TimeSpan.FromMilliseconds(50);

    /// <summary>At most one message to each observer in this time.</summary>
    public TimeSpan TellWindow { get; set; } = TimeSpan.FromMilliseconds(50);

    /// <summary>How often a parent counts anew, with jitter.</summary>
    public TimeSpan RecountPeriod { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How often a grid or an agency does. Their subjects' durable marks repair them already, and there are ten times as many.</summary>
    public TimeSpan LeafRecountPeriod { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Longest wait before a failed push is tried again; the first is 100 ms.</summary>
    public TimeSpan LongestBackOff { get; set; } = TimeSpan.FromSeconds(10);

    internal bool IsValid() =>
        PushWindow > TimeSpan.Zero && TellWindow > TimeSpan.Zero && LongestBackOff > TimeSpan.Zero
        && RecountPeriod >= TimeSpan.FromSeconds(1) && LeafRecountPeriod >= TimeSpan.FromSeconds(1);
}
