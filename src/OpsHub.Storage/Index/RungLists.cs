using OpsHub.Contracts.Index;
using OpsHub.Domain.Calendars;
using OpsHub.Storage.Database;

namespace OpsHub.Storage.Index;

/// <summary>Rungs of a shard that have come.</summary>
internal sealed class RungLists(IDatabase database)
{
    private const string Text =
        "SELECT Shard, At, Subject, Term, Kind, Emergency FROM Rungs WHERE Shard = @Shard AND At <= @UpTo ORDER BY Emergency DESC, At, Subject, Term, Kind LIMIT @Limit";

    public Task<List<RungRow>> Of(int shard, DateTimeOffset upTo, int limit, CancellationToken cancel) => database.Read(
        new SqlStatement(Text, ("@Shard", (long)shard), ("@UpTo", upTo.UtcTicks), ("@Limit", (long)limit)),
        r => new RungRow((int)r.GetInt64(0), Columns.Instant(r.GetInt64(1)), r.GetString(2), r.GetString(3), (RungKind)r.GetInt64(4), r.GetInt64(5) != 0),
        cancel);
}
