using System.Text.Json;
using OpsHub.Domain.Accounts;
using OpsHub.GraphQL.Tests.Subjects;

namespace OpsHub.GraphQL.Tests.Consultations;

/// <summary>A community's consultation on its way, through the API. Begins on Monday 2026-03-02 at 9:00.</summary>
internal static class ConsultationStory
{
    public const string Community = "430203001001";

    private const string Outcome = "consultationId number sequence version consultation { stage moves } errors { __typename code rule clause field message messageEn }";

    public static async Task<JsonElement> Begin(this TestHub hub, Actor by, string fields, string commandId = "begin") =>
        (await hub.Data(by, $$"""mutation { openConsultation(input: { commandId: "{{commandId}}" {{fields}} }) { {{Outcome}} warnings { code field } } }""")).GetProperty("openConsultation");

    /// <summary>Begins one and gives its global id.</summary>
    public static async Task<string> Begun(this TestHub hub, string commandId = "begin", string matter = "communityActs: true")
    {
        var payload = await hub.Begin(Actors.Party, $$"""unit: "{{Community}}", communities: ["{{Community}}"], title: "停车位划线", matter: { {{matter}} }""", commandId);
        payload.GetProperty("errors").GetArrayLength().ShouldBe(0, payload.ToString());
        return payload.GetProperty("consultationId").GetString()!;
    }

    /// <summary>Sends a command to a consultation.</summary>
    public static async Task<JsonElement> Take(this TestHub hub, Actor by, string name, string id, string fields = "", string? commandId = null)
    {
        var data = await hub.Data(by, $$"""mutation { {{name}}(input: { commandId: "{{commandId ?? name}}", consultationId: "{{id}}" {{fields}} }) { {{Outcome}} warnings { code field } } }""");
        return data.GetProperty(name);
    }

    public static string? At(this JsonElement payload)
    {
        payload.GetProperty("errors").GetArrayLength().ShouldBe(0, payload.ToString());
        return payload.GetProperty("consultation").GetProperty("stage").GetString();
    }

    /// <summary>The single refusal: type, code, rule, clause and field.</summary>
    public static (string Type, string Code, string Rule, string Clause, string? Field) Refused(this JsonElement payload)
    {
        var error = payload.GetProperty("errors")[0];
        string Text(string name) => error.GetProperty(name).GetString()!;
        Text("message").ShouldNotBeEmpty();
        Text("messageEn").ShouldNotBeEmpty();
        return (Text("__typename"), Text("code"), Text("rule"), Text("clause"), error.GetProperty("field").GetString());
    }

    public static async Task<string> Determined(this TestHub hub, string commandId = "begin", string matter = "communityActs: true")
    {
        var id = await hub.Begun(commandId, matter);
        (await hub.Take(Actors.Party, "addConsultationOpinion", id, $$"""source: BOX, community: "{{Community}}", kind: REGISTERED_RESIDENTS, text: "车位不够" """)).At().ShouldBe("COLLECTING");
        (await hub.Take(Actors.Committee, "holdWorkMeeting", id, """record: "例会纪要 3" """)).At().ShouldBe("COLLECTING");
        (await hub.Take(Actors.Party, "proposeTopic", id, """category: PUBLIC_AFFAIRS, text: "停车位如何划线", kindsConcerned: [REGISTERED_RESIDENTS]""")).At().ShouldBe("TOPIC_PROPOSED");
        (await hub.Take(Actors.Council, "determineTopic", id)).At().ShouldBe("TOPIC_DETERMINED");
        return id;
    }

    public const string Plan = """
        venue: CONSULTATION_HALL, place: "社区议事堂", content: "两种划线办法", participantRule: "报名、推荐后选举", kinds: [REGISTERED_RESIDENTS, RESPECTED_PERSON], form: DIALOGUE
        """;

    public const string Classes = """classes: [{ kind: REGISTERED_RESIDENTS, community: "430203001001", count: 20, method: ELECTED }, { kind: RESPECTED_PERSON, community: "430203001001", count: 2, method: INVITED }]""";

    public static async Task<string> Prepared(this TestHub hub, string commandId = "begin", string matter = "communityActs: true")
    {
        var id = await hub.Determined(commandId, matter);
        (await hub.Take(Actors.Council, "makePlan", id, $$"""start: "2026-03-02T14:00:00+08:00", {{Plan}}""")).At().ShouldBe("PLANNED");
        (await hub.Take(Actors.Committee, "publishNotice", id, """channels: [NOTICE_BOARD, RESIDENTS_GROUPS], place: "社区公告栏" """)).At().ShouldBe("PLANNED");
        (await hub.Take(Actors.Council, "fixParticipants", id, $$"""{{Classes}}, electionRecord: "选举记录 7" """)).At().ShouldBe("PREPARED");
        return id;
    }

    /// <summary>One whose session has just ended, at 14:00; its announcement is due by the end of tomorrow.</summary>
    public static async Task<string> Ended(this TestHub hub, string commandId = "begin", string outcome = "CONSENSUS", string matter = "communityActs: true")
    {
        var id = await hub.Prepared(commandId, matter);
        if (hub.Clock.Now < TestHub.Monday.AddHours(5))
            hub.Time.Advance(TimeSpan.FromHours(5));
        (await hub.Take(Actors.Council, "startSession", id, "presider: COUNCIL_HEAD")).At().ShouldBe("IN_SESSION");
        (await hub.Take(Actors.Council, "endSession", id, $$"""outcome: {{outcome}}, opinion: "同意划线", attendance: 20, heard: [REGISTERED_RESIDENTS, RESPECTED_PERSON]""")).At().ShouldBe("SESSION_ENDED");
        return id;
    }

    /// <summary>One whose second round has just ended, an hour after the first, and neither is announced.</summary>
    public static async Task<string> EndedTwice(this TestHub hub, string commandId)
    {
        var id = await hub.Ended(commandId, "NO_CONSENSUS");
        (await hub.Take(Actors.Council, "openAnotherRound", id)).At().ShouldBe("TOPIC_DETERMINED");
        var start = hub.Clock.Now.ToOffset(TimeSpan.FromHours(8)).AddHours(1).ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture);
        (await hub.Take(Actors.Council, "makePlan", id, $$"""start: "{{start}}", {{Plan}}""", "plan-2")).At().ShouldBe("PLANNED");
        (await hub.Take(Actors.Committee, "publishNotice", id, """channels: [NOTICE_BOARD, RESIDENTS_GROUPS], place: "社区公告栏" """, "notice-2")).At().ShouldBe("PLANNED");
        (await hub.Take(Actors.Council, "fixParticipants", id, $$"""{{Classes}}, electionRecord: "选举记录 8" """, "fix-2")).At().ShouldBe("PREPARED");
        hub.Time.Advance(TimeSpan.FromHours(1));
        (await hub.Take(Actors.Council, "startSession", id, "presider: COUNCIL_HEAD", "start-2")).At().ShouldBe("IN_SESSION");
        (await hub.Take(Actors.Council, "endSession", id, """outcome: CONSENSUS, opinion: "同意划线", attendance: 20, heard: [REGISTERED_RESIDENTS, RESPECTED_PERSON]""", "end-2")).At().ShouldBe("SESSION_ENDED");
        return id;
    }

    public const string Announcement = """place: "社区公告栏", channels: [RESIDENTS_GROUPS], text: "一致同意划线" """;
}
