namespace OpsHub.Storage.Sqlite.Writing;

/// <summary>Guesses how long a write put into the queue now would wait: what stands before it, at the recent pace. Guarded by the queue's lock.</summary>
internal sealed class WaitEstimate(TimeProvider time)
{
    private double _secondsPerWrite = 0.0005;
    private long _groupBegan;
    private int _inGroup;

    public void GroupBegins(int writes)
    {
        _groupBegan = time.GetTimestamp();
        _inGroup = writes;
    }

    public void GroupEnds()
    {
        // A new pace counts for a quarter: one slow fsync doesn't turn everybody away, four do.
        var pace = time.GetElapsedTime(_groupBegan).TotalSeconds / _inGroup;
        _secondsPerWrite += (Math.Min(pace, 0.1) - _secondsPerWrite) / 4 * Math.Min(1.0, _inGroup / 16.0);
        _inGroup = 0;
    }

    public TimeSpan Wait(int queued)
    {
        if (_inGroup == 0)
            return TimeSpan.FromSeconds(queued * _secondsPerWrite);
        // What is under way takes at least as long as it already has.
        var elapsed = time.GetElapsedTime(_groupBegan).TotalSeconds;
        return TimeSpan.FromSeconds(Math.Max(_inGroup * _secondsPerWrite - elapsed, elapsed) + (queued * _secondsPerWrite));
    }
}
