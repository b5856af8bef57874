using GraphQL;
using GraphQL.DI;
using GraphQL.Execution;
using GraphQLParser.AST;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OpsHub.GraphQL.Transports.Documents;
using OpsHub.GraphQL.Transports.Execution;
using OpsHub.GraphQL.Transports.Http;
using OpsHub.GraphQL.Transports.Sockets;
using OpsHub.GraphQL.Transports.Streams;

namespace OpsHub.GraphQL.Transports;

/// <summary>All that the rest of the house knows of the transports.</summary>
public static class TransportRegistration
{
    // Deep enough for any document within the limits, shallow enough for the parser's recursion.
    private const int ParserDepth = 200;

    /// <summary>Registers the transports over the engine; the schema is registered by whoever owns it, as a singleton.</summary>
    public static IServiceCollection AddGraphQLTransports(
        this IServiceCollection services, Action<GraphQLLimits>? limits = null, Action<GraphQLSeams>? seams = null)
    {
        services.AddOptions<GraphQLLimits>().Configure(limits ?? (_ => { })).ValidateDataAnnotations()
            .Validate(l => l.TimesArePositive(), "Every time of GraphQLLimits must be positive (SharedFor may be zero).").ValidateOnStart();
        services.AddOptions<GraphQLSeams>().Configure(seams ?? (_ => { }));
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<GraphQLJson>();
        services.AddSingleton<IDocumentBuilder>(new GraphQLDocumentBuilder { MaxDepth = ParserDepth });
        services.AddGraphQL(builder => builder
            .AddSerializer(provider => provider.GetRequiredService<GraphQLJson>())
            .AddExecutionStrategy<PulledSubscriptions>(OperationType.Subscription));
        services.AddSingleton<ValidatedDocuments>().AddSingleton<Masking>().AddSingleton<OperationRunner>().AddSingleton<OpenStreams>();
        services.AddSingleton<RequestReader>().AddSingleton<SharedAnswers>().AddSingleton<EventStreamDoor>();
        return services.AddSingleton<HttpDoor>().AddSingleton<SocketDoor>();
    }

    /// <summary>
    /// Serves GraphQL over HTTP, over server-sent events (Accept: text/event-stream) and over graphql-transport-ws on one
    /// path. It decides itself what the anonymous may do, so the host's fallback policy doesn't apply to it.
    /// </summary>
    public static IEndpointConventionBuilder MapOpsHubGraphQL(this IEndpointRouteBuilder endpoints, string path = "/graphql")
    {
        var sockets = endpoints.ServiceProvider.GetRequiredService<SocketDoor>();
        var plain = endpoints.ServiceProvider.GetRequiredService<HttpDoor>();
        var door = endpoints.CreateApplicationBuilder();
        door.UseWebSockets();
        door.Run(http => http.WebSockets.IsWebSocketRequest ? sockets.HandleAsync(http) : plain.HandleAsync(http));
        return endpoints.Map(path, door.Build()).AllowAnonymous().WithDisplayName("GraphQL");
    }
}
