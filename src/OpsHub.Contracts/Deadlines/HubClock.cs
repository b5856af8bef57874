namespace OpsHub.Contracts.Deadlines;

/// <summary>The hub's clock (系统时钟): this machine's, corrected to the database's, so that all processes judge terms alike. Never runs backwards.</summary>
public sealed class HubClock(TimeProvider time)
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
                var now = time.GetUtcNow() + _offset;
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
