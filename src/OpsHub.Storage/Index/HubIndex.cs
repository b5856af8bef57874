using OpsHub.Contracts.Index;
using OpsHub.Domain.Hierarchy;
using OpsHub.Storage.Database;

namespace OpsHub.Storage.Index;

/// <summary>The index port: hands each question to the class of its subject.</summary>
internal sealed class HubIndex(IDatabase database, TimeProvider time) : IHubIndex
{
    private readonly CaseLists _cases = new(database, time);
    private readonly UnitLists _units = new(database, time);
    private readonly EventLists _events = new(database);
    private readonly ChildGroups _groups = new(database);
    private readonly Contributions _contributions = new(database, time);
    private readonly HolderLists _holders = new(database);
    private readonly RungLists _rungs = new(database);
    private readonly Differences _differences = new(database);
    private readonly SummaryHistory _history = new(database);

    public Task<Page<CaseRow>> Cases(CaseFilter filter, CaseOrder order, PageRequest page, CancellationToken cancel = default) => _cases.Page(filter, order, page, cancel);

    public Task<int> CountCases(CaseFilter filter, CancellationToken cancel = default) => _cases.Count(filter, cancel);

    public async Task<IReadOnlyDictionary<string, CaseRow>> CasesByKey(IReadOnlyCollection<string> keys, CancellationToken cancel = default) => await _cases.ByKey(keys, cancel);

    public Task<CaseRow?> CaseByNumber(string number, CancellationToken cancel = default) => _cases.ByNumber(number, cancel);

    public async Task<IReadOnlyList<CaseRow>> NearestDue(UnitCode unit, DateTimeOffset from, int limit, CancellationToken cancel = default) => await _cases.NearestDue(unit, from, limit, cancel);

    public Task<IReadOnlyList<HolderRow>> Holders(UnitCode unit, DateTimeOffset now, int limit, CancellationToken cancel = default) => _holders.Of(unit, now, limit, cancel);

    public async Task<IReadOnlyList<(long Position, CaseEventRow Event)>> Events(UnitCode unit, long? after, int limit, CancellationToken cancel = default) => await _events.Of(unit, after, limit, cancel);

    public IAsyncEnumerable<UnitRow> Units(CancellationToken cancel = default) => _units.All(cancel);

    public async Task<IReadOnlyDictionary<UnitCode, UnitRow>> UnitsByCode(IReadOnlyCollection<UnitCode> codes, CancellationToken cancel = default) => await _units.ByCode(codes, cancel);

    public Task<Page<UnitRow>> Children(UnitCode parent, PageRequest page, CancellationToken cancel = default) => _units.Children(parent, page, cancel);

    public IAsyncEnumerable<AgencyRow> Agencies(CancellationToken cancel = default) => _units.Agencies(cancel);

    public async Task<IReadOnlyDictionary<UnitCode, UnitSummary>> ChildSummaries(UnitCode unit, DateTimeOffset now, CancellationToken cancel = default) => await _groups.Of(unit, now, cancel);

    public async Task<IReadOnlyDictionary<string, (long Version, CaseContribution Contribution)>> Contributions(OrganCode gridOrAgency, CancellationToken cancel = default) => await _contributions.Of(gridOrAgency, cancel);

    public async Task<IReadOnlyList<RungRow>> Rungs(int shard, DateTimeOffset upTo, int limit, CancellationToken cancel = default) => await _rungs.Of(shard, upTo, limit, cancel);

    public IAsyncEnumerable<string> Differences(CancellationToken cancel = default) => _differences.Find(cancel);

    public Task SaveHistory(DateTimeOffset hour, IReadOnlyCollection<(UnitCode Unit, HistoryPoint Point)> points, bool keep = false, CancellationToken cancel = default) => _history.Save(hour, points, keep, cancel);

    public async Task<IReadOnlyList<(DateTimeOffset Hour, HistoryPoint Point)>> History(UnitCode unit, DateTimeOffset from, CancellationToken cancel = default) => await _history.Of(unit, from, cancel);
}
