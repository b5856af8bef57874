using System.Runtime.CompilerServices;
using System.Threading.Channels;
using GraphQL;
using OpsHub.GraphQL.Streams;

namespace OpsHub.GraphQL.Transports.Streams;

/// <summary>
/// One subscriber's events in order, up to a bound. A client that falls further behind is given what waits and then the
/// error RESYNC: it reads the trace from the last sequence it saw. One reader.
/// </summary>
public sealed class BoundedEvents<T> : PulledStream<T> where T : class
{
    private readonly Channel<T> _waiting;

    /// <param name="capacity">How many events may wait.</param>
    /// <param name="stopped">Called once when the reader has gone: let go of what feeds the events.</param>
    public BoundedEvents(int capacity, Action? stopped = null)
        : this(Channel.CreateBounded<T>(new BoundedChannelOptions(capacity) { SingleReader = true }), stopped)
    {
    }

    private BoundedEvents(Channel<T> waiting, Action? stopped)
        : base(cancel => ReadWaitingAsync(waiting, stopped, cancel)) => _waiting = waiting;

    /// <summary>Adds an event; false when the subscription has ended, or ends now because the client is too far behind.</summary>
    public bool Add(T value)
    {
        if (_waiting.Writer.TryWrite(value))
            return true;
        _waiting.Writer.TryComplete(new ResyncError());
        return false;
    }

    /// <summary>Ends the subscription, after the waiting events.</summary>
    public void Complete(Exception? failure = null) => _waiting.Writer.TryComplete(failure);

    private static async IAsyncEnumerable<T> ReadWaitingAsync(Channel<T> waiting, Action? stopped, [EnumeratorCancellation] CancellationToken cancel)
    {
        try
        {
            await foreach (var value in waiting.Reader.ReadAllAsync(cancel).ConfigureAwait(false))
                yield return value;
        }
        finally
        {
            waiting.Writer.TryComplete();
            stopped?.Invoke();
        }
    }
}

/// <summary>The client missed events: read again from the last sequence, then subscribe again.</summary>
public sealed class ResyncError : ExecutionError
{
    internal const string ErrorCode = "RESYNC";

    /// <summary>Creates the error.</summary>
    public ResyncError() : base("Events were missed. Read from the last sequence you have, then subscribe again.") => Code = ErrorCode;
}
