using OpsHub.Contracts.Index;
using OpsHub.Contracts.Posts;
using OpsHub.Storage.Database;
using OpsHub.Storage.Index;
using OpsHub.Storage.Publishing;

namespace OpsHub.Storage.Posts;

/// <summary>The statements that keep people decisions, within their publication: the record, its matters. Department and townships are the agency's own rows.</summary>
internal static class PostsSql
{
    private const string Upsert = $"""
        INSERT INTO AgencyPosts (Subject, Version, Agency, Posts, Filled, DueAt, ChangedAt, Matters)
        SELECT @Subject, @Version, @Agency, @Posts, @Filled, @DueAt, @ChangedAt, @Matters {PublicationSql.Newer}
        ON CONFLICT (Subject) DO UPDATE SET Version = excluded.Version, Posts = excluded.Posts, Filled = excluded.Filled, DueAt = excluded.DueAt,
          ChangedAt = excluded.ChangedAt, Matters = excluded.Matters
        WHERE AgencyPosts.Version < excluded.Version
        """;

    private const string DropMatters = "DELETE FROM PostMatters WHERE Subject = @Subject AND Version < @Version";

    private const string AddMatter = $"""
        INSERT INTO PostMatters (Matter, Subject, Version, Agency, Kind, Number, Stage, At, DueAt, IsOpen)
        SELECT @Matter, @Subject, @Version, @Agency, @Kind, @Number, @Stage, @At, @DueAt, @IsOpen {PublicationSql.Newer}
        ON CONFLICT DO NOTHING
        """;

    /// <summary>What a cleared record leaves behind: nothing.</summary>
    public static readonly string[] Tombstones = ["DELETE FROM AgencyPosts WHERE Subject = @Subject AND Version < @Version", DropMatters];

    public static IEnumerable<SqlStatement> Of(Publication p)
    {
        if (p.Posts is not { } row)
            yield break;
        (string, object?)[] subject = [("@Subject", row.Key), ("@Version", row.Version)];
        yield return new(Upsert,
            [
                .. subject, ("@Agency", row.Agency.Value), ("@Posts", (long)row.Posts), ("@Filled", (long)row.Filled), ("@DueAt", row.DueAt?.UtcTicks ?? Columns.Never),
                ("@ChangedAt", row.ChangedAt.UtcTicks), ("@Matters", (long)row.Matters.Count),
            ]);
        yield return new(DropMatters, subject);
        foreach (var matter in row.Matters)
            yield return new(AddMatter, [.. subject, .. Values(row.Key, matter)]);
    }

    private static (string, object?)[] Values(string key, PostMatterRow m) =>
    [
        ("@Matter", $"{key}/{(int)m.Kind}/{m.Id:D6}"), ("@Agency", m.Agency.Value), ("@Kind", (long)m.Kind), ("@Number", (long)m.Id), ("@Stage", m.Stage), ("@At", m.At.UtcTicks),
        ("@DueAt", m.DueAt?.UtcTicks ?? Columns.Never), ("@IsOpen", Columns.Flag(m.IsOpen)),
    ];
}
