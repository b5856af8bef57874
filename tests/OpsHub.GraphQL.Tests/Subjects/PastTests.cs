using System.Text.Json;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.GraphQL.Tests.Subjects;

/// <summary>What was at a past instant is told as everyone saw it then, to those who may see it now. ARCHITECTURE 6.</summary>
public sealed class PastTests : IAsyncLifetime
{
    private const string Figures = "open overdue dueToday dueTodayDone dueWithinHour reportedToday closedToday closed30Days onTime30Days byStage { stage count } byCategory { category count }";

    private readonly TestHub _hub = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact]
    public async Task A_case_at_a_past_instant_is_what_it_was_then()
    {
        var id = await Given.Case(_hub);
        var seen = new List<(DateTimeOffset At, string Case)>();
        foreach (var step in new[] { "acceptCase", "triageCase", "" })
        {
            seen.Add((_hub.Clock.Now, (await _hub.Data(Actors.Centre, Now(id))).GetProperty("case").ToString()));
            _hub.Time.Advance(TimeSpan.FromMinutes(37));
            if (step.Length > 0)
                await _hub.Step(Actors.Centre, step, id, step == "triageCase" ? "class: CLEAR_OWNER" : "");
        }

        foreach (var (at, was) in seen)
            (await _hub.Data(Actors.Centre, Now(id, at))).GetProperty("case").ToString().ShouldBe(was);
        (await _hub.Data(Actors.Centre, Now(id, TestHub.Monday.AddMinutes(-1)))).GetProperty("case").ValueKind.ShouldBe(JsonValueKind.Null, "it was not reported yet");
    }

    [Fact]
    public async Task Whatever_is_told_of_a_past_case_belongs_to_that_instant()
    {
        var id = await Given.Case(_hub);
        var reported = _hub.Clock.Now;
        _hub.Time.Advance(TimeSpan.FromDays(5));
        await _hub.Step(Actors.Centre, "acceptCase", id);
        var past = (await _hub.Data(Actors.Centre, $$"""{ case(id: "{{id}}", at: "{{reported:O}}") { id asOf overdue moves version history { event } terms { late } trace(first: 10) { nodes { sequence } } } }""")).GetProperty("case");
        past.GetProperty("overdue").GetBoolean().ShouldBeFalse();
        past.GetProperty("terms")[0].GetProperty("late").GetBoolean().ShouldBeFalse("it fell due later");
        past.GetProperty("moves").GetArrayLength().ShouldBe(0, "nobody acts in the past");
        (past.GetProperty("version").GetString(), past.GetProperty("history").GetArrayLength(), past.GetProperty("trace").GetProperty("nodes").GetArrayLength()).ShouldBe(("1", 1, 1));
        past.GetProperty("asOf").GetString().ShouldStartWith("2026-03-02T09:00:00");

        var pastId = past.GetProperty("id").GetString()!;
        pastId.ShouldNotBe(id, "a client that keeps objects by id must not take one for the other");
        (await _hub.Data(Actors.Centre, $$"""{ node(id: "{{pastId}}") { id ... on Case { stage } } }""")).GetProperty("node").ToString().ShouldBe($$"""{"id":"{{pastId}}","stage":"REPORTED"}""");
        (await _hub.Ask(Actors.Centre, $$"""{ nodes(ids: ["{{id}}", "{{pastId}}"]) { id } }""")).Code().ShouldBe("INVALID_INPUT", "each is folded from a whole trace");
        (await _hub.Step(Actors.Centre, "acceptCase", pastId, commandId: "past")).GetProperty("errors").GetArrayLength().ShouldBe(1, "nor does anybody act on it");
    }

    [Fact]
    public async Task The_past_of_a_case_is_read_by_those_who_read_it_now()
    {
        var id = await Given.Case(_hub);
        await _hub.Dispatched(id);
        var at = _hub.Clock.Now;
        (await _hub.Data(Actors.Agency, Now(id, at))).GetProperty("case").ValueKind.ShouldBe(JsonValueKind.Object);
        foreach (var other in new[] { Actors.OtherCentre, Actors.CityWall, Actors.Administrator })
            (await _hub.Data(other, Now(id, at))).GetProperty("case").ValueKind.ShouldBe(JsonValueKind.Null, other.Role.ToString());
        _hub.Directory.Move("430203001001", "430203002"); // the community goes to the neighbour
        (await _hub.Data(Actors.Centre, Now(id, at))).GetProperty("case").ValueKind.ShouldBe(JsonValueKind.Null, "it was theirs then and is no longer");
        (await _hub.Data(Actors.OtherCentre, Now(id, at))).GetProperty("case").ValueKind.ShouldBe(JsonValueKind.Object);
    }

    [Fact]
    public async Task An_instant_ahead_is_refused()
    {
        var id = await Given.Case(_hub);
        (await _hub.Ask(Actors.Centre, Now(id, TestHub.Monday.AddHours(1)))).Code().ShouldBe("INVALID_INPUT");
        (await _hub.Ask(Actors.Centre, Summary(TestHub.Monday.AddHours(1)))).Code().ShouldBe("INVALID_INPUT");
    }

    [Fact]
    public async Task A_units_figures_at_a_past_instant_are_what_they_were_then()
    {
        var ids = new List<string>();
        var seen = new List<(DateTimeOffset At, string Figures)>();
        for (var i = 0; i < 4; i++)
        {
            ids.Add(await Given.Case(_hub, $"r{i}", Given.Grid));
            See();
            _hub.Time.Advance(TimeSpan.FromHours(5));
        }

        foreach (var id in ids.Take(3))
        {
            await _hub.Dispatched(id);
            See();
            _hub.Time.Advance(TimeSpan.FromHours(11));
        }

        await _hub.Step(Actors.Agency, "acceptDispatch", ids[0]);
        await _hub.Step(Actors.Agency, "feedBackCase", ids[0], """result: "已办", evidence: ["photo/1"]""");
        See();
        _hub.Time.Advance(TimeSpan.FromHours(1));
        await _hub.Step(Actors.Centre, "verifyCase", ids[0], "evidenceViewed: true");
        await _hub.Step(Actors.Centre, "closeCase", ids[0]);
        await _hub.Step(Actors.Centre, "declineCase", ids[3], """reason: "省管", whereToTurn: "省公路局", ground: OUTSIDE_COUNTY""");
        See();
        _hub.Time.Advance(TimeSpan.FromDays(40));

        foreach (var (at, was) in seen)
            (await _hub.Data(Actors.Leader, Summary(at))).GetProperty("unit").GetProperty("summaryAt").ToString().ShouldBe(was, at.ToString("O"));

        // The live summary is a fold over the same contributions.
        void See()
        {
            var now = _hub.Clock.Now;
            var states = ids.Select(id => CaseTerms.Contribution(_hub.Case(id).Document().State!));
            var reading = SummaryFold.Read(SummaryFold.Of(states, now), now);
            seen.Add((now, Text(reading)));
        }
    }

    [Fact]
    public async Task Figures_follow_the_hierarchy_of_that_instant()
    {
        var id = await Given.Case(_hub);
        var before = _hub.Clock.Now;
        _hub.Time.Advance(TimeSpan.FromDays(2));
        var community = UnitCode.Parse("430203001001");
        var (from, to) = (UnitCode.Parse("430203001"), UnitCode.Parse("430203002"));
        _hub.Directory.Move(community.Value, to.Value, new DateOnly(2026, 3, 3));
        _hub.Past.Units[GrainKeys.Unit(community)] = new Unit
        {
            Code = community, History = [new(Unit.BeginningUnknown, "一社区", "community", from), new(new DateOnly(2026, 3, 3), "一社区", "community", to)],
        };

        var stored = _hub.Case(id).Document();
        _hub.Publish(Relay.GlobalId.ReadCase(id)!, stored.State!, stored.Trace.Length, stored.Trace.Recent[^1]); // its row is put under the units in force

        (await Open("430203001", before), await Open("430203001", _hub.Clock.Now)).ShouldBe((1, 0));
        (await Open("430203002", before), await Open("430203002", _hub.Clock.Now)).ShouldBe((0, 1));
        (await Open("430203", before), await Open("430203001001", before)).ShouldBe((1, 1));

        async Task<int> Open(string unit, DateTimeOffset at) =>
            (await _hub.Data(Actors.County, $$"""{ unit(code: "{{unit}}") { summaryAt(at: "{{at:O}}") { open } } }""")).GetProperty("unit").GetProperty("summaryAt").GetProperty("open").GetInt32();
    }

    [Fact]
    public async Task A_case_that_was_put_into_another_grid_counts_where_it_lay_then()
    {
        var id = await Given.Case(_hub);
        var before = _hub.Clock.Now;
        _hub.Time.Advance(TimeSpan.FromHours(2));
        (await _hub.Step(Actors.Centre, "relocateCase", id, """grid: "430203001002001", reason: "门牌写错" """)).GetProperty("errors").GetArrayLength().ShouldBe(0);
        _hub.Time.Advance(TimeSpan.FromHours(2));
        foreach (var (unit, then, now) in new[] { ("430203001001", 1, 0), ("430203001002", 0, 1), ("430203001001001", 1, 0), ("430203001002001", 0, 1), ("430203001", 1, 1), ("430203", 1, 1) })
            (await Open(unit, before), await Open(unit, _hub.Clock.Now)).ShouldBe((then, now), unit);

        async Task<int> Open(string unit, DateTimeOffset at) =>
            (await _hub.Data(Actors.County, $$"""{ unit(code: "{{unit}}") { summaryAt(at: "{{at:O}}") { open } } }""")).GetProperty("unit").GetProperty("summaryAt").GetProperty("open").GetInt32();
    }

    [Fact]
    public async Task More_cases_than_a_query_may_read_are_refused_as_such()
    {
        for (var i = 0; i < 6; i++)
            await Given.Case(_hub, $"r{i}");
        var answer = await _hub.Ask(Actors.Leader, Summary(_hub.Clock.Now));
        answer.Code().ShouldBe("TOO_MANY_CASES");
    }

    [Fact]
    public async Task Past_figures_are_told_to_those_who_see_the_present_ones()
    {
        (await _hub.Ask(Actors.OtherCentre, """{ node(id: "VW5pdDo0MzAyMDMwMDE=") { ... on Unit { summaryAt(at: "2026-03-01T09:00:00+08:00") { open } } } }""")).Code().ShouldBe("NOT_FOUND");
        (await _hub.Data(Actors.Leader, Summary(TestHub.Monday.AddDays(-1)))).GetProperty("unit").GetProperty("summaryAt").GetProperty("open").GetInt32().ShouldBe(0);
    }

    private static string Now(string id, DateTimeOffset? at = null) =>
        $$"""{ case(id: "{{id}}"{{(at is null ? "" : $", at: \"{at:O}\"")}}) { number stage title holder { code } holderSince lead { code } triageClass returns changedAt dueAt overdue version terms { id dueAt doneAt late } } }""";

    private static string Summary(DateTimeOffset at) => $$"""{ unit(code: "430203001") { summaryAt(at: "{{at:O}}") { {{Figures}} } } }""";

    private static string Text(SummaryReading r) => JsonSerializer.Serialize(new
    {
        open = r.Open,
        overdue = r.Overdue,
        dueToday = r.DueToday,
        dueTodayDone = r.DueTodayDone,
        dueWithinHour = r.DueWithinHour,
        reportedToday = r.ReportedToday,
        closedToday = r.ClosedToday,
        closed30Days = r.Closed30Days,
        onTime30Days = r.OnTime30Days,
        byStage = r.ByStage.Pairs.Select(p => new { stage = ((CaseStage)p.Key) switch { CaseStage.FedBack => "FED_BACK", var other => other.ToString().ToUpperInvariant() }, count = p.Value }),
        byCategory = r.ByCategory.OrderByDescending(c => c.Value).Select(c => new { category = c.Key, count = c.Value }),
    });
}
