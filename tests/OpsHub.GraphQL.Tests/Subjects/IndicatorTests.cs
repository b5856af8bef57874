using System.Text.Json;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Indicators;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Indicators;
using OpsHub.GraphQL.Indicators;
using OpsHub.GraphQL.Tests.Subjects.Fakes;

namespace OpsHub.GraphQL.Tests.Subjects;

/// <summary>Indicators over the API: exact, explained, with their cases, and no more than the reader may know.</summary>
public sealed class IndicatorTests : IAsyncLifetime
{
    private const string Month = "period: { year: 2026, month: 2 }";

    private static readonly DateOnly Day = new(2026, 2, 10);

    private static readonly UnitCode Grid = UnitCode.Parse(Subjects.Given.Grid);

    private static readonly Placement Place = new(Grid, Grid.At(UnitLevel.Community), Grid.At(UnitLevel.Township), Grid.At(UnitLevel.County), Grid.At(UnitLevel.City));

    private readonly TestHub _hub = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact]
    public async Task The_worked_example_X19_holds_to_the_last_digit_G024_G048()
    {
        for (var i = 0; i < 100; i++)
            Put($"case-{i}", "Q01", f => f with { OnTime = i < 92, Returns = i >= 92 ? 1 : 0, Evaluations = 1, ScoreSum = i % 2 == 0 ? 4 : 5 });
        var total = await Total(Actors.Leader, """
            onTime { value percent numerator denominator basis parameter rule clause } returns { percent numerator denominator basis parameter }
            satisfaction { percent numerator denominator } meanScore evaluations firstTimeClosure { percent }
            """);
        total.GetProperty("onTime").ToString().ShouldBe("""{"value":0.92,"percent":"92.0","numerator":92,"denominator":100,"basis":"ASSUMED","parameter":"CaseSLA","rule":"G024","clause":"三(五)"}""");
        total.GetProperty("returns").ToString().ShouldBe("""{"percent":"8.0","numerator":8,"denominator":100,"basis":"TEXT","parameter":null}""");
        total.GetProperty("satisfaction").ToString().ShouldBe("""{"percent":"90.0","numerator":450,"denominator":500}""");
        (total.GetProperty("meanScore").GetDouble(), total.GetProperty("evaluations").GetInt32()).ShouldBe((4.5, 100));
        total.GetProperty("firstTimeClosure").GetProperty("percent").GetString().ShouldBe("92.0");
    }

    [Fact]
    public async Task Without_any_case_an_indicator_is_null_and_not_nought()
    {
        var total = await Total(Actors.Leader, "onTime { value percent numerator denominator } meanScore handlingTime { count meanWorkingMinutes p90WorkingMinutes } loadBalance { grids }");
        total.ToString().ShouldBe("""{"onTime":{"value":null,"percent":null,"numerator":0,"denominator":0},"meanScore":null,"handlingTime":{"count":0,"meanWorkingMinutes":null,"p90WorkingMinutes":null},"loadBalance":null}""");
    }

    [Fact]
    public async Task A_third_is_rounded_for_reading_only()
    {
        foreach (var i in Enumerable.Range(0, 3))
            Put($"case-{i}", "Q01", f => f with { OnTime = i < 2 });
        (await Total(Actors.Leader, "onTime { value percent }")).GetProperty("onTime").ToString().ShouldBe("""{"value":0.6666666666666666,"percent":"66.7"}""");
    }

    [Fact]
    public async Task The_cases_behind_a_number_are_one_query_away()
    {
        var id = await Closed("a");
        await Closed("b");
        var answer = await Total(Actors.Centre, "firstTimeClosure { numerator denominator } returns { numerator denominator cases(part: DENOMINATOR) { totalCount nodes { id stage } } of: cases(part: NUMERATOR) { totalCount } }", "period: { year: 2026 }");
        answer.GetProperty("firstTimeClosure").ToString().ShouldBe("""{"numerator":2,"denominator":2}""");
        var cases = answer.GetProperty("returns").GetProperty("cases");
        cases.GetProperty("totalCount").GetInt32().ShouldBe(2);
        cases.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("id").GetString()).ShouldContain(id);
        answer.GetProperty("returns").GetProperty("of").GetProperty("totalCount").GetInt32().ShouldBe(0);
    }

    [Theory]
    [InlineData("430203001001")]
    [InlineData("430203001001001")]
    public async Task The_cases_behind_a_community_or_grid_are_found_by_its_township(string unit)
    {
        await Closed("a");
        await _hub.Data(Actors.Centre, $$"""{ unit(code: "{{unit}}") { indicators(period: { year: 2026 }) { total { returns { cases { totalCount } } } } } }""");
        _hub.Index.Indicators.Behind.ShouldNotBeEmpty();
        _hub.Index.Indicators.Behind.ShouldAllBe(b => b.Township == Place.Township);
    }

    [Fact]
    public async Task Counties_are_counted_one_at_a_time_and_nobody_waits_for_them_with_a_township()
    {
        var (index, first) = (new FakeIndicators(), new TaskCompletionSource());
        index.Until = first.Task;
        using var turns = new IndicatorTurns(index);
        var county = new IndicatorQuery(Place.County, null, new(Day, Day.AddDays(1)), TestHub.Monday, []);
        var (one, two) = (turns.Counts(county), turns.Times(county));
        index.Calls.ShouldBe(["Counts"]);
        var township = turns.Loads(county with { Unit = Place.Township });
        index.Calls.ShouldBe(["Counts", "Loads"]);
        first.SetResult();
        await Task.WhenAll(one, two, township);
        index.Calls.ShouldBe(["Counts", "Loads", "Times"]);
    }

    [Theory]
    [InlineData(Role.WallKey, "430203")]
    [InlineData(Role.CountyGovernment, "430203")]
    [InlineData(Role.CityGovernanceOffice, "4302")]
    [InlineData(Role.Administrator, "4302")]
    public async Task Who_reads_aggregates_only_is_told_the_numbers_and_no_case(Role role, string organ)
    {
        await Closed("a");
        var closed = (await Total(Actors.Of(role, organ), "returns { denominator cases { totalCount nodes { id } } }", "period: { year: 2026 }")).GetProperty("returns");
        closed.ToString().ShouldBe("""{"denominator":1,"cases":{"totalCount":0,"nodes":[]}}""");
    }

    [Fact]
    public async Task Outside_of_what_an_actor_may_see_there_are_no_indicators()
    {
        (await _hub.Ask(Actors.OtherCentre, $$"""{ node(id: "{{Relay.GlobalId.Of(Place.Township)}}") { ... on Unit { indicators({{Month}}) { total { urges } } } } }""")).Code().ShouldBe("NOT_FOUND");
        (await _hub.Ask(Actors.Resident, $$"""{ node(id: "{{Relay.GlobalId.Of(Grid)}}") { ... on Unit { indicators({{Month}}) { total { urges } } } } }""")).Code().ShouldBe("NOT_FOUND");
    }

    [Fact]
    public async Task Small_counts_of_sensitive_categories_are_hidden_from_those_who_read_aggregates()
    {
        foreach (var i in Enumerable.Range(0, 9))
            Put($"case-{i}", i < 7 ? "Q01" : "W03", f => f);
        const string fields = "category returns { value numerator denominator hidden } handlingTime { count } urges";
        var hidden = await Groups(Actors.CountyWall, "430203001001", "[CATEGORY]", fields);
        hidden.ShouldAllBe(g => g.GetProperty("returns").ToString() == """{"value":null,"numerator":null,"denominator":null,"hidden":true}""", "the other category goes along, or the total would tell");
        hidden.ShouldAllBe(g => g.GetProperty("handlingTime").ValueKind == JsonValueKind.Null && g.GetProperty("urges").ValueKind == JsonValueKind.Null);
        (await Groups(Actors.CountyWall, "430203001", "[CATEGORY]", fields)).ShouldAllBe(g => !g.GetProperty("returns").GetProperty("hidden").GetBoolean(), "a township's are large enough");
        (await Groups(Actors.Centre, "430203001001", "[CATEGORY]", fields)).ShouldAllBe(g => !g.GetProperty("returns").GetProperty("hidden").GetBoolean(), "who reads the cases knows");
    }

    [Theory]
    [InlineData(Role.CountyGovernment, "430203")]
    [InlineData(Role.CityGovernanceOffice, "4302")]
    public async Task Who_reads_escalated_cases_only_reads_of_the_others_aggregates(Role role, string organ)
    {
        foreach (var i in Enumerable.Range(0, 9))
            Put($"case-{i}", i < 7 ? "Q01" : "W03", f => f);
        (await Groups(Actors.Of(role, organ), "430203001001", "[CATEGORY]", "returns { hidden }")).ShouldAllBe(g => g.GetProperty("returns").GetProperty("hidden").GetBoolean());
    }

    [Fact]
    public async Task A_small_numerator_is_hidden_too_and_so_is_one_that_leaves_few()
    {
        foreach (var i in Enumerable.Range(0, 30))
        {
            var first = i == 0;
            Put($"case-{i}", i < 7 ? "W03" : "Q01", f => f with { Returns = first ? 1 : 0, OnTime = i != 1, Urges = first ? 1 : 0, Reworks = i is < 5 or > 25 ? 1 : 0, WorkMinutes = first || i > 9 ? 60 : null, ElapsedMinutes = first || i > 9 ? 90 : null });
        }

        const string fields = "category returns { value numerator denominator hidden } onTime { hidden } reopening { hidden numerator } reworks { hidden } urges handlingTime { count }";
        var groups = await Groups(Actors.CountyWall, "430203001001", "[CATEGORY]", fields);
        groups.Count.ShouldBe(2);
        var sensitive = groups.Single(g => g.GetProperty("category").GetString() == "W03");
        sensitive.GetProperty("returns").ToString().ShouldBe("""{"value":null,"numerator":null,"denominator":null,"hidden":true}""", "one of seven");
        sensitive.GetProperty("onTime").GetProperty("hidden").GetBoolean().ShouldBeTrue("all but one");
        sensitive.GetProperty("reworks").GetProperty("hidden").GetBoolean().ShouldBeTrue("all but two");
        sensitive.GetProperty("reopening").ToString().ShouldBe("""{"hidden":false,"numerator":0}""", "none is not few");
        (sensitive.GetProperty("urges").ValueKind, sensitive.GetProperty("handlingTime").ValueKind).ShouldBe((JsonValueKind.Null, JsonValueKind.Null));
        (await Groups(Actors.Centre, "430203001001", "[CATEGORY]", fields)).ShouldAllBe(g => !g.GetProperty("returns").GetProperty("hidden").GetBoolean(), "who reads the cases knows");
    }

    [Theory]
    [InlineData("430203001001", "[CATEGORY]", true)]
    [InlineData("430203001", "[COMMUNITY, CATEGORY]", true)]
    [InlineData("430203001", "[CATEGORY]", false)]
    [InlineData("430203001001", "[MONTH]", false)]
    public async Task Categories_of_few_people_are_told_to_readers_of_aggregates_by_whole_months(string unit, string by, bool refused)
    {
        const string days = """period: { from: "2026-02-01", to: "2026-02-27" }""";
        var query = $$"""{ unit(code: "{{unit}}") { indicators({{days}}, by: {{by}}) { groups { nodes { category } } } } }""";
        var answer = await _hub.Ask(Actors.CountyWall, query);
        if (refused)
            answer.Code().ShouldBe("INVALID_INPUT");
        else
            answer.TryGetProperty("errors", out _).ShouldBeFalse();
        await Groups(Actors.Centre, unit, by, "category", days);
        await Groups(Actors.CountyWall, unit, by, "category", """period: { from: "2026-02-01", to: "2026-03-31" }""");
    }

    [Fact]
    public async Task However_many_groups_the_index_is_asked_once_for_each_kind_of_figure()
    {
        foreach (var i in Enumerable.Range(0, 6))
            Put($"case-{i}", "Q01", f => f, UnitCode.Parse($"43020300100{1 + (i % 3)}001"));
        (await Groups(Actors.Leader, "430203001", "[COMMUNITY]", "unit { code } onTime { numerator denominator } handlingTime { count } loadBalance { most grids unbalanced ratio { value numerator denominator parameter } }")).Count.ShouldBeGreaterThan(1);
        _hub.Index.Indicators.Calls.Order().ShouldBe(["Counts", "Loads", "Times"]);
    }

    [Fact]
    public async Task An_agency_reads_its_own_indicators_and_no_other_agencys()
    {
        await Closed("a");
        var own = (await _hub.Data(Actors.Agency, """{ agency(code: "430203001-D12") { indicators(period: { year: 2026 }) { total { unit { code } organ { code } acceptance { percent rule } response { percent rule } } } } }"""))
            .GetProperty("agency").GetProperty("indicators").GetProperty("total");
        own.ToString().ShouldBe("""{"unit":null,"organ":{"code":"430203001-D12"},"acceptance":{"percent":"100.0","rule":"A023"},"response":{"percent":"100.0","rule":"G050"}}""");
        Put("case-other", "Q01", f => f with { Lead = OrganCode.Parse("430203001-D20") });
        (await Groups(Actors.Agency, "430203001", "[AGENCY]", "organ { code }", "period: { year: 2026 }")).Select(g => g.GetProperty("organ").GetProperty("code").GetString()).ShouldBe(["430203001-D12"]);
    }

    [Theory]
    [InlineData("{ }")]
    [InlineData("{ year: 1999 }")]
    [InlineData("{ year: 2026, month: 13 }")]
    [InlineData("{ year: 2026, quarter: 5 }")]
    [InlineData("{ year: 2026, quarter: 1, month: 1 }")]
    [InlineData("{ month: 3 }")]
    [InlineData("{ from: \"2026-01-01\" }")]
    [InlineData("{ from: \"2026-02-01\", to: \"2026-01-01\" }")]
    [InlineData("{ from: \"2016-02-01\", to: \"2026-01-01\" }")]
    [InlineData("{ year: 2026, from: \"2026-02-01\", to: \"2026-03-01\" }")]
    public async Task A_period_that_is_none_is_refused(string period) =>
        (await _hub.Ask(Actors.Leader, $$"""{ unit(code: "430203001") { indicators(period: {{period}}) { from } } }""")).Code().ShouldBe("INVALID_INPUT");

    [Theory]
    [InlineData("{ year: 2026 }", "2026-01-01", "2026-12-31")]
    [InlineData("{ year: 2026, quarter: 2 }", "2026-04-01", "2026-06-30")]
    [InlineData("{ year: 2024, month: 2 }", "2024-02-01", "2024-02-29")]
    [InlineData("{ from: \"2026-02-03\", to: \"2026-02-03\" }", "2026-02-03", "2026-02-03")]
    public async Task A_period_is_whole_days(string period, string from, string to) =>
        (await _hub.Data(Actors.Leader, $$"""{ unit(code: "430203001") { indicators(period: {{period}}) { from to } } }""")).GetProperty("unit").GetProperty("indicators").ToString()
            .ShouldBe($$"""{"from":"{{from}}","to":"{{to}}"}""");

    [Theory]
    [InlineData("[GRID, COMMUNITY]")]
    [InlineData("[MONTH, MONTH]")]
    [InlineData("[AGENCY, CATEGORY]")]
    [InlineData("[GRID, CATEGORY, MONTH]")]
    public async Task Dimensions_that_do_not_go_together_are_refused(string by) =>
        (await _hub.Ask(Actors.Leader, $$"""{ unit(code: "430203001") { indicators({{Month}}, by: {{by}}) { from } } }""")).Code().ShouldBe("INVALID_INPUT");

    private void Put(string key, string category, Func<CycleFacts, CycleFacts> change, UnitCode? grid = null)
    {
        var place = grid is { } g ? Place with { Grid = g, Community = g.At(UnitLevel.Community) } : Place;
        _hub.Index.Indicators.Put(key, new CycleRow(place, category, change(new CycleFacts { Cycle = 1, StartedDay = Day, DueAt = LocalDay.End(Day), OnTime = true, ClosedDay = Day })));
    }

    private async Task<string> Closed(string command)
    {
        var id = await Subjects.Given.Case(_hub, command);
        foreach (var (by, step, fields) in new (Actor, string, string)[]
        {
            (Actors.Centre, "acceptCase", ""), (Actors.Centre, "triageCase", "class: CLEAR_OWNER"), (Actors.Centre, "dispatchCase", """parties: [{ organ: "430203001-D12", part: LEAD }]"""),
            (Actors.Agency, "acceptDispatch", ""), (Actors.Agency, "feedBackCase", """result: "已办" """), (Actors.Centre, "verifyCase", "evidenceViewed: true"), (Actors.Centre, "closeCase", ""),
        })
            (await _hub.Step(by, step, id, fields, $"{command}-{step}")).Stage();
        return id;
    }

    private async Task<JsonElement> Total(Actor actor, string fields, string period = Month) =>
        (await _hub.Data(actor, $$"""{ unit(code: "430203001") { indicators({{period}}) { total { {{fields}} } } } }""")).GetProperty("unit").GetProperty("indicators").GetProperty("total");

    private async Task<List<JsonElement>> Groups(Actor actor, string unit, string by, string fields, string period = Month) =>
        [.. (await _hub.Data(actor, $$"""{ unit(code: "{{unit}}") { indicators({{period}}, by: {{by}}) { groups { nodes { {{fields}} } } } } }"""))
            .GetProperty("unit").GetProperty("indicators").GetProperty("groups").GetProperty("nodes").EnumerateArray()];
}
