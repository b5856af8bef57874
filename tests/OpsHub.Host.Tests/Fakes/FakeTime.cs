using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace OpsHub.Host.Tests.Fakes;

/// <summary>A clock that the test moves. It tells of each delay that begins, so that exactly that much passes, however slow the machine is.</summary>
internal sealed class FakeTime : FakeTimeProvider
{
    private readonly Channel<TimeSpan> _delays = Channel.CreateUnbounded<TimeSpan>();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero && period == Timeout.InfiniteTimeSpan)
            _delays.Writer.TryWrite(dueTime);
        return timer;
    }

    /// <summary>Lets each delay pass until the task ends.</summary>
    public async Task<T> Settle<T>(Task<T> task)
    {
        while (!task.IsCompleted)
        {
            await Task.WhenAny(task, _delays.Reader.WaitToReadAsync().AsTask()).WaitAsync(TimeSpan.FromSeconds(60));
            while (_delays.Reader.TryRead(out var delay))
                Advance(delay);
        }

        return await task;
    }
}
