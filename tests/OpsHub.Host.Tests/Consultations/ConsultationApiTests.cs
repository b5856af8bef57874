using System.Text.Json;
using OpsHub.Host.Tests.Doors;

namespace OpsHub.Host.Tests.Consultations;

/// <summary>A consultation on the running hub: grains, storage, summaries and lists behind the API.</summary>
[Collection(DoorCollection.Name)]
public sealed class ConsultationApiTests(DoorHub hub)
{
    private const string Community = "430203001001";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact, Trait("Rule", "C040")]
    public async Task C040_A_session_that_ends_is_on_the_wall_until_it_is_announced()
    {
        var party = await hub.Token("CommunityParty", Community);
        var council = await hub.Token("Council", Community);
        var wall = await hub.Token("WallKey", "430203");
        var opened = await Step(party, "openConsultation", null, $$"""unit: "{{Community}}", communities: ["{{Community}}"], title: "加装电梯" """);
        var id = opened.GetProperty("consultationId").GetString()!;
        await Step(party, "proposeTopic", id, """category: PRESSING_PROBLEMS, text: "三栋加装电梯", kindsConcerned: [REGISTERED_RESIDENTS]""");
        await Step(council, "determineTopic", id, "");
        await Step(council, "makePlan", id, $$"""
            start: "{{DateTimeOffset.UtcNow.AddHours(2):yyyy-MM-dd'T'HH:mm:ss'Z'}}", venue: CONSULTATION_HALL, place: "议事堂", content: "方案", participantRule: "选举", kinds: [REGISTERED_RESIDENTS], form: MEETING
            """);
        await Step(council, "publishNotice", id, "channels: [NOTICE_BOARD, WEBSITE]");
        await Step(council, "fixParticipants", id, $$"""classes: [{ kind: REGISTERED_RESIDENTS, community: "{{Community}}", count: 12, method: ELECTED }], electionRecord: "记录 1" """);
        await Step(council, "startSession", id, "presider: COUNCIL_HEAD");
        await Step(council, "endSession", id, """outcome: CONSENSUS, opinion: "同意", attendance: 10, heard: [REGISTERED_RESIDENTS]""");

        const string board = """{ announcementsDue(unit: "430203") { title dueAt late } unit(code: "430203") { summary { consultations { open nextAnnouncementDue } } } }""";
        var due = await Until(wall, board, d => d.GetProperty("announcementsDue").GetArrayLength() == 1
            && d.GetProperty("unit").GetProperty("summary").GetProperty("consultations").GetProperty("nextAnnouncementDue").ValueKind == JsonValueKind.String);
        due.GetProperty("announcementsDue")[0].GetProperty("title").GetString().ShouldBe("加装电梯");
        due.GetProperty("announcementsDue")[0].GetProperty("late").GetBoolean().ShouldBeFalse();
        due.GetProperty("unit").GetProperty("summary").GetProperty("consultations").GetProperty("nextAnnouncementDue").GetString()
            .ShouldBe(due.GetProperty("announcementsDue")[0].GetProperty("dueAt").GetString());

        var announced = await Step(council, "announceResult", id, """place: "公告栏", text: "一致同意加装" """);
        announced.GetProperty("consultation").GetProperty("announcements")[0].GetProperty("late").GetBoolean().ShouldBeFalse();
        await Until(wall, board, d => d.GetProperty("announcementsDue").GetArrayLength() == 0
            && d.GetProperty("unit").GetProperty("summary").GetProperty("consultations").GetProperty("nextAnnouncementDue").ValueKind == JsonValueKind.Null);

        var township = await hub.Token("TownshipGovernment", "430203001");
        var read = await hub.Ask($$"""
            { consultations(unit: "430203001") { totalCount nodes { id stage waits { what role } } }
              consultationIndicators(unit: "430203001", from: "2020-01-01", to: "2022-12-31") { begun }
              consultation(id: "{{id}}") { history(first: 100) { nodes { event consultationTo } } nextMoves { mutation } } }
            """, township);
        read.GetProperty("consultations").GetProperty("totalCount").GetInt32().ShouldBe(1);
        read.GetProperty("consultation").GetProperty("history").GetProperty("nodes").EnumerateArray().Select(e => e.GetProperty("event").GetString()).ShouldContain("ConsultationAnnounced");
        var stranger = await hub.Token("TownshipGovernment", "430202001");
        (await hub.Ask($$"""{ consultation(id: "{{id}}") { number } }""", stranger)).GetProperty("consultation").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    private async Task<JsonElement> Step(string token, string name, string? id, string fields)
    {
        var of = id is null ? "" : $"""consultationId: "{id}", """;
        var data = await hub.Ask(
            $$"""mutation { {{name}}(input: { commandId: "lift-{{name}}", {{of}}{{fields}} }) { consultationId consultation { stage announcements { late } } errors { code rule field messageEn } } }""", token);
        data.GetProperty(name).GetProperty("errors").GetArrayLength().ShouldBe(0, data.ToString());
        return data.GetProperty(name);
    }

    // Figures and lists follow the reply in their own time; a hub under load is waited for.
    private async Task<JsonElement> Until(string token, string query, Func<JsonElement, bool> expected)
    {
        for (var end = DateTime.UtcNow + Patience; ; await Task.Delay(100))
        {
            var data = await hub.Ask(query, token);
            if (expected(data))
                return data;
            (DateTime.UtcNow < end).ShouldBeTrue(data.ToString());
        }
    }
}
