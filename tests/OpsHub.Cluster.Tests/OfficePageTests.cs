using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Playwright;
using OpsHub.Fixtures;

namespace OpsHub.Cluster.Tests;

/// <summary>A township runs a survey, raises an opinion on a head and assesses its communities from the pages, in headless Chromium against the real host.</summary>
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
        await using var browser = await Browser(playwright);
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

    [SkippableFact, Trait("Rule", "R038")]
    public async Task R038_a_township_records_a_communitys_assessment_and_leaves_another_out_from_its_page()
    {
        Skip.IfNot(File.Exists(Chromium), "Debian's chromium is not installed");
        using var folder = await HubFolder.Seeded();
        var pages = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../src/OpsHub.Wall/dist"));
        await using var hub = HubProcess.Start(folder.Path, new Dictionary<string, string> { ["OpsHub:Pages:Folder"] = pages, ["OpsHub:Jobs:AfterStartSeconds"] = "0" });
        await hub.Ready();
        var leader = await HubTokens.Issue(folder.Path, null, "TownshipGovernment", "430203001");
        var government = await HubTokens.Issue(folder.Path, null, "CountyGovernment", "430203");
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Browser(playwright);
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 390, Height = 844 } });
        page.SetDefaultNavigationTimeout(60_000);
        page.SetDefaultTimeout(60_000);

        // The way there is the console's.
        await page.GotoAsync(new Uri(hub.Address, $"/township#key={leader}").ToString());
        await page.Locator(".tabs button", new() { HasText = "考核" }).ClickAsync();
        await page.Locator(".task-desk a.talk, .task-desk a.all").First.ClickAsync();
        var group = page.Locator("[data-group='COMMUNITIES 430203001']");
        // Opened by the hub's job at its start; the page reads again every 15 s.
        await Assertions.Expect(group).ToContainTextAsync("由本单位考评", new() { Timeout = 120_000 });
        var open = int.Parse(await page.Locator("[data-count=open] b").InnerTextAsync(), CultureInfo.InvariantCulture);
        var target = await group.Locator("li.open").First.GetAttributeAsync("data-task");
        await group.Locator("li.open [data-move=recordAssessment]").First.ClickAsync();
        await page.Locator(".sheet [data-field=score] input").FillAsync("88.5");
        await page.Locator(".sheet [data-field=satisfaction] input").FillAsync("91");
        await page.Locator(".sheet footer .p").ClickAsync();
        await Assertions.Expect(page.Locator(".sheet")).ToHaveCountAsync(0);
        await group.Locator("details.done summary").ClickAsync();
        await Assertions.Expect(group.Locator($"details.done [data-task='{target}']")).ToContainTextAsync("88.5");
        await group.Locator("li.open [data-move=excludeFromAssessment]").First.ClickAsync();
        await page.Locator(".sheet [data-field=reason] textarea").FillAsync("年内新设");
        await page.Locator(".sheet footer .p").ClickAsync();
        await Assertions.Expect(page.Locator("[data-count=excluded] b")).ToHaveTextAsync("1");
        await Assertions.Expect(page.Locator("[data-count=open] b")).ToHaveTextAsync((open - 2).ToString(CultureInfo.InvariantCulture));

        // The county sees its townships', without a step in what is theirs.
        foreach (var width in new[] { 390, 1440 })
        {
            var county = await browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = 900 } });
            await county.GotoAsync(new Uri(hub.Address, $"/assessments/430203#key={government}").ToString());
            await Assertions.Expect(county.Locator("[data-group='COMMUNITIES 430203001']")).ToContainTextAsync("已完成 2/");
            await Assertions.Expect(county.Locator("[data-group='COMMUNITIES 430203001'] [data-move]")).ToHaveCountAsync(0);
            await Assertions.Expect(county.Locator("[data-group='TOWNSHIPS 430203'] [data-move=recordAssessment]").First).ToBeVisibleAsync();
            (await county.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth")).ShouldBeFalse($"nothing reaches beyond {width} px");
            if (Environment.GetEnvironmentVariable("OPSHUB_SHOTS") is { } shots)
            {
                await county.ScreenshotAsync(new() { Path = $"{shots}/real-county-{width}.png", FullPage = true });
                await county.GotoAsync(new Uri(hub.Address, $"/township").ToString());
                await county.WaitForTimeoutAsync(3000);
                await county.ScreenshotAsync(new() { Path = $"{shots}/real-county-console-{width}.png" });
                await page.SetViewportSizeAsync(width, 900);
                await page.GotoAsync(new Uri(hub.Address, $"/township").ToString(), new() { WaitUntil = WaitUntilState.Commit });
                await page.WaitForTimeoutAsync(4000);
                if (width == 390)
                    await page.Locator(".tabs button", new() { HasText = "考核" }).ClickAsync();
                await page.ScreenshotAsync(new() { Path = $"{shots}/real-town-console-{width}.png" });
            }
        }
    }

    private static Task<IBrowser> Browser(IPlaywright playwright) => playwright.Chromium.LaunchAsync(new()
    {
        ExecutablePath = Chromium,
        Timeout = 120_000,
        Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    });

    private static string Here([CallerFilePath] string file = "") => file;
}
