namespace OpsHub.Contracts.Deadlines;

/// <summary>The hub's clock (系统时钟): this machine's, corrected to the database's, so that all processes judge terms alike. Never runs backwards.</summary>
/// <param name="time">The clock of this machine.</param>
/// <param name="ahead">By how much it is ahead on purpose; only tests and measurements, for downtimes that nobody wants to wait for.</param>
public sealed class HubClock(TimeProvider time, TimeSpan ahead = default)
{
    private readonly Lock _gate = new();
    private TimeSpan _offset;
    private DateTimeOffset _last;

    /// <summary>A correction above this is alarmed.</summary>
    public static readonly TimeSpan AlarmAbove = TimeSpan.FromSeconds(2);

    /// <summary>The clock of timers and waits; not corrected.</summary>
    public TimeProvider Time => time;

    /// <summary>The present instant, UTC.</summary>
    public DateTimeOffset Now
    {
        get
        {
            lock (_gate)
            {
                var now = time.GetUtcNow() + _offset + ahead;
                return _last = now > _last ? now : _last;
            }
        }
    }

    /// <summary>Takes the database's present instant; returns by how much this machine differs from it.</summary>
    public TimeSpan Adjust(DateTimeOffset database)
    {
        lock (_gate)
            return _offset = database - time.GetUtcNow();
    }
}
