using OpsHub.Contracts.Notices;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Notices;
using OpsHub.Storage.Database;

namespace OpsHub.Storage.Notices;

/// <summary>The queue port: turns and handing out here, parcels in <see cref="Parcels"/>.</summary>
internal sealed class NoticeQueue(IDatabase database) : INoticeQueue
{
    /// <summary>Holds while the turn is the writer's; <see cref="Hold"/> keeps it so until the transaction ends.</summary>
    public const string IsOurs = "EXISTS (SELECT 1 FROM Turns AS t WHERE t.Name = @Turn AND t.Owner = @Owner)";

    private const string TakeTurn = """
        INSERT INTO Turns (Name, Owner, Until) VALUES (@Turn, @Owner, @Until)
        ON CONFLICT (Name) DO UPDATE SET
          Owner = CASE WHEN Turns.Owner = excluded.Owner OR Turns.Until < @Now THEN excluded.Owner ELSE Turns.Owner END,
          Until = CASE WHEN Turns.Owner = excluded.Owner OR Turns.Until < @Now THEN excluded.Until ELSE Turns.Until END
        RETURNING CAST(CASE WHEN Owner = @Owner THEN 1 ELSE 0 END AS BIGINT)
        """;

    private const string HoldTurn = "UPDATE Turns SET Until = Until WHERE Name = @Turn AND Owner = @Owner";

    private const string Waiting = "ToldAt IS NULL AND MootAt IS NULL AND Emergency >= @Least AND NotBefore <= @Now";

    private const string AnyWaiting = $"SELECT 1 FROM Notices WHERE {Waiting} LIMIT 1";

    // Of those, what is no emergency.
    private const string Ordinary = "ToldAt IS NULL AND MootAt IS NULL AND Emergency = 0 AND NotBefore <= @Now";

    private const string Whom = $"SELECT DISTINCT Recipient FROM Notices WHERE {Ordinary}";

    private const string Later = $"UPDATE Notices SET NotBefore = @Until WHERE {Ordinary} AND Recipient = @Recipient";

    private const string LastTold = "SELECT ToldAt FROM Notices WHERE ToldAt IS NOT NULL ORDER BY ToldAt DESC LIMIT 1";

    private const string CountTold = "SELECT COUNT(*) FROM Notices WHERE ToldAt = @Told";

    private static readonly string SubjectOf =
        $"CASE {string.Join(' ', NoticeAccess.Prefixes.Select(p => $"WHEN n.CaseKey LIKE '{p.Value}%' THEN {(int)p.Key}"))} ELSE {(int)NoticeSubjects.Others} END";

    private static readonly string FillChannels = $"""
        INSERT INTO Deliveries (DeliveryKey, Channel, Kind, Emergency, Notice, NotBefore, State, Attempts)
        SELECT c.Id || ':' || n.NoticeKey, c.Id, n.Kind, n.Emergency, n.Position, n.NotBefore, 0, 0
          FROM Notices AS n JOIN Channels AS c ON c.Organ = n.Recipient AND c.Enabled = 1 AND c.Kinds LIKE '%|' || n.Kind || '|%'
           AND (c.Subjects IS NULL OR (c.Subjects & ({SubjectOf})) <> 0)
         WHERE n.ToldAt = @Told AND {IsOurs}
         ORDER BY n.Position
        ON CONFLICT DO NOTHING
        """;

    private readonly string _tell = $"""
        UPDATE Notices SET ToldAt = @Told
         WHERE {IsOurs} AND Position IN (
           SELECT Position FROM Notices WHERE {Waiting} ORDER BY Emergency DESC, NotBefore LIMIT @Limit {database.SkipLocked})
        """;

    private readonly Parcels _parcels = new(database);

    public async Task<bool> Take(Turn turn, DateTimeOffset now, TimeSpan keep, CancellationToken cancel = default) => await database.WriteReturning(
        new SqlStatement(TakeTurn, ("@Turn", turn.Name), ("@Owner", turn.Owner), ("@Until", (now + keep).UtcTicks), ("@Now", now.UtcTicks)), cancel) == 1;

    public async Task<bool> Waits(DateTimeOffset now, bool emergenciesOnly, CancellationToken cancel = default) =>
        (await database.Read(new SqlStatement(AnyWaiting, ("@Least", emergenciesOnly ? 1L : 0L), ("@Now", now.UtcTicks)), _ => true, cancel)).Count > 0;

    public async Task<IReadOnlyList<OrganCode>> Recipients(DateTimeOffset now, CancellationToken cancel = default) =>
        await database.Read(new SqlStatement(Whom, ("@Now", now.UtcTicks)), r => OrganCode.Parse(r.GetString(0)), cancel);

    public Task PutOff(IReadOnlyCollection<OrganCode> recipients, DateTimeOffset now, DateTimeOffset until, CancellationToken cancel = default) => recipients.Count == 0 ? Task.CompletedTask
        : database.Write([.. recipients.Select(r => new SqlStatement(Later, ("@Until", until.UtcTicks), ("@Now", now.UtcTicks), ("@Recipient", r.Value)))], cancel);

    public async Task<int> HandOut(Turn turn, DateTimeOffset now, bool emergenciesOnly, int limit, CancellationToken cancel = default)
    {
        // Each round has an instant of its own, later than all before: readers go on after the last one they know, and another process that had the turn may have
        // had another clock. Since the turn was taken nobody else hands out, so the last one stands.
        var last = (await database.Read(new SqlStatement(LastTold), r => r.GetInt64(0), cancel)).SingleOrDefault();
        var told = Math.Max(now.UtcTicks, last + 1);
        await database.Write(
            [
                Hold(turn),
                new SqlStatement(_tell, ("@Told", told), ("@Turn", turn.Name), ("@Owner", turn.Owner), ("@Least", emergenciesOnly ? 1L : 0L), ("@Now", now.UtcTicks), ("@Limit", (long)limit)),
                new SqlStatement(FillChannels, ("@Told", told), ("@Turn", turn.Name), ("@Owner", turn.Owner)),
            ],
            cancel);
        return (await database.Read(new SqlStatement(CountTold, ("@Told", told)), r => (int)r.GetInt64(0), cancel))[0];
    }

    public Task<IReadOnlyList<ChannelRow>> Ready(DateTimeOffset now, bool emergenciesOnly, CancellationToken cancel = default) => ChannelTable.Ready(database, now, emergenciesOnly, cancel);

    public Task<Parcel?> Next(Turn turn, string channel, DateTimeOffset now, int bundleAbove, bool emergenciesOnly, CancellationToken cancel = default) =>
        _parcels.Next(turn, channel, now, bundleAbove, emergenciesOnly, cancel);

    public Task Sent(string channel, Parcel parcel, DateTimeOffset now, CancellationToken cancel = default) => _parcels.Sent(channel, parcel, now, cancel);

    public Task Failed(
        string channel, Parcel parcel, DateTimeOffset now, DateTimeOffset nextTry, string error, bool giveUp, DateTimeOffset? aside = null, CancellationToken cancel = default) =>
        _parcels.Failed(channel, parcel, now, nextTry, error, giveUp, aside, cancel);

    public Task Renew(string prefix, string round, IReadOnlyList<Notice> notices, DateTimeOffset now, CancellationToken cancel = default) =>
        database.Write([.. NoticeInsert.OfRound(prefix, round, notices, now)], cancel);

    public Task Forget(DateTimeOffset before, CancellationToken cancel = default) => NoticeRemoval.Run(database, before, cancel);

    public static SqlStatement Hold(Turn turn) => new(HoldTurn, ("@Turn", turn.Name), ("@Owner", turn.Owner));
}
