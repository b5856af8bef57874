using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using OpsHub.Fixtures;

namespace OpsHub.Benchmarks;

/// <summary>A row of the table.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Bound">What it must keep; empty where it only tells.</param>
/// <param name="Measured">What came out.</param>
/// <param name="Held">Whether the bound was kept; null where a row can't say it.</param>
internal sealed record BenchmarkRow(string What, string Bound, string Measured, bool? Held = null)
{
    /// <summary>True where a bound was certainly missed.</summary>
    public bool Missed => Held is { } held ? !held : Bound is "0" && Measured is not "0";
}

/// <summary>Measures the real host as a process, over its API, on one storage.</summary>
internal static class HubBenchmark
{
    private const string Wall = "{unit(code:\"4302\"){summary{open overdue dueToday dueTodayDone reportedToday closedToday version}"
        + "counties:summaries(level:COUNTY){code open overdue dueToday reportedToday closedToday}"
        + "townships:summaries(level:TOWNSHIP){code open overdue dueToday reportedToday closedToday}}}";

    private const string Township = "{unit(code:\"430203001\"){name summary{open overdue dueToday closedToday} summaries(level:COMMUNITY){code open overdue dueToday}}}";

    public static async IAsyncEnumerable<BenchmarkRow> Run(string storage, TimeSpan time)
    {
        var settings = await Settings(storage);
        using var folder = HubFolder.Empty();
        var watch = Stopwatch.StartNew();
        await using (var first = HubProcess.Start(folder.Path, settings))
        {
            await first.Ready();
            yield return new("first start with import to ready", "< 15 s", $"{watch.Elapsed.TotalSeconds:F1} s");
            await first.Stop();
        }

        await using (var filled = HubProcess.Start(folder.Path, settings))
        {
            await filled.Ready();
            var centre = await HubTokens.Issue(folder.Path, settings, "TownshipGovernanceCentre", "430203001");
            var city = await HubTokens.Issue(folder.Path, settings, "CityGovernanceOffice", "4302");
            yield return new("wall query, 8 connections", ">= 2,000/s", (await Query(filled, city, Wall, 8, time)).ToString());
            yield return new("wall query, 8 connections, each computed anew", "", (await Query(filled, city, Wall, 8, time, shared: false)).ToString());
            yield return new("township query, 8 connections", "", (await Query(filled, centre, Township, 8, time)).ToString());
            var ids = new System.Collections.Concurrent.ConcurrentQueue<string>();
            var grids = await Grids(filled, centre);
            yield return new("report a case, 64 connections", storage == "sqlite" ? ">= 1,000/s, p99 < 150 ms" : ">= 500/s",
                (await Load.Run(64, time, (c, i) => Report(filled, centre, grids[(c + i) % grids.Count], $"b{c}-{i}", ids))).ToString());
            yield return new("advance a case (accept), 64 connections", "", (await Load.Drain(64, ids, id => Accept(filled, centre, id))).ToString());
            foreach (var subscribers in new[] { 1, 50, 500 })
            {
                var community = await Latency.Measure(filled, centre, "430203001001", "430203001001001", subscribers, $"community{subscribers}");
                yield return new($"write's acknowledgement to {subscribers} subscribers of its community", subscribers == 50 ? "median < 50 ms" : "", community.Latency);
            }

            var wall = await Latency.Measure(filled, city, "4302", "430203001001001", 50, "city50", centre);
            yield return new("write's acknowledgement to 50 subscribers of the city", "median < 150 ms", wall.Latency);
            yield return new("resident memory after this load", "", $"{filled.ResidentBytes / 1048576.0:F0} MB");
            await Fill(filled, centre, grids, 20_000);
            await filled.Stop();
        }

        watch.Restart();
        await using var later = HubProcess.Start(folder.Path, settings);
        await later.Ready();
        yield return new("later start with 20,000 open cases", "< 5 s", $"{watch.Elapsed.TotalSeconds:F1} s");
        yield return new("resident memory when idle", "", $"{later.ResidentBytes / 1048576.0:F0} MB");
    }

    private static async Task<Dictionary<string, string>> Settings(string storage)
    {
        var settings = new Dictionary<string, string> { ["OpsHub:Limits:RequestsPerSecond"] = "1000000" };
        if (storage == "postgres")
        {
            settings["OpsHub:Storage"] = "PostgreSql";
            settings["ConnectionStrings:OpsHub"] = await PostgresServer.NewDatabase();
        }

        return settings;
    }

    // Callers of one role and unit who ask the same within a moment share an answer, as walls do; variables that differ keep them apart.
    private static Task<LoadResult> Query(HubProcess hub, string token, string query, int connections, TimeSpan time, bool shared = true)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new { query });
        return Load.Run(connections, time, async (c, i) =>
        {
            var own = shared ? body : JsonSerializer.SerializeToUtf8Bytes(new { query, variables = new { asks = $"{c}-{i}" } });
            using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new ByteArrayContent(own) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            using var response = await hub.Http.SendAsync(request);
            var bytes = await response.Content.ReadAsByteArrayAsync();
            if (!response.IsSuccessStatusCode || bytes.AsSpan().IndexOf("\"errors\""u8) >= 0)
                throw new InvalidOperationException(Encoding.UTF8.GetString(bytes)[..Math.Min(300, bytes.Length)]);
        });
    }

    internal static async Task<IReadOnlyList<string>> Grids(HubProcess hub, string token) =>
        [.. (await hub.Query(token, "{unit(code:\"430203001\"){children(first:100){nodes{children(first:100){nodes{code}}}}}}"))
            .GetProperty("unit").GetProperty("children").GetProperty("nodes").EnumerateArray()
            .SelectMany(c => c.GetProperty("children").GetProperty("nodes").EnumerateArray()).Select(g => g.GetProperty("code").GetString()!)];

    private static async Task Report(HubProcess hub, string token, string grid, string command, System.Collections.Concurrent.ConcurrentQueue<string> ids)
    {
        var id = CaseSteps.Accepted(await hub.Query(token, CaseSteps.Report, CaseSteps.ReportInput(command, grid)), "reportCase");
        ids.Enqueue(id ?? throw new InvalidOperationException("RETRY_LATER"));
    }

    private static async Task Accept(HubProcess hub, string token, string id)
    {
        if (CaseSteps.Accepted(await hub.Query(token, CaseSteps.Accept, CaseSteps.AcceptInput($"{id}-a", id)), "acceptCase") is null)
            throw new InvalidOperationException("RETRY_LATER");
    }

    private static async Task Fill(HubProcess hub, string token, IReadOnlyList<string> grids, int open)
    {
        var have = (await hub.Query(token, "{unit(code:\"430203001\"){summary{open}}}")).GetProperty("unit").GetProperty("summary").GetProperty("open").GetInt32();
        await Parallel.ForAsync(have, open, new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (i, _) =>
            CaseSteps.Accepted(await hub.Query(token, CaseSteps.Report, CaseSteps.ReportInput($"fill-{i}", grids[i % grids.Count])), "reportCase"));
    }
}
