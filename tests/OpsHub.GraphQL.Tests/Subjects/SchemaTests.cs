using System.Runtime.CompilerServices;
using GraphQL.Types;
using GraphQL.Utilities;
using Microsoft.Extensions.DependencyInjection;
using GraphQLParser;
using GraphQLParser.AST;

namespace OpsHub.GraphQL.Tests.Subjects;

/// <summary>The committed contract and the running schema are one. Rewrite the file with OPSHUB_UPDATE_SCHEMA=1.</summary>
public sealed class SchemaTests
{
    private static string File([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "../../../src/OpsHub.GraphQL/schema.graphql");

    [Fact]
    public async Task The_committed_schema_is_what_the_hub_serves()
    {
        await using var hub = new TestHub();
        var served = hub.Services.PrintOpsHubSchema();
        if (Environment.GetEnvironmentVariable("OPSHUB_UPDATE_SCHEMA") == "1")
            await System.IO.File.WriteAllTextAsync(File(), served);
        (await System.IO.File.ReadAllTextAsync(File())).ShouldBe(served, "run the tests once with OPSHUB_UPDATE_SCHEMA=1 and commit the file");
    }
}
