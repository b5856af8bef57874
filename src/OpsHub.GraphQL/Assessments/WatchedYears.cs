using Microsoft.Extensions.Logging;
using OpsHub.Contracts.Assessments;
using OpsHub.Contracts.Deadlines;
using OpsHub.GraphQL.Streams;

namespace OpsHub.GraphQL.Assessments;

/// <summary>Agencies' years that somebody in this process subscribes to.</summary>
internal sealed class WatchedYears(IGrainFactory grains, HubClock clock, ILogger<WatchedYears> log) : WatchedSubjects(clock, log)
{
    /// <inheritdoc/>
    protected override (Func<Task<long>> Renew, Func<Task> End) Attach(WatchedSubject watched)
    {
        var (grain, reference) = (grains.GetGrain<IAgencyYearGrain>(watched.Key), grains.CreateObjectReference<IAgencyYearObserver>(watched));
        return (() => grain.Watch(reference), End);

        async Task End()
        {
            await grain.Unwatch(reference).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            grains.DeleteObjectReference<IAgencyYearObserver>(reference);
        }
    }
}
