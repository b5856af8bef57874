using System.Text.Json;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Tests.Subjects;

/// <summary>People decisions through the API: who reads what, who is offered which step, and what comes back. Monday 2026-03-02, 9:00.</summary>
public sealed class PostsTests : IAsyncLifetime
{
    private const string Area = "430203001-D12";

    private static readonly Actor Second = Actors.Of(Role.TownshipGovernment, "430203002");
    private static readonly Actor Organisation = Actors.Of(Role.OrganisationDepartment, "430203");
    private static readonly Actor Performance = Actors.Of(Role.PerformanceOrgan, "430203");
    private static readonly Actor CountyGovernment = Actors.Of(Role.CountyGovernment, "430203");

    private readonly TestHub _hub = new();

    public Task InitializeAsync()
    {
        Serves("430203001", "430203002");
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact, Trait("Rule", "A012")]
    public async Task A012_A046_posts_are_counted_and_what_is_short_is_flagged()
    {
        await Done(Actors.Department, "recordAgencyPosts", "posts: 10, filled: 8");
        await Done(Actors.Department, "recordStaffChange", """move: OUT, post: "科员", count: 2""");
        var posts = await Posts(Actors.Agency, "posts filled short fillRate left turnover flags { kind rule message } version openMatters");
        (posts.GetProperty("posts").GetInt32(), posts.GetProperty("filled").GetInt32(), posts.GetProperty("short").GetInt32(), posts.GetProperty("left").GetInt32()).ShouldBe((10, 8, 2, 2));
        (posts.GetProperty("fillRate").GetDouble(), posts.GetProperty("turnover").GetDouble()).ShouldBe((0.8, 0.2));
        posts.GetProperty("flags").EnumerateArray().Select(f => f.GetProperty("kind").GetString()).ShouldBe(["SHORT"], "that a notice is due is none of its counts");
        posts.GetProperty("version").ValueKind.ShouldBe(JsonValueKind.Null, "how long the trace is tells that something happened");
        posts.GetProperty("openMatters").ValueKind.ShouldBe(JsonValueKind.Null);
        (await Posts(Actors.Leader, "flags { kind } openMatters")).ShouldSatisfyAllConditions(
            p => p.GetProperty("flags").EnumerateArray().Select(f => f.GetProperty("kind").GetString()).ShouldBe(["SHORT", "NOTICE_DUE"]), p => p.GetProperty("openMatters").GetInt32().ShouldBe(1));
    }

    [Fact, Trait("Rule", "A012")]
    public async Task A012_figures_are_summed_over_the_agencies_whose_counts_the_actor_reads()
    {
        var other = OrganCode.Parse("430203002-D20");
        _hub.Directory.Put(new AgencyRow(other, 1, "建设所", OrganCode.Parse("430203:D20"), UnitCode.Parse("430203002"), [UnitCode.Parse("430203002")], true));
        await Done(Actors.Department, "recordAgencyPosts", "posts: 10, filled: 8");
        (await Do(Actors.Of(Role.Department, "430203:D20"), "recordAgencyPosts", "posts: 2, filled: 4", agency: other.Value)).GetProperty("errors").GetArrayLength().ShouldBe(0);
        (await Figures(Performance)).ShouldBe("""{"agencies":2,"recorded":2,"posts":12,"filled":12,"short":2,"fillRate":1}""");
        (await Figures(Second, """(unit: "430203002")""")).ShouldBe("""{"agencies":2,"recorded":2,"posts":12,"filled":12,"short":2,"fillRate":1}""");
        (await Figures(Actors.Leader)).ShouldBe("""{"agencies":1,"recorded":1,"posts":10,"filled":8,"short":2,"fillRate":0.8}""");
        (await Figures(Performance, """(department: "430203:D20")""")).ShouldBe("""{"agencies":1,"recorded":1,"posts":2,"filled":4,"short":0,"fillRate":2}""");
        (await Figures(Actors.CityWall)).ShouldBe("""{"agencies":0,"recorded":0,"posts":0,"filled":0,"short":0,"fillRate":null}""");

        async Task<string> Figures(Actor actor, string arguments = "") =>
            (await _hub.Data(actor, $$"""{ postFigures{{arguments}} { agencies recorded posts filled short fillRate } }""")).GetProperty("postFigures").GetRawText();
    }

    [Fact, Trait("Rule", "A005")]
    public async Task A005_small_counts_of_party_relations_are_hidden_wherever_they_stand()
    {
        var payload = await Done(Actors.Agency, "recordPartyRelations", "transferred: 12, notTransferred: 2");
        payload.GetProperty("sequence").ValueKind.ShouldBe(JsonValueKind.Null);
        var posts = await Posts(Actors.Leader, "party { transferred notTransferred allTransferred reasonGiven ownOrganisation } flags { kind message messageEn }");
        posts.GetProperty("party").GetRawText().ShouldBe("""{"transferred":12,"notTransferred":null,"allTransferred":false,"reasonGiven":false,"ownOrganisation":false}""");
        posts.GetProperty("flags")[0].ShouldSatisfyAllConditions(
            f => f.GetProperty("kind").GetString().ShouldBe("PARTY_NOT_TRANSFERRED"), f => f.GetProperty("message").GetString()!.ShouldNotContain("2"), f => f.GetProperty("messageEn").GetString()!.ShouldNotContain("2"));
        await Done(Actors.Agency, "recordPartyRelations", "transferred: 14, notTransferred: 0, ownOrganisation: true", "p-2");
        (await Posts(Actors.Leader, "party { notTransferred allTransferred ownOrganisation }")).GetProperty("party").GetRawText().ShouldBe("""{"notTransferred":0,"allTransferred":true,"ownOrganisation":true}""");
    }

    [Fact]
    public async Task Part4_the_two_lines_and_the_organisation_department_read_matters_the_agency_and_the_county_counts_and_others_nothing()
    {
        await Done(Actors.Leader, "raiseHeadInquiry", """grounds: "满意度低" """);
        await Done(Actors.Department, "askHeadOpinion", """matter: REMOVAL, post: "所长", letter: "函 1" """);
        foreach (var (actor, counts, whole) in new (Actor, bool, bool)[]
        {
            (Actors.Leader, true, true), (Second, true, true), (Actors.Department, true, true), (Organisation, true, true), (Actors.Auditor, true, true),
            (Actors.Agency, true, false), (Performance, true, false), (CountyGovernment, true, false),
            (Actors.Centre, false, false), (Actors.County, false, false), (Actors.CityWall, false, false), (Actors.Integrator, false, false), (Actors.Administrator, false, false), (Actors.Resident, false, false),
            (Actors.Of(Role.Department, "430203:D20"), false, false), (Actors.Of(Role.CityGovernanceOffice, "4302"), false, false), (Actors.Of(Role.OrganisationDepartment, "430202"), false, false),
        })
        {
            var node = (await _hub.Data(actor, $$"""
                { node(id: "{{GlobalId.OfPosts(OrganCode.Parse(Area))}}") { ... on AgencyPosts { posts headConsultations { nodes { post } } headConsultation(number: 1) { letter } inquiries { nodes { grounds } } inquiry(number: 1) { grounds }
                  secondments { nodes { need } } staffChanges { nodes { post } } } } }
                """)).GetProperty("node");
            (node.ValueKind != JsonValueKind.Null).ShouldBe(counts, actor.Principal);
            if (!counts)
                continue;
            foreach (var part in new[] { "headConsultations", "headConsultation", "inquiries", "inquiry", "secondments", "staffChanges" })
                (node.GetProperty(part).ValueKind != JsonValueKind.Null).ShouldBe(whole, $"{part} for {actor.Principal}");
            (await _hub.Ask(actor, $$"""{ node(id: "{{GlobalId.OfPosts(OrganCode.Parse(Area))}}") { ... on AgencyPosts { trace { nodes { event } } } } }"""))
                .TryGetProperty("errors", out _).ShouldBe(!whole, actor.Principal);
        }

        (await _hub.Data(Actors.Centre, $$"""{ agency(code: "{{Area}}") { name posts { posts } } }""")).GetProperty("agency").GetProperty("posts").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact, Trait("Rule", "A016")]
    public async Task A016_a_consultation_is_walked_by_what_each_is_offered_until_it_is_decided()
    {
        var payload = await Done(Actors.Department, "askHeadOpinion", """matter: APPOINTMENT, post: "所长", letter: "函 1" """);
        payload.GetProperty("number").GetInt32().ShouldBe(1);
        (await Done(Actors.Department, "askHeadOpinion", """matter: APPOINTMENT, post: "所长", letter: "函 1" """)).GetProperty("number").GetInt32().ShouldBe(1, "the first answer again");

        (await Moves(Actors.Leader)).ShouldBe(["proposeHeadOpinion"]);
        await Done(Actors.Leader, "proposeHeadOpinion", """consultation: 1, opinion: AGREE, text: "同意" """);
        (await Moves(Second)).ShouldBe(["agreeToHeadOpinion"]);
        (await Head(Second, "moves { inputs { name label labelEn min max } }")).GetProperty("moves")[0].GetProperty("inputs")[0].GetRawText()
            .ShouldBe("""{"name":"proposal","label":"同意第几稿","labelEn":"Which proposal","min":1,"max":1}""");
        var refused = await Do(Actors.Leader, "returnHeadOpinion", "consultation: 1");
        Error(refused).ShouldBe(("RuleRefusedError", "NOT_UNANIMOUS", "A016", "二(二)", null));
        refused.GetProperty("errors")[0].GetProperty("message").GetString()!.ShouldContain("建设街道尚未同意");
        (await Head(Actors.Department, "agreed { code } awaited { code } deadlocked terms { id late basis parameter }")).ShouldSatisfyAllConditions(
            h => h.GetProperty("awaited")[0].GetProperty("code").GetString().ShouldBe("430203002"), h => h.GetProperty("terms").GetArrayLength().ShouldBe(2),
            h => h.GetProperty("terms")[0].GetProperty("basis").GetString().ShouldBe("ASSUMED"));
        Error(await Do(Second, "agreeToHeadOpinion", "consultation: 1, proposal: 2")).ShouldBe(("RuleRefusedError", "PROPOSAL_CHANGED", "A016", "二(二)", "proposal"));
        (await Head(Second, "proposal")).GetProperty("proposal").GetInt32().ShouldBe(1);
        await Done(Second, "agreeToHeadOpinion", "consultation: 1, proposal: 1");
        (await Moves(Actors.Leader)).ShouldBe(["proposeHeadOpinion", "returnHeadOpinion"]);
        await Done(Actors.Leader, "returnHeadOpinion", "consultation: 1", "r-2");
        (await Moves(Actors.Department)).ShouldBe(["decideHead", "withdrawHeadConsultation"]);
        (await Moves(Organisation)).ShouldBeEmpty("who asked decides");
        await Done(Actors.Department, "decideHead", "consultation: 1");
        (await Head(Actors.Leader, "stage opinion text")).GetRawText().ShouldBe("""{"stage":"DECIDED","opinion":"AGREE","text":"同意"}""");

        async Task<List<string?>> Moves(Actor actor) => [.. (await Head(actor, "moves { mutation label rule inputs { name kind required max choices } }")).GetProperty("moves").EnumerateArray().Select(m => m.GetProperty("mutation").GetString())];
    }

    [Fact, Trait("Rule", "R033")]
    public async Task R033_Resolution21_a_townships_disagreement_blocks_and_a_streets_takes_a_reason()
    {
        Serves("430203001");
        await Done(Actors.Department, "askHeadOpinion", """matter: APPOINTMENT, post: "所长", letter: "函 1" """);
        await Done(Actors.Leader, "proposeHeadOpinion", """consultation: 1, opinion: DISAGREE, text: "不同意" """);
        await Done(Actors.Leader, "returnHeadOpinion", "consultation: 1");
        (await Head(Actors.Department, "moves { mutation inputs { name required } }")).GetProperty("moves")[0].GetProperty("inputs")[0].GetRawText().ShouldBe("""{"name":"reason","required":true}""");
        Error(await Do(Actors.Department, "decideHead", "consultation: 1")).ShouldBe(("InvalidInputError", "INVALID_INPUT", "A007", "二(二)", "reason"));
        _hub.Directory.Kind("430203001", "town");
        (await Head(Actors.Department, "moves { mutation }")).GetProperty("moves")[0].GetProperty("mutation").GetString().ShouldBe("withdrawHeadConsultation");
        Error(await Do(Actors.Department, "decideHead", """consultation: 1, reason: "工作需要" """, "d-2")).ShouldBe(("RuleRefusedError", "CONSENT_REFUSED", "R033", "四(二)", null));
        await Done(Actors.Department, "withdrawHeadConsultation", """consultation: 1, reason: "人选另议" """);
        (await Head(Actors.Leader, "stage withdrawnReason moves { mutation }")).GetRawText().ShouldBe("""{"stage":"WITHDRAWN","withdrawnReason":"人选另议","moves":[]}""");
    }

    [Theory]
    [InlineData("askHeadOpinion", """post: "所长", letter: "函" """, "INVALID_INPUT", "A007", "matter")]
    [InlineData("askHeadOpinion", """matter: REMOVAL, post: "所长", letter: "" """, "INVALID_INPUT", "A007", "letter")]
    [InlineData("decideHead", "consultation: 9", "NOT_CONSULTED", "A007", "consultation")]
    [InlineData("recordNoHeadReply", """consultation: 9, reason: "x" """, "INVALID_INPUT", "A008", "consultation")]
    [InlineData("recordAgencyPosts", "posts: -1, filled: 0", "INVALID_INPUT", "A012", "posts")]
    [InlineData("requestSecondment", """need: "专项", to: "专班", count: 1, until: "2026-03-02" """, "INVALID_INPUT", "A014", "until")]
    [InlineData("requestSecondment", """need: "专项", to: "专班", count: 0, until: "2026-09-30" """, "INVALID_INPUT", "A014", "count")]
    [InlineData("recordStaffChange", """move: IN, post: "", count: 1""", "INVALID_INPUT", "A013", "post")]
    [InlineData("raiseHeadInquiry", """grounds: "满意度低" """, "NOT_ALLOWED", "A009", null)]
    public async Task A_refusal_names_its_field_and_rule(string mutation, string fields, string code, string rule, string? field)
    {
        var error = Error(await Do(Actors.Department, mutation, fields));
        (error.Code, error.Rule, error.Field).ShouldBe((code, rule, field));
    }

    [Fact]
    public async Task Part4_whoever_reads_counts_only_cannot_find_out_by_commands_and_others_find_no_agency()
    {
        var before = Error(await Do(Actors.Agency, "beginHeadInquiry", "inquiry: 1"));
        await Done(Actors.Leader, "raiseHeadInquiry", """grounds: "满意度低" """);
        Error(await Do(Actors.Agency, "beginHeadInquiry", "inquiry: 1", "b-2")).ShouldBe(before);
        before.Code.ShouldBe("NOT_ALLOWED");
        (await Do(Actors.Agency, "beginHeadInquiry", "inquiry: 1", "b-3")).GetProperty("posts").GetProperty("inquiries").ValueKind.ShouldBe(JsonValueKind.Null);
        foreach (var version in new[] { "1", "2" })
            Error(await Do(Actors.Agency, "recordPartyRelations", $"transferred: 1, notTransferred: 0, expectedVersion: \"{version}\"", $"v-{version}")).Field.ShouldBe("expectedVersion", "nor by trying versions");
        foreach (var stranger in new[] { Actors.Centre, Actors.Integrator, Actors.Of(Role.TownshipGovernment, "430202001") })
            Error(await Do(stranger, "raiseHeadInquiry", """grounds: "x" """)).ShouldBe(("NotFoundError", "NOT_FOUND", "R046", "四(五)", "agency"));
        Error(await Do(Actors.Department, "recordAgencyPosts", "posts: 1, filled: 1", agency: "430203001-D99")).Code.ShouldBe("NOT_FOUND");
        Error(await Do(Actors.Department, "recordAgencyPosts", "posts: 1, filled: 1", agency: "nonsense")).Field.ShouldBe("agency");
    }

    [Fact]
    public async Task A_township_that_serves_no_more_reads_nothing_any_more()
    {
        await Done(Second, "raiseHeadInquiry", """grounds: "满意度低" """);
        (await Listed(Second)).ShouldBe(["INQUIRY RAISED"]);
        Serves("430203001");
        (await Listed(Second)).ShouldBeEmpty("the index may be behind, the directory is not");
        (await _hub.Data(Second, $$"""{ node(id: "{{GlobalId.OfPosts(OrganCode.Parse(Area))}}") { id } }""")).GetProperty("node").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact, Trait("Rule", "A002")]
    public async Task A002_matters_follow_the_agency_and_its_county_is_the_one_whose_code_its_host_bears()
    {
        await Done(Actors.Leader, "raiseHeadInquiry", """grounds: "满意度低" """);
        (await Listed(Second)).ShouldBe(["INQUIRY RAISED"]);
        Serves("430203001");
        (await Listed(Second)).ShouldBeEmpty("it is served no more");
        (await Listed(Organisation, """(unit: "430203002")""")).ShouldBeEmpty();

        _hub.Directory.Move("430203001", "430202");
        (await Listed(Organisation, """(unit: "430203001")""")).ShouldBe(["INQUIRY RAISED"]);
        (await Listed(Organisation)).ShouldBe(["INQUIRY RAISED"]);
        (await Listed(Actors.Of(Role.OrganisationDepartment, "430202"))).ShouldBeEmpty();
        (await _hub.Data(Organisation, """{ postFigures(unit: "430203") { agencies } }""")).GetProperty("postFigures").GetProperty("agencies").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task Matters_are_listed_within_what_the_actor_reads()
    {
        await Done(Actors.Department, "askHeadOpinion", """matter: REMOVAL, post: "所长", letter: "函 1" """);
        _hub.Time.Advance(TimeSpan.FromMinutes(1));
        await Done(Actors.Leader, "raiseHeadInquiry", """grounds: "满意度低" """);
        foreach (var reader in new[] { Actors.Leader, Second, Actors.Department, Organisation, Actors.Auditor })
            (await Listed(reader)).ShouldBe(["INQUIRY RAISED", "HEAD_CONSULTATION SENT"], reader.Principal);
        (await Listed(Actors.Leader, "(kind: INQUIRY, openOnly: true)")).ShouldBe(["INQUIRY RAISED"]);
        foreach (var nobody in new[] { Actors.Agency, Performance, CountyGovernment, Actors.Centre, Actors.CityWall, Actors.Resident })
            (await Listed(nobody)).ShouldBeEmpty(nobody.Principal);

        await Listed(Actors.Leader, """(unit: "430203")""");
        _hub.Posts.Asked!.Unit.ShouldBe(UnitCode.Parse("430203001"), "the county's list is narrowed to the township's own");
        (await Listed(Actors.Leader, """(unit: "430203002")""")).ShouldBeEmpty();
        (await Listed(Actors.Department, """(department: "430203:D20")""")).ShouldBeEmpty();
        (await _hub.Ask(Actors.Leader, """{ postMatters(unit: "430203001001") { totalCount } }""")).Code().ShouldBe("INVALID_INPUT");
        (await _hub.Ask(Actors.Leader, """{ postMatters(after: "x") { totalCount } }""")).Code().ShouldBe("INVALID_INPUT");
    }

    [Fact]
    public async Task Records_named_twice_in_a_query_are_asked_once()
    {
        await Done(Actors.Department, "recordAgencyPosts", "posts: 10, filled: 8");
        var before = _hub.Grains.Calls.Count(c => c == $"posts-{Area}.Get");
        await _hub.Data(Actors.Department, $$"""{ agencies { nodes { posts { posts } } } again: agencies { nodes { posts { filled } } } }""");
        (_hub.Grains.Calls.Count(c => c == $"posts-{Area}.Get") - before).ShouldBe(1);
    }

    private void Serves(params string[] townships) => _hub.Directory.Put(new AgencyRow(
        OrganCode.Parse(Area), 1, "贺家土综合执法中队", OrganCode.Parse("430203:D12"), UnitCode.Parse("430203001"), [.. townships.Select(UnitCode.Parse)], true));

    private async Task<List<string>> Listed(Actor actor, string arguments = "") => [.. (await _hub.Data(actor, $$"""{ postMatters{{arguments}} { totalCount nodes { kind stage number agency { code } } } }"""))
        .GetProperty("postMatters").GetProperty("nodes").EnumerateArray().Select(m => $"{m.GetProperty("kind").GetString()} {m.GetProperty("stage").GetString()}")];

    private async Task<JsonElement> Posts(Actor actor, string selection) =>
        (await _hub.Data(actor, $$"""{ node(id: "{{GlobalId.OfPosts(OrganCode.Parse(Area))}}") { ... on AgencyPosts { {{selection}} } } }""")).GetProperty("node");

    private async Task<JsonElement> Head(Actor actor, string selection) => (await Posts(actor, $$"""headConsultation(number: 1) { {{selection}} }""")).GetProperty("headConsultation");

    private async Task<JsonElement> Done(Actor by, string mutation, string fields, string? commandId = null)
    {
        var payload = await Do(by, mutation, fields, commandId);
        payload.GetProperty("errors").GetArrayLength().ShouldBe(0, payload.ToString());
        return payload;
    }

    private async Task<JsonElement> Do(Actor by, string mutation, string fields, string? commandId = null, string agency = Area) => (await _hub.Data(by, $$"""
        mutation { {{mutation}}(input: { commandId: "{{commandId ?? mutation}}", agency: "{{agency}}", {{fields}} }) {
          number sequence posts { posts inquiries { nodes { number } } } warnings { code field } errors { __typename code rule clause field message messageEn } } }
        """)).GetProperty(mutation);

    private static (string Type, string Code, string Rule, string Clause, string? Field) Error(JsonElement payload)
    {
        var error = payload.GetProperty("errors")[0];
        string Text(string name) => error.GetProperty(name).GetString()!;
        Text("message").ShouldNotBeEmpty();
        Text("messageEn").ShouldNotBeEmpty();
        return (Text("__typename"), Text("code"), Text("rule"), Text("clause"), error.GetProperty("field").GetString());
    }
}
