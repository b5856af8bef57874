using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Surveys;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Surveys;

namespace OpsHub.Host.Tests.Doors.Surveys;

/// <summary>The page of a one-time token over HTTP, as a telephone sees it, and the sheet of tokens.</summary>
[Collection(SurveyCollection.Name)]
public sealed class RateDoorTests(SurveyHub hub)
{
    [Fact, Trait("Rule", "A025")]
    public async Task A025_the_page_names_agency_and_township_and_asks_four_questions_without_script_or_sign_in()
    {
        var token = (await hub.Issued("SERVICE_USERS", 1))[0];
        using var answer = await hub.Open(token);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await answer.Content.ReadAsStringAsync();
        foreach (var word in new[] { "贺家土综合执法中队", "贺家土街道", "服务对象填写", "日常管理", "处置问题", "工作态度", "工作作风", "很满意", "很不满意", "提交" })
            page.ShouldContain(word);
        Regex.Matches(page, "<input type=\"radio\"").Count.ShouldBe(20);
        Regex.Matches(page, "<legend>").Count.ShouldBe(4);
        page.ShouldNotContain("<script");
        page.ShouldNotContain("onclick");
        page.ShouldContain("lang=\"zh-CN\"");
        page.ShouldContain("width=device-width");
        answer.Headers.GetValues("Cache-Control").ShouldBe(["no-store"]);
        answer.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
        var style = Regex.Match(page, "<style>(.*?)</style>", RegexOptions.Singleline).Groups[1].Value;
        answer.Headers.GetValues("Content-Security-Policy").Single()
            .ShouldBe($"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'");
        (await (await hub.Open(token, "?lang=en")).Content.ReadAsStringAsync()).ShouldContain("Very satisfied");
    }

    [Fact, Trait("Rule", "A025")]
    public async Task A025_a_missing_dimension_is_told_and_what_was_chosen_and_the_token_are_kept()
    {
        var token = (await hub.Issued("SERVICE_USERS", 1))[0];
        using var missing = await hub.Send(token, ("DailyManagement", "1"), ("ProblemHandling", "2"), ("Attitude", "0"));
        missing.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await missing.Content.ReadAsStringAsync();
        page.ShouldContain("还有 1 项没有选择");
        Regex.Matches(page, " checked>").Count.ShouldBe(3);
        Regex.Match(page, "class=\"missing\"[^>]*><legend>4").Success.ShouldBeTrue();
        foreach (var wrong in new[] { "5", "-1", "100", "x", "" })
            (await hub.Send(token, [.. SurveyHub.Whole(0)[..3], ("Style", wrong)])).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, wrong);
        (await hub.Http.PostAsync($"/rate/{token}", new StringContent("{}", Encoding.UTF8, "application/json"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await hub.Send(token, SurveyHub.Whole(0))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, Trait("Rule", "A025")]
    [InlineData("multipart/form-data", "--x\r\n")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"Style\"\r\n\r\n1")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nno header\r\n\r\n1\r\n--x--\r\n")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"Style\"; filename=\"a\"\r\nContent-Type: ;\r\n\r\n1\r\n--")]
    [InlineData("multipart/form-data; boundary=\"\"", "--x--")]
    public async Task A025_a_broken_form_is_told_in_plain_words_and_takes_nothing_from_the_token(string type, string body)
    {
        var token = (await hub.Issued("SERVICE_USERS", 1))[0];
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var answer = await hub.Http.PostAsync($"/rate/{token}", content);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = await answer.Content.ReadAsStringAsync();
        page.ShouldContain("没有收到，也没有计入");
        page.ShouldContain("二维码仍然有效");
        Regex.Matches(page, "<input type=\"radio\"").Count.ShouldBe(20);
        (await hub.Send(token, SurveyHub.Whole(0))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact, Trait("Rule", "A024")]
    public async Task A024_a_token_counts_once_with_eight_posts_together_and_looking_takes_nothing()
    {
        var tokens = await hub.Issued("COMMUNITY_WORKERS", 6);
        foreach (var token in tokens)
            (await hub.Open(token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var answers = await Task.WhenAll(tokens.SelectMany(t => Enumerable.Range(0, 8).Select(_ => hub.Send(t, SurveyHub.Whole(1)))));
        answers.Count(a => a.StatusCode == HttpStatusCode.OK).ShouldBe(6);
        answers.Where(a => a.StatusCode != HttpStatusCode.OK).ShouldAllBe(a => a.StatusCode == HttpStatusCode.NotFound);
        (await answers.First(a => a.StatusCode == HttpStatusCode.OK).Content.ReadAsStringAsync()).ShouldContain("谢谢您");
        var used = await (await hub.Open(tokens[0])).Content.ReadAsStringAsync();
        used.ShouldContain("这个二维码不能填写");
        used.ShouldContain("如果您刚刚提交过");
    }

    [Fact]
    public async Task A_surveys_trace_is_read_through_the_api_and_its_stages_are_none_of_a_case()
    {
        await hub.Issued("SERVICE_USERS", 1);
        var query = $$"""{ survey(agency: "{{SurveyHub.Agency}}", year: {{hub.Year}}, township: "{{SurveyHub.Township}}") { trace(first: 2) { nodes { event from to consultationTo yearTo } } } }""";
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = System.Net.Http.Json.JsonContent.Create(new { query }) };
        request.Headers.Authorization = new("Bearer", (await hub.Token(Role.TownshipGovernment, "430203001")).Token);
        using var answer = await hub.Http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        text.ShouldNotContain("errors");
        text.ShouldContain("""{"event":"SurveyPlanned","from":null,"to":null,"consultationTo":null,"yearTo":null}""");
    }

    [Theory]
    [InlineData("x")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA==")]
    [InlineData("%3Cscript%3E")]
    [InlineData("a/b/c")]
    public async Task What_is_no_token_is_told_in_plain_words(string token)
    {
        using var answer = await hub.Open(token);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var page = await answer.Content.ReadAsStringAsync();
        page.ShouldContain("这个二维码不能填写");
        page.ShouldNotContain("script");
        (await hub.Send(token, SurveyHub.Whole(0))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Before_its_day_it_says_when_to_come_back_and_takes_nothing()
    {
        var token = (await hub.Issued("REPRESENTATIVES", 1, SurveyHub.Second))[0];
        using var answer = await hub.Send(token, SurveyHub.Whole(0));
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = await answer.Content.ReadAsStringAsync();
        page.ShouldContain("测评还没有开始");
        page.ShouldContain("建设街道");
        page.ShouldContain("仍然有效");
        (await hub.Open(token)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact, Trait("Rule", "A024")]
    public async Task A024_the_sheet_is_shown_once_to_the_township_and_holds_no_token_in_words()
    {
        var bearer = (await hub.Token(Role.TownshipGovernment, "430203001")).Token;
        var (status, sheet) = await hub.Slips(SurveyHub.Township, bearer, "REPRESENTATIVES", 4, "sheet-1");
        status.ShouldBe(HttpStatusCode.OK);
        Regex.Matches(sheet, "class=\"slip\"").Count.ShouldBe(4);
        sheet.ShouldContain("本页只显示这一次");
        sheet.ShouldNotContain("/rate/");
        var (again, shown) = await hub.Slips(SurveyHub.Township, bearer, "REPRESENTATIVES", 4, "sheet-1");
        again.ShouldBe(HttpStatusCode.Conflict);
        shown.ShouldContain("TOKENS_SHOWN");
        foreach (var (role, organ) in new[] { (Role.AgencyStaff, "430203001-D12"), (Role.Department, "430203:D12"), (Role.PerformanceOrgan, "430203"), (Role.TownshipGovernment, "430203002") })
            (await hub.Slips(SurveyHub.Township, (await hub.Token(role, organ)).Token, "REPRESENTATIVES", 4)).Status.ShouldBe(HttpStatusCode.NotFound, $"{role} is not told whether there is one");
        foreach (var level in new[] { "430203", "430203001001" })
            (await hub.Slips(OpsHub.Domain.Hierarchy.UnitCode.Parse(level), bearer, "REPRESENTATIVES", 4)).Status.ShouldBe(HttpStatusCode.NotFound, level);
        (await hub.Slips(SurveyHub.Township, null, "REPRESENTATIVES", 4)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await hub.Slips(SurveyHub.Township, bearer, "SOMEBODY", 4)).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await hub.Slips(SurveyHub.Township, bearer, "REPRESENTATIVES", 301)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact, Trait("Rule", "A025")]
    public async Task A025_answers_count_by_the_scale_and_a_closed_survey_says_so_and_gives_its_result()
    {
        // A survey of its own: last year's.
        var grains = hub.Services.GetRequiredService<IGrainFactory>();
        var key = GrainKeys.Survey(SurveyHub.Agency, hub.Year - 1, SurveyHub.Township);
        (await grains.Survey(key).Do(new PlanSurvey(SurveyHub.Agency, hub.Year - 1, SurveyHub.Township), new("plan", SurveyHub.Leader))).Refusal.ShouldBeNull();
        var (_, tokens) = await grains.Survey(key).Issue(new(RaterGroup.ServiceUsers, 7), new("issue", SurveyHub.Leader));
        foreach (var (token, i) in tokens.Take(6).Select((t, i) => (t, i)))
            (await hub.Send(token, SurveyHub.Whole(i % 3 == 0 ? 0 : i % 3 == 1 ? 2 : 4))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await grains.Survey(key).Do(new CloseSurvey("已填写完毕"), new("close", SurveyHub.Leader))).Refusal.ShouldBeNull();

        using var late = await hub.Send(tokens[6], SurveyHub.Whole(0));
        late.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await late.Content.ReadAsStringAsync()).ShouldContain("测评已经结束");
        var tally = (await grains.Survey(key).Get())!.State.Tallies.ShouldHaveSingleItem();
        (tally.Ballots, tally.Mean).ShouldBe((6, 60m), "twice each 100, 60 and 20");
    }
}
