using System.Text.Json;
using OpsHub.Contracts.Surveys;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Assessments;

namespace OpsHub.GraphQL.Tests.Subjects;

/// <summary>Surveys through the API: who plans, issues, extends and closes, and what is shown before and after closing. Monday 2026-03-02, 09:00.</summary>
public sealed class SurveyTests : IAsyncLifetime
{
    private const string Plan = """agency: "430203001-D12", year: 2026, township: "430203001", opens: "2026-03-02", closes: "2026-03-20" """;
    private const string Groups = "groups { group label issued enough result { ballots mean spread dimensions { dimension mean } } }";

    private static readonly Actor Performance = Actors.Of(Role.PerformanceOrgan, "430203");
    private static readonly Actor Other = Actors.Of(Role.TownshipGovernment, "430203002");

    private readonly TestHub _hub = new();
    private int _ids;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact, Trait("Rule", "A024")]
    public async Task A024_before_closing_answers_are_enough_or_not_and_afterwards_the_result_is_there()
    {
        var id = await Planned();
        await Rated(await Issued(id, "SERVICE_USERS", 6), 90);
        await Rated(await Issued(id, "REPRESENTATIVES", 6), 80, only: 4);

        var open = await Survey(Actors.Leader, Groups + " stage version moves");
        (open.GetProperty("stage").GetString(), open.GetProperty("version").GetString()).ShouldBe(("OPEN", "3"));
        Group(open, "SERVICE_USERS").GetProperty("enough").GetBoolean().ShouldBeTrue();
        Group(open, "REPRESENTATIVES").GetProperty("enough").GetBoolean().ShouldBeFalse();
        Group(open, "SERVICE_USERS").GetProperty("issued").GetInt32().ShouldBe(6);
        Group(open, "SERVICE_USERS").GetProperty("result").ValueKind.ShouldBe(JsonValueKind.Null);
        open.GetProperty("moves").EnumerateArray().Select(m => m.GetString()).ShouldBe(["ISSUE_TOKENS", "CLOSE", "EXTEND"]);

        (await Done(Actors.Leader, "closeSurvey", $"""surveyId: "{id}", reason: "均已填写" """)).GetProperty("survey").GetProperty("stage").GetString().ShouldBe("CLOSED");
        var closed = await Survey(Performance, Groups + " closedWhy moves");
        var users = Group(closed, "SERVICE_USERS").GetProperty("result");
        (users.GetProperty("ballots").GetInt32(), users.GetProperty("mean").GetDecimal(), users.GetProperty("dimensions").GetArrayLength()).ShouldBe((6, 90m, 4));
        var few = Group(closed, "REPRESENTATIVES").GetProperty("result");
        (few.GetProperty("ballots").ValueKind, few.GetProperty("mean").ValueKind, few.GetProperty("dimensions").GetArrayLength()).ShouldBe((JsonValueKind.Null, JsonValueKind.Null, 0));
        closed.GetProperty("moves").GetArrayLength().ShouldBe(0);
    }

    [Fact, Trait("Rule", "A024")]
    public async Task A024_the_agency_sees_nothing_before_closing_and_never_a_token()
    {
        var id = await Planned();
        await Rated(await Issued(id, "SERVICE_USERS", 6), 90);
        foreach (var by in new[] { Actors.Agency, Actors.Department, Other, Actors.Centre, Actors.Resident, Actors.County })
        {
            (await Ask(by)).ValueKind.ShouldBe(JsonValueKind.Null, $"{by.Role}");
            var (payload, code) = await Take(by, "issueSurveyTokens", $"""surveyId: "{id}", group: SERVICE_USERS, count: 3""");
            (code, payload.GetProperty("paths").GetArrayLength()).ShouldBe(("NOT_FOUND", 0), $"{by.Role}");
            (await Listed(by)).ShouldBe(0, $"{by.Role}");
        }

        (await Take(Performance, "issueSurveyTokens", $"""surveyId: "{id}", group: SERVICE_USERS, count: 3""")).Code.ShouldBe("NOT_ALLOWED");
        await Done(Actors.Leader, "closeSurvey", $"""surveyId: "{id}", reason: "均已填写" """);
        var read = await Survey(Actors.Agency, Groups);
        Group(read, "SERVICE_USERS").GetProperty("result").GetProperty("mean").GetDecimal().ShouldBe(90m);
        (await Listed(Actors.Agency)).ShouldBe(1);
        (await Ask(Actors.Department)).ValueKind.ShouldBe(JsonValueKind.Null);
        var trace = await _hub.Ask(Actors.Agency, """{ survey(agency: "430203001-D12", year: 2026, township: "430203001") { trace(first: 5) { nodes { event } } } }""");
        trace.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("NOT_FOUND");
    }

    [Fact, Trait("Rule", "A024")]
    public async Task A024_tokens_come_once_and_the_same_command_again_has_none()
    {
        var id = await Planned();
        var first = await Done(Actors.Leader, "issueSurveyTokens", $"""surveyId: "{id}", group: SERVICE_USERS, count: 3""", "t-1");
        var paths = first.GetProperty("paths").EnumerateArray().Select(p => p.GetString()!).ToList();
        paths.Count.ShouldBe(3);
        paths.ShouldAllBe(p => p.StartsWith("/rate/") && p.Length == 30);
        var again = await Done(Actors.Leader, "issueSurveyTokens", $"""surveyId: "{id}", group: SERVICE_USERS, count: 3""", "t-1");
        again.GetProperty("paths").GetArrayLength().ShouldBe(0);
        again.GetProperty("sequence").GetInt32().ShouldBe(first.GetProperty("sequence").GetInt32());
        (await Take(Actors.Leader, "issueSurveyTokens", $"""surveyId: "{id}", group: SERVICE_USERS, count: 301""")).Payload.GetProperty("errors")[0].GetProperty("field").GetString().ShouldBe("count");
    }

    [Fact, Trait("Rule", "A024")]
    public async Task A024_the_township_alone_is_offered_steps_with_their_inputs_from_planning_to_another_round()
    {
        const string ToPlan = """{ surveyToPlan(agency: "430203001-D12", year: 2026) { township { code } opens closes nextMoves { mutation label inputs { name } } } }""";
        var plan = (await _hub.Data(Actors.Leader, ToPlan)).GetProperty("surveyToPlan");
        plan.GetRawText().ShouldBe("""{"township":{"code":"430203001"},"opens":"2026-12-01","closes":"2026-12-31","nextMoves":[{"mutation":"planSurvey","label":"安排测评","inputs":[{"name":"opens"},{"name":"closes"}]}]}""");
        foreach (var by in new[] { Other, Actors.Agency, Actors.Department, Performance, Actors.Auditor })
            (await _hub.Data(by, ToPlan)).GetProperty("surveyToPlan").ValueKind.ShouldBe(JsonValueKind.Null, $"{by.Role}");

        var id = await Planned();
        (await _hub.Data(Actors.Leader, ToPlan)).GetProperty("surveyToPlan").ValueKind.ShouldBe(JsonValueKind.Null);
        const string Moves = "nextMoves { move mutation label labelEn rule anotherRound inputs { name label labelEn kind required max min choices after before } }";
        var moves = (await Survey(Actors.Leader, Moves)).GetProperty("nextMoves");
        moves.EnumerateArray().Select(m => m.GetProperty("mutation").GetString()).ShouldBe(["issueSurveyTokens", "closeSurvey", "extendSurvey", "planSurvey"], "without a token its window may change");
        moves[0].GetProperty("inputs")[0].GetProperty("choices").EnumerateArray().Select(c => c.GetString()).ShouldBe(["COMMUNITY_WORKERS", "REPRESENTATIVES", "SERVICE_USERS"]);
        moves[2].GetProperty("inputs")[0].ShouldSatisfyAllConditions(i => i.GetProperty("after").GetString().ShouldBe("2026-03-20"), i => i.GetProperty("before").GetString().ShouldBe("2026-04-20"));
        (await Survey(Performance, Moves)).GetProperty("nextMoves").GetArrayLength().ShouldBe(0);

        await Done(Actors.Leader, "closeSurvey", $"""surveyId: "{id}", reason: "无人填写" """);
        var again = (await Survey(Actors.Leader, Moves)).GetProperty("nextMoves")[0];
        (again.GetProperty("label").GetString(), again.GetProperty("anotherRound").GetBoolean()).ShouldBe(("再测一轮", true));
        await Done(Actors.Leader, "planSurvey", Plan.Replace("2026-03-20", "2026-03-25"), "again");
        (await Survey(Actors.Leader, "round stage")).GetProperty("round").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task What_cannot_be_is_refused_by_its_field_and_clause()
    {
        (await Take(Actors.Leader, "planSurvey", Plan.Replace("2026-03-02", "2026-03-01"))).Payload.GetProperty("errors")[0].ShouldSatisfyAllConditions(
            e => e.GetProperty("field").GetString().ShouldBe("opens"), e => e.GetProperty("rule").GetString().ShouldBe("A024"), e => e.GetProperty("clause").GetString().ShouldBe("二(三)"));
        (await Take(Other, "planSurvey", Plan)).Code.ShouldBe("NOT_ALLOWED");
        (await Take(Other, "planSurvey", Plan.Replace("township: \"430203001\"", "township: \"430203002\""))).Code.ShouldBe("NOT_FOUND", "the agency does not serve it");
        (await Take(Actors.Leader, "planSurvey", Plan.Replace("430203001-D12", "430203:D12"))).Code.ShouldBe("INVALID_INPUT");
        var id = await Planned();
        await Done(Actors.Leader, "extendSurvey", $"""surveyId: "{id}", until: "2026-03-30", reason: "票数不足" """);
        (await Take(Actors.Leader, "extendSurvey", $"""surveyId: "{id}", until: "2026-04-02", reason: "仍不足" """)).Code.ShouldBe("SURVEY_EXTENDED");
        (await Take(Actors.Leader, "closeSurvey", """surveyId: "U3VydmV5OngtMQ==", reason: "x" """)).Code.ShouldBe("NOT_FOUND");
    }

    [Fact]
    public async Task Surveys_are_listed_by_agency_and_unit_and_fetched_again_by_id_with_one_question_for_all_groups()
    {
        var id = await Planned();
        foreach (var of in new[] { """agency: "430203001-D12" """, """unit: "430203001" """, """unit: "430203" """, """unit: "4302" """ })
        {
            var list = (await _hub.Data(Actors.Leader, $$"""{ surveys({{of}}, year: 2026, first: 10) { totalCount nodes { id agency { code } township { code } round leastBallots {{Groups}} } } }""")).GetProperty("surveys");
            list.GetProperty("totalCount").GetInt32().ShouldBe(1, of);
            list.GetProperty("nodes")[0].GetProperty("id").GetString().ShouldBe(id);
        }

        (await _hub.Data(Actors.Leader, $$"""{ node(id: "{{id}}") { ... on Survey { year } } }""")).GetProperty("node").GetProperty("year").GetInt32().ShouldBe(2026);
        (await _hub.Ask(Actors.Leader, """{ surveys(year: 2026, first: 5) { totalCount } }""")).GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("INVALID_INPUT");
    }

    private async Task<string> Planned() => (await Done(Actors.Leader, "planSurvey", Plan, "plan")).GetProperty("survey").GetProperty("id").GetString()!;

    private async Task<List<string>> Issued(string id, string group, int count) =>
        [.. (await Done(Actors.Leader, "issueSurveyTokens", $"""surveyId: "{id}", group: {group}, count: {count}""")).GetProperty("paths").EnumerateArray().Select(p => p.GetString()!["/rate/".Length..])];

    private async Task Rated(List<string> tokens, int score, int only = int.MaxValue)
    {
        foreach (var token in tokens.Take(only))
            (await _hub.Surveys.Cast(SurveyToken.HashOf(token)!, Enum.GetValues<SatisfactionDimension>().ToDictionary(d => d, _ => score), _hub.Clock.Now)).ShouldBe(BallotOutcome.Counted);
    }

    private async Task<JsonElement> Ask(Actor by, string fields = "round") =>
        (await _hub.Data(by, $$"""{ survey(agency: "430203001-D12", year: 2026, township: "430203001") { {{fields}} } }""")).GetProperty("survey");

    private async Task<JsonElement> Survey(Actor by, string fields)
    {
        var survey = await Ask(by, fields);
        survey.ValueKind.ShouldBe(JsonValueKind.Object, $"{by.Role}");
        return survey;
    }

    private async Task<int> Listed(Actor by) => (await _hub.Data(by, """{ surveys(agency: "430203001-D12", year: 2026, first: 5) { totalCount } }""")).GetProperty("surveys").GetProperty("totalCount").GetInt32();

    private static JsonElement Group(JsonElement survey, string group) => survey.GetProperty("groups").EnumerateArray().Single(g => g.GetProperty("group").GetString() == group);

    private async Task<JsonElement> Done(Actor by, string mutation, string fields, string? id = null)
    {
        var (payload, code) = await Take(by, mutation, fields, id);
        code.ShouldBeNull(payload.ToString());
        return payload;
    }

    private async Task<(JsonElement Payload, string? Code)> Take(Actor by, string mutation, string fields, string? id = null)
    {
        var payload = (await _hub.Data(by, $$"""
            mutation { {{mutation}}(input: { commandId: "{{id ?? $"id-{++_ids}"}}", {{fields}} }) { sequence paths survey { id stage } errors { code rule clause field message } } }
            """)).GetProperty(mutation);
        return (payload, payload.GetProperty("errors").GetArrayLength() == 0 ? null : payload.GetProperty("errors")[0].GetProperty("code").GetString());
    }
}
