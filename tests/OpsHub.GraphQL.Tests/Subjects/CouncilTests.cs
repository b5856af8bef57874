using System.Text.Json;
using OpsHub.Domain.Accounts;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Tests.Subjects;

/// <summary>Ledgers, councils and support records through the API: who may, who reads, and what comes back.</summary>
public sealed class CouncilTests : IAsyncLifetime
{
    private const string Community = "430203001001";

    private static readonly Actor Party = Actors.Of(Role.CommunityParty, Community);
    private static readonly Actor Committee = Actors.Of(Role.CommunityCommittee, Community);
    private static readonly Actor Resident = Actors.Of(Role.Resident, Community);
    private static readonly Actor CountyGovernment = Actors.Of(Role.CountyGovernment, "430203");
    private static readonly Actor Office = Actors.Of(Role.CityGovernanceOffice, "4302");

    private readonly TestHub _hub = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact]
    [Trait("Rule", "C032")]
    public async Task C032_the_ledger_lists_opinions_by_source_and_whether_a_consultation_has_them()
    {
        await Enter(Resident, "BOX", "楼道灯不亮", "o-1");
        var id = (await Enter(Party, "HOUSEHOLD_VISIT", "停车难", "o-2")).GetProperty("entryId").GetString();
        var consultation = await Consultation();
        await Do(Party, "linkOpinion", $$"""commandId: "l-1", entryId: "{{id}}", consultationId: "{{consultation}}" """, "entryId");

        var ledger = (await _hub.Data(Committee, """
            { opinionLedger(community: "430203001001") { id count linked lastVisitOn visitOverdue visitBasis bySource { source count }
              all: entries { totalCount nodes { text source consultationId } } box: entries(source: BOX) { nodes { text } } waiting: entries(linked: false) { totalCount }
              linkedOnes: entries(linked: true, first: 1) { nodes { text consultationId } pageInfo { hasNextPage } } } }
            """)).GetProperty("opinionLedger");
        (ledger.GetProperty("count").GetInt32(), ledger.GetProperty("linked").GetInt32()).ShouldBe((2, 1));
        ledger.GetProperty("lastVisitOn").GetString().ShouldBe("2026-03-02");
        ledger.GetProperty("visitBasis").GetString().ShouldBe("assumed");
        ledger.GetProperty("bySource").EnumerateArray().Single(s => s.GetProperty("source").GetString() == "BOX").GetProperty("count").GetInt32().ShouldBe(1);
        ledger.GetProperty("all").GetProperty("totalCount").GetInt32().ShouldBe(2);
        ledger.GetProperty("box").GetProperty("nodes")[0].GetProperty("text").GetString().ShouldBe("楼道灯不亮");
        ledger.GetProperty("waiting").GetProperty("totalCount").GetInt32().ShouldBe(1);
        ledger.GetProperty("linkedOnes").GetProperty("nodes")[0].GetProperty("consultationId").GetString().ShouldBe(consultation);

        var again = await _hub.Data(Committee, $$"""{ node(id: "{{ledger.GetProperty("id").GetString()}}") { ... on OpinionLedger { count } } }""");
        again.GetProperty("node").GetProperty("count").GetInt32().ShouldBe(2);
    }

    [Fact]
    [Trait("Rule", "C032")]
    public async Task C032_a_telephone_number_is_warned_of_and_masked_for_those_who_do_not_deal_with_it()
    {
        var entered = await Enter(Resident, "BOX", "请致电 13812345678", "o-1");
        entered.GetProperty("warnings")[0].GetProperty("code").GetString().ShouldBe("PERSONAL_DATA");
        entered.GetProperty("ledger").ValueKind.ShouldBe(JsonValueKind.Null, "a resident reads no ledger");
        (await Text(Committee)).ShouldContain("13812345678");
        (await Text(Actors.Leader)).ShouldNotContain("13812345678");

        async Task<string> Text(Actor actor) => (await _hub.Data(actor, """{ opinionLedger(community: "430203001001") { entries { nodes { text } } } }"""))
            .GetProperty("opinionLedger").GetProperty("entries").GetProperty("nodes")[0].GetProperty("text").GetString()!;
    }

    [Fact]
    public async Task A_ledger_is_not_there_for_those_who_may_not_read_it()
    {
        foreach (var (actor, reads) in new (Actor, bool)[]
        {
            (Party, true), (Committee, true), (Actors.GridWorker, true), (Actors.Leader, true), (CountyGovernment, true), (Actors.Auditor, true), (Actors.Of(Role.Council, Community), true),
            (Resident, false), (Actors.Centre, false), (Actors.County, false), (Office, false), (Actors.CityWall, false), (Actors.Integrator, false), (Actors.Department, false), (Actors.Agency, false),
            (Actors.Of(Role.CommunityParty, "430203001002"), false), (Actors.Of(Role.TownshipGovernment, "430203002"), false), (Actors.Of(Role.SupervisionCommittee, Community), false),
            (Actors.Administrator, false),
        })
        {
            var seen = (await _hub.Data(actor, """{ opinionLedger(community: "430203001001") { count } }""")).GetProperty("opinionLedger").ValueKind != JsonValueKind.Null;
            seen.ShouldBe(reads, actor.Principal);
            var node = (await _hub.Data(actor, $$"""{ node(id: "{{GlobalId.OfLedger(new(Community))}}") { id } }""")).GetProperty("node").ValueKind != JsonValueKind.Null;
            node.ShouldBe(reads, actor.Principal);
        }

        (await _hub.Ask(Party, """{ opinionLedger(community: "x") { count } }""")).Code().ShouldBe("INVALID_INPUT");
        (await _hub.Ask(Party, """{ opinionLedger(community: "430203001001") { entries(after: "bad") { nodes { id } } } }""")).Code().ShouldBe("INVALID_INPUT");
    }

    [Fact]
    [Trait("Rule", "G017")]
    public async Task G017_a_ticket_that_comes_twice_is_one_entry_with_one_id()
    {
        var hotline = Actors.Of(Role.Hotline, "4302");
        var first = await Enter(hotline, "HOTLINE_12345", "路灯", "t-1", """, ticket: "Z-1" """);
        var second = await Enter(Committee, "HOTLINE_12345", "路灯", "t-2", """, ticket: "Z-1" """);
        second.GetProperty("entryId").GetString().ShouldBe(first.GetProperty("entryId").GetString());
        second.GetProperty("ledger").GetProperty("count").GetInt32().ShouldBe(1);
    }

    [Fact]
    [Trait("Rule", "C009")]
    public async Task C009_a_council_elects_its_head_and_a_tie_is_voted_on_again()
    {
        await Established();
        await Council("nominateCouncilHead", """electorate: RESIDENTS, electors: 100, candidates: [SECRETARY, NONE], termStart: "2026-04-01", termEnd: "2031-03-31" """);
        await Council("openCouncilBallot", "secret: true");
        var tie = await Council("countCouncilBallots", """tallies: [{ candidate: "A", votes: 31 }, { candidate: "B", votes: 31 }]""", "c-tie");
        tie.GetProperty("election").GetProperty("stage").GetString().ShouldBe("TIE");
        tie.GetProperty("moves").EnumerateArray().Select(m => m.GetString()).ShouldBe(["SET_HALL", "SET_MEMBERS", "OPEN_BALLOT"]);
        await Council("openCouncilBallot", "secret: true", "b-2");
        var elected = await Council("countCouncilBallots", """tallies: [{ candidate: "A", votes: 31 }, { candidate: "B", votes: 30 }], invalid: 3""", "c-2");
        elected.GetProperty("head").GetProperty("office").GetString().ShouldBe("SECRETARY");
        elected.GetProperty("head").GetProperty("termState").GetString().ShouldBe("AHEAD");
        elected.GetProperty("warnings")[0].GetProperty("rule").GetString().ShouldBe("C018");
    }

    [Theory]
    [InlineData("nominateCouncilHead", """electorate: COUNCIL_MEMBERS, electors: 20, candidates: [NONE], termStart: "2026-04-01", termEnd: "2031-03-31" """, "ELECTORATE_NOT_RESIDENTS", "C082")]
    [InlineData("openCouncilBallot", "secret: true", "WRONG_STATE", "C009")]
    [InlineData("setCouncilMembers", "members: []", "INVALID_INPUT", "C010")]
    public async Task A_refusal_names_its_rule(string mutation, string fields, string code, string rule)
    {
        await Established();
        var error = (await Do(Party, mutation, $"""commandId: "x", community: "{Community}", {fields}""", "council { id }")).GetProperty("errors")[0];
        (error.GetProperty("code").GetString(), error.GetProperty("rule").GetString()).ShouldBe((code, rule));
        error.GetProperty("__typename").GetString().ShouldBe(code switch { "WRONG_STATE" => "WrongStateError", "INVALID_INPUT" => "InvalidInputError", _ => "RuleRefusedError" });
    }

    [Fact]
    [Trait("Rule", "C010")]
    public async Task C010_how_members_are_made_up_is_for_those_who_read_consultations_there()
    {
        await Established();
        await Council("setCouncilMembers", "members: [{ class: GRID_HEAD, count: 4 }, { class: OTHER, count: 1 }]");
        foreach (var (actor, reads, members) in new (Actor, bool, bool)[]
        {
            (Party, true, true), (Resident, true, false), (Actors.Leader, true, true), (Actors.Centre, true, false), (Office, true, false), (Actors.Auditor, true, true),
            (Actors.CityWall, false, false), (Actors.Department, false, false), (Actors.Of(Role.Resident, "430203001002"), false, false), (Actors.Of(Role.CommunityParty, "430203001002"), false, false),
        })
        {
            var council = (await _hub.Data(actor, """{ council(community: "430203001001") { memberCount members { class count } } }""")).GetProperty("council");
            (council.ValueKind != JsonValueKind.Null).ShouldBe(reads, actor.Principal);
            if (reads)
                (council.GetProperty("members").ValueKind != JsonValueKind.Null).ShouldBe(members, actor.Principal);
        }
    }

    [Fact]
    [Trait("Rule", "C008")]
    [Trait("Rule", "C003")]
    public async Task C008_C003_coverage_counts_councils_and_those_with_a_consultation_and_lists_the_rest()
    {
        await Established();
        var answer = await Coverage();
        (answer.Councils.GetProperty("percent").GetDouble(), answer.Consulted.GetProperty("percent").GetDouble()).ShouldBe((50, 0));
        answer.Councils.GetProperty("missing").GetProperty("nodes")[0].GetProperty("code").GetString().ShouldBe("430203001002");
        _hub.Councils.Concerned.Add(new(Community));
        _hub.Councils.Concerned.Add(new("430203001002"));
        (await Coverage()).Consulted.GetProperty("covered").GetInt32().ShouldBe(1, "a consultation without a council is not enough");
        (await _hub.Ask(Resident, """{ councilCoverage(unit: "430203") { percent } }""")).Code().ShouldBe("NOT_FOUND");

        async Task<(JsonElement Councils, JsonElement Consulted)> Coverage()
        {
            var data = await _hub.Data(Office, """{ councilCoverage(unit: "430203") { percent units missing { nodes { code } } } consultationCoverage(unit: "430203") { rule percent covered } }""");
            return (data.GetProperty("councilCoverage"), data.GetProperty("consultationCoverage"));
        }
    }

    [Fact]
    [Trait("Rule", "C061")]
    public async Task C061_everyone_signed_in_reads_party_affairs_notices_and_no_other_records()
    {
        await Record(Party, "PARTY_AFFAIRS_NOTICE", "党费公示");
        await Record(Party, "SUGGESTION", "建议增设公交站");
        var stranger = Actors.Of(Role.Resident, "430202");
        (await Texts(stranger, "")).ShouldBe(["党费公示"]);
        (await Texts(stranger, ", kind: PARTY_AFFAIRS_NOTICE")).ShouldBe(["党费公示"]);
        (await _hub.Ask(stranger, """{ supportRecords(unit: "430203001001", kind: SUGGESTION) { nodes { id } } }""")).Code().ShouldBe("NOT_FOUND");
        (await Texts(Party, "")).ShouldBe(["党费公示", "建议增设公交站"], ignoreOrder: true);
    }

    [Fact]
    [Trait("Rule", "C072")]
    public async Task C072_a_suggestion_adds_one_to_the_townships_inbox_until_it_is_dealt_with()
    {
        var id = (await Record(Party, "SUGGESTION", "建议增设公交站")).GetProperty("recordId").GetString();
        (await Inbox()).ShouldBe(1);
        var done = await Do(Actors.Leader, "endSupportRecord", $"""commandId: "e-1", recordId: "{id}", reason: "已协调公交公司" """, "recordId");
        done.GetProperty("errors").GetArrayLength().ShouldBe(0);
        (await Inbox()).ShouldBe(0);
        (await Do(Committee, "endSupportRecord", $"""commandId: "e-2", recordId: "{id}", reason: "x" """, "recordId")).ErrorCode().ShouldBe("NOT_ALLOWED");
        (await Do(Actors.Leader, "endSupportRecord", """commandId: "e-3", recordId: "x", reason: "x" """, "recordId")).ErrorCode().ShouldBe("NOT_FOUND");

        async Task<int> Inbox() => (await _hub.Data(Actors.Leader, """{ supportRecords(unit: "430203001", kind: SUGGESTION) { totalCount } }""")).GetProperty("supportRecords").GetProperty("totalCount").GetInt32();
    }

    [Fact]
    [Trait("Rule", "C064")]
    public async Task C064_three_closed_mediations_are_three_payable_of_their_post()
    {
        await Record(Committee, "MEDIATION_AWARD", "邻里纠纷", """, quantity: 2, post: "TJ-01" """, "a-1");
        await Record(Committee, "MEDIATION_AWARD", "噪声纠纷", """, quantity: 1, post: "TJ-01" """, "a-2");
        var awards = (await _hub.Data(CountyGovernment, """{ mediationAwards(unit: "430203") { post cases } }""")).GetProperty("mediationAwards");
        (awards[0].GetProperty("post").GetString(), awards[0].GetProperty("cases").GetInt32()).ShouldBe(("TJ-01", 3));
        (await _hub.Ask(Actors.County, """{ mediationAwards(unit: "430203") { post } }""")).Code().ShouldBe("NOT_FOUND");
    }

    [Fact]
    [Trait("Rule", "C067")]
    public async Task C067_a_demonstration_site_added_grows_the_count_of_its_kind_by_one()
    {
        await Record(CountyGovernment, "DEMONSTRATION_SITE", "示范点", $""", about: "{Community}" """, unit: "430203");
        (await Count("DEMONSTRATION_SITE"), await Count("DEMOCRACY_LAW_SITE")).ShouldBe((1, 0));
        await Record(CountyGovernment, "DEMOCRACY_LAW_SITE", "民主法治示范社区", $""", about: "{Community}" """, "s-2", "430203");
        (await Count("DEMONSTRATION_SITE"), await Count("DEMOCRACY_LAW_SITE")).ShouldBe((1, 1));

        async Task<int> Count(string kind) => (await _hub.Data(CountyGovernment, $$"""{ supportRecords(unit: "430203", kind: {{kind}}) { totalCount } }""")).GetProperty("supportRecords").GetProperty("totalCount").GetInt32();
    }

    [Fact]
    [Trait("Rule", "C008")]
    public async Task C008_the_api_says_whether_a_council_is_theirs_to_read_and_what_they_may_do_before_it_stands_and_after()
    {
        foreach (var actor in new[] { Party, Committee, Actors.Leader })
            (await Desk(actor)).ShouldBe((true, "establishCouncil"));
        foreach (var reader in new[] { Resident, CountyGovernment, Actors.Auditor, Actors.Of(Role.Council, Community) })
            (await Desk(reader)).ShouldBe((true, ""));
        _hub.Grains.Calls.Clear();
        foreach (var stranger in new[] { Actors.Department, Actors.Of(Role.Resident, "430203002001") })
            (await Desk(stranger)).ShouldBe((false, ""));
        _hub.Grains.Calls.ShouldBeEmpty("no council is woken for those who don't read it");
        (await _hub.Data(Party, """{ councilDesk(community: "430203001999") { reads } }""")).GetProperty("councilDesk").ValueKind.ShouldBe(JsonValueKind.Null);

        await Established();
        (await Desk(Party)).ShouldBe((true, "setCouncilHall setCouncilMembers nominateCouncilHead"));
        (await Desk(Actors.Of(Role.Council, Community))).ShouldBe((true, "setCouncilHall setCouncilMembers"));
        (await Desk(Actors.Leader)).ShouldBe((true, ""));

        async Task<(bool Reads, string Moves)> Desk(Actor actor)
        {
            var desk = (await _hub.Data(actor, """
                { councilDesk(community: "430203001001") { reads nextMoves { mutation label labelEn rule kind inputs { name label labelEn kind required max min choices after before } } } }
                """)).GetProperty("councilDesk");
            return (desk.GetProperty("reads").GetBoolean(), string.Join(' ', desk.GetProperty("nextMoves").EnumerateArray().Select(m => m.GetProperty("mutation").GetString())));
        }
    }

    [Fact]
    [Trait("Rule", "C072")]
    public async Task C072_the_api_says_what_may_be_recorded_and_which_record_ended()
    {
        (await Kinds(Party, Community)).ShouldContain("PARTY_AFFAIRS_NOTICE");
        (await Kinds(Actors.Leader, Community)).ShouldNotContain("PARTY_AFFAIRS_NOTICE");
        (await Kinds(Actors.Of(Role.Council, Community), Community)).ShouldBe(["FIXED_DAY"]);
        (await Kinds(CountyGovernment, "430203")).ShouldContain("DEMONSTRATION_SITE");
        foreach (var none in new[] { Resident, CountyGovernment, Actors.Auditor, Actors.Department })
            (await Kinds(none, Community)).ShouldBeEmpty();
        (await Kinds(Party, "430203001999")).ShouldBeEmpty();

        await Record(Party, "SUGGESTION", "增设公交站");
        await Record(Party, "PARTY_AFFAIRS_NOTICE", "公开事项");
        (await Ends(Actors.Leader)).ShouldBe([("PARTY_AFFAIRS_NOTICE", false), ("SUGGESTION", true)], ignoreOrder: true);
        (await Ends(Party)).ShouldBe([("PARTY_AFFAIRS_NOTICE", true), ("SUGGESTION", true)], ignoreOrder: true);
        (await Ends(Committee)).ShouldAllBe(e => !e.Ends);

        async Task<List<string>> Kinds(Actor actor, string unit) =>
        [
            .. (await _hub.Data(actor, $$"""{ supportMoves(unit: "{{unit}}") { kind mutation label rule inputs { name label labelEn kind required choices } } }"""))
                .GetProperty("supportMoves").EnumerateArray().Select(m => m.GetProperty("kind").GetString()!),
        ];

        async Task<List<(string Kind, bool Ends)>> Ends(Actor actor) =>
        [
            .. (await _hub.Data(actor, """{ supportRecords(unit: "430203001001") { nodes { kind nextMoves { mutation inputs { name kind required max } } } } }"""))
                .GetProperty("supportRecords").GetProperty("nodes").EnumerateArray().Select(r => (r.GetProperty("kind").GetString()!, r.GetProperty("nextMoves").GetArrayLength() == 1)),
        ];
    }

    [Fact]
    public async Task Gaps_are_read_at_the_present_day_by_those_who_see_the_unit()
    {
        await Record(Actors.Leader, "DISPUTE_SWEEP", "二月摸排", on: "2026-02-10", unit: "430203001");
        var gaps = await Gaps(Office, "4302", "");
        gaps.ShouldContain(("430203001001", "DISPUTE_SWEEP", "MISSED"));
        gaps.ShouldNotContain(g => g.Unit == "430203001" && g.Kind == "DISPUTE_SWEEP");
        gaps.ShouldContain(("430203002", "DISPUTE_SWEEP", "MISSED"));
        gaps.ShouldContain(("4302", "AGENDA", "MISSED"));
        gaps.ShouldContain(("430203001001", "DEPUTY_LINK", "NOT_COVERED"));
        (await Gaps(Office, "430203001", ", status: NOT_COVERED, kind: COUNCIL")).Count.ShouldBe(2);
        (await Gaps(Actors.Department, "430203", "")).ShouldAllBe(g => g.Kind == "LAW_PUBLICITY");
        foreach (var stranger in new[] { Resident, Actors.CityWall, Actors.Agency, Actors.Integrator, Actors.Of(Role.TownshipGovernment, "430203002") })
            (await _hub.Ask(stranger, """{ supportGaps(unit: "430203001") { totalCount } }""")).Code().ShouldBe("NOT_FOUND", stranger.Principal);
    }

    [Fact]
    public async Task A_query_of_a_citys_gaps_asks_the_index_a_bounded_number_of_times()
    {
        var before = _hub.Councils.Asked;
        await Gaps(Office, "4302", "");
        (_hub.Councils.Asked - before).ShouldBeLessThanOrEqualTo(2);
    }

    [Fact]
    public async Task Kinds_tell_their_rule_their_cycle_and_that_it_is_assumed()
    {
        var kinds = (await _hub.Data(Resident, "{ supportKinds { kind rule clause name cycleMonths parameter basis public recordable levels } }")).GetProperty("supportKinds");
        var sweep = kinds.EnumerateArray().Single(k => k.GetProperty("kind").GetString() == "DISPUTE_SWEEP");
        (sweep.GetProperty("cycleMonths").GetInt32(), sweep.GetProperty("parameter").GetString(), sweep.GetProperty("basis").GetString()).ShouldBe((1, "SupportCycle/DisputeSweep", "assumed"));
    }

    [Fact]
    [Trait("Rule", "T088")]
    public async Task T088_a_flagged_decision_without_a_result_is_refused_and_names_the_rule()
    {
        var refused = await Do(Actors.Leader, "recordSupport", """commandId: "d-1", unit: "430203001", kind: MAJOR_DECISION, on: "2026-03-01", text: "征收方案", flagged: true""", "recordId");
        (refused.ErrorCode(), refused.GetProperty("errors")[0].GetProperty("rule").GetString()).ShouldBe(("CONSULTATION_REQUIRED", "T088"));
    }

    private Task<JsonElement> Enter(Actor by, string source, string text, string commandId, string more = "") => Do(
        by, "enterOpinion", $"""commandId: "{commandId}", community: "{Community}", source: {source}, text: "{text}"{more}""", "entryId ledger { count }");

    private Task<JsonElement> Record(Actor by, string kind, string text, string more = "", string? commandId = null, string unit = Community, string on = "2026-03-01") => Do(
        by, "recordSupport", $"""commandId: "{commandId ?? kind}", unit: "{unit}", kind: {kind}, on: "{on}", text: "{text}"{more}""", "recordId");

    private Task<JsonElement> Established() => Council("establishCouncil", """on: "2026-01-05", record: "会议纪要 1" """);

    private async Task<JsonElement> Council(string mutation, string fields, string? commandId = null)
    {
        var payload = await Do(Party, mutation, $"""commandId: "{commandId ?? mutation}", community: "{Community}", {fields}""",
            "council { election { stage round candidates { label votes } } head { office termState } warnings { rule } moves }");
        payload.GetProperty("errors").GetArrayLength().ShouldBe(0, payload.ToString());
        return payload.GetProperty("council");
    }

    private async Task<JsonElement> Do(Actor by, string mutation, string fields, string selection)
    {
        var data = await _hub.Data(by, $$"""mutation { {{mutation}}(input: { {{fields}} }) { {{selection}} sequence warnings { code } errors { __typename code rule field } } }""");
        return data.GetProperty(mutation);
    }

    private async Task<string> Consultation()
    {
        var data = await _hub.Data(Party, """
            mutation { openConsultation(input: { commandId: "begin", unit: "430203001001", communities: ["430203001001"], title: "停车位", matter: {} }) { consultationId errors { code field message } } }
            """);
        return data.GetProperty("openConsultation").GetProperty("consultationId").GetString() ?? throw new InvalidOperationException(data.ToString());
    }

    private async Task<List<string>> Texts(Actor by, string more) => [.. (await _hub.Data(by, $$"""{ supportRecords(unit: "430203001001"{{more}}) { nodes { text } } }"""))
        .GetProperty("supportRecords").GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("text").GetString()!)];

    private async Task<List<(string Unit, string Kind, string Status)>> Gaps(Actor by, string unit, string more) =>
        [.. (await _hub.Data(by, $$"""{ supportGaps(unit: "{{unit}}", first: 100{{more}}) { nodes { unit { code } kind status } } }""")).GetProperty("supportGaps").GetProperty("nodes").EnumerateArray()
            .Select(g => (g.GetProperty("unit").GetProperty("code").GetString()!, g.GetProperty("kind").GetString()!, g.GetProperty("status").GetString()!))];
}
