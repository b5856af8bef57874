using OpsHub.Contracts.Publishing;
using OpsHub.Domain.Accounts;

namespace OpsHub.GraphQL.Tests.Subjects;

public sealed class CaseMutationTests : IAsyncLifetime
{
    private readonly TestHub _hub = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact]
    public async Task A_case_goes_the_whole_way_and_each_step_says_where_it_stands()
    {
        var id = await Given.Case(_hub);
        (await _hub.Step(Actors.Centre, "acceptCase", id)).Stage().ShouldBe("ACCEPTED");
        (await _hub.Step(Actors.Centre, "triageCase", id, "class: CLEAR_OWNER, enforcement: true")).Stage().ShouldBe("TRIAGED");
        (await _hub.Step(Actors.Centre, "dispatchCase", id, """parties: [{ organ: "430203001-D12", part: LEAD }, { organ: "430203:D12", part: ASSIST }], note: "请尽快" """))
            .Stage().ShouldBe("DISPATCHED");
        (await _hub.Step(Actors.Agency, "acceptDispatch", id)).Stage().ShouldBe("HANDLING");
        (await _hub.Step(Actors.Agency, "feedBackCase", id, """result: "已更换" """)).ErrorCode().ShouldBe("PARTS_OPEN");
        (await _hub.Step(Actors.Department, "feedBackPart", id, """result: "已协助" """)).Stage().ShouldBe("HANDLING");
        (await _hub.Step(Actors.Agency, "feedBackCase", id, """result: "已更换", evidence: ["photo-1"] """, "feedBack-2")).Stage().ShouldBe("FED_BACK");
        (await _hub.Step(Actors.Centre, "verifyCase", id, "evidenceViewed: true")).Stage().ShouldBe("VERIFIED");
        var closed = await _hub.Step(Actors.Centre, "closeCase", id);
        closed.Stage().ShouldBe("CLOSED");
        closed.GetProperty("sequence").GetInt32().ShouldBe(9);
        closed.GetProperty("version").GetString().ShouldBe("9");
        closed.GetProperty("number").GetString()!.ShouldStartWith("ZZ-");
    }

    [Fact]
    public async Task A_returned_case_is_dispatched_again_and_a_failed_verification_goes_back_to_handling()
    {
        var id = await Given.Case(_hub);
        await _hub.Dispatched(id);
        (await _hub.Step(Actors.Agency, "returnCase", id, """reason: INSUFFICIENT, note: "地点不清" """)).Stage().ShouldBe("RETURNED");
        var again = await _hub.Step(Actors.Centre, "redispatchCase", id, """parties: [{ organ: "430203001-D12", part: LEAD }]""");
        again.ErrorType().ShouldBe("RuleRefusedError", "the same lead again takes a ruling");
        (await _hub.Step(Actors.Centre, "redispatchCase", id, """parties: [{ organ: "430203001-D12", part: LEAD }], ruling: "由其承办", grantNewTerm: true""")).Stage().ShouldBe("DISPATCHED");
        await _hub.Step(Actors.Agency, "acceptDispatch", id);
        await _hub.Step(Actors.Agency, "feedBackCase", id, """result: "已处理" """);
        (await _hub.Step(Actors.Centre, "failVerification", id, """reason: "未修复" """)).Stage().ShouldBe("HANDLING");
    }

    [Fact]
    public async Task Declining_needs_one_of_two_grounds()
    {
        var id = await Given.Case(_hub);
        (await _hub.Step(Actors.Centre, "declineCase", id, """reason: "不在本县", whereToTurn: "邻县12345", ground: OUTSIDE_COUNTY""")).Stage().ShouldBe("DECLINED");
    }

    [Fact]
    public async Task The_same_command_again_gives_the_first_answer()
    {
        var first = await Given.Case(_hub, "same");
        (await Given.Case(_hub, "same")).ShouldBe(first);
        await _hub.Step(Actors.Centre, "acceptCase", first, commandId: "a");
        await _hub.Step(Actors.Centre, "triageCase", first, "class: PUBLIC_SERVICE");
        var again = await _hub.Step(Actors.Centre, "acceptCase", first, commandId: "a");
        again.GetProperty("sequence").GetInt32().ShouldBe(2);
        again.GetProperty("version").GetString().ShouldBe("3", "a repeated command answers where the trace ends now");
    }

    [Fact]
    public async Task G017_nobody_takes_another_systems_numbers()
    {
        const string report = """
            mutation($system: String!) { reportCase(input: { commandId: "r", grid: "430203001001001", kind: EVENT, category: "Q01-01", title: "t", channel: RESIDENT_APP,
              source: { system: $system, number: "T-1" } }) { caseId errors { code rule field } } }
            """;
        _hub.Entered.Add("property");
        foreach (var (actor, system) in new[] { (Actors.Integrator, "water"), (Actors.GridWorker, "property"), (Actors.Leader, "property"), (Actors.Centre, "property") })
        {
            var refused = (await _hub.Data(actor, report, new { system })).GetProperty("reportCase");
            refused.GetProperty("errors").ToString().ShouldBe("""[{"code":"NOT_ALLOWED","rule":"G017","field":"source.system"}]""", actor.ToString());
        }

        (await _hub.Data(Actors.Integrator, report, new { system = "property" })).GetProperty("reportCase").GetProperty("errors").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("grid", "430203001", "ALL_SUBJECT_CATEGORY")]
    [InlineData("all-subject-grid", "430203001001", null)]
    public async Task G007_a_basic_grid_forwards_a_matter_of_all_subject_grids_and_says_so(string kind, string holder, string? warning)
    {
        _hub.Directory.Kind(Given.Grid, kind);
        var payload = (await _hub.Data(Actors.GridWorker, """
            mutation { reportCase(input: { commandId: "r", grid: "430203001001001", kind: COMPONENT, category: "Q01-01", title: "井盖缺损", channel: GRID_WORKER }) {
              case { holder { code } firstAsked { code } forwarded { code } } warnings { code field message } errors { code } } }
            """)).GetProperty("reportCase");
        var found = payload.GetProperty("case");
        (found.GetProperty("holder").GetProperty("code").GetString(), found.GetProperty("firstAsked").GetProperty("code").GetString()).ShouldBe((holder, "430203001001"));
        found.GetProperty("forwarded").ToString().ShouldBe(warning is null ? "" : """{"code":"430203001"}""");
        payload.GetProperty("warnings").EnumerateArray().Select(w => w.GetProperty("code").GetString()).ShouldBe(warning is null ? [] : [warning]);
        if (warning is not null)
            payload.GetProperty("warnings")[0].GetProperty("message").GetString()!.ShouldContain("贺家土街道");
    }

    [Fact]
    public async Task The_same_ticket_is_one_case_whoever_sends_it()
    {
        const string report = """
            mutation($id: String!) { reportCase(input: { commandId: $id, grid: "430203001001001", kind: EVENT, category: "Q01-01", title: "t", channel: HOTLINE_12345,
              source: { system: "12345", number: "T-1" } }) { caseId errors { code } } }
            """;
        var hotline = Actors.Of(Role.Hotline, "4302");
        var first = (await _hub.Data(hotline, report, new { id = "one" })).GetProperty("reportCase");
        first.GetProperty("errors").GetArrayLength().ShouldBe(0);
        (await _hub.Data(hotline, report, new { id = "two" })).GetProperty("reportCase").ToString().ShouldBe(first.ToString());
        foreach (var stranger in new[] { Actors.Integrator, Actors.Resident, Actors.CityWall })
        {
            var refused = (await _hub.Data(stranger, report, new { id = "three" })).GetProperty("reportCase");
            refused.GetProperty("caseId").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
            refused.GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("NOT_ALLOWED");
        }
    }

    [Fact]
    public async Task A_case_outside_the_actors_area_is_not_found_and_its_grain_is_not_commanded()
    {
        var id = await Given.Case(_hub);
        var payload = await _hub.Step(Actors.OtherCentre, "acceptCase", id);
        payload.ErrorType().ShouldBe("NotFoundError");
        payload.GetProperty("case").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        payload.GetProperty("caseId").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        _hub.Grains.Calls.Count(c => c.EndsWith(".Do", StringComparison.Ordinal)).ShouldBe(1, "only the report");
    }

    [Theory]
    [InlineData("bm90aGluZw==")]
    [InlineData("Case")]
    [InlineData("VW5pdDo0MzAy")]
    public async Task An_id_of_no_case_is_not_found(string id) =>
        (await _hub.Step(Actors.Centre, "acceptCase", id)).ErrorType().ShouldBe("NotFoundError");

    [Fact]
    public async Task Refusals_carry_code_rule_clause_field_and_both_languages()
    {
        var id = await Given.Case(_hub);
        var wrong = await _hub.Step(Actors.Centre, "closeCase", id);
        wrong.ErrorType().ShouldBe("WrongStateError");
        var error = wrong.GetProperty("errors")[0];
        error.GetProperty("rule").GetString().ShouldBe("SM1.17");
        error.GetProperty("clause").GetString().ShouldBe("三(四)");
        error.GetProperty("message").GetString()!.ShouldContain("待受理");
        error.GetProperty("messageEn").GetString()!.ShouldContain("Reported");
        wrong.GetProperty("case").GetProperty("stage").GetString().ShouldBe("REPORTED", "who may read the case sees it as it stands");
        (await _hub.Step(Actors.Leader, "acceptCase", id)).ErrorType().ShouldBe("NotAllowedError");
        (await _hub.Step(Actors.Centre, "acceptCase", id, "expectedVersion: \"7\"")).ErrorType().ShouldBe("StaleVersionError");
        await _hub.Step(Actors.Centre, "acceptCase", id);
        await _hub.Step(Actors.Centre, "triageCase", id, "class: CLEAR_OWNER");
        var rule = await _hub.Step(Actors.Centre, "dispatchCase", id, """parties: [{ organ: "430203001-D12", part: ASSIST }]""");
        rule.ErrorType().ShouldBe("RuleRefusedError");
        rule.GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("ONE_LEAD");
    }

    [Theory]
    [InlineData("acceptCase", "expectedVersion: \"x\"", "expectedVersion")]
    [InlineData("dispatchCase", "parties: [{ organ: \"430203001-D12\", part: LEAD }, { organ: \"here\", part: ASSIST }]", "parties[1].organ")]
    public async Task Malformed_input_names_its_field(string name, string fields, string field)
    {
        var id = await Given.Case(_hub);
        var payload = await _hub.Step(Actors.Centre, name, id, fields);
        payload.ErrorType().ShouldBe("InvalidInputError");
        payload.GetProperty("errors")[0].GetProperty("field").GetString().ShouldBe(field);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789x")]
    public async Task A_command_id_has_1_to_100_characters(string commandId)
    {
        var id = await Given.Case(_hub);
        (await _hub.Step(Actors.Centre, "acceptCase", id, commandId: commandId)).GetProperty("errors")[0].GetProperty("field").GetString().ShouldBe("commandId");
    }

    [Fact]
    public async Task A_priority_of_null_is_ordinary_and_an_id_may_be_a_number()
    {
        var data = await _hub.Data(Actors.Integrator, """
            mutation { reportCase(input: { commandId: "n", grid: "430203001001001", kind: EVENT, category: "W03-01", title: "t", channel: PATROL, priority: null }) { case { priority } errors { code } } }
            """);
        data.GetProperty("reportCase").GetProperty("case").GetProperty("priority").GetString().ShouldBe("ORDINARY");
        (await _hub.Data(Actors.Centre, """mutation { acceptCase(input: { commandId: "a", caseId: 5 }) { errors { code field } } }"""))
            .GetProperty("acceptCase").GetProperty("errors").ToString().ShouldBe("""[{"code":"NOT_FOUND","field":"caseId"}]""");
        (await _hub.Data(Actors.Centre, """{ case(id: 5) { id } node(id: 5) { id } nodes(ids: [5]) { id } }""")).ToString().ShouldBe("""{"case":null,"node":null,"nodes":[null]}""");
    }

    [Fact]
    public async Task An_overloaded_hub_answers_RetryLater()
    {
        var id = await Given.Case(_hub);
        _hub.Failure = new StorageOverloadedException("2 s");
        (await _hub.Step(Actors.Centre, "acceptCase", id)).ErrorType().ShouldBe("RetryLaterError");
        _hub.Failure = new TimeoutException();
        (await _hub.Step(Actors.Centre, "acceptCase", id)).ErrorType().ShouldBe("RetryLaterError");
    }

    [Fact]
    public async Task A_past_instant_is_passed_on()
    {
        var id = await Given.Case(_hub);
        _hub.Time.Advance(TimeSpan.FromHours(2));
        (await _hub.Step(Actors.Centre, "acceptCase", id, "occurredAt: \"2026-03-02T10:00:00+08:00\"")).Stage().ShouldBe("ACCEPTED");
        var data = await _hub.Data(Actors.Centre, $$"""{ case(id: "{{id}}") { trace(last: 1) { nodes { at occurredAt } } } }""");
        var entry = data.GetProperty("case").GetProperty("trace").GetProperty("nodes")[0];
        entry.GetProperty("occurredAt").GetString().ShouldBe("2026-03-02T10:00:00+08:00");
        entry.GetProperty("at").GetString().ShouldBe("2026-03-02T11:00:00+08:00");
    }

    [Fact]
    public async Task An_instant_without_offset_is_refused()
    {
        var id = await Given.Case(_hub);
        var answer = await _hub.Ask(Actors.Centre, $$"""mutation { acceptCase(input: { commandId: "a", caseId: "{{id}}", occurredAt: "2026-03-02T10:00:00" }) { caseId } }""");
        answer.TryGetProperty("errors", out _).ShouldBeTrue();
        _hub.Grains.Calls.Count(c => c.EndsWith(".Do", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Moves_are_offered_to_those_who_may_make_them()
    {
        var id = await Given.Case(_hub);
        async Task<string> Moves(Actor actor) => string.Join(",", (await _hub.Data(actor, $$"""{ case(id: "{{id}}") { moves } }"""))
            .GetProperty("case").GetProperty("moves").EnumerateArray().Select(m => m.GetString()));
        (await Moves(Actors.Centre)).ShouldBe("acceptCase,declineCase,mergeCase,relocateCase,withdrawCase,escalateCase");
        (await Moves(Actors.Leader)).ShouldBe("escalateCase");
        await _hub.Dispatched(id);
        (await Moves(Actors.Agency)).ShouldBe("acceptDispatch,returnCase");
        (await Moves(Actors.Centre)).ShouldBe("recordMeeting,withdrawCase,urgeCase,escalateCase");
    }
}
