using OpsHub.Domain.Trace;

namespace OpsHub.Grains.Commits;

/// <summary>Steps 2-4 of publishing for one subject: index, pushes, mark. Safe to repeat; the durable mark stands until all is done.</summary>
internal sealed class Publisher<TState, TEvent>(
    string key, StoredDocument<TState> stored, SubjectShape<TState, TEvent> shape, CommitServices services, TraceHistory<TState> history)
    where TState : class
    where TEvent : notnull
{
    private long _indexed;
    private long _indexedLength;
    private long _connections; // as it was when that was published
    private long _pushed;
    private TState? _pushedState;
    private Task _pushing = Task.CompletedTask;

    /// <summary>The index holds this version already; nothing follows where another is stored meanwhile.</summary>
    public void Known(long version)
    {
        if (version == stored.Version && _indexed < version)
            (_indexed, _indexedLength, _connections) = (version, stored.Document.Trace.Length, services.Publisher.Connections);
    }

    /// <summary>Step 2, awaited before the reply: what followed since the last time, and all where the database may have lost that meanwhile.</summary>
    public async Task Index()
    {
        var (document, version) = (stored.Document, stored.Version);
        var connections = services.Publisher.Connections;
        var after = connections == _connections ? _indexedLength : 0;
        while (shape.Publish(key, document.State!, document.Trace, version, after) is { } publication
            && !await services.Publisher.Publish(publication with { Connections = after == 0 ? null : connections }))
            (connections, after) = (services.Publisher.Connections, 0);
        (_indexed, _indexedLength, _connections) = (version, document.Trace.Length, connections);
    }

    /// <summary>Step 2 for a repeated command whose first answer may not have got that far.</summary>
    public Task IndexIfPending() => stored.Document.State is not null && _indexed < stored.Version ? Index() : Task.CompletedTask;

    /// <summary>Steps 3 and 4 after the reply; what fails here is taken up again by whoever finds the mark.</summary>
    public void PushAfterReply()
    {
        if (_pushing.IsCompleted && _pushed < stored.Version)
            _pushing = PushQuietly();
    }

    /// <summary>Steps 2-4 for what was written last and left for later, awaited.</summary>
    public async Task Left()
    {
        await _pushing;
        await IndexIfPending();
        await Push();
    }

    /// <summary>Steps 2-4, awaited.</summary>
    public async Task Everything()
    {
        if (stored.Document.State is null)
            return;
        await _pushing;
        _indexedLength = 0;
        await Index();
        await IndexHistory();
        _pushed = 0;
        await Push();
    }

    // After the present version, whose rows would be left out behind it; from the first entry on, since a later one may change the row of an earlier one.
    private async Task IndexHistory()
    {
        var (document, version) = (stored.Document, stored.Version);
        if (!shape.PublishesEvents || document.Trace.Segments == 0)
            return;
        foreach (var page in (await history.After(0, int.MaxValue)).Chunk(TraceChain.SegmentSize))
        {
            if (shape.Publish(key, document.State!, document.Trace with { Recent = [.. page] }, version, 0) is { } publication)
                await services.Publisher.Publish(publication);
        }
    }

    private async Task PushQuietly()
    {
        try
        {
            await Task.Yield();
            await Push();
        }
        catch (Exception error)
        {
            CommitLog.PushFailed(services.Logger, key, error);
        }
    }

    // Loops, because the state may move on while a push is on its way; only the newest is sent then. Never what the index has not yet: its mark would go before it.
    private async Task Push()
    {
        while (_pushed < stored.Version && _indexed >= stored.Version && stored.Document is { State: { } state } document)
        {
            var version = stored.Version;
            await shape.Push(key, _pushedState, state, document.Trace, version);
            (_pushed, _pushedState) = (version, state);
            await services.Publisher.Unmark(key, version);
        }
    }
}
