using OpsHub.Contracts.Councils;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Councils;
using OpsHub.Storage.Database;
using OpsHub.Storage.Index;
using OpsHub.Storage.Publishing;

namespace OpsHub.Storage.Councils;

/// <summary>The statements that keep ledgers, councils and support records, within their publication. Entries and records are written once, whichever version
/// brings them; what changes of them later only ever moves forward.</summary>
internal static class CouncilSql
{
    private const string UpsertLedger = $"""
        INSERT INTO OpinionLedgers (Subject, Version, Community, Entries, LastVisit) SELECT @Subject, @Version, @Community, @Entries, @LastVisit {PublicationSql.Newer}
        ON CONFLICT (Subject) DO UPDATE SET Version = excluded.Version, Entries = excluded.Entries, LastVisit = excluded.LastVisit WHERE OpinionLedgers.Version < excluded.Version
        """;

    private const string UpsertCouncil = $"""
        INSERT INTO Councils (Subject, Version, Community, EstablishedOn, TermEnd) SELECT @Subject, @Version, @Community, @EstablishedOn, @TermEnd {PublicationSql.Newer}
        ON CONFLICT (Subject) DO UPDATE SET Version = excluded.Version, EstablishedOn = excluded.EstablishedOn, TermEnd = excluded.TermEnd WHERE Councils.Version < excluded.Version
        """;

    private const string UpsertFile = $"""
        INSERT INTO SupportFiles (Subject, Version, Unit, Records) SELECT @Subject, @Version, @Unit, @Records {PublicationSql.Newer}
        ON CONFLICT (Subject) DO UPDATE SET Version = excluded.Version, Records = excluded.Records WHERE SupportFiles.Version < excluded.Version
        """;

    private const string AddOpinion = """
        INSERT INTO Opinions (EntryId, Community, Source, Kind, Text, Day, At, Ticket, Role) VALUES (@EntryId, @Community, @Source, @Kind, @Text, @Day, @At, @Ticket, @Role)
        ON CONFLICT DO NOTHING
        """;

    private const string LinkOpinion =
        "UPDATE Opinions SET Consultation = @Consultation, LinkedAt = @At WHERE EntryId = @EntryId AND (LinkedAt IS NULL OR LinkedAt < @At)";

    private const string AddRecord = """
        INSERT INTO SupportRecords (RecordId, Unit, Kind, Day, Text, At, Role, Quantity, Post, About, Consultation, Risk, Unconsulted)
        VALUES (@RecordId, @Unit, @Kind, @Day, @Text, @At, @Role, @Quantity, @Post, @About, @Consultation, @Risk, @Unconsulted)
        ON CONFLICT DO NOTHING
        """;

    private const string EndRecord = "UPDATE SupportRecords SET EndedAt = @At, Reason = @Reason WHERE RecordId = @RecordId AND EndedAt IS NULL";

    /// <summary>What a cleared subject leaves behind; entries and records stay, as its trace does.</summary>
    public static readonly string[] Tombstones =
    [
        "DELETE FROM OpinionLedgers WHERE Subject = @Subject AND Version < @Version",
        "DELETE FROM Councils WHERE Subject = @Subject AND Version < @Version",
        "DELETE FROM SupportFiles WHERE Subject = @Subject AND Version < @Version",
    ];

    public static IEnumerable<SqlStatement> Of(Publication p)
    {
        if (p.Councils is not { } c)
            yield break;
        (string, object?)[] subject = [("@Subject", p.Subject), ("@Version", p.Version)];
        if (c.Ledger is { } ledger)
            yield return new(UpsertLedger, [.. subject, ("@Community", ledger.Community.Value), ("@Entries", (long)ledger.Count), ("@LastVisit", (long?)ledger.LastVisit?.DayNumber)]);
        if (c.Council is { } council)
            yield return new(UpsertCouncil, [.. subject, ("@Community", council.Community.Value), ("@EstablishedOn", (long)council.EstablishedOn.DayNumber), ("@TermEnd", (long?)council.TermEnd?.DayNumber)]);
        if (c.Support is { } file)
            yield return new(UpsertFile, [.. subject, ("@Unit", file.Unit.Value), ("@Records", (long)file.Count)]);
        foreach (var statement in c.Opinions.Select(Of).Concat(c.Records.Select(Of)).OfType<SqlStatement>())
            yield return statement;
    }

    private static SqlStatement? Of(OpinionEvent happened) => happened switch
    {
        OpinionEntered { Entry: var e } => new(
            AddOpinion, ("@EntryId", e.Id), ("@Community", happened.Community.Value), ("@Source", e.Source.ToString()), ("@Kind", e.Kind?.ToString()), ("@Text", e.Text),
            ("@Day", (long)e.On.DayNumber), ("@At", e.At.UtcTicks), ("@Ticket", e.Ticket), ("@Role", e.EnteredAs.ToString())),
        OpinionLinked { Link: var link } e => new(LinkOpinion, ("@EntryId", link.Entry), ("@Consultation", link.Consultation), ("@At", e.At.UtcTicks)),
        _ => null,
    };

    private static SqlStatement? Of(SupportEvent happened) => happened switch
    {
        SupportRecorded { Record: var r } => new(
            AddRecord, ("@RecordId", r.Id), ("@Unit", happened.Unit.Value), ("@Kind", r.Kind.ToString()), ("@Day", (long)r.On.DayNumber), ("@Text", r.Text), ("@At", r.At.UtcTicks),
            ("@Role", r.EnteredAs.ToString()), ("@Quantity", (long?)r.Quantity), ("@Post", r.Post), ("@About", r.About?.Value), ("@Consultation", r.Consultation),
            ("@Risk", r.Risk?.ToString()), ("@Unconsulted", Columns.Flag(r.Unconsulted))),
        SupportEnded e => new(EndRecord, ("@RecordId", e.Id), ("@At", e.At.UtcTicks), ("@Reason", e.Reason)),
        _ => null,
    };
}
