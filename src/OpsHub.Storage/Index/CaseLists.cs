using Microsoft.EntityFrameworkCore;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Hierarchy;
using OpsHub.Storage.Database;

namespace OpsHub.Storage.Index;

/// <summary>Lists of cases: keyset pages in three orders.</summary>
internal sealed class CaseLists(IDatabase database, TimeProvider time)
{
    public Task<Page<CaseRow>> Page(CaseFilter filter, CaseOrder order, PageRequest request, CancellationToken cancel)
    {
        var paging = Paging.Of(request, order.ToString());
        return database.Ask(async context =>
        {
            var cases = context.Matching(filter, ordered: true);
            var read = await Within(cases, order, paging).Take(paging.Count + 1).ToListAsync(cancel);
            return paging.Page(read, CaseRecords.ToRow, r => (SortOf(r, order), r.CaseKey), time.GetUtcNow());
        }, cancel);
    }

    public Task<int> Count(CaseFilter filter, CancellationToken cancel) => database.Ask(context => context.Matching(filter, ordered: false).CountAsync(cancel), cancel);

    public Task<Dictionary<string, CaseRow>> ByKey(IReadOnlyCollection<string> keys, CancellationToken cancel) => database.Ask(
        async context =>
        {
            var wanted = keys.ToArray();
            var found = await context.Cases.Where(c => wanted.Contains(c.CaseKey)).ToListAsync(cancel);
            return found.ToDictionary(c => c.CaseKey, CaseRecords.ToRow);
        }, cancel);

    public Task<CaseRow?> ByNumber(string number, CancellationToken cancel) => database.Ask(
        async context => await context.Cases.Where(c => c.Number == number).OrderBy(c => c.CaseKey).FirstOrDefaultAsync(cancel) is { } found ? CaseRecords.ToRow(found) : null,
        cancel);

    public Task<List<CaseRow>> NearestDue(UnitCode unit, DateTimeOffset from, int limit, CancellationToken cancel) => database.Ask(
        async context =>
        {
            var first = from.UtcTicks;
            var found = await context.Cases.WalkedFor(unit)
                .Where(c => c.CountedUntil == Columns.Never && c.DueAt >= first && c.DueAt != Columns.Never)
                .OrderBy(c => c.DueAt).ThenBy(c => c.CaseKey)
                .Take(limit).ToListAsync(cancel);
            return found.ConvertAll(CaseRecords.ToRow);
        }, cancel);

    private static long SortOf(CaseRecord record, CaseOrder order) => order switch
    {
        CaseOrder.DueAt => record.DueAt,
        CaseOrder.ReportedAtDescending => record.ReportedAt,
        CaseOrder.ChangedAtDescending => record.ChangedAt,
        _ => throw new ArgumentOutOfRangeException(nameof(order)),
    };

    // The redundant first comparison lets the index begin at the cursor.
    private static IQueryable<CaseRecord> Within(IQueryable<CaseRecord> cases, CaseOrder order, Paging paging)
    {
        var (after, before) = order == CaseOrder.DueAt ? (paging.After, paging.Before) : (paging.Before, paging.After);
        var ascending = (order == CaseOrder.DueAt) != paging.Backward;
        switch (order)
        {
            case CaseOrder.DueAt:
                if (after is not null)
                    cases = cases.Where(c => c.DueAt >= after.Sort && (c.DueAt > after.Sort || string.Compare(c.CaseKey, after.Id) > 0));
                if (before is not null)
                    cases = cases.Where(c => c.DueAt <= before.Sort && (c.DueAt < before.Sort || string.Compare(c.CaseKey, before.Id) < 0));
                return ascending ? cases.OrderBy(c => c.DueAt).ThenBy(c => c.CaseKey) : cases.OrderByDescending(c => c.DueAt).ThenByDescending(c => c.CaseKey);
            case CaseOrder.ReportedAtDescending:
                if (after is not null)
                    cases = cases.Where(c => c.ReportedAt >= after.Sort && (c.ReportedAt > after.Sort || string.Compare(c.CaseKey, after.Id) > 0));
                if (before is not null)
                    cases = cases.Where(c => c.ReportedAt <= before.Sort && (c.ReportedAt < before.Sort || string.Compare(c.CaseKey, before.Id) < 0));
                return ascending ? cases.OrderBy(c => c.ReportedAt).ThenBy(c => c.CaseKey) : cases.OrderByDescending(c => c.ReportedAt).ThenByDescending(c => c.CaseKey);
            default:
                if (after is not null)
                    cases = cases.Where(c => c.ChangedAt >= after.Sort && (c.ChangedAt > after.Sort || string.Compare(c.CaseKey, after.Id) > 0));
                if (before is not null)
                    cases = cases.Where(c => c.ChangedAt <= before.Sort && (c.ChangedAt < before.Sort || string.Compare(c.CaseKey, before.Id) < 0));
                return ascending ? cases.OrderBy(c => c.ChangedAt).ThenBy(c => c.CaseKey) : cases.OrderByDescending(c => c.ChangedAt).ThenByDescending(c => c.CaseKey);
        }
    }
}
