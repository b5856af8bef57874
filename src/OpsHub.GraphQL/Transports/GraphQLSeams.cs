using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace OpsHub.GraphQL.Transports;

/// <summary>
/// Who stands behind a bearer token given in connection_init (without the word Bearer; null when none was given).
/// Null refuses the socket. Called again while a socket or an event stream lives, so that revoked and expired tokens lose it.
/// </summary>
public delegate ValueTask<ClaimsPrincipal?> SocketAuthenticator(HttpContext upgrade, string? bearer, CancellationToken cancel);

/// <summary>What the transports ask their host about callers.</summary>
public sealed class GraphQLSeams
{
    /// <summary>By default the host's own authentication scheme, as if the token had come in the Authorization header.</summary>
    public SocketAuthenticator AuthenticateSocket { get; set; } = Sockets.HeaderAuthentication.AuthenticateAsync;

    /// <summary>Who may ask for the schema and be told names that almost match.</summary>
    public Func<ClaimsPrincipal, bool> MayIntrospect { get; set; } = IsSignedIn;

    /// <summary>
    /// Callers with equal keys may be given the same answer of live fields. Null shares nothing.
    /// By default role, unit and language claims, and the language asked for.
    /// </summary>
    public Func<HttpContext, string?> ScopeKey { get; set; } = DefaultScopeKey;

    /// <summary>
    /// May the caller start one more operation on an open socket? Counts it against the caller's rate, as a request over HTTP is counted
    /// before it comes here; false is answered RETRY_LATER.
    /// </summary>
    public Func<HttpContext, ClaimsPrincipal, bool> MayStart { get; set; } = (_, _) => true;

    /// <summary>
    /// A place among the queries and mutations in progress, for one that came over a socket or an event stream: these stay open for days
    /// and aren't counted as requests. Given back when disposed; null is answered RETRY_LATER.
    /// </summary>
    public Func<ClaimsPrincipal, CancellationToken, ValueTask<IDisposable?>> TakePlace { get; set; } = (_, _) => new(Nothing.Instance);

    /// <summary>Who a caller is when its open sockets and streams are counted. By default the token's id, else the account's.</summary>
    public Func<ClaimsPrincipal, string> CallerKey { get; set; } =
        user => user.FindFirst("jti")?.Value ?? user.FindFirst("sub")?.Value ?? user.Identity?.Name ?? "";

    internal static bool IsSignedIn(ClaimsPrincipal user) => user.Identity?.IsAuthenticated == true;

    private static readonly HashSet<string> ScopeClaims =
        new(StringComparer.Ordinal) { ClaimTypes.Role, "role", "unit", "language" };

    private static string? DefaultScopeKey(HttpContext http)
    {
        if (!IsSignedIn(http.User))
            return null;
        var claims = http.User.Claims.Where(c => ScopeClaims.Contains(c.Type))
            .Select(c => $"{c.Type}\u001f{c.Value}").Order(StringComparer.Ordinal);
        return string.Join('\u001e', claims.Append(http.Request.Headers.AcceptLanguage.ToString()));
    }

    private sealed class Nothing : IDisposable
    {
        public static readonly Nothing Instance = new();

        public void Dispose()
        {
        }
    }
}
