using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OpsHub.Fixtures;

/// <summary>A server that takes what the hub sends, and answers as it is told.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _app;

    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Receiver(WebApplication app) => _app = app;

    /// <summary>Completes when something came.</summary>
    public Task First => _first.Task;

    /// <summary>Answers of the next requests; 200 when there are none left.</summary>
    public ConcurrentQueue<int> Answers { get; } = new();

    /// <summary>Body of every answer.</summary>
    public string Body { get; set; } = "";

    /// <summary>How long it thinks about each request before it answers.</summary>
    public TimeSpan Thinks { get; set; }

    /// <summary>What came, in order.</summary>
    public ConcurrentQueue<Received> Requests { get; } = new();

    public string Url => _app.Urls.Single() + "/hook";

    public static async Task<Receiver> Open()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new Receiver(builder.Build());
        receiver._app.Run(receiver.Take);
        await receiver._app.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task Take(HttpContext http)
    {
        using var body = new StreamReader(http.Request.Body);
        Requests.Enqueue(new(http.Request.Path, http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase), await body.ReadToEndAsync(), DateTimeOffset.UtcNow));
        _first.TrySetResult();
        if (Thinks > TimeSpan.Zero)
            await Task.Delay(Thinks);
        http.Response.StatusCode = Answers.TryDequeue(out var status) ? status : 200;
        if (http.Response.StatusCode is >= 300 and < 400)
            http.Response.Headers.Location = "/elsewhere";
        await http.Response.WriteAsync(Body);
    }
}

/// <summary>A request, and when it came.</summary>
internal sealed record Received(string Path, IReadOnlyDictionary<string, string> Headers, string Body, DateTimeOffset At);
