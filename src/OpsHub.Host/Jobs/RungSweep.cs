using Hangfire;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Host.Seeds;

namespace OpsHub.Host.Jobs;

/// <summary>Every minute, and at the start: makes sure that all shards of the rung index live. A shard scans by itself once it does;
/// nobody waits for that scan, which after a long stop fires for minutes.</summary>
internal sealed class RungSweep(IGrainFactory grains, HubClock clock)
{
    [AutomaticRetry(Attempts = 0)] // it comes again in a minute
    public Task Run(CancellationToken cancel) => Parallel.ForEachAsync(
        Enumerable.Range(0, GrainKeys.Shards),
        cancel,
        async (shard, stop) => await Patiently.Call(() => grains.RungsShard(shard).Expect(DateTimeOffset.MaxValue), clock.Time, stop));
}
