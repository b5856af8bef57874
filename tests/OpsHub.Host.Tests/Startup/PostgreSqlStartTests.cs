using OpsHub.Fixtures;
using OpsHub.Host.Startup;
using OpsHub.Host.Tests.Processes;

namespace OpsHub.Host.Tests.Startup;

public sealed class PostgreSqlStartTests
{
    [SkippableFact]
    public async Task Two_hubs_start_together_on_an_empty_database_and_without_a_folder_to_write()
    {
        Skip.If(PostgresServer.Missing is not null, PostgresServer.Missing);
        using var folder = new TemporaryFolder();
        // A file in the folder's place is refused to every user; permissions would not stop root.
        string[] settings =
        [
            $"--OpsHub:DataFolder={folder.File("taken", "")}", "--OpsHub:Seeds:GeneratedUnits=false", "--OpsHub:Storage=PostgreSql", $"--ConnectionStrings:OpsHub={await PostgresServer.NewDatabase()}",
        ];
        using var http = new HttpClient { BaseAddress = new Uri($"http://localhost:{HubProcess.FreePort()}") };
        using var otherHttp = new HttpClient { BaseAddress = new Uri($"http://localhost:{HubProcess.FreePort()}") };
        await using var hub = HubProcess.Start(["serve", "--urls", Url(http), .. settings]);
        await using var other = HubProcess.Start(["serve", "--urls", Url(otherHttp), .. settings]);
        await Task.WhenAll(hub.Ready(http), other.Ready(otherHttp));
        hub.Output.ShouldContain("takes no verbs over a socket");
        (hub.Output + other.Output).Split("Administrator admin, password").Length.ShouldBe(2, "one administrator");
        (await HubProcess.Run(["verify-trace", .. settings])).Code.ShouldBe(ExitCodes.Done);
        (await hub.Stop()).ShouldBe(ExitCodes.Done, hub.Output + hub.Errors);
    }

    private static string Url(HttpClient http) => http.BaseAddress!.ToString().TrimEnd('/');
}
