using OpsHub.Domain.Consultations;

namespace OpsHub.Domain.Hierarchy;

/// <summary>A grid's cells over its cases, or an agency's over those it leads or assists (叶子单元汇总).</summary>
public sealed class SubjectCells() : SubjectCells<CaseContribution>((c, at) => SummaryFold.Of([c], at));

/// <summary>A community's cells over its consultations, or a township's over the cross-community ones that it leads (协商汇总).</summary>
public sealed class ConsultationCells() : SubjectCells<ConsultationContribution>((c, at) => new UnitSummary { Consultations = ConsultationFiguresFold.Of([c], at) });

/// <summary>Cells of subjects: one for each, their running total kept with every change. Only higher versions are taken, and closed or departed
/// subjects keep their cell, so that a late or doubled push finds it. Mutable; belongs to one activation.</summary>
/// <typeparam name="TContribution">What a subject adds.</typeparam>
/// <param name="summary">A contribution as a summary, trimmed at an instant.</param>
public class SubjectCells<TContribution>(Func<TContribution, DateTimeOffset, UnitSummary> summary)
    where TContribution : class
{
    private readonly Dictionary<string, Cell> _cells = new(StringComparer.Ordinal);
    private readonly TrimmedTotal _total = new();
    private long _change;

    /// <summary>Sum over all cells, as last trimmed.</summary>
    public UnitSummary Total => _total.Value;

    /// <summary>Rises with every push taken; tells a recount what changed after it began to read.</summary>
    public long Change => _change;

    /// <summary>Takes a subject's contribution where its version is higher than the one held.</summary>
    /// <param name="subject">Grain key.</param>
    /// <param name="version">Its storage version.</param>
    /// <param name="contribution">What it adds; null when it has left this unit or was cleared (墓碑).</param>
    /// <param name="now">The instant; past due minutes and old hours are trimmed by it.</param>
    /// <returns>False when it was stale or doubled; it is acknowledged all the same.</returns>
    public bool Push(string subject, long version, TContribution? contribution, DateTimeOffset now)
    {
        var held = _cells.GetValueOrDefault(subject);
        if (held is not null && version <= held.Version)
            return false;
        Put(subject, held, new Cell(version, contribution, ++_change), now);
        return true;
    }

    /// <summary>Replaces values by what the index says, but no version by a lower one. Cells pushed after the read began are left alone.</summary>
    /// <param name="read">Contributions by grain key, read from the index.</param>
    /// <param name="since"><see cref="Change"/> when the read began.</param>
    /// <param name="now">The instant of the read.</param>
    /// <returns>How many cells counted for something else than the index says.</returns>
    public int Recount(IReadOnlyDictionary<string, (long Version, TContribution Contribution)> read, long since, DateTimeOffset now)
    {
        var repaired = 0;
        foreach (var (subject, row) in read)
        {
            var held = _cells.GetValueOrDefault(subject);
            if (held is not null && (held.Change > since || row.Version < held.Version || (row.Version == held.Version && row.Contribution.Equals(held.Contribution))))
                continue;
            repaired += Put(subject, held, new Cell(row.Version, row.Contribution, _change), now) ? 1 : 0;
        }

        // What the index no longer has here has moved to another unit, or is too old to count.
        foreach (var (subject, held) in _cells.Where(c => c.Value.Contribution is not null && c.Value.Change <= since && !read.ContainsKey(c.Key)).ToArray())
            repaired += Put(subject, held, held with { Contribution = null }, now) ? 1 : 0;
        return repaired;
    }

    /// <summary>Gathers past due minutes and drops old hours.</summary>
    public void Age(DateTimeOffset now) => _total.Age(now);

    private bool Put(string subject, Cell? held, Cell next, DateTimeOffset now)
    {
        if (held is not null && held.Contribution == next.Contribution) // most steps move a case without changing any figure
        {
            _cells[subject] = next;
            return false;
        }

        _total.Age(now);
        var (old, value) = (Summary(held), Summary(next));
        _total.Replace(old, value, now);
        _cells[subject] = next;
        return old != value;
    }

    private UnitSummary Summary(Cell? cell) => cell?.Contribution is { } c ? summary(c, _total.At) : UnitSummary.Empty;

    private sealed record Cell(long Version, TContribution? Contribution, long Change);
}
