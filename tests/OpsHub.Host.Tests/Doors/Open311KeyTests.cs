using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using OpsHub.Host.Doors.Open311;
using OpsHub.Host.Options;
using OpsHub.Host.Pages;

namespace OpsHub.Host.Tests.Doors;

/// <summary>What nobody yet has sent is read where a key may stand in it, little of it, and no more often than its address may ask.</summary>
public sealed class Open311KeyTests : IDisposable
{
    private const string Report = "/open311/v2/requests.json";

    private readonly ServiceProvider _services;
    private readonly RequestDelegate _door;

    public Open311KeyTests()
    {
        var limits = new CallerLimits(Microsoft.Extensions.Options.Options.Create(new LimitOptions { AnonymousPerSecond = 1 }));
        _services = new ServiceCollection().AddLogging().AddSingleton(limits).BuildServiceProvider();
        var app = new ApplicationBuilder(_services);
        app.UseOpen311Key();
        app.Run(http => Task.CompletedTask);
        _door = app.Build();
    }

    public void Dispose() => _services.Dispose();

    [Fact]
    public async Task The_key_of_a_reports_form_becomes_the_header()
    {
        var http = await Send(Report);
        http.Request.Headers.Authorization.ToString().ShouldBe("Bearer secret");
        http.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize.ShouldBe(Open311Key.LargestForm);
    }

    [Theory]
    [InlineData("/open311/v2/services.json", "", null)]
    [InlineData("/open311/anything", "", null)]
    [InlineData(Report, "?api_key=other", null)]
    [InlineData(Report, "", "Bearer mine")]
    public async Task Nothing_else_is_read_before_sign_in(string path, string query, string? header) =>
        (await Send(path, query, header)).Request.Body.Position.ShouldBe(0);

    [Fact]
    public async Task Above_the_rate_of_its_address_nothing_is_read()
    {
        HttpContext last;
        var sent = 0;
        do
            last = await Send(Report);
        while (last.Response.StatusCode == 200 && ++sent < 20);
        (last.Response.StatusCode, last.Request.Body.Position, last.Response.Headers.RetryAfter.ToString()).ShouldBe((429, 0, "1"));
    }

    private async Task<HttpContext> Send(string path, string query = "", string? header = null)
    {
        var http = new DefaultHttpContext { RequestServices = _services };
        http.Features.Set<IHttpMaxRequestBodySizeFeature>(new Bound());
        (http.Request.Method, http.Request.Path, http.Request.QueryString) = ("POST", path, new QueryString(query));
        (http.Request.ContentType, http.Request.Body) = ("application/x-www-form-urlencoded", new MemoryStream(Encoding.UTF8.GetBytes("api_key=secret")));
        if (header is not null)
            http.Request.Headers.Authorization = header;
        await _door(http);
        return http;
    }

    private sealed class Bound : IHttpMaxRequestBodySizeFeature
    {
        public bool IsReadOnly => false;

        public long? MaxRequestBodySize { get; set; } = 1 << 20;
    }
}
