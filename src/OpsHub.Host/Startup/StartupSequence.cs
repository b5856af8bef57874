using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Publishing;
using OpsHub.Host.Seeds;
using Orleans.Runtime;

namespace OpsHub.Host.Startup;

/// <summary>What must be done between the silo's start and readiness, in this order: seeds, marks, rungs, then what else was registered (jobs).</summary>
internal sealed partial class StartupSequence(
    SeedLoader seeds, IRepublisher republisher, IPublisher publisher, IGrainFactory grains, HubClock clock,
    IEnumerable<IBeforeReady> tasks, StartupState state, ILogger<StartupSequence> logger)
{
    private static readonly TimeSpan IdleAfter = TimeSpan.FromSeconds(2);

    public async Task Run(CancellationToken cancel)
    {
        var began = clock.Time.GetTimestamp();
        clock.Adjust(await publisher.Clock(cancel));
        state.Enter(StartupStep.Seeds);
        var loaded = await seeds.Load(new SeedProgress(clock, state, logger), cancel);
        state.Enter(StartupStep.Marks);
        var published = await republisher.Drain(null, cancel);
        state.Enter(StartupStep.Rungs);
        await Parallel.ForEachAsync(Enumerable.Range(0, GrainKeys.Shards), cancel, async (shard, _) => await grains.RungsShard(shard).Wake());
        state.Enter(StartupStep.Jobs);
        foreach (var task in tasks)
            await task.Run(cancel);
        state.Enter(StartupStep.Ready);
        Ready(clock.Time.GetElapsedTime(began).TotalSeconds, loaded, published);
        if (loaded > 0)
            await Rest();
    }

    // An import wakes every unit, and few are needed: they rest, and what they held is given back at once instead of at the next full collection.
    private async Task Rest()
    {
        await grains.GetGrain<IManagementGrain>(0).ForceActivationCollection(IdleAfter);
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }

    [LoggerMessage(LogLevel.Information, "Ready after {Seconds:F1} s: {Loaded} seed commands, {Published} subjects published again")]
    private partial void Ready(double seconds, int loaded, int published);
}
