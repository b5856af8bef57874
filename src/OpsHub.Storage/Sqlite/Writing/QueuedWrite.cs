namespace OpsHub.Storage.Sqlite.Writing;

/// <summary>A write that waits for its group.</summary>
internal abstract class QueuedWrite(bool single, CancellationToken cancel)
{
    /// <summary>True for one statement that changes something: SQLite undoes it alone when it fails, so it needs no savepoint.</summary>
    public bool Single => single;

    public bool Cancelled => cancel.IsCancellationRequested;

    /// <summary>Runs inside the group's transaction; the result is kept until the commit.</summary>
    public abstract void Run(WriterSession session);

    /// <summary>The group is durable.</summary>
    public abstract void Complete();

    /// <summary>The write failed, or its group did.</summary>
    public abstract void Fail(Exception error);
}

/// <inheritdoc />
internal sealed class QueuedWrite<T>(Func<WriterSession, T> work, bool single, CancellationToken cancel) : QueuedWrite(single, cancel)
{
    // Continuations must not run on the writer's thread.
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _result = default!;

    public Task<T> Done => _done.Task;

    public override void Run(WriterSession session) => _result = work(session);

    public override void Complete() => _done.TrySetResult(_result);

    public override void Fail(Exception error) => _done.TrySetException(error);
}
