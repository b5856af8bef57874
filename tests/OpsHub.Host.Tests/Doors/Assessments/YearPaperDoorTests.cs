using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Hierarchy;
using OpsHub.Host.Accounts;
using OpsHub.Host.Doors.Assessments;

namespace OpsHub.Host.Tests.Doors.Assessments;

/// <summary>The letter and the result sheet as they are printed.</summary>
[Collection(YearCollection.Name)]
public sealed class YearPaperDoorTests(YearHub hub)
{
    [Fact, Trait("Rule", "A040")]
    public async Task A040_A_signed_letter_names_parties_duties_targets_consent_and_both_signatures()
    {
        var page = await Page(YearHub.Graded, "letter", Role.TownshipGovernment, "430203001");
        page.ShouldContain("2025年度属地管理目标责任书");
        page.ShouldContain("贺家土街道（甲方）");
        page.ShouldContain("贺家土街道城管执法中队（乙方）");
        page.ShouldContain("日常巡查&lt;b&gt;");
        page.ShouldNotContain("13873300001");
        page.ShouldContain("<td>投诉量下降 20%</td><td class=\"c\">6月30日</td>");
        page.ShouldContain("属地职责考核×40%＋满意度测评×20%＋法定职责考核×40%");
        page.ShouldContain("贺家土街道 70%，建设街道 30%");
        page.ShouldContain("假定");
        page.Split("已在系统签订：").Length.ShouldBe(3, "both sides");
        page.ShouldContain("双方已签字，本责任书有效。");
        page.ShouldContain("文本版本：第1稿。留痕第");
        page.ShouldNotContain("class=\"draft\"");
    }

    [Fact, Trait("Rule", "A026")]
    public async Task A026_A_letter_whose_weights_changed_says_under_which_each_side_signed()
    {
        var state = await hub.State(YearHub.Graded);
        var even = state.Weights.ToImmutableSortedDictionary(w => w.Key, _ => 0.5m);
        var trace = (await hub.Services.GetRequiredService<IGrainFactory>().AgencyYear(YearHub.Graded, 2025).Trace(0, 1)).Entries[0];
        var found = new FoundYear(new("year", state with { TownshipSignedWeights = even }, 1, ""), new(YearReading.Whole), 1, trace, trace);
        var page = LetterPage.Of(found, new(hub.Services.GetRequiredService<IHubDirectory>()), english: false).ToString();
        page.ShouldContain("甲方签字时的权重：贺家土街道 50%，建设街道 50%。");
        page.ShouldContain("乙方签字时的权重：贺家土街道 70%，建设街道 30%。");
        page.ShouldContain("现行权重：贺家土街道 70%，建设街道 30%。");
        page.ShouldContain("双方已签字（留痕第1条");
        page.ShouldNotContain("本责任书有效");
    }

    [Fact, Trait("Rule", "A039")]
    public async Task A039_A_letter_without_consent_says_that_it_may_not_be_signed()
    {
        var page = await Page(YearHub.Begun, "letter", Role.AgencyStaff, "430203001-D07");
        page.ShouldContain("计划尚未经派出部门同意，不得签字");
        page.ShouldContain("以双方签字的文本为准");
        page.ShouldNotContain("已在系统签订");
    }

    [Fact, Trait("Rule", "A017")]
    public async Task A017_The_result_sheet_explains_every_point_as_far_as_the_reader_may_see_it()
    {
        var whole = await Page(YearHub.Graded, "result", Role.PerformanceOrgan, "430203");
        whole.ShouldContain("92/100，扣2分");
        whole.ShouldContain("人工调整（计算值 100.00）");
        whole.ShouldContain("两次推诿");
        whole.ShouldContain("不足，不计");
        whole.ShouldContain("<td>良好</td>");
        whole.ShouldNotContain("按权限不显示");
        var department = await Page(YearHub.Graded, "result", Role.Department, "430203:D12");
        department.ShouldContain("91.50");
        department.ShouldContain("另有10项按权限不显示。");
        department.ShouldNotContain("两次推诿");
        var second = await Page(YearHub.Graded, "result", Role.TownshipGovernment, "430203002");
        second.ShouldContain("两次推诿");
        second.ShouldNotContain("92/100");
        second.ShouldNotContain("91.50");
        (await Page(YearHub.Begun, "result", Role.PerformanceOrgan, "430203")).ShouldContain("未核定：以下为截至目前的数据，不是考核结果");
    }

    [Theory, Trait("Rule", "R046")]
    [InlineData(Role.TownshipGovernment, "430202001", "letter")]
    [InlineData(Role.Department, "430203:D20", "letter")]
    [InlineData(Role.CityGovernanceOffice, "4302", "result")]
    [InlineData(Role.TownshipGovernanceCentre, "430203001", "result")]
    public async Task R046_Nobody_else_finds_a_paper(Role role, string organ, string kind)
    {
        using var answer = await hub.Get($"/papers/assessments/{YearHub.Graded}/2025/{kind}", (await hub.Token(role, organ)).Token);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_paper_opens_in_a_new_tab_over_a_link_for_this_year_alone()
    {
        var token = await hub.Token(Role.AgencyStaff, "430203001-D12");
        using var links = await hub.Get($"/papers/assessments/{YearHub.Graded}/2025/links", token.Token, HttpMethod.Post);
        links.StatusCode.ShouldBe(HttpStatusCode.OK);
        var papers = JsonDocument.Parse(await links.Content.ReadAsStringAsync()).RootElement.GetProperty("papers").EnumerateArray().ToList();
        papers.Select(p => (p.GetProperty("kind").GetString(), p.GetProperty("title").GetString())).ShouldBe([("letter", "年度目标责任书"), ("result", "考核结果单")]);
        foreach (var address in papers.Select(p => p.GetProperty("address").GetString()!))
        {
            using var opened = await hub.Get(address);
            opened.StatusCode.ShouldBe(HttpStatusCode.OK);
            opened.Headers.CacheControl!.NoStore.ShouldBeTrue();
            opened.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'none'; style-src 'sha256-");
            using var another = await hub.Get(address.Replace("/2025/", "/2024/", StringComparison.Ordinal));
            another.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, "it is for one year");
        }

        using var unsigned = await hub.Get($"/papers/assessments/{YearHub.Graded}/2025/letter");
        using var nobody = await hub.Get($"/papers/assessments/{YearHub.Graded}/2025/links", method: HttpMethod.Post);
        (unsigned.StatusCode, nobody.StatusCode).ShouldBe((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized));
        await hub.Services.GetRequiredService<Revocations>().Revoke(token.Id, default);
        using var revoked = await hub.Get(papers[0].GetProperty("address").GetString()!);
        revoked.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private async Task<string> Page(OrganCode agency, string kind, Role role, string organ)
    {
        using var answer = await hub.Get($"/papers/assessments/{agency}/2025/{kind}", (await hub.Token(role, organ)).Token);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await answer.Content.ReadAsStringAsync();
    }
}
