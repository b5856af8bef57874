using OpsHub.Contracts.Publishing;

namespace OpsHub.Storage.Sqlite.Writing;

/// <summary>Group commit: one thread and connection write for everybody, up to 256 writes in one transaction and so one fsync.
/// A write is answered after its group is durable. A failing write fails alone; a failing commit fails its group.</summary>
internal sealed class SqliteWriter : IDisposable
{
    public const int LargestGroup = 256;

    private const int Capacity = 8192;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    private readonly WriterSession _session;
    private readonly int _largestGroup;
    private readonly WaitEstimate _estimate;
    private readonly Queue<QueuedWrite> _queue = new();
    private readonly List<QueuedWrite> _group = new(LargestGroup);
    private readonly List<QueuedWrite> _good = new(LargestGroup);
    private readonly Thread _thread;
    private bool _stopping;

    public SqliteWriter(WriterSession session, TimeProvider time, int largestGroup = LargestGroup)
    {
        (_session, _largestGroup) = (session, largestGroup);
        _estimate = new WaitEstimate(time);
        _thread = new Thread(Loop) { IsBackground = true, Name = "sqlite-writer" };
        _thread.Start();
    }

    /// <summary>How many groups have been committed.</summary>
    public long Groups { get; private set; }

    /// <summary>Queues a write of several statements.</summary>
    /// <exception cref="StorageOverloadedException">It would wait longer than a second.</exception>
    public Task<T> Write<T>(Func<WriterSession, T> work, CancellationToken cancel = default) => Queue(new QueuedWrite<T>(work, single: false, cancel));

    /// <summary>Queues a write of which one statement at most changes something.</summary>
    /// <exception cref="StorageOverloadedException">It would wait longer than a second.</exception>
    public Task<T> WriteSingle<T>(Func<WriterSession, T> work, CancellationToken cancel = default) => Queue(new QueuedWrite<T>(work, single: true, cancel));

    /// <summary>Writes what is queued, then stops.</summary>
    public void Dispose()
    {
        lock (_queue)
        {
            _stopping = true;
            Monitor.Pulse(_queue);
        }

        _thread.Join();
        _session.Dispose();
    }

    private Task<T> Queue<T>(QueuedWrite<T> write)
    {
        lock (_queue)
        {
            ObjectDisposedException.ThrowIf(_stopping, this);
            var wait = _estimate.Wait(_queue.Count);
            if (wait > LongestWait || _queue.Count >= Capacity)
                return Task.FromException<T>(new StorageOverloadedException($"{_queue.Count} writes are waiting; this one would wait about {wait.TotalSeconds:0.0} s. Try again later."));
            _queue.Enqueue(write);
            Monitor.Pulse(_queue);
        }

        return write.Done;
    }

    private void Loop()
    {
        while (TakeGroup())
        {
            var failure = CommitGroup();
            lock (_queue)
                _estimate.GroupEnds();
            foreach (var write in _good)
            {
                if (failure is null)
                    write.Complete();
                else
                    write.Fail(failure);
            }
        }
    }

    private bool TakeGroup()
    {
        _group.Clear();
        _good.Clear();
        lock (_queue)
        {
            while (_queue.Count == 0)
            {
                if (_stopping)
                    return false;
                Monitor.Wait(_queue);
            }

            while (_group.Count < _largestGroup && _queue.TryDequeue(out var write))
                _group.Add(write);
            _estimate.GroupBegins(_group.Count);
        }

        return true;
    }

    /// <summary>Null when the group is durable; otherwise why none of it is.</summary>
    private Exception? CommitGroup()
    {
        try
        {
            _session.Begin();
            foreach (var write in _group)
                RunOne(write);
            _session.Commit();
            Groups++;
            return null;
        }
        catch (Exception error) // whatever it is, the callers must hear it and the thread must live on
        {
            foreach (var write in _group.Except(_good))
                write.Fail(error); // those that failed alone were answered already; the first answer stands
            if (_session.InTransaction)
                _session.Rollback();
            return error;
        }
    }

    private void RunOne(QueuedWrite write)
    {
        if (write.Cancelled)
        {
            write.Fail(new OperationCanceledException());
            return;
        }

        try
        {
            if (write.Single)
                write.Run(_session);
            else
                _session.Isolated(write);
            _good.Add(write);
        }
        catch (Exception error) when (_session.InTransaction)
        {
            write.Fail(error);
        }
    }
}
