using System.Runtime.CompilerServices;
using Microsoft.Playwright;
using OpsHub.Fixtures;
using Xunit.Abstractions;

namespace OpsHub.Cluster.Tests;

/// <summary>The wall as people see it: the real host's pages in headless Chromium.</summary>
public sealed class WallTests(ITestOutputHelper output)
{
    private const string Chromium = "/usr/bin/chromium";
    private const string Grid = "430203001001001";

    [SkippableFact]
    public async Task A_reported_case_moves_the_walls_numbers_without_a_reload()
    {
        Skip.IfNot(File.Exists(Chromium), "Debian's chromium is not installed");
        using var folder = await HubFolder.Seeded();
        // The pages lie beside the host's own build, not beside the copy of the host that tests start.
        var pages = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../src/OpsHub.Wall/dist"));
        await using var hub = HubProcess.Start(folder.Path, new Dictionary<string, string> { ["OpsHub:Pages:Folder"] = pages });
        await hub.Ready();
        var wall = await HubTokens.Issue(folder.Path, null, "WallKey", "4302");
        var centre = await HubTokens.Issue(folder.Path, null, "TownshipGovernanceCentre", "430203001");
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            Timeout = 120_000,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1920, Height = 1080 } });
        page.SetDefaultNavigationTimeout(60_000);
        var complaints = new List<string>();
        var leaving = false;
        page.Console += (_, message) =>
        {
            // Leaving a page cuts what it had open to the hub, and Chromium may say so.
            if (message.Type == "error" && !(leaving && message.Text.Contains("/graphql", StringComparison.Ordinal)))
                complaints.Add(message.Text);
        };
        await page.GotoAsync(new Uri(hub.Address, $"/#key={wall}").ToString());
        var open = page.Locator("[data-counter=open] .num");
        await Assertions.Expect(open).ToHaveTextAsync("0", new() { Timeout = 60_000 });
        page.Url.ShouldNotContain(wall, customMessage: "the key must not stay in the address bar");

        for (var i = 0; i < 3; i++)
            await CaseSteps.Done(hub, centre, CaseSteps.Report, CaseSteps.ReportInput($"wall-{i}", Grid), "reportCase");

        await Assertions.Expect(open).ToHaveTextAsync("3", new() { Timeout = 60_000 });
        await Assertions.Expect(page.Locator("[data-counter=reportedToday] .num")).ToHaveTextAsync("3", new() { Timeout = 60_000 });
        leaving = true;
        await page.GotoAsync(new Uri(hub.Address, "/unit/430203").ToString(), new() { WaitUntil = WaitUntilState.Commit });
        leaving = false;
        await Assertions.Expect(page.Locator("[data-counter=open] .num")).ToHaveTextAsync("3", new() { Timeout = 60_000 });
        output.WriteLine(string.Join('\n', complaints));
        complaints.ShouldBeEmpty();
    }

    private static string Here([CallerFilePath] string file = "") => file;
}
