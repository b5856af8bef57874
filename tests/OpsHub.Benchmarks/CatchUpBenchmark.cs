using System.Diagnostics;
using OpsHub.Fixtures;

namespace OpsHub.Benchmarks;

/// <summary>Three days of downtime with open cases that all became overdue meanwhile: how soon the hub is ready, whether its figures are right at once,
/// and how long until every passed rung has fired, once and in order.</summary>
internal static class CatchUpBenchmark
{
    /// <param name="storage">Where it is stored.</param>
    /// <param name="cases">How many cases are late.</param>
    /// <param name="told">True when the township is told of them through a webhook too; what the hub does beside that is measured by runs without.</param>
    public static async IAsyncEnumerable<BenchmarkRow> Run(string storage, int cases, bool told = false)
    {
        using var folder = HubFolder.Empty();
        await using var hook = told ? await LateHook.Open() : null;
        var database = await BenchmarkStorage.Of(storage, folder.Path);
        await using (var before = HubProcess.Start(folder.Path, Downtime.Settings(database.Settings)))
        {
            await before.Ready();
            var centre = await HubTokens.Issue(folder.Path, Downtime.Settings(database.Settings), "TownshipGovernanceCentre", "430203001");
            await Downtime.Report(before, centre, cases);
            if (hook is not null)
                await hook.Become(before, await HubTokens.Issue(folder.Path, Downtime.Settings(database.Settings), "Administrator", "4302"));
            await before.Stop();
        }

        var (later, bound) = (Downtime.Settings(database.Settings, hook is null ? TimeSpan.FromDays(3) : LateHook.Ahead(DateTimeOffset.UtcNow, TimeSpan.FromDays(3))), storage == "sqlite" ? 60 : 120);
        var watch = Stopwatch.StartNew();
        await using var after = HubProcess.Start(folder.Path, later);
        await after.Ready();
        var ready = watch.Elapsed;
        var city = await HubTokens.Issue(folder.Path, later, "CityGovernanceOffice", "4302");
        var first = await Figures(after, city);
        yield return new($"ready with {cases:N0} open cases after three days", "< 15 s", $"{ready.TotalSeconds:F1} s", ready < TimeSpan.FromSeconds(15));
        yield return new("open and overdue at once", $"{cases} and {cases}", $"{first.Open} and {first.Overdue}", first == (cases, cases));
        var most = Math.Min(60_000, cases);
        var (indexed, durable) = (0L, 0L);
        var (kept, shown) = (default(TimeSpan?), default(TimeSpan?));
        while (indexed < cases && watch.Elapsed < TimeSpan.FromMinutes(10))
        {
            await Task.Delay((int)Math.Clamp((durable < most ? most : cases) - indexed, 500, 5_000)); // seldom while far from it: each look counts all rows of the database that is at work
            (indexed, durable) = Downtime.Fired(database);
            kept ??= durable >= most ? watch.Elapsed - ready : null;
            shown ??= indexed >= most ? watch.Elapsed - ready : null;
        }

        yield return new($"{most:N0} of them have fired all their rungs, after ready", $"< {bound} s", $"{kept?.TotalSeconds:F0} s", kept < TimeSpan.FromSeconds(bound));
        yield return new($"{most:N0} of them in lists and tickers, after ready", "", $"{shown?.TotalSeconds:F0} s");
        yield return new("all of them in lists and tickers, after ready", "", $"{(watch.Elapsed - ready).TotalSeconds:F0} s");
        await Task.Delay(TimeSpan.FromSeconds(8));
        yield return new("cases that fired more than once", "0", $"{database.Count("SELECT COUNT(*) FROM (SELECT 1 FROM CaseEvents WHERE Event = 'CaseRungsFired' GROUP BY CaseKey HAVING COUNT(*) > 1) AS more")}");
        yield return new("cases whose rungs fired twice or out of order, by their traces", "0", $"{Downtime.OutOfOrder(database)}");
        yield return new("rungs of cases passed and still to fire", "0", $"{database.Count($"SELECT COUNT(*) FROM Rungs r JOIN Cases c ON c.CaseKey = r.Subject WHERE r.At <= {DateTimeOffset.UtcNow.AddDays(3).UtcTicks}")}");
        if (hook is not null)
        {
            await foreach (var row in hook.Rows(database))
                yield return row;
        }

        var (code, said) = await HubProcess.Verb(folder.Path, later, "recount");
        yield return new("recount", "0 differences", code == 0 ? "0" : $"exit {code}: {said}", code == 0);
        yield return new("resident memory, at most", "", $"{after.MostResidentBytes / 1048576.0:F0} MB");
    }

    internal static async Task<(int Open, int Overdue)> Figures(HubProcess hub, string token)
    {
        var summary = (await hub.Answer(token, "{unit(code:\"4302\"){summary{open overdue}}}")).GetProperty("unit").GetProperty("summary");
        return (summary.GetProperty("open").GetInt32(), summary.GetProperty("overdue").GetInt32());
    }
}
