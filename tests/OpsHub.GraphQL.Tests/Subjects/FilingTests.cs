using System.Text.Json;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Tests.Subjects;

/// <summary>Filings through the API: who files, who reads, what is owed, and what comes back. Monday 2026-03-02, 9:00.</summary>
public sealed class FilingTests : IAsyncLifetime
{
    private const string Measures = """title: "实施办法", number: "芦办发〔2026〕1号", responsible: ["430203", "430203:D12"], schedule: [{ until: "2026-12-31", work: "全面推行" }]""";

    private const string Powers = """kind: POWER_LIST, title: "权力清单", matters: [{ name: "占道经营查处", class: CLEAR_OWNER }, { name: "环境整治" }]""";

    private const string Directory = """kind: SERVICE_DIRECTORY, title: "公共服务事项目录", matters: [{ name: "就业登记", provider: TOWNSHIP }]""";

    private static readonly Actor Government = Actors.Of(Role.CountyGovernment, "430203");
    private static readonly Actor OtherCounty = Actors.Of(Role.CountyGovernment, "430202");
    private static readonly Actor Organisation = Actors.Of(Role.Department, "4302:D01");
    private static readonly Actor Second = Actors.Of(Role.TownshipGovernment, "430203002");
    private static readonly Actor Office = Actors.Of(Role.CityGovernanceOffice, "4302");

    private readonly TestHub _hub = new();
    private int _ids;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact, Trait("Rule", "A042")]
    public async Task A042_a_county_issues_files_and_the_citys_organ_confirms()
    {
        var issued = await Done(Government, "issueImplementingMeasures", "430203", Measures, "i-1");
        var document = issued.GetProperty("document");
        (document.GetProperty("number").GetInt32(), document.GetProperty("kind").GetString(), document.GetProperty("inForce").GetBoolean()).ShouldBe((1, "IMPLEMENTING_MEASURES", true));
        var id = document.GetProperty("id").GetString();
        (await Done(Government, "issueImplementingMeasures", "430203", Measures, "i-1")).GetProperty("document").GetProperty("id").GetString().ShouldBe(id, "the first answer again");

        (await Done(Government, "fileMeasures", "430203", """document: 1, with: ORGANISATION, reference: "芦备 1 号" """)).GetProperty("document").ValueKind.ShouldBe(JsonValueKind.Null);
        Error(await Do(Government, "fileMeasures", "430203", """document: 1, with: ORGANISATION, reference: "芦备 2 号" """)).ShouldBe(("RuleRefusedError", "FILED_WITH_ALREADY", "A042", "三", "with"));
        Error(await Do(Organisation, "confirmFiling", "430203", "document: 1, with: ESTABLISHMENT")).Code.ShouldBe("NOT_ALLOWED", "the establishment office receives for itself");
        Error(await Do(Actors.Of(Role.EstablishmentOffice, "4302"), "confirmFiling", "430203", "document: 1, with: ESTABLISHMENT")).Code.ShouldBe("NOT_FILED_WITH");
        await Done(Organisation, "confirmFiling", "430203", "document: 1, with: ORGANISATION");

        var filings = await Filings(Actors.County, "430203", """
            measuresFiled openObligations version obligations { duty rule holder { code } open late dueAt } openTerms { name nameEn basis parameter }
            documents(kind: IMPLEMENTING_MEASURES, inForceOnly: true) { nodes { title documentNumber responsible { code } schedule { until work } copies { with reference confirmedAt } } } trace { nodes { event rule } }
            """);
        filings.GetProperty("measuresFiled").GetBoolean().ShouldBeFalse();
        filings.GetProperty("obligations").EnumerateArray().Select(o => $"{o.GetProperty("duty").GetString()} {o.GetProperty("rule").GetString()} {o.GetProperty("holder").GetProperty("code").GetString()}").ShouldBe(
        [
            "ESTABLISHMENT_FILING A042 430203", "ASSESSMENT_MEASURES A048 430203", "DETAILED_RULES A047 430203001", "DETAILED_RULES A047 430203002", "DETAILED_RULES A047 430203:D12",
        ]);
        filings.GetProperty("openTerms").EnumerateArray().ShouldAllBe(t => t.GetProperty("basis").GetString() == "ASSUMED" && t.GetProperty("parameter").GetString() != null && t.GetProperty("nameEn").GetString() != t.GetProperty("name").GetString());
        filings.GetProperty("documents").GetProperty("nodes")[0].ShouldSatisfyAllConditions(
            d => d.GetProperty("responsible").GetArrayLength().ShouldBe(2), d => d.GetProperty("schedule")[0].GetRawText().ShouldBe("""{"until":"2026-12-31","work":"全面推行"}"""),
            d => d.GetProperty("copies")[0].GetProperty("confirmedAt").ValueKind.ShouldBe(JsonValueKind.String));
        filings.GetProperty("trace").GetProperty("nodes").EnumerateArray().Select(e => e.GetProperty("event").GetString()).ShouldBe(["FilingsOpened", "DocumentIssued", "MeasuresFiled", "FilingConfirmed"]);
    }

    [Fact, Trait("Rule", "A043")]
    public async Task A043_coverage_is_told_to_the_city_and_to_nobody_below()
    {
        await Done(Government, "issueImplementingMeasures", "430203", Measures);
        (await Coverage(Office)).GetProperty("filed").GetInt32().ShouldBe(0);
        await Done(Government, "fileMeasures", "430203", """document: 1, with: ORGANISATION, reference: "1" """);
        await Done(Government, "fileMeasures", "430203", """document: 1, with: ESTABLISHMENT, reference: "2" """);
        foreach (var actor in new[] { Office, Organisation, Actors.CityWall, Actors.Auditor })
            (await Coverage(actor)).GetRawText().ShouldBe("""{"counties":2,"filed":1,"rate":0.5,"shown":"50.0%","missing":[{"code":"430202"}]}""", actor.Principal);
        foreach (var actor in new[] { Government, Actors.Leader, Actors.Department, Actors.Resident, Actors.CountyWall })
            (await Coverage(actor)).ValueKind.ShouldBe(JsonValueKind.Null, actor.Principal);

        async Task<JsonElement> Coverage(Actor actor) => (await _hub.Data(actor, "{ filingCoverage { counties filed rate shown missing { code } } }")).GetProperty("filingCoverage");
    }

    [Theory]
    [InlineData("""title: "办法", number: "1号", responsible: ["430203"]""", "A045", "schedule")]
    [InlineData("""title: "办法", number: "1号", schedule: [{ until: "2026-12-31", work: "推行" }]""", "A045", "responsible")]
    [InlineData("""title: "办法", number: "1号", responsible: ["430202:D12"], schedule: [{ until: "2026-12-31", work: "推行" }]""", "A045", "responsible[0]")]
    [InlineData("""title: "", number: "1号", responsible: ["430203"], schedule: [{ until: "2026-12-31", work: "推行" }]""", "A042", "title")]
    [InlineData("""title: "办法", number: "1号", responsible: ["不是"], schedule: [{ until: "2026-12-31", work: "推行" }]""", "HUB", "responsible")]
    public async Task A045_measures_that_lack_something_are_refused_by_field_and_rule(string input, string rule, string field)
    {
        var error = Error(await Do(Government, "issueImplementingMeasures", "430203", input));
        (error.Type, error.Rule, error.Field).ShouldBe(("InvalidInputError", rule, field));
    }

    [Fact, Trait("Rule", "R028")]
    public async Task R028_R032_an_unclassified_matter_is_warned_of_and_a_service_without_its_provider_refused()
    {
        var payload = await Done(Actors.Leader, "issueTownshipList", "430203001", Powers);
        payload.GetProperty("warnings")[0].GetProperty("code").GetString().ShouldBe("UNCLASSIFIED");
        payload.GetProperty("filings").GetProperty("flags")[0].GetProperty("rule").GetString().ShouldBe("R028");
        Error(await Do(Actors.Leader, "issueTownshipList", "430203001", """kind: SERVICE_DIRECTORY, title: "目录", matters: [{ name: "就业登记" }]""")).ShouldBe(("InvalidInputError", "INVALID_INPUT", "R032", "四(一)", "matters[0].provider"));
        Error(await Do(Actors.Leader, "issueTownshipList", "430203001", """title: "目录" """)).Field.ShouldBe("kind");
        (await Done(Actors.Leader, "issueTownshipList", "430203001", Directory)).GetProperty("warnings").GetArrayLength().ShouldBe(0);
    }

    [Fact, Trait("Rule", "T009")]
    public async Task T009_a_published_list_is_open_to_everyone_and_the_rest_of_the_record_is_not()
    {
        await Done(Actors.Leader, "issueTownshipList", "430203001", Directory);
        var id = GlobalId.OfDocument(UnitCode.Parse("430203001"), 1);
        (await Node(Actors.Resident, id)).ValueKind.ShouldBe(JsonValueKind.Null, "it is not published yet");
        (await Published(Actors.Resident)).GetArrayLength().ShouldBe(0);
        Error(await Do(Actors.Leader, "publishTownshipList", "430203001", """document: 1, address: "https://example.gov.cn/1" """)).ShouldBe(("NotAllowedError", "NOT_ALLOWED", "T009", "二(一)", null));
        await Done(Government, "publishTownshipList", "430203001", """document: 1, address: "https://example.gov.cn/1" """);

        foreach (var actor in new[] { Actors.Resident, Actors.CityWall, Actors.Integrator, OtherCounty })
        {
            (await Published(actor))[0].GetRawText().ShouldBe("""{"title":"公共服务事项目录","published":{"address":"https://example.gov.cn/1"},"matters":{"nodes":[{"name":"就业登记","class":"PUBLIC_SERVICE","provider":"TOWNSHIP"}]}}""", actor.Principal);
            (await Node(actor, id)).ValueKind.ShouldBe(JsonValueKind.Object);
            (await _hub.Data(actor, """{ unitFilings(unit: "430203001") { id } }""")).GetProperty("unitFilings").ValueKind.ShouldBe(JsonValueKind.Null, actor.Principal);
        }

        await Done(Actors.Leader, "withdrawFiledDocument", "430203001", """document: 1, reason: "错报" """);
        (await Published(Actors.Resident)).GetArrayLength().ShouldBe(0);
        (await Node(Actors.Resident, id)).ValueKind.ShouldBe(JsonValueKind.Null);
        (await Node(Actors.Leader, id)).ValueKind.ShouldBe(JsonValueKind.Object, "it stays readable for those who read the record");

        async Task<JsonElement> Published(Actor actor) =>
            (await _hub.Data(actor, """{ publishedLists(unit: "430203001") { title published { address } matters { nodes { name class provider } } } }""")).GetProperty("publishedLists");
    }

    [Fact]
    public async Task Part4_filings_are_read_within_the_area_and_above_and_by_others_as_if_they_were_not_there()
    {
        await Done(Government, "issueImplementingMeasures", "430203", Measures);
        foreach (var (actor, county, township) in new (Actor, bool, bool)[]
        {
            (Government, true, true), (Actors.Leader, true, true), (Second, true, false), (Actors.Department, true, true), (Actors.Agency, true, true), (Actors.Committee, true, true), (Office, true, true),
            (Organisation, true, true), (Actors.Auditor, true, true), (OtherCounty, false, false), (Actors.Resident, false, false), (Actors.CityWall, false, false), (Actors.Integrator, false, false),
        })
        {
            foreach (var (unit, reads) in new[] { ("430203", county), ("430203001", township) })
            {
                var kind = reads ? JsonValueKind.Object : JsonValueKind.Null;
                (await _hub.Data(actor, $$"""{ unitFilings(unit: "{{unit}}") { openObligations } }""")).GetProperty("unitFilings").ValueKind.ShouldBe(kind, $"{actor.Principal} {unit}");
                (await Node(actor, GlobalId.OfFilings(UnitCode.Parse(unit)))).ValueKind.ShouldBe(kind, $"{actor.Principal} {unit}");
                (await _hub.Ask(actor, $$"""{ filingObligations(unit: "{{unit}}") { nodes { duty } } }""")).TryGetProperty("errors", out _).ShouldBe(!reads, $"{actor.Principal} {unit}");
            }

            (await Node(actor, GlobalId.OfDocument(UnitCode.Parse("430203"), 1))).ValueKind.ShouldBe(county ? JsonValueKind.Object : JsonValueKind.Null, actor.Principal);
        }

        (await _hub.Ask(Government, """{ unitFilings(unit: "4302") { id } }""")).Code().ShouldBe("INVALID_INPUT");
        (await _hub.Ask(Government, """{ filingObligations(unit: "430203001001") { nodes { duty } } }""")).Code().ShouldBe("INVALID_INPUT");
        (await _hub.Ask(Government, """{ filingObligations(unit: "430203", after: "x") { nodes { duty } } }""")).Code().ShouldBe("INVALID_INPUT");
        (await Node(Government, GlobalId.OfDocument(UnitCode.Parse("430203"), 9))).ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Part4_the_trace_is_read_by_the_area_and_those_above_and_free_text_is_masked_for_others()
    {
        await Done(Government, "issueImplementingMeasures", "430203", Measures.Replace("全面推行", "联系 13812345678"));
        await Done(Government, "withdrawFiledDocument", "430203", "document: 1, reason: \"问 13812345678\"");
        foreach (var (actor, trace) in new (Actor, bool)[]
        {
            (Government, true), (Actors.County, true), (Office, true), (Actors.Auditor, true), (Actors.Leader, false), (Actors.Department, false), (Actors.Agency, false), (Organisation, false),
            (Actors.Of(Role.OrganisationDepartment, "430203"), false), (Actors.Of(Role.PerformanceOrgan, "430203"), false), (Actors.Of(Role.Council, "430203001001"), false),
            (Actors.Of(Role.SupervisionCommittee, "430203001001"), false), (Actors.Of(Role.EstablishmentOffice, "430203"), false),
        })
        {
            var answer = await _hub.Ask(actor, "{ unitFilings(unit: \"430203\") { trace { nodes { event } } } }");
            if (trace)
                answer.TryGetProperty("errors", out _).ShouldBeFalse(actor.Principal);
            else
                answer.Code().ShouldBe("NOT_FOUND", actor.Principal);
        }

        async Task<string> Said(Actor actor) => (await Filings(actor, "430203", "documents { nodes { schedule { work } withdrawnWhy } }")).GetRawText();
        (await Said(Government)).ShouldContain("13812345678");
        foreach (var actor in new[] { Actors.Auditor, Actors.Leader, Actors.Agency, Office })
            (await Said(actor)).ShouldSatisfyAllConditions(s => s.ShouldNotContain("13812345678"), s => s.ShouldContain("联系 "));
    }

    [Fact]
    public async Task Part4_who_may_not_file_is_refused_with_the_rule_and_nothing_changes()
    {
        foreach (var actor in new[] { OtherCounty, Actors.Leader, Actors.Department, Actors.Agency, Office, Organisation, Actors.Auditor, Actors.Administrator, Actors.Resident, Actors.CityWall })
            Error(await Do(actor, "issueImplementingMeasures", "430203", Measures)).ShouldBe(("NotAllowedError", "NOT_ALLOWED", "A042", "三", null), actor.Principal);
        foreach (var actor in new[] { OtherCounty, Second, Actors.Department, Actors.Agency, Actors.Committee, Actors.Centre })
            Error(await Do(actor, "issueTownshipList", "430203001", Powers)).ShouldBe(("NotAllowedError", "NOT_ALLOWED", "R019", "二", null), actor.Principal);
        Error(await Do(Second, "issueDetailedRules", "430203", """of: "430203001", title: "细则", number: "1号" """)).Rule.ShouldBe("A047");
        Error(await Do(Actors.Department, "issueAssessmentMeasures", "430203", """title: "办法", number: "1号" """)).Rule.ShouldBe("A048");
        Error(await Do(Government, "issueTownshipList", "430203009", Powers)).Code.ShouldBe("NOT_FOUND");
        Error(await Do(Government, "issueImplementingMeasures", "430203001001", Measures)).Code.ShouldBe("NOT_FOUND");
        (await Filings(Government, "430203", "version")).GetProperty("version").GetString().ShouldBe("0");
    }

    [Fact]
    public async Task Who_stands_below_a_unit_sees_what_the_unit_itself_owes_and_who_stands_above_all_of_it()
    {
        await Done(Government, "issueImplementingMeasures", "430203", Measures);
        await Done(Actors.Leader, "issueTownshipList", "430203001", Powers);
        (await List(Government, "430203")).GetProperty("totalCount").GetInt32().ShouldBe(8, "six of its own, two of its township");
        (await List(Actors.Leader, "430203")).GetProperty("totalCount").GetInt32().ShouldBe(6);
        _hub.Filings.Asked!.OwnOnly.ShouldBeTrue();
        (await List(Government, "430203", """, holder: "430203:D12" """)).GetProperty("nodes")[0].GetRawText().ShouldBe("""{"duty":"DETAILED_RULES","unit":{"code":"430203"},"open":true,"late":false,"lifted":false}""");
        (await List(Actors.Leader, "430203001", ", openOnly: false, duty: POWER_LIST")).GetProperty("nodes")[0].GetProperty("open").GetBoolean().ShouldBeFalse();

        async Task<JsonElement> List(Actor actor, string unit, string arguments = "") =>
            (await _hub.Data(actor, $$"""{ filingObligations(unit: "{{unit}}"{{arguments}}) { totalCount nodes { duty unit { code } open late lifted } } }""")).GetProperty("filingObligations");
    }

    [Fact]
    public async Task A_stale_version_is_refused_and_whoever_does_not_read_the_record_tries_none_out()
    {
        await Done(Government, "issueImplementingMeasures", "430203", Measures);
        Error(await Do(Government, "issueAssessmentMeasures", "430203", """expectedVersion: "1", title: "办法", number: "1号" """)).Type.ShouldBe("StaleVersionError");
        Error(await Do(OtherCounty, "issueAssessmentMeasures", "430203", """expectedVersion: "1", title: "办法", number: "1号" """)).Code.ShouldBe("NOT_ALLOWED");
    }

    [Fact]
    public async Task Several_records_are_asked_once_each_in_one_query()
    {
        await _hub.Data(Government, """{ a: unitFilings(unit: "430203") { id } b: unitFilings(unit: "430203") { openObligations } c: unitFilings(unit: "430203001") { id } }""");
        _hub.Grains.Calls.Count(c => c.StartsWith("filings-", StringComparison.Ordinal)).ShouldBe(2);
    }

    private async Task<JsonElement> Node(Actor actor, string id) => (await _hub.Data(actor, $$"""{ node(id: "{{id}}") { id } }""")).GetProperty("node");

    private async Task<JsonElement> Filings(Actor actor, string unit, string fields) => (await _hub.Data(actor, $$"""{ unitFilings(unit: "{{unit}}") { {{fields}} } }""")).GetProperty("unitFilings");

    private async Task<JsonElement> Done(Actor by, string mutation, string unit, string input, string? id = null)
    {
        var payload = await Do(by, mutation, unit, input, id);
        payload.GetProperty("errors").GetArrayLength().ShouldBe(0, payload.ToString());
        return payload;
    }

    private async Task<JsonElement> Do(Actor by, string mutation, string unit, string input, string? id = null) => (await _hub.Data(by, $$"""
        mutation { {{mutation}}(input: { commandId: "{{id ?? $"c-{++_ids}"}}", unit: "{{unit}}", {{input}} }) {
          filings { flags { rule } } document { id number kind inForce } sequence warnings { code field message messageEn } errors { __typename code rule clause field message messageEn } } }
        """)).GetProperty(mutation);

    private static (string Type, string Code, string Rule, string Clause, string? Field) Error(JsonElement payload)
    {
        var error = payload.GetProperty("errors")[0];
        string Text(string name) => error.GetProperty(name).GetString()!;
        Text("messageEn").ShouldNotBeEmpty();
        return (Text("__typename"), Text("code"), Text("rule"), Text("clause"), error.GetProperty("field").GetString());
    }
}
