using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Consultations;
using OpsHub.GraphQL.Tests.Subjects;

namespace OpsHub.GraphQL.Tests.Consultations;

public sealed class ConsultationLiveTests : IAsyncLifetime
{
    private readonly TestHub _hub = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact]
    public async Task A_subscription_tells_the_present_state_and_then_each_change_with_its_entries()
    {
        var id = await _hub.Begun();
        var client = await Listening.To(_hub, Actors.Party, $$"""subscription { consultationChanged(id: "{{id}}") { consultation { stage version } entries { sequence words(language: ZH) } } }""");
        var first = await client.Next();
        first.GetProperty("consultation").GetProperty("stage").GetString().ShouldBe("COLLECTING");
        first.GetProperty("entries").GetArrayLength().ShouldBe(0);
        await _hub.Take(Actors.Party, "proposeTopic", id, """category: PUBLIC_AFFAIRS, text: "议题" """);
        var next = await client.Next();
        next.GetProperty("consultation").GetProperty("stage").GetString().ShouldBe("TOPIC_PROPOSED");
        next.GetProperty("entries").EnumerateArray().Select(e => e.GetProperty("words").GetString()).ShouldContain("提出议题");
        await client.DisposeAsync();

        var again = await Listening.To(_hub, Actors.Party, $$"""subscription { consultationChanged(id: "{{id}}", afterSequence: 1) { entries { sequence } } }""");
        (await again.Next()).GetProperty("entries")[0].GetProperty("sequence").GetInt32().ShouldBe(2, "what came meanwhile is told first");
        await again.DisposeAsync();
    }

    [Fact]
    public async Task Whoever_reads_no_trace_is_told_of_changes_without_entries()
    {
        var id = await _hub.Determined();
        var client = await Listening.To(_hub, Actors.Council, $$"""subscription { consultationChanged(id: "{{id}}") { consultation { stage } entries { sequence } } }""");
        await client.Next();
        await _hub.Take(Actors.Council, "makePlan", id, $$"""start: "2026-03-02T14:00:00+08:00", {{ConsultationStory.Plan}}""");
        var next = await client.Next();
        next.GetProperty("consultation").GetProperty("stage").GetString().ShouldBe("PLANNED");
        next.GetProperty("entries").GetArrayLength().ShouldBe(0);
        await client.DisposeAsync();
    }

    [Fact]
    public async Task A_watch_is_shared_and_ends_with_its_last_subscriber()
    {
        var id = await _hub.Begun();
        var query = $$"""subscription { consultationChanged(id: "{{id}}") { consultation { stage } } }""";
        var (one, two) = (await Listening.To(_hub, Actors.Party, query), await Listening.To(_hub, Actors.Committee, query));
        await one.Next();
        await two.Next();
        var watched = _hub.Services.GetRequiredService<WatchedConsultations>();
        watched.Watched.ShouldBe(1);
        await one.DisposeAsync();
        await two.DisposeAsync();
        for (var i = 0; i < 1_200 && watched.Watched > 0; i++)
            await Task.Delay(50);
        watched.Watched.ShouldBe(0);
    }

    [Fact]
    public async Task Summaries_carry_the_consultations()
    {
        _hub.Unit("430203001").Set(new UnitSummary
        {
            Consultations = ConsultationFiguresFold.Of(
            [
                new(ConsultationStage.SessionEnded, true, 0, Buckets.One(Minute(6)).Plus(Buckets.One(Minute(-50))), Minute(6), Minute(6), false, 2, false, 0, false),
                new(ConsultationStage.TopicDetermined, true, Minute(-1), Buckets.Empty, Minute(-1), Minute(-1), false, 1, false, 0, false),
                new(ConsultationStage.VoteRequired, true, 0, Buckets.Empty, 0, 0, true, 1, true, 0, false),
            ], TestHub.Monday),
        });
        var told = (await _hub.Data(Actors.CountyWall, """
            { unit(code: "430203001") { summary { consultations {
              open byStage { stage count } announcementsDueToday announcementsLate plansDueToday plansLate breached overdue furtherRounds votesAhead sessionsToday provisional nextAnnouncementDue
            } } } }
            """)).GetProperty("unit").GetProperty("summary").GetProperty("consultations");
        told.GetProperty("open").GetInt32().ShouldBe(3);
        told.GetProperty("byStage").EnumerateArray().Select(s => s.GetProperty("stage").GetString()).ShouldBe(["TOPIC_DETERMINED", "SESSION_ENDED", "VOTE_REQUIRED"]);
        told.GetProperty("announcementsDueToday").GetInt32().ShouldBe(1);
        told.GetProperty("announcementsLate").GetInt32().ShouldBe(1, "each is counted for itself");
        told.GetProperty("plansLate").GetInt32().ShouldBe(1);
        told.GetProperty("breached").GetInt32().ShouldBe(2);
        told.GetProperty("furtherRounds").GetInt32().ShouldBe(1);
        told.GetProperty("votesAhead").GetInt32().ShouldBe(1);
        told.GetProperty("nextAnnouncementDue").GetString().ShouldBe("2026-03-02T15:00:00+08:00");
        var past = await _hub.Data(Actors.Leader, """{ unit(code: "430203001") { summaryAt(at: "2026-03-01T09:00:00+08:00") { open consultations { open } } } }""");
        past.GetProperty("unit").GetProperty("summaryAt").GetProperty("consultations").ValueKind.ShouldBe(JsonValueKind.Null, "nothing is said of what wasn't read again");
    }

    [Fact]
    public async Task A_wall_counts_down_to_each_announcement_that_is_due()
    {
        await _hub.Ended("one");
        await _hub.Begun("two");
        const string query = """{ announcementsDue(unit: "430203001", first: 5) { title number community { code } variant category dueAt late } unit(code: "430203001001") { announcementsDue { dueAt } } }""";
        var told = await _hub.Data(Actors.CityWall, query);
        var due = told.GetProperty("announcementsDue").EnumerateArray().ShouldHaveSingleItem();
        due.GetProperty("title").GetString().ShouldBe("停车位划线");
        due.GetProperty("dueAt").GetString().ShouldBe("2026-03-04T00:00:00+08:00");
        due.GetProperty("late").GetBoolean().ShouldBeFalse();
        told.GetProperty("unit").GetProperty("announcementsDue").GetArrayLength().ShouldBe(1);
        _hub.Time.Advance(TimeSpan.FromDays(2));
        (await _hub.Data(Actors.CityWall, query)).GetProperty("announcementsDue")[0].GetProperty("late").GetBoolean().ShouldBeTrue();
        (await _hub.Ask(Actors.OtherCentre, query)).Code().ShouldBe("NOT_FOUND");
        (await _hub.Ask(Actors.CityWall, """{ announcementsDue(unit: "430203001", first: 0) { dueAt } }""")).Code().ShouldBe("INVALID_INPUT");
    }

    [Fact, Trait("Rule", "C040")]
    public async Task C040_A_wall_counts_down_to_both_announcements_of_a_consultation_whose_two_sessions_ended()
    {
        var once = await _hub.Prepared("once");
        await _hub.EndedTwice("twice");
        (await _hub.Take(Actors.Council, "startSession", once, "presider: COUNCIL_HEAD")).At().ShouldBe("IN_SESSION");
        (await _hub.Take(Actors.Council, "endSession", once, """outcome: CONSENSUS, opinion: "同意划线", attendance: 20, heard: [REGISTERED_RESIDENTS]""")).At().ShouldBe("SESSION_ENDED");
        const string query = """{ announcementsDue(unit: "430203001", first: 5) { consultationId dueAt late } least: announcementsDue(unit: "430203001", first: 1) { dueAt } }""";
        var told = await _hub.Data(Actors.CityWall, query);
        var dues = told.GetProperty("announcementsDue").EnumerateArray().Select(d => (Of: d.GetProperty("consultationId").GetString(), At: d.GetProperty("dueAt").GetString())).ToList();
        dues.Count.ShouldBe(3);
        dues.GroupBy(d => d.Of).Select(g => g.Count()).Order().ShouldBe([1, 2]);
        dues.Select(d => d.At).ShouldBeInOrder();
        told.GetProperty("least").GetArrayLength().ShouldBe(1);
    }

    private static long Minute(int hours) => SummaryFold.MinuteOf(TestHub.Monday.AddHours(hours));
}
