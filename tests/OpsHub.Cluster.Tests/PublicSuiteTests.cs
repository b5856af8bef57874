using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using OpsHub.Fixtures;
using Xunit.Abstractions;

namespace OpsHub.Cluster.Tests;

/// <summary>The public suites and clients against the real host, as an integrator would meet it.</summary>
public sealed class PublicSuiteTests(ITestOutputHelper output)
{
    [SkippableFact]
    public async Task The_real_hub_passes_the_audits_and_serves_the_public_clients()
    {
        Skip.IfNot(File.Exists("/usr/bin/node") || File.Exists("/usr/local/bin/node"), "Node 20 or later is not installed");
        var suites = Path.GetFullPath(Path.Combine(Here(), "../OpsHub.GraphQL.Tests/Suites"));
        if (!Directory.Exists(Path.Combine(suites, "node_modules", "graphql-http")))
            (await Run("npm", suites, "ci", "--no-audit", "--no-fund")).ShouldBe(0);
        using var folder = await HubFolder.Seeded();
        await using var hub = HubProcess.Start(folder.Path);
        await hub.Ready();
        var token = await HubTokens.Issue(folder.Path, null, "Integrator", "4302");
        var url = new Uri(hub.Address, "/graphql").ToString();
        (await Run("node", suites, "http-audits.mjs", url, token)).ShouldBe(0);
        (await Run("node", suites, "ws-client.mjs", url, token)).ShouldBe(0);
        (await Run("node", suites, "sse-client.mjs", url, token)).ShouldBe(0);
    }

    private async Task<int> Run(string program, string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var told = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        output.WriteLine(string.Concat(told));
        return process.ExitCode;
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
