using OpsHub.Domain.Accounts;
using OpsHub.GraphQL.Tests.Subjects;

namespace OpsHub.GraphQL.Tests.Consultations;

public sealed class ConsultationPathTests : IAsyncLifetime
{
    private readonly TestHub _hub = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact]
    public async Task A_communitys_consultation_goes_the_whole_way_and_each_step_says_where_it_stands()
    {
        var id = await _hub.Ended();
        (await _hub.Take(Actors.Committee, "announceResult", id, ConsultationStory.Announcement)).At().ShouldBe("SESSION_ENDED");
        (await _hub.Take(Actors.Council, "concludeConsultation", id)).At().ShouldBe("CONCLUDED");
        (await _hub.Take(Actors.Party, "adoptResult", id, """
            implementingBody: "居委会", owner: "居委会副主任岗", sunshineEntry: "YG-7", milestones: [{ text: "划线", due: "2026-03-20" }]
            """)).At().ShouldBe("ADOPTED");
        (await _hub.Take(Actors.Party, "startImplementation", id)).At().ShouldBe("IMPLEMENTING");
        (await _hub.Take(Actors.Committee, "publishProgress", id, """text: "已划线 40 个", milestone: 1""")).At().ShouldBe("IMPLEMENTING");
        (await _hub.Take(Actors.Supervision, "noteSupervision", id, """text: "质量合格" """)).At().ShouldBe("IMPLEMENTING");
        (await _hub.Take(Actors.Committee, "completeImplementation", id, """text: "全部完成" """)).At().ShouldBe("IMPLEMENTED");
        (await _hub.Take(Actors.Committee, "archiveConsultation", id, """materials: ["方案"]""", "too-early")).Refused().Code.ShouldBe("WRONG_STATE");
        (await _hub.Take(Actors.Committee, "feedBackResult", id, """audiences: [STAKEHOLDERS, PARTICIPANTS, RESIDENTS, MASSES], text: "已告知" """)).At().ShouldBe("FED_BACK");
        (await _hub.Take(Actors.Committee, "recordSurvey", id, """visitRecord: "回访 2", ballots: 30, satisfied: 28""")).At().ShouldBe("SURVEYED");
        var archived = await _hub.Take(Actors.Committee, "archiveConsultation", id, """materials: ["方案", "公告"]""");
        archived.At().ShouldBe("ARCHIVED");
        archived.GetProperty("version").GetString().ShouldBe(archived.GetProperty("sequence").GetInt32().ToString(System.Globalization.CultureInfo.InvariantCulture));

        var told = (await _hub.Data(Actors.Leader, $$"""
            { consultation(id: "{{id}}") {
                number title variant stage round open unit { code } communities { code } lead { code } category breached dueAt overdue endedAt opinionCount
                opinions(first: 1) { nodes { source community { code } kind text } pageInfo { hasNextPage } }
                plan { venue place kinds form } notice { channels } participants { count classes { kind count method community { name } } }
                sessions { number presider outcome attendance announcementDue { hard term { dueAt doneAt late } } }
                announcements { number kind late publicPath dueAt } adoption { sunshineEntry milestones { number due doneAt late } }
                progress { text milestone } supervisionNotes { text } feedbacks { audiences } survey { ballots satisfied percent hidden } file { materials }
                duties { id stem hard breached } openDuties { id } waits { what } moves
                history(first: 3) { nodes { sequence event words(language: ZH) from consultationFrom consultationTo clause } }
            } }
            """)).GetProperty("consultation");
        told.GetProperty("stage").GetString().ShouldBe("ARCHIVED");
        told.GetProperty("open").GetBoolean().ShouldBeFalse();
        told.GetProperty("survey").GetProperty("percent").GetString().ShouldBe("93.3");
        told.GetProperty("openDuties").GetArrayLength().ShouldBe(0);
        told.GetProperty("waits").GetArrayLength().ShouldBe(0);
        told.GetProperty("duties").EnumerateArray().Select(d => d.GetProperty("stem").GetString()).ShouldContain("announce");
        told.GetProperty("duties").EnumerateArray().ShouldAllBe(d => !d.GetProperty("breached").GetBoolean());
        told.GetProperty("adoption").GetProperty("milestones")[0].GetProperty("late").GetBoolean().ShouldBeFalse();
        var announced = told.GetProperty("announcements")[0];
        announced.GetProperty("publicPath").GetString().ShouldBe($"/public/consultations/{told.GetProperty("number").GetString()}/announcements/1");
        told.GetProperty("sessions")[0].GetProperty("announcementDue").GetProperty("term").GetProperty("dueAt").GetString().ShouldBe("2026-03-04T00:00:00+08:00");
        var first = told.GetProperty("history").GetProperty("nodes")[0];
        first.GetProperty("words").GetString().ShouldBe("启动协商");
        first.GetProperty("from").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        first.GetProperty("consultationTo").GetString().ShouldBe("COLLECTING");
    }

    [Fact]
    public async Task No_agreement_means_another_round_and_then_a_vote()
    {
        var id = await _hub.Ended(outcome: "LARGE_DISPUTE", matter: "");
        (await _hub.Take(Actors.Committee, "announceResult", id, ConsultationStory.Announcement)).At().ShouldBe("SESSION_ENDED");
        (await _hub.Take(Actors.Party, "openAnotherRound", id)).At().ShouldBe("TOPIC_DETERMINED");
        (await _hub.Take(Actors.Council, "makePlan", id, $$"""start: "2026-03-03T14:00:00+08:00", {{ConsultationStory.Plan}}""", "plan-2")).At().ShouldBe("PLANNED");
        await _hub.Take(Actors.Council, "publishNotice", id, "channels: [NOTICE_BOARD, WEBSITE]", "notice-2");
        (await _hub.Take(Actors.Council, "fixParticipants", id, $$"""{{ConsultationStory.Classes}}, electionRecord: "选举记录 8" """, "fix-2")).At().ShouldBe("PREPARED");
        _hub.Time.Advance(TimeSpan.FromDays(1));
        await _hub.Take(Actors.Council, "startSession", id, "presider: COUNCIL_MEMBER", "start-2");
        (await _hub.Take(Actors.Council, "endSession", id, "outcome: NO_CONSENSUS, attendance: 21, heard: [REGISTERED_RESIDENTS]", "end-2")).At().ShouldBe("SESSION_ENDED");
        (await _hub.Take(Actors.Council, "requireVote", id)).At().ShouldBe("VOTE_REQUIRED");
        var asked = (await _hub.Data(Actors.Council, $$"""{ consultation(id: "{{id}}") { round requiredVote { bodies threshold rule } waits { what role until hard duty { stem hard } } } }""")).GetProperty("consultation");
        asked.GetProperty("round").GetInt32().ShouldBe(2);
        asked.GetProperty("requiredVote").GetProperty("bodies").EnumerateArray().Select(b => b.GetString()).ShouldBe(["RESIDENTS_MEETING", "REPRESENTATIVES_MEETING"]);
        asked.GetProperty("waits").EnumerateArray().ShouldContain(w => w.GetProperty("what").GetString() == "记录表决结果" && w.GetProperty("duty").GetProperty("stem").GetString() == "step"
            && w.GetProperty("until").GetString() != null && !w.GetProperty("hard").GetBoolean());
        (await _hub.Take(Actors.Council, "holdVote", id, """body: REPRESENTATIVES_MEETING, present: 30, yes: 16, no: 10, abstain: 4, record: "表决 1" """)).At().ShouldBe("VOTE_PASSED");
    }

    [Fact]
    public async Task The_same_command_again_gives_the_first_answer()
    {
        var id = await _hub.Begun();
        (await _hub.Begun()).ShouldBe(id);
        const string opinion = $$"""source: BOX, community: "{{ConsultationStory.Community}}", text: "车位不够" """;
        var first = await _hub.Take(Actors.Party, "addConsultationOpinion", id, opinion, "once");
        await _hub.Take(Actors.Committee, "holdWorkMeeting", id, """record: "例会纪要" """);
        var again = await _hub.Take(Actors.Party, "addConsultationOpinion", id, opinion, "once");
        again.GetProperty("sequence").GetInt32().ShouldBe(first.GetProperty("sequence").GetInt32());
        again.GetProperty("version").GetString().ShouldBe("3", "a repeated command answers where the trace ends now");
        (await _hub.Data(Actors.Party, $$"""{ consultation(id: "{{id}}") { opinionCount } }""")).GetProperty("consultation").GetProperty("opinionCount").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task A_stale_version_is_refused()
    {
        var id = await _hub.Begun();
        await _hub.Take(Actors.Committee, "holdWorkMeeting", id, """record: "例会纪要" """);
        var stale = await _hub.Take(Actors.Party, "proposeTopic", id, """category: PUBLIC_AFFAIRS, text: "议题", expectedVersion: "1" """);
        stale.Refused().Type.ShouldBe("StaleVersionError");
        stale.GetProperty("consultation").GetProperty("stage").GetString().ShouldBe("COLLECTING", "nothing has changed");
    }

    [Fact]
    public async Task A_resident_adds_an_opinion_and_reads_nothing_of_it()
    {
        var id = await _hub.Begun();
        const string opinion = $$"""source: ONLINE_FORUM, community: "{{ConsultationStory.Community}}", text: "晚上没有车位" """;
        var added = await _hub.Take(Actors.Of(Role.Resident, "430203001001001"), "addConsultationOpinion", id, opinion);
        added.GetProperty("errors").GetArrayLength().ShouldBe(0, added.ToString());
        foreach (var told in new[] { "consultation", "number", "sequence", "version" })
            added.GetProperty(told).ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null, told);
        (await _hub.Take(Actors.Of(Role.Resident, "430202"), "addConsultationOpinion", id, opinion, "far")).Refused().Code.ShouldBe("NOT_FOUND");
    }

    [Fact]
    public async Task Who_may_not_see_a_consultation_isnt_told_by_a_refusal_where_it_stands()
    {
        var id = await _hub.Begun();
        const string opinion = $$"""source: ONLINE_FORUM, community: "{{ConsultationStory.Community}}", text: "晚上没有车位" """;
        var resident = Actors.Of(Role.Resident, "430203001001001");
        (await _hub.Take(resident, "addConsultationOpinion", id, opinion + """, expectedVersion: "7" """, "stale")).Refused().Code.ShouldBe("NOT_FOUND");
        var bad = (await _hub.Take(resident, "addConsultationOpinion", id, opinion + """, entry: "ledger-1" """, "bad")).Refused();
        (bad.Code, bad.Field).ShouldBe(("INVALID_INPUT", "entry"), "what is wrong with the opinion itself is told");
        (await _hub.Take(Actors.Party, "withdrawConsultation", id, """reason: "已解决" """)).At().ShouldBe("WITHDRAWN");
        (await _hub.Take(resident, "addConsultationOpinion", id, opinion, "late")).Refused().Code.ShouldBe("NOT_FOUND");
    }

    [Fact, Trait("Rule", "C039")]
    public async Task C039_a_warning_says_in_words_who_was_not_heard()
    {
        var id = await _hub.Prepared();
        _hub.Time.Advance(TimeSpan.FromHours(5));
        await _hub.Take(Actors.Council, "startSession", id, "presider: COUNCIL_HEAD");
        (await _hub.Take(Actors.Council, "endSession", id, """outcome: CONSENSUS, opinion: "同意划线", attendance: 20, heard: [RESPECTED_PERSON]""")).At().ShouldBe("SESSION_ENDED");
        var warning = (await _hub.Data(Actors.Party, $$"""{ consultation(id: "{{id}}") { warnings { rule note zh: text(language: ZH) en: text(language: EN) } } }"""))
            .GetProperty("consultation").GetProperty("warnings").EnumerateArray().Single(w => w.GetProperty("rule").GetString() == "C039");
        warning.GetProperty("note").GetString().ShouldBe("RegisteredResidents");
        warning.GetProperty("zh").GetString()!.ShouldEndWith("未听取“户籍居民代表”的意见");
        warning.GetProperty("en").GetString()!.ShouldEndWith("Not heard: registered residents.");
    }

    [Fact]
    public async Task Personal_data_in_any_text_is_warned_of()
    {
        var payload = await _hub.Begin(Actors.Party, $$"""
            unit: "{{ConsultationStory.Community}}", communities: ["{{ConsultationStory.Community}}"], title: "停车位",
            opinion: { source: BOX, community: "{{ConsultationStory.Community}}", text: "请打 13873312345" }
            """);
        payload.GetProperty("errors").GetArrayLength().ShouldBe(0, payload.ToString());
        payload.GetProperty("warnings").EnumerateArray().Select(w => (w.GetProperty("code").GetString(), w.GetProperty("field").GetString())).ShouldBe([("PERSONAL_DATA", "opinion")]);
        var id = payload.GetProperty("consultationId").GetString();
        var query = $$"""{ consultation(id: "{{id}}") { opinions { nodes { text } } } }""";
        (await _hub.Data(Actors.Party, query)).ToString().ShouldContain("13873312345", customMessage: "who holds it reads it as it was written");
        (await _hub.Data(Actors.Leader, query)).ToString().ShouldNotContain("13873312345");
    }
}
