namespace OpsHub.Storage.Sqlite.Writing;

/// <summary>Guesses how long a write put into the queue now would wait: the group under way, then what stands before it, at the recent pace.
/// A group costs something (its fsync) and each write in it something: told apart, or a burst after quiet hours would seem to need an fsync for each write.
/// Guarded by the queue's lock.</summary>
internal sealed class WaitEstimate(TimeProvider time)
{
    private const int Large = 32;

    private double _perGroup = 0.005;
    private double _perWrite = 0.0005;
    private long _began;
    private int _underWay;

    public void GroupBegins(int writes)
    {
        _began = time.GetTimestamp();
        _underWay = writes;
    }

    // What is new counts for a quarter: one slow group doesn't turn everybody away, four do.
    public void GroupEnds()
    {
        var seconds = time.GetElapsedTime(_began).TotalSeconds;
        if (_underWay >= Large)
            _perWrite += (Math.Min(seconds / _underWay, 0.1) - _perWrite) / 4;
        else
            _perGroup += (Math.Min(seconds, 1) - _perGroup) / 4;
        _underWay = 0;
    }

    public TimeSpan Wait(int queued)
    {
        var groups = Math.Ceiling(queued / (double)SqliteWriter.LargestGroup);
        return TimeSpan.FromSeconds(UnderWay() + (groups * _perGroup) + (queued * _perWrite));
    }

    // A group that takes longer than expected is taken to need as long again.
    private double UnderWay()
    {
        if (_underWay == 0)
            return 0;
        var elapsed = time.GetElapsedTime(_began).TotalSeconds;
        return Math.Max(_perGroup + (_underWay * _perWrite) - elapsed, elapsed);
    }
}
