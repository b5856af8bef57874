using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Cases;

/// <summary>Reads one unit's events for all who subscribe in this process, in the order in which they became known here.
/// A position may appear up to a second after higher ones (transactions that end late), so what is younger is read again and known
/// events are left out.</summary>
internal sealed class UnitEventReader(UnitCode unit, IHubIndex index, HubClock clock)
{
    /// <summary>How many events one question asks for.</summary>
    public const int Batch = 500;

    private const int Kept = 2_000;
    private static readonly TimeSpan Settles = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private readonly List<PlacedEvent> _known = [];
    private readonly Dictionary<(string Case, long Sequence), long> _young = [];
    private readonly Queue<(long At, long Position)> _marks = new();
    private readonly Signal _changed = new();
    private long _dropped;
    private long _settled;
    private long _newest;

    public Task NextChange => _changed.Next;

    /// <summary>How many events became known so far; the place of the next one.</summary>
    public long End
    {
        get
        {
            lock (_gate)
                return _dropped + _known.Count;
        }
    }

    /// <summary>The highest position known.</summary>
    public long Newest
    {
        get
        {
            lock (_gate)
                return _newest;
        }
    }

    /// <summary>Place and highest position right after it began.</summary>
    public (long End, long Newest) Began { get; private set; }

    /// <summary>Begins after the newest event there is.</summary>
    public async Task Begin(CancellationToken cancel)
    {
        // What came just now may still be followed by lower positions: it is read, and known from the start.
        var read = await index.Events(unit, null, Batch, cancel).ConfigureAwait(false);
        foreach (var (position, row) in read.OrderBy(e => e.Position))
            Add(position, row);
        _settled = read.Count < Batch ? 0 : read.Min(e => e.Position);
        Mark();
        Began = (End, Newest);
    }

    /// <summary>Reads what is new.</summary>
    public async Task Read(CancellationToken cancel)
    {
        var (after, found) = (_settled, 0);
        while (true)
        {
            var read = await index.Events(unit, after, Batch, cancel).ConfigureAwait(false);
            foreach (var (position, row) in read)
                found += Add(position, row) ? 1 : 0;
            if (read.Count < Batch)
                break;
            after = read[^1].Position;
        }

        Mark();
        if (found > 0)
            _changed.Set();
    }

    /// <summary>Events from a place on, or null when they are no longer kept.</summary>
    public IReadOnlyList<PlacedEvent>? From(long place)
    {
        lock (_gate)
            return place < _dropped ? null : _known[(int)(place - _dropped)..];
    }

    /// <summary>The place after an event's, or null when it isn't known here.</summary>
    public long? After(long position)
    {
        lock (_gate)
            return _known.FindLastIndex(e => e.Position == position) is >= 0 and var found ? _dropped + found + 1 : null;
    }

    private bool Add(long position, CaseEventRow row)
    {
        lock (_gate)
        {
            if (!_young.TryAdd((row.Case, row.Sequence), position))
                return false;
            _known.Add(new PlacedEvent(position, row));
            _newest = Math.Max(_newest, position);
            return true;
        }
    }

    // A position is settled when it was the newest a while ago: by now all lower ones have appeared.
    private void Mark()
    {
        lock (_gate)
        {
            _marks.Enqueue((clock.Time.GetTimestamp(), _newest));
            var before = _settled;
            while (_marks.TryPeek(out var mark) && clock.Time.GetElapsedTime(mark.At) > Settles)
                _settled = Math.Max(_settled, _marks.Dequeue().Position);
            if (_settled > before)
            {
                foreach (var settled in _young.Where(y => y.Value <= _settled).Select(y => y.Key).ToList())
                    _young.Remove(settled);
            }

            var surplus = _known.Count - Kept;
            if (surplus <= 0)
                return;
            _known.RemoveRange(0, surplus);
            _dropped += surplus;
        }
    }
}
