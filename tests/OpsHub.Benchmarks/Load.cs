using System.Collections.Concurrent;
using System.Diagnostics;

namespace OpsHub.Benchmarks;

/// <summary>What a load found.</summary>
/// <param name="PerSecond">Requests answered a second.</param>
/// <param name="Median">Median latency.</param>
/// <param name="P99">99th percentile.</param>
/// <param name="Failed">Requests that failed.</param>
internal sealed record LoadResult(double PerSecond, TimeSpan Median, TimeSpan P99, int Failed)
{
    /// <summary>How long it took, without a rate.</summary>
    public string Latency => $"p50 {Median.TotalMilliseconds:F1} ms, p99 {P99.TotalMilliseconds:F0} ms{(Failed > 0 ? $", {Failed} failed" : "")}";

    public override string ToString() => $"{PerSecond:F0}/s, {Latency}";
}

/// <summary>Runs one request over and over on a number of connections for a while.</summary>
internal static class Load
{
    public static async Task<LoadResult> Run(int connections, TimeSpan time, Func<int, int, Task> request)
    {
        await For(connections, TimeSpan.FromSeconds(Math.Min(3, time.TotalSeconds / 2)), request, 1_000_000);
        return await For(connections, time, request, 0);
    }

    /// <summary>Does each thing once, on a number of connections, until none is left; the first tenth warms up and isn't counted.</summary>
    public static async Task<LoadResult> Drain<T>(int connections, ConcurrentQueue<T> things, Func<T, Task> request)
    {
        await All(things.Count - (things.Count / 10));
        return await All(0);

        async Task<LoadResult> All(int leave)
        {
            var latencies = new ConcurrentBag<long>();
            var failed = 0;
            var watch = Stopwatch.StartNew();
            await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(async () =>
            {
                while (things.Count > leave && things.TryDequeue(out var thing))
                {
                    var start = Stopwatch.GetTimestamp();
                    try
                    {
                        await request(thing);
                        latencies.Add(Stopwatch.GetTimestamp() - start);
                    }
                    catch (Exception error)
                    {
                        if (Interlocked.Increment(ref failed) <= 3)
                            Console.Error.WriteLine(error.Message);
                    }
                }
            })));
            return Result([.. latencies.Order()], watch.Elapsed, failed);
        }
    }

    private static async Task<LoadResult> For(int connections, TimeSpan time, Func<int, int, Task> request, int offset)
    {
        var latencies = new ConcurrentBag<List<long>>();
        var failed = 0;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(c => Task.Run(async () =>
        {
            var own = new List<long>();
            for (var i = 0; watch.Elapsed < time; i++)
            {
                var start = Stopwatch.GetTimestamp();
                try
                {
                    await request(c, offset + i);
                    own.Add(Stopwatch.GetTimestamp() - start);
                }
                catch (Exception error)
                {
                    if (Interlocked.Increment(ref failed) <= 3)
                        Console.Error.WriteLine(error.Message);
                }
            }

            latencies.Add(own);
        })));
        return Result([.. latencies.SelectMany(l => l).Order()], watch.Elapsed, failed);
    }

    /// <summary>Sorted latencies, in stopwatch ticks, as a result.</summary>
    public static LoadResult Result(long[] sorted, TimeSpan elapsed, int failed) => sorted.Length == 0
        ? new(0, default, default, failed)
        : new(sorted.Length / elapsed.TotalSeconds, At(sorted, 0.5), At(sorted, 0.99), failed);

    private static TimeSpan At(long[] sorted, double share) => Stopwatch.GetElapsedTime(0, sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))]);
}
