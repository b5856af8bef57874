using System.Net;
using System.Net.Http.Headers;
using OpsHub.Contracts.Deadlines;
using OpsHub.Domain.Notices;

namespace OpsHub.Host.Notices;

/// <summary>Signed webhooks (签名回调) by the Standard Webhooks specification. The id stays the same over retries, so that a receiver can drop doubles.</summary>
internal sealed class WebhookSender(OutgoingHttp http, HubClock clock) : IChannelSender
{
    public ChannelKind Kind => ChannelKind.Webhook;

    public async Task Send(OutgoingMessage message, CancellationToken cancel)
    {
        var now = clock.Now;
        var body = NoticeBody.Of(message.Parcel, now);
        using var request = new HttpRequestMessage(HttpMethod.Post, message.Target) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        request.Headers.Add(WebhookSignature.IdHeader, message.Parcel.Key);
        request.Headers.Add(WebhookSignature.TimestampHeader, WebhookSignature.Timestamp(now));
        if (message.Secrets.Count > 0)
            request.Headers.Add(WebhookSignature.SignatureHeader, string.Join(' ', message.Secrets.Select(s => WebhookSignature.Of(s, message.Parcel.Key, now, body))));
        await http.Send(request, cancel);
    }
}

/// <summary>HTTP to addresses that others have set: no redirects, no proxy, no cookies, public addresses only, an answer in time, of which little is read.</summary>
internal sealed class OutgoingHttp : IDisposable
{
    private const int MostRead = 4_096;

    private readonly HttpClient _client;

    public OutgoingHttp(PublicAddresses addresses, TimeSpan timeout)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ConnectCallback = addresses.Connect,
            ConnectTimeout = timeout,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            MaxResponseHeadersLength = 16,
            ResponseDrainTimeout = TimeSpan.Zero,
        };
        _client = new HttpClient(handler) { Timeout = timeout };
        _client.DefaultRequestHeaders.UserAgent.ParseAdd("OpsHub-Notices/1");
    }

    /// <summary>Sends, and gives the beginning of the answer.</summary>
    /// <exception cref="SendFailedException">The answer is not 2xx.</exception>
    public async Task<byte[]> Send(HttpRequestMessage request, CancellationToken cancel)
    {
        using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
        if (!response.IsSuccessStatusCode)
            throw new SendFailedException($"HTTP {(int)response.StatusCode}", IsPermanent(response.StatusCode));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(_client.Timeout); // the client's own holds only up to the headers
        var read = new byte[MostRead];
        await using var body = await response.Content.ReadAsStreamAsync(limit.Token);
        var length = await body.ReadAtLeastAsync(read, MostRead, throwOnEndOfStream: false, limit.Token);
        return read[..length];
    }

    public void Dispose() => _client.Dispose();

    // Only what is said of this very message. A wrong secret, a missing path, a closed door are the receiver's settings: they are mended, and then all of it is wanted.
    private static bool IsPermanent(HttpStatusCode status) => status
        is HttpStatusCode.BadRequest or HttpStatusCode.Gone or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnsupportedMediaType or HttpStatusCode.UnprocessableEntity;
}
