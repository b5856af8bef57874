using System.Text.Json;
using OpsHub.Fixtures;

namespace OpsHub.Benchmarks;

/// <summary>5,000 open consultations of a hub, begun through its API: lists with duties and next moves as any unit's page may ask for them, and how soon a wall hears of an announcement.</summary>
internal static class ConsultationPages
{
    private const int Open = 5_000;
    private const int Places = 18;
    private const int Announcements = 20;

    // The fields of the page's rows: src/OpsHub.Wall/src/api/consultation.graphql, ConsultationItem.
    private const string Page = """
        totalCount asOf pageInfo { hasNextPage endCursor } nodes { id number title variant stage round breached overdue dueAt announcementDueAt sessionAt beganAt proposedVariant delegatedStage
        community { code name nameEn } township { code name nameEn } lead { code name nameEn }
        openDuties { id stem hard breached term { name nameEn dueAt late provisional } } }
        """;

    private const string More = """
        totalCount nodes { id number title stage dueAt openDuties { id stem term { name dueAt late } } waits { what since until late organ { code name } } nextMoves { mutation label rule } }
        """;

    public static async IAsyncEnumerable<BenchmarkRow> Run(PageBenchmark.Pages pages)
    {
        var city = await pages.Token("CityGovernanceOffice", "4302");
        var places = new List<Place>();
        var townships = await PageBenchmark.Codes(pages.Hub, city);
        foreach (var community in townships.Where((_, i) => i % (townships.Count / Places) == 0).Take(Places).Select(t => t.Communities[0]))
            places.Add(new(pages.Hub, community, await pages.Token("CommunityParty", community), await pages.Token("Council", community)));
        await Parallel.ForAsync(0, Open, new ParallelOptions { MaxDegreeOfParallelism = 24 }, async (i, _) => await places[i % Places].Begin(i));
        var home = places[0].Community;
        foreach (var (level, unit, role) in new[] { ("city", "4302", "Auditor"), ("county", home[..6], "CountyGovernment"), ("township", home[..9], "TownshipGovernment"), ("community", home, "CommunityParty") })
        {
            var token = await pages.Token(role, unit);
            var found = (await pages.Hub.Query(token, List(unit, "nodes { id }"))).GetProperty("consultations").GetProperty("nodes").GetArrayLength();
            if (found < 50)
                throw new InvalidOperationException($"{role} of {unit} finds {found} consultations.");
            yield return new($"{level}: 50 of {Open:N0} open consultations, as the page of the list asks for them", "p99 < 20 ms", await pages.Time(token, List(unit, Page)));
            yield return new($"{level}: with waits and next moves of each", "", await pages.Time(token, List(unit, More)));
            yield return new($"{level}: with what the index knows alone", "p99 < 20 ms", await pages.Time(token, List(unit, "totalCount nodes { id number title stage dueAt community { code name } }")));
            yield return new($"{level}: summary with its children's", "p99 < 20 ms", await pages.Time(token,
                $$"""query Sums { unit(code: "{{unit}}") { summary { consultations { open announcementsDueToday breached } } children(first: 100) { nodes { code summary { consultations { open } } } } } }"""));
        }

        var ended = new List<string>();
        for (var i = 0; i < Announcements; i++)
            ended.Add(await places[0].Ended(i));
        await Task.Delay(5_000);
        yield return new("an announcement's reply to 50 walls of the city", "every wall < 1 s", await Subscribers.Measure(
            pages.Hub, city, "subscription { unitSummary(code: \"4302\") { summary { version } } }", Moved, Announcements, i => places[0].Announce(ended[i]), 1_300));
    }

    // Nothing else happens meanwhile; what is repeated as a heartbeat says nothing new.
    private static Predicate<JsonElement> Moved()
    {
        var before = "";
        return data =>
        {
            var (now, former) = (data.GetProperty("unitSummary").ToString(), before);
            before = now;
            return former.Length > 0 && now != former;
        };
    }

    private static string List(string unit, string fields) => $$"""query Talks { consultations(unit: "{{unit}}", first: 50, order: DUE_AT, filter: { openOnly: true }) { {{fields}} } }""";

    /// <summary>A community whose party organisation and council consult.</summary>
    private sealed record Place(HubProcess Hub, string Community, string Party, string Council)
    {
        private const string Kinds = "[REGISTERED_RESIDENTS]";

        /// <summary>A consultation whose plan is due.</summary>
        public async Task<string> Begin(int n)
        {
            var id = await Do(Party, "openConsultation", $$"""commandId: "begin-{{n}}", unit: "{{Community}}", communities: ["{{Community}}"], title: "小区停车位改造", matter: {}""");
            await Step(Party, id, "holdWorkMeeting", """record: "例会纪要" """);
            await Step(Party, id, "proposeTopic", $"""category: PUBLIC_AFFAIRS, text: "停车位如何改造", kindsConcerned: {Kinds}""");
            await Step(Council, id, "determineTopic", "");
            return id;
        }

        /// <summary>One whose session has ended: its result is to be announced.</summary>
        public async Task<string> Ended(int n)
        {
            var (id, start) = (await Begin(Open + n), TimeProvider.System.GetUtcNow().AddDays(1));
            await Step(Council, id, "makePlan",
                $"""start: "{start:O}", venue: CONSULTATION_HALL, place: "议事堂", content: "讨论办法", participantRule: "选举产生", kinds: {Kinds}, form: DIALOGUE""");
            await Step(Council, id, "publishNotice", """channels: [NOTICE_BOARD, RESIDENTS_GROUPS], place: "公告栏" """);
            await Step(Council, id, "fixParticipants",
                $$"""classes: [{ kind: REGISTERED_RESIDENTS, community: "{{Community}}", count: 20, method: ELECTED }], electionRecord: "选举记录" """);
            await Step(Council, id, "startSession", "presider: COUNCIL_HEAD");
            await Step(Council, id, "endSession", $"""outcome: CONSENSUS, opinion: "同意", attendance: 20, heard: {Kinds}, dissents: []""");
            return id;
        }

        public Task Announce(string id) => Step(Council, id, "announceResult", """place: "社区公告栏", channels: [RESIDENTS_GROUPS], text: "协商会议一致同意" """);

        private Task<string> Step(string token, string id, string mutation, string input) => Do(token, mutation, $"""commandId: "{mutation}-{id}", consultationId: "{id}" {input}""");

        private async Task<string> Do(string token, string mutation, string input)
        {
            var answer = (await Hub.Answer(token, $$"""mutation { {{mutation}}(input: { {{input}} }) { consultation { id } errors { code message } } }""")).GetProperty(mutation);
            return answer.GetProperty("errors").GetArrayLength() == 0 ? answer.GetProperty("consultation").GetProperty("id").GetString()! : throw new InvalidOperationException($"{mutation}: {answer}");
        }
    }
}
