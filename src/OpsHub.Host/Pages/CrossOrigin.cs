using Microsoft.Extensions.Options;
using OpsHub.Host.Options;

namespace OpsHub.Host.Pages;

/// <summary>Lets pages of the origins named in the settings call the API. They send a bearer token like everyone: cookies are never taken along.</summary>
internal static class CrossOrigin
{
    private const string Api = "/graphql";
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    /// <summary>Before everything that may refuse, so that such a page can read the refusal too.</summary>
    public static void UseCrossOrigin(this WebApplication app)
    {
        string[] origins = [.. app.Services.GetRequiredService<IOptions<CrossOriginOptions>>().Value.Origins];
        if (origins.Length == 0)
            return;
        app.UseWhen(http => http.Request.Path.StartsWithSegments(Api), api => api.UseCors(policy => policy
            .WithOrigins(origins).WithMethods("GET", "POST").WithHeaders("Authorization", "Content-Type", "Accept").WithExposedHeaders("Retry-After").SetPreflightMaxAge(Remembered)));
    }
}
