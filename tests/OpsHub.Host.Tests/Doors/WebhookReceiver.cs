using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OpsHub.Host.Tests.Processes;

namespace OpsHub.Host.Tests.Doors;

/// <summary>A source system's receiver: keeps what comes, and fails the first time of each message, as receivers do.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<Received> _all = [];
    private readonly Task _listening;

    public WebhookReceiver()
    {
        Url = $"http://localhost:{HubProcess.FreePort()}/status/";
        _listener.Prefixes.Add(Url);
        _listener.Start();
        _listening = Listen();
    }

    public string Url { get; }

    /// <summary>Each attempt, in the order in which they came.</summary>
    public IReadOnlyList<Received> All => [.. _all];

    /// <summary>Waits until so many messages about a ticket got through; what they say, each once.</summary>
    public async Task<List<Received>> About(string number, int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        while (true)
        {
            var told = All.Where(r => r.Taken && r.Data.GetProperty("number").GetString() == number).DistinctBy(r => r.Id).ToList();
            if (told.Count >= count)
                return told;
            await Task.Delay(100, patience.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _listening;
    }

    private async Task Listen()
    {
        while (true)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                var id = context.Request.Headers["webhook-id"]!;
                var isFirst = All.All(r => r.Id != id);
                _all.Enqueue(new(id, context.Request.Headers["webhook-timestamp"]!, context.Request.Headers["webhook-signature"]!, body.ToArray(), Taken: !isFirst));
                context.Response.StatusCode = isFirst ? 503 : 204;
                context.Response.Close();
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}

/// <summary>One attempt.</summary>
internal sealed record Received(string Id, string Timestamp, string Signature, byte[] Body, bool Taken)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public JsonElement Data => Json.GetProperty("data");

    /// <summary>What Standard Webhooks says the signature is.</summary>
    public string Expected(string secret)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{Id}.{Timestamp}."), .. Body];
        return "v1," + Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret["whsec_".Length..]), signed));
    }
}
