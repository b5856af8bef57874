using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using OpsHub.Host.Options;

namespace OpsHub.Host.Pages;

/// <summary>The bounds on callers, one set for requests and for what comes over open sockets and streams.</summary>
internal sealed class CallerLimits(IOptions<LimitOptions> limits) : IDisposable
{
    /// <summary>How many requests a caller may start.</summary>
    public PartitionedRateLimiter<HttpContext> Rates { get; } = RequestLimits.Rates(limits.Value);

    /// <summary>How many may be in progress.</summary>
    public PartitionedRateLimiter<HttpContext> InProgress { get; } = RequestLimits.InProgress(limits.Value);

    /// <summary>Counts one more operation on an open socket against its token's rate.</summary>
    public bool MayStart(HttpContext upgrade, ClaimsPrincipal user)
    {
        using var lease = Rates.AttemptAcquire(As(user, upgrade));
        return lease.IsAcquired;
    }

    /// <summary>A place for a query or mutation that came over an open socket or stream; null when there is none.</summary>
    public async ValueTask<IDisposable?> TakePlace(ClaimsPrincipal user, CancellationToken cancel)
    {
        var lease = await InProgress.AcquireAsync(As(user, null), 1, cancel);
        if (lease.IsAcquired)
            return lease;
        lease.Dispose();
        return null;
    }

    public void Dispose()
    {
        Rates.Dispose();
        InProgress.Dispose();
    }

    // A request as the same caller would send it by itself.
    private static DefaultHttpContext As(ClaimsPrincipal user, HttpContext? upgrade)
    {
        var http = new DefaultHttpContext { User = user };
        http.Connection.RemoteIpAddress = upgrade?.Connection.RemoteIpAddress;
        return http;
    }
}
