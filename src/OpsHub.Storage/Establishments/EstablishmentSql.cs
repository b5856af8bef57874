using System.Text.Json;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Index;
using OpsHub.Storage.Database;
using OpsHub.Storage.Publishing;

namespace OpsHub.Storage.Establishments;

/// <summary>The statement that keeps a county's establishment, within its publication.</summary>
internal static class EstablishmentSql
{
    private const string Upsert = $"""
        INSERT INTO CountyEstablishments (Subject, Version, Establishment) SELECT @Subject, @Version, @Establishment {PublicationSql.Newer}
        ON CONFLICT (Subject) DO UPDATE SET Version = excluded.Version, Establishment = excluded.Establishment WHERE CountyEstablishments.Version < excluded.Version
        """;

    /// <summary>What a cleared record leaves behind: nothing.</summary>
    public const string Tombstone = "DELETE FROM CountyEstablishments WHERE Subject = @Subject AND Version < @Version";

    public static IEnumerable<SqlStatement> Of(Publication p) => p.Establishment is not { } row ? [] :
    [
        new(Upsert, ("@Subject", row.Key), ("@Version", row.Version), ("@Establishment", JsonSerializer.Serialize(row.State, DomainSerialization.Options))),
    ];
}
