using System.Diagnostics;
using OpsHub.Fixtures;

namespace OpsHub.Benchmarks;

/// <summary>The demonstration as anyone starts it: how soon it is ready, and what it takes of memory while its stream runs.</summary>
internal static class DemoBenchmark
{
    private static readonly TimeSpan Watched = TimeSpan.FromMinutes(4);

    public static async IAsyncEnumerable<BenchmarkRow> Run()
    {
        using var folder = HubFolder.Empty();
        var watch = Stopwatch.StartNew();
        await using var demo = HubProcess.Start(folder.Path, null, "--demo");
        await demo.Ready();
        yield return new("demo: first start with import to ready", "< 15 s", $"{watch.Elapsed.TotalSeconds:F1} s");
        await Task.Delay(Watched);
        yield return new($"demo: resident memory after {Watched.TotalMinutes:F0} minutes", "< 500 MB", $"{demo.ResidentBytes / 1048576.0:F0} MB, at most {demo.MostResidentBytes / 1048576.0:F0} MB");
    }
}
