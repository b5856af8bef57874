using System.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using OpsHub.Host.Accounts;
using OpsHub.Host.Database;
using OpsHub.Host.Doors.Feeds;
using OpsHub.Host.Startup;
using OpsHub.Host.Tests.Fakes;
using OpsHub.Host.Tests.Processes;
using Serilog.Events;

namespace OpsHub.Host.Tests.Doors.Feeds;

public sealed class FeedKeyTests : IAsyncLifetime
{
    private static readonly UnitCode Community = UnitCode.Parse("430203001001");
    private static readonly Actor Leader = new("account:7", Role.TownshipGovernment, OrganCode.Parse("430203001"));

    private readonly TemporaryFolder _folder = new();
    private IHost _host = null!;

    private FeedKeys Keys => _host.Services.GetRequiredService<FeedKeys>();

    public async Task InitializeAsync() => _host = await OpenHub.On(_folder, services => services.AddSingleton<FeedKeys>().AddSingleton(Directory()));

    public Task DisposeAsync()
    {
        _host.Dispose();
        _folder.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_key_opens_its_own_feed_as_the_role_that_made_it_and_nothing_else()
    {
        var key = await Create(Leader, Community);
        (await Keys.Read(key, Community, default)).ShouldBe(Leader);
        (await Keys.Read(key, UnitCode.Parse("430203001003"), default)).ShouldBeNull("another unit's feed");
        (await Keys.Read(key[..^1] + (key[^1] == 'A' ? 'B' : 'A'), Community, default)).ShouldBeNull();
        (await Keys.Read(key[..33] + "不是密钥", Community, default)).ShouldBeNull();
        (await Keys.Read("", Community, default)).ShouldBeNull();
    }

    [Fact]
    public async Task Of_the_secret_only_a_hash_is_stored()
    {
        var key = await Create(Leader, Community);
        await using var context = await Database();
        var feed = await context.CalendarFeeds.SingleAsync();
        feed.SecretHash.ShouldNotContain(key[33..]);
        feed.SecretHash.Length.ShouldBe(64);
    }

    [Fact]
    public async Task The_same_command_makes_nothing_twice_and_tells_the_secret_once()
    {
        var first = await Keys.Create(Leader, null, Community, "c1");
        var again = await Keys.Create(Leader, null, Community, "c1");
        again.Address.ShouldBeNull();
        again.Feed!.Id.ShouldBe(first.Feed!.Id);
        (await Keys.Create(Leader, null, UnitCode.Parse("430203001"), "c1")).Refusal!.Code.ShouldBe(RefusalCodes.Conflict);
        (await Keys.Of(Leader)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_revoked_key_and_a_replaced_one_open_nothing()
    {
        var former = await Create(Leader, Community, "c1");
        var key = await Create(Leader, Community, "c2");
        (await Keys.Read(former, Community, default)).ShouldBeNull("another was made for the same unit");
        (await Keys.Revoke(Leader with { Principal = "account:8" }, key[..32])).Refusal!.Code.ShouldBe(RefusalCodes.NotFound, "only one's own");
        (await Keys.Revoke(Leader, key[..32])).Feed!.RevokedAt.ShouldNotBeNull();
        (await Keys.Read(key, Community, default)).ShouldBeNull();
    }

    [Fact]
    public async Task Of_two_made_at_once_one_stays()
    {
        for (var round = 0; round < 5; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Keys.Create(Leader, null, Community, $"c{round}-{i}")));
            (await Keys.Of(Leader)).Count.ShouldBe(1);
        }
    }

    [Fact]
    public async Task A_former_key_that_outlived_its_successor_ends_when_the_command_is_sent_again()
    {
        var former = await Create(Leader, Community, "c1");
        var key = await Create(Leader, Community, "c2");
        await using (var context = await Database())
            await context.CalendarFeeds.Where(f => former.StartsWith(f.Id)).ExecuteUpdateAsync(f => f.SetProperty(x => x.RevokedAt, (DateTimeOffset?)null));
        (await Keys.Create(Leader, null, Community, "c1")).Feed!.RevokedAt.ShouldNotBeNull("the older one, whichever command comes again");
        (await Keys.Read(former, Community, default)).ShouldBeNull();
        (await Keys.Read(key, Community, default)).ShouldBe(Leader);
    }

    [Fact]
    public async Task A_key_and_the_end_of_the_former_one_come_together_or_not_at_all()
    {
        var former = await Create(Leader, Community, "c1");
        await using (var context = await Database())
            await context.Database.ExecuteSqlRawAsync("CREATE TRIGGER no_revocation BEFORE UPDATE ON calendar_feeds BEGIN SELECT RAISE(ABORT, 'the process ends here'); END");
        await Should.ThrowAsync<Exception>(() => Keys.Create(Leader, null, Community, "c2"));
        (await Keys.Read(former, Community, default)).ShouldBe(Leader);
        (await Keys.Of(Leader)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_makes_a_feed_of_what_he_does_not_read()
    {
        (await Keys.Create(Leader, null, UnitCode.Parse("430202001"), "c1")).Refusal!.Code.ShouldBe(RefusalCodes.NotFound);
        (await Keys.Create(Leader with { Role = Role.WallKey }, null, Community, "c2")).Refusal!.Code.ShouldBe(RefusalCodes.NotFound);
        (await Keys.Create(Leader, null, UnitCode.Parse("430203001009"), "c3")).Refusal!.Code.ShouldBe(RefusalCodes.NotFound, "there is no such unit");
    }

    [Fact]
    public async Task With_an_account_its_feeds_end()
    {
        var key = await Create(Leader, Community);
        await _host.Services.GetRequiredService<Revocations>().RevokeAll(Leader.Principal, default);
        (await Keys.Read(key, Community, default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_tokens_feed_ends_with_the_token_and_an_accounts_does_not_end_with_a_sign_in()
    {
        var tokens = _host.Services.GetRequiredService<TokenIssuer>();
        var revocations = _host.Services.GetRequiredService<Revocations>();
        var script = await tokens.Issue("desk", Role.TownshipGovernment, Leader.Organ, false, TimeSpan.FromDays(2), null);
        var made = await Keys.Create(Leader with { Principal = "token:desk" }, script.Id, Community, "c1");
        made.Feed!.ExpiresAt!.Value.ToUnixTimeMilliseconds().ShouldBe(script.ExpiresAt.ToUnixTimeMilliseconds());
        var signIn = await tokens.Issue(Leader, TimeSpan.FromHours(12), null);
        var own = await Create(Leader, Community, "c2", signIn.Id);
        await revocations.Revoke(script.Id, default);
        await revocations.Revoke(signIn.Id, default);
        (await Keys.Read(KeyOf(made.Address!), Community, default)).ShouldBeNull();
        (await Keys.Read(own, Community, default)).ShouldBe(Leader);
    }

    [Fact]
    public async Task A_token_that_was_revoked_meanwhile_leaves_no_feed()
    {
        var script = await _host.Services.GetRequiredService<TokenIssuer>().Issue("late", Role.TownshipGovernment, Leader.Organ, false, TimeSpan.FromDays(2), null);
        await _host.Services.GetRequiredService<Revocations>().Revoke(script.Id, default);
        var made = await Keys.Create(Leader with { Principal = "token:late" }, script.Id, Community, "c1");
        (await Keys.Read(KeyOf(made.Address!), Community, default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_sign_in_that_ended_meanwhile_leaves_no_feed_of_its_account()
    {
        var signIn = await _host.Services.GetRequiredService<TokenIssuer>().Issue(Leader, TimeSpan.FromHours(12), null);
        await _host.Services.GetRequiredService<Revocations>().RevokeAll(Leader.Principal, default);
        var key = await Create(Leader, Community, "c1", signIn.Id);
        (await Keys.Read(key, Community, default)).ShouldBeNull();
    }

    [Fact]
    public void Addresses_with_keys_are_not_logged_whatever_is_configured()
    {
        const string Requests = "Microsoft.AspNetCore.Hosting.Diagnostics";
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder(["--Serilog:MinimumLevel:Default=Debug", $"--Serilog:MinimumLevel:Override:{Requests}=Information"]);
        builder.AddLog(LogEventLevel.Information);
        using var host = builder.Build();
        var logs = host.Services.GetRequiredService<ILoggerFactory>();
        logs.CreateLogger(Requests).IsEnabled(LogLevel.Information).ShouldBeFalse();
        logs.CreateLogger("Microsoft.AspNetCore.Routing").IsEnabled(LogLevel.Debug).ShouldBeTrue("or the setting is not read at all");
    }

    private static IHubDirectory Directory()
    {
        string[] units = ["4302", "430203", "430203001", "430203001001", "430203001003", "430202001"];
        return Fake.Of<IHubDirectory>((method, args) => method.Name switch
        {
            nameof(IHubDirectory.Unit) => units.Contains(args[0]!.ToString()) ? new UnitRow(UnitCode.Parse(args[0]!.ToString()!), 1, "", "", null, DateOnly.MinValue, null, null, false) : null,
            nameof(IHubDirectory.IsWithin) => args[0]!.ToString()!.StartsWith(args[1]!.ToString()!, StringComparison.Ordinal),
            _ => null,
        });
    }

    private async Task<string> Create(Actor actor, UnitCode unit, string command = "c", string? token = null) =>
        KeyOf((await Keys.Create(actor, token, unit, command)).Address.ShouldNotBeNull());

    private static string KeyOf(string address) => HttpUtility.ParseQueryString(address[address.IndexOf('?')..])["key"]!;

    private Task<HostContext> Database() => _host.Services.GetRequiredService<IDbContextFactory<HostContext>>().CreateDbContextAsync();
}
