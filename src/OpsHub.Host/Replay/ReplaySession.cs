using System.Globalization;
using Microsoft.Extensions.Options;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Hierarchy;
using OpsHub.Host.Accounts;
using OpsHub.Host.Startup;

namespace OpsHub.Host.Replay;

/// <summary>Prepares a replay against this process's own API: client, places, categories.</summary>
internal sealed class ReplaySession(TokenIssuer tokens, IHubDirectory directory, IRuleBook rules, TimeProvider time, IServiceProvider services)
{
    private static readonly TimeSpan TokenLife = TimeSpan.FromDays(30);

    /// <summary>A driver that is ready to run, with the categories it uses.</summary>
    public async Task<(ReplayDriver Driver, ReplayCategories Categories)> Prepare(string typesFile, CancellationToken cancel)
    {
        if (services.GetService<ServeRequest>() is not { } serving)
        {
            throw new UsageException("回放通过接口进行，请先启动服务：dotnet run --project src/OpsHub.Host。",
                "A replay goes through the API: start the hub first with dotnet run --project src/OpsHub.Host.");
        }

        if (directory.City is not { } city)
            throw new UsageException("区划尚未导入，无法回放。", "There are no units yet; import the divisions first.");
        var http = new HttpClient { BaseAddress = new Uri(Addresses.Reachable(serving.Urls[0])) };
        var client = new ReplayClient(http, Token);
        var departments = rules.Departments.Values.GroupBy(d => d.Name).ToDictionary(g => g.Key, g => g.First().Id);
        var categories = await ReplayCategories.Load(typesFile, client, departments, city, cancel);
        var places = await ReplayPlaces.Load(client, city, cancel);
        return places.Count > 0 ? (new ReplayDriver(client, places, categories, time), categories) : throw new UsageException(
            "系统中没有网格，无法回放；请导入网格或启用 OpsHub:Seeds:GeneratedUnits。", "The hub has no grids to replay cases into: import grids, or set OpsHub:Seeds:GeneratedUnits.");
    }

    // The principal is the same after a restart, so that commands sent again are known.
    private async ValueTask<string> Token(Role role, OrganCode organ, CancellationToken cancel) =>
        (await tokens.Issue(new Actor(string.Create(CultureInfo.InvariantCulture, $"replay:{role}:{organ}"), role, organ, Backdates: true), TokenLife, null, cancel)).Token;
}
