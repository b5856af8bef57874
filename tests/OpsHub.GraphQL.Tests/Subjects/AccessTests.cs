using System.Text.Json;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.GraphQL.Tests.Subjects;

/// <summary>Rules part 4, Reads: what each role is told of units, cases and agencies.</summary>
public sealed class AccessTests : IAsyncLifetime
{
    private readonly TestHub _hub = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    // Status of: city, county, township, other township, community, grid. Then: detail of the case in the grid, status of the agency.
    [Theory]
    [InlineData(Role.Resident, "430203001001001", "......", false, false)]
    [InlineData(Role.GridWorker, "430203001001001", ".....G", true, false)]
    [InlineData(Role.GridWorker, "430203001002001", "......", false, false)]
    [InlineData(Role.CommunityCommittee, "430203001001", "....CG", true, false)]
    [InlineData(Role.TownshipGovernment, "430203001", "..T.CG", true, true)]
    [InlineData(Role.TownshipGovernanceCentre, "430203001", "..T.CG", true, true)]
    [InlineData(Role.TownshipGovernment, "430203002", "...O..", false, false)]
    [InlineData(Role.AgencyStaff, "430203001-D12", "..T...", true, true)]
    [InlineData(Role.AgencyStaff, "430203002-D12", "...O..", false, false)]
    [InlineData(Role.Department, "430203:D12", "......", false, true)]
    [InlineData(Role.CountyCommandCentre, "430203", ".KTOCG", true, true)]
    [InlineData(Role.CountyGovernment, "430203", ".KTOCG", false, true)]
    [InlineData(Role.CountyCommandCentre, "430202", "......", false, false)]
    [InlineData(Role.CityGovernanceOffice, "4302", "SKTOCG", false, true)]
    [InlineData(Role.WallKey, "4302", "SKTOCG", false, true)]
    [InlineData(Role.WallKey, "430203001", "..T.CG", false, true)]
    [InlineData(Role.Integrator, "430203", ".KTOCG", true, true)]
    [InlineData(Role.Hotline, "4302", "SKTOCG", true, true)]
    [InlineData(Role.Auditor, "4302", "SKTOCG", true, true)]
    [InlineData(Role.Scheduler, "4302", "SKTOCG", true, true)]
    [InlineData(Role.Administrator, "4302", "SKTOCG", false, true)]
    public async Task Each_role_sees_its_own_and_the_rest_is_not_there(Role role, string organ, string status, bool detail, bool agency)
    {
        var id = await Given.Case(_hub);
        await _hub.Dispatched(id);
        var actor = Actors.Of(role, organ);
        var seen = "";
        foreach (var (code, letter) in new[] { ("4302", 'S'), ("430203", 'K'), ("430203001", 'T'), ("430203002", 'O'), ("430203001001", 'C'), ("430203001001001", 'G') })
        {
            var answer = await _hub.Ask(actor, $$"""{ unit(code: "{{code}}") { summary { open } lateCases { caseId } recentEvents { position } holders { held } } }""");
            var isSeen = answer.GetProperty("data").GetProperty("unit").ValueKind == JsonValueKind.Object;
            if (!isSeen && answer.TryGetProperty("errors", out _))
                answer.Code().ShouldBe("NOT_FOUND");
            seen += isSeen ? letter : '.';
        }

        seen.ShouldBe(status);
        var found = await _hub.Data(actor, """query($id: ID!) { case(id: $id) { title text trace { nodes { event } } } node(id: $id) { id } cases { totalCount nodes { title } } }""", new { id });
        (found.GetProperty("case").ValueKind == JsonValueKind.Object).ShouldBe(detail);
        (found.GetProperty("node").ValueKind == JsonValueKind.Object).ShouldBe(detail);
        found.GetProperty("cases").GetProperty("nodes").GetArrayLength().ShouldBe(detail ? 1 : 0);
        found.GetProperty("cases").GetProperty("totalCount").GetInt32().ShouldBe(detail ? 1 : 0);
        (await _hub.Data(actor, """{ agency(code: "430203001-D12") { name summary { open } } }""")).GetProperty("agency").ValueKind.ShouldBe(agency ? JsonValueKind.Object : JsonValueKind.Null);
    }

    [Theory]
    [InlineData(Role.AgencyStaff, "430203001-D12", 0)]
    [InlineData(Role.TownshipGovernment, "430203001", 2)]
    [InlineData(Role.WallKey, "430203001", 2)]
    public async Task Who_sees_a_unit_sees_below_it_only_what_the_role_may(Role role, string organ, int children)
    {
        _hub.Unit("430203001").Set(Given.Figures(3), ("430203001001", Given.Figures(2)), ("430203001002", Given.Figures(1)));
        var unit = (await _hub.Data(Actors.Of(role, organ), """{ unit(code: "430203001") { summaries(level: COMMUNITY) { open } grids: summaries(level: GRID) { open } children { nodes { code } } } }""")).GetProperty("unit");
        unit.GetProperty("summaries").GetArrayLength().ShouldBe(children);
        unit.GetProperty("grids").GetArrayLength().ShouldBe(2 * children);
        unit.GetProperty("children").GetProperty("nodes").GetArrayLength().ShouldBe(children);
        await using var stream = await Listening.To(_hub, Actors.Of(role, organ), """subscription { unitSummary(code: "430203001") { summary { open } children { open } } }""");
        var message = await stream.Next();
        message.GetProperty("summary").GetProperty("open").GetInt32().ShouldBe(3);
        message.GetProperty("children").GetArrayLength().ShouldBe(children);
    }

    [Fact]
    public async Task Names_of_ancestors_are_told_and_their_figures_are_not()
    {
        var names = await _hub.Data(Actors.Leader, """{ unit(code: "430203001") { ancestors { name code } parent { parent { name } } } }""");
        names.GetProperty("unit").GetProperty("ancestors").GetArrayLength().ShouldBe(2);
        foreach (var field in new[] { "summary { open }", "summaries(level: TOWNSHIP) { open }", "children { nodes { name } }", "counts { grids }", "lateCases { caseId }", "nextDue { caseId }",
            "holders { held }", "recentEvents { position }", "history { open }", "dailyHistory { open }", "deadlines { nodes { case { id } } }", "cases { totalCount }", "agencies { nodes { code } }" })
        {
            var answer = await _hub.Ask(Actors.Leader, $$"""{ unit(code: "430203001") { parent { {{field}} } } }""");
            answer.Code().ShouldBe("NOT_FOUND", field);
            answer.GetProperty("data").GetProperty("unit").GetProperty("parent").ValueKind.ShouldBe(JsonValueKind.Null, field);
        }
    }

    // Part 4, column Trace: of the township and of its agency.
    [Theory]
    [InlineData(Role.TownshipGovernment, "430203001", true, true)]
    [InlineData(Role.TownshipGovernment, "430203002", false, false)]
    [InlineData(Role.CountyGovernment, "430203", true, true)]
    [InlineData(Role.CityGovernanceOffice, "4302", true, true)]
    [InlineData(Role.AgencyStaff, "430203001-D12", false, true)]
    [InlineData(Role.Department, "430203:D12", false, true)]
    [InlineData(Role.WallKey, "4302", false, false)]
    [InlineData(Role.Resident, "4302", false, false)]
    [InlineData(Role.Integrator, "430203", true, true)]
    [InlineData(Role.Administrator, "4302", true, true)]
    [InlineData(Role.Auditor, "4302", true, true)]
    public async Task Traces_of_units_and_agencies_are_read_by_those_of_the_matrix(Role role, string organ, bool unit, bool agency)
    {
        var township = GlobalIdOf("Unit:430203001");
        async Task<bool> Reads(string query) => (await _hub.Ask(Actors.Of(role, organ), query)) is var answer && !answer.TryGetProperty("errors", out _)
            && answer.GetProperty("data").EnumerateObject().Single().Value is { ValueKind: JsonValueKind.Object } node && node.GetProperty("trace").GetProperty("nodes").GetArrayLength() == 3;
        (await Reads($$"""{ node(id: "{{township}}") { ... on Unit { trace { nodes { sequence event from rule hash } } } } }""")).ShouldBe(unit);
        (await Reads("""{ agency(code: "430203001-D12") { trace { nodes { sequence event } } } }""")).ShouldBe(agency);
    }

    [Fact]
    public async Task A_units_trace_pages_both_ways()
    {
        async Task<string> Page(string arguments) => (await _hub.Data(Actors.Leader, $$"""{ unit(code: "430203001") { trace({{arguments}}) { nodes { sequence } pageInfo { hasNextPage hasPreviousPage } } } }"""))
            .GetProperty("unit").GetProperty("trace").ToString();
        (await Page("first: 2")).ShouldBe("""{"nodes":[{"sequence":1},{"sequence":2}],"pageInfo":{"hasNextPage":true,"hasPreviousPage":false}}""");
        (await Page("last: 1")).ShouldBe("""{"nodes":[{"sequence":3}],"pageInfo":{"hasNextPage":false,"hasPreviousPage":true}}""");
        var after = OpsHub.GraphQL.Relay.ListPages.Cursor("trace-township-430203001", "2");
        (await Page($"first: 5, after: \"{after}\"")).ShouldBe("""{"nodes":[{"sequence":3}],"pageInfo":{"hasNextPage":false,"hasPreviousPage":true}}""");
        (await Page($"first: 5, before: \"{after}\"")).ShouldBe("""{"nodes":[{"sequence":1}],"pageInfo":{"hasNextPage":true,"hasPreviousPage":false}}""");
    }

    [Theory]
    [InlineData(Role.Department, "430203:D12", "", 1)]
    [InlineData(Role.Department, "430203:D13", "", 0)]
    [InlineData(Role.CountyCommandCentre, "430203", "(unit: \"430203001\")", 1)]
    [InlineData(Role.CountyCommandCentre, "430203", "(unit: \"430203002\")", 0)]
    [InlineData(Role.CountyCommandCentre, "430203", "(department: \"430203:D12\")", 1)]
    [InlineData(Role.CountyCommandCentre, "430203", "(department: \"430203:D13\")", 0)]
    [InlineData(Role.CountyCommandCentre, "430202", "", 0)]
    public async Task A_department_finds_its_agencies_and_others_those_of_their_area(Role role, string organ, string arguments, int count) =>
        (await _hub.Data(Actors.Of(role, organ), $$"""{ agencies{{arguments}} { nodes { code } } }""")).GetProperty("agencies").GetProperty("nodes").GetArrayLength().ShouldBe(count);

    [Fact]
    public async Task An_organ_leads_to_the_agency_that_it_names()
    {
        await _hub.Dispatched(await Given.Case(_hub));
        const string lead = "{ cases { nodes { lead { agency { department { code } } } township { name } } } }";
        (await _hub.Data(Actors.Centre, lead)).ToString().ShouldContain("430203:D12");
    }

    [Theory]
    [InlineData("社区", "", 2)]
    [InlineData("43020300100100", "", 2)]
    [InlineData("网格", "", 4)]
    [InlineData("街道", ", level: TOWNSHIP", 1)]
    [InlineData("街道", ", level: GRID", 0)]
    [InlineData("荷塘", "", 0)]
    public async Task Units_are_found_by_name_or_code_within_what_the_actor_may_see(string search, string level, int count) =>
        (await _hub.Data(Actors.Leader, $$"""{ units(search: "{{search}}"{{level}}) { nodes { code name } } }""")).GetProperty("units").GetProperty("nodes").GetArrayLength().ShouldBe(count);

    [Fact]
    public async Task A_search_for_nothing_is_refused() => (await _hub.Ask(Actors.Leader, """{ units(search: "") { nodes { code } } }""")).Code().ShouldBe("INVALID_INPUT");

    [Fact]
    public async Task An_ancestors_node_is_its_names_and_no_figure()
    {
        var id = (await _hub.Data(Actors.Leader, """{ unit(code: "430203001") { parent { id } } }""")).GetProperty("unit").GetProperty("parent").GetProperty("id").GetString();
        (await _hub.Data(Actors.Leader, """query($id: ID!) { node(id: $id) { ... on Unit { name } } }""", new { id })).GetProperty("node").GetProperty("name").GetString().ShouldBe("芦淞区");
        (await _hub.Ask(Actors.Leader, """query($id: ID!) { node(id: $id) { ... on Unit { summary { open } } } }""", new { id })).Code().ShouldBe("NOT_FOUND");
    }

    [Fact]
    public async Task A_wall_key_is_told_no_case_number()
    {
        await Given.Case(_hub);
        async Task<JsonValueKind> Number(Actor actor) => (await _hub.Data(actor, """{ unit(code: "4302") { recentEvents { number caseId } } }"""))
            .GetProperty("unit").GetProperty("recentEvents")[0].GetProperty("number").ValueKind;
        (await Number(Actors.CityWall)).ShouldBe(JsonValueKind.Null);
        (await Number(Actors.Integrator)).ShouldBe(JsonValueKind.String);
    }

    [Fact]
    public async Task The_unit_of_whoever_holds_a_case_is_no_way_around()
    {
        await Given.Case(_hub);
        var answer = await _hub.Ask(Actors.Of(Role.WallKey, "430203001"), """{ unit(code: "430203001") { recentEvents { organ { unit { parent { summary { open } } } } township { parent { recentEvents { number } } } } } }""");
        answer.Code().ShouldBe("NOT_FOUND");
        answer.ToString().ShouldNotContain("number\":\"ZZ");
    }

    [Fact]
    public async Task Scope_follows_the_parents_in_force()
    {
        var id = await Given.Case(_hub);
        _hub.Directory.Move("430203001001", "430203002");
        (await _hub.Data(Actors.OtherCentre, """query($id: ID!) { case(id: $id) { id } unit(code: "430203001001") { counts { grids } } }""", new { id })).GetProperty("case").ValueKind.ShouldBe(JsonValueKind.Object);
        (await _hub.Data(Actors.Centre, """query($id: ID!) { case(id: $id) { id } unit(code: "430203001001") { code } }""", new { id })).GetProperty("case").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_list_of_another_unit_is_empty_and_of_an_ancestor_is_the_actors_own_part()
    {
        await Given.Case(_hub);
        async Task<int> Count(Actor actor, string unit) => (await _hub.Data(actor, $$"""{ cases(filter: { unit: "{{unit}}" }) { totalCount } }""")).GetProperty("cases").GetProperty("totalCount").GetInt32();
        (await Count(Actors.Leader, "430203")).ShouldBe(1);
        (await Count(Actors.OtherCentre, "430203")).ShouldBe(0);
        (await Count(Actors.OtherCentre, "430203001")).ShouldBe(0);
    }

    [Fact]
    public async Task A_wall_sends_no_command()
    {
        var answer = await _hub.Data(Actors.CountyWall, """
            mutation { reportCase(input: { commandId: "w", grid: "430203001001001", kind: EVENT, category: "Q01-01", title: "t", channel: PATROL }) { caseId case { id } errors { __typename } } }
            """);
        answer.GetProperty("reportCase").GetProperty("errors")[0].GetProperty("__typename").GetString().ShouldBe("NotAllowedError");
        answer.GetProperty("reportCase").GetProperty("caseId").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_report_outside_the_actors_area_is_refused()
    {
        var answer = await _hub.Data(Actors.OtherCentre, """
            mutation { reportCase(input: { commandId: "w", grid: "430203001001001", kind: EVENT, category: "Q01-01", title: "t", channel: PATROL }) { errors { code field } } }
            """);
        answer.GetProperty("reportCase").GetProperty("errors").ToString().ShouldBe("""[{"code":"NOT_ALLOWED","field":"grid"}]""");
    }

    private static string GlobalIdOf(string text) => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(text));
}
