using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OpsHub.Contracts.Consultations;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;
using OpsHub.Host.Database;
using OpsHub.Host.Options;

namespace OpsHub.Host.Doors.Feeds;

/// <summary>Keys of calendar feeds. A phone's calendar sends no header, so the key stands in the address; it opens that feed only, and is revoked with the
/// account or token that made it.</summary>
internal sealed class FeedKeys(IDbContextFactory<HostContext> database, IHubDirectory directory, HubClock clock, IOptions<HubOptions> hub) : ICalendarFeeds
{
    private const int Most = 100;
    private const string AccountPrefix = "account:";

    private static readonly Refusal NoUnit = new(RefusalCodes.NotFound, "R046", "四(五)", "unit",
        "没有这个单位，或其协商不在您的可见范围内", "There is no such unit, or its consultations are not within what you may read");

    private static readonly Refusal NoFeed = new(RefusalCodes.NotFound, "R046", "四(五)", "feedId", "没有这个日历订阅", "There is no such calendar feed of yours");

    private static readonly Refusal Conflict = new(RefusalCodes.Conflict, "HUB", "", "commandId", "该命令编号已用于另一命令", "This command id was used for another command");

    /// <inheritdoc />
    public async Task<CalendarFeedAnswer> Create(Actor actor, string? tokenId, UnitCode unit, string commandId, CancellationToken cancel = default)
    {
        if (directory.Unit(unit) is null || !Reads(actor, unit))
            return new(null, null, NoUnit);
        var (id, secret) = (CommandIds.Hash("calendar-feed", actor.Principal, commandId)[..32], RandomNumberGenerator.GetBytes(32));
        await using var context = await database.CreateDbContextAsync(cancel);
        if (await context.CalendarFeeds.AsNoTracking().FirstOrDefaultAsync(f => f.Id == id, cancel) is { } made)
            return made.Unit == unit.Value ? await Settled(context, made, tokenId, cancel) : new(null, null, Conflict);
        // Later than any other of the same, to the millisecond that is stored, even where a process's clock is a little behind.
        DateTimeOffset? latest = await context.CalendarFeeds.Where(f => f.Principal == actor.Principal && f.Unit == unit.Value).MaxAsync(f => (DateTimeOffset?)f.CreatedAt, cancel);
        var now = latest?.AddMilliseconds(1) is { } next && next > clock.Now ? next : clock.Now;
        // An account's feed outlives its sign-ins; another token's ends with it.
        var isAccount = actor.Principal.StartsWith(AccountPrefix, StringComparison.Ordinal);
        var token = tokenId is null ? null : await context.AccessTokens.AsNoTracking().FirstOrDefaultAsync(t => t.Id == tokenId, cancel);
        var feed = new CalendarFeed
        {
            Id = id, SecretHash = Hash(secret), Principal = actor.Principal, Role = actor.Role, Organ = actor.Organ.Value, Unit = unit.Value,
            TokenId = isAccount ? null : tokenId, CreatedAt = now, ExpiresAt = isAccount ? null : token?.ExpiresAt,
        };
        context.CalendarFeeds.Add(feed);
        try
        {
            // Both or neither: no former key outlives the one that replaced it.
            await using var both = await context.Database.BeginTransactionAsync(cancel);
            await context.SaveChangesAsync(cancel);
            await RevokeFormer(context, feed, cancel);
            await both.CommitAsync(cancel);
        }
        catch (DbUpdateException)
        {
            // The same command came twice at once: the other one has it, and tells the secret. Anything else goes on.
            context.ChangeTracker.Clear();
            if (await context.CalendarFeeds.AsNoTracking().FirstOrDefaultAsync(f => f.Id == id && f.Unit == unit.Value, cancel) is { } first)
                return await Settled(context, first, tokenId, cancel);
            throw;
        }

        return await Settled(context, feed, tokenId, cancel) with { Address = $"{hub.Value.PublicAddress?.TrimEnd('/')}{FeedDoor.Root}/{unit}.ics?key={id}.{WebEncoders.Base64UrlEncode(secret)}" };
    }

    /// <inheritdoc />
    public async Task<CalendarFeedAnswer> Revoke(Actor actor, string feedId, CancellationToken cancel = default)
    {
        await using var context = await database.CreateDbContextAsync(cancel);
        if (await context.CalendarFeeds.FirstOrDefaultAsync(f => f.Id == feedId && f.Principal == actor.Principal, cancel) is not { } feed)
            return new(null, null, NoFeed);
        feed.RevokedAt ??= clock.Now;
        await context.SaveChangesAsync(cancel);
        return new(feed.ToRow(), null, null);
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<CalendarFeedRow>> Of(Actor actor, CancellationToken cancel = default)
    {
        DateTimeOffset? now = clock.Now;
        await using var context = await database.CreateDbContextAsync(cancel);
        var found = await context.CalendarFeeds.AsNoTracking().Where(f => f.Principal == actor.Principal && f.RevokedAt == null && (f.ExpiresAt == null || f.ExpiresAt > now))
            .OrderByDescending(f => f.CreatedAt).Take(Most).ToListAsync(cancel);
        return found.ConvertAll(f => f.ToRow());
    }

    /// <summary>The actor behind a key that opens this unit's feed, or null: nobody learns what was wrong with it.</summary>
    public async Task<Actor?> Read(string key, UnitCode unit, CancellationToken cancel)
    {
        if (key.Length is < 34 or > 200 || key[32] != '.')
            return null;
        var (id, now) = (key[..32], clock.Now);
        await using var context = await database.CreateDbContextAsync(cancel);
        return await context.CalendarFeeds.AsNoTracking().FirstOrDefaultAsync(f => f.Id == id, cancel) is { RevokedAt: null } feed
            && (feed.ExpiresAt is null || feed.ExpiresAt > now)
            && feed.Unit == unit.Value
            && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(feed.SecretHash), Encoding.ASCII.GetBytes(Hash(Secret(key[33..]))))
            ? feed.ToActor()
            : null;
    }

    // Two made at once do not see each other before both are there: so it is asked once more, and whenever the command is sent again.
    private async Task<CalendarFeedAnswer> Settled(HostContext context, CalendarFeed feed, string? tokenId, CancellationToken cancel)
    {
        await RevokeFormer(context, feed, cancel);
        // What the token held was revoked before this feed was there: then it goes too.
        if (tokenId is not null && await context.AccessTokens.AnyAsync(t => t.Id == tokenId && t.RevokedAt != null, cancel))
            await Revoke(context.CalendarFeeds.Where(f => f.Id == feed.Id && f.RevokedAt == null), cancel);
        return new((await context.CalendarFeeds.AsNoTracking().FirstAsync(f => f.Id == feed.Id, cancel)).ToRow(), null, null);
    }

    // All but the newest of the actor and unit, ties by id: whoever comes last, the same one stays.
    private Task<int> RevokeFormer(HostContext context, CalendarFeed feed, CancellationToken cancel)
    {
        var open = context.CalendarFeeds.Where(f => f.Principal == feed.Principal && f.Unit == feed.Unit && f.RevokedAt == null);
        return Revoke(open.Where(f => open.Any(g => g.CreatedAt > f.CreatedAt || (g.CreatedAt == f.CreatedAt && string.Compare(g.Id, f.Id) > 0))), cancel);
    }

    private Task<int> Revoke(IQueryable<CalendarFeed> feeds, CancellationToken cancel)
    {
        var now = clock.Now;
        return feeds.ExecuteUpdateAsync(f => f.SetProperty(x => x.RevokedAt, now), cancel);
    }

    private bool Reads(Actor actor, UnitCode unit) =>
        ConsultationAccess.Scope(actor) is { IsEmpty: false } scope && (scope.Unit is not { } above || directory.IsWithin(unit, above));

    private static byte[] Secret(string text)
    {
        try
        {
            return WebEncoders.Base64UrlDecode(text);
        }
        catch (FormatException)
        {
            return [];
        }
    }

    private static string Hash(byte[] secret) => Convert.ToHexStringLower(SHA256.HashData(secret));
}
