using System.Diagnostics;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Publishing;
using OpsHub.Domain.Hierarchy;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace OpsHub.Storage.Tests;

/// <summary>Sends a write again that the storage was too busy to take, as callers are asked to. What is refused so was never begun.</summary>
internal static class Patiently
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task<T> Send<T>(Func<Task<T>> write)
    {
        for (var watch = Stopwatch.StartNew(); ; await Task.Delay(100))
        {
            try
            {
                return await write();
            }
            catch (Exception error) when (error.GetBaseException() is StorageOverloadedException && watch.Elapsed < Patience) // the provider wraps it
            {
                // A slow disk: again in a moment.
            }
        }
    }

    public static Task Send(Func<Task> write) => Send(async () =>
    {
        await write();
        return true;
    });
}

/// <inheritdoc cref="Patiently" />
internal sealed class PatientPublisher(IPublisher inner) : IPublisher
{
    public long Connections => inner.Connections;

    public Task<bool> Publish(Publication publication, CancellationToken cancel = default) => Patiently.Send(() => inner.Publish(publication, cancel));

    public Task Unmark(string subject, long version, CancellationToken cancel = default) => Patiently.Send(() => inner.Unmark(subject, version, cancel));

    public Task<IReadOnlyList<UnpublishedMark>> Marks(TimeSpan age, int limit, CancellationToken cancel = default) => inner.Marks(age, limit, cancel);

    public Task<int> CountMarks(CancellationToken cancel = default) => inner.CountMarks(cancel);

    public Task<long> NextEpoch(CancellationToken cancel = default) => Patiently.Send(() => inner.NextEpoch(cancel));

    public Task<long> TakeNumbers(string series, int count, CancellationToken cancel = default) => Patiently.Send(() => inner.TakeNumbers(series, count, cancel));

    public Task Place(UnitCode unit, IReadOnlyList<UnitCode> above, CancellationToken cancel = default) => Patiently.Send(() => inner.Place(unit, above, cancel));

    public Task<DateTimeOffset> Clock(CancellationToken cancel = default) => inner.Clock(cancel);
}

/// <inheritdoc cref="Patiently" />
internal sealed class PatientGrainStorage(IGrainStorage inner) : IGrainStorage
{
    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => inner.ReadStateAsync(stateName, grainId, grainState);

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => Patiently.Send(() => inner.WriteStateAsync(stateName, grainId, grainState));

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => Patiently.Send(() => inner.ClearStateAsync(stateName, grainId, grainState));
}
