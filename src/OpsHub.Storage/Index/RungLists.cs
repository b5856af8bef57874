using OpsHub.Contracts.Index;
using OpsHub.Domain.Calendars;
using OpsHub.Storage.Database;

namespace OpsHub.Storage.Index;

/// <summary>Rungs of a shard that have come.</summary>
internal sealed class RungLists(IDatabase database)
{
    private const string Order = "At, Subject, Term, Kind LIMIT @Limit";

    // Each half walks the index from its head and stops at the limit; sorted in one query, a shard would read all that has passed, again for each batch.
    private const string Text = $"""
        SELECT * FROM (SELECT Shard, At, Subject, Term, Kind, Emergency, Version FROM Rungs WHERE Emergency = 1 AND Shard = @Shard AND At <= @UpTo ORDER BY {Order}) AS e
        UNION ALL
        SELECT * FROM (SELECT Shard, At, Subject, Term, Kind, Emergency, Version FROM Rungs WHERE Emergency = 0 AND Shard = @Shard AND At <= @UpTo ORDER BY {Order}) AS o
        ORDER BY Emergency DESC, {Order}
        """;

    public Task<List<RungRow>> Of(int shard, DateTimeOffset upTo, int limit, CancellationToken cancel) => database.Read(
        new SqlStatement(Text, ("@Shard", (long)shard), ("@UpTo", upTo.UtcTicks), ("@Limit", (long)limit)),
        r => new RungRow((int)r.GetInt64(0), Columns.Instant(r.GetInt64(1)), r.GetString(2), r.GetString(3), (RungKind)r.GetInt64(4), r.GetInt64(5) != 0) { Published = r.GetInt64(6) },
        cancel);
}
