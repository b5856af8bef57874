using System.Text.Json;

namespace OpsHub.GraphQL.Tests.Subjects;

/// <summary>A case's history as a timeline that needs no explaining. G019, G021.</summary>
public sealed class HistoryTests : IAsyncLifetime
{
    private const string Whole = "history { sequence at occurredAt effectiveAt words role organ { name } from to reason rule hashAlgorithm }";

    private readonly TestHub _hub = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact]
    public async Task Each_step_says_what_who_when_from_where_to_where_why_and_by_which_rule()
    {
        var id = await Given.Case(_hub);
        _hub.Time.Advance(TimeSpan.FromMinutes(5));
        await _hub.Dispatched(id);
        await _hub.Step(Actors.Agency, "returnCase", id, """reason: NOT_MINE, note: "不属于城管职责" """);
        var history = (await _hub.Data(Actors.Centre, $$"""{ case(id: "{{id}}") { {{Whole}} } }""")).GetProperty("case").GetProperty("history").EnumerateArray().ToList();
        Of(history, "words").ShouldBe(["上报", "受理", "研判", "派单", "退单"]);
        Of(history, "to").ShouldBe(["REPORTED", "ACCEPTED", "TRIAGED", "DISPATCHED", "RETURNED"]);
        Of(history, "from").ShouldBe([null, "REPORTED", "ACCEPTED", "TRIAGED", "DISPATCHED"]);
        Of(history, "rule").ShouldBe(["SM1.1", "SM1.2", "SM1.5", "SM1.6", "SM1.8"]);
        var last = history[^1];
        (last.GetProperty("at").GetString(), last.GetProperty("effectiveAt").GetString(), last.GetProperty("occurredAt").ValueKind).ShouldBe(("2026-03-02T09:05:00+08:00", "2026-03-02T09:05:00+08:00", JsonValueKind.Null));
        (last.GetProperty("role").GetString(), last.GetProperty("organ").GetProperty("name").GetString()).ShouldBe(("AGENCY_STAFF", "贺家土综合执法中队"));
        (last.GetProperty("reason").GetString(), last.GetProperty("hashAlgorithm").GetString()).ShouldBe(("不属于城管职责", "SHA-256"));
        (await _hub.Data(Actors.Centre, $$"""{ case(id: "{{id}}") { history { words(language: EN) } } }""")).GetProperty("case").GetProperty("history")[4].GetProperty("words").GetString().ShouldBe("Returned");
    }

    [Fact]
    public async Task A_history_longer_than_a_page_comes_whole_and_in_order()
    {
        var id = await Given.Case(_hub);
        await _hub.Dispatched(id);
        await _hub.Step(Actors.Agency, "acceptDispatch", id);
        for (var i = 0; i < 130; i++)
        {
            (await _hub.Step(Actors.Agency, "feedBackCase", id, """result: "已办", evidence: ["photo/1"]""", $"f{i}")).Stage().ShouldBe("FED_BACK");
            (await _hub.Step(Actors.Centre, "failVerification", id, """reason: "未办" """, $"v{i}")).Stage().ShouldBe("HANDLING");
        }

        var history = (await _hub.Data(Actors.Centre, $$"""{ case(id: "{{id}}") { history { sequence } } }""")).GetProperty("case").GetProperty("history").EnumerateArray();
        history.Select(e => e.GetProperty("sequence").GetInt32()).ShouldBe(Enumerable.Range(1, 265));
        // Of a list too, from its beginning, which has left the document, and across where it was cut.
        (await Page("first: 3")).ShouldBe([1, 2, 3]);
        (await Page("last: 100")).ShouldBe(Enumerable.Range(166, 100));
        (await Page("last: 2")).ShouldBe([264, 265]);

        async Task<IEnumerable<int>> Page(string page) => (await _hub.Data(Actors.Centre, $$"""{ cases { nodes { trace({{page}}) { nodes { sequence } } } } }"""))
            .GetProperty("cases").GetProperty("nodes")[0].GetProperty("trace").GetProperty("nodes").EnumerateArray().Select(e => e.GetProperty("sequence").GetInt32());
    }

    private static IEnumerable<string?> Of(List<JsonElement> history, string field) => history.Select(e => e.GetProperty(field).GetString());
}
