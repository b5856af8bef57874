using OpsHub.Contracts.Consultations;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.GraphQL.Tests.Subjects;

/// <summary>Calendar feeds over the API: a command passes through as it came, for the actor himself.</summary>
public sealed class FeedTests : IAsyncLifetime
{
    private readonly TestHub _hub = new();
    private readonly CalendarFeedRow _feed = new("f", UnitCode.Parse("430203001"), TestHub.Monday, null, null);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact]
    public async Task The_address_is_told_to_whoever_makes_the_feed_and_never_listed()
    {
        var leader = Actors.Of(Role.TownshipGovernment, "430203001");
        _hub.Feeds.Answer = new(_feed, "/feeds/430203001.ics?key=k", null);
        var made = await _hub.Ask(leader, """mutation { createCalendarFeed(input: {commandId: "c", unit: "430203001"}) { address feed { id } errors { code } } }""");
        made.ToString().ShouldContain("/feeds/430203001.ics?key=k");
        _hub.Feeds.Asked.Single().Asked.ShouldBe("create 430203001 c");
        var listed = (await _hub.Ask(leader, "{ calendarFeeds { id createdAt } }")).ToString();
        listed.ShouldContain("\"f\"");
        listed.ShouldNotContain("key=");
    }

    [Fact]
    public async Task A_refusal_is_a_typed_error_with_its_field()
    {
        _hub.Feeds.Answer = new(null, null, new Refusal(RefusalCodes.NotFound, "R046", "四(五)", "feedId", "没有", "none"));
        var refused = (await _hub.Ask(Actors.Of(Role.TownshipGovernment, "430203001"), """mutation { revokeCalendarFeed(input: {commandId: "c", feedId: "x"}) { errors { __typename code field } } }""")).ToString();
        refused.ShouldContain("NotFoundError");
        refused.ShouldContain("feedId");
        _hub.Feeds.Asked.Single().Asked.ShouldBe("revoke x");
        var malformed = (await _hub.Ask(Actors.Of(Role.TownshipGovernment, "430203001"), """mutation { createCalendarFeed(input: {commandId: "c", unit: "甲"}) { errors { __typename field } } }""")).ToString();
        malformed.ShouldContain("InvalidInputError");
    }
}
