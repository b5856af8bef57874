using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OpsHub.Contracts.Accounts;
using OpsHub.Contracts.Deadlines;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Hierarchy;
using OpsHub.Host.Database;

namespace OpsHub.Host.Accounts;

/// <summary>A bearer token that was just issued.</summary>
/// <param name="Id">Its id, by which it can be revoked.</param>
/// <param name="Token">The token.</param>
/// <param name="ExpiresAt">When it lapses.</param>
internal sealed record IssuedToken(string Id, string Token, DateTimeOffset ExpiresAt);

/// <summary>Issues bearer tokens and remembers that it did.</summary>
internal sealed class TokenIssuer(SigningKeys keys, IDbContextFactory<HostContext> database, HubClock clock)
{
    /// <summary>Issuer and audience of every token.</summary>
    public const string Name = "opshub";

    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <summary>The principal of tokens of a name.</summary>
    public static string PrincipalOf(string name) => $"token:{name}";

    /// <summary>A token that is nobody's account: a wall, an integrator, a script.</summary>
    public Task<IssuedToken> Issue(Role role, OrganCode organ, bool backdates, TimeSpan life, CancellationToken cancel = default) =>
        Issue(null, role, organ, backdates, life, null, cancel);

    /// <summary>A token that is nobody's account, under a name that stays when it is renewed; without one its principal is new.</summary>
    public Task<IssuedToken> Issue(string? name, Role role, OrganCode organ, bool backdates, TimeSpan life, string? language, CancellationToken cancel = default)
    {
        var id = NewId();
        return Issue(id, new Actor(PrincipalOf(name ?? id), role, organ, backdates), life, language, cancel);
    }

    /// <summary>A token of an account.</summary>
    public Task<IssuedToken> Issue(Actor actor, TimeSpan life, string? language, CancellationToken cancel = default) =>
        Issue(NewId(), actor, life, language, cancel);

    private async Task<IssuedToken> Issue(string id, Actor actor, TimeSpan life, string? language, CancellationToken cancel)
    {
        var now = clock.Now;
        var claims = ActorClaims.ToClaims(actor).Append(new Claim(JwtRegisteredClaimNames.Jti, id));
        if (language is not null)
            claims = claims.Append(new Claim(ActorClaims.Language, language));
        var token = Handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Name,
            Audience = Name,
            Subject = new ClaimsIdentity(claims),
            IssuedAt = now.UtcDateTime,
            Expires = (now + life).UtcDateTime,
            SigningCredentials = new SigningCredentials(await keys.Load(cancel), SecurityAlgorithms.HmacSha256),
        });
        await using var context = await database.CreateDbContextAsync(cancel);
        context.AccessTokens.Add(new AccessToken
        {
            Id = id, Principal = actor.Principal, Role = actor.Role, Organ = actor.Organ.Value, Backdates = actor.Backdates, IssuedAt = now, ExpiresAt = now + life,
        });
        await context.SaveChangesAsync(cancel);
        return new IssuedToken(id, token, now + life);
    }

    private string NewId() => Guid.CreateVersion7(clock.Now).ToString("N");
}
