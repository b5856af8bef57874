using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;
using OpsHub.Fixtures;
using OpsHub.Storage;
using Xunit.Abstractions;

namespace OpsHub.Cluster.Tests;

/// <summary>The jobs that close agencies' periods are killed at random, every second time between a write and its publishing, or run in two processes at once: exactly one
/// result each. <c>OPSHUB_PERIODS=10000</c> for a whole county-year, <c>OPSHUB_KILLS</c> for how often.</summary>
public sealed class YearKillTests(ITestOutputHelper output)
{
    private static readonly int Periods = Number("OPSHUB_PERIODS", 300);
    private static readonly int Kills = Number("OPSHUB_KILLS", 6);

    private const int Rounds = 2;

    private static readonly Dictionary<string, string> AtOnce = new() { ["OpsHub:Jobs:AfterStartSeconds"] = "0" };

    [Fact]
    public async Task A017_A032_each_period_is_closed_once_whenever_the_job_server_is_killed()
    {
        using var folder = await HubFolder.Seeded();
        var years = await StoredYears.Write(new StorageOptions { Kind = StorageKind.Sqlite, DataFolder = folder.Path }, Periods);
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}, {years.Running.Count + years.Graded.Count} years, of which {years.Running.Count} to be closed and {years.Graded.Count} to be shared; {years.Snapshots} months and quarters; {years.Running.Count + years.Graded.Count + years.Snapshots} periods in all");
        var random = new Random(seed);
        var database = new Func<DbConnection>(() => new SqliteConnection($"Data Source={Path.Combine(folder.Path, "opshub.db")};Mode=ReadOnly;Pooling=False"));
        var (watch, amid) = (Stopwatch.StartNew(), 0);
        for (var kill = 0; kill < Kills; kill++)
        {
            var afterWrites = kill % 2 == 0;
            await using var hub = HubProcess.Start(folder.Path, afterWrites ? new(AtOnce) { ["OpsHub:Faults:KillAfterWrites"] = $"{random.Next(1, 1 + years.Running.Count + years.Graded.Count)}" } : AtOnce);
            var ended = hub.Exit();
            await Task.WhenAny(ended, Reached(database, Done(database).Snapshots + random.Next(1, 1 + (years.Snapshots / Kills))));
            await hub.Kill();
            var done = Done(database);
            amid += done.Snapshots > 0 && done.Snapshots < years.Snapshots ? 1 : 0;
            output.WriteLine($"kill {kill + 1} after {watch.Elapsed.TotalSeconds:F0} s: {done}");
        }

        await using (var last = HubProcess.Start(folder.Path, AtOnce))
        {
            await last.Ready();
            await Closed(database, years, last);
            output.WriteLine($"closed after {watch.Elapsed.TotalSeconds:F0} s and {Kills} kills: {Done(database)}");
            await last.Stop();
        }

        amid.ShouldBeGreaterThan(0, "or no kill came amid the work");
        await years.ShouldBeClosedOnce();
        (await HubProcess.Verb(folder.Path, null, "recount")).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(0, r.Output));
        (await HubProcess.Verb(folder.Path, null, "verify-trace")).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(0, r.Output));
    }

    [SkippableFact]
    public async Task A017_A032_each_period_is_closed_once_by_two_processes_on_one_database_of_which_both_are_killed_amid_the_work()
    {
        Skip.If(PostgresServer.Missing is not null, PostgresServer.Missing);
        var database = await PostgresServer.NewDatabase();
        var settings = new Dictionary<string, string>(AtOnce) { ["OpsHub:Storage"] = "PostgreSql", ["ConnectionStrings:OpsHub"] = database };
        var years = await StoredYears.Write(new StorageOptions { Kind = StorageKind.PostgreSql, ConnectionString = database }, Periods);
        using var folderA = HubFolder.Empty();
        using var folderB = HubFolder.Empty();
        var connection = new Func<DbConnection>(() => new NpgsqlConnection(database));
        var seed = Environment.TickCount;
        var (random, amid) = (new Random(seed), 0);
        for (var round = 0; round < Rounds; round++)
        {
            await using var a = HubProcess.Start(folderA.Path, settings);
            // The first one alone makes the schema.
            if (round == 0)
                await a.Ready();
            await using var b = HubProcess.Start(folderB.Path, settings);
            foreach (var dying in random.Next(2) == 0 ? new[] { a, b } : [b, a])
            {
                await Reached(connection, Math.Min(years.Snapshots, Done(connection).Snapshots + random.Next(1, 1 + (years.Snapshots / (3 * Rounds)))));
                await dying.Kill();
                var done = Done(connection);
                amid += done != (years.Snapshots, years.Running.Count, years.Graded.Count) ? 1 : 0;
                output.WriteLine($"seed {seed}, round {round + 1}: killed at {done} of {(years.Snapshots, years.Running.Count, years.Graded.Count)}");
            }
        }

        amid.ShouldBeGreaterThan(1, "or the kills left nothing to do");
        await using (var last = HubProcess.Start(folderA.Path, settings))
        {
            await last.Ready();
            await Closed(connection, years, last);
            await last.Stop();
        }

        await years.ShouldBeClosedOnce();
        (await HubProcess.Verb(folderA.Path, settings, "recount")).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(0, r.Output));
    }

    // A kill comes amid the work, however slow the machine is.
    private static async Task Reached(Func<DbConnection> database, int snapshots)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < TimeSpan.FromMinutes(3) && Done(database).Snapshots < snapshots; await Task.Delay(20))
        {
        }
    }

    private static async Task Closed(Func<DbConnection> database, StoredYears years, HubProcess hub)
    {
        for (var watch = Stopwatch.StartNew(); Done(database) != (years.Snapshots, years.Running.Count, years.Graded.Count); await Task.Delay(500))
            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(10), $"{Done(database)}\n{hub.Output}");
    }

    private static (int Snapshots, int Assessing, int Shared) Done(Func<DbConnection> database) => (
        Count(database, "SELECT COUNT(*) FROM AgencyYearSnapshots"), Count(database, "SELECT COUNT(*) FROM AgencyYears WHERE Year = 2025 AND Stage = 7"),
        Count(database, "SELECT COUNT(*) FROM AgencyYears WHERE SharedTownship IS NOT NULL AND SharedDepartment IS NOT NULL"));

    private static int Count(Func<DbConnection> database, string query)
    {
        using var connection = database();
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = query;
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static int Number(string name, int otherwise) => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var n) ? n : otherwise;
}
