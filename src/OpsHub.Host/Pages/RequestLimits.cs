using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using OpsHub.Contracts.Surveys;
using OpsHub.GraphQL.Transports;
using OpsHub.Host.Options;

namespace OpsHub.Host.Pages;

/// <summary>What one caller may ask: a rate for each token, a smaller one for each address without a token, and a bound on requests in
/// progress that leaves sign-in and health out, so that these answer when all else is full.</summary>
internal static class RequestLimits
{
    private static readonly string[] Open = ["/public", "/papers", "/feeds", SurveyPaths.Rate];

    public static IServiceCollection AddRequestLimits(this IServiceCollection services)
    {
        services.AddRateLimiter(_ => { });
        services.AddSingleton<CallerLimits>();
        services.AddOptions<GraphQLLimits>().Configure<IOptions<LimitOptions>>((options, limits) => options.MaxStreamsPerCaller = limits.Value.StreamsPerToken);
        services.AddOptions<GraphQLSeams>().Configure<CallerLimits>((seams, limits) => (seams.MayStart, seams.TakePlace) = (limits.MayStart, limits.TakePlace));
        services.AddOptions<Microsoft.AspNetCore.RateLimiting.RateLimiterOptions>().Configure<CallerLimits>((options, limits) =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.GlobalLimiter = PartitionedRateLimiter.CreateChained(limits.Rates, limits.InProgress);
            options.OnRejected = async (context, cancel) =>
            {
                context.HttpContext.Response.Headers.RetryAfter = "1";
                await context.HttpContext.Response.WriteAsJsonAsync(
                    new { errors = new[] { new { message = "请求过多，请稍后用同一指令编号重试 / too many requests; send the same command id again in a second", extensions = new { code = "RETRY_LATER" } } } },
                    cancel);
            };
        });
        return services;
    }

    internal static PartitionedRateLimiter<HttpContext> Rates(LimitOptions limits) => PartitionedRateLimiter.Create<HttpContext, string>(http =>
    {
        if (IsHealth(http))
            return RateLimitPartition.GetNoLimiter("health");
        if (TokenOf(http) is { } token)
        {
            return RateLimitPartition.GetTokenBucketLimiter("token " + token, _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = limits.Burst, TokensPerPeriod = Math.Max(1, limits.RequestsPerSecond / 10), ReplenishmentPeriod = TimeSpan.FromMilliseconds(100), AutoReplenishment = true,
            });
        }

        return RateLimitPartition.GetTokenBucketLimiter("address " + http.Connection.RemoteIpAddress, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = limits.AnonymousPerSecond * 2, TokensPerPeriod = limits.AnonymousPerSecond, ReplenishmentPeriod = TimeSpan.FromSeconds(1), AutoReplenishment = true,
        });
    });

    // Sockets and streams stay open for days: GraphQL counts them, and what is asked over them takes its place one by one. Beside public pages, papers
    // and feeds, which have some places of their own each, the anonymous have only sign-in.
    internal static PartitionedRateLimiter<HttpContext> InProgress(LimitOptions limits) => PartitionedRateLimiter.Create<HttpContext, string>(http =>
        OpenPart(http) is { } part
            ? RateLimitPartition.GetConcurrencyLimiter(part, _ => new ConcurrencyLimiterOptions { PermitLimit = Math.Max(1, limits.AtOnce / 8), QueueLimit = limits.Waiting / 8 })
            : TokenOf(http) is null || http.WebSockets.IsWebSocketRequest || http.Request.Headers.Accept.ToString().Contains("text/event-stream", StringComparison.OrdinalIgnoreCase)
            ? RateLimitPartition.GetNoLimiter("reserve")
            : RateLimitPartition.GetConcurrencyLimiter("all", _ => new ConcurrencyLimiterOptions { PermitLimit = limits.AtOnce, QueueLimit = limits.Waiting }));

    // A flood of one kind leaves the others their places: whoever asks for public pages does not shut calendars out.
    private static string? OpenPart(HttpContext http) => Array.Find(Open, part => http.Request.Path.StartsWithSegments(part));

    private static bool IsHealth(HttpContext http) => http.Request.Path.StartsWithSegments("/health");

    private static string? TokenOf(HttpContext http) => http.User.FindFirst(JwtRegisteredClaimNames.Jti)?.Value;
}
