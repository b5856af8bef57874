using OpsHub.Domain.Trace;

namespace OpsHub.Grains.Commits;

/// <summary>The document as storage is known to hold it. While a write is on its way readers and pushes still see the one before,
/// so that memory never runs ahead of disk.</summary>
internal sealed class StoredDocument<TState>(IPersistentState<SubjectDocument<TState>> store)
    where TState : class
{
    private bool _doubtful;

    /// <summary>State and trace, as stored.</summary>
    public SubjectDocument<TState> Document { get; private set; } = store.State;

    /// <summary>Storage version of <see cref="Document"/>; 0 before the first write.</summary>
    public long Version { get; private set; } = VersionOf(store);

    /// <summary>Whether storage moved on is unknown: it is read again before the next decision.</summary>
    public void Doubt() => _doubtful = true;

    /// <summary>Reads the document again if that is in doubt.</summary>
    public async Task ReadIfDoubtful()
    {
        if (!_doubtful)
            return;
        await store.ReadStateAsync();
        Take();
        _doubtful = false;
    }

    /// <summary>Writes a new document; shown only once storage has confirmed it.</summary>
    public async Task Write(SubjectDocument<TState> next)
    {
        try
        {
            store.State = next;
            await store.WriteStateAsync();
        }
        catch
        {
            // It may have been written nonetheless.
            store.State = Document;
            Doubt();
            throw;
        }

        Take();
    }

    private void Take() => (Document, Version) = (store.State, VersionOf(store));

    private static long VersionOf(IPersistentState<SubjectDocument<TState>> store) =>
        long.TryParse(store.Etag, out var version) ? version : store.State.Trace.Length;
}
