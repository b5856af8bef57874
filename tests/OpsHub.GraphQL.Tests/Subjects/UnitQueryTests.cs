using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Hierarchy;

namespace OpsHub.GraphQL.Tests.Subjects;

public sealed class UnitQueryTests : IAsyncLifetime
{
    private readonly TestHub _hub = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact]
    public async Task A_unit_tells_its_names_place_and_counts()
    {
        var unit = (await _hub.Data(Actors.Leader, """
            { unit(code: "430203001") { id code level kind name nameEn generated effectiveFrom endedOn mergedInto { code } parent { name }
              ancestors { name } counts { counties townships communities grids } } }
            """)).GetProperty("unit");
        unit.GetProperty("level").GetString().ShouldBe("TOWNSHIP");
        unit.GetProperty("effectiveFrom").GetString().ShouldBe("2018-01-01");
        unit.GetProperty("parent").GetProperty("name").GetString().ShouldBe("芦淞区");
        unit.GetProperty("ancestors").EnumerateArray().Select(a => a.GetProperty("name").GetString()).ShouldBe(["株洲市", "芦淞区"]);
        unit.GetProperty("counts").ToString().ShouldBe("""{"counties":0,"townships":0,"communities":2,"grids":4}""");
    }

    [Fact]
    public async Task A_node_is_found_again_by_its_id()
    {
        var id = (await _hub.Data(Actors.Leader, """{ unit(code: "430203001") { id } }""")).GetProperty("unit").GetProperty("id").GetString();
        var data = await _hub.Data(Actors.Leader, """query($id: ID!) { node(id: $id) { __typename id ... on Unit { name } } nodes(ids: [$id, "bm90aGluZw=="]) { id } }""", new { id });
        data.GetProperty("node").GetProperty("name").GetString().ShouldBe("贺家土街道");
        data.GetProperty("nodes")[0].GetProperty("id").GetString().ShouldBe(id);
        data.GetProperty("nodes")[1].ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_city_reads_its_counties_and_townships_from_one_family_each()
    {
        _hub.Unit("4302").Set(Given.Figures(5), ("430203", Given.Figures(5)));
        _hub.Unit("430203").Set(Given.Figures(5), ("430203001", Given.Figures(3)), ("430203002", Given.Figures(2)));
        const string wall = """
            { unit(code: "4302") { summary { code name open epoch version asOf overduePerMille byStage { stage count } byCategory { category name count } }
              counties: summaries(level: COUNTY) { code name open } townships: summaries(level: TOWNSHIP) { code open unit { name } } } }
            """;
        var unit = (await _hub.Data(Actors.CityWall, wall)).GetProperty("unit");
        unit.GetProperty("summary").ToString().ShouldBe("""
            {"code":"4302","name":"株洲市","open":5,"epoch":"1","version":"1","asOf":"2026-03-02T09:00:00+08:00","overduePerMille":0,"byStage":[{"stage":"REPORTED","count":5}],"byCategory":[{"category":"Q01","name":"公用设施","count":5}]}
            """.Trim());
        unit.GetProperty("counties").EnumerateArray().Select(c => c.GetProperty("open").GetInt32()).ShouldBe([0, 5], "a county without cases has figures too");
        unit.GetProperty("townships").EnumerateArray().Select(c => c.GetProperty("open").GetInt32()).ShouldBe([3, 2]);
        _hub.Grains.Calls.ShouldBe(["4302.Watch", "430202.Watch", "430203.Watch"], ignoreOrder: true);
        _hub.Grains.Calls.Clear();
        await _hub.Data(Actors.CityWall, wall);
        _hub.Grains.Calls.ShouldBeEmpty("what is watched is read from memory");
        _hub.Index.Calls.ShouldBeEmpty("no figure comes from the database");
    }

    [Fact]
    public async Task Summaries_of_siblings_take_one_call_however_many_they_are()
    {
        _hub.Unit("430203").Set(Given.Figures(5), ("430203001", Given.Figures(3)), ("430203002", Given.Figures(2)));
        var data = await _hub.Data(Actors.County, """{ unit(code: "430203") { children { nodes { code summary { open } } } } }""");
        data.GetProperty("unit").GetProperty("children").GetProperty("nodes").EnumerateArray()
            .Select(n => n.GetProperty("summary").GetProperty("open").GetInt32()).ShouldBe([3, 2]);
        _hub.Grains.Calls.ShouldBe(["430203.Watch"]);
    }

    [Fact]
    public async Task Due_figures_are_read_at_the_present_second()
    {
        _hub.Unit("4302").Set(Given.Figures(2, due: TestHub.Monday.AddMinutes(30)));
        const string figures = """{ unit(code: "4302") { summary { overdue overduePerMille dueToday dueWithinHour asOf } } }""";
        (await _hub.Data(Actors.CityWall, figures)).GetProperty("unit").GetProperty("summary").ToString()
            .ShouldBe("""{"overdue":0,"overduePerMille":0,"dueToday":2,"dueWithinHour":2,"asOf":"2026-03-02T09:00:00+08:00"}""");
        _hub.Time.Advance(TimeSpan.FromMinutes(31));
        (await _hub.Data(Actors.CityWall, figures)).GetProperty("unit").GetProperty("summary").ToString()
            .ShouldBe("""{"overdue":2,"overduePerMille":1000,"dueToday":0,"dueWithinHour":0,"asOf":"2026-03-02T09:31:00+08:00"}""");
    }

    [Fact]
    public async Task Rates_that_say_too_little_are_null()
    {
        _hub.Unit("4302").Set(Given.Figures(0));
        (await _hub.Data(Actors.CityWall, """{ unit(code: "4302") { summary { overduePerMille onTimePerMille } } }"""))
            .GetProperty("unit").GetProperty("summary").ToString().ShouldBe("""{"overduePerMille":null,"onTimePerMille":null}""");
    }

    [Theory]
    [InlineData("4302", "COMMUNITY")]
    [InlineData("4302", "CITY")]
    [InlineData("430203001", "COUNTY")]
    public async Task Summaries_go_at_most_two_levels_down(string code, string level)
    {
        var answer = await _hub.Ask(Actors.Auditor, $$"""{ unit(code: "{{code}}") { summaries(level: {{level}}) { code } } }""");
        answer.Code().ShouldBe("INVALID_INPUT");
        answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("field").GetString().ShouldBe("level");
    }

    [Fact]
    public async Task A_grain_that_cannot_be_watched_is_told_as_retry_later()
    {
        _hub.Unit("4302").Failure = new TimeoutException();
        (await _hub.Ask(Actors.CityWall, """{ unit(code: "4302") { summary { open } } }""")).Code().ShouldBe("RETRY_LATER");
        _hub.Unit("4302").Failure = null;
        (await _hub.Data(Actors.CityWall, """{ unit(code: "4302") { summary { open } } }""")).GetProperty("unit").GetProperty("summary").GetProperty("open").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task History_tells_hours_days_and_the_same_hour_last_week()
    {
        for (var hours = 0; hours < 24 * 9; hours++)
            _hub.Index.Hours.Add((TestHub.Monday.AddHours(-hours), new HistoryPoint(hours, 0, 0, 0, 0)));
        var unit = (await _hub.Data(Actors.CityWall, """
            { unit(code: "4302") { history(hours: 2) { hour open } sameHourLastWeek { hour open } dailyHistory(days: 3) { hour open } } }
            """)).GetProperty("unit");
        unit.GetProperty("history").EnumerateArray().Select(p => p.GetProperty("open").GetInt32()).ShouldBe([2, 1, 0]);
        unit.GetProperty("sameHourLastWeek").GetProperty("hour").GetString().ShouldBe("2026-02-23T09:00:00+08:00");
        unit.GetProperty("dailyHistory").EnumerateArray().Select(p => p.GetProperty("hour").GetString())
            .ShouldBe(["2026-02-28T23:00:00+08:00", "2026-03-01T23:00:00+08:00", "2026-03-02T09:00:00+08:00"]);
        _hub.Index.Hours.Clear();
        (await _hub.Data(Actors.CityWall, """{ unit(code: "4302") { sameHourLastWeek { open } } }""")).GetProperty("unit").GetProperty("sameHourLastWeek").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_wall_sees_late_and_coming_cases_by_category_units_holder_and_age()
    {
        await Given.Case(_hub, "plain");
        await Given.Case(_hub, "family", category: "W03-01");
        const string lists = """
            { unit(code: "4302") {
              lateCases { caseId category categoryName categoryNameEn township { name } community { name } holder { code name } holderSince stage priority dueAt provisional urgedLevel reportedAt }
              nextDue { category dueAt } holders { organ { code } held overdue meanHours } recentEvents { position event category categoryName caseId number at stage township { code } organ { code } } } }
            """;
        var before = (await _hub.Data(Actors.CityWall, lists)).GetProperty("unit");
        before.GetProperty("lateCases").GetArrayLength().ShouldBe(0);
        before.GetProperty("nextDue").GetArrayLength().ShouldBe(2);
        _hub.Time.Advance(TimeSpan.FromDays(3));
        var after = (await _hub.Data(Actors.CityWall, lists)).GetProperty("unit");
        after.GetProperty("nextDue").GetArrayLength().ShouldBe(0);
        after.GetProperty("lateCases").EnumerateArray().Select(c => c.GetProperty("category").GetString()).ShouldBe(["Q01-01", "W03"], ignoreOrder: true);
        after.GetProperty("lateCases").EnumerateArray().Select(c => c.GetProperty("categoryName").GetString()).ShouldBe(["井盖缺损", "矛盾纠纷"], ignoreOrder: true);
        after.GetProperty("recentEvents").EnumerateArray().Select(c => c.GetProperty("category").GetString()).ShouldBe(["W03", "Q01-01"]);
        var holder = after.GetProperty("holders").EnumerateArray().Single();
        (holder.GetProperty("held").GetInt32(), holder.GetProperty("overdue").GetInt32(), holder.GetProperty("meanHours").GetInt32()).ShouldBe((2, 2, 72));
        after.ToString().ShouldNotContain("家庭纠纷");
        after.ToString().ShouldNotContain("report-");
    }

    [Theory]
    [InlineData("children(first: 0)", "first")]
    [InlineData("children(first: 101)", "first")]
    [InlineData("children(last: 101)", "last")]
    [InlineData("children(first: 1, last: 1)", "last")]
    [InlineData("children(after: \"Zm9v\")", "after")]
    [InlineData("children(last: 1, before: \"%\")", "before")]
    [InlineData("cases(first: 101)", "first")]
    [InlineData("cases(after: \"bad\")", "after")]
    [InlineData("cases(filter: { unit: \"x\" })", "filter.unit")]
    [InlineData("cases(filter: { holder: \"x\" })", "filter.holder")]
    public async Task A_page_that_cannot_be_is_refused_by_its_arguments_name(string field, string argument)
    {
        var answer = await _hub.Ask(Actors.Auditor, $$"""{ unit(code: "4302") { {{field}} { pageInfo { hasNextPage } } } }""");
        answer.Code().ShouldBe("INVALID_INPUT");
        answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("field").GetString().ShouldBe(argument);
    }

    [Fact]
    public async Task Children_page_forwards_and_backwards_without_gap_or_repeat()
    {
        async Task<JsonElement> Page(string arguments) => (await _hub.Data(Actors.Auditor,
            $$"""{ unit(code: "4302") { children({{arguments}}) { edges { cursor node { code } } nodes { code } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }"""))
            .GetProperty("unit").GetProperty("children");
        static (string Code, bool Next, bool Previous) Told(JsonElement page) => (page.GetProperty("nodes")[0].GetProperty("code").GetString()!,
            page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean(), page.GetProperty("pageInfo").GetProperty("hasPreviousPage").GetBoolean());
        var first = await Page("first: 1");
        Told(first).ShouldBe(("430202", true, false));
        var second = await Page($"first: 1, after: \"{first.GetProperty("pageInfo").GetProperty("endCursor").GetString()}\"");
        Told(second).ShouldBe(("430203", false, true));
        Told(await Page("last: 1")).ShouldBe(("430203", false, true));
        Told(await Page($"last: 1, before: \"{second.GetProperty("pageInfo").GetProperty("startCursor").GetString()}\"")).ShouldBe(("430202", true, false));
        (await Page($"first: 1, after: \"{second.GetProperty("edges")[0].GetProperty("cursor").GetString()}\"")).GetProperty("edges").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Today_and_the_clock_are_the_hubs()
    {
        var data = await _hub.Data(Actors.GridWorker, """{ serverTime today { date isWorkingDay name horizon covered } categories(parent: "Q01") { code parent name nameEn limit limitUnit limitBasis emergency } }""");
        data.GetProperty("serverTime").GetString().ShouldBe("2026-03-02T09:00:00+08:00");
        data.GetProperty("today").ToString().ShouldBe("""{"date":"2026-03-02","isWorkingDay":true,"name":null,"horizon":"2026-12-31","covered":true}""");
        data.GetProperty("categories")[0].ToString().ShouldBe(
            """{"code":"Q01-01","parent":"Q01","name":"井盖缺损","nameEn":"Damaged manhole cover","limit":4,"limitUnit":"WORKING_HOURS","limitBasis":"ASSUMED","emergency":true}""");
    }
}
