using OpsHub.Contracts.Hierarchy;
using Orleans.Concurrency;

namespace OpsHub.Contracts.Deadlines;

/// <summary>One shard of the index of rungs (到点调度): makes subjects fire the rungs that have passed. Holds no truth; two of them are harmless.
/// Key: <see cref="GrainKeys.Rungs"/>.</summary>
[Alias("IRungsGrain")]
public interface IRungsGrain : IGrainWithStringKey
{
    /// <summary>Makes sure the shard lives and scans now. Called by the sweep, by its reminder and at start-up.</summary>
    [Alias("Wake")]
    Task Wake();

    /// <summary>A subject of this shard has a rung at this instant: the head may have become nearer.</summary>
    [Alias("Expect")]
    [AlwaysInterleave] // a subject says this while the shard waits for that very subject
    Task Expect(DateTimeOffset at);
}
