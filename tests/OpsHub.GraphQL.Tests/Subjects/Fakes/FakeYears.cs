using System.Collections.Concurrent;
using OpsHub.Contracts.Assessments;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.GraphQL.Tests.Subjects.Fakes;

/// <summary>Index and evidence of agencies' years in memory. Every question is counted.</summary>
public sealed class FakeYears : IAgencyYearIndex, IAgencyEvidence
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, AgencyYearRow> _rows = new(StringComparer.Ordinal);

    public ConcurrentQueue<string> Calls { get; } = new();

    /// <summary>Townships that an agency serves, where the directory knows no such agency.</summary>
    public Dictionary<string, IReadOnlyList<UnitCode>> Served { get; } = [];

    public List<YearSnapshot> Kept { get; } = [];

    /// <summary>What is counted when somebody asks, by township; nothing where none is named.</summary>
    public Dictionary<UnitCode, CaseEvidence> Counted { get; } = [];

    public List<EvidenceOfCase> Behind { get; } = [];

    /// <summary>When set, whoever watches a board is failed with it.</summary>
    public Exception? Failure { get; set; }

    public void Put(AgencyYearRow row)
    {
        lock (_gate)
            _rows[row.Key] = row;
    }

    /// <summary>Takes a year off all boards.</summary>
    public void Drop(string key)
    {
        lock (_gate)
            _rows.Remove(key);
    }

    public Task<IReadOnlyList<AgencyYearRow>> OfUnit(UnitCode unit, int year, CancellationToken cancel = default) => Found("OfUnit", On(new(OrganCode.Of(unit), year)));

    public Task<IReadOnlyList<AgencyYearRow>> OfDepartment(OrganCode department, int year, CancellationToken cancel = default) => Found("OfDepartment", On(new(department, year)));

    public async Task<IReadOnlyDictionary<string, long>> Versions(YearBoard board, CancellationToken cancel = default) => Failure is { } failure
        ? throw failure
        : (await Found("Versions", On(board))).ToDictionary(r => r.Key, r => r.Version);

    public Task<IReadOnlyList<AgencyYearRow>> OfAgency(OrganCode agency, CancellationToken cancel = default) => Found("OfAgency", r => r.Agency == agency);

    public Task<IReadOnlyDictionary<string, AgencyYearRow>> ByKey(IReadOnlyCollection<string> keys, CancellationToken cancel = default)
    {
        Calls.Enqueue($"ByKey {keys.Count}");
        lock (_gate)
            return Task.FromResult<IReadOnlyDictionary<string, AgencyYearRow>>(keys.Where(_rows.ContainsKey).ToDictionary(k => k, k => _rows[k]));
    }

    public Task<IReadOnlyList<AgencyYearRow>> InStages(IReadOnlyCollection<AgencyYearStage> stages, string? after, int limit, CancellationToken cancel = default) => throw new NotSupportedException();

    public Task<IReadOnlyList<AgencyYearRow>> Shared(ShareTarget target, OrganCode organ, int year, CancellationToken cancel = default) => Found("Shared", r =>
        r.Year == year && r.SharedAt.ContainsKey(target) && (target == ShareTarget.Department ? r.Department : OrganCode.Of(r.Host)) == organ);

    public Task<IReadOnlyList<YearSnapshot>> Snapshots(OrganCode agency, int year, CancellationToken cancel = default) => Task.FromResult<IReadOnlyList<YearSnapshot>>(Kept);

    public Task<bool> Keep(YearSnapshot snapshot, int year, CancellationToken cancel = default) => throw new NotSupportedException();

    public Task<IReadOnlyDictionary<UnitCode, CaseEvidence>> Count(OrganCode agency, IReadOnlyCollection<UnitCode> served, int year, DateTimeOffset through, CancellationToken cancel = default)
    {
        Calls.Enqueue($"Count {agency} {year}");
        return Task.FromResult<IReadOnlyDictionary<UnitCode, CaseEvidence>>(served.ToDictionary(t => t, t => Counted.GetValueOrDefault(t) ?? new CaseEvidence(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, through)));
    }

    public Task<IReadOnlyList<EvidenceOfCase>> Cases(OrganCode agency, UnitCode township, int year, DateTimeOffset through, CancellationToken cancel = default)
    {
        Calls.Enqueue($"Cases {agency} {township} {year}");
        return Task.FromResult<IReadOnlyList<EvidenceOfCase>>(Behind);
    }

    private Task<IReadOnlyList<AgencyYearRow>> Found(string asked, Func<AgencyYearRow, bool> fits)
    {
        Calls.Enqueue(asked);
        lock (_gate)
            return Task.FromResult<IReadOnlyList<AgencyYearRow>>([.. _rows.Values.Where(fits)]);
    }

    // By the host's code, as the index does.
    private static Func<AgencyYearRow, bool> On(YearBoard board) => r => r.Year == board.Year && (board.Of.Kind switch
    {
        OrganKind.Department => r.Department == board.Of,
        OrganKind.Unit => board.Of.Unit.Level == UnitLevel.Township ? r.Weights.ContainsKey(board.Of.Unit) : r.Host.LiesIn(board.Of.Unit),
        _ => false,
    });
}
