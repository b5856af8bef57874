using System.Text.Json;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Governance;
using OpsHub.Contracts.Index;
using OpsHub.Storage.Database;
using OpsHub.Storage.Publishing;

namespace OpsHub.Storage.Governance;

/// <summary>The statement that keeps a grid file, a governance file or a report, within its publication.</summary>
internal static class GovernanceSql
{
    /// <summary>What a row holds.</summary>
    public const string Grids = "Grids", File = "File", Report = "Report";

    private const string Upsert = $"""
        INSERT INTO GovernanceRecords (Subject, Version, Kind, Unit, Period, Stage, Content)
        SELECT @Subject, @Version, @Kind, @Unit, @Period, @Stage, @Content {PublicationSql.Newer}
        ON CONFLICT (Subject) DO UPDATE SET Version = excluded.Version, Stage = excluded.Stage, Content = excluded.Content WHERE GovernanceRecords.Version < excluded.Version
        """;

    /// <summary>What a cleared one leaves behind: nothing.</summary>
    public const string Tombstone = "DELETE FROM GovernanceRecords WHERE Subject = @Subject AND Version < @Version";

    public static IEnumerable<SqlStatement> Of(Publication p) => p.Governance is not { } row ? [] :
    [
        new(Upsert, ("@Subject", row.Key), ("@Version", row.Version), ("@Kind", row.Grids is not null ? Grids : row.File is not null ? File : Report), ("@Unit", row.Unit.Value),
            ("@Period", (long)(row.Report?.From.DayNumber ?? 0)), ("@Stage", row.Report?.Stage.ToString() ?? ""), ("@Content", Content(row))),
    ];

    private static string Content(GovernanceRow row) =>
        row.Grids is { } grids ? JsonSerializer.Serialize(grids, DomainSerialization.Options)
        : row.File is { } file ? JsonSerializer.Serialize(file, DomainSerialization.Options)
        : JsonSerializer.Serialize(row.Report, DomainSerialization.Options);
}
