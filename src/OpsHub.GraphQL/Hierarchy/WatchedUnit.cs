using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Hierarchy;

/// <summary>One unit that this process watches: one observer however many read or subscribe. Holds the newest family heard of.</summary>
internal sealed class WatchedUnit : IUnitObserver
{
    // A watch lapses after 10 s; what hasn't been renewed for that long may be old.
    private static readonly TimeSpan Trusted = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly Signal _changed = new();
    private readonly UnitCode _unit;
    private readonly IGrainFactory _grains;
    private readonly HubClock _clock;
    private readonly Lazy<Task> _started;
    private IUnitObserver? _reference;
    private volatile FamilyReading? _reading;
    private long _renewed;
    private long _used;
    private int _subscribers;
    private int _renewing;

    public WatchedUnit(UnitCode unit, IGrainFactory grains, HubClock clock)
    {
        (_unit, _grains, _clock, _used) = (unit, grains, clock, clock.Time.GetTimestamp());
        _started = new(Renew);
    }

    /// <summary>Completes when the first family is here; fails when the grain couldn't be asked.</summary>
    public Task Started => _started.Value;

    /// <summary>True while what is held here can be trusted.</summary>
    public bool IsFresh => _reading is not null && _clock.Time.GetElapsedTime(Interlocked.Read(ref _renewed)) < Trusted;

    /// <summary>The newest figures, read at this second.</summary>
    public FamilyReading Reading()
    {
        Interlocked.Exchange(ref _used, _clock.Time.GetTimestamp());
        var held = _reading!;
        var second = _clock.Now.ToUnixTimeSeconds();
        if (held.Second == second)
            return held;
        var fresh = new FamilyReading(held.Family, second);
        lock (_gate)
        {
            if (ReferenceEquals(_reading, held))
                _reading = fresh;
        }

        return fresh;
    }

    /// <summary>Completes at the next change; take it before reading.</summary>
    public Task NextChange => _changed.Next;

    /// <summary>Unused for so long, and nobody subscribes.</summary>
    public bool IsUnused(TimeSpan time) => Volatile.Read(ref _subscribers) == 0 && _clock.Time.GetElapsedTime(Interlocked.Read(ref _used)) > time;

    public void Join() => Interlocked.Increment(ref _subscribers);

    public void Leave()
    {
        Interlocked.Exchange(ref _used, _clock.Time.GetTimestamp());
        Interlocked.Decrement(ref _subscribers);
    }

    public Task Changed(LiveFamily family)
    {
        Take(family);
        return Task.CompletedTask;
    }

    /// <summary>Asks again to be told; what comes back repairs what was lost on the way.</summary>
    public async Task Renew()
    {
        _reference ??= _grains.CreateObjectReference<IUnitObserver>(this);
        Interlocked.Increment(ref _renewing);
        try
        {
            Take(await _grains.Unit(_unit).Watch(_reference).ConfigureAwait(false));
            Interlocked.Exchange(ref _renewed, _clock.Time.GetTimestamp());
        }
        finally
        {
            Interlocked.Decrement(ref _renewing);
        }
    }

    /// <summary>True while the grain was asked and hasn't answered.</summary>
    public bool IsRenewing => Volatile.Read(ref _renewing) > 0;

    /// <summary>Ends the watch.</summary>
    public async Task Stop()
    {
        if (_reference is not { } reference)
            return;
        await _grains.Unit(_unit).Unwatch(reference).ConfigureAwait(false);
        _grains.DeleteObjectReference<IUnitObserver>(reference);
    }

    private void Take(LiveFamily family)
    {
        lock (_gate)
        {
            if (_reading is { } held && IsNewer(held.Family.Own, family.Own))
                return;
            // The same pair again may hold a child that a recount mended; that is no change to tell.
            var isChange = _reading is not { } former || IsNewer(family.Own, former.Family.Own);
            _reading = new FamilyReading(family, _clock.Now.ToUnixTimeSeconds());
            if (!isChange)
                return;
        }

        _changed.Set();
    }

    private static bool IsNewer(LiveSummary a, LiveSummary b) => a.Epoch > b.Epoch || (a.Epoch == b.Epoch && a.Version > b.Version);
}
