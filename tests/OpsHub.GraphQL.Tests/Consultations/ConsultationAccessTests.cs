using System.Text.Json;
using OpsHub.Domain.Accounts;
using OpsHub.GraphQL.Tests.Subjects;

namespace OpsHub.GraphQL.Tests.Consultations;

/// <summary>Who reads consultations: part 4 of the rules, column Consultation.</summary>
public sealed class ConsultationAccessTests : IAsyncLifetime
{
    private static readonly Actor OtherTownship = Actors.Of(Role.TownshipGovernment, "430203002");
    private static readonly Actor CountyGovernment = Actors.Of(Role.CountyGovernment, "430203");

    private readonly TestHub _hub = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    public static TheoryData<Role, string, bool> Readers => new()
    {
        { Role.CommunityParty, "430203001001", true }, { Role.CommunityCommittee, "430203001001", true }, { Role.Council, "430203001001", true },
        { Role.GridWorker, "430203001001001", true }, { Role.TownshipGovernment, "430203001", true }, { Role.CountyGovernment, "430203", true }, { Role.Auditor, "4302", true },
        { Role.CommunityParty, "430203001002", false }, { Role.Council, "430203001002", false }, { Role.TownshipGovernment, "430203002", false }, { Role.GridWorker, "430203001002001", false },
        { Role.SupervisionCommittee, "430203001001", false }, { Role.TownshipGovernanceCentre, "430203001", false }, { Role.CountyCommandCentre, "430203", false },
        { Role.CityGovernanceOffice, "4302", false }, { Role.WallKey, "430203001", false }, { Role.Integrator, "4302", false }, { Role.Resident, "430203001001001", false },
        { Role.Administrator, "4302", false }, { Role.Department, "430203:D12", false },
    };

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task A_consultation_is_read_by_its_own_and_by_nobody_else(Role role, string organ, bool reads)
    {
        var id = await _hub.Ended();
        var actor = Actors.Of(role, organ);
        var found = await _hub.Data(actor, $$"""
            { consultation(id: "{{id}}") { number } node(id: "{{id}}") { id } nodes(ids: ["{{id}}"]) { id } consultations { totalCount nodes { number } } }
            """);
        var expected = reads ? JsonValueKind.Object : JsonValueKind.Null;
        found.GetProperty("consultation").ValueKind.ShouldBe(expected);
        found.GetProperty("node").ValueKind.ShouldBe(expected);
        found.GetProperty("nodes")[0].ValueKind.ShouldBe(expected);
        found.GetProperty("consultations").GetProperty("totalCount").GetInt32().ShouldBe(reads ? 1 : 0);
        found.GetProperty("consultations").GetProperty("nodes").GetArrayLength().ShouldBe(reads ? 1 : 0);
        var (client, code) = await Listening.TryTo(_hub, actor, $$"""subscription { consultationChanged(id: "{{id}}") { consultation { number } } }""");
        if (client is not null)
            await client.DisposeAsync();
        code.ShouldBe(reads ? null : "NOT_FOUND");
        if (!reads)
            (await _hub.Take(actor, "concludeConsultation", id)).Refused().Code.ShouldBe("NOT_FOUND");
    }

    [Fact]
    public async Task The_supervision_committee_reads_what_is_carried_out_and_no_trace()
    {
        var id = await _hub.Ended();
        await _hub.Take(Actors.Council, "concludeConsultation", id);
        var query = $$"""{ consultation(id: "{{id}}") { stage history { nodes { sequence } } } consultations(filter: { stages: [CONCLUDED] }) { totalCount } }""";
        (await _hub.Data(Actors.Supervision, query)).GetProperty("consultation").ValueKind.ShouldBe(JsonValueKind.Null);
        await _hub.Take(Actors.Party, "adoptResult", id, """implementingBody: "居委会", owner: "副主任岗", sunshineEntry: "YG-7" """);
        var read = await _hub.Data(Actors.Supervision, query);
        read.GetProperty("consultation").GetProperty("stage").GetString().ShouldBe("ADOPTED");
        read.GetProperty("consultation").GetProperty("history").ValueKind.ShouldBe(JsonValueKind.Null);
        read.GetProperty("consultations").GetProperty("totalCount").GetInt32().ShouldBe(0);
        (await _hub.Data(Actors.Party, query)).GetProperty("consultation").GetProperty("history").GetProperty("nodes").GetArrayLength().ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task A_list_keeps_to_the_actors_own()
    {
        await _hub.Begun();
        (await Count(Actors.Leader, "")).ShouldBe(1);
        (await Count(CountyGovernment, """(unit: "430203001001")""")).ShouldBe(1);
        (await Count(CountyGovernment, """(unit: "430203001002")""")).ShouldBe(0);
        (await Count(OtherTownship, """(unit: "430203001001")""")).ShouldBe(0);
        (await Count(Actors.Party, """(filter: { openOnly: true, variants: [COMMUNITY], text: "停车位" })""")).ShouldBe(1);
        (await Count(Actors.Party, "(filter: { breached: true })")).ShouldBe(0);
        (await Count(Actors.Party, """(filter: { delegatedBy: "430203:D12" })""")).ShouldBe(0);
        (await _hub.Ask(Actors.Party, """{ consultations(after: "bad") { totalCount } }""")).Code().ShouldBe("INVALID_INPUT");
        (await _hub.Ask(Actors.Party, """{ consultations(unit: "1") { totalCount } }""")).Code().ShouldBe("INVALID_INPUT");
        (await _hub.Ask(Actors.Party, """{ unit(code: "430203") { consultations { totalCount } } }""")).GetProperty("data").GetProperty("unit").ValueKind.ShouldBe(JsonValueKind.Null);
        (await _hub.Data(Actors.Party, """{ unit(code: "430203001001") { consultations { nodes { title dueAt } } } }""")).ToString().ShouldContain("停车位划线");
    }

    [Fact]
    public async Task A_small_secret_ballot_is_told_only_to_who_holds_it()
    {
        var id = await _hub.Ended(matter: "legalVote: true");
        await _hub.Take(Actors.Council, "concludeConsultation", id);
        await _hub.Take(Actors.Council, "requireVote", id);
        (await _hub.Take(Actors.Council, "holdVote", id, """body: REPRESENTATIVES_MEETING, present: 4, yes: 3, no: 1, abstain: 0, record: "表决", eligible: 5""")).At().ShouldBe("VOTE_PASSED");
        var query = $$"""{ consultation(id: "{{id}}") { votes { present yes no abstain hidden passed } } }""";
        var held = (await _hub.Data(Actors.Committee, query)).GetProperty("consultation").GetProperty("votes")[0];
        held.GetProperty("yes").GetInt32().ShouldBe(3);
        var told = (await _hub.Data(Actors.Leader, query)).GetProperty("consultation").GetProperty("votes")[0];
        told.GetProperty("hidden").GetBoolean().ShouldBeTrue();
        foreach (var tally in new[] { "yes", "no", "abstain" })
            told.GetProperty(tally).ValueKind.ShouldBe(JsonValueKind.Null);
        told.GetProperty("passed").GetBoolean().ShouldBeTrue();
    }

    private async Task<int> Count(Actor actor, string arguments) =>
        (await _hub.Data(actor, $$"""{ consultations{{arguments}} { totalCount } }""")).GetProperty("consultations").GetProperty("totalCount").GetInt32();
}
