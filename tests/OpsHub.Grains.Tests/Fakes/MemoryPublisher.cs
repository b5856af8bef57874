using OpsHub.Contracts.Index;
using OpsHub.Contracts.Publishing;
using OpsHub.Domain.Hierarchy;
using OpsHub.Fixtures;

namespace OpsHub.Grains.Tests.Fakes;

/// <summary>The writing side of the index in memory. A mark stands from publishing until it is taken off; the trigger that sets it
/// within the state write itself is the storage tests' matter.</summary>
internal sealed partial class MemoryIndex : IPublisher
{
    private readonly Dictionary<string, long> _numbers = [];

    /// <summary>Ledgers, councils and support records.</summary>
    internal MemoryCouncilIndex Councils { get; } = new();

    /// <summary>Tokens and sums of surveys.</summary>
    internal MemoryBallots Ballots { get; } = new();

    public long Connections => 0;

    /// <summary>The newest publication of a subject, or null.</summary>
    internal Publication? Published(string subject) => _published.GetValueOrDefault(subject);

    /// <summary>Loses a ledger or support file, as a database that was restored from long ago.</summary>
    internal void Lose(string subject)
    {
        lock (_published)
        {
            _published.Remove(subject, out _);
            Councils.Clear();
        }
    }

    /// <summary>Marks a version, as the trigger does within the state write.</summary>
    internal void Mark(string subject, long version)
    {
        lock (_published)
            _marks[subject] = version;
    }

    /// <summary>True while a subject is marked.</summary>
    internal bool IsMarked(string subject) => _marks.ContainsKey(subject);

    public Task<bool> Publish(Publication publication, CancellationToken cancel = default)
    {
        lock (_published)
        {
            if (_published.TryGetValue(publication.Subject, out var held) && held.Version >= publication.Version)
            {
                // Entries and records have no guard: a publication of the same version may bring further ones.
                if (held.Version == publication.Version)
                    Councils.Take(publication.Councils);
                return Task.FromResult(true);
            }

            _published[publication.Subject] = publication;
            _marks[publication.Subject] = publication.Version;
            if (publication.Case is { } row)
                _cases[row.Key] = row;
            if (publication.Consultation is { } consultation)
                _consultations[consultation.Key] = consultation;
            Councils.Take(publication.Councils);
            Ballots.Take(publication.Survey);
            if (publication.Unit is { } unit)
                _units[unit.Code] = unit;
            if (publication.Agency is { } agency)
                _agencies[agency.Code] = agency;
        }

        return Task.FromResult(true);
    }

    public Task Place(UnitCode unit, IReadOnlyList<UnitCode> above, CancellationToken cancel = default)
    {
        lock (_published)
        {
            foreach (var row in _cases.Values.Where(c => At(c, unit.Level) == unit && above.Any(a => At(c, a.Level) != a)))
            {
                _cases[row.Key] = above.Aggregate(row, (r, a) => a.Level switch
                {
                    UnitLevel.City => r with { City = a },
                    UnitLevel.County => r with { County = a },
                    UnitLevel.Township => r with { Township = a },
                    _ => r with { Community = a },
                });
            }

            PlaceConsultations(unit, above);
        }

        return Task.CompletedTask;
    }

    public Task Unmark(string subject, long version, CancellationToken cancel = default)
    {
        lock (_published)
        {
            if (_marks.TryGetValue(subject, out var held) && held <= version)
                _marks.TryRemove(subject, out _);
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<UnpublishedMark>> Marks(TimeSpan age, int limit, CancellationToken cancel = default) =>
        Task.FromResult<IReadOnlyList<UnpublishedMark>>([.. _marks.Take(limit).Select(m => new UnpublishedMark(m.Key, m.Value))]);

    public Task<int> CountMarks(CancellationToken cancel = default) => Task.FromResult(_marks.Count);

    public Task<long> NextEpoch(CancellationToken cancel = default) => Task.FromResult(Interlocked.Increment(ref _epoch));

    public Task<long> TakeNumbers(string series, int count, CancellationToken cancel = default)
    {
        lock (_numbers)
        {
            var first = _numbers.GetValueOrDefault(series, 1);
            _numbers[series] = first + count;
            return Task.FromResult(first);
        }
    }

    public Task<DateTimeOffset> Clock(CancellationToken cancel = default) => Task.FromResult(TimeProvider.System.GetUtcNow());
}
