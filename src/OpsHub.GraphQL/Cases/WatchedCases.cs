using Microsoft.Extensions.Logging;
using OpsHub.Contracts.Cases;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.GraphQL.Streams;

namespace OpsHub.GraphQL.Cases;

/// <summary>Cases that somebody in this process subscribes to.</summary>
internal sealed class WatchedCases(IGrainFactory grains, HubClock clock, ILogger<WatchedCases> log) : WatchedSubjects(clock, log)
{
    /// <inheritdoc/>
    protected override (Func<Task<long>> Renew, Func<Task> End) Attach(WatchedSubject watched)
    {
        var (grain, reference) = (grains.Case(watched.Key), grains.CreateObjectReference<ICaseObserver>(watched));
        return (() => grain.Watch(reference), End);

        async Task End()
        {
            await grain.Unwatch(reference).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            grains.DeleteObjectReference<ICaseObserver>(reference);
        }
    }
}
