using OpsHub.Contracts.Consultations;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Host.Doors.Feeds;

/// <summary>A feed's key as it is stored: of its secret only the hash.</summary>
internal sealed class CalendarFeed
{
    public required string Id { get; init; }

    public required string SecretHash { get; init; }

    public required string Principal { get; init; }

    public required Role Role { get; init; }

    public required string Organ { get; init; }

    public required string Unit { get; init; }

    public string? TokenId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>The actor whose eyes it has: the role when it was made.</summary>
    public Actor ToActor() => new(Principal, Role, OrganCode.Parse(Organ));

    public CalendarFeedRow ToRow() => new(Id, UnitCode.Parse(Unit), CreatedAt, ExpiresAt, RevokedAt);
}
