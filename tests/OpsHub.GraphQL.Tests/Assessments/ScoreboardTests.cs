using System.Text.Json;
using OpsHub.Contracts.Assessments;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Tests.Subjects;

namespace OpsHub.GraphQL.Tests.Assessments;

public sealed class ScoreboardTests : IAsyncLifetime
{
    private const string Line = "agency { code } reading stage hasLetter targetsDone duty satisfaction statutory total townshipRate grade openAppeals owed { by { name } label late } dueTerm overdue evidence { due } forecast { owed { what } }";

    private readonly TestHub _hub = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact]
    public async Task A_board_shows_each_line_as_far_as_the_actor_reads_it_in_one_question()
    {
        await Two();
        var board = await Board(Actors.Leader, """unit: "430203001" """);
        _hub.Years.Calls.ShouldBe(["OfUnit"]);
        board.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("agency").GetProperty("code").GetString()).ShouldBe(["430203001-D12", "430203001-D20"]);
        var line = board.GetProperty("nodes")[0];
        (line.GetProperty("reading").GetString(), line.GetProperty("stage").GetString()).ShouldBe(("TERRITORIAL", "SCORED"));
        line.GetProperty("total").GetDecimal().ShouldBeGreaterThan(80);
        line.GetProperty("statutory").ValueKind.ShouldBe(JsonValueKind.Null);
        var sums = board.GetProperty("sums");
        (sums.GetProperty("agencies").GetInt32(), sums.GetProperty("lettersInForce").GetInt32(), sums.GetProperty("scored").GetInt32(), sums.GetProperty("targetsDone").GetInt32()).ShouldBe((2, 1, 1, 9));
        sums.GetProperty("evidence").GetProperty("due").GetInt32().ShouldBe(200);
        sums.GetProperty("byStage").EnumerateArray().Select(s => s.GetProperty("stage").GetString()).ShouldBe(["OPENED", "SCORED"]);
    }

    [Fact, Trait("Rule", "A018")]
    public async Task A018_Evidence_of_other_townships_is_in_no_sum_and_none_counted_is_no_nought()
    {
        await Two();
        var second = await Board(YearTale.SecondTownship, """unit: "430203002" """);
        second.GetProperty("nodes")[0].GetProperty("evidence").GetProperty("due").GetInt32().ShouldBe(100, "its own alone");
        second.GetProperty("sums").GetProperty("evidence").GetProperty("due").GetInt32().ShouldBe(100);
        (await Board(YearTale.Government, """unit: "430203" """)).GetProperty("nodes")[1].GetProperty("evidence").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Sums_hold_for_the_board_and_not_for_the_page()
    {
        await Two();
        var board = await Board(YearTale.Government, """unit: "430203", first: 1""");
        board.GetProperty("nodes").GetArrayLength().ShouldBe(1);
        board.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean().ShouldBeTrue();
        board.GetProperty("sums").GetProperty("agencies").GetInt32().ShouldBe(2);
        var next = await Board(YearTale.Government, $$"""unit: "430203", first: 1, after: "{{board.GetProperty("pageInfo").GetProperty("endCursor").GetString()}}" """);
        next.GetProperty("nodes")[0].GetProperty("agency").GetProperty("code").GetString().ShouldBe("430203001-D20");
    }

    [Fact]
    public async Task Years_behind_a_board_are_loaded_once_each()
    {
        await Two();
        _hub.Grains.Calls.Clear();
        var board = (await _hub.Data(YearTale.Government, """{ scoreboard(unit: "430203", year: 2026) { nodes { agencyYear { moves } again: agencyYear { stage } } } }""")).GetProperty("scoreboard");
        board.GetProperty("nodes")[0].GetProperty("again").GetProperty("stage").GetString().ShouldBe("SCORED");
        _hub.Grains.Calls.Count(c => c.EndsWith(".Get", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public async Task A_centre_sees_the_board_without_scores()
    {
        await Two();
        var board = await Board(Actors.Centre, """unit: "430203001" """);
        foreach (var figure in new[] { "duty", "satisfaction", "total", "townshipRate", "grade", "openAppeals", "forecast" })
            board.GetProperty("nodes")[0].GetProperty(figure).ValueKind.ShouldBe(JsonValueKind.Null, figure);
        board.GetProperty("sums").GetProperty("scored").ValueKind.ShouldBe(JsonValueKind.Null);
        board.GetProperty("nodes")[0].GetProperty("evidence").GetProperty("due").GetInt32().ShouldBe(200);
    }

    [Fact]
    public async Task A_department_sees_its_own_board_and_an_agency_its_own_line()
    {
        await Two();
        (await Board(Actors.Department, """department: "430203:D12" """)).GetProperty("nodes").GetArrayLength().ShouldBe(1);
        (await Board(Actors.Agency, """unit: "430203001" """)).GetProperty("nodes").EnumerateArray().Single().GetProperty("agency").GetProperty("code").GetString().ShouldBe("430203001-D12");
        (await Code(Actors.Department, """department: "430203:D20" """)).ShouldBe("NOT_FOUND");
    }

    [Theory, Trait("Rule", "R046")]
    [InlineData(Role.GridWorker, "430203001001001")]
    [InlineData(Role.CityGovernanceOffice, "4302")]
    [InlineData(Role.WallKey, "430203")]
    [InlineData(Role.CountyGovernment, "430202")]
    [InlineData(Role.TownshipGovernment, "430203002")]
    public async Task R046_Nobody_else_finds_a_board(Role role, string organ)
    {
        await _hub.Done(YearTale.Hub, new OpenYear(YearTale.Code, 2026));
        (await Code(Actors.Of(role, organ), """unit: "430203001" """)).ShouldBe("NOT_FOUND");
    }

    [Fact, Trait("Rule", "A002")]
    public async Task A002_A_year_is_of_the_county_whose_code_its_host_bears_wherever_the_township_stands_now()
    {
        await _hub.Scored();
        _hub.Directory.Move("430203001", "430202");
        foreach (var reader in new[] { YearTale.Government, YearTale.Organ, Actors.Of(Role.OrganisationDepartment, "430203") })
        {
            (await Board(reader, "unit: \"430203\"")).GetProperty("nodes").GetArrayLength().ShouldBe(1, reader.Principal);
            (await Board(reader, "unit: \"430203001\"")).GetProperty("nodes").GetArrayLength().ShouldBe(1, reader.Principal);
        }

        var other = Actors.Of(Role.CountyGovernment, "430202");
        (await Board(other, "unit: \"430202\"")).GetProperty("nodes").GetArrayLength().ShouldBe(0);
        (await Code(other, "unit: \"430203001\"")).ShouldBe("NOT_FOUND");
        (await Code(Actors.Of(Role.PerformanceOrgan, "430202"), "unit: \"430203001\"")).ShouldBe("NOT_FOUND");
        (await _hub.Take(Actors.Of(Role.PerformanceOrgan, "430202"), "gradeAgency", "grade: GOOD")).Refused().Code.ShouldBe("NOT_FOUND");
        (await _hub.Take(YearTale.Organ, "gradeAgency", "grade: GOOD")).At().ShouldBe("AGENCY_GRADED");
    }

    [Theory]
    [InlineData("", "unit")]
    [InlineData("""unit: "430203001", department: "430203:D12" """, "department")]
    [InlineData("""unit: "x" """, "unit")]
    [InlineData("""department: "x y" """, "department")]
    public async Task A_malformed_question_names_its_argument(string arguments, string field)
    {
        var answer = await _hub.Ask(YearTale.Government, $$"""{ scoreboard({{arguments}} year: 2026) { asOf } }""");
        answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("field").GetString().ShouldBe(field);
    }

    [Fact, Trait("Rule", "A032")]
    public async Task A032_A_shared_result_counts_once_for_the_township_and_once_for_the_department()
    {
        await _hub.Shared();
        foreach (var (actor, organ, target) in new[] { (Actors.Leader, "430203001", "TOWNSHIP"), (Actors.Department, "430203:D12", "DEPARTMENT") })
        {
            var shared = (await _hub.Data(actor, $$"""{ sharedResults(organ: "{{organ}}", year: 2026) { agency { code } target total grade sharedAt } }""")).GetProperty("sharedResults").EnumerateArray().ToList();
            shared.Select(s => (s.GetProperty("agency").GetProperty("code").GetString(), s.GetProperty("target").GetString(), s.GetProperty("grade").GetString())).ShouldBe([("430203001-D12", target, "GOOD")]);
        }

        (await _hub.Data(Actors.Leader, """{ unit(code: "430203001") { sharedResults(year: 2026) { total } agencyYears(year: 2026) { nodes { stage } } agencies { nodes { years { year stage sharedAt { target } } } } } }"""))
            .GetProperty("unit").GetProperty("sharedResults").GetArrayLength().ShouldBe(1);
        var refused = await _hub.Ask(Actors.Leader, """{ sharedResults(organ: "430203:D12", year: 2026) { total } }""");
        refused.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("NOT_FOUND");
    }

    [Fact, Trait("Rule", "A022")]
    public async Task A022_A_figure_opens_down_to_its_cases_and_a_case_that_is_not_readable_stays_closed()
    {
        await _hub.Scored();
        var number = await Given.Case(_hub);
        _hub.Years.Behind.Add(new(Relay.GlobalId.ReadCase(number)!, new CaseEvidence(1, 1, 0, 1, 1, 0, 0, 0, 0, 0, TestHub.Monday)));
        _hub.Years.Behind.Add(new("case-00000000000000000000000000000000", new CaseEvidence(1, 0, 1, 0, 0, 1, 0, 0, 0, 0, TestHub.Monday)));
        const string query = """{ agencyYear(agency: "430203001-D12", year: 2026) { scorecard { component township { code } cases(kind: DUE) { nodes { caseId case { id } counts { due onTime } } } } evidence { cases { nodes { caseId } } } } }""";
        foreach (var (actor, readable) in new[] { (Actors.Leader, true), (YearTale.Organ, false) })
        {
            var year = (await _hub.Data(actor, query)).GetProperty("agencyYear");
            var line = year.GetProperty("scorecard").EnumerateArray().First(l => l.GetProperty("component").GetString() == "MATTERS_HANDLED");
            var behind = line.GetProperty("cases").GetProperty("nodes").EnumerateArray().Single();
            behind.GetProperty("caseId").GetString().ShouldBe(number);
            (behind.GetProperty("case").ValueKind == JsonValueKind.Object).ShouldBe(readable, $"{actor.Role}");
            year.GetProperty("evidence")[0].GetProperty("cases").GetProperty("nodes").GetArrayLength().ShouldBe(2);
            year.GetProperty("scorecard").EnumerateArray().First(l => l.GetProperty("component").GetString() == "KEY_WORK").GetProperty("cases").ValueKind.ShouldBe(JsonValueKind.Null);
        }
    }

    [Fact]
    public async Task A_subscription_tells_the_present_state_and_then_each_change_with_its_entries()
    {
        await _hub.Assessing();
        var client = await Listening.To(_hub, Actors.Department, $$"""subscription { agencyYearChanged(id: "{{YearTale.Id}}") { agencyYear { stage } entries { event reason words(language: ZH) } } }""");
        (await client.Next()).GetProperty("entries").GetArrayLength().ShouldBe(0);
        await _hub.Done(Actors.Leader, new AdjustComponent(DutyComponent.KeyWork, 80, "两次缺席"));
        var told = (await client.Next()).GetProperty("entries")[0];
        (told.GetProperty("event").GetString(), told.GetProperty("reason").ValueKind).ShouldBe(("ComponentAdjusted", JsonValueKind.Null));
        await client.DisposeAsync();
        (await _hub.Ask(Actors.GridWorker, $$"""{ node(id: "{{YearTale.Id}}") { id } }""")).GetProperty("data").GetProperty("node").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    private async Task Two()
    {
        await _hub.Scored();
        var other = OrganCode.Parse("430203001-D20");
        await _hub.Done(YearTale.Hub, new OpenYear(other, 2026), other);
        _hub.Years.Calls.Clear();
    }

    private async Task<JsonElement> Board(Actor actor, string arguments) => (await _hub.Data(actor,
        $$"""{ scoreboard({{arguments}} year: 2026) { nodes { {{Line}} } totalCount asOf pageInfo { hasNextPage endCursor } sums { agencies lettersInForce targets targetsDone scored owing openAppeals byStage { stage count } byGrade { grade count } evidence { due } } } }"""))
        .GetProperty("scoreboard");

    private async Task<string?> Code(Actor actor, string arguments) =>
        (await _hub.Ask(actor, $$"""{ scoreboard({{arguments}} year: 2026) { asOf } }""")).GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString();
}
