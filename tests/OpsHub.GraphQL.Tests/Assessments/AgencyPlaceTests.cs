using System.Text.Json;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Tests.Subjects;

namespace OpsHub.GraphQL.Tests.Assessments;

/// <summary>One place for an agency: all its open terms in one list, and what its cases count for. Monday 2026-03-02, 9:00.</summary>
public sealed class AgencyPlaceTests : IAsyncLifetime
{
    private readonly TestHub _hub = new();

    public Task InitializeAsync()
    {
        _hub.Directory.Put(new AgencyRow(YearTale.Code, 1, "贺家土综合执法中队", OrganCode.Parse("430203:D12"), YearTale.Host, [YearTale.Host, YearTale.Second], true));
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact, Trait("Rule", "A002")]
    public async Task A002_Open_terms_of_cases_years_and_people_stand_in_one_list_nearest_first_each_by_its_right()
    {
        await Both();
        var all = await All(Actors.Leader);
        all.Count.ShouldBeGreaterThan(5);
        all.Select(d => d.Due).ShouldBe(all.Select(d => d.Due).Order(), "nearest first");
        all.Select(d => d.Of).Distinct().Order().ShouldBe(["case", "posts", "year"]);
        (await All(Actors.Agency)).Select(d => d.Of).Distinct().Order().ToList().ShouldBe(["case", "year"], "it reads posts and counts only");
        (await All(Actors.Department)).Select(d => d.Of).ShouldContain("posts");
        (await All(YearTale.Organ)).Select(d => d.Of).Distinct().ToList().ShouldBe(["year"], "the performance organ reads the year and no case of it");
        (await All(Actors.Leader, "holder: \"430203001-D12\",")).ShouldAllBe(d => d.Holder == "430203001-D12");
    }

    [Fact]
    public async Task Pages_of_that_list_miss_nothing_and_repeat_nothing_whichever_way_they_are_read()
    {
        await Both();
        var all = (await All(Actors.Leader)).Select(d => d.Name).ToList();
        foreach (var size in new[] { 1, 2, 3, 100 })
        {
            (await Walk(size, "first", "after", "endCursor", "hasNextPage")).ShouldBe(all, $"forwards by {size}");
            var backwards = await Walk(size, "last", "before", "startCursor", "hasPreviousPage", pages => Enumerable.Reverse(pages));
            backwards.ShouldBe(all, $"backwards by {size}");
        }

        (await _hub.Ask(Actors.Leader, """{ agency(code: "430203001-D12") { terms(after: "x") { nodes { dueAt } } } }""")).Code().ShouldBe("INVALID_INPUT");
    }

    [Fact, Trait("Rule", "A004")]
    public async Task A004_Urges_are_counted_as_they_stand_of_the_townships_whose_evidence_the_actor_reads()
    {
        _hub.Years.Counted[YearTale.Host] = new(5, 5, 0, 5, 5, 0, 0, 2, 3, 3, TestHub.Monday);
        _hub.Years.Counted[YearTale.Second] = new(5, 5, 0, 5, 5, 0, 0, 1, 0, 0, TestHub.Monday);
        foreach (var (actor, urged) in new (Actor, int?)[] { (Actors.Leader, 3), (Actors.Department, 3), (YearTale.SecondTownship, 1), (Actors.Agency, 3), (Actors.Auditor, 3), (Actors.CountyWall, null) })
            (await Urged(actor)).ShouldBe(urged, actor.Principal);
        _hub.Years.Counted[YearTale.Host] = _hub.Years.Counted[YearTale.Host] with { Urged = 3 };
        (await Urged(Actors.Leader)).ShouldBe(4, "an urge more is told when it is asked, not the next night");
        (await _hub.Ask(Actors.Leader, """{ agency(code: "430203001-D12") { counts(year: 1) { urged } } }""")).Code().ShouldBe("INVALID_INPUT");
    }

    private async Task<int?> Urged(Actor actor)
    {
        var agency = (await _hub.Data(actor, """{ agency(code: "430203001-D12") { counts(year: 2026) { urged meetingsCalled } } }""")).GetProperty("agency");
        return agency.ValueKind == JsonValueKind.Null || agency.GetProperty("counts").ValueKind == JsonValueKind.Null ? null : agency.GetProperty("counts").GetProperty("urged").GetInt32();
    }

    /// <summary>Three cases that the agency holds, its year in force, an opinion asked on its head and an inquiry.</summary>
    private async Task Both()
    {
        for (var i = 1; i <= 3; i++)
        {
            var id = await Given.Case(_hub, $"report-{i}");
            await _hub.Dispatched(id);
            _hub.Time.Advance(TimeSpan.FromDays(i));
        }

        await _hub.Opened();
        await _hub.Done(Actors.Agency, new ListDuties(["日常巡查"]));
        foreach (var (by, mutation, fields) in new[] { (Actors.Leader, "raiseHeadInquiry", """grounds: "满意度低" """), (Actors.Department, "askHeadOpinion", """matter: REMOVAL, post: "所长", letter: "函 1" """) })
            (await _hub.Data(by, $$"""mutation { {{mutation}}(input: { commandId: "{{mutation}}", agency: "430203001-D12", {{fields}} }) { errors { code } } }""")).GetProperty(mutation).GetProperty("errors").GetArrayLength().ShouldBe(0);
    }

    private async Task<List<(string Of, string Name, DateTimeOffset Due, string? Holder)>> All(Actor actor, string arguments = "") => Read(await Page(actor, arguments + "first: 100"));

    private async Task<List<string>> Walk(int size, string count, string from, string cursor, string more, Func<List<List<string>>, IEnumerable<List<string>>>? order = null)
    {
        var pages = new List<List<string>>();
        for (string? at = null; pages.Count < 100;)
        {
            var page = await Page(Actors.Leader, $"{count}: {size}" + (at is null ? "" : $", {from}: \"{at}\""));
            pages.Add([.. Read(page).Select(d => d.Name)]);
            if (!page.GetProperty("pageInfo").GetProperty(more).GetBoolean())
                break;
            at = page.GetProperty("pageInfo").GetProperty(cursor).GetString();
        }

        return [.. (order?.Invoke(pages) ?? pages).SelectMany(p => p)];
    }

    private async Task<JsonElement> Page(Actor actor, string arguments) => (await _hub.Data(actor, $$"""
        { agency(code: "430203001-D12") { terms({{arguments}}) { pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
          nodes { dueAt case { id } agencyYear { id } posts { id } term { id holder { code } } } } } }
        """)).GetProperty("agency").GetProperty("terms");

    private static List<(string Of, string Name, DateTimeOffset Due, string? Holder)> Read(JsonElement page) =>
    [
        .. page.GetProperty("nodes").EnumerateArray().Select(n =>
        {
            var of = new[] { "case", "agencyYear", "posts" }.Single(p => n.GetProperty(p).ValueKind == JsonValueKind.Object);
            var term = n.GetProperty("term");
            return (of == "agencyYear" ? "year" : of, $"{n.GetProperty(of).GetProperty("id").GetString()} {term.GetProperty("id").GetString()}", n.GetProperty("dueAt").GetDateTimeOffset(),
                term.GetProperty("holder").GetProperty("code").GetString());
        }),
    ];
}
