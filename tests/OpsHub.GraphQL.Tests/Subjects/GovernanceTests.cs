using System.Text.Json;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Governance;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Tests.Subjects;

/// <summary>Grid files, governance files and analysis reports through the API: each by its own, read within the area, figures for walls.</summary>
public sealed class GovernanceTests : IAsyncLifetime
{
    private const string Community = "430203001001", Grid = "430203001001001";

    private static readonly Actor Government = Actors.Of(Role.CountyGovernment, "430203"), CityOffice = Actors.Of(Role.CityGovernanceOffice, "4302");

    private readonly TestHub _hub = new();
    private int _ids;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact, Trait("Rule", "G005")]
    public async Task G005_G031_a_community_equips_its_grids_and_the_file_tells_coverage_gaps_and_flags()
    {
        const string Fields = "file { id version buildingCoverage { numerator denominator gap percent } buildings(unassigned: true) { nodes { number grid { code } } } grids { grid { code } leader fullTime } flags { rule unit { code } } }";
        (await Done(Actors.Committee, "assignBuildings", $$"""community: "{{Community}}", buildings: [{ number: "B1", grid: "{{Grid}}" }, { number: "B2" }]""")).GetProperty("sequence").GetInt32().ShouldBe(1);
        var file = (await Done(Actors.Centre, "appointGridLeader", $$"""community: "{{Community}}", grid: "{{Grid}}", class: RETIRED_CADRE""", Fields)).GetProperty("file");
        file.GetProperty("buildingCoverage").GetRawText().ShouldBe("""{"numerator":1,"denominator":2,"gap":1,"percent":50}""");
        file.GetProperty("buildings").GetProperty("nodes").GetRawText().ShouldBe("""[{"number":"B2","grid":null}]""");
        file.GetProperty("grids")[0].GetProperty("leader").GetString().ShouldBe("RETIRED_CADRE");
        file.GetProperty("flags").EnumerateArray().Where(f => f.GetProperty("rule").GetString() == "G031").ShouldHaveSingleItem().GetProperty("unit").GetProperty("code").GetString().ShouldBe("430203001001002");

        (await Refused(Actors.Committee, "appointGridLeader", $$"""community: "{{Community}}", grid: "{{Grid}}", class: OTHER""")).ShouldBe(("RuleRefusedError", "GRID_HAS_LEADER", "G031", "三(八)", "grid"));
        (await Refused(Actors.Committee, "assignBuildings", $$"""community: "{{Community}}", buildings: [{ number: "B1", grid: "430203001001002" }]""")).ShouldBe(("RuleRefusedError", "BUILDING_IN_GRID", "G005", "二(一)", "buildings[0].grid"));
        (await Refused(Actors.OtherCentre, "appointGridLeader", $$"""community: "{{Community}}", grid: "{{Grid}}", class: OTHER""")).Code.ShouldBe("NOT_ALLOWED");
        (await Refused(Actors.Committee, "equipGrid", $$"""community: "{{Community}}", grid: "4302", fullTime: 1, partTime: 0, appUsers: 0, party: BRANCH""")).ShouldBe(("InvalidInputError", "INVALID_INPUT", "G032", "三(八)", "grid"));
    }

    [Fact, Trait("Rule", "G016")]
    public async Task G016_T025_the_eighth_member_and_a_delegation_without_its_legal_basis_are_refused_with_rule_and_clause()
    {
        await Done(Actors.County, "setCommandStaff", """unit: "430203", members: 7""");
        (await Refused(Government, "setCommandStaff", """unit: "430203", members: 8""")).ShouldBe(("RuleRefusedError", "COMMAND_CENTRE_FULL", "G016", "三(四)", "members"));
        (await Refused(Actors.Centre, "setCommandStaff", """unit: "430203", members: 6""")).ShouldBe(("NotAllowedError", "NOT_ALLOWED", "G016", "三(四)", null));
        const string Four = """unit: "4302", matter: "占道审批", procedure: "委托", operationRules: "三日", responsibility: "谁审批谁负责" """;
        (await Refused(CityOffice, "delegatePowers", Four)).ShouldBe(("RuleRefusedError", "DELEGATION_INCOMPLETE", "T025", "二(二)", "legalBasis"));
        var file = (await Done(CityOffice, "delegatePowers", Four + """, legalBasis: "行政许可法" """, "file { delegations { number matter legalBasis } }")).GetProperty("file");
        file.GetProperty("delegations").GetRawText().ShouldBe("""[{"number":1,"matter":"占道审批","legalBasis":"行政许可法"}]""");
    }

    [Fact, Trait("Rule", "G027")]
    public async Task G027_G051_one_scheme_is_active_and_is_read_by_post()
    {
        const string Scheme = """unit: "430203", title: "办法", posts: [{ post: FULL_TIME, components: [{ label: "巡查", weight: 0.6 }, { label: "评价", weight: 0.4 }] }, { post: PART_TIME, components: [{ label: "上报", weight: 1 }] }]""";
        var file = (await Done(Actors.County, "activateWorkerScheme", Scheme, "file { workerScheme { name posts(post: FULL_TIME) { post components { name weight } } } }")).GetProperty("file");
        file.GetProperty("workerScheme").GetProperty("posts").GetRawText().ShouldBe("""[{"post":"FULL_TIME","components":[{"name":"巡查","weight":0.6},{"name":"评价","weight":0.4}]}]""");
        (await Refused(Actors.County, "activateWorkerScheme", Scheme)).ShouldBe(("RuleRefusedError", "WORKER_SCHEME_ACTIVE", "G027", "三(六)", "title"));
    }

    [Fact, Trait("Rule", "G033")]
    public async Task G033_G044_what_is_owed_opens_by_itself_and_only_a_record_closes_it()
    {
        const string Query = """{ governanceObligations(unit: "430203") { totalCount nodes { unit { code } rule name year status dueOn clause } } }""";
        async Task<Dictionary<string, string>> Owed() => (await _hub.Data(Actors.County, Query)).GetProperty("governanceObligations").GetProperty("nodes").EnumerateArray()
            .Where(n => n.GetProperty("unit").GetProperty("code").GetString() == "430203").ToDictionary(n => n.GetProperty("rule").GetString()! + n.GetProperty("name").GetString(), n => n.GetProperty("status").GetString()!);
        (await Owed())["G033综治信息系统"].ShouldBe("OVERDUE");
        (await Owed())["G044网格化服务管理专项经费"].ShouldBe("OPEN");
        (await Owed()).Count(o => o.Key.StartsWith("G061", StringComparison.Ordinal)).ShouldBe(2);
        await Done(Actors.County, "setConstruction", """unit: "430203", item: INFORMATION_SYSTEM, builtOn: "2019-05-01" """);
        await Done(Government, "recordObligation", """unit: "430203", kind: SPECIAL_FUND, on: "2026-02-01", record: "预算", funds: { platforms: 200000, dataUpdate: 50000.5, flow: 0 }""");
        (await Owed())["G033综治信息系统"].ShouldBe("DONE_LATE");
        (await Owed())["G044网格化服务管理专项经费"].ShouldBe("DONE");
        (await Refused(Government, "recordObligation", """unit: "430203", kind: SPECIAL_FUND, on: "2026-02-01", record: "预算" """)).ShouldBe(("InvalidInputError", "INVALID_INPUT", "G045", "五(十三)", "funds"));
    }

    [Fact, Trait("Rule", "G054")]
    public async Task G054_a_campaigns_linked_cases_are_counted_from_the_index()
    {
        await Given.Case(_hub);
        var file = (await Done(Actors.Centre, "openCampaign", """unit: "430203001", title: "整治", categories: ["Q01"], from: "2026-03-01", until: "2026-03-31" """, "file { campaigns { number name linkedCases outcome } }")).GetProperty("file");
        file.GetProperty("campaigns")[0].GetProperty("linkedCases").GetInt32().ShouldBe(1);
        await Done(Actors.Leader, "closeCampaign", """unit: "430203001", number: 1, outcome: "完成" """);
        (await Refused(Actors.Centre, "openCampaign", """unit: "430203001", title: "整治", categories: ["Q99"], from: "2026-03-01", until: "2026-03-31" """)).ShouldBe(("InvalidInputError", "INVALID_INPUT", "G054", "三(七)", "categories"));
    }

    [Fact, Trait("Rule", "T023")]
    public async Task T023_the_townships_centre_reads_edits_and_adopts_the_drafted_report()
    {
        var key = GrainKeys.Analysis(UnitCode.Parse("430203001"), new(2026, 2, 1));
        await _hub.Grains.Analysis(key).Do(new DraftReport(new(2026, 3, 1), new(5, 4, 4, 3, 1, 0)), new("draft", Actor.Hub(UnitCode.Parse("4302"))));
        var node = (await _hub.Data(Actors.Centre, """{ analysisReports(unit: "430203001") { nodes { id from until stage reported onTime { numerator denominator percent } text basis } } }""")).GetProperty("analysisReports").GetProperty("nodes")[0];
        node.GetProperty("onTime").GetRawText().ShouldBe("""{"numerator":3,"denominator":4,"percent":75}""");
        (node.GetProperty("stage").GetString(), node.GetProperty("until").GetString(), node.GetProperty("basis").GetString()).ShouldBe(("DRAFT", "2026-02-28", "assumed"));
        var id = node.GetProperty("id").GetString();
        (await Refused(Actors.Leader, "adoptAnalysisReport", $$"""reportId: "{{id}}" """)).Code.ShouldBe("NOT_ALLOWED");
        (await Refused(Actors.OtherCentre, "adoptAnalysisReport", $$"""reportId: "{{id}}" """)).Code.ShouldBe("NOT_FOUND");
        await Done(Actors.Centre, "editAnalysisReport", $$"""reportId: "{{id}}", text: "以占道为主" """);
        (await Done(Actors.Centre, "adoptAnalysisReport", $$"""reportId: "{{id}}" """, "report { stage text }")).GetProperty("report").GetRawText().ShouldBe("""{"stage":"ADOPTED","text":"以占道为主"}""");
        (await Refused(Actors.Centre, "editAnalysisReport", $$"""reportId: "{{id}}", text: "改" """)).Code.ShouldBe("WRONG_STATE");
        (await _hub.Data(Actors.County, $$"""{ node(id: "{{id}}") { ... on AnalysisReport { township { code } } } }""")).GetProperty("node").GetProperty("township").GetProperty("code").GetString().ShouldBe("430203001");
    }

    [Fact, Trait("Rule", "T018")]
    public async Task T018_G060_indicators_are_exact_shares_read_in_two_questions_for_a_whole_county()
    {
        await Done(Actors.Centre, "setConstruction", """unit: "430203001", item: JOINT_PLATFORM, builtOn: "2020-01-01" """);
        var asked = _hub.Governance.Asked;
        var all = (await _hub.Data(Actors.County, """{ governanceIndicators(unit: "430203") { rule name share { numerator denominator percent gap } } nationalStandards { number } }"""));
        (_hub.Governance.Asked - asked).ShouldBe(2);
        all.GetProperty("governanceIndicators").EnumerateArray().Single(i => i.GetProperty("rule").GetString() == "T018").GetProperty("share").GetRawText().ShouldBe("""{"numerator":1,"denominator":2,"percent":50,"gap":1}""");
        all.GetProperty("nationalStandards").GetArrayLength().ShouldBe(2);
        (await _hub.Data(Actors.County, """{ governanceFlags(unit: "430203", rule: "T018") { totalCount nodes { unit { code } messageEn } } }""")).GetProperty("governanceFlags").GetProperty("nodes")[0]
            .GetProperty("unit").GetProperty("code").GetString().ShouldBe("430203002");
    }

    [Fact]
    public async Task Files_are_read_within_the_area_and_walls_and_integrators_read_figures_alone()
    {
        var id = GlobalId.OfGovernance(UnitCode.Parse("430203001"));
        foreach (var (actor, reads, figures) in new (Actor, bool, bool)[]
        {
            (Actors.Centre, true, true), (Actors.Leader, true, true), (Actors.County, true, true), (Government, true, true), (CityOffice, true, true), (Actors.Auditor, true, true),
            (Actors.CityWall, false, true), (Actors.Integrator, false, true), (Actors.Administrator, false, true), (Actors.OtherCentre, false, false), (Actors.Committee, false, false),
            (Actors.Department, false, false), (Actors.Resident, false, false), (Actors.Of(Role.CountyCommandCentre, "430202"), false, false),
        })
        {
            (await _hub.Data(actor, $$"""{ node(id: "{{id}}") { id } }""")).GetProperty("node").ValueKind.ShouldBe(reads ? JsonValueKind.Object : JsonValueKind.Null, actor.Principal);
            (await _hub.Data(actor, """{ governanceFile(unit: "430203001") { id } }""")).GetProperty("governanceFile").ValueKind.ShouldBe(reads ? JsonValueKind.Object : JsonValueKind.Null, actor.Principal);
            (await _hub.Ask(actor, """{ governanceFlags(unit: "430203001") { totalCount } }""")).TryGetProperty("errors", out _).ShouldBe(!reads, actor.Principal);
            (await _hub.Ask(actor, """{ analysisReports(unit: "430203001") { nodes { id } } }""")).TryGetProperty("errors", out _).ShouldBe(!reads, actor.Principal);
            (await _hub.Ask(actor, """{ governanceIndicators(unit: "430203001") { rule } }""")).TryGetProperty("errors", out _).ShouldBe(!figures, actor.Principal);
        }

        (await _hub.Data(Actors.Committee, $$"""{ gridFile(community: "{{Community}}") { id grids { grid { code } } } }""")).GetProperty("gridFile").GetProperty("grids").GetArrayLength().ShouldBe(2);
        (await _hub.Data(Actors.OtherParty, $$"""{ gridFile(community: "{{Community}}") { id } }""")).GetProperty("gridFile").ValueKind.ShouldBe(JsonValueKind.Null);
        (await _hub.Ask(Actors.County, $$"""{ governanceIndicators(unit: "{{Grid}}") { rule } }""")).Code().ShouldBe("INVALID_INPUT");
    }

    [Fact]
    public async Task A_personal_number_in_a_text_is_warned_of_and_masked_for_all_but_the_unit_itself()
    {
        const string Read = """{ governanceFile(unit: "430203001") { meetings { minutes } } }""";
        (await Done(Actors.Centre, "recordRegularMeeting", """unit: "430203001", on: "2026-02-03", minutes: "联系 13812345678", attended: 9""", "warnings { code field }")).GetProperty("warnings")[0].GetProperty("field").GetString().ShouldBe("minutes");
        (await _hub.Data(Actors.Leader, Read)).ToString().ShouldContain("13812345678");
        (await _hub.Data(Actors.County, Read)).ToString().ShouldNotContain("13812345678");
    }

    private async Task<JsonElement> Do(Actor by, string mutation, string input, string fields) =>
        (await _hub.Data(by, $$"""mutation { {{mutation}}(input: { commandId: "c-{{++_ids}}", {{input}} }) { sequence errors { __typename code rule clause field message messageEn } {{fields}} } }""")).GetProperty(mutation);

    private async Task<JsonElement> Done(Actor by, string mutation, string input, string fields = "")
    {
        var payload = await Do(by, mutation, input, fields);
        payload.GetProperty("errors").GetArrayLength().ShouldBe(0, payload.ToString());
        return payload;
    }

    private async Task<(string Type, string Code, string Rule, string Clause, string? Field)> Refused(Actor by, string mutation, string input)
    {
        var error = (await Do(by, mutation, input, "")).GetProperty("errors")[0];
        string Text(string name) => error.GetProperty(name).GetString()!;
        Text("messageEn").ShouldNotBeEmpty();
        return (Text("__typename"), Text("code"), Text("rule"), Text("clause"), error.GetProperty("field").GetString());
    }
}
