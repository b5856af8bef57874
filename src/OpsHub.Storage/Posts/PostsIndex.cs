using System.Collections.Immutable;
using System.Data.Common;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Posts;
using OpsHub.Domain.Hierarchy;
using OpsHub.Storage.Councils;
using OpsHub.Storage.Database;
using OpsHub.Storage.Index;

namespace OpsHub.Storage.Posts;

/// <summary>Lists of people decisions.</summary>
internal sealed class PostsIndex(IDatabase database, TimeProvider time) : IPostsIndex
{
    // A list of agencies is asked in parts of one size, filled up with its last, so that the statement is prepared once.
    private const int Part = 64;

    private const string AllMatters = "SELECT m.Matter, m.Agency, m.Kind, m.Number, m.Stage, m.At, m.DueAt, m.IsOpen FROM PostMatters AS m";

    private const string Running = $"SELECT Subject FROM AgencyPosts WHERE DueAt < @Never AND Subject > @After ORDER BY Subject LIMIT @Limit";

    private static readonly string Names = string.Join(", ", Enumerable.Range(0, Part).Select(i => $"@A{i}"));

    private static readonly string Records = $"SELECT Subject, Version, Agency, Posts, Filled, DueAt, ChangedAt FROM AgencyPosts WHERE Agency IN ({Names})";

    private static readonly string MattersOf = $"SELECT m.Matter, m.Agency, m.Kind, m.Number, m.Stage, m.At, m.DueAt, m.IsOpen FROM PostMatters AS m WHERE m.Agency IN ({Names}) ORDER BY m.Matter";

    public async Task<Page<PostMatterRow>> Matters(PostMatterFilter filter, PageRequest page, CancellationToken cancel = default)
    {
        var paging = Paging.Of(page, "posts");
        var query = Of(AllMatters, filter);
        query.Keyset("m.At", "m.Matter", paging);
        return paging.Page(await database.Read(query.Statement, r => (Id: r.GetString(0), Row: Matter(r)), cancel), m => m.Row, m => (m.Row.At.UtcTicks, m.Id), time.GetUtcNow());
    }

    public async Task<int> CountMatters(PostMatterFilter filter, CancellationToken cancel = default) =>
        (await database.Read(Of("SELECT COUNT(*) FROM PostMatters AS m", filter).Statement, r => (int)r.GetInt64(0), cancel))[0];

    public async Task<IReadOnlyDictionary<OrganCode, PostsRow>> ByAgency(IReadOnlyCollection<OrganCode> agencies, CancellationToken cancel = default)
    {
        var found = new Dictionary<OrganCode, PostsRow>();
        foreach (var part in agencies.Distinct().Chunk(Part))
        {
            (string, object?)[] codes = [.. Enumerable.Range(0, Part).Select(i => ($"@A{i}", (object?)part[Math.Min(i, part.Length - 1)].Value))];
            var matters = (await database.Read(new SqlStatement(MattersOf, codes), Matter, cancel)).ToLookup(m => m.Agency);
            foreach (var row in await database.Read(new SqlStatement(Records, codes), Record, cancel))
                found[row.Agency] = row with { Matters = [.. matters[row.Agency]] };
        }

        return found;
    }

    public async Task<IReadOnlyList<string>> WithTerms(string? after, int limit, CancellationToken cancel = default) =>
        await database.Read(new SqlStatement(Running, ("@Never", Columns.Never), ("@After", after ?? ""), ("@Limit", (long)limit)), r => r.GetString(0), cancel);

    private static CouncilQuery Of(string text, PostMatterFilter filter)
    {
        var query = new CouncilQuery(text, "1 = 1", []);
        if (filter.Agency is { } agency)
            query.And("m.Agency = @Agency", ("@Agency", agency.Value));
        if (filter.Department is { } department)
            query.And("m.Agency IN (SELECT a.Code FROM Agencies AS a WHERE a.Department = @Department)", ("@Department", department.Value));
        if (filter.Unit is { } unit)
            query.And("m.Agency IN (SELECT t.Agency FROM AgencyTownships AS t WHERE t.Township >= @Unit AND t.Township < @Unit || ':')", ("@Unit", Area(unit)));
        if (filter.Kind is { } kind)
            query.And("m.Kind = @Kind", ("@Kind", (long)kind));
        if (filter.OpenOnly)
            query.And("m.IsOpen = 1");
        return query;
    }

    // By code, as the right to read goes: a colon follows the digits.
    private static string Area(UnitCode unit) => unit.Level <= UnitLevel.Township
        ? unit.Value
        : throw new ArgumentException("An agency serves townships: a list is asked of a township, a county or a city.", nameof(unit));

    private static PostMatterRow Matter(DbDataReader r) => new(
        new(r.GetString(1)), (PostMatterKind)r.GetInt64(2), (int)r.GetInt64(3), r.GetString(4), Columns.Instant(r.GetInt64(5)), Due(r.GetInt64(6)), r.GetInt64(7) != 0);

    private static PostsRow Record(DbDataReader r) => new()
    {
        Key = r.GetString(0),
        Version = r.GetInt64(1),
        Agency = new(r.GetString(2)),
        Posts = (int)r.GetInt64(3),
        Filled = (int)r.GetInt64(4),
        DueAt = Due(r.GetInt64(5)),
        ChangedAt = Columns.Instant(r.GetInt64(6)),
        Matters = [],
    };

    private static DateTimeOffset? Due(long ticks) => ticks == Columns.Never ? null : Columns.Instant(ticks);
}
