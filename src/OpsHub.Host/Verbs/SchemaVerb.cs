using System.CommandLine;
using OpsHub.GraphQL;
using OpsHub.Host.Startup;

namespace OpsHub.Host.Verbs;

/// <summary><c>schema</c>: prints the GraphQL schema that this version serves. Opens nothing.</summary>
internal static class SchemaVerb
{
    public static void AddTo(RootCommand root, IReadOnlyList<string> settings)
    {
        var schema = new Command("schema", "输出 GraphQL 模式（SDL） / print the GraphQL schema (SDL)");
        schema.SetAction(async (_, _) =>
        {
            await using var app = HubHost.Build(new ServeRequest(settings, [Addresses.Default], Demo: false, Speed: 1));
            await Console.Out.WriteLineAsync(app.Services.PrintOpsHubSchema().TrimEnd());
            return ExitCodes.Done;
        });
        root.Add(schema);
    }
}
