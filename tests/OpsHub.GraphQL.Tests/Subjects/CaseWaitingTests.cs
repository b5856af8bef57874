using System.Text.Json;
using OpsHub.Domain.Accounts;

namespace OpsHub.GraphQL.Tests.Subjects;

/// <summary>The rest of SM1 through the API: what a case waits for, what each may do next, and with which inputs.</summary>
public sealed class CaseWaitingTests : IAsyncLifetime
{
    private readonly TestHub _hub = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact]
    public async Task A_case_says_everything_it_waits_for_and_since_and_until_when()
    {
        var id = await Together();
        await _hub.Step(Actors.Agency, "requestExtension", id, """reason: "配件未到", until: "2026-07-27T10:00:00+08:00" """);
        var waits = (await Read(Actors.Centre, id, "waits { organ { code } what whatEn since until late suspended term { explain } }")).GetProperty("waits");
        waits.EnumerateArray().Select(w => $"{w.GetProperty("what").GetString()} {w.GetProperty("organ").GetProperty("code").GetString()}").ShouldBe(
            ["处置 430203001-D12", "协办 430203:D12", "延期审批 430203001"], "nearest first");
        waits.EnumerateArray().ShouldAllBe(w => w.GetProperty("whatEn").GetString()!.All(char.IsAscii));
    }

    [Fact]
    public async Task The_moves_come_with_the_inputs_that_they_take_as_the_case_stands()
    {
        var id = await Together();
        var moves = (await Read(Actors.Agency, id, "nextMoves { mutation label labelEn rule to inputs { name label labelEn kind required max min choices after before } }")).GetProperty("nextMoves");
        moves.EnumerateArray().Select(m => m.GetProperty("mutation").GetString()).ShouldBe(["requestExtension", "transferToCoordination"], "a part is owed, so no feedback yet");
        var until = moves[0].GetProperty("inputs")[0];
        (until.GetProperty("name").GetString(), until.GetProperty("kind").GetString(), until.GetProperty("required").GetBoolean()).ShouldBe(("until", "INSTANT", true));
        until.GetProperty("after").GetString().ShouldNotBeNull();

        await _hub.Step(Actors.Centre, "urgeCase", id, """level: 1, note: "请快" """);
        var answer = (await Read(Actors.Agency, id, "nextMoves { mutation label inputs { name max } }")).GetProperty("nextMoves").EnumerateArray().Single(m => m.GetProperty("mutation").GetString() == "answerUrge");
        (answer.GetProperty("label").GetString(), answer.GetProperty("inputs")[0].GetProperty("max").GetInt32()).ShouldBe(("回复督办", 1000));
    }

    [Fact]
    public async Task Whoever_may_dispatch_is_told_to_whom_departments_without_an_agency_here_too()
    {
        var id = await Given.Case(_hub, "candidates");
        await _hub.Step(Actors.Centre, "acceptCase", id);
        await _hub.Step(Actors.Centre, "triageCase", id, "class: CLEAR_OWNER");
        var offered = (await Read(Actors.Centre, id, "candidates { organ { code kind } leads assists owns }")).GetProperty("candidates").EnumerateArray().ToList();
        var codes = offered.Select(c => c.GetProperty("organ").GetProperty("code").GetString()!).ToList();
        codes.ShouldContain("430203001-D12");
        codes.ShouldBe(codes.Distinct());
        foreach (var department in _hub.Rules.Departments.Keys)
            codes.ShouldContain($"430203:{department}");
        var lead = offered.First(c => c.GetProperty("leads").GetBoolean()).GetProperty("organ").GetProperty("code").GetString();
        // Its owner is a name that no department has: it is shown as a name, and nobody is offered as the owner.
        (await Read(Actors.Centre, id, "category { owner ownerBasis defaultDepartment }")).GetProperty("category").ToString().ShouldBe("""{"owner":null,"ownerBasis":"ASSUMED","defaultDepartment":"住建局"}""");
        offered.ShouldAllBe(c => !c.GetProperty("owns").GetBoolean());
        (await Read(Actors.Auditor, id, "candidates { leads }", orNothing: true)).EnumerateCandidates().ShouldBeEmpty("whoever only reads gives it to nobody");
        (await _hub.Step(Actors.Centre, "dispatchCase", id, $"parties: [{{ organ: \"{lead}\", part: LEAD }}]")).Stage().ShouldBe("DISPATCHED");
    }

    // Whatever is offered is a mutation of that name whose input has exactly those fields: no front end needs a copy of the rules.
    [Fact]
    public async Task Every_input_of_every_move_is_a_field_of_its_mutation()
    {
        var schema = await _hub.Data(Actors.Centre, "{ __schema { mutationType { fields { name args { type { ofType { inputFields { name } } } } } } } }");
        var fields = schema.GetProperty("__schema").GetProperty("mutationType").GetProperty("fields").EnumerateArray().ToDictionary(
            f => f.GetProperty("name").GetString()!, f => f.GetProperty("args")[0].GetProperty("type").GetProperty("ofType").GetProperty("inputFields").EnumerateArray().Select(i => i.GetProperty("name").GetString()!).ToHashSet());
        var story = new Func<Task<string>>[] { () => Given.Case(_hub, "fresh"), Together, Coordinating, Closed };
        foreach (var begin in story)
        {
            var id = await begin();
            foreach (var actor in new[] { Actors.Centre, Actors.Leader, Actors.Agency, Actors.Department, Actors.County })
            {
                foreach (var move in (await Read(actor, id, "nextMoves { mutation inputs { name } }", orNothing: true)).EnumerateMoves())
                    move.Inputs.Except(fields[move.Mutation]).ShouldBeEmpty(move.Mutation);
            }
        }
    }

    [Fact]
    public async Task Coordination_with_a_meeting_then_closing_evaluation_and_reopening()
    {
        var id = await Coordinating();
        (await _hub.Step(Actors.Leader, "assignParts", id, """parties: [{ organ: "430203001-D12", part: LEAD }]""")).ErrorCode().ShouldBe("MEETING_REQUIRED");
        var meeting = $"heldAt: \"{TestHub.Monday:yyyy-MM-ddTHH:mm:sszzz}\", attended: [\"430203001-D12\", \"430203:D12\"], minutes: \"城管牵头\"";
        (await _hub.Step(Actors.Leader, "recordMeeting", id, meeting)).Stage().ShouldBe("COORDINATING");
        (await _hub.Step(Actors.Leader, "assignParts", id, """parties: [{ organ: "430203001-D12", part: LEAD }]""", "assign-2")).Stage().ShouldBe("HANDLING");
        await _hub.Step(Actors.Agency, "feedBackCase", id, """result: "已更换" """);
        await _hub.Step(Actors.Centre, "verifyCase", id, "evidenceViewed: true");
        await _hub.Step(Actors.Centre, "closeCase", id);
        (await _hub.Step(Actors.County, "evaluateCase", id, "score: 4")).Stage().ShouldBe("EVALUATED");
        (await _hub.Step(Actors.Centre, "reopenCase", id, """reason: "又不亮" """)).Stage().ShouldBe("ACCEPTED");
        var read = await Read(Actors.Centre, id, "cycle evaluations { evaluator score late } meetings { minutes attended { code } } coordinator { code } urgedLevel escalation");
        read.GetProperty("cycle").GetInt32().ShouldBe(2);
        read.GetProperty("evaluations")[0].GetProperty("score").GetInt32().ShouldBe(4);
        read.GetProperty("meetings")[0].GetProperty("attended").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task What_is_escalated_the_county_s_government_reads_and_lists()
    {
        var government = Actors.Of(Role.CountyGovernment, "430203");
        var id = await Given.Case(_hub);
        (await Read(government, id, "number", orNothing: true)).ValueKind.ShouldBe(JsonValueKind.Null);
        await _hub.Step(Actors.Leader, "escalateCase", id, """reason: "有群众聚集", risk: MASS""");
        var read = await Read(government, id, "escalation risk");
        (read.GetProperty("escalation").GetInt32(), read.GetProperty("risk").GetString()).ShouldBe((1, "MASS"));
        (await _hub.Data(government, "{ cases(first: 5) { totalCount } }")).GetProperty("cases").GetProperty("totalCount").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task A_merger_names_the_other_case_and_an_unknown_one_is_refused_by_its_row()
    {
        var elder = await Given.Case(_hub, "elder");
        var younger = await Given.Case(_hub, "younger");
        (await _hub.Step(Actors.Centre, "mergeCase", younger, """target: "nonsense", reason: "同一处" """, "m-1")).ErrorType().ShouldBe("NotFoundError");
        await _hub.Step(Actors.Centre, "acceptCase", elder);
        (await _hub.Step(Actors.Centre, "mergeCase", younger, $"target: \"{elder}\", reason: \"同一处\"", "m-2")).Stage().ShouldBe("MERGED");
        (await Read(Actors.Centre, younger, "mergedInto { id number }")).GetProperty("mergedInto").GetProperty("id").GetString().ShouldBe(elder);
    }

    private async Task<string> Together()
    {
        var id = await Given.Case(_hub, $"together-{Guid.NewGuid()}");
        await _hub.Step(Actors.Centre, "acceptCase", id);
        await _hub.Step(Actors.Centre, "triageCase", id, "class: CLEAR_OWNER");
        await _hub.Step(Actors.Centre, "dispatchCase", id, """parties: [{ organ: "430203001-D12", part: LEAD }, { organ: "430203:D12", part: ASSIST }]""");
        (await _hub.Step(Actors.Agency, "acceptDispatch", id)).Stage().ShouldBe("HANDLING");
        return id;
    }

    private async Task<string> Coordinating()
    {
        var id = await Together();
        (await _hub.Step(Actors.Agency, "transferToCoordination", id, """reason: "须水务配合" """)).Stage().ShouldBe("COORDINATING");
        return id;
    }

    private async Task<string> Closed()
    {
        var id = await Together();
        await _hub.Step(Actors.Department, "feedBackPart", id, """result: "已协助" """);
        await _hub.Step(Actors.Agency, "feedBackCase", id, """result: "已更换" """);
        await _hub.Step(Actors.Centre, "verifyCase", id, "evidenceViewed: true");
        (await _hub.Step(Actors.Centre, "closeCase", id)).Stage().ShouldBe("CLOSED");
        return id;
    }

    private async Task<JsonElement> Read(Actor actor, string id, string fields, bool orNothing = false)
    {
        var found = (await _hub.Data(actor, $$"""{ case(id: "{{id}}") { {{fields}} } }""")).GetProperty("case");
        if (!orNothing)
            found.ValueKind.ShouldBe(JsonValueKind.Object);
        return found;
    }
}

internal static class OfferedMoves
{
    public static IEnumerable<JsonElement> EnumerateCandidates(this JsonElement found) => found.ValueKind == JsonValueKind.Null ? [] : found.GetProperty("candidates").EnumerateArray();

    public static IEnumerable<(string Mutation, IEnumerable<string> Inputs)> EnumerateMoves(this JsonElement found) => found.ValueKind == JsonValueKind.Null ? [] :
        found.GetProperty("nextMoves").EnumerateArray().Select(m =>
            (m.GetProperty("mutation").GetString()!, m.GetProperty("inputs").EnumerateArray().Select(i => i.GetProperty("name").GetString()!)));
}
