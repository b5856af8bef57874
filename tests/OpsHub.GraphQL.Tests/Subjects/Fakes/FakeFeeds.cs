using OpsHub.Contracts.Consultations;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.GraphQL.Tests.Subjects.Fakes;

/// <summary>Calendar feeds in memory. Their keys and ends are the host tests' matter.</summary>
public sealed class FakeFeeds : ICalendarFeeds
{
    /// <summary>What came, in order.</summary>
    public List<(string Principal, string? Token, string Asked)> Asked { get; } = [];

    /// <summary>What is answered.</summary>
    public CalendarFeedAnswer Answer { get; set; } = new(null, null, null);

    public Task<CalendarFeedAnswer> Create(Actor actor, string? tokenId, UnitCode unit, string commandId, CancellationToken cancel = default)
    {
        Asked.Add((actor.Principal, tokenId, $"create {unit} {commandId}"));
        return Task.FromResult(Answer);
    }

    public Task<CalendarFeedAnswer> Revoke(Actor actor, string feedId, CancellationToken cancel = default)
    {
        Asked.Add((actor.Principal, null, $"revoke {feedId}"));
        return Task.FromResult(Answer);
    }

    public Task<IReadOnlyList<CalendarFeedRow>> Of(Actor actor, CancellationToken cancel = default) =>
        Task.FromResult<IReadOnlyList<CalendarFeedRow>>(Answer.Feed is { } feed ? [feed] : []);
}
