using System.Text.Json;
using GraphQL;
using Microsoft.Extensions.DependencyInjection;
using OpsHub.Domain.Accounts;
using OpsHub.GraphQL.Tests.Subjects;
using OpsHub.GraphQL.Transports.Documents;
using OpsHub.GraphQL.Transports.Limits;

namespace OpsHub.GraphQL.Tests.Consultations;

public sealed class ConsultationMoveTests : IAsyncLifetime
{
    private readonly TestHub _hub = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact]
    public async Task What_is_offered_is_accepted_and_what_is_not_is_refused()
    {
        Actor[] actors = [Actors.Party, Actors.Committee, Actors.Council, Actors.Leader];
        var id = await _hub.Begun();
        (Actor By, string Name, string Fields)[] steps =
        [
            (Actors.Committee, "holdWorkMeeting", """record: "例会" """),
            (Actors.Party, "proposeTopic", """category: PUBLIC_AFFAIRS, text: "议题" """),
            (Actors.Council, "determineTopic", ""),
            (Actors.Council, "makePlan", $$"""start: "2026-03-02T14:00:00+08:00", {{ConsultationStory.Plan}}"""),
            (Actors.Committee, "publishNotice", "channels: [NOTICE_BOARD, WEBSITE]"),
            (Actors.Council, "fixParticipants", $$"""{{ConsultationStory.Classes}}, electionRecord: "选举记录" """),
            (Actors.Council, "startSession", "presider: COUNCIL_HEAD"),
            (Actors.Council, "adjournSession", """reason: "午休" """),
            (Actors.Council, "resumeSession", ""),
            (Actors.Council, "endSession", """outcome: CONSENSUS, opinion: "同意", attendance: 20, dissents: [{ kind: REGISTERED_RESIDENTS, text: "太窄" }]"""),
            (Actors.Council, "announceResult", ConsultationStory.Announcement),
            (Actors.Council, "explainDissent", """dissent: 1, explanation: "已加宽" """),
            (Actors.Council, "concludeConsultation", ""),
            (Actors.Party, "adoptResult", """implementingBody: "居委会", owner: "副主任岗", sunshineEntry: "YG-1" """),
        ];
        foreach (var (step, place) in steps.Select((s, i) => (s, i)))
        {
            foreach (var actor in actors)
            {
                var offered = await Moves(actor, id);
                offered.Contains(step.Name).ShouldBe(await Permits(actor, step.Name, id), $"{actor.Role} {step.Name} at {place}");
            }

            (await Moves(step.By, id)).ShouldContain(step.Name);
            if (step.Name == "startSession")
                _hub.Time.Advance(TimeSpan.FromHours(5));
            (await _hub.Take(step.By, step.Name, id, step.Fields)).GetProperty("errors").GetArrayLength().ShouldBe(0, step.Name);
        }
    }

    [Fact, Trait("Rule", "C018")]
    public async Task C018_The_chair_is_not_offered_to_a_head_who_is_the_director()
    {
        var id = await _hub.Prepared();
        (await Presiders()).ShouldBe(["COUNCIL_HEAD", "COUNCIL_MEMBER"]);
        foreach (var (mutation, fields) in new[]
        {
            ("establishCouncil", """on: "2026-01-05", record: "会议纪要 1" """),
            ("nominateCouncilHead", """electorate: RESIDENTS, electors: 100, candidates: [DIRECTOR], termStart: "2026-03-02", termEnd: "2031-03-01" """),
            ("openCouncilBallot", "secret: true"), ("countCouncilBallots", """tallies: [{ candidate: "A", votes: 60 }]"""),
        })
        {
            (await _hub.Data(Actors.Party, $$"""mutation { {{mutation}}(input: { commandId: "{{mutation}}", community: "430203001001", {{fields}} }) { errors { code rule field } } }"""))
                .GetProperty(mutation).GetProperty("errors").GetArrayLength().ShouldBe(0, mutation);
        }

        (await Presiders()).ShouldBe(["COUNCIL_MEMBER"]);

        async Task<List<string?>> Presiders() => [.. (await _hub.Data(Actors.Council, $$"""{ consultation(id: "{{id}}") { publishedAt complaints { session } nextMoves { mutation inputs { name choices } } } }"""))
            .GetProperty("consultation").GetProperty("nextMoves").EnumerateArray().Single(m => m.GetProperty("mutation").GetString() == "startSession")
            .GetProperty("inputs").EnumerateArray().Single().GetProperty("choices").EnumerateArray().Select(c => c.GetString())];
    }

    [Fact, Trait("Rule", "C040")]
    public async Task C040_Of_two_announcements_owed_whoever_makes_one_sees_and_says_which()
    {
        var id = await _hub.EndedTwice("two");
        var read = (await _hub.Data(Actors.Council, $$"""
            { consultation(id: "{{id}}") { openDuties { id announces { kind session vote correction community { code } } } nextMoves { mutation inputs { name required choices } } } }
            """)).GetProperty("consultation");
        read.GetProperty("openDuties").EnumerateArray().Where(d => d.GetProperty("announces").ValueKind == JsonValueKind.Object)
            .Select(d => (d.GetProperty("id").GetString(), d.GetProperty("announces").GetProperty("kind").GetString(), d.GetProperty("announces").GetProperty("session").GetInt32()))
            .ShouldBe([("announce", "SESSION", 1), ("announce-2", "SESSION", 2)], ignoreOrder: true);
        var duty = read.GetProperty("nextMoves").EnumerateArray().Single(m => m.GetProperty("mutation").GetString() == "announceResult").GetProperty("inputs")[0];
        (duty.GetProperty("name").GetString(), duty.GetProperty("required").GetBoolean()).ShouldBe(("duty", false));
        duty.GetProperty("choices").EnumerateArray().Select(c => c.GetString()).ShouldBe(["announce", "announce-2"]);

        (await _hub.Take(Actors.Council, "announceResult", id, $$"""duty: "announce-2", {{ConsultationStory.Announcement}}""", "a-2")).At().ShouldNotBeNull();
        (await _hub.Take(Actors.Council, "announceResult", id, $$"""duty: "announce-2", {{ConsultationStory.Announcement}}""", "a-3")).Refused().Field.ShouldBe("duty");
        (await _hub.Data(Actors.Council, $$"""{ consultation(id: "{{id}}") { announcements { session vote } } }""")).GetProperty("consultation").GetProperty("announcements")[0].GetProperty("session").GetInt32().ShouldBe(2);
    }

    [Fact, Trait("Rule", "C025")]
    public async Task C025_Steps_dropped_facts_added_and_a_session_that_goes_on_later_are_said_through_the_api()
    {
        var id = await _hub.Begun();
        (await _hub.Take(Actors.Party, "simplifySteps", id, """voteRecord: "居民表决 3", dropped: [ANNOUNCEMENT]""", "s-1")).Refused().Rule.ShouldBe("C040");
        (await _hub.Take(Actors.Party, "simplifySteps", id, """voteRecord: "居民表决 3", dropped: [PLAN, PARTICIPANTS]""", "s-2")).At().ShouldBe("COLLECTING");
        (await _hub.Take(Actors.Party, "proposeTopic", id, """category: PUBLIC_AFFAIRS, text: "议题" """)).At().ShouldBe("TOPIC_PROPOSED");
        (await _hub.Take(Actors.Council, "determineTopic", id)).At().ShouldBe("PLANNED");
        (await _hub.Take(Actors.Committee, "publishNotice", id, "channels: [NOTICE_BOARD, WEBSITE]", "n-1")).Refused().Field.ShouldBe("start");
        (await _hub.Take(Actors.Committee, "publishNotice", id, """channels: [NOTICE_BOARD, WEBSITE], start: "2026-03-02T14:00:00+08:00", meetingPlace: "活动室" """, "n-2")).At().ShouldBe("PREPARED");
        (await _hub.Take(Actors.Party, "addMatterFacts", id, """legalVote: true, reason: "核实后认定" """)).At().ShouldBe("PREPARED");
        _hub.Time.Advance(TimeSpan.FromHours(5));
        (await _hub.Take(Actors.Council, "startSession", id, "presider: COUNCIL_HEAD")).At().ShouldBe("IN_SESSION");
        (await _hub.Take(Actors.Council, "adjournSession", id, """reason: "夜深", resumesAt: "2026-03-03T09:00:00+08:00" """)).At().ShouldBe("IN_SESSION");
        var read = (await _hub.Data(Actors.Council, $$"""{ consultation(id: "{{id}}") { dropped sessionAt matter { legalVote } notice { start meetingPlace } sessions { pauses { resumesAt } } } }""")).GetProperty("consultation");
        read.ToString().ShouldSatisfyAllConditions(
            r => r.ShouldContain("PLAN"), r => r.ShouldContain("活动室"), r => read.GetProperty("sessionAt").GetString().ShouldBe("2026-03-03T09:00:00+08:00"),
            r => read.GetProperty("matter").GetProperty("legalVote").GetBoolean().ShouldBeTrue());
    }

    [Fact]
    public async Task A_move_names_its_inputs_with_their_bounds()
    {
        var id = await _hub.Determined();
        var moves = (await _hub.Data(Actors.Council, $$"""
            { consultation(id: "{{id}}") { nextMoves { mutation label labelEn rule to inputs { name label labelEn kind required max min choices after before } } waits { organ { code } role what whatEn until hard late duty { id explain(language: EN) } } } }
            """)).GetProperty("consultation");
        var plan = moves.GetProperty("nextMoves").EnumerateArray().Single(m => m.GetProperty("mutation").GetString() == "makePlan");
        plan.GetProperty("label").GetString().ShouldBe("制定方案");
        plan.GetProperty("labelEn").GetString().ShouldBe("Make the plan");
        plan.GetProperty("rule").GetString().ShouldBe("SM2.5");
        plan.GetProperty("to").GetString().ShouldBe("PLANNED");
        var inputs = plan.GetProperty("inputs").EnumerateArray().ToDictionary(i => i.GetProperty("name").GetString()!);
        inputs["start"].GetProperty("kind").GetString().ShouldBe("INSTANT");
        inputs["venue"].GetProperty("choices").EnumerateArray().Select(c => c.GetString()).ShouldContain("CONSULTATION_HALL");
        inputs["place"].GetProperty("max").GetInt32().ShouldBe(200);
        var wait = moves.GetProperty("waits")[0];
        wait.GetProperty("what").GetString().ShouldBe("制定协商方案");
        wait.GetProperty("role").GetString().ShouldBe("COUNCIL");
        wait.GetProperty("until").GetString().ShouldBe("2026-03-05T00:00:00+08:00");
        wait.GetProperty("hard").GetBoolean().ShouldBeTrue();
        wait.GetProperty("duty").GetProperty("explain").GetString().ShouldNotBeEmpty();
        (await _hub.Data(Actors.Council, $$"""{ explain(consultation: "{{id}}", term: "plan", language: EN) { subject text basis rules { ruleId } } }""")).ToString().ShouldContain("C035");
    }

    [Fact]
    public void Every_input_of_a_mutation_that_moves_offer_has_a_label()
    {
        var schema = _hub.Services.GetRequiredService<global::GraphQL.Types.ISchema>();
        schema.Initialize();
        string[] common = ["commandId", "consultationId", "expectedVersion", "occurredAt", "entry"];
        foreach (var command in OpsHub.Domain.Consultations.ConsultationTransitions.Table.Where(m => !m.From.IsEmpty).Select(m => m.Command).Distinct())
        {
            var name = GraphQL.Consultations.ConsultationMoveNames.Of(command);
            var input = (global::GraphQL.Types.IInputObjectGraphType)schema.AllTypes[char.ToUpperInvariant(name[0]) + name[1..] + "Input"].ShouldNotBeNull(name);
            schema.Mutation!.Fields.Find(name).ShouldNotBeNull();
            foreach (var field in input.Fields.Select(f => f.Name).Except(common))
                GraphQL.Consultations.ConsultationMoveLabels.Zh(field).ShouldNotBeEmpty($"{name}.{field}");
        }
    }

    [Fact]
    public async Task A_list_asks_the_index_once_and_the_stored_documents_once_and_wakes_nothing()
    {
        for (var i = 0; i < 50; i++)
            await _hub.Begun($"begin-{i}");
        _hub.Grains.Calls.Clear();
        _hub.Consultations.Calls.Clear();
        await _hub.Data(Actors.Leader, "{ consultations { nodes { id number title stage unit { name } communities { name } lead { name } dueAt overdue breached sessionAt delegatedStage openDuties { id stem hard announces { kind session } term { name dueAt late } } } } }");
        _hub.Grains.Calls.ShouldBeEmpty("the index answers what it knows");
        _hub.Consultations.Calls.ShouldBe(["Consultations"]);
        await _hub.Data(Actors.Leader, "{ consultations(first: 50) { edges { node { version } } nodes { topic { text } duties { term { dueAt } } waits { organ { name } } nextMoves { mutation } } } }");
        await _hub.Data(Actors.Leader, "{ consultations(first: 50) { nodes { delegated { stage } plan { start } } } }");
        await _hub.Data(Actors.Leader, "{ consultations(first: 50) { nodes { number history(first: 1) { nodes { event } } } } }");
        _hub.Grains.Calls.ShouldBeEmpty("what the index does not know is read from storage");
        _hub.Past.Asked.ShouldBe([50, 50, 50, 50], "states, and once the traces");
    }

    [Theory]
    [InlineData("consultations(first: 1) { nodes { id } }")]
    [InlineData("consultations(first: 1) { totalCount }")]
    [InlineData("announcementsDue(first: 1) { dueAt }")]
    public async Task A_field_that_asks_the_database_costs_so_much_that_few_fit(string field)
    {
        await _hub.Data(Actors.Auditor, $$"""{ unit(code: "4302") { {{field}} } }""");
        _hub.Consultations.Calls.Count.ShouldBeInRange(1, 2);
        var aliases = string.Join(' ', Enumerable.Range(0, 4).Select(i => $"f{i}: {field}"));
        var documents = _hub.Services.GetRequiredService<ValidatedDocuments>();
        Should.Throw<LimitError>(() => documents.Prepare($$"""{ unit(code: "4302") { children(first: 100) { nodes { {{aliases}} } } } }""", null, Inputs.Empty)).Code.ShouldBe("TOO_COMPLEX");
    }

    [Fact]
    public async Task Indicators_count_what_began_and_lead_to_it()
    {
        await _hub.Ended("one");
        await _hub.Begun("two");
        const string query = """
            { consultationIndicators(unit: "430203001", from: "2026-03-01", to: "2026-03-31") {
                begun rounds meanRounds sessionsEnded plansOnTime { numerator denominator percent } announcementsOnTime { denominator value } satisfaction { hidden percent }
                consultations(filter: { stages: [SESSION_ENDED] }) { totalCount } unit { code } } }
            """;
        var told = (await _hub.Data(Actors.Leader, query)).GetProperty("consultationIndicators");
        told.GetProperty("begun").GetInt32().ShouldBe(2);
        told.GetProperty("meanRounds").GetString().ShouldBe("1.00");
        told.GetProperty("plansOnTime").GetProperty("percent").GetString().ShouldBe("100.0");
        told.GetProperty("announcementsOnTime").GetProperty("value").ValueKind.ShouldBe(JsonValueKind.Null, "nothing is due yet, and that is not 0");
        told.GetProperty("consultations").GetProperty("totalCount").GetInt32().ShouldBe(1);
        var office = (await _hub.Data(Actors.Of(Role.CityGovernanceOffice, "4302"), query)).GetProperty("consultationIndicators");
        office.GetProperty("begun").GetInt32().ShouldBe(2, "aggregates");
        office.GetProperty("consultations").GetProperty("totalCount").GetInt32().ShouldBe(0, "and no more");
        (await _hub.Ask(Actors.OtherCentre, query)).Code().ShouldBe("NOT_FOUND");
        (await _hub.Ask(Actors.Leader, query.Replace("2026-03-31", "2026-02-01", StringComparison.Ordinal))).Code().ShouldBe("INVALID_INPUT");
    }

    private async Task<List<string?>> Moves(Actor actor, string id) =>
        (await _hub.Data(actor, $$"""{ consultation(id: "{{id}}") { moves } }""")).GetProperty("consultation") is { ValueKind: JsonValueKind.Object } read
            ? [.. read.GetProperty("moves").EnumerateArray().Select(m => m.GetString())] : [];

    // Whoever may not is refused before what is said is looked at: an empty text tells a permitted step, and changes nothing.
    private async Task<bool> Permits(Actor actor, string name, string id)
    {
        var fields = name switch
        {
            "holdWorkMeeting" => "record: \"\"",
            "proposeTopic" => "text: \"\"",
            "makePlan" => "place: \"\", content: \"\", participantRule: \"\", kinds: []",
            "publishNotice" => "channels: []",
            "fixParticipants" => "classes: [], electionRecord: \"\"",
            "adjournSession" => "reason: \"\"",
            "endSession" => "attendance: 0",
            "announceResult" => "place: \"\", text: \"\"",
            "explainDissent" => "dissent: 99, explanation: \"x\"",
            "adoptResult" => "implementingBody: \"\"",
            _ => null,
        };
        // Steps that take nothing can't be tried without being taken.
        if (fields is null)
            return (await Moves(actor, id)).Contains(name);
        var refused = (await _hub.Take(actor, name, id, fields, $"try-{Guid.NewGuid()}")).Refused();
        return refused.Code is not ("NOT_ALLOWED" or "NOT_FOUND" or "WRONG_STATE");
    }
}
