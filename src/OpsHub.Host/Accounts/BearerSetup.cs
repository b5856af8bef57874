using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OpsHub.Contracts.Accounts;
using OpsHub.Contracts.Deadlines;

namespace OpsHub.Host.Accounts;

/// <summary>How a bearer token is checked: signature, issuer, times by the hub's clock, revocation, and that it names an actor.</summary>
internal sealed class BearerSetup(SigningKeys keys, Revocations revocations, HubClock clock) : IConfigureNamedOptions<JwtBearerOptions>
{
    public void Configure(string? name, JwtBearerOptions options) => Configure(options);

    public void Configure(JwtBearerOptions options)
    {
        options.MapInboundClaims = false;
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidIssuer = TokenIssuer.Name,
            ValidAudience = TokenIssuer.Name,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            IssuerSigningKeyResolver = (_, _, _, _) => [keys.Key],
            LifetimeValidator = (from, until, _, _) => (from is null || from <= clock.Now.UtcDateTime) && until > clock.Now.UtcDateTime,
            NameClaimType = ActorClaims.Principal,
            RoleClaimType = ActorClaims.Role,
        };
        options.Events = new JwtBearerEvents { OnMessageReceived = FromCookie, OnTokenValidated = Check, OnChallenge = ToForm };
    }

    // Dashboards are opened by a browser, which sends no header; the API takes the header only, so no other site can use the cookie on it.
    private static Task FromCookie(MessageReceivedContext context)
    {
        if (OfficeDoor.IsOffice(context.Request.Path) && string.IsNullOrEmpty(context.Request.Headers.Authorization))
            context.Token = context.Request.Cookies[OfficeDoor.Cookie];
        return Task.CompletedTask;
    }

    // A browser that opens an operators' page is shown the form; everything else gets the plain 401.
    private static Task ToForm(JwtBearerChallengeContext context)
    {
        if (OfficeDoor.IsOffice(context.Request.Path) && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal))
        {
            context.Response.Redirect(OfficeDoor.Path);
            context.HandleResponse();
        }

        return Task.CompletedTask;
    }

    private Task Check(TokenValidatedContext context)
    {
        if (context.Principal is not { } user || ActorClaims.FromClaims(user) is null)
            context.Fail("The token names no actor.");
        else if (user.FindFirst(JwtRegisteredClaimNames.Jti)?.Value is not { } id || revocations.Contains(id))
            context.Fail("The token was revoked.");
        return Task.CompletedTask;
    }
}
