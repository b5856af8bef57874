using System.Runtime;

namespace OpsHub.Grains.Deadlines;

/// <summary>Whose turn comes first.</summary>
internal enum TickTurn
{
    /// <summary>A tick of an emergency.</summary>
    Emergency,

    /// <summary>Any other tick.</summary>
    Tick,

    /// <summary>The publication of one that is written: what falls due together is all durable first.</summary>
    Publication,
}

/// <summary>How many ticks a process has under way, over all its shards: enough to fill the writer's groups, fewer where they take long, so that people's
/// commands don't wait behind them and no tick is turned away by a full queue, to be done twice. While some wait for their turn, garbage is collected at one go instead of
/// beside the work: a seventh more ticks in the same time, for pauses that nobody notices behind such a queue.</summary>
internal sealed class TickPace(TimeProvider time)
{
    /// <summary>The most: one group at the writer and half of the next in the making.</summary>
    public const int Most = 384;

    /// <summary>The fewest: one for each shard goes on however slow the storage is.</summary>
    public const int Fewest = 64;

    /// <summary>A tick that takes longer waits for the others. The writer refuses at a second.</summary>
    public static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(500);

    /// <summary>A tick that hangs, on a process that is gone perhaps, keeps its place no longer than this.</summary>
    public static readonly TimeSpan Held = TimeSpan.FromSeconds(3);

    private readonly Lock _gate = new();
    private readonly Queue<TaskCompletionSource>[] _waiting = [new(), new(), new()]; // by turn
    private double _limit = Most;
    private int _underWay;
    private long _halved;
    private GCLatencyMode? _usual; // to go back to when nobody waits any more

    /// <summary>How many there may be now.</summary>
    public int Limit
    {
        get
        {
            lock (_gate)
                return (int)_limit;
        }
    }

    /// <summary>Carries out one when its turn has come.</summary>
    public async ValueTask Run(Func<Task> tick, TickTurn of = TickTurn.Tick)
    {
        await Turn(of);
        var began = time.GetTimestamp();
        var work = Task.CompletedTask;
        try
        {
            work = tick();
            await work.WaitAsync(Held, time);
        }
        catch (TimeoutException) when (!work.IsCompleted)
        {
            // Whoever began it goes on waiting.
        }
        finally
        {
            Done(began);
        }

        await work;
    }

    private Task Turn(TickTurn of)
    {
        lock (_gate)
        {
            if (_underWay < (int)_limit)
            {
                _underWay++;
                return Task.CompletedTask;
            }

            if (_usual is null)
                (_usual, GCSettings.LatencyMode) = (GCSettings.LatencyMode, GCLatencyMode.Batch);
            var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting[(int)of].Enqueue(turn);
            return turn.Task;
        }
    }

    // Half at once, but only once for all that were under way together; back by one for each full round.
    private void Done(long began)
    {
        lock (_gate)
        {
            _underWay--;
            if (time.GetElapsedTime(began) <= Slow)
                _limit = Math.Min(Most, _limit + (1 / _limit));
            else if (began >= _halved)
                (_limit, _halved) = (Math.Max(Fewest, _limit / 2), time.GetTimestamp());
            for (; _underWay < (int)_limit && Array.Find(_waiting, w => w.Count > 0) is { } turns; _underWay++)
                turns.Dequeue().SetResult();
            if (_underWay == 0 && _usual is { } usual)
                (GCSettings.LatencyMode, _usual) = (usual, null);
        }
    }
}
