using System.Data.Common;
using OpsHub.Contracts.Councils;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Councils;
using OpsHub.Domain.Hierarchy;
using OpsHub.Storage.Database;
using OpsHub.Storage.Index;

namespace OpsHub.Storage.Councils;

/// <summary>Lists of opinions and support records, and what coverage is counted from.</summary>
internal sealed class CouncilIndex(IDatabase database, TimeProvider time) : ICouncilIndex
{
    private const string AllOpinions = "SELECT o.EntryId, o.Community, o.Source, o.Kind, o.Text, o.Day, o.At, o.Ticket, o.Role, o.Consultation, o.LinkedAt FROM Opinions AS o";

    private const string AllRecords = """
        SELECT r.RecordId, r.Unit, r.Kind, r.Day, r.Text, r.At, r.Role, r.Quantity, r.Post, r.About, r.Consultation, r.Risk, r.Unconsulted, r.EndedAt, r.Reason FROM SupportRecords AS r
        """;

    private const int Many = 32;

    private const string LawPublicity = nameof(SupportKind.LawPublicity);

    public async Task<Page<OpinionRow>> Opinions(UnitCode community, OpinionFilter filter, PageRequest page, CancellationToken cancel = default)
    {
        var paging = Paging.Of(page, "opinions");
        var query = Of(AllOpinions, community, filter);
        query.Keyset("o.At", "o.EntryId", paging);
        return paging.Page(await database.Read(query.Statement, Opinion, cancel), o => o, o => (o.Entry.At.UtcTicks, o.Entry.Id), time.GetUtcNow());
    }

    public async Task<int> CountOpinions(UnitCode community, OpinionFilter filter, CancellationToken cancel = default) =>
        (await database.Read(Of("SELECT COUNT(*) FROM Opinions AS o", community, filter).Statement, r => (int)r.GetInt64(0), cancel))[0];

    public async Task<OpinionRow?> Opinion(string entry, CancellationToken cancel = default) =>
        (await database.Read(new SqlStatement($"{AllOpinions} WHERE o.EntryId = @Entry", ("@Entry", entry)), Opinion, cancel)).SingleOrDefault();

    public async Task<Page<SupportRecordRow>> Records(SupportFilter filter, PageRequest page, CancellationToken cancel = default)
    {
        var paging = Paging.Of(page, "support");
        var query = Of(AllRecords, filter, walked: filter.Units.Count > Many);
        query.Keyset("r.At", "r.RecordId", paging);
        return paging.Page(await database.Read(query.Statement, Record, cancel), r => r, r => (r.Record.At.UtcTicks, r.Record.Id), time.GetUtcNow());
    }

    public async Task<int> CountRecords(SupportFilter filter, CancellationToken cancel = default) =>
        (await database.Read(Of("SELECT COUNT(*) FROM SupportRecords AS r", filter).Statement, r => (int)r.GetInt64(0), cancel))[0];

    public async Task<SupportRecordRow?> Record(string id, CancellationToken cancel = default) =>
        (await database.Read(new SqlStatement($"{AllRecords} WHERE r.RecordId = @Id", ("@Id", id)), Record, cancel)).SingleOrDefault();

    public async Task<IReadOnlyList<SupportFact>> Facts(IReadOnlyCollection<UnitCode> units, CancellationToken cancel = default)
    {
        var records = await database.ReadOf(
            units,
            names => $"SELECT Unit, Kind, CASE WHEN Kind = '{LawPublicity}' THEN About END, MAX(Day), COUNT(*) FROM SupportRecords WHERE EndedAt IS NULL AND Unit IN ({names}) GROUP BY 1, 2, 3",
            [],
            r => new SupportFact(new(r.GetString(0)), Enum.Parse<SupportKind>(r.GetString(1)), r.IsDBNull(2) ? null : new OrganCode(r.GetString(2)), Day(r, 3), (int)r.GetInt64(4)), cancel);
        var communities = units.Where(u => u.Level == UnitLevel.Community).ToList();
        var visits = await database.ReadOf(communities, names => $"SELECT Community, LastVisit FROM OpinionLedgers WHERE LastVisit IS NOT NULL AND Community IN ({names})", [],
            r => new SupportFact(new(r.GetString(0)), SupportKind.HouseholdVisit, null, Day(r, 1), 1), cancel);
        var councils = await database.ReadOf(communities, names => $"SELECT Community, EstablishedOn, TermEnd FROM Councils WHERE Community IN ({names})", [],
            r => (Community: new UnitCode(r.GetString(0)), On: Day(r, 1), TermEnd: r.IsDBNull(2) ? (DateOnly?)null : Day(r, 2)), cancel);
        return [
            .. records, .. visits, .. councils.Select(c => new SupportFact(c.Community, SupportKind.Council, null, c.On, 1)),
            .. councils.Where(c => c.TermEnd is not null).Select(c => new SupportFact(c.Community, SupportKind.CouncilTerm, null, c.TermEnd!.Value, 1)),
        ];
    }

    // A draft, or one that was withdrawn, is no consultation yet: a session ended makes it one. C003.
    public async Task<IReadOnlySet<UnitCode>> Consulted(IReadOnlyCollection<UnitCode> communities, CancellationToken cancel = default) => (await database.ReadOf(
        communities,
        names => $"""
            SELECT DISTINCT x.Community FROM ConsultationCommunities AS x JOIN Consultations AS c ON c.ConsultationKey = x.ConsultationKey
             WHERE c.SessionsEnded > 0 AND x.Community IN ({names})
            """,
        [], r => new UnitCode(r.GetString(0)), cancel)).ToHashSet();

    public async Task<IReadOnlyList<MediationAward>> Awards(IReadOnlyCollection<UnitCode> units, CancellationToken cancel = default) => await database.ReadOf(
        units,
        names => $"""
            SELECT Unit, Post, CAST(SUM(Quantity) AS BIGINT) FROM SupportRecords
             WHERE Kind = '{nameof(SupportKind.MediationAward)}' AND EndedAt IS NULL AND Unit IN ({names}) GROUP BY Unit, Post ORDER BY Unit, Post
            """,
        [], r => new MediationAward(new(r.GetString(0)), r.GetString(1), (int)r.GetInt64(2)), cancel);

    public async Task<IReadOnlyList<FixedDay>> FixedDays(CancellationToken cancel = default) => await database.Read(
        new SqlStatement($"SELECT DISTINCT Unit, Quantity FROM SupportRecords WHERE Kind = '{nameof(SupportKind.FixedDay)}' AND EndedAt IS NULL ORDER BY Unit, Quantity"),
        r => new FixedDay(new(r.GetString(0)), (int)r.GetInt64(1)), cancel);

    public async Task<DateOnly> Since(CancellationToken cancel = default) =>
        (await database.Read(new SqlStatement("SELECT At FROM CouncilStart"), r => LocalDay.Of(Columns.Instant(r.GetInt64(0))), cancel))[0];

    private static CouncilQuery Of(string text, UnitCode community, OpinionFilter filter)
    {
        var query = new CouncilQuery(text, "o.Community = @Community", [("@Community", community.Value)]);
        if (filter.Source is { } source)
            query.And("o.Source = @Source", ("@Source", source.ToString()));
        if (filter.Linked is { } linked)
            query.And(linked ? "o.Consultation IS NOT NULL" : "o.Consultation IS NULL");
        return query;
    }

    private static CouncilQuery Of(string text, SupportFilter filter, bool walked = false)
    {
        var (names, values) = UnitLists.Part(filter.Units);
        // Of many units the order is walked: the empty text keeps the index of units away, which would have all of their records sorted for a page.
        var query = new CouncilQuery(text, walked ? $"r.Unit || '' IN ({names})" : $"r.Unit IN ({names})", values);
        if (filter.Kind is { } kind)
            query.And("r.Kind = @Kind", ("@Kind", kind.ToString()));
        if (filter.StandingOnly)
            query.And("r.EndedAt IS NULL");
        if (filter.About is { } about)
            query.And("r.About = @About", ("@About", about.Value));
        return query;
    }

    private static OpinionRow Opinion(DbDataReader r) => new(
        new(r.GetString(1)),
        new(r.GetString(0), Enum.Parse<OpinionSource>(r.GetString(2)), r.IsDBNull(3) ? null : Enum.Parse<ParticipantKind>(r.GetString(3)), r.GetString(4), Day(r, 5), Columns.Instant(r.GetInt64(6)),
            Text(r, 7), Enum.Parse<Role>(r.GetString(8))),
        Text(r, 9), Instant(r, 10));

    private static SupportRecordRow Record(DbDataReader r) => new(
        new(r.GetString(1)),
        new(r.GetString(0), Enum.Parse<SupportKind>(r.GetString(2)), Day(r, 3), r.GetString(4), Columns.Instant(r.GetInt64(5)), Enum.Parse<Role>(r.GetString(6)),
            r.IsDBNull(7) ? null : (int)r.GetInt64(7), Text(r, 8), Text(r, 9) is { } about ? new OrganCode(about) : null, Text(r, 10),
            Text(r, 11) is { } risk ? Enum.Parse<RiskKind>(risk) : null, r.GetInt64(12) != 0),
        Instant(r, 13), Text(r, 14));

    private static DateOnly Day(DbDataReader r, int column) => DateOnly.FromDayNumber((int)r.GetInt64(column));

    private static string? Text(DbDataReader r, int column) => r.IsDBNull(column) ? null : r.GetString(column);

    private static DateTimeOffset? Instant(DbDataReader r, int column) => r.IsDBNull(column) ? null : Columns.Instant(r.GetInt64(column));
}
