using System.Runtime.CompilerServices;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Trace;

namespace OpsHub.Host.Trace;

/// <summary>A subject as stored, beside what seals hold of it.</summary>
/// <param name="Key">Grain key.</param>
/// <param name="Stored">The document; null when there is none any more.</param>
/// <param name="Heads">Its sealed heads, oldest first; empty when it was never sealed.</param>
internal sealed record SealedDocument(string Key, StoredState? Stored, IReadOnlyList<StoredHead> Heads);

/// <summary>All documents and all sealed heads, side by side in the order of their keys: neither is ever held as a whole.</summary>
internal sealed class SealedDocuments(IStoredStates states, ITraceSeals seals)
{
    /// <param name="upTo">Heads of later runs are left out: a document read before such a seal was made would seem too short.</param>
    /// <param name="cancel">Ends it early.</param>
    public async IAsyncEnumerable<SealedDocument> InOrder(long upTo, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var sealedOnes = BySubject(seals.Heads(upTo, cancel), cancel).GetAsyncEnumerator(cancel);
        var more = await sealedOnes.MoveNextAsync();
        await foreach (var stored in states.InOrder(cancel))
        {
            while (more && string.CompareOrdinal(sealedOnes.Current[0].Head.Subject, stored.Key) < 0)
            {
                yield return Gone(sealedOnes.Current);
                more = await sealedOnes.MoveNextAsync();
            }

            if (!more || sealedOnes.Current[0].Head.Subject != stored.Key)
            {
                yield return new(stored.Key, stored, []);
                continue;
            }

            yield return new(stored.Key, stored, sealedOnes.Current);
            more = await sealedOnes.MoveNextAsync();
        }

        for (; more; more = await sealedOnes.MoveNextAsync())
            yield return Gone(sealedOnes.Current);
    }

    /// <summary>Heads that come in order, a subject's together.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<StoredHead>> BySubject(IAsyncEnumerable<StoredHead> heads, [EnumeratorCancellation] CancellationToken cancel)
    {
        List<StoredHead> of = [];
        await foreach (var head in heads.WithCancellation(cancel))
        {
            if (of.Count > 0 && of[0].Head.Subject != head.Head.Subject)
            {
                yield return of;
                of = [];
            }

            of.Add(head);
        }

        if (of.Count > 0)
            yield return of;
    }

    private static SealedDocument Gone(IReadOnlyList<StoredHead> heads) => new(heads[0].Head.Subject, null, heads);
}
