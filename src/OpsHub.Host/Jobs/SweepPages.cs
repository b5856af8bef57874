using Microsoft.EntityFrameworkCore;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Index;
using OpsHub.Host.Database;

namespace OpsHub.Host.Jobs;

/// <summary>How a sweep goes through the rows of a list, some at once, and notes in the ledger of periods how far it is.</summary>
internal static class SweepPages
{
    /// <summary>Rows of a page.</summary>
    public const int Batch = 100;

    private const int AtOnce = 16;

    /// <summary>Goes through them page by page; how many changed.</summary>
    /// <param name="at">Cursor to go on after; null to begin.</param>
    /// <param name="read">Reads a page.</param>
    /// <param name="act">Does it for a row; true where that changed something.</param>
    /// <param name="after">Hears after each page from which cursor to go on; null once all is done.</param>
    /// <param name="cancel">Ends it.</param>
    public static async Task<int> Each<T>(string? at, Func<PageRequest, Task<Page<T>>> read, Func<T, Task<bool>> act, Func<string?, Task> after, CancellationToken cancel)
    {
        var moved = 0;
        do
        {
            var page = await read(new PageRequest(Batch, at, null, null));
            await Parallel.ForEachAsync(page.Items, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (item, _) =>
            {
                if (await act(item.Row))
                    Interlocked.Increment(ref moved);
            });
            at = page.HasNext && page.Items.Count > 0 ? page.Items[^1].Cursor : null;
            await after(at);
        }
        while (at is not null);
        return moved;
    }

    /// <summary>Does what is to be done once in a hub's life, and notes that it was. What fails or dies on the way is begun again by the next start; two processes may do it beside each other.</summary>
    public static async Task Once(this IDbContextFactory<HostContext> database, string job, HubClock clock, Func<Task> work)
    {
        await using var context = await database.CreateDbContextAsync();
        if (await context.JobPeriods.AnyAsync(p => p.Job == job))
            return;
        await work();
        await context.Remember(job, "", "", null, clock.Now, CancellationToken.None);
    }

    /// <summary>Notes what became of a job's period, or of a unit in it, in the place of what was noted before.</summary>
    public static async Task Remember(this HostContext context, string job, string period, string unit, string? content, DateTimeOffset now, CancellationToken cancel)
    {
        var row = await context.JobPeriods.FindAsync([job, period, unit], cancel);
        if (row is null)
            context.JobPeriods.Add(row = new JobPeriod { Job = job, Period = period, Unit = unit, DoneAt = now });
        (row.Content, row.DoneAt) = (content, now);
        try
        {
            await context.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            // Another process of the cluster said so at the same moment.
            context.ChangeTracker.Clear();
        }
    }
}
