using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Contracts.Consultations;

/// <summary>A key that reads one unit's calendar feed and nothing else (日历订阅).</summary>
/// <param name="Id">Its id, by which it is revoked.</param>
/// <param name="Unit">The unit whose sessions and duties it shows.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ExpiresAt">When it lapses with the token it came from; null where an account has it.</param>
/// <param name="RevokedAt">When it was revoked, or null.</param>
public sealed record CalendarFeedRow(string Id, UnitCode Unit, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? RevokedAt);

/// <summary>The answer to a command about a feed.</summary>
/// <param name="Feed">The feed, or null when refused.</param>
/// <param name="Address">Its address with the secret: in this answer only, and not again when the command is repeated. Else null.</param>
/// <param name="Refusal">Why it was refused, else null.</param>
public sealed record CalendarFeedAnswer(CalendarFeedRow? Feed, string? Address, Refusal? Refusal);

/// <summary>Makes and revokes keys of calendar feeds. A port: the host implements it beside accounts and tokens, with which a feed ends.</summary>
public interface ICalendarFeeds
{
    /// <summary>A feed of the unit for the actor; a former one of the same actor and unit is revoked. The same command id makes nothing twice.</summary>
    /// <param name="actor">Who asks: the feed shows what this role reads.</param>
    /// <param name="tokenId">Id of the token that asks.</param>
    /// <param name="unit">A unit within what the actor reads.</param>
    /// <param name="commandId">Command id.</param>
    /// <param name="cancel">Gives up.</param>
    Task<CalendarFeedAnswer> Create(Actor actor, string? tokenId, UnitCode unit, string commandId, CancellationToken cancel = default);

    /// <summary>Revokes a feed of the actor's own; one that is revoked stays so.</summary>
    Task<CalendarFeedAnswer> Revoke(Actor actor, string feedId, CancellationToken cancel = default);

    /// <summary>The actor's feeds that hold, newest first, at most 100.</summary>
    Task<IReadOnlyList<CalendarFeedRow>> Of(Actor actor, CancellationToken cancel = default);
}
