using System.Text.Json;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Privacy;
using OpsHub.Domain.Accounts;

namespace OpsHub.GraphQL.Tests.Subjects;

/// <summary>The reporter's contact: kept with the report, read by those who handle the case, never without a line in the trace.</summary>
public sealed class ContactTests : IAsyncLifetime
{
    private const string Contact = "13800138000";

    private readonly TestHub _hub = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact]
    public async Task The_handling_unit_reads_it_and_the_trace_says_so()
    {
        var id = await Reported();
        await _hub.Dispatched(id);
        var read = await Read(Actors.Agency, id);
        (read.GetProperty("contact").GetString(), read.GetProperty("errors").GetArrayLength()).ShouldBe((Contact, 0));
        var entry = (await Trace(Actors.Centre, id))[^1];
        (entry.GetProperty("event").GetString(), entry.GetProperty("role").GetString(), entry.GetProperty("organ").GetProperty("code").GetString(), entry.GetProperty("reason").GetString(), entry.GetProperty("sequence").GetInt32())
            .ShouldBe(("ContactRead", "AGENCY_STAFF", "430203001-D12", "核实位置", read.GetProperty("sequence").GetInt32()));
    }

    [Theory]
    [InlineData(Role.TownshipGovernment, "430203001")]
    [InlineData(Role.CountyCommandCentre, "430203")]
    [InlineData(Role.Auditor, "4302")]
    [InlineData(Role.Integrator, "4302")]
    [InlineData(Role.CommunityCommittee, "430203001001")]
    public async Task Who_reads_the_case_but_does_not_handle_it_is_refused_and_nothing_is_traced(Role role, string organ)
    {
        var id = await Reported();
        await _hub.Dispatched(id);
        var before = (await Trace(Actors.Centre, id)).Count;
        var read = await Read(Actors.Of(role, organ), id);
        (read.GetProperty("contact").ValueKind, read.ErrorType()).ShouldBe((JsonValueKind.Null, "NotAllowedError"));
        (await Trace(Actors.Centre, id)).Count.ShouldBe(before);
    }

    [Theory]
    [InlineData(Role.WallKey, "4302")]
    [InlineData(Role.CountyGovernment, "430203")]
    [InlineData(Role.Administrator, "4302")]
    [InlineData(Role.TownshipGovernanceCentre, "430203002")]
    public async Task Who_does_not_read_the_case_is_told_that_there_is_none(Role role, string organ) =>
        (await Read(Actors.Of(role, organ), await Reported())).ErrorType().ShouldBe("NotFoundError");

    [Fact]
    public async Task Without_the_trace_there_is_no_contact()
    {
        var id = await Reported();
        await _hub.Dispatched(id);
        _hub.Failure = new TimeoutException();
        var read = await Read(Actors.Agency, id);
        (read.GetProperty("contact").ValueKind, read.ErrorType()).ShouldBe((JsonValueKind.Null, "RetryLaterError"));
    }

    [Fact]
    public async Task The_same_command_reads_again_for_a_while_and_then_takes_another_line()
    {
        var id = await Reported();
        await _hub.Dispatched(id);
        await Read(Actors.Agency, id);
        (await Read(Actors.Agency, id)).GetProperty("contact").GetString().ShouldBe(Contact);
        _hub.Time.Advance(TimeSpan.FromMinutes(11));
        (await Read(Actors.Agency, id)).ErrorType().ShouldBe("ConflictError");
        (await Read(Actors.Agency, id, "read-2")).GetProperty("contact").GetString().ShouldBe(Contact);
        (await Trace(Actors.Centre, id)).Count(e => e.GetProperty("event").GetString() == "ContactRead").ShouldBe(2);
    }

    [Fact]
    public async Task Erased_on_request_it_is_gone_and_the_trace_keeps_that()
    {
        var id = await Reported();
        await _hub.Dispatched(id);
        (await Erase(Actors.Agency, id)).GetProperty("errors").GetArrayLength().ShouldBe(0);
        _hub.Contacts.Kept.ShouldBeEmpty();
        (await Erase(Actors.Agency, id)).GetProperty("errors").GetArrayLength().ShouldBe(0, "a retry gets the first answer");
        (await Read(Actors.Agency, id)).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("NO_CONTACT");
        (await Trace(Actors.Centre, id)).Select(e => e.GetProperty("event").GetString()).Count(e => e == "ContactErased").ShouldBe(1);
    }

    [Fact]
    public async Task One_that_cannot_be_decrypted_is_refused_by_name()
    {
        var id = await Reported();
        await _hub.Dispatched(id);
        _hub.Contacts.Unreadable = true;
        (await Read(Actors.Agency, id)).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("CONTACT_UNREADABLE");
    }

    [Fact]
    public async Task A_refused_erasure_takes_back_what_it_asked_for_and_no_others()
    {
        var id = await Reported();
        await _hub.Dispatched(id);
        var of = _hub.Contacts.Kept.ShouldHaveSingleItem().Key;
        await _hub.Contacts.Request(of, "one whose process ended", erase: true);
        (await Erase(Actors.Agency, id, "late", """ expectedVersion: "1" """)).ErrorType().ShouldBe("StaleVersionError");
        _hub.Contacts.Requested.ShouldHaveSingleItem().Key.ShouldBe((of, "one whose process ended"));
        (await Erase(Actors.Agency, id)).GetProperty("errors").GetArrayLength().ShouldBe(0);
        _hub.Contacts.Kept[of] = Contact; // as if that process had ended before the contact was gone
        (await Erase(Actors.Agency, id, "later", """ expectedVersion: "1" """)).ErrorType().ShouldBe("StaleVersionError");
        _hub.Contacts.Kept.ShouldBeEmpty("the case says that it was erased");
    }

    [Fact]
    public async Task A_refused_report_leaves_no_contact()
    {
        (await Report("r", Contact, grid: "430299001001001")).ErrorType().ShouldBe("NotFoundError");
        (await Report("s", Contact, category: "Q99-99")).ErrorType().ShouldBe("InvalidInputError");
        (await Report("t", new string('1', 201))).ErrorType().ShouldBe("InvalidInputError");
        _hub.Contacts.Kept.ShouldBeEmpty();
        _hub.Contacts.CanKeep = false;
        (await Report("u", Contact)).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("CONTACT_NOT_KEPT");
        (await Report("v", null)).GetProperty("errors").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_report_whose_answer_was_lost_keeps_its_contact_and_its_retry_settles_it()
    {
        _hub.Failure = new TimeoutException();
        (await Report("r", Contact)).ErrorType().ShouldBe("RetryLaterError");
        var kept = _hub.Contacts.Kept.ShouldHaveSingleItem().Key;
        _hub.Failure = null;
        (await Report("r", "10000000000")).GetProperty("errors").GetArrayLength().ShouldBe(0);
        _hub.Contacts.Kept.ShouldHaveSingleItem().ShouldBe(KeyValuePair.Create(kept, Contact));
        _hub.Contacts.Settled.ShouldHaveSingleItem().Key.ShouldBe(kept);
    }

    [Fact]
    public async Task Whoever_reports_the_same_ticket_again_leaves_no_contact_and_takes_none_away()
    {
        const string ticket = """source: { system: "gov", number: "7" }""";
        _hub.Entered.Add("gov");
        var other = Actors.Of(Role.Integrator, "430203");
        var id = (await Report("a", Contact, more: ticket)).GetProperty("caseId").GetString()!;
        await Report("b", "13911112222", more: ticket, by: other); // the same body, hence the same case
        (await Report("c", "13911112222", more: ticket + """ text: "另一内容" """, by: other)).ErrorType().ShouldBe("ConflictError");
        _hub.Contacts.Kept.ShouldHaveSingleItem().Value.ShouldBe(Contact);
        await _hub.Dispatched(id);
        (await Read(Actors.Agency, id)).GetProperty("contact").GetString().ShouldBe(Contact);
    }

    [Fact]
    public async Task A_late_retry_does_not_bring_an_erased_contact_back()
    {
        var id = await Reported();
        await _hub.Dispatched(id);
        await Erase(Actors.Agency, id);
        await Report("r", Contact);
        _hub.Contacts.Kept.ShouldBeEmpty();
    }

    [Fact]
    public async Task It_stands_in_no_state_and_no_trace()
    {
        var id = await Reported();
        await _hub.Dispatched(id);
        await Read(Actors.Agency, id);
        var grain = _hub.Grains.Case(Relay.GlobalId.ReadCase(id)!);
        JsonSerializer.Serialize(await grain.Get(), DomainSerialization.Options).ShouldNotContain(Contact);
        JsonSerializer.Serialize(await grain.Trace(0, 200), DomainSerialization.Options).ShouldNotContain(Contact);
    }

    private async Task<string> Reported() => (await Report("r", Contact)).GetProperty("caseId").GetString()!;

    private async Task<JsonElement> Report(string commandId, string? contact, string grid = Subjects.Given.Grid, string category = "Q01-01", string more = "", Actor? by = null) => (await _hub.Data(by ?? Actors.Integrator, $$"""
        mutation($contact: String) { reportCase(input: { commandId: "{{commandId}}", grid: "{{grid}}", kind: EVENT, category: "{{category}}", title: "井盖缺损", channel: GRID_WORKER, contact: $contact {{more}} }) {
          caseId errors { __typename code field } } }
        """, new { contact })).GetProperty("reportCase");

    private async Task<JsonElement> Read(Actor by, string id, string commandId = "read") => (await _hub.Data(by, $$"""
        mutation { readContact(input: { commandId: "{{commandId}}", caseId: "{{id}}", reason: "核实位置" }) { contact sequence errors { __typename code } } }
        """)).GetProperty("readContact");

    private async Task<JsonElement> Erase(Actor by, string id, string commandId = "erase", string more = "") => (await _hub.Data(by, $$"""
        mutation { eraseContact(input: { commandId: "{{commandId}}", caseId: "{{id}}", reason: "本人要求" {{more}} }) { errors { __typename code } } }
        """)).GetProperty("eraseContact");

    private async Task<List<JsonElement>> Trace(Actor by, string id) => [.. (await _hub.Data(by, $$"""
        { case(id: "{{id}}") { trace(first: 100) { nodes { sequence event role reason organ { code } } } } }
        """)).GetProperty("case").GetProperty("trace").GetProperty("nodes").EnumerateArray()];
}
