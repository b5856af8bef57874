using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using OpsHub.Contracts.Deadlines;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Hierarchy;
using OpsHub.Host.Startup;

namespace OpsHub.Host.Accounts;

/// <summary>Opens accounts and closes them. Passwords are random, told once, and kept as hashes only.</summary>
internal sealed class AccountDesk(IServiceScopeFactory scopes, Revocations revocations, HubClock clock)
{
    /// <summary>A new account; its password.</summary>
    /// <exception cref="InputException">The name is taken or malformed.</exception>
    public async Task<string> Add(string name, Role role, OrganCode organ, string? language)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = Users(scope);
        var password = Passwords.New();
        var account = new Account { Id = Guid.CreateVersion7(clock.Now).ToString("N"), UserName = name, Role = role, Organ = organ.Value, Language = language };
        Ensure(await users.CreateAsync(account, password), name);
        return password;
    }

    /// <summary>All accounts by name.</summary>
    public async Task<IReadOnlyList<Account>> List(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await Users(scope).Users.AsNoTracking().OrderBy(a => a.NormalizedUserName).ToListAsync(cancel);
    }

    /// <summary>A new password; lifts a lockout after wrong ones, and ends what was signed in with the former.</summary>
    public async Task<string> NewPassword(string name, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = Users(scope);
        var account = await Find(users, name);
        if (account.IsDisabled)
            throw new InputException($"账号“{name}”已停用，请先执行 account enable。", $"The account '{name}' is disabled; enable it first with account enable.");
        var password = Passwords.New();
        account.PasswordHash = users.PasswordHasher.HashPassword(account, password);
        (account.AccessFailedCount, account.LockoutEnd) = (0, null);
        Ensure(await users.UpdateSecurityStampAsync(account), name);
        await revocations.RevokeAll(account.Principal, cancel);
        return password;
    }

    /// <summary>Disables an account and revokes its tokens; how many.</summary>
    public async Task<int> Disable(string name, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = Users(scope);
        var account = await Find(users, name);
        (account.LockoutEnabled, account.LockoutEnd) = (true, DateTimeOffset.MaxValue);
        Ensure(await users.UpdateSecurityStampAsync(account), name);
        return await revocations.RevokeAll(account.Principal, cancel);
    }

    /// <summary>Undoes <see cref="Disable"/>; its password is the former one, its tokens stay revoked.</summary>
    public async Task Enable(string name)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = Users(scope);
        var account = await Find(users, name);
        (account.AccessFailedCount, account.LockoutEnd) = (0, null);
        Ensure(await users.UpdateSecurityStampAsync(account), name);
    }

    private static UserManager<Account> Users(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<UserManager<Account>>();

    private static async Task<Account> Find(UserManager<Account> users, string name) => await users.FindByNameAsync(name)
        ?? throw new UsageException($"没有账号“{name}”。account list 列出全部账号。", $"There is no account '{name}'. account list shows them all.");

    private static void Ensure(IdentityResult result, string name)
    {
        if (result.Succeeded)
            return;
        var error = result.Errors.First();
        throw error.Code switch
        {
            nameof(IdentityErrorDescriber.DuplicateUserName) => new InputException($"账号“{name}”已存在。", $"There is an account '{name}' already."),
            nameof(IdentityErrorDescriber.InvalidUserName) => new InputException(
                $"账号名“{name}”只能由英文字母、数字和 -._@+ 组成。", $"The account's name '{name}' may have only Latin letters, digits and -._@+."),
            _ => new InvalidOperationException(error.Description),
        };
    }
}
