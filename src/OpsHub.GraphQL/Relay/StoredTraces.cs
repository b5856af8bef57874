using GraphQL;
using GraphQL.DataLoader;
using Microsoft.Extensions.DependencyInjection;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Publishing;
using OpsHub.Contracts.Trace;
using OpsHub.Domain.Trace;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Relay;

/// <summary>Traces as they lie in storage: those of a whole list are one question, and one more for each that is so long that its oldest entries have left the document.
/// No grain is woken; as fresh as <see cref="StoredSubjects"/>.</summary>
internal sealed class StoredTraces(IStoredStates states, ISegmentStore segments, TracePages pages)
{
    /// <summary>All entries of one subject, oldest first; none where it was never begun.</summary>
    public async Task<IReadOnlyList<TraceEntry>> Whole(string key) => (await Wholes([key]).ConfigureAwait(false)).GetValueOrDefault(key) ?? [];

    /// <summary>The same together with those that other places of the query name.</summary>
    public IDataLoaderResult<IReadOnlyList<TraceEntry>?> Whole(IResolveFieldContext context, string key) =>
        context.RequestServices!.GetRequiredService<Batches>().Load<string, IReadOnlyList<TraceEntry>>("whole traces", key, Wholes);

    /// <summary>A page as the field's arguments ask.</summary>
    /// <param name="context">The field.</param>
    /// <param name="key">Grain key.</param>
    /// <param name="length">Length of the trace.</param>
    /// <param name="shown">The entries as the viewer may see them.</param>
    public IDataLoaderResult Page(IResolveFieldContext context, string key, long length, Func<IReadOnlyList<TraceEntry>, IReadOnlyList<TraceEntry>> shown)
    {
        var loading = context.RequestServices!.GetRequiredService<Batches>().Load<string, StoredSubject>("stored traces", key, Fetch);
        return new Loaded<object>(() => Guarded.Wait(pages.Page(context, key, length, async (after, count) =>
            await loading.GetResultAsync().ConfigureAwait(false) is { } subject ? shown(await Part(key, subject, after, count).ConfigureAwait(false)) : [])).AsTask());
    }

    // What stands in the document is not looked for in the segments.
    private async Task<IReadOnlyList<TraceEntry>> Part(string key, StoredSubject subject, long after, int count)
    {
        var recent = subject.Trace!.Recent;
        var entries = recent is [var first, ..] && after >= first.Sequence - 1 ? recent : await subject.Entries(key, segments, default).ConfigureAwait(false);
        return [.. entries.Where(e => e.Sequence > after).Take(count)];
    }

    private async Task<IReadOnlyDictionary<string, IReadOnlyList<TraceEntry>>> Wholes(IReadOnlyCollection<string> keys)
    {
        var wholes = new Dictionary<string, IReadOnlyList<TraceEntry>>(StringComparer.Ordinal);
        foreach (var (key, subject) in await Fetch(keys).ConfigureAwait(false))
            wholes[key] = await subject.Entries(key, segments, default).ConfigureAwait(false);
        return wholes;
    }

    private async Task<IReadOnlyDictionary<string, StoredSubject>> Fetch(IReadOnlyCollection<string> keys)
    {
        var found = new Dictionary<string, StoredSubject>(StringComparer.Ordinal);
        foreach (var stored in await states.ByKey(keys).ConfigureAwait(false))
        {
            if (StoredSubject.Of(stored) is { } subject)
                found[stored.Key] = subject;
        }

        return found;
    }
}
