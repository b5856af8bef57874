using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Contracts.Index;

/// <summary>How a list of cases is ordered; the id breaks ties.</summary>
public enum CaseOrder
{
    /// <summary>Nearest due first; cases without a due instant last.</summary>
    DueAt,

    /// <summary>Newest report first.</summary>
    ReportedAtDescending,

    /// <summary>Latest change first.</summary>
    ChangedAtDescending,
}

/// <summary>Which cases a list shows; all conditions hold together.</summary>
public sealed record CaseFilter
{
    /// <summary>Cases of this unit's subtree.</summary>
    public UnitCode? Unit { get; init; }

    /// <summary>Grids whose rows stand elsewhere, but whose cases lie in the unit now (并入网格). Of <see cref="Cases.CasePlaces"/>; nothing without a unit.</summary>
    public IReadOnlyList<UnitCode> Gained { get; init; } = [];

    /// <summary>Grids whose rows stand under the unit, but whose cases lie elsewhere now (并出网格).</summary>
    public IReadOnlyList<UnitCode> Lost { get; init; } = [];

    /// <summary>Cases held by this organ.</summary>
    public OrganCode? Holder { get; init; }

    /// <summary>Open cases that wait for this organ: that it holds, or in which it owes a part, an answer or a decision.</summary>
    public OrganCode? WaitsFor { get; init; }

    /// <summary>Cases led or assisted by this organ.</summary>
    public OrganCode? Party { get; init; }

    /// <summary>Cases in one of these stages; null for any.</summary>
    public IReadOnlyList<CaseStage>? Stages { get; init; }

    /// <summary>Only open cases.</summary>
    public bool OpenOnly { get; init; }

    /// <summary>Only cases due before this instant.</summary>
    public DateTimeOffset? DueBefore { get; init; }

    /// <summary>Only cases due at or after this instant.</summary>
    public DateTimeOffset? DueFrom { get; init; }

    /// <summary>Only cases of this priority.</summary>
    public CasePriority? Priority { get; init; }

    /// <summary>Only emergencies, or only others.</summary>
    public bool? Emergency { get; init; }

    /// <summary>Only cases under urging, or only others.</summary>
    public bool? Urged { get; init; }

    /// <summary>Only cases that were escalated, or only others; null for any.</summary>
    public bool? Escalated { get; init; }

    /// <summary>Only cases reported at or after this instant.</summary>
    public DateTimeOffset? ReportedFrom { get; init; }

    /// <summary>Only cases reported before this instant.</summary>
    public DateTimeOffset? ReportedBefore { get; init; }

    /// <summary>Only cases that changed at or after this instant.</summary>
    public DateTimeOffset? ChangedFrom { get; init; }

    /// <summary>First- or second-level category.</summary>
    public string? Category { get; init; }

    /// <summary>Only these second- or first-level categories; null for any.</summary>
    public IReadOnlyList<string>? Categories { get; init; }

    /// <summary>Number, or words of the title; at most 100 characters.</summary>
    public string? Text { get; init; }

    /// <summary>Only the cases behind a count of an indicator.</summary>
    public Indicators.IndicatorCases? Behind { get; init; }
}

/// <summary>A page asked for, forwards or backwards. Exactly one of First and Last is set, 1-100.</summary>
/// <param name="First">How many from the start or after <paramref name="After"/>.</param>
/// <param name="After">Cursor.</param>
/// <param name="Last">How many up to the end or before <paramref name="Before"/>.</param>
/// <param name="Before">Cursor.</param>
public sealed record PageRequest(int? First, string? After, int? Last, string? Before);

/// <summary>A page: rows with cursors. Cursors are opaque and carry the sort value, the id and asOf.</summary>
/// <typeparam name="T">Row type.</typeparam>
/// <param name="Items">Rows in list order, each with its cursor.</param>
/// <param name="HasNext">More rows follow.</param>
/// <param name="HasPrevious">Rows come before.</param>
/// <param name="AsOf">When the list was first read.</param>
public sealed record Page<T>(IReadOnlyList<(T Row, string Cursor)> Items, bool HasNext, bool HasPrevious, DateTimeOffset AsOf);

/// <summary>A cursor that was not made by this list (游标无效).</summary>
public sealed class BadCursorException(string message) : Exception(message);

/// <summary>Reads lists and groups from the index. A port with one implementation, so that GraphQL and grains never see EF Core or a dialect.</summary>
public interface IHubIndex
{
    /// <summary>A page of cases.</summary>
    /// <exception cref="BadCursorException">The cursor is not one of this list's.</exception>
    Task<Page<CaseRow>> Cases(CaseFilter filter, CaseOrder order, PageRequest page, CancellationToken cancel = default);

    /// <summary>How many cases match.</summary>
    Task<int> CountCases(CaseFilter filter, CancellationToken cancel = default);

    /// <summary>Cases by grain key; unknown keys are left out.</summary>
    Task<IReadOnlyDictionary<string, CaseRow>> CasesByKey(IReadOnlyCollection<string> keys, CancellationToken cancel = default);

    /// <summary>The case with this number, or null.</summary>
    Task<CaseRow?> CaseByNumber(string number, CancellationToken cancel = default);

    /// <summary>Events of a unit's subtree after a position, oldest first; with <paramref name="after"/> null the newest ones.</summary>
    /// <returns>Events with their position; positions ascend within what one process reads, and on PostgreSQL may appear late by up to a second.</returns>
    Task<IReadOnlyList<(long Position, CaseEventRow Event)>> Events(UnitCode unit, long? after, int limit, CancellationToken cancel = default);

    /// <summary>All units, for the directory every process keeps; 13,500 rows for a city with grids.</summary>
    IAsyncEnumerable<UnitRow> Units(CancellationToken cancel = default);

    /// <summary>Units by code.</summary>
    Task<IReadOnlyDictionary<UnitCode, UnitRow>> UnitsByCode(IReadOnlyCollection<UnitCode> codes, CancellationToken cancel = default);

    /// <summary>Children of a unit in force, by code.</summary>
    Task<Page<UnitRow>> Children(UnitCode parent, PageRequest page, CancellationToken cancel = default);

    /// <summary>All agencies.</summary>
    IAsyncEnumerable<AgencyRow> Agencies(CancellationToken cancel = default);

    /// <summary>Summaries of a unit's children (or, for a grid, of itself under its own code), from open rows and the last 31 days, as read at <paramref name="now"/>. What activation and recount start from.</summary>
    Task<IReadOnlyDictionary<UnitCode, UnitSummary>> ChildSummaries(UnitCode unit, DateTimeOffset now, CancellationToken cancel = default);

    /// <summary>Contributions of single cases of a grid, or of an agency's led or assisted cases: open ones and those of the last 31 days, by grain key with their version.</summary>
    Task<IReadOnlyDictionary<string, (long Version, CaseContribution Contribution)>> Contributions(OrganCode gridOrAgency, CancellationToken cancel = default);

    /// <summary>Rungs of a shard up to an instant, oldest first, emergencies ahead.</summary>
    Task<IReadOnlyList<RungRow>> Rungs(int shard, DateTimeOffset upTo, int limit, CancellationToken cancel = default);

    /// <summary>Open terms of a unit or organ, nearest first.</summary>
    Task<IReadOnlyList<CaseRow>> NearestDue(UnitCode unit, DateTimeOffset from, int limit, CancellationToken cancel = default);

    /// <summary>Who holds a unit's open cases (谁在办): the most overdue first, then the most held.</summary>
    Task<IReadOnlyList<HolderRow>> Holders(UnitCode unit, DateTimeOffset now, int limit, CancellationToken cancel = default);

    /// <summary>Compares every subject's stored version with its index row and rungs: the differences, none when all is well.</summary>
    IAsyncEnumerable<string> Differences(CancellationToken cancel = default);

    /// <summary>Adds one hour's readings of units to the history; the same hour again replaces, or with <paramref name="keep"/> adds only what is missing.</summary>
    Task SaveHistory(DateTimeOffset hour, IReadOnlyCollection<(UnitCode Unit, HistoryPoint Point)> points, bool keep = false, CancellationToken cancel = default);

    /// <summary>A unit's hourly history from an instant on.</summary>
    Task<IReadOnlyList<(DateTimeOffset Hour, HistoryPoint Point)>> History(UnitCode unit, DateTimeOffset from, CancellationToken cancel = default);
}

/// <summary>A unit's figures at a full hour (整点快照).</summary>
/// <param name="Open">Open cases.</param>
/// <param name="Overdue">Overdue cases.</param>
/// <param name="DueToday">Due today: still open and done together.</param>
/// <param name="ReportedToday">Reported since midnight.</param>
/// <param name="ClosedToday">Closed since midnight.</param>
public sealed record HistoryPoint(int Open, int Overdue, int DueToday, int ReportedToday, int ClosedToday);

/// <summary>What one organ holds of a unit's open cases (谁在办).</summary>
/// <param name="Holder">The organ.</param>
/// <param name="Held">Open cases it holds.</param>
/// <param name="Overdue">Of those, overdue ones.</param>
/// <param name="MeanHeld">Mean time for which it has held them.</param>
public sealed record HolderRow(OrganCode Holder, int Held, int Overdue, TimeSpan MeanHeld);
