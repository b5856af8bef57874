using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Hierarchy;
using OpsHub.Host.Accounts;
using OpsHub.Host.Database;
using OpsHub.Host.Tests.Fakes;
using OpsHub.Host.Tests.Processes;

namespace OpsHub.Host.Tests.Accounts;

public sealed class FirstAdministratorTests
{
    [Fact]
    public async Task Of_two_processes_that_start_together_the_slower_goes_on_without_one()
    {
        using var folder = new TemporaryFolder();
        var rival = new Rival();
        using var host = await OpenHub.On(folder, services => services.AddAccounts().ConfigureDbContext<HostContext>(o => o.AddInterceptors(rival)));
        var database = host.Services.GetRequiredService<IDbContextFactory<HostContext>>();
        rival.Database = database;
        var directory = Fake.Of<IHubDirectory>((method, _) => method.Name == "get_City" ? UnitCode.Parse("4302") : throw new NotSupportedException(method.Name));
        await ActivatorUtilities.CreateInstance<FirstAdministrator>(host.Services, directory).Run(default);
        await using var context = await database.CreateDbContextAsync();
        (await context.Accounts.SingleAsync()).Id.ShouldBe("rival");
    }

    // Another process, which inserts its administrator between this one's check and its insert.
    private sealed class Rival : SaveChangesInterceptor
    {
        private bool _done;

        public IDbContextFactory<HostContext> Database { get; set; } = null!;

        public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
            DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (_done)
                return result;
            _done = true;
            await using var context = await Database.CreateDbContextAsync(cancellationToken);
            context.Accounts.Add(new Account { Id = "rival", UserName = "admin", NormalizedUserName = "ADMIN", Role = Role.Administrator, Organ = "4302" });
            await context.SaveChangesAsync(cancellationToken);
            return result;
        }
    }
}
