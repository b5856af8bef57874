using System.Text.Json;
using OpsHub.Domain.Accounts;

namespace OpsHub.GraphQL.Tests.Subjects;

/// <summary>Personal data in free text: masked on the way out for those without need, and warned of on the way in.</summary>
public sealed class FreeTextTests : IAsyncLifetime
{
    private const string Number = "13800138000";
    private const string Card = "11010519491231002X";

    // One in each field, and the suspension's reason once more in each ledger that tells it.
    private const int Texts = 13;

    private readonly TestHub _hub = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact]
    public async Task Handling_units_read_it_as_it_was_written_and_others_with_stars()
    {
        var id = await FedBack();
        foreach (var by in new[] { Actors.Centre, Actors.Agency })
        {
            var seen = (await Everything(by, id)).ToString();
            seen.ShouldContain(Number);
            seen.ShouldContain(Card);
        }

        foreach (var by in new[] { Actors.Leader, Actors.County, Actors.Auditor, Actors.Integrator })
        {
            var seen = await Everything(by, id);
            seen.ToString().ShouldNotContain(Number, Case.Sensitive, by.ToString());
            seen.ToString().ShouldNotContain(Card, Case.Sensitive, by.ToString());
            seen.GetProperty("title").GetString().ShouldBe("致电***********");
            seen.GetProperty("text").GetString().ShouldBe($"{Subjects.Given.Grid} 张某******************");
        }
    }

    [Fact]
    public async Task Lists_are_masked_for_everyone_and_so_is_what_they_say_of_a_case()
    {
        await FedBack();
        (await _hub.Data(Actors.Centre, "{ cases { nodes { title number } } }")).ToString().ShouldNotContain(Number);
        foreach (var by in new[] { Actors.Leader, Actors.Auditor })
            (await _hub.Data(by, "{ cases { nodes { title text result evidence } edges { node { text } } } }")).ToString().ShouldNotContain(Number);
    }

    [Theory]
    [InlineData(Role.TownshipGovernanceCentre, "430203001", true)]
    [InlineData(Role.AgencyStaff, "430203001-D12", true)]
    [InlineData(Role.Department, "430203:D12", true)]
    [InlineData(Role.TownshipGovernment, "430203001", false)]
    [InlineData(Role.Auditor, "4302", false)]
    [InlineData(Role.Integrator, "4302", false)]
    [InlineData(Role.CountyCommandCentre, "430203", false)]
    public async Task What_is_written_while_a_case_waits_is_masked_as_its_text_is(Role role, string organ, bool seesIt)
    {
        var id = await Waiting();
        var seen = (await _hub.Data(Actors.Of(role, organ), $$"""
            { case(id: "{{id}}") { parts { result evidence } suspension { reason } extension { reason } urges { note answer } meetings { minutes reference } terms { id explain } waits { term { explain } } }
              explain(case: "{{id}}", term: "handling") { text } }
            """)).ToString();
        seen.Split(Number).Length.ShouldBe(seesIt ? Texts + 1 : 1, seen);
        seen.ShouldContain("中止");
    }

    [Fact]
    public async Task Trace_entries_keep_their_hashes()
    {
        var id = await FedBack();
        const string hashes = "trace(first: 50) { nodes { hash previousHash sequence } }";
        (await _hub.Data(Actors.Auditor, $$"""{ case(id: "{{id}}") { {{hashes}} } }""")).ToString().ShouldBe((await _hub.Data(Actors.Centre, $$"""{ case(id: "{{id}}") { {{hashes}} } }""")).ToString());
    }

    [Fact]
    public async Task Whoever_handled_it_once_reads_that_past_as_everyone_who_does_not_handle_it_now()
    {
        var id = (await Report(more: $"text: \"张某{Card}\"")).GetProperty("caseId").GetString()!;
        var reported = _hub.Clock.Now;
        _hub.Time.Advance(TimeSpan.FromMinutes(7));
        var then = $$"""{ case(id: "{{id}}", at: "{{reported:O}}") { holder { code } title text history { reason } trace(first: 9) { nodes { reason } } } }""";
        var community = Actors.Of(Role.CommunityCommittee, "430203001001");
        var was = (await _hub.Data(Actors.Centre, then)).GetProperty("case").GetProperty("holder").GetProperty("code").GetString();
        was.ShouldBe("430203001001", "or this shows nothing");
        (await _hub.Data(community, then)).ToString().ShouldContain(Number, Case.Sensitive, "it holds it still");
        await _hub.Dispatched(id);
        var seen = (await _hub.Data(community, then)).GetProperty("case");
        seen.GetProperty("text").GetString().ShouldBe("张某******************");
        seen.ToString().ShouldNotContain(Number);
        (await _hub.Data(Actors.Agency, then)).ToString().ShouldContain(Number, Case.Sensitive, "it handles it now");
    }

    [Theory]
    [InlineData(Role.Auditor, "4302", false)]
    [InlineData(Role.AgencyStaff, "430203001-D12", true)]
    public async Task A_subscriber_is_told_as_much_as_a_reader(Role role, string organ, bool seesIt)
    {
        var id = await FedBack();
        await using var listening = await Listening.To(_hub, Actors.Of(role, organ), $$"""subscription { caseChanged(id: "{{id}}", afterSequence: 0) { case { title text result } entries { reason } } }""");
        (await listening.Next()).ToString().Contains(Number, StringComparison.Ordinal).ShouldBe(seesIt);
    }

    [Fact]
    public async Task Whoever_writes_it_is_warned_and_not_refused()
    {
        var payload = await Report(more: $"text: \"{Card}\"");
        payload.GetProperty("errors").GetArrayLength().ShouldBe(0);
        payload.GetProperty("warnings").EnumerateArray().Select(w => (w.GetProperty("code").GetString(), w.GetProperty("field").GetString())).ShouldBe([("PERSONAL_DATA", "title"), ("PERSONAL_DATA", "text")], ignoreOrder: true);
        (await Report("plain", "井盖缺损")).GetProperty("warnings").GetArrayLength().ShouldBe(0, "codes, ids and the contact are none");
    }

    private async Task<string> FedBack()
    {
        var id = (await Report(more: $"text: \"{Subjects.Given.Grid} 张某{Card}\"")).GetProperty("caseId").GetString()!;
        await _hub.Dispatched(id);
        await _hub.Step(Actors.Agency, "acceptDispatch", id);
        await _hub.Step(Actors.Agency, "feedBackCase", id, $"result: \"已回复{Number}\" evidence: [\"录音{Number}.wav\"]");
        return id;
    }

    private async Task<string> Waiting()
    {
        var id = (await Report("w", "路灯不亮")).GetProperty("caseId").GetString()!;
        await _hub.Step(Actors.Centre, "acceptCase", id);
        await _hub.Step(Actors.Centre, "triageCase", id, "class: CLEAR_OWNER");
        await _hub.Step(Actors.Centre, "dispatchCase", id, """parties: [{ organ: "430203001-D12", part: LEAD }, { organ: "430203:D12", part: ASSIST }]""");
        (await _hub.Step(Actors.Agency, "acceptDispatch", id)).Stage().ShouldBe("HANDLING");
        foreach (var (by, step, fields) in new[]
        {
            (Actors.Agency, "transferToCoordination", $"reason: \"致电{Number}\""),
            (Actors.Leader, "recordMeeting", $"heldAt: \"{TestHub.Monday:yyyy-MM-ddTHH:mm:sszzz}\", attended: [\"430203001-D12\", \"430203:D12\"], minutes: \"致电{Number}\", reference: \"号{Number}\""),
            (Actors.Leader, "assignParts", """parties: [{ organ: "430203001-D12", part: LEAD }, { organ: "430203:D12", part: ASSIST }]"""),
            (Actors.Centre, "urgeCase", $"level: 1, note: \"致电{Number}\""),
            (Actors.Agency, "answerUrge", $"answer: \"已电{Number}\""),
            (Actors.Department, "feedBackPart", $"result: \"已电{Number}\", evidence: [\"录音{Number}\"]"),
            (Actors.Agency, "requestExtension", $"reason: \"等{Number}\", until: \"2026-07-27T10:00:00+08:00\""),
            (Actors.Centre, "suspendCase", $"reason: \"等{Number}\", until: \"2026-03-10T10:00:00+08:00\""),
        })
            (await _hub.Step(by, step, id, fields)).GetProperty("errors").ToString().ShouldBe("[]", step);
        return id;
    }

    private async Task<JsonElement> Everything(Actor by, string id) => (await _hub.Data(by, $$"""
        { case(id: "{{id}}") { title text result evidence trace(first: 50) { nodes { reason } } } }
        """)).GetProperty("case");

    private async Task<JsonElement> Report(string commandId = "r", string title = "致电" + Number, string more = "") => (await _hub.Data(Actors.Integrator, $$"""
        mutation { reportCase(input: { commandId: "{{commandId}}", grid: "{{Subjects.Given.Grid}}", kind: EVENT, category: "Q01-01", title: "{{title}}", channel: GRID_WORKER, contact: "{{Number}}" {{more}} }) {
          caseId errors { code } warnings { code field message messageEn } } }
        """)).GetProperty("reportCase");
}
