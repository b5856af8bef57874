using OpsHub.Host.Accounts;

namespace OpsHub.Host.Pages;

/// <summary>What every answer says to browsers: no frames, no guessing of types, only our own scripts.</summary>
internal static class SecurityHeaders
{
    // ECharts and React set styles in the page; scripts come from files only.
    private const string Wall =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        + "connect-src 'self' ws: wss:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'";

    // Hangfire's and Orleans' own pages carry scripts in the page; only the administrator gets there.
    private const string Office =
        "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        + "font-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'self'; form-action 'self'; object-src 'none'";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = OfficeDoor.IsOffice(http.Request.Path) ? Office : Wall;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        return next(http);
    });
}
