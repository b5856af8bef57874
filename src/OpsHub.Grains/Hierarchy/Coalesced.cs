using Orleans.Runtime;

namespace OpsHub.Grains.Hierarchy;

/// <summary>Sends the newest state at most once a window: at once if none went out within it, otherwise at its end.
/// A failed send is tried again with back-off until it succeeds or the activation ends. Sends run on the activation beside its
/// calls, so nothing that arrives waits for them.</summary>
internal sealed class Coalesced(IGrainBase grain, TimeProvider time, TimeSpan window, TimeSpan longestBackOff, Func<Task> send, Action<Exception> failed)
{
    private static readonly TimeSpan FirstBackOff = TimeSpan.FromMilliseconds(100);

    private IGrainTimer? _timer;
    private bool _pending, _sending, _armed, _stopped;
    private int _failures;
    private long _last;

    /// <summary>Something changed: it will be sent.</summary>
    internal void Mark()
    {
        _pending = true;
        if (_sending || _armed || _stopped)
            return;
        var wait = _last == 0 ? TimeSpan.Zero : window - time.GetElapsedTime(_last);
        if (wait > TimeSpan.Zero)
            Arm(wait);
        else
            Send().Ignore(); // nothing is lost: the change stays pending until a send succeeds
    }

    /// <summary>Sends what is pending one last time, and no more after that.</summary>
    internal async Task Stop()
    {
        _stopped = true;
        if (_pending && !_sending)
            await Send();
    }

    private async Task Send()
    {
        (_sending, _pending) = (true, false);
        try
        {
            await send();
            _failures = 0;
        }
        catch (Exception error)
        {
            _pending = true;
            _failures++;
            failed(error);
        }

        _sending = false;
        _last = time.GetTimestamp();
        if (_pending && !_stopped)
            Arm(_failures == 0 ? window : BackOff());
    }

    private TimeSpan BackOff()
    {
        var wait = FirstBackOff * Math.Pow(2, Math.Min(_failures - 1, 20));
        return wait < longestBackOff ? wait : longestBackOff;
    }

    private void Arm(TimeSpan wait)
    {
        _armed = true;
        if (_timer is null)
            _timer = grain.RegisterGrainTimer(OnTimer, new GrainTimerCreationOptions(wait, Timeout.InfiniteTimeSpan) { Interleave = true });
        else
            _timer.Change(wait, Timeout.InfiniteTimeSpan);
    }

    private async Task OnTimer(CancellationToken cancel)
    {
        _armed = false;
        if (_pending && !_sending && !_stopped)
            await Send();
    }
}
