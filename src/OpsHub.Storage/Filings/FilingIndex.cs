using System.Data.Common;
using OpsHub.Contracts.Filings;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Filings;
using OpsHub.Domain.Hierarchy;
using OpsHub.Storage.Councils;
using OpsHub.Storage.Database;
using OpsHub.Storage.Index;

namespace OpsHub.Storage.Filings;

/// <summary>Lists of what units owe to have on file.</summary>
internal sealed class FilingIndex(IDatabase database, TimeProvider time) : IFilingIndex
{
    private const string All = "SELECT o.Obligation, o.Unit, o.Term, o.Kind, o.Holder, o.Since, o.DueAt, o.DoneAt, o.IsLifted FROM FilingObligations AS o";

    private const string Filed = "SELECT Unit FROM UnitFilings WHERE City = @City AND MeasuresFiled = 1 ORDER BY Unit";

    private const string Running = "SELECT Subject FROM UnitFilings WHERE DueAt < @Never AND Subject > @After ORDER BY Subject LIMIT @Limit";

    public async Task<Page<FilingObligationRow>> Obligations(FilingFilter filter, PageRequest page, CancellationToken cancel = default)
    {
        var paging = Paging.Of(page, "filings");
        var query = Of(All, filter);
        // Queries go down; nearness is the due negated.
        query.Keyset("o.Nearness", "o.Obligation", paging);
        return paging.Page(await database.Read(query.Statement, r => (Id: r.GetString(0), Row: Row(r)), cancel), o => o.Row, o => (-o.Row.DueAt.UtcTicks, o.Id), time.GetUtcNow());
    }

    public async Task<int> CountObligations(FilingFilter filter, CancellationToken cancel = default) =>
        (await database.Read(Of("SELECT COUNT(*) FROM FilingObligations AS o", filter).Statement, r => (int)r.GetInt64(0), cancel))[0];

    public async Task<IReadOnlyList<UnitCode>> CountiesFiled(UnitCode city, CancellationToken cancel = default) =>
        await database.Read(new SqlStatement(Filed, ("@City", city.Value)), r => new UnitCode(r.GetString(0)), cancel);

    public async Task<IReadOnlyList<string>> WithTerms(string? after, int limit, CancellationToken cancel = default) =>
        await database.Read(new SqlStatement(Running, ("@Never", Columns.Never), ("@After", after ?? ""), ("@Limit", (long)limit)), r => r.GetString(0), cancel);

    private static CouncilQuery Of(string text, FilingFilter filter)
    {
        var query = new CouncilQuery(text, "1 = 1", []);
        if (filter.Unit is { } unit)
        {
            var column = filter.OwnOnly || unit.Level == UnitLevel.Township ? "Unit" : unit.Level switch
            {
                UnitLevel.City => "City",
                UnitLevel.County => "County",
                _ => throw new ArgumentException("Filings are of townships and counties: a list is asked of a township, a county or a city.", nameof(filter)),
            };
            // What a township owes to its county's record is its own, too.
            query.And(unit.Level == UnitLevel.Township ? "(o.Unit = @Unit OR o.Holder = @Unit)" : $"o.{column} = @Unit", ("@Unit", unit.Value));
        }

        if (filter.Holder is { } holder)
            query.And("o.Holder = @Holder", ("@Holder", holder.Value));
        if (filter.Kind is { } kind)
            query.And("o.Kind = @Kind", ("@Kind", (long)kind));
        if (filter.OpenOnly)
            query.And("o.DoneAt = @Never", ("@Never", Columns.Never));
        return query;
    }

    private static FilingObligationRow Row(DbDataReader r) => new(
        new(r.GetString(1)), r.GetString(2), (FilingDutyKind)r.GetInt64(3), new(r.GetString(4)), Columns.Instant(r.GetInt64(5)), Columns.Instant(r.GetInt64(6)),
        r.GetInt64(7) == Columns.Never ? null : Columns.Instant(r.GetInt64(7)), r.GetInt64(8) != 0);
}
