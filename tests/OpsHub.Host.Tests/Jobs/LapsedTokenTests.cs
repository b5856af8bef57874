using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpsHub.Contracts.Deadlines;
using OpsHub.Domain.Accounts;
using OpsHub.Host.Accounts;
using OpsHub.Host.Database;
using OpsHub.Host.Jobs;
using OpsHub.Host.Tests.Fakes;
using OpsHub.Host.Tests.Processes;

namespace OpsHub.Host.Tests.Jobs;

public sealed class LapsedTokenTests
{
    [Fact]
    public async Task Tokens_are_forgotten_a_month_after_they_lapsed()
    {
        using var folder = new TemporaryFolder();
        using var host = await OpenHub.On(folder);
        var database = host.Services.GetRequiredService<IDbContextFactory<HostContext>>();
        var now = host.Services.GetRequiredService<HubClock>().Now;
        await using (var context = await database.CreateDbContextAsync())
        {
            foreach (var days in new[] { -31, -29, 1 })
                context.AccessTokens.Add(new AccessToken { Id = $"t{days}", Principal = "token:t", Role = Role.WallKey, Organ = "4302", Backdates = false, IssuedAt = now.AddDays(-90), ExpiresAt = now.AddDays(days) });
            await context.SaveChangesAsync();
        }

        await ActivatorUtilities.CreateInstance<LapsedTokens>(host.Services).Run();
        await using var after = await database.CreateDbContextAsync();
        (await after.AccessTokens.Select(t => t.Id).ToListAsync()).ShouldBe(["t-29", "t1"], ignoreOrder: true);
    }
}
