using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Calendars;

namespace OpsHub.Grains.Deadlines;

/// <summary>Rungs of subjects as rows of the index, and what the shard of a near one must hear.</summary>
internal static class RungRows
{
    // A shard loads a minute ahead; what falls due sooner than its next scan is announced to it.
    private static readonly TimeSpan Near = TimeSpan.FromSeconds(70);

    /// <summary>The row of a rung.</summary>
    /// <param name="rung">The rung.</param>
    /// <param name="key">Grain key of its subject.</param>
    /// <param name="settled">It waits until then: see <see cref="EnteredSteps"/>.</param>
    /// <param name="emergency">True when it goes ahead of others.</param>
    public static RungRow Row(this Rung rung, string key, DateTimeOffset settled = default, bool emergency = false) =>
        new(GrainKeys.ShardOf(key), rung.At > settled ? rung.At : settled, key, rung.Term, rung.Kind, emergency);

    /// <summary>Tells the shard of a subject's head where it is near.</summary>
    public static Task Announce(this IGrainFactory grains, RungRow? head, HubClock clock) =>
        head is not null && head.At - clock.Now < Near ? grains.RungsShard(head.Shard).Expect(head.At) : Task.CompletedTask;
}
