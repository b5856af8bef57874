namespace OpsHub.Domain.Hierarchy;

/// <summary>When a summary was made (汇总版本): the activation's epoch from a database sequence, and a count within it. Never a clock.</summary>
/// <param name="Epoch">Greater for each later activation.</param>
/// <param name="Version">Greater for each later change of that activation.</param>
public readonly record struct SummaryStamp(long Epoch, long Version) : IComparable<SummaryStamp>
{
    /// <summary>Below every real one: what was read from the index at activation.</summary>
    public static readonly SummaryStamp Lowest = new(long.MinValue, 0);

    /// <inheritdoc />
    public int CompareTo(SummaryStamp other) => Epoch != other.Epoch ? Epoch.CompareTo(other.Epoch) : Version.CompareTo(other.Version);
}

/// <summary>A parent's summary (上级单元汇总): one cell for each child, its running total kept with every change.
/// Only greater stamps are taken. Mutable; belongs to one activation.</summary>
public sealed class ChildCells
{
    private readonly Dictionary<UnitCode, Cell> _cells = [];
    private readonly TrimmedTotal _total = new();
    private long _change;

    /// <summary>Sum over all cells, as last trimmed.</summary>
    public UnitSummary Total => _total.Value;

    /// <summary>Rises with every push taken; tells a recount what changed after it began to read.</summary>
    public long Change => _change;

    /// <summary>The children that stand here and have a cell. One without a cell has nothing to count.</summary>
    public IEnumerable<(UnitCode Child, SummaryStamp Stamp, UnitSummary Summary)> Children =>
        _cells.Where(c => c.Value.Summary is not null).Select(c => (c.Key, c.Value.Stamp, c.Value.Summary!));

    /// <summary>Takes a child's summary where its stamp is greater than the one held.</summary>
    /// <param name="child">The child.</param>
    /// <param name="stamp">Its epoch and version.</param>
    /// <param name="summary">Its absolute summary; null when it now stands under another parent.</param>
    /// <param name="now">The instant; past due minutes and old hours are trimmed by it.</param>
    /// <returns>False when it was stale or doubled; it is acknowledged all the same.</returns>
    public bool Push(UnitCode child, SummaryStamp stamp, UnitSummary? summary, DateTimeOffset now)
    {
        var held = _cells.GetValueOrDefault(child);
        if (held is not null && stamp.CompareTo(held.Stamp) <= 0)
            return false;
        Put(child, held, new Cell(stamp, summary, ++_change), now);
        return true;
    }

    /// <summary>Replaces values by what the index says, never stamps: a later push still wins, a stale one lives at most until the next recount.
    /// Cells pushed after the read began are left alone. The first one, at activation, fills the cells.</summary>
    /// <param name="read">Summaries by child, read from the index.</param>
    /// <param name="since"><see cref="Change"/> when the read began.</param>
    /// <param name="now">The instant of the read.</param>
    /// <returns>How many cells were repaired.</returns>
    public int Recount(IReadOnlyDictionary<UnitCode, UnitSummary> read, long since, DateTimeOffset now)
    {
        var repaired = 0;
        foreach (var child in read.Keys.Union(_cells.Keys).ToArray())
        {
            var held = _cells.GetValueOrDefault(child);
            if (held?.Change > since)
                continue;
            var value = read.GetValueOrDefault(child) ?? (held?.Summary is null ? null : UnitSummary.Empty);
            if (SameAt(held?.Summary, value, now))
                continue;
            Put(child, held, new Cell(held?.Stamp ?? SummaryStamp.Lowest, value, held?.Change ?? 0), now);
            repaired++;
        }

        return repaired;
    }

    /// <summary>Gathers past due minutes and drops old hours.</summary>
    public void Age(DateTimeOffset now) => _total.Age(now);

    private static bool SameAt(UnitSummary? held, UnitSummary? read, DateTimeOffset now) =>
        SummaryFold.Trim(held ?? UnitSummary.Empty, now) == SummaryFold.Trim(read ?? UnitSummary.Empty, now);

    private void Put(UnitCode child, Cell? held, Cell next, DateTimeOffset now)
    {
        if (held is null || held.Summary != next.Summary)
            _total.Replace(held?.Summary ?? UnitSummary.Empty, next.Summary ?? UnitSummary.Empty, now);
        _cells[child] = next;
    }

    private sealed record Cell(SummaryStamp Stamp, UnitSummary? Summary, long Change);
}
