using System.Runtime.CompilerServices;
using Microsoft.Playwright;
using OpsHub.Fixtures;

namespace OpsHub.Cluster.Tests;

/// <summary>A community finds another's consultation of the same matter from its ledger and joins it, in headless Chromium against the real host.</summary>
public sealed class CommunityPageTests
{
    private const string Chromium = "/usr/bin/chromium";
    private const string First = "430203001001";
    private const string Second = "430203001003";

    [SkippableFact, Trait("Rule", "C013")]
    public async Task C013_an_opinion_joins_a_consultation_of_the_whole_township_that_the_picker_finds_by_its_words()
    {
        Skip.IfNot(File.Exists(Chromium), "Debian's chromium is not installed");
        using var folder = await HubFolder.Seeded();
        var pages = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../src/OpsHub.Wall/dist"));
        await using var hub = HubProcess.Start(folder.Path, new Dictionary<string, string> { ["OpsHub:Pages:Folder"] = pages });
        await hub.Ready();
        var party = await HubTokens.Issue(folder.Path, null, "CommunityParty", First);
        var committee = await HubTokens.Issue(folder.Path, null, "CommunityCommittee", Second);
        var parking = await Begun("parking", "停车位划线");
        var road = await Begun("road", "后巷道路硬化");
        (await hub.Answer(committee, $$"""mutation { done: enterOpinion(input: { commandId: "opinion", community: "{{Second}}", source: BOX, text: "我们也停不下车" }) { errors { message } } }"""))
            .GetProperty("done").GetProperty("errors").GetArrayLength().ShouldBe(0);
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
        await page.GotoAsync(new Uri(hub.Address, $"/community/{Second}#key={committee}").ToString());
        await page.Locator("[data-entry] [data-move=linkOpinion]").ClickAsync();
        var picker = page.Locator(".sheet [data-field=consultationId]");
        var found = picker.Locator(".list .tick");

        await Assertions.Expect(picker.Locator(".list")).ToContainTextAsync("没有");
        await Assertions.Expect(found).ToHaveCountAsync(0, new() { Timeout = 60_000 });
        await picker.Locator(".reach button").Nth(1).ClickAsync();
        await Assertions.Expect(found).ToHaveCountAsync(2);

        await picker.Locator("input[type=search]").FillAsync("停车");
        await Assertions.Expect(found).ToHaveCountAsync(1);
        await Assertions.Expect(found).ToContainTextAsync(parking);
        await Assertions.Expect(found.Locator(".joins")).ToContainTextAsync("跨社区");
        await found.Locator("input").CheckAsync();

        // What was chosen stays in sight whatever is looked for next, by number as well.
        await picker.Locator("input[type=search]").FillAsync(road);
        await Assertions.Expect(found).ToHaveCountAsync(2);
        await Assertions.Expect(found.Nth(0)).ToContainTextAsync(parking);
        await Assertions.Expect(found.Nth(0).Locator("input")).ToBeCheckedAsync();
        await Assertions.Expect(found.Nth(1)).ToContainTextAsync(road);
        (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth")).ShouldBeFalse("nothing reaches beyond a phone");

        await page.Locator(".sheet footer .p").ClickAsync();
        await Assertions.Expect(page.Locator("[data-entry] .joined")).ToContainTextAsync(parking);
        await Assertions.Expect(page.Locator("[data-entry] .joined")).ToContainTextAsync("跨社区");
        await Assertions.Expect(page.Locator("[data-entry] .joined a")).ToHaveCountAsync(0, new() { Timeout = 60_000 });

        async Task<string> Begun(string name, string title)
        {
            var begun = (await hub.Answer(party, $$"""mutation { done: openConsultation(input: { commandId: "{{name}}", unit: "{{First}}", communities: ["{{First}}"], title: "{{title}}" }) { number errors { message } } }"""))
                .GetProperty("done");
            begun.GetProperty("errors").GetArrayLength().ShouldBe(0, begun.ToString());
            return begun.GetProperty("number").GetString()!;
        }
    }

    private static string Here([CallerFilePath] string file = "") => file;
}
