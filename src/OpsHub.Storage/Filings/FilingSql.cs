using OpsHub.Contracts.Filings;
using OpsHub.Contracts.Index;
using OpsHub.Storage.Database;
using OpsHub.Storage.Index;
using OpsHub.Storage.Publishing;

namespace OpsHub.Storage.Filings;

/// <summary>The statements that keep what a unit has on file, within its publication: the record and its obligations.</summary>
internal static class FilingSql
{
    private const string Upsert = $"""
        INSERT INTO UnitFilings (Subject, Version, Unit, County, City, MeasuresFiled, DueAt, ChangedAt, Obligations)
        SELECT @Subject, @Version, @Unit, @County, @City, @MeasuresFiled, @DueAt, @ChangedAt, @Obligations {PublicationSql.Newer}
        ON CONFLICT (Subject) DO UPDATE SET Version = excluded.Version, County = excluded.County, City = excluded.City, MeasuresFiled = excluded.MeasuresFiled,
          DueAt = excluded.DueAt, ChangedAt = excluded.ChangedAt, Obligations = excluded.Obligations
        WHERE UnitFilings.Version < excluded.Version
        """;

    private const string DropObligations = "DELETE FROM FilingObligations WHERE Subject = @Subject AND Version < @Version";

    private const string AddObligation = $"""
        INSERT INTO FilingObligations (Obligation, Subject, Version, Unit, County, City, Holder, Term, Kind, Since, DueAt, Nearness, DoneAt, IsLifted)
        SELECT @Obligation, @Subject, @Version, @Unit, @County, @City, @Holder, @Term, @Kind, @Since, @DueAt, @Nearness, @DoneAt, @IsLifted {PublicationSql.Newer}
        ON CONFLICT DO NOTHING
        """;

    /// <summary>What a cleared record leaves behind: nothing.</summary>
    public static readonly string[] Tombstones = ["DELETE FROM UnitFilings WHERE Subject = @Subject AND Version < @Version", DropObligations];

    public static IEnumerable<SqlStatement> Of(Publication p)
    {
        if (p.Filings is not { } row)
            yield break;
        (string, object?)[] subject = [("@Subject", row.Key), ("@Version", row.Version)], place = [("@Unit", row.Unit.Value), ("@County", row.County.Value), ("@City", row.City.Value)];
        yield return new(Upsert,
            [
                .. subject, .. place, ("@MeasuresFiled", Columns.Flag(row.MeasuresFiled)), ("@DueAt", row.DueAt?.UtcTicks ?? Columns.Never), ("@ChangedAt", row.ChangedAt.UtcTicks),
                ("@Obligations", (long)row.Obligations.Count),
            ]);
        yield return new(DropObligations, subject);
        foreach (var obligation in row.Obligations)
            yield return new(AddObligation, [.. subject, .. place, .. Values(row.Key, obligation)]);
    }

    private static (string, object?)[] Values(string key, FilingObligationRow o) =>
    [
        ("@Obligation", $"{key}/{o.Term}"), ("@Holder", o.Holder.Value), ("@Term", o.Term), ("@Kind", (long)o.Kind), ("@Since", o.Since.UtcTicks), ("@DueAt", o.DueAt.UtcTicks),
        ("@Nearness", -o.DueAt.UtcTicks), ("@DoneAt", o.DoneAt?.UtcTicks ?? Columns.Never), ("@IsLifted", Columns.Flag(o.IsLifted)),
    ];
}
