using Microsoft.EntityFrameworkCore;
using OpsHub.Contracts.Consultations;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;
using OpsHub.Storage.Database;

namespace OpsHub.Storage.Index;

/// <summary>The port of consultations: keyset pages in three orders, indicators, and what a unit's cells start from.</summary>
internal sealed class ConsultationIndex(IDatabase database, TimeProvider time) : IConsultationIndex
{
    private static readonly string[] IndicatorTexts = [.. Enum.GetValues<UnitLevel>().Select(IndicatorText)];

    public Task<Page<ConsultationRow>> Consultations(ConsultationFilter filter, ConsultationOrder order, PageRequest page, CancellationToken cancel = default)
    {
        var paging = Paging.Of(page, $"Consultations{order}");
        return database.Ask(async context =>
        {
            var now = time.GetUtcNow();
            var read = await Within(context.Matching(filter, now, walked: !(filter.OpenOnly && order == ConsultationOrder.DueAt)), order, paging).Take(paging.Count + 1).ToListAsync(cancel);
            return paging.Page(read, ConsultationRecords.ToRow, r => (SortOf(r, order), r.ConsultationKey), now);
        }, cancel);
    }

    public Task<int> Count(ConsultationFilter filter, CancellationToken cancel = default) =>
        database.Ask(context => context.Matching(filter, time.GetUtcNow(), walked: false).CountAsync(cancel), cancel);

    public Task<IReadOnlyDictionary<string, ConsultationRow>> ByKey(IReadOnlyCollection<string> keys, CancellationToken cancel = default) => database.Ask<IReadOnlyDictionary<string, ConsultationRow>>(
        async context =>
        {
            var wanted = keys.ToArray();
            var found = await context.Consultations.Where(c => wanted.Contains(c.ConsultationKey)).ToListAsync(cancel);
            return found.ToDictionary(c => c.ConsultationKey, ConsultationRecords.ToRow);
        }, cancel);

    public Task<ConsultationRow?> ByNumber(string number, CancellationToken cancel = default) => database.Ask(
        async context => await context.Consultations.Where(c => c.Number == number).OrderBy(c => c.ConsultationKey).FirstOrDefaultAsync(cancel) is { } found ? ConsultationRecords.ToRow(found) : null,
        cancel);

    public async Task<ConsultationIndicators> Indicators(UnitCode unit, DateTimeOffset from, DateTimeOffset before, CancellationToken cancel = default) => (await database.Read(
        new SqlStatement(IndicatorTexts[(int)unit.Level], ("@Unit", unit.Value), ("@From", from.UtcTicks), ("@Before", before.UtcTicks)),
        r => Sums([.. Enumerable.Range(0, 13).Select(i => (int)r.GetInt64(i))]),
        cancel))[0];

    public Task<IReadOnlyDictionary<string, (long Version, ConsultationContribution Contribution)>> Contributions(UnitCode home, CancellationToken cancel = default) =>
        database.Ask<IReadOnlyDictionary<string, (long Version, ConsultationContribution Contribution)>>(
            async context =>
            {
                var own = home.Level == UnitLevel.Community
                    ? context.Consultations.Where(c => c.Community == home.Value)
                    : context.Consultations.Where(c => c.Township == home.Value && c.Community == null);
                var found = await own.Where(c => c.IsOpen == 1).ToListAsync(cancel);
                return found.ToDictionary(c => c.ConsultationKey, c => (c.Version, ConsultationRecords.ToContribution(c)));
            }, cancel);

    private static ConsultationIndicators Sums(int[] n) => new(n[0], new(n[1], n[2], n[3], n[4], n[5], null, null, n[6], n[7]), n[8], n[9], n[10], n[11], n[12]);

    private static string IndicatorText(UnitLevel level)
    {
        string[] sums =
        [
            "PlansDue", "PlansOnTime", "AnnouncementsDue", "AnnouncementsOnTime", "SessionsEnded", "Ballots", "Satisfied", "CASE WHEN Agreed IS NULL THEN 0 ELSE 1 END", "COALESCE(Agreed, 0)",
            "CASE WHEN CarriedOut IS NULL THEN 0 ELSE 1 END", "COALESCE(CarriedOut, 0)", "Round",
        ];
        return $"SELECT COUNT(*), {string.Join(", ", sums.Select(s => $"CAST(COALESCE(SUM({s}), 0) AS BIGINT)"))} FROM Consultations WHERE {level} = @Unit AND BeganAt >= @From AND BeganAt < @Before";
    }

    private static long SortOf(ConsultationRecord record, ConsultationOrder order) => order switch
    {
        ConsultationOrder.DueAt => record.DueAt,
        ConsultationOrder.ChangedAtDescending => record.ChangedAt,
        ConsultationOrder.BeganAtDescending => record.BeganAt,
        ConsultationOrder.AnnounceDueAt => record.AnnounceDueAt,
        _ => throw new ArgumentOutOfRangeException(nameof(order)),
    };

    // The redundant first comparison lets the index begin at the cursor.
    private static IQueryable<ConsultationRecord> Within(IQueryable<ConsultationRecord> all, ConsultationOrder order, Paging paging)
    {
        var soonest = order is ConsultationOrder.DueAt or ConsultationOrder.AnnounceDueAt;
        var (after, before) = soonest ? (paging.After, paging.Before) : (paging.Before, paging.After);
        var ascending = soonest != paging.Backward;
        switch (order)
        {
            case ConsultationOrder.DueAt:
                if (after is not null)
                    all = all.Where(c => c.DueAt >= after.Sort && (c.DueAt > after.Sort || string.Compare(c.ConsultationKey, after.Id) > 0));
                if (before is not null)
                    all = all.Where(c => c.DueAt <= before.Sort && (c.DueAt < before.Sort || string.Compare(c.ConsultationKey, before.Id) < 0));
                return ascending ? all.OrderBy(c => c.DueAt).ThenBy(c => c.ConsultationKey) : all.OrderByDescending(c => c.DueAt).ThenByDescending(c => c.ConsultationKey);
            case ConsultationOrder.AnnounceDueAt:
                if (after is not null)
                    all = all.Where(c => c.AnnounceDueAt >= after.Sort && (c.AnnounceDueAt > after.Sort || string.Compare(c.ConsultationKey, after.Id) > 0));
                if (before is not null)
                    all = all.Where(c => c.AnnounceDueAt <= before.Sort && (c.AnnounceDueAt < before.Sort || string.Compare(c.ConsultationKey, before.Id) < 0));
                return ascending ? all.OrderBy(c => c.AnnounceDueAt).ThenBy(c => c.ConsultationKey) : all.OrderByDescending(c => c.AnnounceDueAt).ThenByDescending(c => c.ConsultationKey);
            case ConsultationOrder.BeganAtDescending:
                if (after is not null)
                    all = all.Where(c => c.BeganAt >= after.Sort && (c.BeganAt > after.Sort || string.Compare(c.ConsultationKey, after.Id) > 0));
                if (before is not null)
                    all = all.Where(c => c.BeganAt <= before.Sort && (c.BeganAt < before.Sort || string.Compare(c.ConsultationKey, before.Id) < 0));
                return ascending ? all.OrderBy(c => c.BeganAt).ThenBy(c => c.ConsultationKey) : all.OrderByDescending(c => c.BeganAt).ThenByDescending(c => c.ConsultationKey);
            default:
                if (after is not null)
                    all = all.Where(c => c.ChangedAt >= after.Sort && (c.ChangedAt > after.Sort || string.Compare(c.ConsultationKey, after.Id) > 0));
                if (before is not null)
                    all = all.Where(c => c.ChangedAt <= before.Sort && (c.ChangedAt < before.Sort || string.Compare(c.ConsultationKey, before.Id) < 0));
                return ascending ? all.OrderBy(c => c.ChangedAt).ThenBy(c => c.ConsultationKey) : all.OrderByDescending(c => c.ChangedAt).ThenByDescending(c => c.ConsultationKey);
        }
    }
}
