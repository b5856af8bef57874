using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OpsHub.Contracts.Deadlines;
using OpsHub.Host.Database;
using OpsHub.Host.Options;

namespace OpsHub.Host.Accounts;

/// <summary>Tokens that were revoked before they lapsed: looked up in memory, read again every few seconds.</summary>
internal sealed partial class Revocations(
    IDbContextFactory<HostContext> database, HubClock clock, IOptions<TokenLifeOptions> options, ILogger<Revocations> logger) : BackgroundService
{
    private readonly SemaphoreSlim _reading = new(1, 1); // or an older list could replace a newer one
    private volatile FrozenSet<string> _revoked = [];

    /// <summary>True when the token was revoked.</summary>
    public bool Contains(string tokenId) => _revoked.Contains(tokenId);

    /// <summary>Revokes a token and the calendar feeds that came from it; false when there is none of this id.</summary>
    public async Task<bool> Revoke(string tokenId, CancellationToken cancel)
    {
        await using var context = await database.CreateDbContextAsync(cancel);
        if (await context.AccessTokens.FindAsync([tokenId], cancel) is not { } token)
            return false;
        token.RevokedAt ??= clock.Now;
        await context.SaveChangesAsync(cancel);
        await context.CalendarFeeds.Where(f => f.TokenId == tokenId && f.RevokedAt == null).ExecuteUpdateAsync(f => f.SetProperty(x => x.RevokedAt, token.RevokedAt), cancel);
        await Read(cancel);
        return true;
    }

    /// <summary>Revokes all tokens that a principal holds, and its calendar feeds; how many tokens.</summary>
    public async Task<int> RevokeAll(string principal, CancellationToken cancel)
    {
        DateTimeOffset? now = clock.Now;
        await using var context = await database.CreateDbContextAsync(cancel);
        var revoked = await context.AccessTokens.Where(t => t.Principal == principal && t.RevokedAt == null && t.ExpiresAt > now)
            .ExecuteUpdateAsync(t => t.SetProperty(x => x.RevokedAt, now), cancel);
        await context.CalendarFeeds.Where(f => f.Principal == principal && f.RevokedAt == null).ExecuteUpdateAsync(f => f.SetProperty(x => x.RevokedAt, now), cancel);
        await Read(cancel);
        return revoked;
    }

    /// <summary>Tokens that still hold, or with <paramref name="all"/> also revoked and lapsed ones, those that hold longest last.</summary>
    public async Task<IReadOnlyList<AccessToken>> List(bool all, CancellationToken cancel)
    {
        var now = clock.Now;
        await using var context = await database.CreateDbContextAsync(cancel);
        return await context.AccessTokens.AsNoTracking().Where(t => all || (t.RevokedAt == null && t.ExpiresAt > now)).OrderBy(t => t.ExpiresAt).ToListAsync(cancel);
    }

    /// <summary>Reads the table.</summary>
    public async Task Read(CancellationToken cancel)
    {
        await _reading.WaitAsync(cancel);
        try
        {
            var now = clock.Now;
            await using var context = await database.CreateDbContextAsync(cancel);
            var ids = await context.AccessTokens.Where(t => t.RevokedAt != null && t.ExpiresAt > now).Select(t => t.Id).ToListAsync(cancel);
            _revoked = ids.ToFrozenSet(StringComparer.Ordinal);
        }
        finally
        {
            _reading.Release();
        }
    }

    public override void Dispose()
    {
        _reading.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.RevocationSeconds), clock.Time);
        do
        {
            try
            {
                await Read(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                Failed(logger, error);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Warning, "Revoked tokens could not be read; the former list is kept")]
    private static partial void Failed(ILogger logger, Exception error);
}
