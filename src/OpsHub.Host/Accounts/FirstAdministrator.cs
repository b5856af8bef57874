using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Host.Startup;

namespace OpsHub.Host.Accounts;

/// <summary>Creates an administrator on the first start, with a random password that is printed once and stored nowhere.</summary>
internal sealed class FirstAdministrator(IServiceScopeFactory scopes, IHubDirectory directory, HubClock clock) : IBeforeReady
{
    /// <summary>Name of the account.</summary>
    public const string Name = "admin";

    public async Task Run(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        if (directory.City is not { } city || await users.Users.AnyAsync(cancel))
            return;
        var password = Passwords.New();
        var account = new Account { Id = Guid.CreateVersion7(clock.Now).ToString("N"), UserName = Name, Role = Role.Administrator, Organ = city.Value };
        IdentityResult created;
        try
        {
            created = await users.CreateAsync(account, password);
        }
        catch (DbUpdateException error)
        {
            created = IdentityResult.Failed(new IdentityError { Description = error.GetBaseException().Message });
        }

        if (!created.Succeeded && await users.Users.AnyAsync(cancel))
            return; // another process of the cluster was first, before the check or between it and the insert
        if (!created.Succeeded)
            throw new InvalidOperationException(string.Join("; ", created.Errors.Select(e => e.Description)));
        Console.WriteLine(
            $"""

            管理员账号 {Name}，密码 {password} （只显示这一次，请立即保存）
            Administrator {Name}, password {password} (shown only this once, keep it now)

            """);
    }
}
