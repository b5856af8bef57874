using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace OpsHub.GraphQL.Transports.Sockets;

/// <summary>
/// Asks the host's authentication as if the token of connection_init had come in the Authorization header. A request of
/// its own, because a scheme answers once per request, and has already answered for the upgrade.
/// </summary>
internal static class HeaderAuthentication
{
    public static async ValueTask<ClaimsPrincipal?> AuthenticateAsync(HttpContext upgrade, string? bearer, CancellationToken cancel)
    {
        var header = bearer is null ? upgrade.Request.Headers.Authorization.ToString() : "Bearer " + bearer;
        if (header.Length == 0)
            return IsFromElsewhere(upgrade.Request) ? null : upgrade.User;
        var scope = upgrade.RequestServices.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        await using var _ = scope.ConfigureAwait(false);
        if (scope.ServiceProvider.GetService<IAuthenticationService>() is not { } authentication)
            return null;
        var asked = new DefaultHttpContext { RequestServices = scope.ServiceProvider, RequestAborted = cancel };
        asked.Request.Scheme = upgrade.Request.Scheme;
        asked.Request.Host = upgrade.Request.Host;
        asked.Request.Headers.Authorization = header;
        var result = await authentication.AuthenticateAsync(asked, scheme: null).ConfigureAwait(false);
        return result.Succeeded ? result.Principal : null;
    }

    // A browser sends cookies with upgrades from any site: what came with them counts only on our own pages.
    private static bool IsFromElsewhere(HttpRequest request) =>
        request.Headers.Origin.ToString() is { Length: > 0 } origin
        && !(Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Authority == request.Host.Value);
}
