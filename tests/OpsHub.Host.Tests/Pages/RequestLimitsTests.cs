using Microsoft.AspNetCore.Http;
using OpsHub.Host.Options;
using OpsHub.Host.Pages;

namespace OpsHub.Host.Tests.Pages;

public sealed class RequestLimitsTests
{
    [Theory]
    [InlineData("/public/consultations", "/feeds/430203001.ics")]
    [InlineData("/feeds/430203001.ics", "/papers/consultations/XS2026-000001/notices/1")]
    [InlineData("/papers/consultations/XS2026-000001/notices/1", "/public/consultations")]
    public void A_flood_of_one_open_path_is_bounded_and_leaves_the_others_their_places(string flooded, string other)
    {
        using var places = RequestLimits.InProgress(new LimitOptions { AtOnce = 16, Waiting = 0 });
        places.AttemptAcquire(At(flooded)).IsAcquired.ShouldBeTrue();
        places.AttemptAcquire(At(flooded)).IsAcquired.ShouldBeTrue();
        places.AttemptAcquire(At(flooded)).IsAcquired.ShouldBeFalse();
        places.AttemptAcquire(At(other)).IsAcquired.ShouldBeTrue();
    }

    private static DefaultHttpContext At(string path)
    {
        var http = new DefaultHttpContext();
        http.Request.Path = path;
        return http;
    }
}
