using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace OpsHub.Grains.Tests.Fakes;

/// <summary>Grains' time, moved by the test alone. It tells of each delay that begins, so that a test can let exactly that much pass,
/// and what it measures does not depend on how fast the machine is.</summary>
internal sealed class GrainTime(DateTimeOffset start) : FakeTimeProvider(start)
{
    private readonly Channel<TimeSpan> _delays = Channel.CreateUnbounded<TimeSpan>();

    /// <summary>Delays that have begun, in order.</summary>
    internal ChannelReader<TimeSpan> Delays => _delays.Reader;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero && period == Timeout.InfiniteTimeSpan) // grains' timers are made idle and set afterwards
            _delays.Writer.TryWrite(dueTime);
        return timer;
    }
}
