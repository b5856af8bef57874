using System.Text.Json;
using OpsHub.Contracts.Indicators;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Indicators;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Tests.Subjects;

/// <summary>Organs, nameplates and posts through the API: the office changes them, others are refused with the clause, whoever reads the area reads them.</summary>
public sealed class EstablishmentTests : IAsyncLifetime
{
    private const string County = "430203";
    private const string Town = "430203001";
    private const string Street = "430203002";

    private static readonly Actor Office = Actors.Of(Role.EstablishmentOffice, County);

    private readonly TestHub _hub = new();
    private int _ids;

    public Task InitializeAsync()
    {
        _hub.Directory.Kind(Town, "town");
        _hub.Directory.Kind(Street, "subdistrict");
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact, Trait("Rule", "T030")]
    public async Task T030_R020_R023_the_template_is_adopted_a_seventh_organ_is_refused_in_a_town_and_flagged_in_a_street()
    {
        var proposed = (await Set(Office, Town)).GetProperty("proposedOrgans").EnumerateArray().Select(o => $$"""{ kind: {{o.GetProperty("kind").GetString()}}, name: "{{o.GetProperty("name").GetString()}}" }""").ToList();
        proposed.Count.ShouldBe(9);
        var adopted = await Done(Office, "addTownshipOrgans", $"""township: "{Town}", organs: [{string.Join(", ", proposed)}]""");
        (Int(adopted, "offices"), Int(adopted, "countedStations"), Int(adopted, "brigades")).ShouldBe((5, 3, 1));
        adopted.GetProperty("proposedOrgans").GetArrayLength().ShouldBe(0);
        adopted.GetProperty("organs")[0].GetRawText().ShouldBe("""{"number":1,"kind":"OFFICE","name":"党政办公室","onCountyPosts":false,"usual":true}""");

        await Done(Office, "addTownshipOrgans", $$"""township: "{{Town}}", organs: [{ kind: OFFICE, name: "乡村振兴办公室" }]""");
        Error(await Do(Office, "addTownshipOrgans", $$"""township: "{{Town}}", organs: [{ kind: OFFICE, name: "第七办公室" }]""")).ShouldBe(("RuleRefusedError", "ORGAN_LIMIT", "T030", "二(四)", "organs[0]"));

        var many = string.Join(", ", Enumerable.Range(1, 7).Select(i => $$"""{ kind: OFFICE, name: "科室{{i}}" }"""));
        Flags(await Done(Office, "addTownshipOrgans", $"""township: "{Street}", organs: [{many}]""")).ShouldBe(["R023"]);
    }

    [Fact, Trait("Rule", "T034")]
    public async Task T034_R021_a_fourth_nameplate_is_refused_without_reason_and_accepted_with_a_warning()
    {
        for (var i = 1; i <= 3; i++)
            await Done(Office, "addNameplate", $"""township: "{Town}", name: "牌{i}" """);
        Error(await Do(Office, "addNameplate", $"""township: "{Town}", name: "牌4" """)).ShouldBe(("RuleRefusedError", "NAMEPLATE_LIMIT", "T034", "二(四)", "reason"));
        var set = await Done(Office, "addNameplate", $"""township: "{Town}", name: "牌4", reason: "征兵任务重", approval: "芦编〔2026〕1号" """);
        Flags(set).ShouldBe(["T034"]);
        set.GetProperty("nameplates")[3].GetProperty("approval").GetString().ShouldBe("芦编〔2026〕1号");
        Flags(await Done(Office, "removeNameplate", $"""township: "{Town}", nameplate: 1""")).ShouldBeEmpty();
        (await Done(Office, "renameNameplate", $"""township: "{Town}", nameplate: 2, name: "武装部" """)).GetProperty("nameplates")[0].GetProperty("name").GetString().ShouldBe("武装部");
    }

    [Fact, Trait("Rule", "T037")]
    public async Task T037_R047_R051_township_department_and_everybody_else_are_refused_with_their_rule()
    {
        foreach (var (actor, rule, clause) in new[]
        {
            (Actors.Leader, "T037", "二(四)"), (Actors.Department, "R047", "五"), (Actors.Agency, "R047", "五"), (Actors.County, "R051", "五"), (Actors.Of(Role.EstablishmentOffice, "430202"), "R051", "五"),
            (Actors.Administrator, "R051", "五"), (Actors.Resident, "R051", "五"), (Actors.CityWall, "R051", "五"),
        })
        {
            Error(await Do(actor, "addNameplate", $"""township: "{Town}", name: "x" """)).ShouldBe(("NotAllowedError", "NOT_ALLOWED", rule, clause, null), actor.Principal);
            Error(await Do(actor, "renameTownshipOrgan", $"""township: "{Town}", organ: 1, name: "x" """)).Rule.ShouldBe(rule);
            Error(await Do(actor, "recordUnity", $"""township: "{Town}", approvalSeals: 1, enforcementTeams: 1, governancePlatforms: 1""")).Rule.ShouldBe(rule);
        }

        _hub.Establishments.Rows.ShouldBeEmpty();
        Error(await Do(Office, "addNameplate", """township: "430299001", name: "x" """)).Code.ShouldBe("NOT_FOUND");
        Error(await Do(Office, "setEstablishmentTotal", """county: "430299", total: 1""")).Code.ShouldBe("NOT_FOUND");
        Error(await Do(Office, "setEstablishmentTotal", """county: "abc", total: 1""")).ShouldBe(("InvalidInputError", "INVALID_INPUT", "HUB", "", "county"));
    }

    [Fact, Trait("Rule", "R025")]
    public async Task R025_posts_move_within_the_total_and_the_same_command_twice_moves_once()
    {
        Error(await Do(Office, "moveTownshipPosts", $$"""county: "{{County}}", shifts: [{ township: "{{Town}}", change: 1 }]""")).Code.ShouldBe("TOTAL_UNKNOWN");
        await Do(Office, "setEstablishmentTotal", $"""county: "{County}", total: 500""");
        var shifts = $$"""county: "{{County}}", shifts: [{ township: "{{Town}}", change: 300 }, { township: "{{Street}}", change: 200 }], reason: "核定" """;
        var first = await Do(Office, "moveTownshipPosts", shifts, "m-1");
        (await Do(Office, "moveTownshipPosts", shifts, "m-1")).GetProperty("sequence").GetInt32().ShouldBe(first.GetProperty("sequence").GetInt32());
        first.GetProperty("establishment").GetRawText().ShouldBe("""{"total":500,"allotted":500,"unallotted":0}""");
        first.GetProperty("township").ValueKind.ShouldBe(JsonValueKind.Null);
        Error(await Do(Office, "moveTownshipPosts", $$"""county: "{{County}}", shifts: [{ township: "{{Town}}", change: 1 }]""")).ShouldBe(("RuleRefusedError", "POSTS_OVER_TOTAL", "R025", "三(二)", "shifts"));
        await Do(Office, "moveTownshipPosts", $$"""county: "{{County}}", shifts: [{ township: "{{Town}}", change: 1 }, { township: "{{Street}}", change: -1 }]""");
        (Int(await Set(Office, Town), "posts"), Int(await Set(Office, Street), "posts")).ShouldBe((301, 199));
    }

    [Fact, Trait("Rule", "R026")]
    public async Task R026_townships_are_ranked_by_cases_per_post_of_the_period_in_one_question()
    {
        await Do(Office, "setEstablishmentTotal", $"""county: "{County}", total: 20""");
        await Do(Office, "moveTownshipPosts", $$"""county: "{{County}}", shifts: [{ township: "{{Town}}", change: 4 }, { township: "{{Street}}", change: 2 }]""");
        for (var i = 0; i < 4; i++)
            Report($"case-a{i}", Town, new(2026, 2, 3));
        for (var i = 0; i < 3; i++)
            Report($"case-b{i}", Street, new(2026, 2, 3));
        Report("case-now", Town, new(2026, 3, 1)); // this month is not over

        var asked = _hub.Index.Indicators.Calls.Count;
        var nodes = await Workloads(Office, "");
        (_hub.Index.Indicators.Calls.Count - asked).ShouldBe(1);
        nodes.EnumerateArray().Select(n => (n.GetProperty("township").GetProperty("code").GetString(), Int(n, "cases"), Int(n, "posts"), n.GetProperty("casesPerPost").GetDecimal(), Int(n, "rank")))
            .ShouldBe([(Street, 3, 2, 1.5m, 1), (Town, 4, 4, 1m, 2)]);
        (nodes[0].GetProperty("from").GetString(), nodes[0].GetProperty("to").GetString(), nodes[0].GetProperty("basis").GetString()).ShouldBe(("2025-03-01", "2026-02-28", "ASSUMED"));

        var march = await Workloads(Office, "(period: { year: 2026, month: 3 })");
        march.EnumerateArray().Select(n => Int(n, "cases")).ShouldBe([1, 0]);
        (await _hub.Data(Actors.Leader, $$"""{ countyEstablishment(county: "{{County}}") { workloads { nodes { cases } } } }""")).GetProperty("countyEstablishment").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact, Trait("Rule", "R024")]
    public async Task R024_what_is_not_exactly_one_is_told_of_a_township_and_over_a_county()
    {
        var set = await Done(Office, "recordUnity", $"""township: "{Town}", approvalSeals: 2, enforcementTeams: 1, governancePlatforms: 1""");
        set.GetProperty("unity").GetProperty("notMet")[0].GetString().ShouldBe("APPROVAL_SEAL");
        Flags(set).ShouldBe(["R024"]);
        await Done(Office, "recordUnity", $"""township: "{Street}", approvalSeals: 1, enforcementTeams: 1, governancePlatforms: 1""");
        (await _hub.Data(Office, $$"""{ countyEstablishment(county: "{{County}}") { unity { townships recorded met approvalSeal enforcementTeam rate } } }"""))
            .GetProperty("countyEstablishment").GetProperty("unity").GetRawText().ShouldBe("""{"townships":2,"recorded":2,"met":1,"approvalSeal":1,"enforcementTeam":2,"rate":0.5}""");
    }

    [Fact, Trait("Rule", "R027")]
    public async Task R027_a_township_counts_its_staff_within_the_quota()
    {
        Error(await Do(Actors.Leader, "recordOutsideStaff", $"""township: "{Town}", count: 1""")).Code.ShouldBe("STAFF_QUOTA_UNKNOWN");
        await Done(Office, "setStaffQuota", $"""township: "{Town}", quota: 20""");
        var own = await Do(Actors.Leader, "recordOutsideStaff", $"""township: "{Town}", count: 20""");
        own.GetProperty("establishment").ValueKind.ShouldBe(JsonValueKind.Null, "it reads its own set and not the county's");
        (Int(own.GetProperty("township"), "staff"), own.GetProperty("township").GetProperty("quotaBasis").GetString()).ShouldBe((20, "ASSUMED"));
        Error(await Do(Actors.Leader, "recordOutsideStaff", $"""township: "{Town}", count: 21""")).ShouldBe(("RuleRefusedError", "STAFF_OVER_QUOTA", "R027", "三(三)", "count"));
        Error(await Do(Actors.Of(Role.TownshipGovernment, Street), "recordOutsideStaff", $"""township: "{Town}", count: 0""")).Code.ShouldBe("NOT_ALLOWED");
    }

    [Fact, Trait("Rule", "R008")]
    public async Task R003_R008_the_class_is_assumed_without_a_document_and_the_leader_quota_follows()
    {
        var third = await Done(Office, "classifyTownship", $"""township: "{Town}", class: THIRD""");
        (third.GetProperty("class").GetString(), third.GetProperty("classBasis").GetString(), Int(third, "leaderQuota")).ShouldBe(("THIRD", "ASSUMED", 9));
        var second = await Done(Office, "classifyTownship", $"""township: "{Town}", class: SECOND, source: "株编办〔2018〕12号" """);
        (second.GetProperty("classBasis").GetString(), Int(second, "leaderQuota")).ShouldBe(("TEXT", 11));
    }

    [Fact]
    public async Task It_is_read_by_whoever_reads_the_area_and_its_trace_by_fewer()
    {
        await Done(Office, "addNameplate", $"""township: "{Town}", name: "武装部" """);
        var (county, town) = (GlobalId.OfCountyEstablishment(UnitCode.Parse(County)), GlobalId.OfTownshipEstablishment(UnitCode.Parse(Town)));
        foreach (var (actor, ofCounty, ofTown, trace) in new (Actor, bool, bool, bool)[]
        {
            (Office, true, true, true), (Actors.Of(Role.EstablishmentOffice, "4302"), true, true, false), (Actors.County, true, true, true), (Actors.Of(Role.CountyGovernment, County), true, true, true),
            (Actors.Of(Role.OrganisationDepartment, County), true, true, false), (Actors.CityWall, true, true, false), (Actors.Auditor, true, true, true),
            (Actors.Leader, false, true, false), (Actors.Agency, false, true, false), (Actors.Of(Role.TownshipGovernment, Street), false, false, false),
            (Actors.Department, false, false, false), (Actors.Committee, false, false, false), (Actors.Resident, false, false, false), (Actors.Of(Role.CountyGovernment, "430202"), false, false, false),
        })
        {
            Is(await Node(actor, county), ofCounty, actor);
            Is(await Node(actor, town), ofTown, actor);
            Is((await _hub.Data(actor, $$"""{ countyEstablishment(county: "{{County}}") { id } }""")).GetProperty("countyEstablishment"), ofCounty, actor);
            Is(await Set(actor, Town), ofTown, actor);
            (await _hub.Data(actor, """{ countyEstablishments { nodes { county { code } } } }""")).GetProperty("countyEstablishments").GetProperty("nodes").EnumerateArray()
                .Any(n => n.GetProperty("county").GetProperty("code").GetString() == County).ShouldBe(ofCounty, actor.Principal);
            if (ofCounty)
                (await _hub.Ask(actor, $$"""{ countyEstablishment(county: "{{County}}") { trace { pageInfo { hasNextPage } } } }""")).TryGetProperty("errors", out _).ShouldBe(!trace, actor.Principal);
        }

        Is(await Node(Office, GlobalId.OfCountyEstablishment(UnitCode.Parse(Town))), false, Office);
        Is(await Node(Office, GlobalId.OfTownshipEstablishment(UnitCode.Parse(County))), false, Office);
        (await _hub.Ask(Office, """{ countyEstablishment(county: "4302") { id } }""")).Code().ShouldBe("INVALID_INPUT");
    }

    [Fact]
    public async Task Keys_read_counts_and_flags_without_a_name_and_a_number_in_a_reason_is_masked_for_all_but_the_unit_and_its_county()
    {
        await Done(Office, "addTownshipOrgans", $$"""township: "{{Town}}", organs: [{ kind: OFFICE, name: "党政办公室" }]""");
        for (var i = 1; i <= 3; i++)
            await Done(Office, "addNameplate", $"township: \"{Town}\", name: \"牌{i}\"");
        await Done(Office, "addNameplate", $"township: \"{Town}\", name: \"牌4\", reason: \"联系 13812345678\", approval: \"芦编1号\"");
        await Done(Office, "classifyTownship", $"township: \"{Town}\", class: FIRST, source: \"通知 13812345678\"");
        foreach (var key in new[] { Actors.CityWall, Actors.Integrator })
        {
            var set = (await _hub.Data(key, $$"""{ townshipEstablishment(township: "{{Town}}") { offices nameplateCount flags { rule } organs { name } nameplates { reason } proposedOrgans { name } class classSource quotaSource } }""")).GetProperty("townshipEstablishment");
            set.GetRawText().ShouldBe("""{"offices":1,"nameplateCount":4,"flags":[{"rule":"T034"}],"organs":[],"nameplates":[],"proposedOrgans":[],"class":"FIRST","classSource":null,"quotaSource":null}""", key.Principal);
        }

        async Task<(string?, string?)> Said(Actor actor)
        {
            var set = (await _hub.Data(actor, $$"""{ townshipEstablishment(township: "{{Town}}") { classSource nameplates { reason } } }""")).GetProperty("townshipEstablishment");
            return (set.GetProperty("nameplates")[3].GetProperty("reason").GetString(), set.GetProperty("classSource").GetString());
        }

        foreach (var actor in new[] { Office, Actors.Leader, Actors.Of(Role.CountyGovernment, County) })
            (await Said(actor)).ShouldBe(("联系 13812345678", "通知 13812345678"), actor.Principal);
        foreach (var actor in new[] { Actors.Auditor, Actors.Of(Role.CityGovernanceOffice, "4302"), Actors.Agency })
            (await Said(actor)).ShouldSatisfyAllConditions(s => s.Item1!.ShouldNotContain("13812345678"), s => s.Item2!.ShouldNotContain("13812345678"), s => s.Item1!.ShouldStartWith("联系 "));
    }

    [Fact]
    public async Task What_a_former_county_still_has_of_a_township_that_moved_is_flagged_and_taken_away()
    {
        await Done(Office, "addNameplate", $"""township: "{Town}", name: "武装部" """);
        _hub.Directory.Move(Town, "430202");
        var left = (await _hub.Data(Office, $$"""{ countyEstablishment(county: "{{County}}") { townships { nodes { township { code } flags { rule } } } } }""")).GetProperty("countyEstablishment").GetProperty("townships").GetProperty("nodes");
        (left[0].GetProperty("township").GetProperty("code").GetString(), left[0].GetProperty("flags")[0].GetProperty("rule").GetString()).ShouldBe((Town, "R025"));

        Error(await Do(Office, "addNameplate", $"""township: "{Town}", name: "又一块" """)).Rule.ShouldBe("R051", "another county's office decides now");
        Error(await Do(Office, "addNameplate", $"""township: "{Town}", county: "{County}", name: "又一块" """)).Code.ShouldBe("NOT_FOUND");
        (await Do(Office, "removeNameplate", $"""township: "{Town}", county: "{County}", nameplate: 1""")).GetProperty("errors").GetArrayLength().ShouldBe(0);
        (await Set(Actors.Of(Role.EstablishmentOffice, "430202"), Town)).GetProperty("nameplates").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_list_of_counties_with_their_townships_is_one_question_and_so_are_two_nodes()
    {
        var before = _hub.Establishments.Asked;
        var all = (await _hub.Data(Actors.Auditor, """{ countyEstablishments { nodes { total townships { nodes { township { name } flags { rule message messageEn clause } moves { mutation } } } limits { name value basis } } } }"""))
            .GetProperty("countyEstablishments").GetProperty("nodes");
        (_hub.Establishments.Asked - before).ShouldBe(1);
        all.GetArrayLength().ShouldBe(2);
        all[1].GetProperty("townships").GetProperty("nodes").GetArrayLength().ShouldBe(2);
        all[1].GetProperty("limits").EnumerateArray().Single(l => l.GetProperty("name").GetString() == "OrganLimit").GetRawText().ShouldBe("""{"name":"OrganLimit","value":"6","basis":"TEXT"}""");
        all[1].GetProperty("limits").EnumerateArray().Single(l => l.GetProperty("name").GetString() == "WorkloadMonths").GetProperty("basis").GetString().ShouldBe("ASSUMED");

        before = _hub.Establishments.Asked;
        await _hub.Data(Actors.Auditor, $$"""{ nodes(ids: ["{{GlobalId.OfTownshipEstablishment(UnitCode.Parse(Town))}}", "{{GlobalId.OfTownshipEstablishment(UnitCode.Parse(Street))}}", "{{GlobalId.OfCountyEstablishment(UnitCode.Parse("430202"))}}"]) { id } }""");
        (_hub.Establishments.Asked - before).ShouldBe(1);
    }

    [Fact]
    public async Task Every_move_that_is_offered_is_a_mutation_and_only_the_office_is_offered_them()
    {
        var mutations = _hub.Services.PrintOpsHubSchema();
        foreach (var move in OpsHub.Domain.Establishments.EstablishmentMoves.Table)
            mutations.ShouldContain($"  {Establishments.EstablishmentMutations.NameOf(move.Command)}(");
        Names((await Set(Office, Town)).GetProperty("moves")).ShouldContain("addTownshipOrgans");
        Names((await Set(Actors.Leader, Town)).GetProperty("moves")).ShouldBeEmpty("there is no quota yet");
        await Done(Office, "setStaffQuota", $"""township: "{Town}", quota: 2""");
        Names((await Set(Actors.Leader, Town)).GetProperty("moves")).ShouldBe(["recordOutsideStaff"]);
        Names((await _hub.Data(Office, $$"""{ countyEstablishment(county: "{{County}}") { moves { mutation label labelEn rule } } }""")).GetProperty("countyEstablishment").GetProperty("moves")).ShouldBe(["setEstablishmentTotal"]);
    }

    private const string Fields = """
        class classBasis leaderQuota hardLimits organs { number kind name onCountyPosts usual } offices countedStations brigades nameplates { number name reason approval }
        unity { approvalSeals notMet } posts staffQuota quotaBasis staff flags { rule message messageEn } proposedOrgans { kind name } moves { mutation }
        """;

    private async Task<JsonElement> Set(Actor by, string township) => (await _hub.Data(by, $$"""{ townshipEstablishment(township: "{{township}}") { {{Fields}} } }""")).GetProperty("townshipEstablishment");

    private async Task<JsonElement> Node(Actor by, string id) => (await _hub.Data(by, $$"""{ node(id: "{{id}}") { id } }""")).GetProperty("node");

    private async Task<JsonElement> Workloads(Actor by, string period) => (await _hub.Data(by, $$"""
        { countyEstablishment(county: "{{County}}") { workloads{{period}} { nodes { township { code } cases posts casesPerPost rank from to basis } } } }
        """)).GetProperty("countyEstablishment").GetProperty("workloads").GetProperty("nodes");

    private async Task<JsonElement> Done(Actor by, string mutation, string input)
    {
        var payload = await Do(by, mutation, input);
        payload.GetProperty("errors").GetArrayLength().ShouldBe(0, payload.ToString());
        return payload.GetProperty("township");
    }

    private async Task<JsonElement> Do(Actor by, string mutation, string input, string? id = null) => (await _hub.Data(by, $$"""
        mutation { {{mutation}}(input: { commandId: "{{id ?? $"c-{++_ids}"}}", {{input}} }) {
          establishment { total allotted unallotted } township { {{Fields}} } sequence errors { __typename code rule clause field message messageEn } } }
        """)).GetProperty(mutation);

    private void Report(string key, string township, DateOnly day) => _hub.Index.Indicators.Put(key, new CycleRow(
        new Placement(UnitCode.Parse(township + "001001"), UnitCode.Parse(township + "001"), UnitCode.Parse(township), UnitCode.Parse(County), UnitCode.Parse("4302")), "Q01",
        new() { Cycle = 1, StartedDay = day, Accepted = true }));

    private static void Is(JsonElement node, bool there, Actor actor) => node.ValueKind.ShouldBe(there ? JsonValueKind.Object : JsonValueKind.Null, actor.Principal);

    private static int Int(JsonElement of, string name) => of.GetProperty(name).GetInt32();

    private static IEnumerable<string?> Flags(JsonElement set) => set.GetProperty("flags").EnumerateArray().Select(f => f.GetProperty("rule").GetString());

    private static IEnumerable<string?> Names(JsonElement moves) => moves.EnumerateArray().Select(m => m.GetProperty("mutation").GetString());

    private static (string Type, string Code, string Rule, string Clause, string? Field) Error(JsonElement payload)
    {
        var error = payload.GetProperty("errors")[0];
        string Text(string name) => error.GetProperty(name).GetString()!;
        Text("messageEn").ShouldNotBeEmpty();
        return (Text("__typename"), Text("code"), Text("rule"), Text("clause"), error.GetProperty("field").GetString());
    }
}
