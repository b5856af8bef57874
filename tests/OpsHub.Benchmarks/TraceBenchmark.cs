using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using OpsHub.Fixtures;
using OpsHub.Storage;

namespace OpsHub.Benchmarks;

/// <summary>The trace in use: how long it takes to verify and to export a million entries, and to read a case's history.</summary>
internal static class TraceBenchmark
{
    private const int Entries = 1_000_000;
    private const int Usual = 15;
    private const int Long = 400;
    private const int LongOnes = 250;
    private const string History = "query($id:ID!){case(id:$id){stage history{sequence at effectiveAt words role organ{name} from to reason rule hash}}}";

    private static readonly DateTimeOffset From = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));

    public static async IAsyncEnumerable<BenchmarkRow> Run(TimeSpan time)
    {
        using (var folder = HubFolder.Empty())
        {
            var file = await Fill(folder.Path);
            yield return new($"{Entries:N0} entries in documents and segments", "", $"{new FileInfo(file).Length / 1048576.0:F0} MB");
            var watch = Stopwatch.StartNew();
            var (code, told) = await HubProcess.Verb(folder.Path, null, "verify-trace");
            if (code != 0 || !told.Contains($"{Entries} entries", StringComparison.Ordinal))
                throw new InvalidOperationException(told);
            yield return new($"verify-trace of {Entries:N0} entries", "< 60 s", $"{watch.Elapsed.TotalSeconds:F1} s");
            watch.Restart();
            (code, told) = await HubProcess.Verb(folder.Path, null, "export-trace", "--day", "2026-03-02", "--out", Path.Combine(folder.Path, "day.ndjson"));
            yield return new("export-trace of a day among them", "", $"{watch.Elapsed.TotalSeconds:F1} s, exit code {code}");
        }

        using var seeded = await HubFolder.Seeded();
        await foreach (var row in Histories(seeded.Path, time))
            yield return row;
    }

    // Chains of a usual length, and some that reach far into segments.
    private static async Task<string> Fill(string folder)
    {
        var options = new StorageOptions { Kind = StorageKind.Sqlite, DataFolder = folder };
        await using (var services = new ServiceCollection().AddOpsHubStorage(options).BuildServiceProvider())
            await services.GetRequiredService<IStorageSetup>().Prepare();
        await using var connection = await Open(options.DatabaseFile);
        using var made = new BlockingCollection<Action>(1_000);
        var chains = LongOnes + ((Entries - (LongOnes * Long)) / Usual);
        var making = Task.Run(() =>
        {
            Parallel.For(1, chains + 1, n =>
            {
                var document = StoredCases.Closed(n, n <= LongOnes ? Long : Usual, From.AddMinutes(n), out var segments);
                made.Add(() => StoredCases.Write(connection, n, document, segments));
            });
            made.CompleteAdding();
        });
        var written = 0;
        StoredCases.Run(connection, "BEGIN");
        foreach (var write in made.GetConsumingEnumerable())
        {
            write();
            if (++written % 2_000 == 0)
                StoredCases.Run(connection, "COMMIT; BEGIN");
        }

        StoredCases.Run(connection, "COMMIT");
        await making;
        return options.DatabaseFile;
    }

    private static async IAsyncEnumerable<BenchmarkRow> Histories(string folder, TimeSpan time)
    {
        string id, key, token;
        await using (var hub = HubProcess.Start(folder))
        {
            await hub.Ready();
            token = await HubTokens.Issue(folder, null, "TownshipGovernanceCentre", "430203001");
            id = CaseSteps.Accepted(await hub.Query(token, CaseSteps.Report, CaseSteps.ReportInput("history", "430203001001001")), "reportCase")!;
            key = System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(id))["Case:".Length..];
            await hub.Stop();
        }

        foreach (var entries in new[] { Usual, Long })
        {
            await using (var connection = await Open(new StorageOptions { Kind = StorageKind.Sqlite, DataFolder = folder }.DatabaseFile))
                StoredCases.Replace(connection, key, StoredCases.Closed(1, entries, From, out var segments, key), segments);
            await using var later = HubProcess.Start(folder);
            await later.Ready();
            var read = (await later.Query(token, History, new { id })).GetProperty("case").GetProperty("history").GetArrayLength();
            yield return new($"history of a case of {read} entries", "< 20 ms", (await Load.Run(1, time, (_, _) => later.Query(token, History, new { id }))).Latency);
            await later.Stop();
        }
    }

    private static async Task<SqliteConnection> Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        StoredCases.Run(connection, "PRAGMA synchronous=OFF; PRAGMA busy_timeout=5000");
        return connection;
    }
}
