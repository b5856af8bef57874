using Microsoft.AspNetCore.Mvc;
using OpsHub.Contracts.Accounts;
using OpsHub.Domain.Accounts;

namespace OpsHub.Host.Accounts;

/// <summary>Sign-in for the operators' pages (/jobs, /silo, /metrics): a form that sets a cookie which only these pages read.</summary>
internal static class OfficeDoor
{
    /// <summary>Name of the cookie.</summary>
    public const string Cookie = "opshub-office";

    /// <summary>Policy: the administrator.</summary>
    public const string Policy = "office";

    /// <summary>Where the form is.</summary>
    public const string Path = "/office";

    private static readonly string[] Pages = ["/jobs", "/silo", "/metrics"];

    /// <summary>True for the operators' pages.</summary>
    public static bool IsOffice(PathString path) => Pages.Any(p => path.StartsWithSegments(p));

    public static void MapOfficeDoor(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Path, () => Form("")).AllowAnonymous();
        // The cookie is SameSite=Strict and nothing is signed in yet: there is no session that another site could ride on.
        endpoints.MapPost(Path, SignIn).AllowAnonymous().DisableAntiforgery();
    }

    private static async Task<IResult> SignIn([FromForm] string account, [FromForm] string password, ISignIn door, HttpContext http, CancellationToken cancel)
    {
        if (await door.SignIn(account, password, cancel) is not { Actor.Role: Role.Administrator } signedIn)
            return Form("账号或密码不正确，或不是管理员。 Account and password don't fit, or it is no administrator.", StatusCodes.Status401Unauthorized);
        http.Response.Cookies.Append(Cookie, signedIn.Token, new CookieOptions
        {
            HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, Expires = signedIn.ExpiresAt, Path = "/",
        });
        return Results.Redirect("/jobs");
    }

    private static IResult Form(string message, int status = StatusCodes.Status200OK) => Results.Content(
        $"""
        <!doctype html><html lang="zh"><meta charset="utf-8"><title>OpsHub</title>
        <h1>运维页面登录 / Operators' sign-in</h1><p role="alert">{message}</p>
        <form method="post" action="{Path}">
        <p><label>账号 / account <input name="account" autocomplete="username" required></label>
        <p><label>密码 / password <input name="password" type="password" autocomplete="current-password" required></label>
        <p><button>登录 / sign in</button></form>
        <p><a href="/jobs">/jobs</a> <a href="/silo/">/silo</a> <a href="/metrics">/metrics</a></html>
        """,
        "text/html; charset=utf-8", statusCode: status);
}
