using System.Text.Json;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Mandates;
using OpsHub.GraphQL.Relay;
using OpsHub.GraphQL.Tests.Assessments;

namespace OpsHub.GraphQL.Tests.Subjects;

/// <summary>Townships' rights and duties through the API: who reads and does what, and what comes back. Monday 2026-03-02, 9:00.</summary>
public sealed class MandatesTests : IAsyncLifetime
{
    private static readonly Actor Government = Actors.Of(Role.CountyGovernment, "430203");
    private static readonly Actor Organisation = Actors.Of(Role.OrganisationDepartment, "430203");
    private static readonly Actor Performance = Actors.Of(Role.PerformanceOrgan, "430203");
    private static readonly Actor OtherDepartment = Actors.Of(Role.Department, "430203:D20");

    private const string Suggestion = """subject: PROJECT, title: "绕城公路", text: "线位避开安置区", to: "430203:D12" """;
    private const string Duty = """title: "河道巡查", content: "每周一次", townships: ["430203001"], power: "巡查权", staff: "编制 1 名" """;

    private readonly TestHub _hub = new();
    private int _ids;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact, Trait("Rule", "T012")]
    public async Task T012_a_plan_closed_without_an_opinion_is_flagged_for_everyone_who_reads_it()
    {
        var plan = await Begun(Actors.Department, "openAreaPlan", """title: "片区控规", content: "调整用地", townships: ["430203001", "430203002"]""");
        await Done(Actors.Leader, "giveAreaOpinion", $"""plan: {plan}, text: "同意" """);
        await Done(Actors.Department, "closeAreaPlan", $"plan: {plan}");
        var read = await Record(Actors.Leader, "plans { nodes { number flagged missing { code } awaited { code } opinions { text late township { code } } terms { id } } }");
        read.GetProperty("plans").GetProperty("nodes")[0].GetRawText().ShouldBe(
            """{"number":#,"flagged":true,"missing":[{"code":"430203002"}],"awaited":[{"code":"430203002"}],"opinions":[{"text":"同意","late":false,"township":{"code":"430203001"}}],"terms":[]}""".Replace("#", $"{plan}"));
        (await Record(Actors.Of(Role.TownshipGovernment, "430203002"), "plans { nodes { opinions { text } } }")).GetProperty("plans").GetProperty("nodes")[0].GetProperty("opinions").GetArrayLength()
            .ShouldBe(0, "another township's opinion is its own");
        (await Record(OtherDepartment, "plans { nodes { number } }")).GetProperty("plans").GetProperty("nodes").GetArrayLength().ShouldBe(0);
    }

    [Fact, Trait("Rule", "T013")]
    public async Task T013_an_unanswered_suggestion_stands_in_the_countys_inbox_with_how_long_it_has_waited()
    {
        var number = await Begun(Actors.Leader, "makeTownshipSuggestion", Suggestion);
        _hub.Time.Advance(TimeSpan.FromDays(10));
        var inbox = await Record(Government, "unansweredSuggestions suggestions(unansweredOnly: true) { nodes { number unanswered waitedDays answer to { code } terms { name basis parameter } } }");
        inbox.GetProperty("unansweredSuggestions").GetInt32().ShouldBe(1);
        inbox.GetProperty("suggestions").GetProperty("nodes")[0].GetRawText().ShouldBe(
            $$"""{"number":{{number}},"unanswered":true,"waitedDays":10,"answer":null,"to":{"code":"430203:D12"},"terms":[{"name":"答复乡镇建议","basis":"ASSUMED","parameter":"SuggestionReplyLimit"}]}""");
        Error(await Do(OtherDepartment, "answerTownshipSuggestion", $"""suggestion: {number}, answer: ADOPTED, text: "好" """)).ShouldBe(("INVALID_INPUT", "T013", "suggestion"));
        await Done(Actors.Department, "answerTownshipSuggestion", $"""suggestion: {number}, answer: NOT_ADOPTED, text: "线位已批复" """);
        (await Record(Government, "unansweredSuggestions suggestions(unansweredOnly: true) { nodes { number } }")).GetRawText().ShouldBe("""{"unansweredSuggestions":0,"suggestions":{"nodes":[]}}""");
    }

    [Fact, Trait("Rule", "T014")]
    public async Task T014_R034_R035_a_task_without_an_approval_in_force_is_refused_and_nothing_changes()
    {
        const string Task = """unit: "430203001", title: "汛前巡查", content: "巡查河堤", until: "2026-08-31" """;
        Error(await Do(Actors.Department, "assignTask", Task)).ShouldBe(("NOT_ADMITTED", "T014", "reference"));
        Error(await Do(Actors.Department, "assignTask", Task.Replace("430203001", "430203001001"))).ShouldBe(("NOT_ADMITTED", "R036", "reference"));
        (await Record(Government, "version tasks { nodes { number } }")).GetRawText().ShouldBe("""{"version":"0","tasks":{"nodes":[]}}""");

        var duty = await Begun(Actors.Department, "proposeTownshipDuty", Duty);
        Error(await Do(Actors.Department, "activateTownshipDuty", $"duty: {duty}")).ShouldBe(("DUTY_NOT_APPROVED", "R034", "duty"));
        Error(await Do(Government, "approveTownshipDuty", $"""duty: {duty}, approval: "县政函 8 号" """)).ShouldBe(("TRANSFER_MISSING", "R035", "funds"));
        await Done(Government, "approveTownshipDuty", $"""duty: {duty}, approval: "县政函 8 号", funds: "5 万元" """);
        Error(await Do(Actors.Department, "assignTask", Task + ", reference: \"县政函 8 号\"")).ShouldBe(("NOT_ADMITTED", "T014", "reference"));
        await Done(Actors.Department, "activateTownshipDuty", $"duty: {duty}");
        Error(await Do(OtherDepartment, "assignTask", Task + ", reference: \"县政函 8 号\"")).ShouldBe(("NOT_ADMITTED", "T014", "reference"));
        var task = await Begun(Actors.Department, "assignTask", Task + ", reference: \"县政函 8 号\"");

        var seen = await Record(Actors.Leader, "duties(stage: IN_FORCE) { nodes { approval power staff funds stage } } tasks(openOnly: true) { nodes { number reference until unit { code } } }");
        seen.GetProperty("duties").GetProperty("nodes")[0].GetRawText().ShouldBe("""{"approval":"县政函 8 号","power":"巡查权","staff":"编制 1 名","funds":"5 万元","stage":"IN_FORCE"}""");
        seen.GetProperty("tasks").GetProperty("nodes")[0].GetRawText().ShouldBe("""{"number":#,"reference":"县政函 8 号","until":"2026-08-31","unit":{"code":"430203001"}}""".Replace("#", $"{task}"));
        var second = await Begun(Actors.Department, "assignTask", Task + ", reference: \"县政函 8 号\"");
        Error(await Do(OtherDepartment, "withdrawTask", $"""task: {second}, reason: "重复" """)).ShouldBe(("INVALID_INPUT", "T014", "task"));
        await Done(Actors.Department, "withdrawTask", $"""task: {second}, reason: "重复" """);
        var gone = (await Record(Actors.Leader, "tasks { nodes { number withdrawnWhy withdrawnAt terms { name } } }")).GetProperty("tasks").GetProperty("nodes")[1];
        (gone.GetProperty("withdrawnWhy").GetString(), gone.GetProperty("withdrawnAt").ValueKind, gone.GetProperty("terms").GetArrayLength()).ShouldBe(("重复", JsonValueKind.String, 0));
        await Done(Actors.Leader, "finishTask", $"""task: {task}, report: "已办" """);
        (await Record(Actors.Leader, "tasks(openOnly: true) { nodes { number } }")).GetProperty("tasks").GetProperty("nodes").GetArrayLength().ShouldBe(0);
    }

    [Fact, Trait("Rule", "R036")]
    public async Task R036_W013_an_admitted_item_may_be_put_on_a_community()
    {
        Error(await Do(Actors.Department, "admitCommunityItem", """code: "M-7", title: "居住证明", basis: "指导清单" """)).ShouldBe(("NOT_ALLOWED", "R036", null));
        await Done(Government, "admitCommunityItem", """code: "M-7", title: "居住证明", basis: "指导清单" """);
        (await Record(Actors.Committee, "items { code title basis }")).GetProperty("items").GetRawText().ShouldBe("""[{"code":"M-7","title":"居住证明","basis":"指导清单"}]""");
        var task = await Begun(OtherDepartment, "assignTask", """unit: "430203001001", title: "开具证明", content: "按清单", reference: "M-7", until: "2026-08-31" """);
        (await Record(Actors.Committee, "tasks { nodes { number } }")).GetProperty("tasks").GetProperty("nodes")[0].GetProperty("number").GetInt32().ShouldBe(task);
        (await Record(Actors.Leader, "tasks { nodes { number } }")).GetProperty("tasks").GetProperty("nodes").GetArrayLength().ShouldBe(1, "the township reads its communities'");
    }

    [Fact, Trait("Rule", "T108")]
    public async Task T108_T109_the_organisation_department_reads_results_and_measures_and_others_do_not()
    {
        Error(await Do(Actors.Department, "recordTownshipResult", """township: "430203001", year: 2025, score: 50, satisfaction: 80""")).ShouldBe(("NOT_ALLOWED", "T015", null));
        await Done(Performance, "recordTownshipResult", """township: "430203001", year: 2025, score: 59.99, satisfaction: 80""");
        var result = (await Record(Organisation, "results { nodes { number } }")).GetProperty("results").GetProperty("nodes")[0].GetProperty("number").GetInt32();
        Error(await Do(Organisation, "takeResultMeasure", $"""result: {result}, kind: TALK, grounds: "靠后", rectifyBy: "2026-06-30" """)).ShouldBe(("NOT_ALLOWED", "T109", null));
        await Done(Government, "takeResultMeasure", $"""result: {result}, kind: TALK, grounds: "靠后", rectifyBy: "2026-06-30" """);
        const string Asked = "results(flaggedOnly: true) { nodes { score poor lowSatisfaction flagged assumed scoreFloor measures { kind rectifyBy } } }";
        foreach (var actor in new[] { Organisation, Performance, Government, Actors.Leader, Actors.Auditor })
        {
            (await Record(actor, Asked)).GetProperty("results").GetProperty("nodes")[0].GetRawText().ShouldBe(
                """{"score":59.99,"poor":true,"lowSatisfaction":false,"flagged":true,"assumed":true,"scoreFloor":60,"measures":[{"kind":"TALK","rectifyBy":"2026-06-30"}]}""", actor.Principal);
        }

        foreach (var actor in new[] { Actors.Department, Actors.Committee, Actors.Of(Role.TownshipGovernment, "430203002") })
            (await Record(actor, $"{Asked} measures {{ nodes {{ kind }} }}")).GetRawText().ShouldBe("""{"results":{"nodes":[]},"measures":{"nodes":[]}}""", actor.Principal);
    }

    [Fact, Trait("Rule", "R038")]
    public async Task R038_the_years_tasks_of_all_four_kinds_are_listed_each_once_to_those_who_read_them_and_closed_by_their_results()
    {
        await OpenTasks();
        (await Assessed(Government, "430203")).ShouldBe(
        [
            "TOWNSHIPS 430203001 by 430203 open", "COMMUNITIES 430203001001 by 430203001 open", "DEPARTMENTS 430203:D12 by 430203 open", "DEPARTMENTS 430203:D20 by 430203 open", "AGENCIES 430203001-D12 by 430203 open",
        ]);
        (await Assessed(Actors.Leader, "430203001")).ShouldBe(["TOWNSHIPS 430203001 by 430203 open", "COMMUNITIES 430203001001 by 430203001 open", "AGENCIES 430203001-D12 by 430203 open"]);
        (await Assessed(Actors.Committee, "430203")).ShouldBe(["COMMUNITIES 430203001001 by 430203001 open"]);
        (await Assessed(OtherDepartment, "430203")).ShouldBe(["DEPARTMENTS 430203:D20 by 430203 open"]);
        (await Assessed(Actors.Agency, "430203001")).ShouldBe(["AGENCIES 430203001-D12 by 430203 open"]);
        foreach (var actor in new[] { Actors.CountyWall, Actors.Resident, Actors.Integrator, Actors.Of(Role.CountyGovernment, "430202") })
            (await _hub.Ask(actor, Tasks("430203"))).GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("NOT_FOUND", actor.Principal);

        Error(await Do(Actors.Department, "recordAssessment", """target: "430203001001", year: 2026, score: 90, satisfaction: 80""")).ShouldBe(("NOT_ALLOWED", "R038", null));
        Error(await Do(Actors.Leader, "recordAssessment", """target: "430203001001", year: 2026, score: 100.5, satisfaction: 80""")).ShouldBe(("INVALID_INPUT", "R038", "score"));
        await Done(Actors.Leader, "recordAssessment", """target: "430203001001", year: 2026, score: 90.5, satisfaction: 80""");
        await Done(Government, "excludeFromAssessment", """target: "430203:D20", year: 2026, reason: "县里未设该部门" """);
        (await Assessed(Government, "430203")).Count(t => t.EndsWith("open")).ShouldBe(3);
        var id = GlobalId.OfAssessmentTask(UnitCode.Parse("430203"), 2026, OrganCode.Parse("430203001001"));
        (await _hub.Data(Actors.Committee, $$"""{ node(id: "{{id}}") { id ... on AssessmentTask { score late class term { id } agencyYear { year } scheme { year } } } }""")).GetProperty("node").GetRawText()
            .ShouldBe($$"""{"id":"{{id}}","score":90.5,"late":false,"class":"community","term":null,"agencyYear":null,"scheme":null}""");
        (await _hub.Data(OtherDepartment, $$"""{ node(id: "{{id}}") { id } }""")).GetProperty("node").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact, Trait("Rule", "R038")]
    public async Task R038_a_task_offers_its_steps_to_who_assesses_and_asks_for_a_reason_once_it_is_closed()
    {
        await OpenTasks();
        (await Offered(Actors.Leader)).ShouldBe("recordAssessment(score satisfaction) excludeFromAssessment(reason)");
        (await Offered(Actors.Committee)).ShouldBe("");
        (await Offered(Government)).ShouldBe("");
        await Done(Actors.Leader, "recordAssessment", """target: "430203001001", year: 2026, score: 90.5, satisfaction: 80""");
        (await Offered(Actors.Leader)).ShouldBe("recordAssessment(score satisfaction reason)");

        async Task<string> Offered(Actor by) => string.Join(' ', (await _hub.Data(by, """{ assessmentTasks(unit: "430203001001", year: 2026) { nodes { nextMoves { mutation label labelEn rule inputs { name label labelEn kind required max min } } } } }"""))
            .GetProperty("assessmentTasks").GetProperty("nodes")[0].GetProperty("nextMoves").EnumerateArray()
            .Select(m => $"{m.GetProperty("mutation").GetString()}({string.Join(' ', m.GetProperty("inputs").EnumerateArray().Select(i => i.GetProperty("name").GetString()))})"));
    }

    [Fact, Trait("Rule", "R038")]
    public async Task R038_the_tasks_of_one_assessor_and_kind_are_asked_for_alone_and_no_board_is_read_for_them()
    {
        await OpenTasks();
        var before = _hub.Years.Calls.Count;
        (await Codes(Government, "430203", "COMMUNITIES", "430203")).ShouldBe("");
        (await Codes(Government, "430203", "COMMUNITIES", "430203001")).ShouldBe("430203001001");
        // What the console of a county asks for at once.
        string[] kinds = ["COMMUNITIES", "TOWNSHIPS", "DEPARTMENTS"];
        var desk = string.Join(' ', kinds.SelectMany(k => new[] { 2026, 2025 }.Select(y => $"{k}{y}: {Asked("430203", y, k, "430203")}")));
        var owed = await _hub.Data(Performance, $"{{ {desk} }}");
        kinds.Select(k => owed.GetProperty($"{k}2026").GetProperty("nodes").GetArrayLength()).ShouldBe([0, 1, 2]);
        _hub.Years.Calls.Count.ShouldBe(before);
        (await Codes(Government, "430203", "AGENCIES", "430203")).ShouldBe("430203001-D12");
        (await Codes(Actors.Agency, "430203001", "COMMUNITIES", "430203001")).ShouldBe("", "who reads agencies alone is told that there are none");
        foreach (var wrong in new[] { "43x", "4302", "430203001001" })
            (await _hub.Ask(Government, $"{{ {Asked("430203", 2026, "COMMUNITIES", wrong)} }}")).GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("INVALID_INPUT");

        static string Asked(string unit, int year, string kind, string owner) => $$"""assessmentTasks(unit: "{{unit}}", year: {{year}}, kind: {{kind}}, openOnly: true, owner: "{{owner}}", first: 100) { nodes { id year kind dueAt target { code } owner { code } } }""";
        async Task<string> Codes(Actor by, string unit, string kind, string owner) => string.Join(' ', (await _hub.Data(by, $"{{ {Asked(unit, 2026, kind, owner)} }}"))
            .GetProperty("assessmentTasks").GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("target").GetProperty("code").GetString()));
    }

    private async Task OpenTasks()
    {
        await _hub.Scored();
        var open = new OpenAssessments(2026,
        [
            new(AssessedKind.Communities, OrganCode.Parse("430203001001"), OrganCode.Parse("430203001"), "community"), new(AssessedKind.Townships, OrganCode.Parse("430203001"), OrganCode.Parse("430203"), "subdistrict"),
            new(AssessedKind.Departments, OrganCode.Parse("430203:D12"), OrganCode.Parse("430203")), new(AssessedKind.Departments, OrganCode.Parse("430203:D20"), OrganCode.Parse("430203")),
        ]);
        (await _hub.Grains.GetGrain<OpsHub.Contracts.Mandates.IMandatesGrain>("mandates-430203").Do(open, new("r038", Actor.Hub(UnitCode.Parse("4302"))))).Refusal.ShouldBeNull();
    }

    private static string Tasks(string unit) => $$"""{ assessmentTasks(unit: "{{unit}}", year: 2026) { nodes { kind target { code } owner { code } open dueAt term { parameter } agencyYear { year } } } }""";

    private async Task<List<string>> Assessed(Actor by, string unit) => [.. (await _hub.Data(by, Tasks(unit))).GetProperty("assessmentTasks").GetProperty("nodes").EnumerateArray().Select(n =>
        $"{n.GetProperty("kind").GetString()} {n.GetProperty("target").GetProperty("code").GetString()} by {n.GetProperty("owner").GetProperty("code").GetString()} {(n.GetProperty("open").GetBoolean() ? "open" : "closed")}")];

    [Fact, Trait("Rule", "T110")]
    public async Task T110_an_award_activity_without_the_reference_of_its_approval_is_refused()
    {
        Error(await Do(Actors.Department, "createAwardActivity", """title: "示范创建", townships: ["430203001"]""")).ShouldBe(("AWARD_NOT_APPROVED", "T110", "approval"));
        await Done(Actors.Department, "createAwardActivity", """title: "示范创建", townships: ["430203001"], approval: "市评比办 3 号" """);
        (await Record(Actors.Leader, "awardActivities { nodes { title approval by { code } } }")).GetProperty("awardActivities").GetProperty("nodes").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task A_matter_is_a_node_for_those_who_read_it_and_all_of_one_county_are_one_question()
    {
        var number = await Begun(Actors.Leader, "makeTownshipSuggestion", Suggestion);
        var id = GlobalId.OfMandate("TownshipSuggestion", UnitCode.Parse("430203"), number);
        (await _hub.Data(Actors.Leader, $$"""{ node(id: "{{id}}") { id ... on TownshipSuggestion { title } } }""")).GetProperty("node").GetRawText().ShouldBe($$"""{"id":"{{id}}","title":"绕城公路"}""");
        foreach (var actor in new[] { OtherDepartment, Organisation, Actors.CountyWall, Actors.Resident, Actors.Of(Role.CountyGovernment, "430202"), Actors.Centre, Actors.Agency })
            (await _hub.Data(actor, $$"""{ node(id: "{{id}}") { id } }""")).GetProperty("node").ValueKind.ShouldBe(JsonValueKind.Null, actor.Principal);

        var other = GlobalId.OfMandate("AreaPlan", UnitCode.Parse("430203"), number);
        var before = _hub.Grains.Calls.Count(c => c == "mandates-430203.Get");
        var nodes = (await _hub.Data(Government, $$"""{ nodes(ids: ["{{id}}", "{{other}}", "{{GlobalId.OfMandates(UnitCode.Parse("430203"))}}"]) { id } countyMandates(county: "430203") { id } }""")).GetProperty("nodes");
        nodes.EnumerateArray().Select(n => n.ValueKind).ShouldBe([JsonValueKind.Object, JsonValueKind.Null, JsonValueKind.Object]);
        (_hub.Grains.Calls.Count(c => c == "mandates-430203.Get") - before).ShouldBeLessThanOrEqualTo(2);
    }

    [Fact]
    public async Task Who_reads_nothing_of_a_county_is_answered_as_if_there_were_none()
    {
        foreach (var actor in new[] { Actors.CountyWall, Actors.Resident, Actors.Integrator, Actors.Agency, Actors.County, Actors.Of(Role.Department, "430202:D12"), Actors.Administrator })
        {
            (await _hub.Data(actor, """{ countyMandates(county: "430203") { id } }""")).GetProperty("countyMandates").ValueKind.ShouldBe(JsonValueKind.Null, actor.Principal);
            Error(await Do(actor, "makeTownshipSuggestion", Suggestion)).ShouldBe(("NOT_FOUND", "R046", "county"), actor.Principal);
        }

        (await _hub.Ask(Government, """{ countyMandates(county: "4302") { id } }""")).GetProperty("errors").GetArrayLength().ShouldBe(1);
        (await _hub.Data(Government, """{ countyMandates(county: "430203") { version trace { nodes { event } } } }""")).GetProperty("countyMandates").GetProperty("version").GetString().ShouldBe("0");
        (await _hub.Ask(Actors.Leader, """{ countyMandates(county: "430203") { trace { nodes { event } } } }""")).GetProperty("errors").GetArrayLength().ShouldBe(1);
        Error(await Do(Actors.Leader, "makeTownshipSuggestion", Suggestion + """, expectedVersion: "0" """)).ShouldBe(("INVALID_INPUT", "HUB", "expectedVersion"));
    }

    [Fact]
    public async Task A_repeated_command_answers_the_first_number_and_lists_are_paged()
    {
        var first = await Begun(Actors.Leader, "makeTownshipSuggestion", Suggestion, "once");
        (await Begun(Actors.Leader, "makeTownshipSuggestion", Suggestion, "once")).ShouldBe(first);
        var second = await Begun(Actors.Leader, "makeTownshipSuggestion", Suggestion, "twice");
        var page = (await Record(Government, "suggestions(first: 1) { nodes { number } pageInfo { hasNextPage endCursor } }")).GetProperty("suggestions");
        page.GetProperty("nodes")[0].GetProperty("number").GetInt32().ShouldBe(first);
        var next = (await Record(Government, $$"""suggestions(first: 1, after: "{{page.GetProperty("pageInfo").GetProperty("endCursor").GetString()}}") { nodes { number } pageInfo { hasNextPage } }""")).GetProperty("suggestions");
        (next.GetProperty("nodes")[0].GetProperty("number").GetInt32(), next.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean()).ShouldBe((second, false));
    }

    private async Task<JsonElement> Do(Actor by, string mutation, string fields, string? id = null) =>
        (await _hub.Data(by, $$"""mutation { {{mutation}}(input: { commandId: "{{id ?? $"m-{++_ids}"}}", county: "430203", {{fields}} }) { number errors { __typename code rule clause field message } } }""")).GetProperty(mutation);

    private async Task<JsonElement> Done(Actor by, string mutation, string fields, string? id = null)
    {
        var payload = await Do(by, mutation, fields, id);
        payload.GetProperty("errors").GetArrayLength().ShouldBe(0, payload.ToString());
        return payload;
    }

    private async Task<int> Begun(Actor by, string mutation, string fields, string? id = null) => (await Done(by, mutation, fields, id)).GetProperty("number").GetInt32();

    private async Task<JsonElement> Record(Actor by, string selection) => (await _hub.Data(by, $$"""{ countyMandates(county: "430203") { {{selection}} } }""")).GetProperty("countyMandates");

    private static (string? Code, string? Rule, string? Field) Error(JsonElement payload)
    {
        var error = payload.GetProperty("errors").EnumerateArray().ShouldHaveSingleItem();
        return (error.GetProperty("code").GetString(), error.GetProperty("rule").GetString(), error.GetProperty("field").GetString());
    }
}
