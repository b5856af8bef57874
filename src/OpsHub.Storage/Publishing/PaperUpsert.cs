using System.Globalization;
using OpsHub.Contracts.Consultations;
using OpsHub.Storage.Database;
using OpsHub.Storage.Index;

namespace OpsHub.Storage.Publishing;

/// <summary>Writes what was published of a consultation beside its row. Nothing published is taken back: a later round adds its notice to the former ones.</summary>
internal static class PaperUpsert
{
    /// <summary>Of a cleared consultation nothing stays.</summary>
    public const string Tombstone = "DELETE FROM ConsultationPapers WHERE ConsultationKey = @Subject AND Version < @Version";

    private const string Text = $"""
        INSERT INTO ConsultationPapers (Paper, ConsultationKey, Kind, Id, At, Due, Late, Version)
        SELECT @Paper, @Subject, @Kind, @Id, @At, @Due, @Late, @Version {PublicationSql.Newer}
        ON CONFLICT (Paper) DO UPDATE SET At = excluded.At, Due = excluded.Due, Late = excluded.Late, Version = excluded.Version
        WHERE ConsultationPapers.Version < excluded.Version
        """;

    public static IEnumerable<SqlStatement> Of(ConsultationRow row) => row.Papers.Select(p => new SqlStatement(
        Text,
        ("@Paper", string.Create(CultureInfo.InvariantCulture, $"{row.Key}/{(p.Announcement is null ? "notice" : "announcement")}/{p.Id:00000}")),
        ("@Subject", row.Key),
        ("@Kind", p.Announcement is { } kind ? (long)kind + 1 : 0L),
        ("@Id", (long)p.Id),
        ("@At", p.At.UtcTicks),
        ("@Due", p.Due?.UtcTicks),
        ("@Late", Columns.Flag(p.Late)),
        ("@Version", row.Version)));
}
