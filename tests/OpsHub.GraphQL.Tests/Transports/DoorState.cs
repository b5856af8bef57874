using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using OpsHub.GraphQL.Transports.Streams;

namespace OpsHub.GraphQL.Tests.Transports;

/// <summary>What the test schema remembers, so that tests can steer it and see what it was asked.</summary>
public sealed class DoorState
{
    private int _count;
    private int _executed;

    public TaskCompletionSource<string?> Never { get; } = new();

    /// <summary>When set, the field "live" answers only after it.</summary>
    public TaskCompletionSource? LiveGate { get; set; }

    public TaskCompletionSource LiveEntered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public BlockingCollection<LatestValue<Reading>> LatestSubscribers { get; } = [];

    public BlockingCollection<BoundedEvents<Reading>> EventSubscribers { get; } = [];

    public TaskCompletionSource Stopped { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ConcurrentDictionary<string, bool> Revoked { get; } = new();

    public int Counted => _count;

    public int ExecutedReadings => _executed;

    public int Count() => Interlocked.Increment(ref _count);

    public Reading Executed(Reading reading)
    {
        Interlocked.Increment(ref _executed);
        return reading;
    }

    public async Task<int> CountLiveAsync()
    {
        var number = Count();
        LiveEntered.TrySetResult();
        if (LiveGate is { } gate)
            await gate.Task;
        return number;
    }

    public LatestValue<Reading> Latest()
    {
        var latest = new LatestValue<Reading>(stopped: () => Stopped.TrySetResult());
        LatestSubscribers.Add(latest);
        return latest;
    }

    public BoundedEvents<Reading> Events()
    {
        var events = new BoundedEvents<Reading>(4, () => Stopped.TrySetResult());
        EventSubscribers.Add(events);
        return events;
    }

    public static async IAsyncEnumerable<Reading> CountTo(int last, int after, [EnumeratorCancellation] CancellationToken cancel)
    {
        for (var number = after + 1; number <= last; number++)
        {
            cancel.ThrowIfCancellationRequested();
            yield return new(number, "第" + number);
            await Task.Yield();
        }
    }

    public static async IAsyncEnumerable<Reading> Breaks([EnumeratorCancellation] CancellationToken cancel)
    {
        yield return new(1, "");
        await Task.Yield();
        cancel.ThrowIfCancellationRequested();
        throw new InvalidOperationException("password=secret");
    }
}
