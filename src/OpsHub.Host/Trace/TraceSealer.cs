using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Publishing;
using OpsHub.Contracts.Trace;
using OpsHub.Domain.Trace;

namespace OpsHub.Host.Trace;

/// <summary>Makes a seal over all chains as they stand (封存). Of a day it is made once, whoever asks, however often.</summary>
internal sealed partial class TraceSealer(SealedDocuments documents, ITraceSeals seals, IPublisher publisher, HubClock clock, ILogger<TraceSealer> logger)
{
    private const int AtOnce = 500;

    /// <summary>Seals everything up to a day that is over; null when that day is sealed already, or there is nothing to seal.</summary>
    /// <param name="day">The local day.</param>
    /// <param name="cancel">Ends it early; nothing is sealed then.</param>
    public async Task<TraceSeal?> Seal(DateOnly day, CancellationToken cancel)
    {
        var before = (await seals.All(cancel)).LastOrDefault();
        if (before?.Day >= day)
            return null;
        var run = await publisher.NextEpoch(cancel);
        var (all, changed, batch) = (new MerkleRoot(), new MerkleRoot(), new List<SealedHead>(AtOnce));
        await foreach (var document in documents.InOrder(before?.Run ?? 0, cancel))
        {
            var former = document.Heads.Count > 0 ? document.Heads[^1].Head : null;
            var head = document.Stored is { } stored ? StoredSubject.Head(stored) : null;
            if ((head ?? former) is not { } present)
                continue; // a helper without a chain
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
        return await seals.Close(seal, cancel) ? seal : null;
    }

    [LoggerMessage(LogLevel.Error, "{Subject} no longer continues what seal {Seal} holds of it ({Length} entries): run verify-trace")]
    private partial void Rewritten(string subject, long length, long seal);
}
