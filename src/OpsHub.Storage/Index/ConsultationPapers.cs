using Microsoft.EntityFrameworkCore;
using OpsHub.Contracts.Consultations;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;
using OpsHub.Storage.Database;

namespace OpsHub.Storage.Index;

/// <summary>The port of what was published: keyset pages, newest first.</summary>
internal sealed class ConsultationPapers(IDatabase database, TimeProvider time) : IPublishedPapers
{
    public Task<Page<PublishedPaperRow>> Published(UnitCode unit, PageRequest page, CancellationToken cancel = default)
    {
        var paging = Paging.Of(page, "Papers");
        return database.Ask(async context =>
        {
            var now = time.GetUtcNow();
            var papers = context.Papers.AsQueryable();
            if (paging.Before is { } before)
                papers = papers.Where(p => p.At >= before.Sort && (p.At > before.Sort || string.Compare(p.Paper, before.Id) > 0));
            if (paging.After is { } after)
                papers = papers.Where(p => p.At <= after.Sort && (p.At < after.Sort || string.Compare(p.Paper, after.Id) < 0));
            var found = papers.Join(
                context.Matching(new ConsultationFilter { Unit = unit }, now, walked: true), p => p.ConsultationKey, c => c.ConsultationKey,
                (p, c) => new { Paper = p, c.Number, c.Title, Home = c.Community ?? c.Township });
            found = paging.Backward ? found.OrderBy(f => f.Paper.At).ThenBy(f => f.Paper.Paper) : found.OrderByDescending(f => f.Paper.At).ThenByDescending(f => f.Paper.Paper);
            var read = await found.Take(paging.Count + 1).ToListAsync(cancel);
            return paging.Page(read, f => new PublishedPaperRow(ToPaper(f.Paper), f.Number, f.Title, UnitCode.Parse(f.Home)), f => (f.Paper.At, f.Paper.Paper), now);
        }, cancel);
    }

    private static PublishedPaper ToPaper(PaperRecord p) => new(
        p.Kind == 0 ? null : (AnnouncementKind)(p.Kind - 1), (int)p.Id, new DateTimeOffset(p.At, TimeSpan.Zero), p.Due is { } due ? new DateTimeOffset(due, TimeSpan.Zero) : null, p.Late == 1);
}
