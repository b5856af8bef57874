using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Publishing;
using OpsHub.Contracts.Trace;
using OpsHub.Domain.Trace;
using OpsHub.Host.Notices;

namespace OpsHub.Host.Trace;

/// <summary>Makes a seal over all chains as they stand (封存). Of a day it is made once, whoever asks, however often: by one process at a time. What one
/// that was cut off left behind is removed by the next.</summary>
internal sealed partial class TraceSealer(SealedDocuments documents, ITraceSeals seals, IPublisher publisher, OwnTurns turns, HubClock clock, ILogger<TraceSealer> logger)
{
    /// <summary>Name of the turn.</summary>
    public const string Work = "seal";

    private const int AtOnce = 500;

    // How long others wait for a process that died meanwhile, and how often they look.
    private static readonly TimeSpan Keep = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _one = new(1);

    /// <summary>Seals everything up to a day that is over; null when that day is sealed already, or there is nothing to seal.</summary>
    /// <param name="day">The local day.</param>
    /// <param name="cancel">Ends it early; nothing is sealed then.</param>
    public async Task<TraceSeal?> Seal(DateOnly day, CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            while (await Newest(cancel) is var before && !(before?.Day >= day))
            {
                if (await Ours(cancel))
                    return await After(await Newest(cancel), day, cancel);
                await Task.Delay(Look, clock.Time, cancel);
            }

            return null;
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task<TraceSeal?> Newest(CancellationToken cancel) => (await seals.All(cancel)).LastOrDefault();

    private async Task<bool> Ours(CancellationToken cancel) => await turns.Take(Work, clock.Now, Keep, cancel) is not null;

    private async Task<TraceSeal?> After(TraceSeal? before, DateOnly day, CancellationToken cancel)
    {
        if (before?.Day >= day)
            return null; // until the turn came
        var run = await publisher.NextEpoch(cancel);
        var (all, changed, batch) = (new MerkleRoot(), new MerkleRoot(), new List<SealedHead>(AtOnce));
        await foreach (var document in documents.InOrder(before?.Run ?? 0, cancel))
        {
            var former = document.Heads.Count > 0 ? document.Heads[^1].Head : null;
            var head = document.Stored is { } stored ? StoredSubject.Head(stored) : null;
            if ((head ?? former) is not { } present)
                continue; // a helper without a chain
            if (all.Count % AtOnce == 0 && !await Ours(cancel))
                throw new InvalidOperationException("Another process took over the sealing; it goes on there.");
            all.Add(present); // a chain that is gone stays under the root: what was sealed doesn't vanish
            if (present == former)
                continue;
            if (former is not null && present.Length <= former.Length)
                Rewritten(present.Subject, former.Length, before!.Number);
            changed.Add(present);
            batch.Add(present);
            if (batch.Count < AtOnce)
                continue;
            await seals.Add(run, batch, cancel);
            batch.Clear();
        }

        if (all.Count == 0)
            return null;
        await seals.Add(run, batch, cancel);
        var seal = new TraceSeal
        {
            Number = (before?.Number ?? 0) + 1,
            Day = day,
            Run = run,
            SealedAt = clock.Now,
            Chains = all.Count,
            Root = all.Value(),
            Changed = changed.Count,
            ChangedRoot = changed.Value(),
            Previous = before?.Hash ?? TraceSeal.Genesis,
        }.Closed();
        if (!await seals.Close(seal, cancel))
            return null;
        await seals.Tidy(cancel);
        return seal;
    }

    [LoggerMessage(LogLevel.Error, "{Subject} no longer continues what seal {Seal} holds of it ({Length} entries): run verify-trace")]
    private partial void Rewritten(string subject, long length, long seal);
}
