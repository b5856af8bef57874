using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;
using OpsHub.Contracts.Deadlines;
using OpsHub.Host.Database;

namespace OpsHub.Host.Accounts;

/// <summary>The key that tokens are signed with: made once, kept in the database, the same for all processes on it.</summary>
internal sealed class SigningKeys(IDbContextFactory<HostContext> database, HubClock clock)
{
    private const string Current = "current";

    private volatile SymmetricSecurityKey? _key;

    /// <summary>The key. <see cref="Load"/> must have run.</summary>
    public SymmetricSecurityKey Key => _key ?? throw new InvalidOperationException("The signing key is not loaded yet.");

    /// <summary>Reads the key, and makes it the first time.</summary>
    public async Task<SymmetricSecurityKey> Load(CancellationToken cancel = default) => _key ??= await Read(cancel) ?? await Make(cancel);

    private async Task<SymmetricSecurityKey?> Read(CancellationToken cancel)
    {
        await using var context = await database.CreateDbContextAsync(cancel);
        return await context.SigningKeys.AsNoTracking().FirstOrDefaultAsync(k => k.Id == Current, cancel) is { } stored
            ? new SymmetricSecurityKey(Convert.FromBase64String(stored.Secret)) { KeyId = Current }
            : null;
    }

    private async Task<SymmetricSecurityKey> Make(CancellationToken cancel)
    {
        await using var context = await database.CreateDbContextAsync(cancel);
        context.SigningKeys.Add(new SigningKey { Id = Current, Secret = Convert.ToBase64String(RandomNumberGenerator.GetBytes(64)), CreatedAt = clock.Now });
        try
        {
            await context.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            // Another process made it at the same moment; its key holds.
        }

        return await Read(cancel) ?? throw new InvalidOperationException("The signing key could neither be made nor read.");
    }
}
