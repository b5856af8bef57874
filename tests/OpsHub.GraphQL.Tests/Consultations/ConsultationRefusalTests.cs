using OpsHub.Contracts.Publishing;
using OpsHub.Domain.Accounts;
using OpsHub.GraphQL.Tests.Subjects;

namespace OpsHub.GraphQL.Tests.Consultations;

/// <summary>Bad input is refused with rule and clause, names its field, and changes nothing.</summary>
public sealed class ConsultationRefusalTests : IAsyncLifetime
{
    private readonly TestHub _hub = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact, Trait("Rule", "C050")]
    public async Task C050_Votes_above_those_present_are_refused()
    {
        var id = await _hub.Ended(matter: "legalVote: true, communityActs: true");
        await _hub.Take(Actors.Council, "concludeConsultation", id);
        (await _hub.Take(Actors.Council, "requireVote", id)).At().ShouldBe("VOTE_REQUIRED");
        var refused = (await _hub.Take(Actors.Council, "holdVote", id, """body: RESIDENTS_MEETING, present: 30, yes: 29, no: 2, abstain: 0, record: "表决", eligible: 40""")).Refused();
        refused.ShouldBe(("InvalidInputError", "INVALID_INPUT", "C050", "二(四)", "present"));
        (await Stage(id)).ShouldBe("VOTE_REQUIRED");
    }

    [Fact, Trait("Rule", "C036")]
    public async Task C036_A_plan_after_its_session_is_refused()
    {
        var id = await _hub.Determined();
        var refused = (await _hub.Take(Actors.Council, "makePlan", id, $$"""start: "2026-03-02T08:00:00+08:00", {{ConsultationStory.Plan}}""")).Refused();
        refused.ShouldBe(("InvalidInputError", "INVALID_INPUT", "C036", "二(四)2", "start"));
        (await Stage(id)).ShouldBe("TOPIC_DETERMINED");
    }

    [Fact, Trait("Rule", "C040")]
    public async Task C040_An_announcement_before_the_session_ends_is_refused()
    {
        var id = await _hub.Prepared();
        _hub.Time.Advance(TimeSpan.FromHours(5));
        await _hub.Take(Actors.Council, "startSession", id, "presider: COUNCIL_HEAD");
        var refused = (await _hub.Take(Actors.Council, "announceResult", id, ConsultationStory.Announcement)).Refused();
        (refused.Rule, refused.Clause).ShouldBe(("C040", "二(四)2"));
        refused.Type.ShouldBeOneOf("WrongStateError", "RuleRefusedError");
        (await Stage(id)).ShouldBe("IN_SESSION");
    }

    [Theory, Trait("Rule", "C018")]
    [InlineData("SECRETARY")]
    [InlineData("DIRECTOR")]
    public async Task C018_A_secretary_or_director_does_not_preside_over_the_councils_session(string presider)
    {
        var id = await _hub.Prepared();
        _hub.Time.Advance(TimeSpan.FromHours(5));
        (await _hub.Take(Actors.Council, "startSession", id, $"presider: {presider}")).Refused()
            .ShouldBe(("RuleRefusedError", "PRESIDER_NOT_ALLOWED", "C018", "二(二)2", "presider"));
        (await Stage(id)).ShouldBe("PREPARED");
    }

    [Fact, Trait("Rule", "C015")]
    public async Task C015_Participants_come_from_a_community_that_it_concerns()
    {
        var id = await _hub.Determined();
        await _hub.Take(Actors.Council, "makePlan", id, $$"""start: "2026-03-02T14:00:00+08:00", {{ConsultationStory.Plan}}""");
        var elsewhere = ConsultationStory.Classes.Replace("430203001001", "430203001002", StringComparison.Ordinal);
        (await _hub.Take(Actors.Council, "fixParticipants", id, $$"""{{elsewhere}}, electionRecord: "选举记录" """)).Refused()
            .ShouldBe(("InvalidInputError", "INVALID_INPUT", "C015", "二(二)2", "classes.community"));
        (await Stage(id)).ShouldBe("PLANNED");
    }

    [Fact, Trait("Rule", "C034")]
    public async Task C034_Only_the_party_organisation_proposes_the_topic()
    {
        var id = await _hub.Begun();
        var refused = (await _hub.Take(Actors.Committee, "proposeTopic", id, """category: PUBLIC_AFFAIRS, text: "议题" """)).Refused();
        (refused.Type, refused.Rule, refused.Clause).ShouldBe(("NotAllowedError", "C034", "二(四)2"));
    }

    [Fact]
    public async Task A_step_out_of_turn_is_refused()
    {
        var id = await _hub.Begun();
        (await _hub.Take(Actors.Council, "startSession", id, "presider: COUNCIL_HEAD")).Refused().Code.ShouldBe("NOT_FOUND", "the council reads nothing before the topic is proposed");
        await _hub.Take(Actors.Party, "proposeTopic", id, """category: PUBLIC_AFFAIRS, text: "议题" """);
        (await _hub.Take(Actors.Council, "startSession", id, "presider: COUNCIL_HEAD", "again")).Refused().Type.ShouldBe("WrongStateError");
    }

    [Fact]
    public async Task Malformed_codes_name_their_field()
    {
        (await _hub.Begin(Actors.Party, """unit: "12", communities: ["430203001001"], title: "t" """)).Refused().Field.ShouldBe("unit");
        (await _hub.Begin(Actors.Party, """unit: "430203001001", communities: ["x"], title: "t" """, "b")).Refused().Field.ShouldBe("communities");
        (await _hub.Begin(Actors.Party, """unit: "430203001001", communities: ["430203001001"], title: "t", matter: { delegatedBy: "?" }""", "c")).Refused().Field.ShouldBe("matter.delegatedBy");
        (await _hub.Begin(Actors.Party, """unit: "430203001001", communities: ["430203001001"], title: "t", opinion: { source: BOX, community: "1", text: "x" }""", "d"))
            .Refused().Field.ShouldBe("opinion.community");
        (await _hub.Begin(Actors.OtherParty, """unit: "430203001001", communities: ["430203001001"], title: "t" """, "e")).Refused().Type.ShouldBe("NotAllowedError");
    }

    [Fact]
    public async Task An_overloaded_hub_asks_to_send_the_command_again()
    {
        var id = await _hub.Begun();
        _hub.Failure = new StorageOverloadedException("full");
        (await _hub.Take(Actors.Committee, "holdWorkMeeting", id, """record: "例会" """)).Refused().Type.ShouldBe("RetryLaterError");
        _hub.Failure = null;
        (await _hub.Take(Actors.Committee, "holdWorkMeeting", id, """record: "例会" """)).At().ShouldBe("COLLECTING");
    }

    private async Task<string?> Stage(string id) =>
        (await _hub.Data(Actors.Auditor, $$"""{ consultation(id: "{{id}}") { stage } }""")).GetProperty("consultation").GetProperty("stage").GetString();
}
