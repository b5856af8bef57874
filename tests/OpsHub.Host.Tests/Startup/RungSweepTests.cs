using System.Collections.Concurrent;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Host.Jobs;
using OpsHub.Host.Tests.Fakes;

namespace OpsHub.Host.Tests.Startup;

public sealed class RungSweepTests
{
    [Fact]
    public async Task Shards_are_made_to_live_without_waiting_for_what_they_fire_and_a_silent_one_is_asked_again()
    {
        var asked = new ConcurrentDictionary<string, int>();
        var sweep = new RungSweep(
            Fake.Of<IGrainFactory>((_, args) => Shard((string)args[0]!)),
            new HubClock(TimeProvider.System));
        await sweep.Run(CancellationToken.None);
        asked.Count.ShouldBe(GrainKeys.Shards);
        asked.Values.ShouldAllBe(times => times == 2);

        IRungsGrain Shard(string key) => Fake.Of<IRungsGrain>((method, _) => method.Name switch
        {
            nameof(IRungsGrain.Expect) => asked.AddOrUpdate(key, 1, (_, times) => times + 1) == 1 ? Task.FromException(new TimeoutException()) : Task.CompletedTask,
            _ => throw new NotSupportedException($"{method.Name} answers only when all is fired."),
        });
    }
}
