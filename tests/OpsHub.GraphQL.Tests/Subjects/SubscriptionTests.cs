using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Cases;
using OpsHub.GraphQL.Hierarchy;

namespace OpsHub.GraphQL.Tests.Subjects;

public sealed class SubscriptionTests : IAsyncLifetime
{
    private const string Figures = """subscription { unitSummary(code: "430203001") { summary { open epoch version } children { code open } heartbeat serverTime } }""";
    private const string Events = """subscription { unitCaseEvents(code: "430203001") { position caseId event } }""";

    private readonly TestHub _hub = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    private static string Told(JsonElement change) => $"{change.GetProperty("summary").GetProperty("open")}@{change.GetProperty("summary").GetProperty("version")}{(change.GetProperty("heartbeat").GetBoolean() ? " heartbeat" : "")}";

    [Fact]
    public async Task The_present_state_comes_first_then_changes_G020()
    {
        _hub.Unit("430203001").Set(Given.Figures(3), ("430203001001", Given.Figures(3)));
        await using var wall = await Listening.To(_hub, Actors.Leader, Figures);
        var first = await wall.Next();
        Told(first).ShouldBe("3@1");
        first.GetProperty("children").EnumerateArray().Select(c => c.GetProperty("open").GetInt32()).ShouldBe([3, 0]);
        _hub.Unit("430203001").Set(Given.Figures(4));
        Told(await wall.Next()).ShouldBe("4@2");
    }

    [Fact]
    public async Task A_slow_client_gets_the_newest_figures_and_none_of_those_between()
    {
        await using var wall = await Listening.To(_hub, Actors.Leader, Figures);
        await wall.Next();
        for (var open = 1; open <= 50; open++)
            _hub.Unit("430203001").Set(Given.Figures(open));
        Told(await wall.Next()).ShouldBe("50@50");
    }

    [Fact]
    public async Task Figures_that_come_late_change_nothing() // messages between processes may overtake each other
    {
        await using var wall = await Listening.To(_hub, Actors.Leader, Figures);
        await wall.Next();
        _hub.Unit("430203001").Set(Given.Figures(4));
        _hub.Unit("430203001").Set(Given.Figures(5));
        _hub.Unit("430203001").TellLate(Given.Figures(4), version: 1);
        Told(await wall.Next()).ShouldBe("5@2");
        var read = await _hub.Data(Actors.Leader, """{ unit(code: "430203001") { summary { open version } } }""");
        read.GetProperty("unit").GetProperty("summary").ToString().ShouldBe("""{"open":5,"version":"2"}""");
    }

    [Fact]
    public async Task Without_changes_a_heartbeat_comes_within_five_seconds()
    {
        await using var wall = await Listening.To(_hub, Actors.Leader, Figures);
        await wall.Next();
        Told(await wall.Next()).ShouldBe("0@0 heartbeat");
    }

    [Fact]
    public async Task Who_resumes_with_the_present_pair_gets_no_snapshot_again()
    {
        _hub.Unit("430203001").Set(Given.Figures(3));
        const string resume = """subscription {{ unitSummary(code: "430203001", epoch: "1", version: "{0}") {{ summary {{ open version }} heartbeat }} }}""";
        await using var same = await Listening.To(_hub, Actors.Leader, string.Format(System.Globalization.CultureInfo.InvariantCulture, resume, 1));
        var next = same.Next();
        _hub.Unit("430203001").Set(Given.Figures(4));
        Told(await next).ShouldBe("4@2");
        await using var older = await Listening.To(_hub, Actors.Leader, string.Format(System.Globalization.CultureInfo.InvariantCulture, resume, 1));
        Told(await older.Next()).ShouldBe("4@2");
    }

    [Fact]
    public async Task Many_walls_of_one_unit_are_one_observer_at_its_grain()
    {
        var walls = new List<Listening>();
        for (var i = 0; i < 10; i++)
            walls.Add(await Listening.To(_hub, Actors.Leader, Figures));
        foreach (var wall in walls)
            await wall.Next();
        _hub.Unit("430203001").Watchers.ShouldBe(1);
        _hub.Unit("430203001").Watches.ShouldBe(1);
        foreach (var wall in walls)
            await wall.DisposeAsync();
    }

    [Theory]
    [InlineData("""subscription { unitSummary(code: "430203002") { heartbeat } }""", "NOT_FOUND")]
    [InlineData("""subscription { unitSummary(code: "4302") { heartbeat } }""", "NOT_FOUND")]
    [InlineData("""subscription { unitSummary(code: "nowhere") { heartbeat } }""", "NOT_FOUND")]
    [InlineData("""subscription { unitSummary(code: "430203001", epoch: "x", version: "1") { heartbeat } }""", "INVALID_INPUT")]
    [InlineData("""subscription { unitCaseEvents(code: "430203002") { position } }""", "NOT_FOUND")]
    [InlineData("""subscription { unitCaseEvents(code: "430203001", after: "x") { position } }""", "INVALID_INPUT")]
    [InlineData("""subscription { caseChanged(id: "nothing") { case { id } } }""", "NOT_FOUND")]
    public async Task What_the_actor_may_not_see_or_what_is_malformed_opens_no_stream(string query, string code) =>
        (await Listening.TryTo(_hub, Actors.Leader, query)).Code.ShouldBe(code);

    [Fact]
    public async Task One_unit_that_does_not_answer_keeps_no_other_from_being_renewed()
    {
        await _hub.Data(Actors.County, """{ unit(code: "430203") { summary { open } } }""");
        await _hub.Data(Actors.County, """{ unit(code: "430203001") { summary { open } } }""");
        _hub.Unit("430203").Gate = new TaskCompletionSource();
        var live = _hub.Services.GetRequiredService<LiveUnits>();
        await live.Keep().WaitAsync(TimeSpan.FromSeconds(60));
        await live.Keep().WaitAsync(TimeSpan.FromSeconds(60));
        _hub.Unit("430203001").Watches.ShouldBe(3);
        _hub.Unit("430203").Watches.ShouldBe(2, "it isn't asked again before it has answered");
        _hub.Unit("430203").Gate!.SetResult();
    }

    [Fact]
    public async Task A_failure_that_may_pass_ends_a_stream_with_retry_later()
    {
        var id = await Given.Case(_hub);
        await using var leader = await Listening.To(_hub, Actors.Leader, $$"""subscription { caseChanged(id: "{{id}}") { case { stage } } }""");
        await leader.Next();
        _hub.Case(id).ReadFailure = new TimeoutException();
        await _hub.Step(Actors.Centre, "acceptCase", id);
        (await leader.Ending()).ShouldBe("RETRY_LATER");
    }

    [Fact]
    public async Task A_unit_that_leaves_the_actors_area_ends_the_stream()
    {
        await using var wall = await Listening.To(_hub, Actors.County, Figures);
        await wall.Next();
        _hub.Directory.Move("430203001", "430202");
        _hub.Unit("430203001").Set(Given.Figures(9));
        (await wall.Ending()).ShouldBe("NOT_FOUND");
    }

    [Fact]
    public async Task Events_come_all_of_them_once_and_in_order()
    {
        await Given.Case(_hub, "before");
        await using var wall = await Listening.To(_hub, Actors.Leader, Events);
        var first = wall.Next();
        await Joined();
        for (var i = 0; i < 30; i++)
            await Given.Case(_hub, $"c{i}");
        _hub.Unit("430203001").Set(Given.Figures(1));
        var positions = new List<int> { Position(await first) };
        for (var i = 1; i < 30; i++)
            positions.Add(Position(await wall.Next()));
        positions.ShouldBe(Enumerable.Range(2, 30), "what happened before the subscription isn't told");
    }

    [Fact]
    public async Task Who_resumes_gets_what_was_missed_and_nothing_twice()
    {
        for (var i = 0; i < 1_200; i++)
            _hub.Index.Put(Row(i));
        _hub.Time.Advance(TimeSpan.FromMinutes(1));
        await using var wall = await Listening.To(_hub, Actors.Leader, """subscription { unitCaseEvents(code: "430203001", after: "3") { position } }""");
        for (var position = 4; position <= 1_200; position++)
            Position(await wall.Next()).ShouldBe(position);
        _hub.Index.Put(Row(5_000));
        _hub.Unit("430203001").Set(Given.Figures(1));
        Position(await wall.Next()).ShouldBe(1_201);
    }

    [Fact]
    public async Task What_happens_while_a_client_catches_up_is_told_once()
    {
        for (var i = 0; i < 1_200; i++)
            _hub.Index.Put(Row(i));
        _hub.Time.Advance(TimeSpan.FromMinutes(1));
        await using var wall = await Listening.To(_hub, Actors.Leader, """subscription { unitCaseEvents(code: "430203001", after: "3") { position } }""");
        for (var position = 4; position <= 1_200; position++)
        {
            if (position == 10)
                _hub.Index.Put(Row(5_000));
            Position(await wall.Next()).ShouldBe(position);
        }

        Position(await wall.Next()).ShouldBe(1_201);
        _hub.Index.Put(Row(5_001));
        _hub.Unit("430203001").Set(Given.Figures(1));
        Position(await wall.Next()).ShouldBe(1_202);
    }

    [Fact]
    public async Task A_position_that_appears_late_is_told_all_the_same()
    {
        await using var wall = await Listening.To(_hub, Actors.Leader, Events);
        var first = wall.Next();
        await Joined();
        _hub.Index.Put(Row(1), position: 10);
        _hub.Unit("430203001").Set(Given.Figures(1));
        Position(await first).ShouldBe(10);
        _hub.Index.Put(Row(2), position: 7);
        _hub.Unit("430203001").Set(Given.Figures(2));
        Position(await wall.Next()).ShouldBe(7);
        _hub.Index.Put(Row(3), position: 11);
        _hub.Unit("430203001").Set(Given.Figures(3));
        Position(await wall.Next()).ShouldBe(11);
    }

    [Fact]
    public async Task Positions_settle_after_two_seconds_and_are_not_read_again_for_ever()
    {
        await using var wall = await Listening.To(_hub, Actors.Leader, Events);
        var first = wall.Next();
        await Joined();
        _hub.Index.Put(Row(1), position: 10);
        _hub.Unit("430203001").Set(Given.Figures(1));
        Position(await first).ShouldBe(10);
        _hub.Time.Advance(TimeSpan.FromSeconds(3));
        var next = wall.Next();
        _hub.Index.Put(Row(2), position: 11);
        _hub.Unit("430203001").Set(Given.Figures(2));
        Position(await next).ShouldBe(11);
        _hub.Index.AskedAfter.ShouldContain(0);
        next = wall.Next();
        _hub.Index.Put(Row(3), position: 12);
        _hub.Unit("430203001").Set(Given.Figures(3));
        Position(await next).ShouldBe(12);
        _hub.Index.AskedAfter.Last().ShouldBe(10);
    }

    [Fact]
    public async Task A_notification_that_was_lost_costs_two_seconds_and_no_event()
    {
        await using var wall = await Listening.To(_hub, Actors.Leader, Events);
        var first = wall.Next();
        await Joined();
        _hub.Index.Put(Row(1));
        Position(await first).ShouldBe(1);
    }

    [Fact]
    public async Task A_case_is_told_as_it_stands_and_then_with_each_entry()
    {
        var id = await Given.Case(_hub);
        await using var page = await Listening.To(_hub, Actors.Leader, $$"""subscription { caseChanged(id: "{{id}}") { case { stage version } entries { sequence event } } }""");
        var first = await page.Next();
        first.ToString().ShouldBe("""{"case":{"stage":"REPORTED","version":"1"},"entries":[]}""");
        await _hub.Step(Actors.Centre, "acceptCase", id);
        (await page.Next()).ToString().ShouldBe("""{"case":{"stage":"ACCEPTED","version":"2"},"entries":[{"sequence":2,"event":"CaseAccepted"}]}""");
        await _hub.Step(Actors.Centre, "triageCase", id, "class: CLEAR_OWNER");
        await _hub.Step(Actors.Centre, "dispatchCase", id, """parties: [{ organ: "430203001-D12", part: LEAD }]""");
        var sequences = new List<int>();
        while (sequences.Count < 2)
            sequences.AddRange((await page.Next()).GetProperty("entries").EnumerateArray().Select(e => e.GetProperty("sequence").GetInt32()));
        sequences.ShouldBe([3, 4]);
        await using var resumed = await Listening.To(_hub, Actors.Leader, $$"""subscription { caseChanged(id: "{{id}}", afterSequence: 2) { entries { sequence } } }""");
        (await resumed.Next()).ToString().ShouldBe("""{"entries":[{"sequence":3},{"sequence":4}]}""");
    }

    [Fact]
    public async Task A_case_that_the_actor_may_no_longer_read_ends_its_stream()
    {
        var id = await Given.Case(_hub);
        await using var page = await Listening.To(_hub, Actors.Leader, $$"""subscription { caseChanged(id: "{{id}}") { case { version } } }""");
        await page.Next();
        _hub.Directory.Move("430203001001", "430203002");
        await _hub.Step(Actors.County, "acceptCase", id);
        await _hub.Step(Actors.OtherCentre, "acceptCase", id);
        await _hub.Step(Actors.Centre, "acceptCase", id);
        (await page.Ending()).ShouldBe("NOT_FOUND");
    }

    [Fact]
    public async Task Nothing_is_left_when_the_last_subscriber_has_gone()
    {
        var id = await Given.Case(_hub);
        var wall = await Listening.To(_hub, Actors.Leader, Events);
        var page = await Listening.To(_hub, Actors.Leader, $$"""subscription { caseChanged(id: "{{id}}") { case { version } } }""");
        await page.Next();
        _hub.Services.GetRequiredService<WatchedCases>().Watched.ShouldBe(1);
        await page.DisposeAsync();
        await wall.DisposeAsync();
        for (var i = 0; i < 1_200 && _hub.Services.GetRequiredService<WatchedCases>().Watched > 0; i++)
            await Task.Delay(50);
        _hub.Services.GetRequiredService<WatchedCases>().Watched.ShouldBe(0);
    }

    private static int Position(JsonElement happened) => int.Parse(happened.GetProperty("position").GetString()!, System.Globalization.CultureInfo.InvariantCulture);

    private static CaseEventRow Row(int number) => new($"case-{number:x32}", 1, $"N{number}", TestHub.Monday, "CaseReported", CaseStage.Reported, "Q01-01",
        UnitCode.Parse(Given.Grid), OrganCode.Parse("430203001001"));

    // The stream begins with the index's first question; what happens afterwards is told.
    private async Task Joined()
    {
        while (!_hub.Index.Calls.Contains("Events"))
            await Task.Yield();
    }
}
