using System.Text.Json;
using OpsHub.Domain.Accounts;

namespace OpsHub.GraphQL.Tests.Subjects;

/// <summary>A grid was merged into one of a community that another township has now: who reads what was over by then, and finds it. G011, R046.</summary>
public sealed class MergedGridTests : IAsyncLifetime
{
    private readonly TestHub _hub = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Theory]
    [Trait("Rule", "G011")]
    [InlineData(Role.CommunityCommittee, "430203001002", true)]
    [InlineData(Role.GridWorker, "430203001002001", true)]
    [InlineData(Role.TownshipGovernment, "430203002", true)]
    [InlineData(Role.TownshipGovernanceCentre, "430203002", true)]
    [InlineData(Role.CountyCommandCentre, "430203", true)]
    [InlineData(Role.AgencyStaff, "430203001-D12", true)]
    [InlineData(Role.Auditor, "4302", true)]
    [InlineData(Role.CommunityCommittee, "430203001001", false)]
    [InlineData(Role.GridWorker, "430203001001001", false)]
    [InlineData(Role.GridWorker, "430203001002002", false)]
    [InlineData(Role.TownshipGovernment, "430203001", false)]
    [InlineData(Role.TownshipGovernanceCentre, "430203001", false)]
    [InlineData(Role.CountyCommandCentre, "430202", false)]
    public async Task G011_a_closed_case_of_a_merged_grid_is_read_and_found_by_those_who_took_the_grid_over_and_by_its_parties_alone(Role role, string organ, bool reads)
    {
        var (id, number) = await Closed();
        Merge();
        var found = await _hub.Data(Actors.Of(role, organ), """
            query($id: ID!, $number: String!) { case(id: $id) { title trace { nodes { event } } } named: case(number: $number) { id } node(id: $id) { id }
              cases { totalCount nodes { id } } searched: cases(filter: { text: "井盖" }) { totalCount nodes { id } } }
            """, new { id, number });
        foreach (var page in new[] { "case", "named", "node" })
            (found.GetProperty(page).ValueKind == JsonValueKind.Object).ShouldBe(reads, page);
        foreach (var list in new[] { "cases", "searched" })
            Listed(found.GetProperty(list)).ShouldBe(reads ? (1, 1) : (0, 0), list);
    }

    [Theory]
    [InlineData("430203001002001", 1)]
    [InlineData("430203001002", 1)]
    [InlineData("430203002", 1)]
    [InlineData("430203", 1)]
    [InlineData("4302", 1)]
    [InlineData("430203001001", 0)]
    [InlineData("430203001", 0)]
    [InlineData("430202", 0)]
    public async Task Each_units_list_shows_it_where_its_page_says_it_lies(string unit, int listed)
    {
        var (id, _) = await Closed();
        Merge();
        var found = await _hub.Data(Actors.Auditor, $$"""query($id: ID!) { unit(code: "{{unit}}") { cases { totalCount nodes { ...Place } edges { node { ...Place kind } } } } case(id: $id) { ...Place } } fragment Place on Case { grid { code } community { code } township { code } county { code } }""", new { id });
        var (cases, page) = (found.GetProperty("unit").GetProperty("cases"), found.GetProperty("case"));
        Listed(cases).ShouldBe((listed, listed));
        foreach (var shown in cases.GetProperty("nodes").EnumerateArray().Concat(cases.GetProperty("edges").EnumerateArray().Select(e => e.GetProperty("node"))).Append(page))
            new[] { "grid", "community", "township", "county" }.Select(of => shown.GetProperty(of).GetProperty("code").GetString()).ShouldBe(["430203001002001", "430203001002", "430203002", "430203"]);
    }

    [Theory]
    [Trait("Rule", "G011")]
    [InlineData(Role.TownshipGovernment, "430203001", 2, 1)]
    [InlineData(Role.CommunityCommittee, "430203001001", 2, 1)]
    [InlineData(Role.CountyCommandCentre, "430203", 2, 2)]
    [InlineData(Role.Auditor, "4302", 2, 2)]
    public async Task G011_behind_a_figure_that_still_counts_it_those_who_lost_it_are_told_of_it_in_no_list_nor_its_total(Role role, string organ, int counted, int read)
    {
        await Closed();
        await Closed("stays", "430203001001002");
        Merge();
        var unit = role is Role.CommunityCommittee ? organ : "430203001";
        var returns = (await _hub.Data(Actors.Of(role, organ), $$"""
            { unit(code: "{{unit}}") { indicators(period: { year: 2026 }) { total { returns { denominator cases { totalCount nodes { id } } whole: cases { totalCount nodes { kind } edges { node { text } } } } } } } }
            """)).GetProperty("unit").GetProperty("indicators").GetProperty("total").GetProperty("returns");
        returns.GetProperty("denominator").GetInt32().ShouldBe(counted);
        foreach (var list in new[] { "cases", "whole" })
            Listed(returns.GetProperty(list)).ShouldBe((read, read), list);
        returns.GetProperty("whole").GetProperty("edges").GetArrayLength().ShouldBe(read);
    }

    [Fact]
    public async Task Behind_a_figure_of_a_community_whose_grid_went_to_another_of_its_township_the_township_reads_it_still()
    {
        await Closed();
        _hub.Directory.Merge("430203001001001", "430203001002001");
        var cases = (await _hub.Data(Actors.Of(Role.TownshipGovernment, "430203001"), """{ unit(code: "430203001001") { indicators(period: { year: 2026 }) { total { returns { cases { totalCount nodes { id } } } } } } }"""))
            .GetProperty("unit").GetProperty("indicators").GetProperty("total").GetProperty("returns").GetProperty("cases");
        Listed(cases).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Nothing_else_changes_hands()
    {
        await Closed();
        var stays = await Given.Case(_hub, "stays", "430203001001002");
        Merge();
        var found = (await _hub.Data(Actors.Of(Role.CommunityCommittee, "430203001001"), "{ cases { totalCount nodes { id } } }")).GetProperty("cases");
        found.GetProperty("nodes").EnumerateArray().Select(c => c.GetProperty("id").GetString()).ShouldBe([stays]);
    }

    private static (int, int) Listed(JsonElement list) => (list.GetProperty("totalCount").GetInt32(), list.GetProperty("nodes").GetArrayLength());

    private void Merge()
    {
        _hub.Directory.Merge("430203001001001", "430203001002001");
        _hub.Directory.Move("430203001002", "430203002");
    }

    private async Task<(string Id, string Number)> Closed(string command = "report-1", string grid = Given.Grid)
    {
        var id = await Given.Case(_hub, command, grid);
        foreach (var (by, step, fields) in new (Actor, string, string)[]
        {
            (Actors.Centre, "acceptCase", ""), (Actors.Centre, "triageCase", "class: CLEAR_OWNER"), (Actors.Centre, "dispatchCase", """parties: [{ organ: "430203001-D12", part: LEAD }]"""),
            (Actors.Agency, "acceptDispatch", ""), (Actors.Agency, "feedBackCase", """result: "已更换" """), (Actors.Centre, "verifyCase", "evidenceViewed: true"), (Actors.Centre, "closeCase", ""),
        })
            (await _hub.Step(by, step, id, fields, $"{command}-{step}")).GetProperty("errors").GetArrayLength().ShouldBe(0, step);
        return (id, (await _hub.Data(Actors.Auditor, "query($id: ID!) { case(id: $id) { number } }", new { id })).GetProperty("case").GetProperty("number").GetString()!);
    }
}
