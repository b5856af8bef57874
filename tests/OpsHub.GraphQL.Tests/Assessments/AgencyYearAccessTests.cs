using System.Text.Json;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Assessments;
using OpsHub.GraphQL.Tests.Subjects;

namespace OpsHub.GraphQL.Tests.Assessments;

/// <summary>Who reads which figure of a year. Rules part 4, column Agency scores.</summary>
public sealed class AgencyYearAccessTests : IAsyncLifetime
{
    private const string Figures = """
        reading stage targets { number done } keyWork { township { code } reference } evidence { township { code } totals { onTime due } }
        adjustments { township { code } reason computed value } submissions { township { code } duty components { component value computed figures { part of } adjusted } }
        satisfaction { township { code } score missing groups { group ballots mean spread dimensions { mean } } } statutory { value note } part { duty satisfaction }
        score { duty satisfaction statutory dutyPoints satisfactionPoints statutoryPoints total townshipRate mayBeExcellent } scoredAt
        forecast { townships { township { code } } duty satisfaction statutory total townshipRate } scorecard { kind township { code } points } flags { kind township { code } text }
        trace(first: 100) { nodes { event reason yearTo to } }
        """;

    private readonly TestHub _hub = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Theory, Trait("Rule", "R046")]
    [InlineData(Role.TownshipGovernment, "430203009")]
    [InlineData(Role.TownshipGovernanceCentre, "430202001")]
    [InlineData(Role.Department, "430203:D20")]
    [InlineData(Role.AgencyStaff, "430203001-D20")]
    [InlineData(Role.CountyGovernment, "430202")]
    [InlineData(Role.PerformanceOrgan, "430202")]
    [InlineData(Role.CityGovernanceOffice, "4302")]
    [InlineData(Role.WallKey, "430203")]
    [InlineData(Role.Integrator, "4302")]
    [InlineData(Role.Administrator, "4302")]
    [InlineData(Role.GridWorker, "430203001001001")]
    [InlineData(Role.CommunityCommittee, "430203001001")]
    [InlineData(Role.Resident, "430203001001001")]
    public async Task R046_Nobody_else_finds_the_year(Role role, string organ)
    {
        await _hub.Scored();
        var actor = Actors.Of(role, organ);
        (await _hub.Data(actor, $$"""{ agencyYear(agency: "430203001-D12", year: 2026) { id } node(id: "{{YearTale.Id}}") { id } }""")).ToString().ShouldBe("""{"agencyYear":null,"node":null}""");
        (await _hub.Take(actor, "recordKeyWork", """text: "防汛", tookPart: true """)).Refused().ShouldBe(("NotFoundError", "NOT_FOUND", "R046", "yearId"));
    }

    [Theory, Trait("Rule", "A018")]
    [InlineData(Role.AgencyStaff, "430203001-D12")]
    [InlineData(Role.PerformanceOrgan, "430203")]
    [InlineData(Role.CountyGovernment, "430203")]
    [InlineData(Role.OrganisationDepartment, "430203")]
    [InlineData(Role.Auditor, "4302")]
    public async Task The_agency_the_county_and_audit_read_all_of_it(Role role, string organ)
    {
        await _hub.Scored();
        var year = await Year(Actors.Of(role, organ));
        year.GetProperty("reading").GetString().ShouldBe("WHOLE");
        Townships(year, "submissions").ShouldBe(["430203001", "430203002"]);
        Townships(year, "satisfaction").ShouldBe(["430203001", "430203002"]);
        year.GetProperty("statutory").GetProperty("value").GetDecimal().ShouldBe(91.5m);
        Nulls(year.GetProperty("score")).ShouldBeEmpty();
        var lines = year.GetProperty("scorecard").EnumerateArray().ToList();
        lines.Count.ShouldBe(13, "four components and satisfaction of two townships, D, T, R");
        lines.Where(l => l.GetProperty("kind").GetString() is "COMPONENT" or "SATISFACTION" or "STATUTORY").Sum(l => l.GetProperty("points").GetDecimal())
            .ShouldBe(year.GetProperty("score").GetProperty("total").GetDecimal(), "every point is explained");
        year.GetProperty("trace").GetProperty("nodes").EnumerateArray().ShouldContain(e => e.GetProperty("event").GetString() == "ComponentAdjusted" && e.GetProperty("reason").GetString() == "两次推诿");
        year.GetProperty("trace").GetProperty("nodes").EnumerateArray().Last().GetProperty("yearTo").GetString().ShouldBe("SCORED");
    }

    [Fact, Trait("Rule", "R046")]
    public async Task R046_The_agency_reads_evidence_and_what_it_gives_until_its_score_is_final()
    {
        await _hub.Ready();
        await _hub.Done(Actors.Department, new SubmitStatutory(91.5m, "全年无行政诉讼败诉"));
        var year = await Year(Actors.Agency);
        year.GetProperty("reading").GetString().ShouldBe("AWAITING");
        foreach (var list in new[] { "submissions", "satisfaction", "adjustments" })
            year.GetProperty(list).GetArrayLength().ShouldBe(0, list);
        foreach (var figure in new[] { "statutory", "part", "score" })
            year.GetProperty(figure).ValueKind.ShouldBe(JsonValueKind.Null, figure);
        year.GetProperty("evidence").GetArrayLength().ShouldBe(2);
        Nulls(year.GetProperty("forecast")).ShouldBe(["satisfaction", "statutory", "total", "townshipRate"]);
        year.GetProperty("forecast").GetProperty("duty").GetDecimal().ShouldBe((0.7m * (90m + 100m + 90m + 96m) / 4) + (0.3m * (90m + 100m + 96m + 96m) / 4), "96 as counted, not 90 as set by hand");
        year.GetProperty("scorecard").EnumerateArray().Where(l => l.GetProperty("points").ValueKind != JsonValueKind.Null).Select(l => l.GetProperty("kind").GetString()).Distinct().ShouldBe(["COMPONENT"]);
        year.GetProperty("flags").EnumerateArray().Select(f => f.GetProperty("kind").GetString()).ShouldNotContain("ADJUSTED");
        var trace = year.GetProperty("trace").GetProperty("nodes").EnumerateArray().ToList();
        trace.ShouldContain(e => e.GetProperty("event").GetString() == "ComponentAdjusted");
        trace.Select(e => e.GetProperty("reason").GetString()).ShouldNotContain("两次推诿");
        var groups = (await _hub.Data(Actors.Agency, """{ agencyYear(agency: "430203001-D12", year: 2026) { scorecard { groups { ballots } } } }""")).ToString();
        groups.ShouldNotContain("ballots", Case.Sensitive, "no survey before all is final");
        await _hub.Done(YearTale.Organ, new FinaliseScore());
        (await Year(Actors.Agency)).GetProperty("reading").GetString().ShouldBe("WHOLE");
    }

    [Fact, Trait("Rule", "G055")]
    public async Task G055_A_reason_in_a_flag_is_masked()
    {
        await _hub.Submitted();
        _hub.Time.Advance(new DateTimeOffset(2027, 1, 4, 9, 0, 0, TimeSpan.FromHours(8)) - _hub.Clock.Now);
        await _hub.Done(YearTale.Hub, new OpenAssessment());
        foreach (var component in Enum.GetValues<DutyComponent>())
            await _hub.Done(Actors.Leader, new AdjustComponent(component, 80, "核实", "请致电 13812345678"));
        await _hub.Done(Actors.Leader, new SubmitDuty("请致电 13812345678"));
        var text = (await Year(YearTale.Organ)).GetProperty("flags").EnumerateArray().Single(f => f.GetProperty("kind").GetString() == "SCORED_WITHOUT_LETTER").GetProperty("text").GetString()!;
        text.ShouldContain("请致电");
        text.ShouldNotContain("13812345678");
    }

    [Fact, Trait("Rule", "A027")]
    public async Task A027_The_host_reads_duty_and_satisfaction_of_all_and_the_totals_but_no_statutory_score()
    {
        await _hub.Scored();
        var year = await Year(Actors.Leader);
        year.GetProperty("reading").GetString().ShouldBe("TERRITORIAL");
        Townships(year, "submissions").ShouldBe(["430203001", "430203002"]);
        year.GetProperty("part").ValueKind.ShouldBe(JsonValueKind.Object);
        year.GetProperty("statutory").ValueKind.ShouldBe(JsonValueKind.Null);
        Nulls(year.GetProperty("score")).ShouldBe(["statutory", "statutoryPoints"]);
        Nulls(year.GetProperty("forecast")).ShouldBe(["statutory"]);
        year.GetProperty("scorecard").EnumerateArray().Select(l => l.GetProperty("kind").GetString()).ShouldNotContain("STATUTORY");
    }

    [Fact, Trait("Rule", "A018")]
    public async Task A018_Another_township_reads_its_own_lines_and_the_totals()
    {
        await _hub.Scored();
        var year = await Year(YearTale.SecondTownship);
        foreach (var list in new[] { "submissions", "satisfaction", "evidence", "keyWork", "adjustments" })
            Townships(year, list).ShouldBe(["430203002"], list);
        year.GetProperty("part").ValueKind.ShouldBe(JsonValueKind.Null);
        Nulls(year.GetProperty("score")).ShouldBe(["duty", "satisfaction", "statutory", "dutyPoints", "satisfactionPoints", "statutoryPoints"]);
        Nulls(year.GetProperty("forecast")).ShouldBe(["duty", "satisfaction", "statutory"]);
        year.GetProperty("forecast").GetProperty("townships").GetArrayLength().ShouldBe(1);
        year.GetProperty("scorecard").GetArrayLength().ShouldBe(7, "its four components, its S, T, R");
        year.GetProperty("scorecard").ToString().ShouldNotContain("430203001");
    }

    [Fact, Trait("Rule", "A019")]
    public async Task A019_The_department_reads_its_score_and_the_totals_and_nothing_of_the_townships()
    {
        await _hub.Scored();
        var year = await Year(Actors.Department);
        year.GetProperty("reading").GetString().ShouldBe("STATUTORY");
        foreach (var list in new[] { "submissions", "satisfaction", "adjustments" })
            year.GetProperty(list).GetArrayLength().ShouldBe(0, list);
        year.GetProperty("statutory").GetProperty("note").GetString().ShouldBe("全年无行政诉讼败诉");
        Nulls(year.GetProperty("score")).ShouldBe(["duty", "satisfaction", "dutyPoints", "satisfactionPoints"]);
        year.GetProperty("scorecard").EnumerateArray().Select(l => l.GetProperty("kind").GetString()).ShouldBe(["STATUTORY", "TOTAL", "TOWNSHIP_RATE"]);
        year.GetProperty("flags").EnumerateArray().Select(f => f.GetProperty("kind").GetString()).ShouldNotContain("ADJUSTED");
        var told = year.GetProperty("trace").GetProperty("nodes").EnumerateArray().Single(e => e.GetProperty("event").GetString() == "ComponentAdjusted");
        told.GetProperty("reason").ValueKind.ShouldBe(JsonValueKind.Null, "that a township scored is told, not why");
    }

    [Theory, Trait("Rule", "R046")]
    [InlineData(Role.TownshipGovernanceCentre, "430203001", 2)]
    [InlineData(Role.CountyCommandCentre, "430203", 2)]
    [InlineData(Role.TownshipGovernanceCentre, "430203002", 1)]
    public async Task R046_Centres_read_the_evidence_and_no_score(Role role, string organ, int townships)
    {
        await _hub.Scored();
        var year = await Year(Actors.Of(role, organ));
        year.GetProperty("reading").GetString().ShouldBe("EVIDENCE");
        year.GetProperty("evidence").GetArrayLength().ShouldBe(townships);
        year.GetProperty("targets").GetArrayLength().ShouldBe(10);
        foreach (var list in new[] { "submissions", "satisfaction", "adjustments" })
            year.GetProperty(list).GetArrayLength().ShouldBe(0, list);
        foreach (var figure in new[] { "statutory", "part", "score", "scoredAt", "forecast", "scorecard", "trace" })
            year.GetProperty(figure).ValueKind.ShouldBe(JsonValueKind.Null, figure);
    }

    [Fact, Trait("Rule", "A024")]
    public async Task A024_Of_a_group_with_too_few_answers_no_figure_is_shown_and_it_is_named_as_missing()
    {
        await _hub.Scored();
        var second = (await Year(YearTale.Organ)).GetProperty("satisfaction")[1];
        second.GetProperty("missing")[0].GetString().ShouldBe("SERVICE_USERS");
        var groups = second.GetProperty("groups").EnumerateArray().ToList();
        groups.Select(g => g.GetProperty("ballots").ToString()).ShouldBe(["6", "5", ""]);
        groups[0].GetProperty("dimensions").GetArrayLength().ShouldBe(4);
        Nulls(groups[2]).ShouldBe(["ballots", "mean", "spread"]);
        groups[2].GetProperty("dimensions").GetArrayLength().ShouldBe(0);
    }

    [Fact, Trait("Rule", "A018")]
    public async Task A018_What_was_adjusted_stands_beside_what_was_computed()
    {
        await _hub.Scored();
        var year = await Year(YearTale.Organ);
        var adjusted = year.GetProperty("submissions")[1].GetProperty("components").EnumerateArray().Single(c => c.GetProperty("component").GetString() == "COORDINATION");
        (adjusted.GetProperty("value").GetDecimal(), adjusted.GetProperty("computed").GetDecimal(), adjusted.GetProperty("adjusted").GetBoolean()).ShouldBe((90m, 96m, true));
        year.GetProperty("submissions")[0].GetProperty("duty").GetDecimal().ShouldBe((90m + 100m + 90m + 96m) / 4, "9 of 10 targets; key work; 92 of 100 less two urges; 48 of 50");
        year.GetProperty("flags").EnumerateArray().Single(f => f.GetProperty("kind").GetString() == "ADJUSTED").GetProperty("text").GetString()!.ShouldStartWith("建设街道");
    }

    [Fact, Trait("Rule", "G055")]
    public async Task G055_Numbers_of_telephones_are_masked_in_what_people_wrote()
    {
        await _hub.Assessing();
        (await Year(YearTale.SecondTownship)).GetProperty("keyWork")[0].GetProperty("reference").GetString()!.ShouldNotContain("13812345678");
        (await _hub.Take(Actors.Leader, "recordKeyWork", """text: "请致电 13812345678", tookPart: true """)).GetProperty("warnings")[0].GetProperty("code").GetString().ShouldBe("PERSONAL_DATA");
    }

    private async Task<JsonElement> Year(Actor actor) => (await _hub.Data(actor, $$"""{ agencyYear(agency: "430203001-D12", year: 2026) { {{Figures}} } }""")).GetProperty("agencyYear");

    private static List<string> Nulls(JsonElement of) => [.. of.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.Null).Select(p => p.Name)];

    private static List<string> Townships(JsonElement year, string list) => [.. year.GetProperty(list).EnumerateArray().Select(i => i.GetProperty("township").GetProperty("code").GetString()!)];
}
