using System.Security.Claims;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Contracts.Accounts;

/// <summary>How an actor stands in the claims of a bearer token or a sign-in (身份声明). The one place that knows their names.</summary>
public static class ActorClaims
{
    /// <summary>The principal: stable id of the account or token.</summary>
    public const string Principal = "sub";

    /// <summary>Name of the <see cref="Domain.Accounts.Role"/>.</summary>
    public const string Role = "role";

    /// <summary>Code of the organ it acts for, e.g. <c>430203001</c>.</summary>
    public const string Organ = "organ";

    /// <summary><c>true</c> when it may enter past instants (补录); otherwise absent.</summary>
    public const string Backdate = "backdate";

    /// <summary>Language preferred, <c>zh</c> or <c>en</c>; absent for Chinese. No part of the actor.</summary>
    public const string Language = "lang";

    /// <summary>The actor behind the claims; null when nobody is signed in or a claim is missing, doubled or malformed.</summary>
    public static Actor? FromClaims(ClaimsPrincipal user)
    {
        if (user.Identity?.IsAuthenticated != true
            || Only(user, Principal) is not { Length: > 0 and <= 200 } principal
            || Only(user, Role) is not { } roleName || !Enum.TryParse<Role>(roleName, out var role) || !Enum.IsDefined(role) || role.ToString() != roleName
            || !OrganCode.TryParse(Only(user, Organ), out var organ))
        {
            return null;
        }

        return new Actor(principal, role, organ, Only(user, Backdate) == "true");
    }

    /// <summary>The claims of an actor; <see cref="FromClaims"/> gives it back.</summary>
    public static IEnumerable<Claim> ToClaims(Actor actor)
    {
        yield return new Claim(Principal, actor.Principal);
        yield return new Claim(Role, actor.Role.ToString());
        yield return new Claim(Organ, actor.Organ.Value);
        if (actor.Backdates)
            yield return new Claim(Backdate, "true");
    }

    // A second claim of the same name would let whoever adds it choose; such a token is no actor's.
    private static string? Only(ClaimsPrincipal user, string type)
    {
        string? found = null;
        foreach (var claim in user.FindAll(type))
        {
            if (found is not null)
                return null;
            found = claim.Value;
        }

        return found;
    }
}
