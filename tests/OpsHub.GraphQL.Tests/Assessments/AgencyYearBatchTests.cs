using System.Text.Json;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Relay;
using OpsHub.GraphQL.Tests.Subjects;

namespace OpsHub.GraphQL.Tests.Assessments;

/// <summary>The same step for many years at once: a result for each, each its own command; and counts behind a frozen score.</summary>
public sealed class AgencyYearBatchTests : IAsyncLifetime
{
    private static readonly OrganCode Other = OrganCode.Parse("430203001-D20");
    private static readonly string OtherId = GlobalId.OfAgencyYear("year-430203001-D20-2026");

    private readonly TestHub _hub = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact, Trait("Rule", "A017")]
    public async Task A017_A_batch_finalises_what_is_ready_tells_each_refusal_and_changes_nothing_twice()
    {
        await _hub.Ready();
        await _hub.Done(Actors.Department, new SubmitStatutory(91.5m, null));
        await _hub.Done(YearTale.Hub, new OpenYear(Other, 2026), Other);
        var first = await Finalise("b-1", YearTale.Id, OtherId, GlobalId.OfAgencyYear("year-430203001-D99-2026"));
        (first.GetProperty("done").GetInt32(), first.GetProperty("refused").GetInt32()).ShouldBe((1, 2));
        Results(first).Select(r => r.Year).ShouldBe([YearTale.Id, OtherId, GlobalId.OfAgencyYear("year-430203001-D99-2026")]);
        Results(first).Select(r => r.Code).ShouldBe([null, "WRONG_STATE", "NOT_FOUND"]);
        var again = await Finalise("b-1", YearTale.Id, OtherId);
        Results(again)[0].ShouldBe((YearTale.Id, true, null, Results(first)[0].Sequence), "the first answer, and no second step");
        Results(await Finalise("b-2", YearTale.Id))[0].Done.ShouldBeFalse("another batch would do it again, and that is refused");
    }

    [Fact, Trait("Rule", "A033")]
    public async Task A033_Grades_of_a_batch_are_judged_each_by_itself_and_nobody_else_gives_them()
    {
        await _hub.Scored();
        await _hub.Done(YearTale.Hub, new OpenYear(Other, 2026), Other);
        var refused = await Grade(Actors.Department, "g-0", (YearTale.Id, "GOOD"));
        Results(refused)[0].Code.ShouldBe("NOT_ALLOWED");
        var graded = await Grade(YearTale.Organ, "g-1", (YearTale.Id, "GOOD"), (OtherId, "GOOD"));
        Results(graded).Select(r => r.Done).ShouldBe([true, false]);
        (await _hub.Data(YearTale.Organ, """{ agencyYear(agency: "430203001-D12", year: 2026) { grade } }""")).GetProperty("agencyYear").GetProperty("grade").GetString().ShouldBe("GOOD");
    }

    [Fact]
    public async Task A_batch_that_names_nothing_or_a_year_twice_is_refused_as_a_whole()
    {
        await _hub.Scored();
        foreach (var ids in new[] { Array.Empty<string>(), [YearTale.Id, YearTale.Id], [.. Enumerable.Range(0, 101).Select(i => $"y{i}")] })
        {
            var payload = await Finalise("b-3", ids);
            payload.GetProperty("results").GetArrayLength().ShouldBe(0);
            payload.GetProperty("errors")[0].GetProperty("field").GetString().ShouldBe("yearIds");
        }
    }

    [Fact, Trait("Rule", "A022")]
    public async Task A022_Cases_that_changed_after_the_score_was_submitted_are_shown_beside_the_counts_it_rests_on()
    {
        await _hub.Assessing();
        (await Evidence()).ShouldAllBe(e => !e.GetProperty("submitted").GetBoolean() && e.GetProperty("recounted").ValueKind == JsonValueKind.Null && e.GetProperty("differs").ValueKind == JsonValueKind.Null);
        _hub.Years.Calls.Clear();
        await _hub.Done(Actors.Leader, new SubmitDuty());
        _hub.Years.Counted[YearTale.Host] = new(50, 48, 2, 100, 91, 2, 1, 3, 3, 3, _hub.Clock.Now);
        var (host, second) = ((await Evidence())[0], (await Evidence())[1]);
        host.GetProperty("submitted").GetBoolean().ShouldBeTrue();
        (host.GetProperty("totals").GetProperty("onTime").GetInt32(), host.GetProperty("recounted").GetProperty("onTime").GetInt32()).ShouldBe((92, 91));
        host.GetProperty("differs").EnumerateArray().Select(d => d.GetString()).ShouldBe(["ON_TIME", "URGED"]);
        second.GetProperty("recounted").ValueKind.ShouldBe(JsonValueKind.Null);
        _hub.Years.Calls.Count(c => c.StartsWith("Count", StringComparison.Ordinal)).ShouldBe(2, "once a query, however many fields ask");
        _hub.Years.Counted[YearTale.Host] = new(50, 48, 2, 100, 92, 2, 1, 2, 3, 3, _hub.Clock.Now);
        (await Evidence())[0].GetProperty("differs").GetArrayLength().ShouldBe(0);
    }

    private async Task<List<JsonElement>> Evidence() => [.. (await _hub.Data(Actors.Leader,
        """{ agencyYear(agency: "430203001-D12", year: 2026) { evidence { township { code } submitted differs totals { onTime urged } recounted { onTime urged } } } }""")).GetProperty("agencyYear").GetProperty("evidence").EnumerateArray()];

    private async Task<JsonElement> Finalise(string commandId, params string[] years) => (await _hub.Data(YearTale.Organ,
        $$"""mutation { finaliseAgencyScores(input: { commandId: "{{commandId}}", yearIds: [{{string.Join(",", years.Select(y => $"\"{y}\""))}}] }) { {{Outcome}} } }""")).GetProperty("finaliseAgencyScores");

    private async Task<JsonElement> Grade(Domain.Accounts.Actor by, string commandId, params (string Year, string Grade)[] grades) => (await _hub.Data(by,
        $$"""mutation { gradeAgencies(input: { commandId: "{{commandId}}", grades: [{{string.Join(",", grades.Select(g => $"{{ yearId: \"{g.Year}\", grade: {g.Grade} }}"))}}] }) { {{Outcome}} } }""")).GetProperty("gradeAgencies");

    private const string Outcome = "done refused results { yearId done outcome { sequence errors { code rule field message messageEn } } } errors { code field message }";

    private static List<(string Year, bool Done, string? Code, int? Sequence)> Results(JsonElement payload) =>
    [
        .. payload.GetProperty("results").EnumerateArray().Select(r =>
        {
            var outcome = r.GetProperty("outcome");
            var errors = outcome.GetProperty("errors");
            return (r.GetProperty("yearId").GetString()!, r.GetProperty("done").GetBoolean(), errors.GetArrayLength() > 0 ? errors[0].GetProperty("code").GetString() : null,
                outcome.GetProperty("sequence").ValueKind == JsonValueKind.Null ? (int?)null : outcome.GetProperty("sequence").GetInt32());
        }),
    ];
}
