using System.Text.Json;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Relay;
using OpsHub.GraphQL.Tests.Subjects;
using OpsHub.GraphQL.Tests.Subjects.Fakes;

namespace OpsHub.GraphQL.Tests.Consultations;

/// <summary>A community was merged into one that another township has now: who reads its consultations and acts on them, before the hub has handed them over too. G011.</summary>
public sealed class MergedCommunityTests : IAsyncLifetime
{
    private const string Into = "430203001002";

    private readonly TestHub _hub = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Theory]
    [Trait("Rule", "G011")]
    [InlineData(Role.CommunityParty, Into, true)]
    [InlineData(Role.TownshipGovernment, "430203002", true)]
    [InlineData(Role.CountyGovernment, "430203", true)]
    [InlineData(Role.Auditor, "4302", true)]
    [InlineData(Role.CommunityParty, ConsultationStory.Community, false)]
    [InlineData(Role.TownshipGovernment, "430203001", false)]
    public async Task G011_one_that_is_over_is_read_by_those_who_took_its_community_over_and_no_longer_by_the_former_ones(Role role, string organ, bool reads)
    {
        var id = await _hub.Begun();
        (await _hub.Take(Actors.Party, "withdrawConsultation", id, """reason: "情况已变" """)).At().ShouldBe("WITHDRAWN");
        Merge();
        var found = (await _hub.Data(Actors.Of(role, organ), "query($id: ID!) { consultation(id: $id) { number history { nodes { event } } } }", new { id })).GetProperty("consultation");
        (found.ValueKind == JsonValueKind.Object).ShouldBe(reads);
    }

    [Fact]
    [Trait("Rule", "G011")]
    public async Task G011_who_took_the_community_over_is_offered_its_steps_at_once_and_takes_them_and_the_former_one_is_told_of_nothing()
    {
        var id = await _hub.Begun();
        (await _hub.Take(Actors.Party, "addConsultationOpinion", id, $$"""source: BOX, community: "{{ConsultationStory.Community}}", kind: REGISTERED_RESIDENTS, text: "请打 13873312345" """)).At().ShouldBe("COLLECTING");
        Merge();
        var party = Actors.Of(Role.CommunityParty, Into);
        var open = (await _hub.Data(party, "query($id: ID!) { consultation(id: $id) { nextMoves { mutation } } }", new { id })).GetProperty("consultation");
        open.GetProperty("nextMoves").EnumerateArray().Select(m => m.GetProperty("mutation").GetString()).ShouldContain("withdrawConsultation");
        (await _hub.Data(party, "query($id: ID!) { consultation(id: $id) { opinions(first: 1) { nodes { text } } } }", new { id })).GetProperty("consultation").GetProperty("opinions").GetProperty("nodes")[0]
            .GetProperty("text").GetString().ShouldBe("请打 13873312345", "it holds it now, and reads what was written. G049");
        (await _hub.Take(Actors.Party, "withdrawConsultation", id, """reason: "情况已变" """, "former")).Refused().Code.ShouldBe("NOT_FOUND");
        (await _hub.Take(party, "withdrawConsultation", id, """reason: "情况已变" """)).At().ShouldBe("WITHDRAWN");
        var after = (await _hub.Data(party, "query($id: ID!) { consultation(id: $id) { community { code } township { code } lead { code } history { nodes { event rule } } } }", new { id })).GetProperty("consultation");
        (Code(after, "community"), Code(after, "township"), Code(after, "lead")).ShouldBe((Into, "430203002", Into));
        after.GetProperty("history").GetProperty("nodes").EnumerateArray().Select(e => e.GetProperty("event").GetString()).ShouldContain(nameof(ConsultationAreaChanged));
    }

    [Fact]
    public async Task A_process_that_has_yet_to_hear_of_the_change_takes_nothing_back()
    {
        var key = GlobalId.ReadConsultation(await _hub.Begun())!;
        var state = ((FakeConsultation)((IGrainFactory)_hub.Grains).Consultation(key)).Document().State!;
        Merge();
        var newer = _hub.Directory.AreaOf(state);
        newer.Place.Community.ShouldBe(UnitCode.Parse(Into));
        var followed = ConsultationFold.Apply(state, ConsultationFollowing.Of(state, _hub.Clock.Now, newer with { Directory = ((IHubDirectory)_hub.Directory).Version + 1 })!);
        _hub.Directory.Move(Into, "430203001");
        var older = _hub.Directory.AreaOf(followed);
        older.Place.ShouldBe(followed.Place);
        ConsultationFollowing.Of(followed, _hub.Clock.Now, older).ShouldBeNull();
    }

    private static string? Code(JsonElement of, string unit) => of.GetProperty(unit).GetProperty("code").GetString();

    private void Merge()
    {
        _hub.Directory.Merge(ConsultationStory.Community, Into);
        _hub.Directory.Move(Into, "430203002");
    }
}
