using OpsHub.Domain.Accounts;

namespace OpsHub.Host.Accounts;

/// <summary>A bearer token that was issued; the token itself is not kept.</summary>
internal sealed class AccessToken
{
    /// <summary>The token's id (jti).</summary>
    public required string Id { get; init; }

    public required string Principal { get; init; }

    public required Role Role { get; init; }

    public required string Organ { get; init; }

    public required bool Backdates { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? RevokedAt { get; set; }
}

/// <summary>The key that all processes sign tokens with.</summary>
internal sealed class SigningKey
{
    public required string Id { get; init; }

    /// <summary>Base64.</summary>
    public required string Secret { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
