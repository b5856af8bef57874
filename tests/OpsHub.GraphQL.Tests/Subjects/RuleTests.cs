using System.Text.Json;
using OpsHub.Domain.Accounts;

namespace OpsHub.GraphQL.Tests.Subjects;

/// <summary>Rules as data through the API: who changes them, what is told of them, typed errors.</summary>
public sealed class RuleTests : IAsyncLifetime
{
    private const string Errors = "errors { __typename code rule field message messageEn }";

    private static readonly Actor Office = Actors.Of(Role.CityGovernanceOffice, "4302");

    private readonly TestHub _hub = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact]
    public async Task The_city_adds_a_category_and_the_list_shows_it_with_its_version()
    {
        var payload = await Do(Office, "addCategory", """code: "Q15", name: "新增", nameEn: "New" """);
        payload.GetProperty("errors").GetArrayLength().ShouldBe(0, payload.ToString());
        payload.GetProperty("change").GetProperty("version").GetInt32().ShouldBe(2);

        var found = await _hub.Data(Actors.GridWorker, """{ categories { code version ownerBasis retired } }""");
        found.GetProperty("categories").EnumerateArray().Single(c => c.GetProperty("code").GetString() == "Q15").GetProperty("version").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task A_county_that_adds_a_top_level_code_is_told_that_it_may_not_G010()
    {
        var payload = await Do(Actors.County, "addCategory", """code: "Q15", name: "新增", nameEn: "New" """);

        var error = payload.GetProperty("errors")[0];
        (error.GetProperty("__typename").GetString(), error.GetProperty("rule").GetString()).ShouldBe(("NotAllowedError", "G010"));
        payload.GetProperty("change").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_county_adds_a_sub_code_of_its_own_and_sees_it_in_its_rules()
    {
        (await Do(Actors.County, "addCategory", """code: "Q01-430203-01", parent: "Q01", name: "古窑", nameEn: "Kilns" """)).GetProperty("errors").GetArrayLength().ShouldBe(0);

        var found = await _hub.Data(Actors.County, """{ rules(county: "430203") { version categories { code county } } }""");
        found.GetProperty("rules").GetProperty("version").GetInt32().ShouldBe(2);
        found.GetProperty("rules").GetProperty("categories").EnumerateArray().ShouldContain(c => c.GetProperty("county").GetString() == "430203");
    }

    [Fact]
    public async Task Limits_are_set_and_shown_with_what_they_rest_on_now_and_on_another_day()
    {
        await Do(Office, "changeLimits", """effectiveFrom: "2026-03-05", limits: [{ step: HANDLING, priority: ORDINARY, amount: 4, unit: WORKING_DAYS, source: "手册第3条" }]""");

        (await Handling("")).ShouldBe((3, "ASSUMED", null));
        (await Handling("""(on: "2026-03-05")""")).ShouldBe((4, "TEXT", "手册第3条"));
        var changes = await _hub.Data(Actors.Leader, "{ ruleChanges(announced: true) { nodes { version inForce kind reason by { code } limits { step amount source } } } }");
        var change = changes.GetProperty("ruleChanges").GetProperty("nodes")[0];
        (change.GetProperty("inForce").GetBoolean(), change.GetProperty("kind").GetString(), change.GetProperty("reason").GetString()).ShouldBe((false, "LimitsSet", "测试"));
    }

    [Fact]
    public async Task A_category_shows_its_limit_with_the_source_that_was_named_for_it()
    {
        const string shown = """{ categories { code limit limitUnit limitBasis limitSource } }""";
        await Do(Office, "changeLimits", """limits: [{ step: HANDLING, category: "Q01-01", amount: 2, unit: WORKING_DAYS, source: "手册第3条" }]""");
        (await _hub.Data(Actors.GridWorker, shown)).GetProperty("categories").EnumerateArray().Single(c => c.GetProperty("code").GetString() == "Q01-01").ToString()
            .ShouldBe("""{"code":"Q01-01","limit":2,"limitUnit":"WORKING_DAYS","limitBasis":"TEXT","limitSource":"手册第3条"}""");
    }

    [Fact]
    public async Task A_parameter_is_set_by_a_county_for_itself()
    {
        await Do(Actors.County, "changeParameter", """county: "430203", name: "MaxReturns", value: "3" """);

        (await MaxReturns("")).ShouldBe("2");
        (await MaxReturns("""(county: "430203")""")).ShouldBe("3");
        (await Do(Actors.County, "changeParameter", """name: "MaxReturns", value: "3" """)).GetProperty("errors")[0].GetProperty("__typename").GetString().ShouldBe("NotAllowedError");
        (await Do(Office, "changeParameter", """name: "MaxReturns", value: "many" """)).GetProperty("errors")[0].GetProperty("field").GetString().ShouldBe("value");
    }

    [Fact]
    public async Task A_calendar_is_loaded_and_then_amended()
    {
        const string days = """days: [{ date: "2027-01-01", kind: HOLIDAY, name: "元旦", notice: "某号" }]""";
        (await Do(Office, "loadCalendar", "year: 2027, " + days)).GetProperty("change").GetProperty("year").GetInt32().ShouldBe(2027);
        (await Do(Office, "loadCalendar", "year: 2027, " + days)).GetProperty("errors")[0].GetProperty("__typename").GetString().ShouldBe("RuleRefusedError");
        (await Do(Actors.Administrator, "amendCalendar", "year: 2027, days: []")).GetProperty("errors").GetArrayLength().ShouldBe(0);
        (await Do(Actors.County, "amendCalendar", "year: 2027, days: []")).GetProperty("errors")[0].GetProperty("__typename").GetString().ShouldBe("NotAllowedError");

        (await _hub.Data(Actors.Leader, "{ rules { calendarVersion calendarYears } }")).GetProperty("rules").GetProperty("calendarVersion").GetInt32().ShouldBe(3);
    }

    [Fact]
    public async Task A_closure_is_told_by_explain_to_its_county_only()
    {
        var payload = await Do(Actors.County, "addLocalClosure", """county: "430203", first: "2026-03-03", last: "2026-03-03" """, reason: "台风");
        payload.GetProperty("errors").GetArrayLength().ShouldBe(0, payload.ToString());

        (await Explain(Actors.Leader, """date: "2026-03-03", county: "430203" """)).GetProperty("text").GetString()!.ShouldContain("临时停工（台风");
        (await Explain(Actors.Leader, """date: "2026-03-03" """)).GetProperty("text").GetString()!.ShouldContain("是工作日");
        (await Do(Actors.County, "endLocalClosure", """county: "430203", closure: 2, lastDay: "2026-03-02" """)).GetProperty("errors").GetArrayLength().ShouldBe(0);
        (await Explain(Actors.Leader, """date: "2026-03-03", county: "430203" """)).GetProperty("text").GetString()!.ShouldNotContain("不是工作日");
    }

    [Fact]
    public async Task The_same_command_again_gives_the_first_change()
    {
        (await Do(Office, "changeParameter", """name: "MaxReturns", value: "3" """, id: "same")).GetProperty("change").GetProperty("version").GetInt32().ShouldBe(2);
        (await Do(Office, "changeParameter", """name: "MaxReturns", value: "3" """, id: "same")).GetProperty("change").GetProperty("version").GetInt32().ShouldBe(2);
    }

    [Theory]
    [InlineData("""refusal: "ONE_LEAD" """, "派单须恰有一个牵头单位")]
    [InlineData("""mark: "provisional" """, "暂定")]
    [InlineData("""counter: "overdue" """, "最近一个期限已过")]
    [InlineData("""rule: "G046" """, "明确一个牵头单位")]
    public async Task A_refusal_a_mark_a_counter_and_a_rule_explain_themselves(string what, string text) =>
        (await Explain(Actors.Leader, what)).GetProperty("text").GetString()!.ShouldContain(text);

    [Fact]
    public async Task An_explanation_brings_the_clause_and_comes_in_english_on_request()
    {
        var found = await Explain(Actors.Leader, """refusal: "ONE_LEAD", language: EN""");
        found.GetProperty("text").GetString().ShouldBe("A dispatch names exactly one lead.");
        found.GetProperty("rules")[0].GetProperty("clause").GetString().ShouldBe("三(五)");
        (await _hub.Data(Actors.Leader, """{ rule(id: "G046") { quote } }""")).GetProperty("rule").GetProperty("quote").GetString().ShouldBe("明确一个牵头单位");
    }

    [Fact]
    public async Task A_term_is_explained_to_those_who_may_read_its_case()
    {
        var id = await Given.Case(_hub);

        (await Explain(Actors.Centre, $"""case: "{id}", term: "acceptance" """)).GetProperty("text").GetString()!.ShouldContain("受理");
        (await _hub.Data(Actors.OtherCentre, $$"""{ explain(case: "{{id}}", term: "acceptance") { text } }""")).GetProperty("explain").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Theory]
    [InlineData("")]
    [InlineData("""(mark: "late", counter: "open")""")]
    public async Task Exactly_one_thing_is_explained(string what) => (await _hub.Ask(Actors.Leader, $"{{ explain{what} {{ text }} }}")).Code().ShouldBe("INVALID_INPUT");

    [Fact]
    public async Task A_wall_reads_no_rules_and_changes_none()
    {
        (await _hub.Ask(Actors.CityWall, "{ rules { version } }")).Code().ShouldBe("NOT_FOUND");
        (await _hub.Ask(Actors.CityWall, "{ ruleChanges { nodes { version } } }")).Code().ShouldBe("NOT_FOUND");
        (await Do(Actors.CityWall, "changeParameter", """name: "MaxReturns", value: "3" """)).GetProperty("errors")[0].GetProperty("__typename").GetString().ShouldBe("NotAllowedError");
    }

    [Fact]
    public async Task The_trace_of_the_rules_is_read_by_those_who_read_the_citys()
    {
        await _hub.Data(Actors.Auditor, "{ rulesTrace { nodes { event } } }");
        (await _hub.Ask(Actors.Leader, "{ rulesTrace { nodes { event } } }")).Code().ShouldBe("NOT_FOUND");
    }

    [Fact]
    public async Task Every_counter_of_a_summary_and_every_mark_has_its_words()
    {
        foreach (var (type, before) in new[] { ("UnitSummary", ""), ("ConsultationReading", "consultations.") })
        {
            var fields = (await _hub.Data(Actors.Leader, $$"""{ __type(name: "{{type}}") { fields { name type { name ofType { name } } } } }""")).GetProperty("__type").GetProperty("fields");
            var counters = fields.EnumerateArray().Where(f => f.GetProperty("type").ToString().Contains("\"Int\"", StringComparison.Ordinal)).Select(f => before + f.GetProperty("name").GetString()).ToList();
            counters.Count.ShouldBeGreaterThan(10);
            counters.ShouldBeSubsetOf(Domain.Rules.Notes.CounterNotes.All.Keys);
        }
    }

    private async Task<(int Amount, string Basis, string? Source)> Handling(string arguments)
    {
        var found = await _hub.Data(Actors.Leader, $"{{ rules{arguments} {{ limits {{ step priority amount basis source }} }} }}");
        var limit = found.GetProperty("rules").GetProperty("limits").EnumerateArray()
            .First(l => l.GetProperty("step").GetString() == "HANDLING" && l.GetProperty("priority").GetString() == "ORDINARY");
        return (limit.GetProperty("amount").GetInt32(), limit.GetProperty("basis").GetString()!, limit.GetProperty("source").GetString());
    }

    private async Task<string> MaxReturns(string arguments) =>
        (await _hub.Data(Actors.Leader, $"{{ rules{arguments} {{ parameters {{ name value basis }} }} }}")).GetProperty("rules").GetProperty("parameters").EnumerateArray()
            .Single(p => p.GetProperty("name").GetString() == "MaxReturns").GetProperty("value").GetString()!;

    private async Task<JsonElement> Explain(Actor actor, string what) =>
        (await _hub.Data(actor, $"{{ explain({what}) {{ subject text basis rules {{ ruleId clause }} }} }}")).GetProperty("explain");

    private async Task<JsonElement> Do(Actor actor, string mutation, string input, string? id = null, string reason = "测试") => (await _hub.Data(actor,
        $$"""mutation { {{mutation}}(input: { commandId: "{{id ?? Guid.NewGuid().ToString("N")}}", reason: "{{reason}}", {{input}} }) { change { version effectiveFrom kind year } {{Errors}} } }""")).GetProperty(mutation);
}
