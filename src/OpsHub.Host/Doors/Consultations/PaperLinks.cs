using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OpsHub.Contracts.Accounts;
using OpsHub.Contracts.Deadlines;
using OpsHub.Domain.Accounts;
using OpsHub.Host.Accounts;

namespace OpsHub.Host.Doors.Consultations;

/// <summary>Short-lived links to printable documents (打印链接). Sign-in is a bearer header, which a new tab of a browser does not send; the link carries the
/// actor for one consultation instead. It is no token: nothing else takes it, and what the actor may read is asked again when it is opened (decision 0025).</summary>
internal sealed class PaperLinks(SigningKeys keys, Revocations revocations, HubClock clock)
{
    /// <summary>How long a link holds: long enough to print, too short to be passed on.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private const string Audience = "opshub-paper";
    private const string Number = "paper";
    private const string Origin = "origin";
    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <summary>A link's secret part and when it lapses.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="tokenId">Id of the token that asks: once that is revoked, so is the link.</param>
    /// <param name="number">The consultation's number.</param>
    public (string Link, DateTimeOffset ExpiresAt) Make(Actor actor, string? tokenId, string number)
    {
        var (now, until) = (clock.Now, clock.Now + Life);
        var link = Handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = TokenIssuer.Name,
            Audience = Audience,
            Subject = new ClaimsIdentity([.. ActorClaims.ToClaims(actor), new Claim(Number, number), new Claim(Origin, tokenId ?? "")]),
            IssuedAt = now.UtcDateTime,
            Expires = until.UtcDateTime,
            SigningCredentials = new SigningCredentials(keys.Key, SecurityAlgorithms.HmacSha256),
        });
        return (link, until);
    }

    /// <summary>The actor of a link to this consultation, or null when it is none, lapsed, or for another one.</summary>
    public async Task<Actor?> Read(string link, string number)
    {
        var result = await Handler.ValidateTokenAsync(link, new TokenValidationParameters
        {
            ValidIssuer = TokenIssuer.Name,
            ValidAudience = Audience,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            IssuerSigningKey = keys.Key,
            LifetimeValidator = (_, until, _, _) => until > clock.Now.UtcDateTime,
        });
        return result.IsValid && result.ClaimsIdentity is { } identity
            && identity.FindFirst(Number)?.Value == number
            && !revocations.Contains(identity.FindFirst(Origin)?.Value ?? "")
            ? ActorClaims.FromClaims(new ClaimsPrincipal(identity))
            : null;
    }
}
