using OpsHub.Contracts.Councils;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Councils;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Fixtures;

/// <summary>The index of ledgers, councils and support records over rows in memory, filled by publications as the real one is.</summary>
internal sealed class MemoryCouncilIndex : ICouncilIndex
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, OpinionRow> _opinions = [];
    private readonly Dictionary<string, SupportRecordRow> _records = [];
    private readonly Dictionary<UnitCode, LedgerRow> _ledgers = [];
    private readonly Dictionary<UnitCode, CouncilRow> _councils = [];

    /// <summary>Day from which records are kept.</summary>
    public DateOnly Began { get; set; } = new(2020, 1, 1);

    /// <summary>Communities that consultations concern.</summary>
    public HashSet<UnitCode> Concerned { get; } = [];

    /// <summary>Questions asked so far.</summary>
    public int Asked { get; private set; }

    /// <summary>Loses every row.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _opinions.Clear();
            _records.Clear();
            _ledgers.Clear();
            _councils.Clear();
        }
    }

    public void Take(CouncilPublication? p)
    {
        lock (_gate)
        {
            if (p?.Ledger is { } ledger)
                _ledgers[ledger.Community] = ledger;
            if (p?.Council is { } council)
                _councils[council.Community] = council;
            foreach (var e in p?.Opinions ?? [])
            {
                if (e is OpinionEntered { Entry: var entry })
                    _opinions.TryAdd(entry.Id, new(e.Community, entry, null, null));
                else if (e is OpinionLinked { Link: var link } linked && _opinions.GetValueOrDefault(link.Entry) is { } held && !(held.LinkedAt >= linked.At))
                    _opinions[link.Entry] = held with { Consultation = link.Consultation, LinkedAt = linked.At };
            }

            foreach (var e in p?.Records ?? [])
            {
                if (e is SupportRecorded { Record: var record })
                    _records.TryAdd(record.Id, new(e.Unit, record, null, null));
                else if (e is SupportEnded ended && _records.GetValueOrDefault(ended.Id) is { EndedAt: null } standing)
                    _records[ended.Id] = standing with { EndedAt = ended.At, Reason = ended.Reason };
            }
        }
    }

    public Task<Page<OpinionRow>> Opinions(UnitCode community, OpinionFilter filter, PageRequest page, CancellationToken cancel = default) =>
        Answer(() => Page(Matching(community, filter), o => o.Entry.Id, page));

    public Task<int> CountOpinions(UnitCode community, OpinionFilter filter, CancellationToken cancel = default) => Answer(() => Matching(community, filter).Count());

    public Task<OpinionRow?> Opinion(string entry, CancellationToken cancel = default) => Answer(() => _opinions.GetValueOrDefault(entry));

    public Task<Page<SupportRecordRow>> Records(SupportFilter filter, PageRequest page, CancellationToken cancel = default) => Answer(() => Page(Matching(filter), r => r.Record.Id, page));

    public Task<int> CountRecords(SupportFilter filter, CancellationToken cancel = default) => Answer(() => Matching(filter).Count());

    public Task<SupportRecordRow?> Record(string id, CancellationToken cancel = default) => Answer(() => _records.GetValueOrDefault(id));

    public Task<IReadOnlyList<SupportFact>> Facts(IReadOnlyCollection<UnitCode> units, CancellationToken cancel = default) => Answer<IReadOnlyList<SupportFact>>(() =>
    [
        .. _records.Values.Where(r => r.EndedAt is null && units.Contains(r.Unit))
            .GroupBy(r => (r.Unit, r.Record.Kind, About: r.Record.Kind == SupportKind.LawPublicity ? r.Record.About : null))
            .Select(g => new SupportFact(g.Key.Unit, g.Key.Kind, g.Key.About, g.Max(r => r.Record.On), g.Count())),
        .. _ledgers.Values.Where(l => units.Contains(l.Community) && l.LastVisit is not null).Select(l => new SupportFact(l.Community, SupportKind.HouseholdVisit, null, l.LastVisit!.Value, 1)),
        .. _councils.Values.Where(c => units.Contains(c.Community)).Select(c => new SupportFact(c.Community, SupportKind.Council, null, c.EstablishedOn, 1)),
        .. _councils.Values.Where(c => units.Contains(c.Community) && c.TermEnd is not null).Select(c => new SupportFact(c.Community, SupportKind.CouncilTerm, null, c.TermEnd!.Value, 1)),
    ]);

    public Task<IReadOnlySet<UnitCode>> Consulted(IReadOnlyCollection<UnitCode> communities, CancellationToken cancel = default) =>
        Answer<IReadOnlySet<UnitCode>>(() => communities.Where(Concerned.Contains).ToHashSet());

    public Task<IReadOnlyList<MediationAward>> Awards(IReadOnlyCollection<UnitCode> units, CancellationToken cancel = default) => Answer<IReadOnlyList<MediationAward>>(() =>
    [
        .. Matching(new(units, SupportKind.MediationAward)).GroupBy(r => (r.Unit, r.Record.Post)).Select(g => new MediationAward(g.Key.Unit, g.Key.Post!, g.Sum(r => r.Record.Quantity!.Value))),
    ]);

    public Task<IReadOnlyList<FixedDay>> FixedDays(CancellationToken cancel = default) => Answer<IReadOnlyList<FixedDay>>(() =>
        [.. _records.Values.Where(r => r.EndedAt is null && r.Record.Kind == SupportKind.FixedDay).Select(r => new FixedDay(r.Unit, r.Record.Quantity!.Value)).Distinct()]);

    public Task<DateOnly> Since(CancellationToken cancel = default) => Task.FromResult(Began);

    private Task<T> Answer<T>(Func<T> read)
    {
        lock (_gate)
        {
            Asked++;
            return Task.FromResult(read());
        }
    }

    private IEnumerable<OpinionRow> Matching(UnitCode community, OpinionFilter filter) => _opinions.Values
        .Where(o => o.Community == community && (filter.Source is null || o.Entry.Source == filter.Source) && (filter.Linked is null || o.Consultation is not null == filter.Linked))
        .OrderByDescending(o => o.Entry.At).ThenByDescending(o => o.Entry.Id, StringComparer.Ordinal);

    private IEnumerable<SupportRecordRow> Matching(SupportFilter filter) => _records.Values
        .Where(r => filter.Units.Contains(r.Unit) && (filter.Kind is null || r.Record.Kind == filter.Kind) && (!filter.StandingOnly || r.EndedAt is null) && (filter.About is null || r.Record.About == filter.About))
        .OrderByDescending(r => r.Record.At).ThenByDescending(r => r.Record.Id, StringComparer.Ordinal);

    // The id is the cursor.
    private static Page<T> Page<T>(IEnumerable<T> all, Func<T, string> id, PageRequest page)
    {
        var rows = all.ToList();
        if (page.After is { } cursor && rows.TrueForAll(r => id(r) != cursor))
            throw new BadCursorException("The cursor was not made by this list.");
        var from = page.After is { } after ? rows.FindIndex(r => id(r) == after) + 1 : 0;
        var count = Math.Min(page.First ?? page.Last ?? rows.Count, rows.Count - from);
        return new([.. rows.GetRange(from, count).Select(r => (r, id(r)))], from + count < rows.Count, from > 0, DateTimeOffset.UnixEpoch);
    }
}
