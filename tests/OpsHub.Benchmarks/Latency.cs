using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using OpsHub.Fixtures;

namespace OpsHub.Benchmarks;

/// <summary>Time from a write's acknowledgement until every subscriber of a unit has seen its figure.</summary>
internal static class Latency
{
    private const int Writes = 20;

    public static async Task<LoadResult> Measure(HubProcess hub, string token, string unit, string grid, int subscribers, string name, string? writer = null)
    {
        var seen = Enumerable.Range(0, subscribers).Select(_ => new ConcurrentQueue<(long At, int Open)>()).ToArray();
        using var stop = new CancellationTokenSource();
        var sockets = await Task.WhenAll(seen.Select(q => Subscribe(hub, token, unit, q, stop.Token)));
        while (seen.Any(q => q.IsEmpty))
            await Task.Delay(20);
        await Task.Delay(500);
        var acknowledged = new List<(long At, int Open)>();
        var open = seen[0].Last().Open;
        for (var i = 0; i < Writes; i++)
        {
            _ = CaseSteps.Accepted(await hub.Query(writer ?? token, CaseSteps.Report, CaseSteps.ReportInput($"{name}-{i}", grid)), "reportCase")
                ?? throw new InvalidOperationException("RETRY_LATER");
            acknowledged.Add((Stopwatch.GetTimestamp(), ++open));
            await Task.Delay(400);
        }

        await Task.Delay(1000);
        await stop.CancelAsync();
        var latencies = new List<long>();
        var missed = 0;
        foreach (var queue in seen)
        {
            foreach (var (at, expected) in acknowledged)
            {
                var hit = queue.FirstOrDefault(s => s.Open >= expected);
                if (hit == default)
                    missed++;
                else
                    latencies.Add(Math.Max(0, hit.At - at));
            }
        }

        foreach (var socket in sockets)
            socket.Dispose();
        return Load.Result([.. latencies.Order()], TimeSpan.FromSeconds(Writes * 0.4), missed);
    }

    private static async Task<ClientWebSocket> Subscribe(HubProcess hub, string token, string unit, ConcurrentQueue<(long, int)> seen, CancellationToken stop)
    {
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        socket.Options.SetRequestHeader("Authorization", $"Bearer {token}"); // else five hundred at once meet the bound on the anonymous of one address
        await socket.ConnectAsync(new Uri(hub.Address.ToString().Replace("http", "ws", StringComparison.Ordinal) + "graphql"), stop);
        await Send(new { type = "connection_init", payload = new { authorization = $"Bearer {token}" } });
        await Receive();
        await Send(new { id = "1", type = "subscribe", payload = new { query = $"subscription{{unitSummary(code:\"{unit}\"){{summary{{open}}}}}}" } });
        _ = Task.Run(Loop, CancellationToken.None);
        return socket;

        async Task Loop()
        {
            try
            {
                while (!stop.IsCancellationRequested)
                {
                    var message = JsonDocument.Parse(await Receive()).RootElement;
                    var at = Stopwatch.GetTimestamp();
                    if (message.GetProperty("type").GetString() == "ping")
                        await Send(new { type = "pong" });
                    else if (message.GetProperty("type").GetString() == "next")
                        seen.Enqueue((at, message.GetProperty("payload").GetProperty("data").GetProperty("unitSummary").GetProperty("summary").GetProperty("open").GetInt32()));
                }
            }
            catch (Exception error) when (error is OperationCanceledException or WebSocketException or ObjectDisposedException)
            {
                // The measurement is over.
            }
        }

        Task Send(object message) => socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, true, stop);

        async Task<string> Receive()
        {
            var buffer = new byte[65536];
            var length = 0;
            while (true)
            {
                var part = await socket.ReceiveAsync(buffer.AsMemory(length), stop);
                length += part.Count;
                if (part.EndOfMessage)
                    return Encoding.UTF8.GetString(buffer, 0, length);
            }
        }
    }
}
