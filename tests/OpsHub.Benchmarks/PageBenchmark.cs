using System.Diagnostics;
using OpsHub.Fixtures;

namespace OpsHub.Benchmarks;

/// <summary>What pages ask of a real hub over its API, each answer computed anew: the boards of agencies, and lists of consultations with duties and next moves. How soon a step
/// is on every page that subscribes.</summary>
internal static class PageBenchmark
{
    private const int Asks = 300;

    public static async IAsyncEnumerable<BenchmarkRow> Run(string storage)
    {
        using var folder = HubFolder.Empty();
        var database = await BenchmarkStorage.Of(storage, folder.Path);
        var settings = Downtime.Settings(database.Settings);
        IReadOnlyList<(string Township, IReadOnlyList<string>)> townships;
        await using (var first = HubProcess.Start(folder.Path, settings))
        {
            await first.Ready();
            townships = await Codes(first, await HubTokens.Issue(folder.Path, settings, "CityGovernanceOffice", "4302"));
            await first.Stop();
        }

        await BoardPages.Store(database.Options, townships);
        await using var hub = HubProcess.Start(folder.Path, settings);
        await hub.Ready();
        var pages = new Pages(hub, folder.Path, settings);
        await foreach (var row in BoardPages.Run(pages, database))
            yield return row;
        await foreach (var row in ConsultationPages.Run(pages))
            yield return row;
        yield return new("resident memory, at most", "", $"{hub.MostResidentBytes / 1048576.0:F0} MB");
    }

    /// <summary>All townships of the city, with the communities of each.</summary>
    internal static async Task<IReadOnlyList<(string Township, IReadOnlyList<string> Communities)>> Codes(HubProcess hub, string token)
    {
        const string Below = "children(first: 100) { nodes { code children(first: 100) { nodes { code } } } }";
        var counties = (await hub.Query(token, "{ unit(code: \"4302\") { children(first: 100) { nodes { code } } } }")).GetProperty("unit").GetProperty("children").GetProperty("nodes");
        var townships = new List<(string, IReadOnlyList<string>)>();
        foreach (var county in counties.EnumerateArray().Select(c => c.GetProperty("code").GetString()))
        {
            var below = await hub.Query(token, $$"""{ unit(code: "{{county}}") { {{Below}} } }""");
            townships.AddRange(below.GetProperty("unit").GetProperty("children").GetProperty("nodes").EnumerateArray().Select(t => (
                t.GetProperty("code").GetString()!,
                (IReadOnlyList<string>)[.. t.GetProperty("children").GetProperty("nodes").EnumerateArray().Select(c => c.GetProperty("code").GetString()!)])));
        }

        return townships;
    }

    /// <summary>A hub with tokens of whoever asks.</summary>
    internal sealed record Pages(HubProcess Hub, string Folder, IReadOnlyDictionary<string, string> Settings)
    {
        public Task<string> Token(string role, string unit) => HubTokens.Issue(Folder, Settings, role, unit);

        /// <summary>How long an answer takes, one after the other. Callers of one role and unit who ask the same within a moment would share it, so no two ask the same.</summary>
        public async Task<string> Time(string token, string query)
        {
            var times = new List<double>();
            for (var i = -20; i < Asks; i++)
            {
                var watch = Stopwatch.StartNew();
                await Hub.Query(token, query, new { asks = $"{query.Length}-{i}" });
                if (i >= 0)
                    times.Add(watch.Elapsed.TotalMilliseconds);
            }

            return Times.Told(times);
        }
    }
}
