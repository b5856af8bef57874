using OpsHub.Contracts.Index;
using OpsHub.Domain.Hierarchy;
using OpsHub.Storage.Database;

namespace OpsHub.Storage.Index;

/// <summary>Who holds a unit's open cases: one GROUP BY over its open rows.</summary>
internal sealed class HolderLists(IDatabase database)
{
    // Whole seconds, because the sum of a city's ticks overflows an integer.
    private static readonly string[] Texts = [.. Enum.GetValues<UnitLevel>().Select(level => $"""
        SELECT Holder, COUNT(*) AS Held, SUM(CASE WHEN DueAt <= @Now THEN 1 ELSE 0 END) AS Overdue, CAST(AVG(HolderSince / {TimeSpan.TicksPerSecond}) AS BIGINT)
          FROM Cases WHERE {level} = @Unit AND CountedUntil = {Columns.Never}
         GROUP BY Holder ORDER BY Overdue DESC, Held DESC, Holder LIMIT @Limit
        """)];

    public async Task<IReadOnlyList<HolderRow>> Of(UnitCode unit, DateTimeOffset now, int limit, CancellationToken cancel) => await database.Read(
        new SqlStatement(Texts[(int)unit.Level], ("@Unit", unit.Value), ("@Now", Columns.Ticks(now)), ("@Limit", limit)),
        r => new HolderRow(OrganCode.Parse(r.GetString(0)), (int)r.GetInt64(1), (int)r.GetInt64(2), now - Columns.Instant(r.GetInt64(3) * TimeSpan.TicksPerSecond)),
        cancel);
}
