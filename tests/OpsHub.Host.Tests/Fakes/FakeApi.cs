using System.Net;
using System.Text;
using System.Text.Json;
using OpsHub.Host.Replay;

namespace OpsHub.Host.Tests.Fakes;

/// <summary>The hub's API behind a client: answers a query's text with a JSON text, or throws.</summary>
internal sealed class FakeApi(Func<string, string> answer) : HttpMessageHandler
{
    private int _asked;

    public int Asked => _asked;

    public ReplayClient Client => new(new HttpClient(this) { BaseAddress = new Uri("http://hub") }, (_, _, _) => ValueTask.FromResult("token"));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _asked);
        var body = JsonDocument.Parse(await request.Content!.ReadAsStringAsync(cancellationToken)).RootElement;
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(answer(body.GetProperty("query").GetString()!), Encoding.UTF8, "application/json") };
    }
}
