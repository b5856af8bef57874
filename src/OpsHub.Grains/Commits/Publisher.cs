using OpsHub.Domain.Trace;

namespace OpsHub.Grains.Commits;

/// <summary>Steps 2-4 of publishing for one subject: index, pushes, mark. Safe to repeat; the durable mark stands until all is done.</summary>
internal sealed class Publisher<TState, TEvent>(
    string key, IPersistentState<SubjectDocument<TState>> store, SubjectShape<TState, TEvent> shape, CommitServices services)
    where TState : class
    where TEvent : notnull
{
    private long _indexed;
    private long _indexedLength;
    private long _pushed;
    private TState? _pushedState;
    private Task _pushing = Task.CompletedTask;

    private long Version => long.TryParse(store.Etag, out var version) ? version : store.State.Trace.Length;

    /// <summary>Step 2, awaited before the reply.</summary>
    public async Task Index()
    {
        var version = Version;
        var length = store.State.Trace.Length;
        await services.Publisher.Publish(shape.Publish(key, store.State.State!, store.State.Trace, version, _indexedLength));
        (_indexed, _indexedLength) = (version, length);
    }

    /// <summary>Step 2 for a repeated command whose first answer may not have got that far.</summary>
    public Task IndexIfPending() => store.State.State is not null && _indexed < Version ? Index() : Task.CompletedTask;

    /// <summary>Steps 3 and 4 after the reply; what fails here is taken up again by whoever finds the mark.</summary>
    public void PushAfterReply()
    {
        if (_pushing.IsCompleted)
            _pushing = PushQuietly();
    }

    /// <summary>Steps 2-4, awaited.</summary>
    public async Task Everything()
    {
        if (store.State.State is null)
            return;
        await _pushing;
        _indexedLength = 0;
        await Index();
        _pushed = 0;
        await Push();
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

    // Loops, because the state may move on while a push is on its way; only the newest is sent then.
    private async Task Push()
    {
        while (_pushed < Version && store.State.State is { } state)
        {
            var version = Version;
            await shape.Push(key, _pushedState, state, version);
            (_pushed, _pushedState) = (version, state);
            await services.Publisher.Unmark(key, version);
        }
    }
}
