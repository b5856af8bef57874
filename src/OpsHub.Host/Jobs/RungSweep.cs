using OpsHub.Contracts.Hierarchy;

namespace OpsHub.Host.Jobs;

/// <summary>Every minute: makes sure that all shards of the rung index live.</summary>
internal sealed class RungSweep(IGrainFactory grains)
{
    public Task Run() => Parallel.ForEachAsync(Enumerable.Range(0, GrainKeys.Shards), async (shard, _) => await grains.RungsShard(shard).Wake());
}
