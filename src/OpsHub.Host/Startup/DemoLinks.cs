using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Hierarchy;
using OpsHub.Host.Accounts;

namespace OpsHub.Host.Startup;

/// <summary>Prints ready links of the demonstration: a wall, a township's leader, an integrator. Their tokens hold a week.</summary>
internal sealed class DemoLinks(TokenIssuer tokens, IHubDirectory directory, ServeRequest request) : IBeforeReady
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(7);

    public async Task Run(CancellationToken cancel)
    {
        if (directory.City is not { } city || directory.Descendants(city, UnitLevel.Township) is not [var township, ..])
            return;
        var url = Addresses.Reachable(request.Urls[0]);
        var wall = await tokens.Issue(Role.WallKey, OrganCode.Of(city), false, Life, cancel);
        var leader = await tokens.Issue(Role.TownshipGovernment, OrganCode.Of(township.Code), false, Life, cancel);
        var integrator = await tokens.Issue(Role.Integrator, OrganCode.Of(city), false, Life, cancel);
        Console.WriteLine(
            $$"""

            演示链接 / demonstration links
              大屏 / wall                     {{url}}/#key={{wall.Token}}
              {{township.Name}}领导 / township leader   {{url}}/township#key={{leader.Token}}
              集成方 / integrator
                curl -s {{url}}/graphql -H 'Content-Type: application/json' -H 'Authorization: Bearer {{integrator.Token}}' -d '{"query":"{ unit(code: \"{{city}}\") { name } }"}'

            """);
    }
}
