using System.Text.Json;
using OpsHub.Domain.Accounts;
using OpsHub.GraphQL.Tests.Consultations;

namespace OpsHub.GraphQL.Tests.Subjects;

/// <summary>Into which consultations an opinion may go: those of the whole township, for those who may link it.</summary>
public sealed class JoinableTests : IAsyncLifetime
{
    private const string Second = "430203001002";

    private const string Row = "consultationId number title stage variant category proposedVariant communities { code } elsewhere proposes reads";

    private static readonly Actor SecondCommittee = Actors.Of(Role.CommunityCommittee, Second);

    private readonly TestHub _hub = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact]
    [Trait("Rule", "C013")]
    public async Task C013_a_second_community_finds_the_consultation_of_the_first_by_its_title_joins_it_and_so_proposes_the_cross_community_way()
    {
        var id = await _hub.Begun();
        var found = (await Found(SecondCommittee, """text: "停车" """)).ShouldHaveSingleItem();
        (found.GetProperty("consultationId").GetString(), found.GetProperty("title").GetString(), found.GetProperty("stage").GetString()).ShouldBe((id, "停车位划线", "COLLECTING"));
        (found.GetProperty("elsewhere").GetBoolean(), found.GetProperty("proposes").GetString(), found.GetProperty("reads").GetBoolean()).ShouldBe((true, "CROSS_COMMUNITY", false));

        var joined = await Join(SecondCommittee, id);
        joined.GetProperty("errors").GetArrayLength().ShouldBe(0, joined.ToString());
        joined.GetProperty("consultation").GetProperty("proposedVariant").GetString().ShouldBe("CROSS_COMMUNITY");

        var asked = (await _hub.Data(Actors.Leader, $$"""{ consultation(id: "{{id}}") { proposedVariant communitiesElsewhere { code } moves } }""")).GetProperty("consultation");
        asked.GetProperty("proposedVariant").GetString().ShouldBe("CROSS_COMMUNITY");
        asked.GetProperty("communitiesElsewhere")[0].GetProperty("code").GetString().ShouldBe(Second);
        asked.GetProperty("moves").EnumerateArray().Select(m => m.GetString()).ShouldContain("rerouteConsultation");
        (await _hub.Data(SecondCommittee, $$"""{ consultation(id: "{{id}}") { title } }""")).GetProperty("consultation").ValueKind.ShouldBe(JsonValueKind.Null, "joined is not concerned: the township decides");

        var decided = await _hub.Take(Actors.Leader, "rerouteConsultation", id, $$"""communities: ["{{ConsultationStory.Community}}", "{{Second}}"], matter: { important: true, cannotAlone: true }, reason: "两社区共用" """);
        decided.At().ShouldBe("COLLECTING");
        var crossed = (await Found(SecondCommittee, "own: true")).ShouldHaveSingleItem();
        (crossed.GetProperty("variant").GetString(), crossed.GetProperty("elsewhere").GetBoolean(), crossed.GetProperty("reads").GetBoolean()).ShouldBe(("CROSS_COMMUNITY", false, true));
        crossed.GetProperty("proposes").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    [Trait("Rule", "C032")]
    public async Task C032_the_own_communitys_stand_apart_and_what_takes_no_opinions_is_not_offered()
    {
        var id = await _hub.Begun();
        (await Found(SecondCommittee, "own: true")).ShouldBeEmpty();
        (await Found(SecondCommittee, """text: "电梯" """)).ShouldBeEmpty();
        (await Found(SecondCommittee, "category: PUBLIC_AFFAIRS")).ShouldBeEmpty("it has no topic so far");
        (await Found(Actors.Party, "own: true", ConsultationStory.Community)).ShouldHaveSingleItem().GetProperty("proposes").ValueKind.ShouldBe(JsonValueKind.Null);

        (await _hub.Take(Actors.Party, "proposeTopic", id, """category: PUBLIC_AFFAIRS, text: "停车位划线方案", kindsConcerned: [REGISTERED_RESIDENTS]""")).At().ShouldBe("TOPIC_PROPOSED");
        (await Found(SecondCommittee, "category: PUBLIC_AFFAIRS")).ShouldHaveSingleItem();
        (await _hub.Take(Actors.Party, "withdrawConsultation", id, """reason: "另行安排" """)).At().ShouldBe("WITHDRAWN");
        (await Found(SecondCommittee, "")).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Rule", "C013")]
    public async Task C013_whoever_may_link_nothing_is_shown_none_and_their_entries_name_none()
    {
        var id = await _hub.Begun();
        foreach (var (actor, sees) in new[] { (SecondCommittee, 1), (Actors.OtherParty, 1), (Actors.Leader, 1), (Actors.Of(Role.Council, Second), 0), (Actors.Of(Role.GridWorker, Second + "001"), 0), (Actors.Auditor, 0) })
            (await Found(actor, "")).Count.ShouldBe(sees, actor.Role.ToString());
        (await Join(SecondCommittee, id)).GetProperty("errors").GetArrayLength().ShouldBe(0);
        (await Named(SecondCommittee)).ShouldBe("停车位划线");
        (await Named(Actors.Auditor)).ShouldBe("停车位划线", "audit reads every consultation");
        (await Named(Actors.Of(Role.Council, Second))).ShouldBeNull();
        (await Named(Actors.Of(Role.GridWorker, Second + "001"))).ShouldBeNull();

        async Task<string?> Named(Actor actor) =>
            (await _hub.Data(actor, $$"""{ opinionLedger(community: "{{Second}}") { entries { nodes { consultation { title } } } } }""")).GetProperty("opinionLedger").GetProperty("entries").GetProperty("nodes")[0]
                .GetProperty("consultation") is { ValueKind: JsonValueKind.Object } named ? named.GetProperty("title").GetString() : null;
    }

    [Fact]
    public async Task A_page_of_them_is_one_question_of_the_index_and_bad_input_names_its_field()
    {
        for (var n = 0; n < 5; n++)
            await _hub.Begun($"begin-{n}");
        _hub.Grains.Calls.Clear();
        _hub.Consultations.Calls.Clear();
        (await Found(SecondCommittee, "first: 5")).Count.ShouldBe(5);
        _hub.Consultations.Calls.ShouldBe(["Consultations"]);
        _hub.Grains.Calls.ShouldNotContain(c => c.Contains("consultation-"), "what each proposes is judged by what is stored");
        (await _hub.Ask(SecondCommittee, $$"""{ opinionLedger(community: "{{Second}}") { joinable(text: "{{new string('长', 101)}}") { totalCount } } }""")).Code().ShouldBe("INVALID_INPUT");
        (await _hub.Ask(SecondCommittee, $$"""{ opinionLedger(community: "{{Second}}") { joinable(after: "bad") { totalCount } } }""")).Code().ShouldBe("INVALID_INPUT");
    }

    private async Task<List<JsonElement>> Found(Actor by, string arguments, string community = Second)
    {
        var list = arguments.Length == 0 ? "joinable" : $"joinable({arguments})";
        return [.. (await _hub.Data(by, $$"""{ opinionLedger(community: "{{community}}") { {{list}} { nodes { {{Row}} } } } }""")).GetProperty("opinionLedger").GetProperty("joinable").GetProperty("nodes").EnumerateArray()];
    }

    private async Task<JsonElement> Join(Actor by, string id)
    {
        var entry = (await _hub.Data(by, $$"""mutation { enterOpinion(input: { commandId: "o-2", community: "{{Second}}", source: BOX, text: "我们也停不下" }) { entryId errors { code } } }"""))
            .GetProperty("enterOpinion").GetProperty("entryId").GetString();
        return (await _hub.Data(by, $$"""
            mutation { linkOpinion(input: { commandId: "l-2", entryId: "{{entry}}", consultationId: "{{id}}" }) { entryId consultation { number proposedVariant reads } errors { code field rule } } }
            """)).GetProperty("linkOpinion");
    }
}
