using System.Net;
using System.Text.Json;
using Ical.Net;
using Microsoft.Extensions.DependencyInjection;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Councils;
using OpsHub.Domain.Hierarchy;
using OpsHub.Host.Accounts;

namespace OpsHub.Host.Tests.Doors.Consultations;

[Collection(PaperCollection.Name)]
public sealed class PaperDoorTests(PaperHub hub)
{
    private const string Json = "application/json";

    [Fact]
    [Trait("Rule", "C002")]
    public async Task C002_anyone_reads_an_announcement_without_signing_in()
    {
        using var answer = await hub.Get($"/public/consultations/{hub.Announced}/announcements/1");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await answer.Content.ReadAsStringAsync();
        page.ShouldContain("关于老旧小区加装电梯&lt;b&gt;的协商情况公告");
        page.ShouldContain("按时公布");
        page.ShouldContain("（补录）");
        page.ShouldNotContain("不同意见原文");
        page.ShouldNotContain("13873300001");
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldStartWith("default-src 'none'; style-src 'sha256-");
        policy.ShouldNotContain("unsafe-inline");
    }

    [Fact]
    [Trait("Rule", "C056")]
    public async Task C056_anyone_reads_how_what_was_agreed_is_carried_out_and_nothing_before_it_was_adopted()
    {
        using var answer = await hub.Get($"/public/consultations/{hub.CarriedOut}/works");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("已开始划线");
        answer.Headers.CacheControl!.Public.ShouldBeTrue();
        using var machine = await hub.Get($"/public/consultations/{hub.CarriedOut}/works", accept: Json);
        JsonDocument.Parse(await machine.Content.ReadAsStringAsync()).RootElement.GetProperty("steps").EnumerateArray().Select(s => s.GetProperty("kind").GetString()).ShouldBe(["BEGAN", "PROGRESS"]);
        foreach (var number in new[] { hub.Announced, hub.Draft, "nothing" })
        {
            using var none = await hub.Get($"/public/consultations/{number}/works");
            none.StatusCode.ShouldBe(HttpStatusCode.NotFound, number);
        }
    }

    [Fact]
    [Trait("Rule", "C061")]
    public async Task C061_a_party_affairs_notice_is_publicly_readable_once_filed_and_no_other_record()
    {
        var support = hub.Services.GetRequiredService<IGrainFactory>().Support(PaperHub.Community);
        var (party, today) = (new Actor("account:party", Role.CommunityParty, OrganCode.Of(PaperHub.Community)), LocalDay.Of(DateTimeOffset.UtcNow));
        (await support.Do(new RecordSupport(SupportKind.PartyAffairsNotice, today, "三季度党费收支公示，咨询 13873300001"), new CommandContext("c061-1", party))).Refusal.ShouldBeNull();
        (await support.Do(new RecordSupport(SupportKind.Suggestion, today, "建议增设公交站"), new CommandContext("c061-2", party))).Refusal.ShouldBeNull();
        using var answer = await hub.Get($"/public/party-affairs?unit={PaperHub.Community.At(UnitLevel.Township)}");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await answer.Content.ReadAsStringAsync();
        page.ShouldContain("三季度党费收支公示");
        page.ShouldNotContain("13873300001");
        page.ShouldNotContain("公交站");
        using var elsewhere = await hub.Get("/public/party-affairs?unit=430202001", accept: Json);
        JsonDocument.Parse(await elsewhere.Content.ReadAsStringAsync()).RootElement.GetProperty("items").GetArrayLength().ShouldBe(0);
        using var bad = await hub.Get("/public/party-affairs?unit=nowhere", accept: Json);
        (bad.StatusCode, JsonDocument.Parse(await bad.Content.ReadAsStringAsync()).RootElement.GetProperty("errors")[0].GetProperty("rule").GetString()).ShouldBe((HttpStatusCode.BadRequest, "C061"));
    }

    [Fact]
    [Trait("Rule", "C040")]
    public async Task C040_a_late_announcement_is_shown_as_late_to_everyone()
    {
        using var answer = await hub.Get($"/public/consultations/{hub.Late}/announcements/1", accept: Json);
        var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        json.GetProperty("onTime").GetBoolean().ShouldBeFalse();
        json.GetProperty("clause").GetProperty("rule").GetString().ShouldBe("C040");
    }

    [Fact]
    public async Task Caches_may_keep_a_public_page_and_are_told_when_it_is_the_same()
    {
        var path = $"/public/consultations/{hub.Announced}/notices/1";
        using var first = await hub.Get(path);
        first.Headers.CacheControl!.Public.ShouldBeTrue();
        using var again = await hub.Get(path, tag: first.Headers.ETag!.ToString());
        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await again.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        using var json = await hub.Get(path, accept: Json);
        json.Headers.ETag.ShouldNotBe(first.Headers.ETag);
        using var other = await hub.Get(path, tag: "W/\"0\"");
        other.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var head = await hub.Get(path, method: HttpMethod.Head);
        head.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Nothing_of_a_draft_is_public()
    {
        foreach (var path in new[] { "notices/1", "announcements/1", "plans/1", "" })
        {
            using var answer = await hub.Get($"/public/consultations/{hub.Draft}/{path}");
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
            (await answer.Content.ReadAsStringAsync()).ShouldNotContain("充电桩");
        }

        using var unknown = await hub.Get("/public/consultations/nothing/announcements/1");
        using var later = await hub.Get($"/public/consultations/{hub.Announced}/announcements/2");
        (unknown.StatusCode, later.StatusCode).ShouldBe((HttpStatusCode.NotFound, HttpStatusCode.NotFound));
        using var list = await hub.Get("/public/consultations?unit=4302");
        (await list.Content.ReadAsStringAsync()).ShouldNotContain("充电桩");
    }

    [Fact]
    public async Task The_list_of_a_unit_is_newest_first_and_of_its_own_subtree()
    {
        using var answer = await hub.Get("/public/consultations?unit=430203001", accept: Json);
        var items = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("items").EnumerateArray()
            .Select(i => (Number: i.GetProperty("number").GetString(), Kind: i.GetProperty("kind").GetString(), At: i.GetProperty("publishedAt").GetDateTimeOffset(), Address: i.GetProperty("address").GetString())).ToList();
        items.Select(i => (i.Number, i.Kind)).ShouldBe(
            [.. new[] { hub.Announced, hub.Late, hub.CarriedOut }.SelectMany(number => new[] { (number, "NOTICE"), (number, "SESSION_ANNOUNCEMENT") })], ignoreOrder: true);
        items.Select(i => i.At).ShouldBe(items.Select(i => i.At).OrderDescending());
        foreach (var item in items)
        {
            using var page = await hub.Get(item.Address!);
            page.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        using var other = await hub.Get("/public/consultations?unit=430202001", accept: Json);
        JsonDocument.Parse(await other.Content.ReadAsStringAsync()).RootElement.GetProperty("items").GetArrayLength().ShouldBe(0);
        using var html = await hub.Get("/public/consultations?unit=430203001001&lang=en");
        (await html.Content.ReadAsStringAsync()).ShouldContain("Result of a consultation session");
    }

    [Theory]
    [InlineData("?unit=nothing")]
    [InlineData("?unit=430299")]
    [InlineData("?unit=4302&after=nothing")]
    public async Task A_list_of_nothing_known_is_refused_with_its_field(string query)
    {
        using var answer = await hub.Get("/public/consultations" + query, accept: Json);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("errors")[0].GetProperty("field").GetString().ShouldBeOneOf("unit", "after");
    }

    [Fact]
    public async Task A_paper_is_printed_over_a_link_that_is_given_to_those_who_may_read_it()
    {
        var token = await hub.Token(Role.TownshipGovernment, "430203001");
        using var links = await hub.Get($"/papers/consultations/{hub.Announced}/links", token.Token, method: HttpMethod.Post);
        links.StatusCode.ShouldBe(HttpStatusCode.OK);
        var papers = JsonDocument.Parse(await links.Content.ReadAsStringAsync()).RootElement.GetProperty("papers").EnumerateArray().ToList();
        papers.Select(p => p.GetProperty("title").GetString()).ShouldBe(["协商方案", "协商公告", "协商情况公告"]);
        foreach (var paper in papers)
        {
            using var printed = await hub.Get(paper.GetProperty("address").GetString()!);
            printed.StatusCode.ShouldBe(HttpStatusCode.OK);
            printed.Headers.CacheControl!.NoStore.ShouldBeTrue();
            (await printed.Content.ReadAsStringAsync()).ShouldContain($"{hub.Http.BaseAddress!.ToString().TrimEnd('/')}/public/consultations/{hub.Announced}/");
        }

        var link = papers[0].GetProperty("address").GetString()!.Split("?link=")[1];
        using var another = await hub.Get($"/papers/consultations/{hub.Late}/notices/1?link={link}");
        another.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, "it is for one consultation");
        using var asToken = await hub.Get($"/papers/consultations/{hub.Announced}/notices/1", Uri.UnescapeDataString(link));
        asToken.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, "a link is no token");
        await hub.Services.GetRequiredService<Revocations>().Revoke(token.Id, default);
        using var revoked = await hub.Get(papers[0].GetProperty("address").GetString()!);
        revoked.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, "with its token it ends");
    }

    [Fact]
    public async Task A_printed_notice_leads_to_its_own_page_and_the_round_to_the_newest()
    {
        using var newest = await hub.Get($"/public/consultations/{hub.Announced}/notices/1", accept: Json);
        var address = JsonDocument.Parse(await newest.Content.ReadAsStringAsync()).RootElement.GetProperty("address").GetString()!;
        address.ShouldStartWith($"/public/consultations/{hub.Announced}/notices/1/");
        using var own = await hub.Get(address, accept: Json);
        (await own.Content.ReadAsStringAsync()).ShouldBe(await newest.Content.ReadAsStringAsync());
        using var none = await hub.Get($"/public/consultations/{hub.Announced}/notices/1/1");
        none.StatusCode.ShouldBe(HttpStatusCode.NotFound, "that entry is no notice");
    }

    [Fact]
    public async Task A_paper_is_for_those_who_may_read_the_consultation()
    {
        using var nobody = await hub.Get($"/papers/consultations/{hub.Announced}/notices/1");
        nobody.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var forged = await hub.Get($"/papers/consultations/{hub.Announced}/notices/1?link=eyJhbGciOiJub25lIn0.e30.");
        forged.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var links = await hub.Get($"/papers/consultations/{hub.Announced}/links", method: HttpMethod.Post);
        links.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var elsewhere = await hub.Token(Role.TownshipGovernment, "430202001");
        using var foreign = await hub.Get($"/papers/consultations/{hub.Announced}/notices/1", elsewhere.Token);
        foreign.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var own = await hub.Token(Role.CommunityCommittee, "430203001001");
        using var read = await hub.Get($"/papers/consultations/{hub.Draft}/plans/1", own.Token);
        (await read.Content.ReadAsStringAsync()).ShouldContain("关于小区充电桩选址的协商方案");
    }

    [Fact]
    public async Task A_leader_subscribes_to_a_feed_and_revokes_it()
    {
        var token = (await hub.Token(Role.TownshipGovernment, "430203001")).Token;
        var made = (await hub.Ask("""mutation { createCalendarFeed(input: {commandId: "f1", unit: "430203001"}) { address feed { id unit { name } } errors { code } } }""", token)).GetProperty("createCalendarFeed");
        var (address, id) = (made.GetProperty("address").GetString()!, made.GetProperty("feed").GetProperty("id").GetString()!);
        using var answer = await hub.Get(address);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/calendar");
        var calendar = Calendar.Load(await answer.Content.ReadAsStringAsync())!;
        calendar.Events.Count(e => e.Uid!.Contains("-session-1@", StringComparison.Ordinal)).ShouldBe(4);
        calendar.Events.ShouldContain(e => e.Summary!.Contains("小区充电桩选址", StringComparison.Ordinal), "a reader sees drafts too");
        using var again = await hub.Get(address, tag: answer.Headers.ETag!.ToString());
        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);

        using var wrong = await hub.Get(address[..^4] + "AAAA");
        using var elsewhere = await hub.Get(address.Replace("/430203001.ics", "/430203.ics", StringComparison.Ordinal));
        using var none = await hub.Get("/feeds/430203001.ics");
        (wrong.StatusCode, elsewhere.StatusCode, none.StatusCode).ShouldBe((HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound));
        using var asToken = await hub.Get($"/papers/consultations/{hub.Announced}/notices/1", address.Split("key=")[1]);
        asToken.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, "the key opens the feed and nothing else");

        (await hub.Ask("{ calendarFeeds { id } }", token)).GetProperty("calendarFeeds")[0].GetProperty("id").GetString().ShouldBe(id);
        await hub.Ask($$"""mutation { revokeCalendarFeed(input: {commandId: "f2", feedId: "{{id}}"}) { feed { revokedAt } errors { code } } }""", token);
        using var revoked = await hub.Get(address);
        revoked.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var refused = (await hub.Ask("""mutation { createCalendarFeed(input: {commandId: "f3", unit: "430202001"}) { address errors { code field } } }""", token)).GetProperty("createCalendarFeed");
        refused.GetProperty("address").ValueKind.ShouldBe(JsonValueKind.Null);
        refused.GetProperty("errors")[0].GetProperty("field").GetString().ShouldBe("unit");
    }
}
