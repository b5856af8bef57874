using System.Diagnostics;
using System.Text.Json;
using OpsHub.Fixtures;

namespace OpsHub.Benchmarks;

/// <summary>Time from a step's reply until each of so many subscribers on their own connections has heard of it.</summary>
internal static class Subscribers
{
    private const int Pages = 50;

    /// <param name="hub">The hub.</param>
    /// <param name="token">Whose pages they are.</param>
    /// <param name="subscription">What they subscribe to.</param>
    /// <param name="news">For each page, which of its messages tells of a step.</param>
    /// <param name="steps">How many steps.</param>
    /// <param name="step">Makes one, and returns once it is acknowledged.</param>
    /// <param name="beat">Milliseconds from a step to the next.</param>
    public static async Task<string> Measure(HubProcess hub, string token, string subscription, Func<Predicate<JsonElement>> news, int steps, Func<int, Task> step, int beat)
    {
        var heard = Enumerable.Range(0, Pages).Select(_ => new List<long>()).ToArray();
        using var stop = new CancellationTokenSource();
        var sockets = await Task.WhenAll(heard.Select(times => Page(hub, token, subscription, news(), times, stop.Token)));
        await Task.Delay(3_000); // the first messages tell what is there already
        foreach (var times in heard)
        {
            lock (times)
                times.Clear();
        }

        var replied = new List<long>();
        for (var i = 0; i < steps; i++)
        {
            await step(i);
            replied.Add(Stopwatch.GetTimestamp());
            await Task.Delay(beat);
        }

        await Task.Delay(2_000);
        await stop.CancelAsync();
        foreach (var socket in sockets)
            await socket.DisposeAsync();
        // A page may hear of a step before its reply has come: then it took no time.
        // News of anything else would be taken for a step's.
        if (heard.FirstOrDefault(times => times.Count > steps) is { } more)
            throw new InvalidOperationException($"A page heard news {more.Count} times of {steps} steps.");
        return Times.Told(heard.SelectMany(times => replied.Select((at, i) => times.Count > i ? Math.Max(0, Stopwatch.GetElapsedTime(at, times[i]).TotalMilliseconds) : double.PositiveInfinity)));
    }

    private static async Task<HubSocket> Page(HubProcess hub, string token, string subscription, Predicate<JsonElement> news, List<long> heard, CancellationToken stop) =>
        (await HubSocket.Subscribe(hub, token, subscription)).Tell(
            data =>
            {
                var at = Stopwatch.GetTimestamp();
                if (!news(data))
                    return;
                lock (heard)
                    heard.Add(at);
            },
            stop);
}
