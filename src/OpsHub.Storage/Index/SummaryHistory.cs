using Microsoft.EntityFrameworkCore;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Hierarchy;
using OpsHub.Storage.Database;

namespace OpsHub.Storage.Index;

/// <summary>Hourly readings of units.</summary>
internal sealed class SummaryHistory(IDatabase database)
{
    private const int PerTransaction = 500;

    private const string Insert = """
        INSERT INTO SummaryHistory (Unit, Hour, OpenCases, Overdue, DueToday, ReportedToday, ClosedToday)
        VALUES (@Unit, @Hour, @Open, @Overdue, @DueToday, @ReportedToday, @ClosedToday)
        ON CONFLICT (Unit, Hour) DO
        """;

    private const string Keep = Insert + " NOTHING";

    private const string Replace = Insert + """
         UPDATE SET OpenCases = excluded.OpenCases, Overdue = excluded.Overdue, DueToday = excluded.DueToday,
          ReportedToday = excluded.ReportedToday, ClosedToday = excluded.ClosedToday
        """;

    // In parts, so that cases' writes get in between.
    public async Task Save(DateTimeOffset hour, IEnumerable<(UnitCode Unit, HistoryPoint Point)> points, bool keep, CancellationToken cancel)
    {
        foreach (var part in points.Chunk(PerTransaction))
        {
            await database.Write([.. part.Select(p => new SqlStatement(
                keep ? Keep : Replace,
                ("@Unit", p.Unit.Value),
                ("@Hour", SummaryFold.HourOf(hour)),
                ("@Open", (long)p.Point.Open),
                ("@Overdue", (long)p.Point.Overdue),
                ("@DueToday", (long)p.Point.DueToday),
                ("@ReportedToday", (long)p.Point.ReportedToday),
                ("@ClosedToday", (long)p.Point.ClosedToday)))], cancel);
        }
    }

    public Task<List<(DateTimeOffset Hour, HistoryPoint Point)>> Of(UnitCode unit, DateTimeOffset from, CancellationToken cancel) => database.Ask(
        async context =>
        {
            var first = (from.ToUnixTimeSeconds() + 3599) / 3600; // the first full hour that is not before
            var found = await context.History.Where(h => h.Unit == unit.Value && h.Hour >= first).OrderBy(h => h.Hour).ToListAsync(cancel);
            return found.ConvertAll(h => (DateTimeOffset.FromUnixTimeSeconds(h.Hour * 3600), h.ToPoint()));
        }, cancel);
}
