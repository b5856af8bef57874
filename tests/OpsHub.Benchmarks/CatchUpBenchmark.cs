using System.Diagnostics;
using Microsoft.Data.Sqlite;
using OpsHub.Fixtures;

namespace OpsHub.Benchmarks;

/// <summary>Three days of downtime with open cases that all became overdue meanwhile: how soon the hub is ready, whether its figures are right at once,
/// and how long until every passed rung has fired, once and in order.</summary>
internal static class CatchUpBenchmark
{
    public static async IAsyncEnumerable<BenchmarkRow> Run(int cases)
    {
        using var folder = HubFolder.Empty();
        await using (var before = HubProcess.Start(folder.Path, FakedTime.Ago(TimeSpan.FromDays(3))))
        {
            await before.Ready();
            var centre = await HubTokens.Issue(folder.Path, FakedTime.Ago(TimeSpan.FromDays(3)), "TownshipGovernanceCentre", "430203001");
            await FakedTime.Report(before, centre, cases);
            await before.Stop();
        }

        var watch = Stopwatch.StartNew();
        await using var after = HubProcess.Start(folder.Path, FakedTime.Unlimited);
        await after.Ready();
        var ready = watch.Elapsed;
        var city = await HubTokens.Issue(folder.Path, FakedTime.Unlimited, "CityGovernanceOffice", "4302");
        var first = await Figures(after, city);
        yield return new($"ready with {cases:N0} open cases after three days", "< 15 s", $"{ready.TotalSeconds:F1} s");
        yield return new("open and overdue at once", $"{cases} and {cases}", $"{first.Open} and {first.Overdue}");
        var (fired, sixty) = (0, (TimeSpan?)null);
        while (fired < cases && watch.Elapsed < TimeSpan.FromMinutes(10))
        {
            await Task.Delay(500);
            fired = Count(folder.Path, "SELECT COUNT(*) FROM CaseEvents WHERE Event = 'CaseRungsFired'");
            if (sixty is null && fired >= 60_000)
                sixty = watch.Elapsed - ready;
        }

        yield return new($"{Math.Min(60_000, cases):N0} of them have fired all their rungs, after ready", "< 60 s", $"{(sixty ?? watch.Elapsed - ready).TotalSeconds:F0} s");
        yield return new("all of them, after ready", "", $"{(watch.Elapsed - ready).TotalSeconds:F0} s");
        await Task.Delay(TimeSpan.FromSeconds(8));
        yield return new("cases that fired more than once", "0", $"{Count(folder.Path, "SELECT COUNT(*) FROM (SELECT 1 FROM CaseEvents WHERE Event = 'CaseRungsFired' GROUP BY CaseKey HAVING COUNT(*) > 1)")}");
        yield return new("rungs still to fire", "0", $"{Count(folder.Path, "SELECT COUNT(*) FROM Rungs")}");
        var (code, said) = await HubProcess.Verb(folder.Path, FakedTime.Unlimited, "recount");
        yield return new("recount", "0 differences", code == 0 ? said.Trim().Split('\n')[^1] : $"exit {code}: {said}");
        yield return new("resident memory, at most", "", $"{after.MostResidentBytes / 1048576.0:F0} MB");
    }

    internal static async Task<(int Open, int Overdue)> Figures(HubProcess hub, string token)
    {
        var summary = (await hub.Answer(token, "{unit(code:\"4302\"){summary{open overdue}}}")).GetProperty("unit").GetProperty("summary");
        return (summary.GetProperty("open").GetInt32(), summary.GetProperty("overdue").GetInt32());
    }

    internal static int Count(string folder, string query) => Convert.ToInt32(Scalar(folder, query), System.Globalization.CultureInfo.InvariantCulture);

    internal static object? Scalar(string folder, string query)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "opshub.db")};Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = query;
        return command.ExecuteScalar();
    }
}
