using OpsHub.Contracts.Index;
using OpsHub.Storage.Database;
using OpsHub.Storage.Index;
using OpsHub.Storage.Publishing;

namespace OpsHub.Storage.Mandates;

/// <summary>The statement that keeps a county's row of townships' rights and duties, within its publication.</summary>
internal static class MandateSql
{
    private const string Upsert = $"""
        INSERT INTO CountyMandates (Subject, Version, County, DueAt, ChangedAt) SELECT @Subject, @Version, @County, @DueAt, @ChangedAt {PublicationSql.Newer}
        ON CONFLICT (Subject) DO UPDATE SET Version = excluded.Version, DueAt = excluded.DueAt, ChangedAt = excluded.ChangedAt WHERE CountyMandates.Version < excluded.Version
        """;

    /// <summary>What a cleared record leaves behind: nothing.</summary>
    public const string Tombstone = "DELETE FROM CountyMandates WHERE Subject = @Subject AND Version < @Version";

    public static IEnumerable<SqlStatement> Of(Publication p) => p.Mandates is not { } row ? [] :
    [
        new(Upsert, ("@Subject", row.Key), ("@Version", row.Version), ("@County", row.County.Value), ("@DueAt", row.DueAt?.UtcTicks ?? Columns.Never), ("@ChangedAt", row.ChangedAt.UtcTicks)),
    ];
}
