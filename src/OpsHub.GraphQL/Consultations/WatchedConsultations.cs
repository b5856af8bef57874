using Microsoft.Extensions.Logging;
using OpsHub.Contracts.Consultations;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.GraphQL.Streams;

namespace OpsHub.GraphQL.Consultations;

/// <summary>Consultations that somebody in this process subscribes to.</summary>
internal sealed class WatchedConsultations(IGrainFactory grains, HubClock clock, ILogger<WatchedConsultations> log) : WatchedSubjects(clock, log)
{
    /// <inheritdoc/>
    protected override (Func<Task<long>> Renew, Func<Task> End) Attach(WatchedSubject watched)
    {
        var (grain, reference) = (grains.Consultation(watched.Key), grains.CreateObjectReference<IConsultationObserver>(watched));
        return (() => grain.Watch(reference), End);

        async Task End()
        {
            await grain.Unwatch(reference).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            grains.DeleteObjectReference<IConsultationObserver>(reference);
        }
    }
}
