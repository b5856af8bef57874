using OpsHub.Contracts.Index;
using OpsHub.Contracts.Notices;
using OpsHub.Domain.Notices;
using OpsHub.Storage.Database;
using OpsHub.Storage.Index;
using OpsHub.Storage.Publishing;

namespace OpsHub.Storage.Notices;

/// <summary>What a publication does to the queue: adds its notices and messages, and makes moot what its subject no longer needs. Nothing where it has none.</summary>
internal static class NoticeInsert
{
    private const int Most = 8;

    // What happened before there were notices is no news: cases from then are published again, with all of their trace.
    private const string Began = "(SELECT s.At FROM NoticeStart AS s)";

    private static readonly string[] Texts = [.. Enumerable.Range(1, Most).Select(count => Text(count, $"{PublicationSql.Newer} AND v.column9 >= {Began}"))];

    private static readonly string[] RoundTexts = [.. Enumerable.Range(1, Most).Select(count => Text(count, "WHERE 1 = 1"))];

    private const string Former = "UPDATE Notices SET MootAt = @Now WHERE NoticeKey >= @From AND NoticeKey < @To AND MootAt IS NULL AND CaseKey <> @Subject";

    private static readonly string AddDelivery = $"""
        INSERT INTO Deliveries (DeliveryKey, Channel, Kind, Emergency, Payload, NotBefore, State, Attempts)
        SELECT @Key, @Channel, @Kind, @Emergency, @Payload, @NotBefore, 0, 0 {PublicationSql.Newer} AND @NotBefore >= {Began}
        ON CONFLICT DO NOTHING
        """;

    public static IEnumerable<SqlStatement> Of(Publication p)
    {
        (string, object?)[] subject = [("@Subject", p.Subject), ("@Version", p.Version)];
        if (p.Standing is { } standing)
            yield return new(Moot(standing.Count), [("@Now", Latest(p)), ("@From", p.Subject + ':'), ("@To", p.Subject + ';'), .. subject, .. standing.Select((s, i) => ($"@Need{i}", (object?)s))]);
        foreach (var notices in p.Notices.Chunk(Most))
            yield return new(Texts[notices.Length - 1], [.. subject, .. notices.SelectMany((n, i) => Values(n, i))]);
        foreach (var d in p.Deliveries)
            yield return new(AddDelivery, [("@Key", d.Key), ("@Channel", d.Channel), ("@Kind", d.Kind), ("@Emergency", Columns.Flag(d.Emergency)), ("@Payload", d.Payload), ("@NotBefore", d.NotBefore.UtcTicks), .. subject]);
    }

    /// <summary>A round of notices without a publication: what earlier rounds told is moot.</summary>
    public static IEnumerable<SqlStatement> OfRound(string prefix, string round, IReadOnlyList<Notice> notices, DateTimeOffset now) =>
    [
        new(Former, ("@Now", now.UtcTicks), ("@From", prefix), ("@To", prefix[..^1] + (char)(prefix[^1] + 1)), ("@Subject", round)),
        .. notices.Chunk(Most).Select(some => new SqlStatement(RoundTexts[some.Length - 1], [("@Subject", round), .. some.SelectMany((n, i) => Values(n, i))])),
    ];

    private static long Latest(Publication p) => p.Case?.ChangedAt.UtcTicks ?? p.Consultation?.ChangedAt.UtcTicks ?? p.Posts?.ChangedAt.UtcTicks ?? p.Mandates?.ChangedAt.UtcTicks ?? p.AgencyYear?.ChangedAt.UtcTicks
        ?? p.Filings?.ChangedAt.UtcTicks ?? 0;

    // Keys begin with their case's, so one index finds both. What was told already is marked too: a list of what is left to do shows it no longer.
    private static string Moot(int standing) => $"""
        UPDATE Notices SET MootAt = @Now
         WHERE NoticeKey > @From AND NoticeKey < @To AND MootAt IS NULL AND Needs IS NOT NULL
           AND NOT EXISTS (SELECT 1 FROM Published AS p WHERE p.Subject = @Subject AND p.Version >= @Version)
        """ + (standing == 0 ? "" : $" AND Needs NOT IN ({string.Join(", ", Enumerable.Range(0, standing).Select(i => $"@Need{i}"))})");

    private static IEnumerable<(string, object?)> Values(Notice n, int i) =>
    [
        ($"@Key{i}", n.Key), ($"@Sequence{i}", n.Sequence), ($"@Number{i}", n.Number), ($"@Recipient{i}", n.Recipient.Value), ($"@Kind{i}", n.Kind.ToString()),
        ($"@Emergency{i}", Columns.Flag(n.Emergency)), ($"@Term{i}", n.Term), ($"@DueAt{i}", n.Due?.UtcTicks ?? Columns.Never), ($"@At{i}", n.At.UtcTicks),
        ($"@NotBefore{i}", n.NotBefore.UtcTicks), ($"@Needs{i}", n.Needs), ($"@Zh{i}", n.Zh), ($"@En{i}", n.En),
    ];

    private static string Text(int count, string condition) => $"""
        INSERT INTO Notices (CaseKey, NoticeKey, Sequence, Number, Recipient, Kind, Emergency, Term, DueAt, At, NotBefore, Needs, Zh, En)
        SELECT @Subject, v.column1, v.column2, v.column3, v.column4, v.column5, v.column6, v.column7, v.column8, v.column9, v.column10, v.column11, v.column12, v.column13
          FROM (VALUES {string.Join(", ", Enumerable.Range(0, count).Select(Row))}) AS v
        {condition}
        ON CONFLICT DO NOTHING
        """;

    private static string Row(int i) =>
        $"(@Key{i}, @Sequence{i}, @Number{i}, @Recipient{i}, @Kind{i}, @Emergency{i}, @Term{i}, @DueAt{i}, @At{i}, @NotBefore{i}, @Needs{i}, @Zh{i}, @En{i})";
}
