using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Xunit.Abstractions;

namespace OpsHub.GraphQL.Tests.Transports;

/// <summary>What others wrote to check and to use GraphQL transports, run by Node against a real Kestrel.</summary>
public sealed class PublicSuiteTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly string Plan = JsonSerializer.Serialize(new
    {
        subscription = "subscription($after: Int) { countTo(last: 1000000, after: $after) { number text } }",
        sequence = "countTo.number",
        take = 5,
    });

    [SkippableFact]
    public Task Every_server_audit_of_graphql_http_passes() => RunAsync("http-audits.mjs");

    [SkippableFact]
    public Task The_graphql_ws_client_works() => RunAsync("ws-client.mjs", Plan);

    [SkippableFact]
    public Task The_graphql_sse_client_works() => RunAsync("sse-client.mjs", Plan);

    private async Task RunAsync(string script, params string[] more)
    {
        await InstallAsync();
        await using var door = await Door.OpenAsync(l => l.Heartbeat = TimeSpan.FromSeconds(1));
        var (code, told) = await StartAsync("node", [script, door.Url.ToString(), "wall", .. more]);
        output.WriteLine(told);
        code.ShouldBe(0, told);
    }

    private static async Task InstallAsync()
    {
        Skip.IfNot(IsThere("node") && IsThere("npm"), "Node 20 or later is not installed");
        if (Directory.Exists(Path.Combine(Folder(), "node_modules", "graphql-http")))
            return;
        var (code, told) = await StartAsync("npm", ["ci", "--no-audit", "--no-fund"]);
        code.ShouldBe(0, told);
    }

    private static async Task<(int Code, string Told)> StartAsync(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder(),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        using var patience = new CancellationTokenSource(Patience);
        var told = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, string.Concat(told));
    }

    private static bool IsThere(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(p => File.Exists(Path.Combine(p, program)));

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "Suites");
}
