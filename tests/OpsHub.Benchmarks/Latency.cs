using System.Collections.Concurrent;
using System.Diagnostics;
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
            await socket.DisposeAsync();
        return Load.Result([.. latencies.Order()], TimeSpan.FromSeconds(Writes * 0.4), missed);
    }

    private static async Task<HubSocket> Subscribe(HubProcess hub, string token, string unit, ConcurrentQueue<(long, int)> seen, CancellationToken stop) =>
        (await HubSocket.Subscribe(hub, token, $"subscription{{unitSummary(code:\"{unit}\"){{summary{{open}}}}}}")).Tell(
            data => seen.Enqueue((Stopwatch.GetTimestamp(), data.GetProperty("unitSummary").GetProperty("summary").GetProperty("open").GetInt32())), stop);
}
