using OpsHub.Host.Accounts;
using OpsHub.Host.Startup;

namespace OpsHub.Host.Health;

/// <summary>Until the hub is ready it gives no data: figures that still move would be taken for true.</summary>
internal static class ReadyGate
{
    private static readonly string[] Behind = ["/graphql", "/doors", "/open311", "/public", "/papers", "/feeds", OfficeDoor.Path, "/jobs", "/silo", "/metrics"];

    public static void UseReadyGate(this IApplicationBuilder app)
    {
        var state = app.ApplicationServices.GetRequiredService<StartupState>();
        app.Use((http, next) =>
        {
            if (state.IsReady || !Behind.Any(path => http.Request.Path.StartsWithSegments(path)))
                return next(http);
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            http.Response.Headers.RetryAfter = "2";
            return http.Response.WriteAsJsonAsync(new
            {
                errors = new[] { new { message = $"系统正在启动（{state.Step}） / the hub is starting ({state.Step})", extensions = new { code = "RETRY_LATER" } } },
            });
        });
    }
}
