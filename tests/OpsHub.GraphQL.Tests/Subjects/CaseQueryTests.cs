using System.Text.Json;

namespace OpsHub.GraphQL.Tests.Subjects;

public sealed class CaseQueryTests : IAsyncLifetime
{
    private readonly TestHub _hub = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact]
    public async Task A_case_tells_all_about_itself()
    {
        var id = await Given.Case(_hub);
        await _hub.Dispatched(id);
        var found = (await _hub.Data(Actors.Leader, """
            query($id: ID!) { case(id: $id) { id number version stage kind category { code name kind firstResponseWorkingHours defaultDepartment } title text priority channel
              grid { code } community { code } township { code } county { code } firstAsked { code } holder { code } holderSince triageClass lead { code name } assists { code }
              returns reworks reportedAt closedAt result onTime dueAt overdue
              terms { id name holder { code } openedAt dueAt doneAt late provisional rule clause basis parameter fired zh: explain(language: ZH) en: explain(language: EN) }
              trace { edges { cursor } nodes { sequence at occurredAt principal role organ { code } event from to reason rule clause hash previousHash } pageInfo { hasNextPage } } moves } }
            """, new { id })).GetProperty("case");
        found.GetProperty("stage").GetString().ShouldBe("DISPATCHED");
        found.GetProperty("lead").GetProperty("name").GetString().ShouldBe("贺家土综合执法中队");
        found.GetProperty("triageClass").GetString().ShouldBe("CLEAR_OWNER");
        var terms = found.GetProperty("terms").EnumerateArray().ToList();
        terms.Count.ShouldBeGreaterThan(2);
        terms[0].GetProperty("basis").GetString().ShouldBe("ASSUMED");
        terms[0].GetProperty("zh").GetString()!.ShouldContain("受理");
        terms[0].GetProperty("en").GetString().ShouldNotBe(terms[0].GetProperty("zh").GetString());
        var trace = found.GetProperty("trace").GetProperty("nodes").EnumerateArray().ToList();
        trace.Select(e => e.GetProperty("sequence").GetInt32()).ShouldBe([1, 2, 3, 4]);
        trace[1].GetProperty("previousHash").GetString().ShouldBe(trace[0].GetProperty("hash").GetString());
        trace[3].GetProperty("to").GetString().ShouldBe("DISPATCHED");
    }

    [Fact]
    public async Task A_case_is_found_by_id_by_number_and_as_a_node()
    {
        var id = await Given.Case(_hub);
        var data = await _hub.Data(Actors.Leader, """query($id: ID!) { case(id: $id) { number } node(id: $id) { ... on Case { title } } }""", new { id });
        data.GetProperty("node").GetProperty("title").GetString().ShouldBe("井盖缺损 report-1");
        var number = data.GetProperty("case").GetProperty("number").GetString();
        (await _hub.Data(Actors.Leader, """query($n: String!) { case(number: $n) { id } }""", new { n = number })).GetProperty("case").GetProperty("id").GetString().ShouldBe(id);
        (await _hub.Ask(Actors.Leader, "{ case { id } }")).Code().ShouldBe("INVALID_INPUT");
    }

    [Fact]
    public async Task Whoever_verifies_can_read_the_evidence_and_the_hotline_finds_its_own_ticket()
    {
        const string report = """
            mutation { reportCase(input: { commandId: "r", grid: "430203001001001", kind: COMPONENT, category: "Q01-01", title: "t", channel: HOTLINE_12345,
              source: { system: "12345", number: "T-1" } }) { caseId errors { code } } }
            """;
        var hotline = Actors.Of(OpsHub.Domain.Accounts.Role.Hotline, "4302");
        var id = (await _hub.Data(hotline, report)).GetProperty("reportCase").GetProperty("caseId").GetString()!;
        await _hub.Step(Actors.Centre, "acceptCase", id);
        await _hub.Step(Actors.Centre, "triageCase", id, "class: CLEAR_OWNER, enforcement: true");
        await _hub.Step(Actors.Centre, "dispatchCase", id, """parties: [{ organ: "430203001-D12", part: LEAD }]""");
        await _hub.Step(Actors.Agency, "acceptDispatch", id);
        _hub.Time.Advance(TimeSpan.FromMinutes(5));
        await _hub.Step(Actors.Agency, "feedBackCase", id, """result: "已更换", evidence: ["photo/1", "photo/2"] """);
        const string ticket = """{ case(source: { system: "12345", number: "T-1" }) { id evidence enforcement emergency dispatcher { code } source { system number } changedAt } }""";
        (await _hub.Data(Actors.Centre, ticket)).GetProperty("case").ToString().ShouldBe($$"""
            {"id":"{{id}}","evidence":["photo/1","photo/2"],"enforcement":true,"emergency":true,"dispatcher":{"code":"430203001"},"source":{"system":"12345","number":"T-1"},"changedAt":"2026-03-02T09:05:00+08:00"}
            """.Trim());
        (await _hub.Data(hotline, ticket)).GetProperty("case").ValueKind.ShouldBe(JsonValueKind.Object);
        (await _hub.Data(Actors.OtherCentre, ticket)).GetProperty("case").ValueKind.ShouldBe(JsonValueKind.Null);
        (await _hub.Ask(Actors.Centre, """{ case(number: "1", source: { system: "12345", number: "T-1" }) { id } }""")).Code().ShouldBe("INVALID_INPUT");
    }

    [Fact]
    public async Task A_case_that_is_named_many_times_is_loaded_once()
    {
        var id = await Given.Case(_hub);
        _hub.Grains.Calls.Clear();
        await _hub.Data(Actors.Leader, """query($id: ID!) { case(id: $id) { title } node(id: $id) { id } nodes(ids: [$id, $id]) { id ... on Case { text } } }""", new { id });
        _hub.Grains.Calls.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("{}", 3)]
    [InlineData("{ emergency: true }", 1)]
    [InlineData("{ emergency: false }", 2)]
    [InlineData("{ priority: URGENT }", 0)]
    [InlineData("{ urged: true }", 0)]
    [InlineData("{ urged: false }", 3)]
    [InlineData("""{ reportedFrom: "2026-03-02T10:00:00+08:00" }""", 2)]
    [InlineData("""{ reportedTo: "2026-03-02T10:00:00+08:00" }""", 1)]
    [InlineData("""{ changedSince: "2026-03-02T10:00:00+08:00" }""", 3)]
    [InlineData("""{ dueFrom: "2026-03-02T00:00:00+08:00", dueTo: "2026-03-03T00:00:00+08:00", openOnly: true }""", 1)] // the emergency
    [InlineData("""{ dueFrom: "2026-03-03T00:00:00+08:00", dueTo: "2026-03-10T00:00:00+08:00" }""", 2)]
    [InlineData("""{ dueFrom: "2026-03-03T00:00:00+08:00" }""", 2)]
    [InlineData("""{ dueTo: "2026-03-03T00:00:00+08:00", overdue: true }""", 0)]
    public async Task A_leader_lists_emergencies_and_what_is_due_today(string filter, int count)
    {
        var first = await Given.Case(_hub);
        _hub.Time.Advance(TimeSpan.FromHours(1));
        await Given.Case(_hub, "plain", category: "W03-01");
        await Given.Case(_hub, "plain-2", category: "W03-01");
        await _hub.Step(Actors.Centre, "acceptCase", first);
        (await _hub.Data(Actors.Leader, $$"""{ cases(filter: {{filter}}) { totalCount nodes { emergency changedAt } } }""")).GetProperty("cases").GetProperty("totalCount").GetInt32().ShouldBe(count);
    }

    [Fact]
    public async Task A_filters_unit_lies_within_the_unit_asked_by_the_parents_in_force()
    {
        await Given.Case(_hub);
        _hub.Directory.Move("430203001001", "430202");
        (await _hub.Data(Actors.Auditor, """{ unit(code: "430202") { cases(filter: { unit: "430203001001" }) { totalCount } } }"""))
            .GetProperty("unit").GetProperty("cases").GetProperty("totalCount").GetInt32().ShouldBe(1);
        (await _hub.Data(Actors.Auditor, """{ unit(code: "430203") { cases(filter: { unit: "430203001001" }) { totalCount } } }"""))
            .GetProperty("unit").GetProperty("cases").GetProperty("totalCount").GetInt32().ShouldBe(0);
    }

    [Theory]
    [InlineData("CLEAR_OWNER", "supervisor", "coordinator")]
    [InlineData("CROSS_DEPARTMENT", "coordinator", "supervisor")]
    public async Task A_case_lies_where_lists_show_it_and_in_the_past_where_it_lay(string @class, string role, string other)
    {
        var id = await Given.Case(_hub);
        await _hub.Step(Actors.Centre, "acceptCase", id);
        await _hub.Step(Actors.Centre, "triageCase", id, $"class: {@class}");
        var at = _hub.Clock.Now;
        var fields = $"grid {{ code }} community {{ code }} township {{ code }} county {{ code }} {role} {{ code }} {other} {{ code }}";
        _hub.Time.Advance(TimeSpan.FromHours(1));
        _hub.Directory.Move("430203001001", "430203002");
        Assert(await Read(""), "430203002");
        Assert(await Read($", at: \"{at:O}\""), "430203001");

        async Task<JsonElement> Read(string then) => (await _hub.Data(Actors.Auditor, $"{{ case(id: \"{id}\"{then}) {{ {fields} }} }}")).GetProperty("case");

        void Assert(JsonElement found, string township)
        {
            found.GetProperty("community").GetProperty("code").GetString().ShouldBe("430203001001");
            found.GetProperty("township").GetProperty("code").GetString().ShouldBe(township);
            found.GetProperty(role).GetProperty("code").GetString().ShouldBe(township);
            found.GetProperty(other).ValueKind.ShouldBe(JsonValueKind.Null);
        }
    }

    [Fact]
    public async Task Deadlines_are_narrowed_to_a_holder()
    {
        await Given.Case(_hub);
        async Task<int> Of(string holder) => (await _hub.Data(Actors.Leader, $$"""{ unit(code: "430203001") { deadlines(holder: "{{holder}}") { nodes { case { id } } } } }"""))
            .GetProperty("unit").GetProperty("deadlines").GetProperty("nodes").GetArrayLength();
        (await Of("430203001001")).ShouldBe(1);
        (await Of("430203001-D12")).ShouldBe(0);
        (await _hub.Ask(Actors.Leader, """{ unit(code: "430203001") { deadlines(holder: "x") { nodes { case { id } } } } }""")).Code().ShouldBe("INVALID_INPUT");
    }

    [Fact]
    public async Task A_list_that_asks_for_no_more_than_the_index_has_wakes_no_grain()
    {
        for (var i = 0; i < 5; i++)
            await Given.Case(_hub, $"c{i}");
        _hub.Grains.Calls.Clear();
        var data = await _hub.Data(Actors.Leader, "{ cases(first: 3) { nodes { id number stage title holder { name } dueAt overdue township { name } category { name } } totalCount asOf pageInfo { hasNextPage } } }");
        data.GetProperty("cases").GetProperty("nodes").GetArrayLength().ShouldBe(3);
        data.GetProperty("cases").GetProperty("totalCount").GetInt32().ShouldBe(5);
        _hub.Grains.Calls.ShouldBeEmpty();
        _hub.Index.Calls.ShouldBe(["Cases", "CountCases"]);
    }

    [Fact]
    public async Task A_list_that_asks_for_more_than_the_index_has_reads_the_stored_cases_in_one_question_and_wakes_no_grain()
    {
        for (var i = 0; i < 5; i++)
            await Given.Case(_hub, $"c{i}");
        _hub.Grains.Calls.Clear();
        var data = await _hub.Data(Actors.Leader, """
            { a: cases { nodes { text version terms { id dueAt } moves nextMoves { mutation inputs { name } } candidates { organ { code } } waits { until } meetings { heldAt } urges { level } parts { result } }
                edges { node { version channel kind rulesVersion } } } }
            """);
        data.GetProperty("a").GetProperty("nodes").EnumerateArray().ShouldAllBe(n => n.GetProperty("terms")[0].GetProperty("id").GetString() == "acceptance");
        _hub.Past.Asked.ShouldBe([5]);
        data = await _hub.Data(Actors.Centre, """
            { cases { nodes { number history { sequence event } trace(last: 1) { nodes { event } } } }
              unit(code: "430203001") { deadlines { nodes { case { number version } term { id dueAt } } } } }
            """);
        data.GetProperty("cases").GetProperty("nodes").EnumerateArray().ShouldAllBe(n => n.GetProperty("history")[0].GetProperty("event").GetString() == "CaseReported"
            && n.GetProperty("trace").GetProperty("nodes")[0].GetProperty("event").GetString() == "CaseReported");
        data.GetProperty("unit").GetProperty("deadlines").GetProperty("nodes").EnumerateArray().ShouldAllBe(n => n.GetProperty("term").GetProperty("id").GetString() == "acceptance");
        _hub.Past.Asked.ShouldAllBe(keys => keys == 5, "whole pages, never a question for one case");
        _hub.Past.Asked.Count.ShouldBeLessThanOrEqualTo(5, "at most once for each wave of the query");
        _hub.Grains.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_list_shows_of_a_case_is_as_new_as_the_last_reply()
    {
        var id = await Given.Case(_hub);
        var version = (await _hub.Step(Actors.Centre, "acceptCase", id)).GetProperty("version").GetString();
        var listed = (await _hub.Data(Actors.Centre, "{ cases { nodes { id version stage moves } } }")).GetProperty("cases").GetProperty("nodes")[0];
        (listed.GetProperty("version").GetString(), listed.GetProperty("stage").GetString()).ShouldBe((version, "ACCEPTED"));
        listed.GetProperty("moves").EnumerateArray().Select(m => m.GetString()).ShouldContain("triageCase");
    }

    [Fact]
    public async Task A_case_that_the_index_still_shows_is_left_out_where_its_state_says_that_the_actor_may_not_read_it()
    {
        var id = await Given.Case(_hub);
        var row = _hub.Index.Find(Relay.GlobalId.ReadCase(id)!)!;
        _hub.Index.Put(row with { Lead = Actors.Agency.Organ });
        (await _hub.Data(Actors.Agency, "{ cases { nodes { number } } }")).GetProperty("cases").GetProperty("nodes").GetArrayLength().ShouldBe(1, "the index alone");
        (await _hub.Data(Actors.Agency, "{ cases { nodes { text } } }")).GetProperty("cases").GetProperty("nodes").GetArrayLength().ShouldBe(0);
        (await _hub.Ask(Actors.Agency, "{ cases { edges { node { text } } } }")).Code().ShouldBe("NOT_FOUND");
    }

    [Fact]
    public async Task Notices_show_their_cases_from_storage()
    {
        await Given.Case(_hub, "c1");
        await Given.Case(_hub, "c2");
        var keys = (await _hub.Data(Actors.Centre, "{ cases { nodes { id } } }")).GetProperty("cases").GetProperty("nodes").EnumerateArray().Select(n => Relay.GlobalId.ReadCase(n.GetProperty("id").GetString()!)!).ToList();
        foreach (var (key, n) in keys.Select((k, i) => (k, i)))
            _hub.Notices.Put("430203001", $"k{n}", n + 1, key);
        _hub.Grains.Calls.Clear();
        var told = (await _hub.Data(Actors.Centre, "{ viewer { notices { nodes { case { number terms { id } } } } } }")).GetProperty("viewer").GetProperty("notices").GetProperty("nodes");
        told.EnumerateArray().ShouldAllBe(n => n.GetProperty("case").GetProperty("terms").GetArrayLength() > 0);
        _hub.Grains.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Filters_hold_together()
    {
        await Given.Case(_hub, "one");
        var other = await Given.Case(_hub, "two", grid: "430203001002001", category: "W03-01");
        await _hub.Dispatched(other);
        async Task<int> Count(string filter) => (await _hub.Data(Actors.County, $$"""{ cases(filter: {{filter}}) { totalCount } }""")).GetProperty("cases").GetProperty("totalCount").GetInt32();
        (await Count("{}")).ShouldBe(2);
        (await Count("""{ unit: "430203001002" }""")).ShouldBe(1);
        (await Count("""{ unit: "430202" }""")).ShouldBe(0, "another county's cases aren't this actor's");
        (await Count("""{ stages: [DISPATCHED, CLOSED] }""")).ShouldBe(1);
        (await Count("""{ stages: [] }""")).ShouldBe(2);
        (await Count("""{ party: "430203001-D12", openOnly: true }""")).ShouldBe(1);
        (await Count("""{ category: "W03" }""")).ShouldBe(1);
        (await Count("""{ text: "one" }""")).ShouldBe(1);
        (await Count("{ overdue: true }")).ShouldBe(0);
        (await Count("{ overdue: false }")).ShouldBe(2);
        _hub.Time.Advance(TimeSpan.FromDays(14));
        (await Count("{ overdue: true }")).ShouldBe(2);
    }

    [Fact]
    public async Task The_trace_pages_both_ways()
    {
        var id = await Given.Case(_hub);
        await _hub.Dispatched(id);
        async Task<JsonElement> Page(string arguments) => (await _hub.Data(Actors.Leader,
            $$"""{ case(id: "{{id}}") { trace({{arguments}}) { nodes { sequence } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }""")).GetProperty("case").GetProperty("trace");
        static string Told(JsonElement page) => string.Join(",", page.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("sequence").GetInt32()))
            + $" {page.GetProperty("pageInfo").GetProperty("hasPreviousPage").GetBoolean()} {page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean()}";
        var first = await Page("first: 2");
        Told(first).ShouldBe("1,2 False True");
        Told(await Page($"first: 5, after: \"{first.GetProperty("pageInfo").GetProperty("endCursor").GetString()}\"")).ShouldBe("3,4 True False");
        var last = await Page("last: 1");
        Told(last).ShouldBe("4 True False");
        Told(await Page($"last: 2, before: \"{last.GetProperty("pageInfo").GetProperty("startCursor").GetString()}\"")).ShouldBe("2,3 True True");
    }

    [Fact]
    public async Task An_agency_shows_its_own_cases_and_figures()
    {
        var id = await Given.Case(_hub);
        await _hub.Dispatched(id);
        var agency = (await _hub.Data(Actors.Agency, """
            { agency(code: "430203001-D12") { id code name department { code name nameEn } host { name } served { code } generated summary { code name open unit { code } }
              cases { nodes { id } } deadlines { nodes { case { id } } } } }
            """)).GetProperty("agency");
        agency.GetProperty("department").GetProperty("nameEn").GetString().ShouldBe("Urban Management Bureau");
        agency.GetProperty("cases").GetProperty("nodes")[0].GetProperty("id").GetString().ShouldBe(id);
        agency.GetProperty("deadlines").GetProperty("nodes")[0].GetProperty("case").GetProperty("id").GetString().ShouldBe(id);
        agency.GetProperty("summary").GetProperty("unit").GetProperty("code").GetString().ShouldBe("430203001");
    }
}
