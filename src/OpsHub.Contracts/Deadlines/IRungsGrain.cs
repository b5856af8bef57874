using OpsHub.Contracts.Hierarchy;
using Orleans.Concurrency;

namespace OpsHub.Contracts.Deadlines;

/// <summary>One shard of the index of rungs (到点调度): makes subjects fire the rungs that have passed. Holds no truth; two of them are harmless.
/// Key: <see cref="GrainKeys.Rungs"/>.</summary>
[Alias("IRungsGrain")]
public interface IRungsGrain : IGrainWithStringKey
{
    /// <summary>Makes sure the shard lives and scans now; answers when all that has passed is fired, which after a long stop takes minutes.</summary>
    [Alias("Wake")]
    Task Wake();

    /// <summary>A subject of this shard has a rung at this instant: the head may have become nearer.
    /// With the latest instant there is, it only makes sure that the shard lives: at start-up and by the sweep.
    /// Taken in the middle of a scan too: that scan may wait for the very subject that announces itself here.</summary>
    [Alias("Expect")]
    [AlwaysInterleave]
    Task Expect(DateTimeOffset at);
}
