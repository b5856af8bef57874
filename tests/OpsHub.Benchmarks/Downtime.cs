using OpsHub.Fixtures;

namespace OpsHub.Benchmarks;

/// <summary>Hubs whose clock is ahead, so that a downtime need not be waited for, and the cases that they find.</summary>
internal static class Downtime
{
    /// <summary>Settings of a hub on a storage, at its own time or ahead of it.</summary>
    public static Dictionary<string, string> Settings(IReadOnlyDictionary<string, string> storage, TimeSpan ahead = default) => new(storage)
    {
        ["OpsHub:Limits:RequestsPerSecond"] = "1000000",
        ["OpsHub:Faults:ClockAhead"] = ahead.ToString("c"),
    };

    /// <summary>Urgent reports, to be accepted within two hours, spread over the grids of a township.</summary>
    public static async Task Report(HubProcess hub, string token, int cases)
    {
        var grids = await HubBenchmark.Grids(hub, token);
        await Parallel.ForAsync(0, cases, new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (i, _) =>
            await CaseSteps.Done(hub, token, CaseSteps.Report, CaseSteps.ReportInput($"r-{i}", grids[i % grids.Count], priority: "URGENT"), "reportCase"));
    }
}
