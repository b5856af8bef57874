using System.Net;
using System.Net.Sockets;
using OpsHub.Host.Startup;
using OpsHub.Host.Tests.Processes;

namespace OpsHub.Host.Tests.Startup;

/// <summary>However the process is ended, its exit code and its last words say so.</summary>
public sealed class StopTests
{
    [Fact]
    public async Task A_hub_that_is_asked_to_stop_does_so_in_good_order()
    {
        using var folder = new TemporaryFolder();
        using var http = new HttpClient { BaseAddress = new Uri($"http://localhost:{HubProcess.FreePort()}") };
        await using var hub = HubProcess.Start("serve", "--urls", http.BaseAddress.ToString().TrimEnd('/'), folder.Setting, "--OpsHub:Seeds:GeneratedUnits=false");
        await hub.Ready(http);
        // A request that ends after more than two seconds: the hub waits for it.
        using var slow = new TcpClient("localhost", http.BaseAddress.Port);
        await slow.GetStream().WriteAsync("POST /office HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\na="u8.ToArray());
        await Task.Delay(TimeSpan.FromSeconds(1));
        var stopping = hub.Stop();
        await Task.Delay(TimeSpan.FromSeconds(3));
        slow.Close();
        (await stopping).ShouldBe(ExitCodes.Done, hub.Output + hub.Errors);
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("verify-trace")]
    public async Task What_is_cancelled_before_it_is_done_says_so(string verb)
    {
        using var folder = new TemporaryFolder();
        using var silent = new TcpListener(IPAddress.Loopback, 0); // a PostgreSQL that never answers
        silent.Start();
        string[] urls = verb == "serve" ? ["--urls", $"http://localhost:{HubProcess.FreePort()}"] : [];
        await using var hub = HubProcess.Start(
            [verb, .. urls, folder.Setting, "--OpsHub:Storage=PostgreSql", $"--ConnectionStrings:OpsHub=Host=127.0.0.1;Port={((IPEndPoint)silent.LocalEndpoint).Port};Database=hub;Username=hub;Timeout=100"]);
        using var asked = await silent.AcceptTcpClientAsync();
        await asked.GetStream().ReadExactlyAsync(new byte[8]);
        await Task.Delay(TimeSpan.FromSeconds(2)); // the command line takes signals from the first wait on
        (await hub.Stop()).ShouldBe(ExitCodes.Cancelled, hub.Output + hub.Errors);
        hub.Errors.ShouldContain("Cancelled");
        hub.Errors.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task A_start_that_fails_keeps_its_exit_code_however_early_it_fails()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("divisions.csv", "code,parentCode,level,name,kind\n4302,43,2,株洲市,prefecture-city\n430299777,430299,4,某街道,subdistrict\n");
        var (code, _, errors) = await HubProcess.Run("serve", "--urls", $"http://localhost:{HubProcess.FreePort()}", folder.Setting, $"--OpsHub:Seeds:Divisions={file}");
        code.ShouldBe(ExitCodes.Input, errors);
        errors.ShouldContain(file);
        errors.ShouldNotContain("   at ");
    }
}
