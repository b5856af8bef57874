using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Playwright;
using OpsHub.Domain.Assessments;
using OpsHub.Fixtures;
using OpsHub.Storage;

namespace OpsHub.Cluster.Tests;

/// <summary>A county's performance organ finalises and grades from the board, and finds the same figures on the year's and the agency's page: headless Chromium against the real host.</summary>
public sealed class YearPageTests
{
    private const string Chromium = "/usr/bin/chromium";
    private const string Agency = "430203001-D27";
    private const int Stored = 18;

    [SkippableFact, Trait("Rule", "A017")]
    public async Task A017_A033_years_are_finalised_and_graded_together_on_the_board_and_every_page_shows_what_they_come_to()
    {
        Skip.IfNot(File.Exists(Chromium), "Debian's chromium is not installed");
        using var folder = await HubFolder.Seeded();
        // The last of them is of an agency that the seeds know too.
        var years = (await StoredYears.Surveyed(new StorageOptions { Kind = StorageKind.Sqlite, DataFolder = folder.Path }, Stored)).TakeLast(2).ToList();
        years[^1].Agency.Value.ShouldBe(Agency);
        var pages = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../src/OpsHub.Wall/dist"));
        await using var hub = HubProcess.Start(folder.Path, new Dictionary<string, string> { ["OpsHub:Pages:Folder"] = pages });
        await hub.Ready();
        var township = await HubTokens.Issue(folder.Path, null, "TownshipGovernment", "430203001");
        var department = await HubTokens.Issue(folder.Path, null, "Department", "430203:D12");
        var organ = await HubTokens.Issue(folder.Path, null, "PerformanceOrgan", "430203");
        foreach (var year in years)
        {
            var id = (await hub.Answer(organ, $$"""{ agencyYear(agency: "{{year.Agency}}", year: {{year.Year}}) { id } }""")).GetProperty("agencyYear").GetProperty("id").GetString();
            foreach (var (by, step, fields) in new[] { (township, "submitDutyScore", ""), (department, "submitStatutoryScore", "value: 88.5"), (township, "aggregateTownshipPart", "") })
                (await hub.Answer(by, $$"""mutation { done: {{step}}(input: { commandId: "{{step}}-{{year.Key}}", yearId: "{{id}}" {{fields}} }) { errors { message } } }""")).GetProperty("done").GetProperty("errors").GetArrayLength().ShouldBe(0, step);
            year.Do(year.Township, new SubmitDuty(), year.At(1, 9, 1)).Do(year.Bureau, new SubmitStatutory(88.5m), year.At(1, 9, 1)).Do(year.Township, new AggregateTownshipPart(), year.At(1, 12, 1)).Do(year.Organ, new FinaliseScore(), year.At(1, 13, 1));
        }

        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            Timeout = 120_000,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        page.SetDefaultNavigationTimeout(60_000);
        page.SetDefaultTimeout(60_000);
        var complaints = new List<string>();
        // Leaving a page cuts what it had open to the hub, and Chromium may say so.
        page.Console += (_, message) => complaints.AddRange(message.Type == "error" && !message.Text.Contains("/graphql", StringComparison.Ordinal) ? [message.Text] : []);
        page.PageError += (_, error) => complaints.Add(error);
        // Cut, never rounded.
        var total = (Math.Truncate(years[^1].State!.Score!.Total * 100) / 100).ToString("0.00", CultureInfo.InvariantCulture);
        var row = page.Locator($"tr[data-agency=\"{Agency}\"]");

        await page.GotoAsync(new Uri(hub.Address, $"/scoreboard/430203001?year=2025#key={organ}").ToString());
        await page.Locator("[data-batch=finaliseAgencyScores]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-going] li")).ToHaveCountAsync(2);
        await SendAndClose("已办 2 个");
        await Assertions.Expect(row.Locator(".total")).ToContainTextAsync(total);
        await page.Locator("[data-batch=gradeAgencies]").ClickAsync();
        await page.Locator("[data-going] h3 select").SelectOptionAsync("COMPETENT");
        await SendAndClose("已办 2 个");
        await Assertions.Expect(row.Locator(".grade")).ToContainTextAsync("称职");
        await Assertions.Expect(page.Locator("[data-batch]")).ToHaveCountAsync(0);

        await Open($"/year/{Agency}/2025");
        await Assertions.Expect(page.Locator(".standing .t b")).ToHaveTextAsync(total);
        await page.Locator("[data-record=recordHostResult]").ClickAsync();
        await page.Locator(".sheet [data-field=grade] .tick", new() { HasText = "良好" }).ClickAsync();
        await page.Locator(".sheet [data-field=coefficient] input").FillAsync("1.1");
        await page.Locator(".sheet footer .p").ClickAsync();
        await Assertions.Expect(page.Locator("[data-linked=host]")).ToContainTextAsync("1.1");

        foreach (var (path, figure) in new[] { ("/scoreboard/430203001?year=2025", $"tr[data-agency=\"{Agency}\"] .total b"), ($"/year/{Agency}/2025", ".standing .t b"), ($"/agency/{Agency}?year=2025", ".year-of .t b") })
        {
            foreach (var width in new[] { 1440, 390 })
            {
                await page.SetViewportSizeAsync(width, 900);
                await Open(path);
                await Assertions.Expect(page.Locator(figure)).ToHaveTextAsync(total);
                (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth")).ShouldBeFalse($"{path}: nothing reaches beyond {width} px");
            }
        }

        complaints.ShouldBeEmpty();

        Task Open(string path) => page.GotoAsync(new Uri(hub.Address, path).ToString(), new() { WaitUntil = WaitUntilState.Commit });

        async Task SendAndClose(string told)
        {
            await page.Locator(".sheet footer .p").ClickAsync();
            await Assertions.Expect(page.Locator("[data-told]")).ToContainTextAsync(told);
            await page.Locator(".sheet footer button", new() { HasText = "关闭" }).ClickAsync();
        }
    }

    private static string Here([CallerFilePath] string file = "") => file;
}
