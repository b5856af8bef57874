using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OpsHub.Contracts.Accounts;
using OpsHub.Host.Options;

namespace OpsHub.Host.Accounts;

/// <summary>Checks passwords. Slows down guessing: attempts a minute by address, lockout by account, and few hashes at a time.</summary>
internal sealed class PasswordSignIn(
    IServiceScopeFactory scopes, TokenIssuer tokens, Revocations revocations, IHttpContextAccessor http, IOptions<TokenLifeOptions> lives, IOptions<LimitOptions> limits) : ISignIn, IDisposable
{
    private readonly SemaphoreSlim _hashes = new(2);

    private readonly PartitionedRateLimiter<string> _attempts = PartitionedRateLimiter.Create<string, string>(address => RateLimitPartition.GetFixedWindowLimiter(
        address, _ => new FixedWindowRateLimiterOptions { PermitLimit = limits.Value.SignInsPerMinute, Window = TimeSpan.FromMinutes(1) }));

    public async Task<SignedIn?> SignIn(string account, string password, CancellationToken cancel = default)
    {
        using var attempt = _attempts.AttemptAcquire(http.HttpContext?.Connection.RemoteIpAddress?.ToString() ?? "local");
        if (!attempt.IsAcquired || account.Length is 0 or > 100 || password.Length is 0 or > 200)
            return null;
        await _hashes.WaitAsync(cancel);
        try
        {
            return await Check(account, password, cancel);
        }
        finally
        {
            _hashes.Release();
        }
    }

    public void Dispose()
    {
        _attempts.Dispose();
        _hashes.Dispose();
    }

    private async Task<SignedIn?> Check(string name, string password, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        if (await users.FindByNameAsync(name) is not { } account)
        {
            // As long as for an account that exists, so that time tells nothing.
            users.PasswordHasher.HashPassword(null!, password);
            return null;
        }

        if (await users.IsLockedOutAsync(account))
            return null;
        if (!await users.CheckPasswordAsync(account, password))
        {
            await users.AccessFailedAsync(account);
            return null;
        }

        await users.ResetAccessFailedCountAsync(account);
        var issued = await tokens.Issue(account.ToActor(), TimeSpan.FromHours(lives.Value.SignInHours), account.Language, cancel);
        if (await users.Users.AsNoTracking().Where(a => a.Id == account.Id).Select(a => a.SecurityStamp).FirstOrDefaultAsync(cancel) != account.SecurityStamp)
        {
            // The account was disabled, or given another password, while this one was hashed; what it held was revoked before this token was there.
            await revocations.Revoke(issued.Id, cancel);
            return null;
        }

        return new SignedIn(issued.Token, issued.ExpiresAt, account.ToActor(), account.Language);
    }
}
