using System.Text.Json;
using OpsHub.Contracts.Assessments;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Assessments;
using OpsHub.GraphQL.Tests.Subjects;

namespace OpsHub.GraphQL.Tests.Assessments;

/// <summary>A board filtered and ordered by the API, and read in sums alone. D12 is scored, the others are put beside it.</summary>
public sealed class ScoreboardChoiceTests : IAsyncLifetime
{
    private readonly TestHub _hub = new();

    public Task InitializeAsync() => _hub.Scored();

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact]
    public async Task A_board_is_filtered_by_stage_by_who_owes_and_by_grade_and_its_sums_follow()
    {
        Beside("D20", r => r with { Stage = AgencyYearStage.AgencyGraded, Grade = AssessmentGrade.Good });
        Beside("D21", r => r with { Stage = AgencyYearStage.Shared, Grade = AssessmentGrade.Excellent });
        (await Codes(YearTale.Government, "stage: [SCORED]")).ShouldBe(["D12"]);
        (await Codes(YearTale.Government, "stage: [SCORED, AGENCY_GRADED]")).ShouldBe(["D12", "D20"]);
        (await Codes(YearTale.Government, "grade: [GOOD, EXCELLENT]")).ShouldBe(["D20", "D21"]);
        (await Codes(YearTale.Government, """owedBy: "430203" """)).ShouldContain("D12", "the performance organ owes its grade");
        (await Codes(YearTale.Government, """owedBy: "430203001" """)).ShouldBeEmpty();
        var sums = (await _hub.Data(YearTale.Government, """{ scoreboard(unit: "430203", year: 2026, grade: [GOOD]) { totalCount sums { agencies } } }""")).GetProperty("scoreboard");
        (sums.GetProperty("totalCount").GetInt32(), sums.GetProperty("sums").GetProperty("agencies").GetInt32()).ShouldBe((1, 1));
        (await _hub.Ask(YearTale.Government, """{ scoreboard(unit: "430203", year: 2026, owedBy: "x y") { totalCount } }""")).Code().ShouldBe("INVALID_INPUT");
    }

    [Fact, Trait("Rule", "A018")]
    public async Task A018_A_grade_that_is_not_read_filters_nothing_in()
    {
        Beside("D20", r => r with { Grade = AssessmentGrade.Good });
        (await Codes(Actors.Centre, "grade: [GOOD]", "430203001")).ShouldBeEmpty("the centre reads evidence only");
        (await Codes(Actors.Leader, "grade: [GOOD]", "430203001")).ShouldBe(["D20"]);
    }

    [Fact]
    public async Task A_board_is_ordered_by_due_total_and_rate_and_pages_go_on_in_that_order()
    {
        var now = _hub.Clock.Now;
        Beside("D20", r => r with { Total = 99, TownshipRate = 0.5m, DueAt = now.AddDays(1) });
        Beside("D21", r => r with { Total = 12.5m, TownshipRate = 1, DueAt = null });
        Beside("D22", r => r with { Total = null, TownshipRate = null, Forecast = r.Forecast with { Total = null, TownshipRate = null }, DueAt = now.AddDays(-1) });
        (await Codes(YearTale.Government, "orderBy: TOTAL")).ShouldBe(["D20", "D12", "D21", "D22"]);
        (await Codes(YearTale.Government, "orderBy: RATE")).First().ShouldBe("D21");
        (await Codes(YearTale.Government, "orderBy: RATE")).Last().ShouldBe("D22");
        (await Codes(YearTale.Government, "orderBy: DUE")).First().ShouldBe("D22");
        (await Codes(YearTale.Government, "orderBy: DUE")).Last().ShouldBe("D21");
        var first = await Page("orderBy: TOTAL, first: 2");
        var next = await Page($"orderBy: TOTAL, first: 2, after: \"{first.GetProperty("pageInfo").GetProperty("endCursor").GetString()}\"");
        Read(next).ShouldBe(["D21", "D22"]);
        (await _hub.Ask(YearTale.Government, $$"""{ scoreboard(unit: "430203", year: 2026, after: "{{first.GetProperty("pageInfo").GetProperty("endCursor").GetString()}}") { totalCount } }""")).Code()
            .ShouldBe("INVALID_INPUT", "a cursor belongs to one order");
    }

    [Fact, Trait("Rule", "R046")]
    public async Task Part4_R046_The_city_walls_and_integrators_read_sums_alone_and_only_of_their_area()
    {
        for (var i = 0; i < 7; i++)
            Beside($"D3{i}", r => r with { Grade = i < 6 ? AssessmentGrade.Good : AssessmentGrade.Excellent, Stage = AgencyYearStage.AgencyGraded });
        foreach (var (actor, found) in new (Actor, bool)[]
        {
            (Actors.Of(Role.CityGovernanceOffice, "4302"), true), (Actors.CityWall, true), (Actors.CountyWall, true), (Actors.Integrator, true), (Actors.Of(Role.EstablishmentOffice, "4302"), true),
            (Actors.Of(Role.WallKey, "430202"), false), (Actors.Of(Role.Integrator, "430202"), false), (Actors.GridWorker, false), (Actors.Resident, false), (Actors.Administrator, false), (Actors.Agency, false),
        })
        {
            var answer = await _hub.Ask(actor, Sums("""unit: "430203" """));
            if (found)
                answer.GetProperty("data").GetProperty("scoreboardSums").GetProperty("agencies").GetInt32().ShouldBe(8, actor.Principal);
            else
                answer.Code().ShouldBe("NOT_FOUND", actor.Principal);
            (await _hub.Ask(actor, """{ scoreboard(unit: "430203", year: 2026) { totalCount } }""")).TryGetProperty("errors", out _).ShouldBe(actor.Role != Role.AgencyStaff, $"{actor.Principal}: no line of any");
        }
    }

    [Fact, Trait("Rule", "G055")]
    public async Task G055_Small_counts_of_those_sums_are_hidden_and_what_would_tell_them()
    {
        for (var i = 0; i < 7; i++)
            Beside($"D3{i}", r => r with { Grade = i < 6 ? AssessmentGrade.Good : AssessmentGrade.Excellent, Stage = AgencyYearStage.AgencyGraded });
        var sums = (await _hub.Data(Actors.CityWall, Sums("""unit: "430203" """))).GetProperty("scoreboardSums");
        sums.GetProperty("byStage").GetArrayLength().ShouldBe(0, "one SCORED is hidden, and seven of eight would tell it");
        sums.GetProperty("byGrade").GetArrayLength().ShouldBe(0, "likewise one excellent of seven");
        sums.GetProperty("scored").GetInt32().ShouldBe(8);
        sums.GetProperty("openAppeals").GetInt32().ShouldBe(0);
        sums.GetProperty("evidence").GetProperty("due").GetInt32().ShouldBeGreaterThan(0);
        var few = (await _hub.Data(Actors.CityWall, Sums("""unit: "430203002" """))).GetProperty("scoreboardSums");
        few.GetProperty("agencies").GetInt32().ShouldBe(8, "all serve both townships");
        foreach (var key in Enumerable.Range(0, 5).Select(i => $"D3{i}"))
            _hub.Years.Drop($"year-430203001-{key}-2026");
        few = (await _hub.Data(Actors.CityWall, Sums("""unit: "430203002" """))).GetProperty("scoreboardSums");
        (few.GetProperty("agencies").GetInt32(), few.GetProperty("scored").ValueKind, few.GetProperty("evidence").ValueKind).ShouldBe((3, JsonValueKind.Null, JsonValueKind.Null));
    }

    [Theory, Trait("Rule", "G055")]
    [InlineData("20 6 2", "20")] // 6 is hidden with 2, or what is left of all would tell it
    [InlineData("20 6 5", "20 6 5")]
    [InlineData("20 3 2", "20")] // together they are no few
    [InlineData("9 7 1", "9")]
    [InlineData("9 1", "")]
    public void G055_As_many_of_the_smallest_others_are_hidden_as_it_takes_and_no_more(string counts, string shown) =>
        string.Join(' ', ScoreboardAggregate.Parts([.. counts.Split(' ').Select((c, i) => KeyValuePair.Create(i, int.Parse(c, System.Globalization.CultureInfo.InvariantCulture)))]).Select(c => c.Value)).ShouldBe(shown);

    private static string Sums(string of) => $$"""{ scoreboardSums({{of}}, year: 2026) { agencies lettersInForce targets targetsDone byStage { stage count } byGrade { grade count } scored owing openAppeals evidence { due } } }""";

    /// <summary>Another agency's year beside D12's, like it but for what is changed.</summary>
    private void Beside(string department, Func<AgencyYearRow, AgencyYearRow> change)
    {
        var row = _hub.Years.ByKey(["year-430203001-D12-2026"]).Result["year-430203001-D12-2026"];
        _hub.Years.Put(change(row with { Key = $"year-430203001-{department}-2026", Agency = OrganCode.Parse($"430203001-{department}"), Department = OrganCode.Parse($"430203:{department}") }));
    }

    private async Task<List<string>> Codes(Actor actor, string arguments, string unit = "430203") => Read((await _hub.Data(actor,
        $$"""{ scoreboard(unit: "{{unit}}", year: 2026, {{arguments}}) { nodes { agency { code } } } }""")).GetProperty("scoreboard"));

    private async Task<JsonElement> Page(string arguments) =>
        (await _hub.Data(YearTale.Government, $$"""{ scoreboard(unit: "430203", year: 2026, {{arguments}}) { nodes { agency { code } } pageInfo { endCursor } } }""")).GetProperty("scoreboard");

    private static List<string> Read(JsonElement board) => [.. board.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("agency").GetProperty("code").GetString()!.Split('-')[1])];
}
