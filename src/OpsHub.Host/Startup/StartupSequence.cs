using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Publishing;
using OpsHub.Host.Jobs;
using OpsHub.Host.Seeds;
using Orleans.Runtime;

namespace OpsHub.Host.Startup;

/// <summary>What must be done between the silo's start and readiness, in this order: seeds, marks, rungs, then what else was registered (jobs).</summary>
internal sealed partial class StartupSequence(
    SeedLoader seeds, IRepublisher republisher, IPublisher publisher, RungSweep rungs, IGrainFactory grains, HubClock clock,
    IEnumerable<IBeforeReady> tasks, StartupState state, ILogger<StartupSequence> logger)
{
    private static readonly TimeSpan IdleAfter = TimeSpan.FromSeconds(2);

    public async Task Run(CancellationToken cancel)
    {
        var began = clock.Time.GetTimestamp();
        clock.Adjust(await Patiently.Ask(() => publisher.Clock(cancel), clock.Time, cancel));
        state.Enter(StartupStep.Seeds);
        var loaded = await seeds.Load(new SeedProgress(clock, state, logger), cancel);
        state.Enter(StartupStep.Marks);
        var published = await republisher.Drain(null, cancel);
        state.Enter(StartupStep.Rungs);
        await rungs.Run(cancel);
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
