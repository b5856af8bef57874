using Microsoft.EntityFrameworkCore;
using OpsHub.Contracts.Deadlines;
using OpsHub.Host.Database;

namespace OpsHub.Host.Jobs;

/// <summary>Every night: forgets tokens that lapsed a month ago, revoked or not, and calendar feeds that ended as long ago; they are refused by their own date.</summary>
internal sealed class LapsedTokens(IDbContextFactory<HostContext> database, HubClock clock)
{
    /// <summary>How long a lapsed token is still listed.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public async Task Run()
    {
        var before = clock.Now - Kept;
        await using var context = await database.CreateDbContextAsync();
        await context.AccessTokens.Where(t => t.ExpiresAt < before).ExecuteDeleteAsync();
        await context.CalendarFeeds.Where(f => f.RevokedAt < before || f.ExpiresAt < before).ExecuteDeleteAsync();
    }
}
