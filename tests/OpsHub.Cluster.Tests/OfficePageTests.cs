using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Playwright;
using OpsHub.Fixtures;

namespace OpsHub.Cluster.Tests;

/// <summary>A township runs a survey and raises an opinion on a head from the pages, in headless Chromium against the real host.</summary>
public sealed class OfficePageTests
{
    private const string Chromium = "/usr/bin/chromium";
    private const string Agency = "430203001-D27";

    [SkippableFact, Trait("Rule", "A024")]
    public async Task A024_a_township_plans_a_survey_issues_slips_shown_once_and_raises_an_opinion_from_its_pages()
    {
        Skip.IfNot(File.Exists(Chromium), "Debian's chromium is not installed");
        using var folder = await HubFolder.Seeded();
        var pages = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../src/OpsHub.Wall/dist"));
        await using var hub = HubProcess.Start(folder.Path, new Dictionary<string, string> { ["OpsHub:Pages:Folder"] = pages });
        await hub.Ready();
        var leader = await HubTokens.Issue(folder.Path, null, "TownshipGovernment", "430203001");
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            Timeout = 120_000,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 390, Height = 844 } });
        page.SetDefaultNavigationTimeout(60_000);
        page.SetDefaultTimeout(60_000);
        var today = DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(8));
        await page.GotoAsync(new Uri(hub.Address, $"/survey/{Agency}/{today.Year}#key={leader}").ToString());

        await page.Locator("[data-move=planSurvey]").ClickAsync();
        await Day("opens", today);
        await Day("closes", today.AddDays(10));
        await page.Locator(".sheet footer .p").ClickAsync();
        await Assertions.Expect(page.Locator(".toast")).ToBeVisibleAsync();

        await page.Locator("[data-move=issueSurveyTokens]").ClickAsync();
        await page.Locator(".sheet [data-field=group] .tick", new() { HasText = "服务对象" }).ClickAsync();
        await page.Locator(".sheet [data-field=count] input").FillAsync("3");
        await page.Locator(".sheet footer .p").ClickAsync();
        await Assertions.Expect(page.FrameLocator("dialog.slips iframe").Locator("svg.qr")).ToHaveCountAsync(3);
        (await page.EvaluateAsync<string>("JSON.stringify({ ...localStorage, ...sessionStorage })")).ShouldNotContain("/rate/");
        await page.Locator("dialog.slips button", new() { HasText = "关闭" }).ClickAsync();
        await page.Locator("[data-slips=drop]").ClickAsync();
        await Assertions.Expect(page.Locator("dialog.slips")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("tr[data-group=SERVICE_USERS]")).ToContainTextAsync("3 张");

        await page.GotoAsync(new Uri(hub.Address, $"/posts/{Agency}").ToString(), new() { WaitUntil = WaitUntilState.Commit });
        await page.Locator("[data-move=raiseHeadInquiry]").ClickAsync();
        await page.Locator(".sheet [data-field=grounds] textarea").FillAsync("群众投诉办理滞后");
        await page.Locator(".sheet footer .p").ClickAsync();
        await Assertions.Expect(page.Locator("[data-matter=inquiry-1]")).ToContainTextAsync("群众投诉办理滞后");

        // All of the agency in one place: the inquiry's term stands among the others, on a phone and at a desk.
        foreach (var width in new[] { 390, 1440 })
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.GotoAsync(new Uri(hub.Address, $"/agency/{Agency}").ToString(), new() { WaitUntil = WaitUntilState.Commit });
            await Assertions.Expect(page.Locator("[data-term=posts]").First).ToBeVisibleAsync();
            await Assertions.Expect(page.Locator("[data-figure=urges] b")).ToHaveTextAsync("0");
            (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth")).ShouldBeFalse($"nothing reaches beyond {width} px");
        }

        Task Day(string field, DateTimeOffset day) => page.Locator($".sheet [data-field={field}] input").FillAsync(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    private static string Here([CallerFilePath] string file = "") => file;
}
