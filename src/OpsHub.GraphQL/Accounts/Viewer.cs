using System.Runtime.CompilerServices;
using System.Security.Claims;
using GraphQL;
using OpsHub.Contracts.Accounts;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Accounts;

/// <summary>Who asks, as the claims say: the actor and the language preferred.</summary>
internal sealed record Viewer(Actor Actor, Language Language)
{
    private static readonly ConditionalWeakTable<ClaimsPrincipal, Viewer> Known = [];

    /// <summary>The viewer of a request; every resolver may ask, the claims are read once.</summary>
    public static Viewer Of(IResolveFieldContext context) =>
        context.User is { } user ? Of(user) : throw Unauthenticated();

    public static Viewer Of(ClaimsPrincipal user) => Known.TryGetValue(user, out var known) ? known : Known.GetValue(user, Read);

    public static Language LanguageOf(string? name) => string.Equals(name, "en", StringComparison.OrdinalIgnoreCase) ? Language.En : Language.Zh;

    private static Viewer Read(ClaimsPrincipal user) => ActorClaims.FromClaims(user) is { } actor
        ? new Viewer(actor, LanguageOf(user.FindFirst(ActorClaims.Language)?.Value))
        : throw Unauthenticated();

    private static RequestError Unauthenticated() => new("UNAUTHENTICATED", "This token names no actor: sign in, or have another token issued.");
}
