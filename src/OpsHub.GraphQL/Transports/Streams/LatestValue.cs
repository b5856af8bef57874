using System.Runtime.CompilerServices;
using System.Threading.Channels;
using OpsHub.GraphQL.Streams;

namespace OpsHub.GraphQL.Transports.Streams;

/// <summary>
/// One subscriber's slot: the newest value wins, and a client that doesn't read leaves exactly one value waiting.
/// For summaries, where only the present state matters. One reader.
/// </summary>
public sealed class LatestValue<T> : PulledStream<T> where T : class
{
    private readonly Channel<T> _slot;

    /// <param name="pause">At least this long between two values, so that a busy unit reaches a client a few times a second.</param>
    /// <param name="clock">The clock that the pause is measured by.</param>
    /// <param name="stopped">Called once when the reader has gone: let go of what feeds the slot.</param>
    public LatestValue(TimeSpan pause = default, TimeProvider? clock = null, Action? stopped = null)
        : this(Channel.CreateBounded<T>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true }),
            pause, clock ?? TimeProvider.System, stopped)
    {
    }

    private LatestValue(Channel<T> slot, TimeSpan pause, TimeProvider clock, Action? stopped)
        : base(cancel => ReadSlotAsync(slot, pause, clock, stopped, cancel)) => _slot = slot;

    /// <summary>Replaces what waits in the slot.</summary>
    public void Set(T value) => _slot.Writer.TryWrite(value);

    /// <summary>Ends the subscription, after the waiting value.</summary>
    public void Complete(Exception? failure = null) => _slot.Writer.TryComplete(failure);

    private static async IAsyncEnumerable<T> ReadSlotAsync(Channel<T> slot, TimeSpan pause, TimeProvider clock, Action? stopped,
        [EnumeratorCancellation] CancellationToken cancel)
    {
        try
        {
            while (await slot.Reader.WaitToReadAsync(cancel).ConfigureAwait(false))
            {
                if (!slot.Reader.TryRead(out var value))
                    continue;
                yield return value;
                if (pause > TimeSpan.Zero)
                    await Task.Delay(pause, clock, cancel).ConfigureAwait(false);
            }
        }
        finally
        {
            slot.Writer.TryComplete();
            stopped?.Invoke();
        }
    }
}
