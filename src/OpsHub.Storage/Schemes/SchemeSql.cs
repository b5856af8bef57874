using System.Text.Json;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Index;
using OpsHub.Storage.Database;
using OpsHub.Storage.Publishing;

namespace OpsHub.Storage.Schemes;

/// <summary>The statement that keeps an assessment scheme, within its publication.</summary>
internal static class SchemeSql
{
    private const string Upsert = $"""
        INSERT INTO AssessmentSchemes (Subject, Version, County, Year, Target, Scheme) SELECT @Subject, @Version, @County, @Year, @Target, @Scheme {PublicationSql.Newer}
        ON CONFLICT (Subject) DO UPDATE SET Version = excluded.Version, Scheme = excluded.Scheme WHERE AssessmentSchemes.Version < excluded.Version
        """;

    /// <summary>What a cleared scheme leaves behind: nothing.</summary>
    public const string Tombstone = "DELETE FROM AssessmentSchemes WHERE Subject = @Subject AND Version < @Version";

    public static IEnumerable<SqlStatement> Of(Publication p) => p.Scheme is not { Scheme: var s } row ? [] :
    [
        new(Upsert, ("@Subject", row.Key), ("@Version", row.Version), ("@County", s.County.Value), ("@Year", (long)s.Year), ("@Target", s.Target.ToString()),
            ("@Scheme", JsonSerializer.Serialize(s, DomainSerialization.Options))),
    ];
}
