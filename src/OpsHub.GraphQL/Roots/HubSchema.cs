using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using OpsHub.GraphQL.Commands;

namespace OpsHub.GraphQL.Roots;

/// <summary>The hub's schema. What it prints is committed as schema.graphql.</summary>
internal sealed class HubSchema : Schema
{
    public HubSchema(IServiceProvider services) : base(services)
    {
        Description = "OpsHub: cases, units, deadlines and live figures of a city's communities.";
        Query = services.GetRequiredService<HubQuery>();
        Mutation = services.GetRequiredService<HubMutation>();
        Subscription = services.GetRequiredService<HubSubscription>();
        foreach (var error in CommandErrors.Types)
            RegisterType(error);
    }
}
