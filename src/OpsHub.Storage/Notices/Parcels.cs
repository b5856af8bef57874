using OpsHub.Contracts.Notices;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Notices;
using OpsHub.Storage.Database;
using OpsHub.Storage.Index;

namespace OpsHub.Storage.Notices;

/// <summary>What goes out of a channel together. A parcel is written before it is sent, so that a process that dies in between is followed by one that sends the same.</summary>
internal sealed class Parcels(IDatabase database)
{
    // The lines that a bundle shows; the rest is in its counts.
    private const int Lines = 10;

    private const string Pending = "Channel = @Channel AND State = 0 AND Parcel IS NULL AND NotBefore <= @Now AND (Notice IS NULL OR Emergency >= @Least)";

    // A parcel that was made may have been sent already: it goes out again as it was, or, once nobody needs any of it, not at all.
    private const string DropMoot = """
        UPDATE Deliveries SET State = 3, SettledAt = @Now
         WHERE Channel = @Channel AND State = 0
           AND EXISTS (SELECT 1 FROM Notices AS n WHERE n.Position = Deliveries.Notice AND n.MootAt IS NOT NULL)
           AND (Parcel IS NULL OR Parcel NOT IN (
             SELECT d.Parcel FROM Deliveries AS d JOIN Notices AS m ON m.Position = d.Notice WHERE d.Channel = @Channel AND d.State = 0 AND d.Parcel IS NOT NULL AND m.MootAt IS NULL))
        """;

    // An emergency goes before whatever was begun of the rest: a message that is refused again and again doesn't hold it up.
    private const string Urgent = """
        SELECT DeliveryKey, Notice, Emergency, Parcel, Kind FROM Deliveries
         WHERE Channel = @Channel AND State = 0 AND Emergency = 1 AND NotBefore <= @Now
         ORDER BY CASE WHEN Parcel IS NULL THEN 1 ELSE 0 END, Position LIMIT 1
        """;

    private const string Made = "SELECT DeliveryKey, Notice, Emergency, Parcel, Kind FROM Deliveries WHERE Channel = @Channel AND State = 0 AND Parcel IS NOT NULL AND NotBefore <= @Now AND (Notice IS NULL OR Emergency >= @Least) ORDER BY Position LIMIT 1";

    private const string First = $"SELECT DeliveryKey, Notice, Emergency, Parcel, Kind FROM Deliveries WHERE {Pending} ORDER BY Emergency DESC, Position LIMIT 1";

    // A digest says all by its text, of which a bundle has no line: it goes alone.
    private const string Alone = nameof(NoticeKind.Digest);

    private const string Alike = $"Channel = @Channel AND State = 0 AND Parcel IS NULL AND NotBefore <= @Now AND Emergency = @Emergency AND Notice IS NOT NULL AND Kind <> '{Alone}'";

    private const string Gathered = $"SELECT COUNT(*), COALESCE(MAX(Position), 0) FROM Deliveries WHERE {Alike}";

    private const string Bundle = $"UPDATE Deliveries SET Parcel = @Parcel WHERE {Alike} AND Position <= @Last AND {NoticeQueue.IsOurs}";

    private const string One = $"UPDATE Deliveries SET Parcel = @Parcel WHERE DeliveryKey = @Key AND State = 0 AND Parcel IS NULL AND {NoticeQueue.IsOurs}";

    private const string Sum = "SELECT MAX(Attempts), MAX(Emergency), MAX(Kind), MAX(Payload), COUNT(*) FROM Deliveries WHERE Channel = @Channel AND State = 0 AND Parcel = @Parcel";

    private const string CountKinds = "SELECT Kind, COUNT(*) FROM Deliveries WHERE Channel = @Channel AND State = 0 AND Parcel = @Parcel AND Notice IS NOT NULL GROUP BY Kind";

    private static readonly string Nearest = $"""
        SELECT {NoticeColumns.All} FROM Deliveries AS d JOIN Notices AS n ON n.Position = d.Notice
         WHERE d.Channel = @Channel AND d.State = 0 AND d.Parcel = @Parcel ORDER BY n.DueAt, n.Position LIMIT {Lines}
        """;

    private const string Settle = "UPDATE Deliveries SET State = @State, SettledAt = @Now WHERE Channel = @Channel AND Parcel = @Parcel AND State = 0";

    private const string Works = "UPDATE Channels SET FailingSince = NULL, Failures = 0, LastError = NULL, NextTry = 0, LastSentAt = @Now WHERE Id = @Channel";

    private const string Again = "UPDATE Deliveries SET Attempts = Attempts + 1, NotBefore = CASE WHEN @Aside > NotBefore THEN @Aside ELSE NotBefore END WHERE Channel = @Channel AND Parcel = @Parcel AND State = 0";

    private const string Fails = "UPDATE Channels SET FailingSince = COALESCE(FailingSince, @Now), Failures = Failures + 1, LastError = @Error, NextTry = @Next WHERE Id = @Channel";

    public async Task<Parcel?> Next(Turn turn, string channel, DateTimeOffset now, int bundleAbove, bool emergenciesOnly, CancellationToken cancel)
    {
        await database.Write([new SqlStatement(DropMoot, ("@Now", now.UtcTicks), ("@Channel", channel))], cancel);
        if (await Head(Urgent, channel, now, 1, cancel) is not { } head)
        {
            var least = emergenciesOnly ? 1L : 0L;
            if ((await Head(Made, channel, now, least, cancel) ?? await Head(First, channel, now, least, cancel)) is not { } other)
                return null;
            head = other;
        }

        if (head.Parcel is { } made)
            return await Read(channel, made, cancel);
        var (parcel, statement) = !head.IsNotice ? (head.Key, Taken(turn, head.Key, head.Key))
            : head.Kind == Alone ? Single(turn, head.Key)
            : await Gather(turn, channel, head.Key, head.Emergency, now, bundleAbove, cancel);
        await database.Write([NoticeQueue.Hold(turn), statement], cancel);
        return await Read(channel, parcel, cancel);
    }

    public Task Sent(string channel, Parcel parcel, DateTimeOffset now, CancellationToken cancel) => database.Write(
        [Settled(channel, parcel, 1, now), new SqlStatement(Works, ("@Now", now.UtcTicks), ("@Channel", channel))], cancel);

    public Task Failed(string channel, Parcel parcel, DateTimeOffset now, DateTimeOffset nextTry, string error, bool giveUp, DateTimeOffset? aside, CancellationToken cancel) => database.Write(
        [
            new SqlStatement(Again, ("@Aside", aside?.UtcTicks ?? 0), ("@Channel", channel), ("@Parcel", parcel.Key)),
            .. giveUp ? [Settled(channel, parcel, 2, now)] : Array.Empty<SqlStatement>(),
            new SqlStatement(Fails, ("@Now", now.UtcTicks), ("@Error", error), ("@Next", nextTry.UtcTicks), ("@Channel", channel)),
        ],
        cancel);

    private async Task<Waiting?> Head(string text, string channel, DateTimeOffset now, long least, CancellationToken cancel) => (await database.Read(
        new SqlStatement(text, [.. new (string Name, object? Value)[] { ("@Channel", channel), ("@Now", now.UtcTicks), ("@Least", least) }.Where(v => text.Contains(v.Name, StringComparison.Ordinal))]),
        r => new Waiting(r.GetString(0), !r.IsDBNull(1), r.GetInt64(2), r.IsDBNull(3) ? null : r.GetString(3), r.GetString(4)), cancel)).SingleOrDefault();

    private async Task<(string Parcel, SqlStatement Statement)> Gather(
        Turn turn, string channel, string firstKey, long emergency, DateTimeOffset now, int bundleAbove, CancellationToken cancel)
    {
        (string, object?)[] alike = [("@Channel", channel), ("@Now", now.UtcTicks), ("@Emergency", emergency)];
        var (count, last) = (await database.Read(new SqlStatement(Gathered, alike), r => (r.GetInt64(0), r.GetInt64(1)), cancel))[0];
        if (count <= bundleAbove)
            return Single(turn, firstKey);

        var bundle = "msg_" + CommandIds.Hash("bundle", firstKey, last.ToString(System.Globalization.CultureInfo.InvariantCulture))[..32];
        return (bundle, new SqlStatement(Bundle, [("@Parcel", bundle), .. alike, ("@Last", last), ("@Turn", turn.Name), ("@Owner", turn.Owner)]));
    }

    private static (string Parcel, SqlStatement Statement) Single(Turn turn, string key)
    {
        var parcel = "msg_" + CommandIds.Hash(key)[..32];
        return (parcel, Taken(turn, parcel, key));
    }

    private static SqlStatement Taken(Turn turn, string parcel, string key) =>
        new(One, ("@Parcel", parcel), ("@Key", key), ("@Turn", turn.Name), ("@Owner", turn.Owner));

    private async Task<Parcel?> Read(string channel, string parcel, CancellationToken cancel)
    {
        (string, object?)[] which = [("@Channel", channel), ("@Parcel", parcel)];
        var (attempts, emergency, kind, payload, rows) = (await database.Read(
            new SqlStatement(Sum, which),
            r => r.GetInt64(4) == 0 ? default : ((int)r.GetInt64(0), r.GetInt64(1) != 0, r.GetString(2), r.IsDBNull(3) ? null : r.GetString(3), r.GetInt64(4)), cancel))[0];
        if (rows == 0)
            return null; // the turn went to another process, or all of it became moot
        if (payload is not null)
            return new Parcel(parcel, attempts, emergency, [], new Dictionary<NoticeKind, int>(), kind, payload);
        var counts = await database.Read(new SqlStatement(CountKinds, which), r => (Enum.Parse<NoticeKind>(r.GetString(0)), (int)r.GetInt64(1)), cancel);
        var nearest = await database.Read(new SqlStatement(Nearest, which), NoticeColumns.Read, cancel);
        return new Parcel(parcel, attempts, emergency, nearest, counts.ToDictionary(c => c.Item1, c => c.Item2), null, null);
    }

    private static SqlStatement Settled(string channel, Parcel parcel, long state, DateTimeOffset now) =>
        new(Settle, ("@State", state), ("@Now", now.UtcTicks), ("@Channel", channel), ("@Parcel", parcel.Key));

    private sealed record Waiting(string Key, bool IsNotice, long Emergency, string? Parcel, string Kind);
}
