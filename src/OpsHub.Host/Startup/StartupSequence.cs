using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Publishing;
using OpsHub.Host.Seeds;

namespace OpsHub.Host.Startup;

/// <summary>What must be done between the silo's start and readiness, in this order: seeds, marks, rungs, then what else was registered (jobs).</summary>
internal sealed partial class StartupSequence(
    SeedLoader seeds, IRepublisher republisher, IPublisher publisher, IGrainFactory grains, HubClock clock,
    IEnumerable<IStartupTask> tasks, StartupState state, ILogger<StartupSequence> logger)
{
    private static readonly TimeSpan TellEvery = TimeSpan.FromSeconds(2);

    public async Task Run(CancellationToken cancel)
    {
        var began = clock.Time.GetTimestamp();
        clock.Adjust(await publisher.Clock(cancel));
        state.Enter(StartupStep.Seeds);
        var loaded = await seeds.Load(new Steady(this), cancel);
        state.Enter(StartupStep.Marks);
        var published = await republisher.Drain(null, cancel);
        state.Enter(StartupStep.Rungs);
        await Parallel.ForEachAsync(Enumerable.Range(0, GrainKeys.Shards), cancel, async (shard, _) => await grains.RungsShard(shard).Wake());
        state.Enter(StartupStep.Jobs);
        foreach (var task in tasks)
            await task.Run(cancel);
        state.Enter(StartupStep.Ready);
        Ready(clock.Time.GetElapsedTime(began).TotalSeconds, loaded, published);
    }

    [LoggerMessage(LogLevel.Information, "Ready after {Seconds:F1} s: {Loaded} seed commands, {Published} subjects published again")]
    private partial void Ready(double seconds, int loaded, int published);

    [LoggerMessage(LogLevel.Information, "Loading units: {Done} of {Of}")]
    private partial void Loading(int done, int of);

    // Reports from many threads; tells the log every two seconds.
    private sealed class Steady(StartupSequence owner) : IProgress<(int Done, int Of)>
    {
        private long _told = owner.clock.Time.GetTimestamp();

        public void Report((int Done, int Of) value)
        {
            owner.state.Report(value.Done, value.Of);
            var told = Volatile.Read(ref _told);
            if (owner.clock.Time.GetElapsedTime(told) > TellEvery && Interlocked.CompareExchange(ref _told, owner.clock.Time.GetTimestamp(), told) == told)
                owner.Loading(value.Done, value.Of);
        }
    }
}

/// <summary>Something that must have been done before the hub is ready, after the rungs.</summary>
internal interface IStartupTask
{
    Task Run(CancellationToken cancel);
}
