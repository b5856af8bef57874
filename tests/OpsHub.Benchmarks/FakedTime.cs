using OpsHub.Fixtures;

namespace OpsHub.Benchmarks;

/// <summary>A hub that lives in another time, by Debian's faketime: its clock, and on SQLite its database's, are shifted, and run on.</summary>
internal static class FakedTime
{
    private const string Library = "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1";

    /// <summary>Settings for <see cref="HubProcess"/>: what has no colon is an environment variable of the process.</summary>
    public static Dictionary<string, string> Ago(TimeSpan ago) => File.Exists(Library)
        ? new(Unlimited)
        {
            ["LD_PRELOAD"] = Library,
            ["FAKETIME"] = $"-{(long)ago.TotalSeconds}",
            ["FAKETIME_DONT_FAKE_MONOTONIC"] = "1",
        }
        : throw new InvalidOperationException($"{Library} is missing: apt-get install faketime");

    public static Dictionary<string, string> Unlimited => new() { ["OpsHub:Limits:RequestsPerSecond"] = "1000000" };

    /// <summary>Urgent reports, to be accepted within two hours, spread over the grids of a township.</summary>
    public static async Task Report(HubProcess hub, string token, int cases)
    {
        var grids = await HubBenchmark.Grids(hub, token);
        await Parallel.ForAsync(0, cases, new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (i, _) =>
            await CaseSteps.Done(hub, token, CaseSteps.Report, CaseSteps.ReportInput($"r-{i}", grids[i % grids.Count], priority: "URGENT"), "reportCase"));
    }
}
