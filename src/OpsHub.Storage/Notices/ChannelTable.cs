using System.Data.Common;
using OpsHub.Contracts.Notices;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Notices;
using OpsHub.Storage.Database;
using OpsHub.Storage.Index;

namespace OpsHub.Storage.Notices;

/// <summary>The channels port.</summary>
internal sealed class ChannelTable(IDatabase database) : IChannelTable
{
    private const string All =
        "SELECT c.Id, c.Version, c.Organ, c.Kind, c.Shown, c.Kinds, c.Language, c.Enabled, c.ChangedAt, c.Target, c.Secret, c.FailingSince, c.Failures, c.LastError, c.NextTry, c.LastSentAt, c.FormerSecret, c.FormerUntil, c.Subjects FROM Channels AS c";

    private const string ById = $"{All} WHERE c.Id = @Id";

    private const string CanSend = $"""
        {All} WHERE c.Enabled = 1 AND c.NextTry <= @Now AND EXISTS (
          SELECT 1 FROM Deliveries AS d WHERE d.Channel = c.Id AND d.State = 0 AND d.NotBefore <= @Now AND (d.Notice IS NULL OR d.Emergency >= @Least))
        """;

    private const string NoneThrough = $"""
        {All} WHERE c.Enabled = 1 AND (c.FailingSince IS NOT NULL OR EXISTS (SELECT 1 FROM Deliveries AS d WHERE d.Channel = c.Id AND d.State = 2))
         ORDER BY COALESCE(c.FailingSince, 9223372036854775807), c.Id LIMIT @Limit
        """;

    private const string CountFailing = "SELECT COUNT(*) FROM Channels WHERE FailingSince IS NOT NULL AND Enabled = 1";

    private const string CountLost = "SELECT COUNT(*) FROM Deliveries WHERE State = 2";

    private const string CountLostOf = $"{CountLost} AND Channel = @Channel";

    private const string Lost = "SELECT Parcel, Kind, Attempts, SettledAt, Notice FROM Deliveries WHERE Channel = @Channel AND State = 2 ORDER BY Position DESC LIMIT @Limit";

    // Its parcel stays: the receiver tells by its key what it has had.
    private const string SendAgain = $"UPDATE Deliveries SET State = 0, Attempts = 0, SettledAt = NULL, NotBefore = @At WHERE Channel = @Id AND State = 2 AND {Ours}";

    private const int MostOrgans = 100;

    // Written only where the audit line was: neither a second time nor over another's change.
    private const string Ours = "EXISTS (SELECT 1 FROM NoticeCommands AS k WHERE k.CommandKey = @CommandKey AND k.Stamp = @Stamp)";

    private const string Upsert = $"""
        INSERT INTO Channels (Id, Version, Organ, Kind, Shown, Target, Secret, Kinds, Language, Enabled, ChangedAt, Failures, NextTry, FormerUntil, Subjects)
        SELECT @Id, @Version, @Organ, @Kind, @Shown, @Target, CAST(@Secret AS TEXT), @Kinds, @Language, @Enabled, @At, 0, 0, @FormerUntil, CAST(@Subjects AS BIGINT) WHERE {Ours}
        ON CONFLICT (Id) DO UPDATE SET Version = excluded.Version, Shown = excluded.Shown, Target = CASE WHEN excluded.Target = '' THEN Channels.Target ELSE excluded.Target END,
          FormerSecret = CASE WHEN excluded.Secret IS NULL THEN Channels.FormerSecret ELSE Channels.Secret END,
          FormerUntil = CASE WHEN excluded.Secret IS NULL THEN Channels.FormerUntil ELSE excluded.FormerUntil END,
          Secret = COALESCE(excluded.Secret, Channels.Secret), Kinds = excluded.Kinds, Subjects = excluded.Subjects, Language = excluded.Language, Enabled = excluded.Enabled, ChangedAt = excluded.ChangedAt,
          NextTry = 0
        WHERE Channels.Version < excluded.Version
        """;

    private readonly NoticeCommands _commands = new(database);

    public async Task<ChannelRow?> Find(string id, CancellationToken cancel = default) =>
        (await database.Read(new SqlStatement(ById, ("@Id", id)), Read, cancel)).SingleOrDefault();

    public async Task<IReadOnlyList<ChannelRow>> Of(IReadOnlyCollection<OrganCode> organs, CancellationToken cancel = default)
    {
        var found = new List<ChannelRow>();
        foreach (var some in organs.Chunk(MostOrgans))
        {
            var names = string.Join(", ", some.Select((_, i) => $"@Organ{i}"));
            found.AddRange(await database.Read(
                new SqlStatement($"{All} WHERE c.Organ IN ({names})", [.. some.Select((o, i) => ($"@Organ{i}", (object?)o.Value))]), Read, cancel));
        }

        return [.. found.OrderBy(c => c.Channel.Organ.Value, StringComparer.Ordinal).ThenBy(c => c.Channel.Id, StringComparer.Ordinal)];
    }

    public async Task<IReadOnlyList<ChannelRow>> Failing(int limit, CancellationToken cancel = default) =>
        await database.Read(new SqlStatement(NoneThrough, ("@Limit", (long)limit)), Read, cancel);

    public async Task<ChannelCounts> Counts(CancellationToken cancel = default) => new(await Count(new SqlStatement(CountFailing), cancel), await Count(new SqlStatement(CountLost), cancel));

    public Task<int> CountGivenUp(string channel, CancellationToken cancel = default) => Count(new SqlStatement(CountLostOf, ("@Channel", channel)), cancel);

    public async Task<IReadOnlyList<GivenUpRow>> GivenUp(string channel, int limit, CancellationToken cancel = default)
    {
        var lost = await database.Read(
            new SqlStatement(Lost, ("@Channel", channel), ("@Limit", (long)limit)),
            r => (Row: new GivenUpRow(r.GetString(0), r.GetString(1), (int)r.GetInt64(2), Columns.Instant(r.GetInt64(3)), null), Notice: r.IsDBNull(4) ? (long?)null : r.GetInt64(4)), cancel);
        var notices = await Notices([.. lost.Select(l => l.Notice).OfType<long>()], cancel);
        return [.. lost.Select(l => l.Notice is { } at ? l.Row with { Notice = notices.GetValueOrDefault(at) } : l.Row)];
    }

    public Task<NoticeCommandRow?> Command(string commandKey, CancellationToken cancel = default) => _commands.Find(commandKey, cancel);

    public Task<IReadOnlyList<NoticeCommandRow>> Commands(string subject, int limit, CancellationToken cancel = default) => _commands.Of(subject, limit, cancel);

    public Task Write(ChannelChange change, string stamp, CancellationToken cancel = default)
    {
        var c = change.Channel;
        return database.Write(
            [
                NoticeCommands.Insert(change.CommandKey, change.Body, stamp, c.Id, c.Version, change.At, change.Actor, change.Change),
                new SqlStatement(
                    Upsert,
                    ("@Id", c.Id), ("@Version", c.Version), ("@Organ", c.Organ.Value), ("@Kind", c.Kind.ToString()), ("@Shown", c.Shown), ("@Target", change.Target ?? ""),
                    ("@Secret", change.Secret), ("@Kinds", Kinds(c)), ("@Subjects", c.Subjects == NoticeSubjects.All ? null : (long)c.Subjects), ("@Language", c.Language.ToString()), ("@Enabled", Columns.Flag(c.Enabled)), ("@At", c.ChangedAt.UtcTicks),
                    ("@FormerUntil", (c.ChangedAt + ChannelDecisions.SecretOverlap).UtcTicks), ("@CommandKey", change.CommandKey), ("@Stamp", stamp)),
                .. change.Resend ? [new SqlStatement(SendAgain, ("@At", c.ChangedAt.UtcTicks), ("@Id", c.Id), ("@CommandKey", change.CommandKey), ("@Stamp", stamp))] : Array.Empty<SqlStatement>(),
            ],
            cancel);
    }

    public static async Task<IReadOnlyList<ChannelRow>> Ready(IDatabase database, DateTimeOffset now, bool emergenciesOnly, CancellationToken cancel) =>
        await database.Read(new SqlStatement(CanSend, ("@Now", now.UtcTicks), ("@Least", emergenciesOnly ? 1L : 0L)), Read, cancel);

    private async Task<int> Count(SqlStatement statement, CancellationToken cancel) => (await database.Read(statement, r => (int)r.GetInt64(0), cancel))[0];

    private async Task<Dictionary<long, NoticeRow>> Notices(IReadOnlyCollection<long> positions, CancellationToken cancel)
    {
        var found = new Dictionary<long, NoticeRow>();
        foreach (var some in positions.Chunk(MostOrgans))
        {
            var names = string.Join(", ", some.Select((_, i) => $"@At{i}"));
            foreach (var row in await database.Read(
                new SqlStatement($"SELECT {NoticeColumns.All} FROM Notices AS n WHERE n.Position IN ({names})", [.. some.Select((p, i) => ($"@At{i}", (object?)p))]), NoticeColumns.Read, cancel))
            {
                found[row.Position] = row;
            }
        }

        return found;
    }

    private static string Kinds(NoticeChannel c) => c.Kinds.IsEmpty ? "" : $"|{string.Join('|', c.Kinds)}|";

    private static ChannelRow Read(DbDataReader r) => new(
        new NoticeChannel(
            r.GetString(0), r.GetInt64(1), new OrganCode(r.GetString(2)), Enum.Parse<ChannelKind>(r.GetString(3)), r.GetString(4),
            [.. Columns.Texts(r.GetString(5)).Select(k => Enum.Parse<NoticeKind>(k))], Enum.Parse<Language>(r.GetString(6)), r.GetInt64(7) != 0, Columns.Instant(r.GetInt64(8)))
        {
            Subjects = r.IsDBNull(18) ? NoticeSubjects.All : (NoticeSubjects)r.GetInt64(18),
        },
        r.GetString(9),
        r.IsDBNull(10) ? null : r.GetString(10),
        new ChannelState(
            NoticeColumns.Instant(r, 11), (int)r.GetInt64(12), r.IsDBNull(13) ? null : r.GetString(13), Columns.Instant(r.GetInt64(14)), NoticeColumns.Instant(r, 15)),
        r.IsDBNull(16) ? null : new FormerSecret(r.GetString(16), Columns.Instant(r.GetInt64(17))));
}
