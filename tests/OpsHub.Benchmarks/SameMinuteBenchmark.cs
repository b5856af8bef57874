using OpsHub.Fixtures;

namespace OpsHub.Benchmarks;

/// <summary>Many terms fall due in the same second: whether the figures are right within it, and how soon the events are durable.</summary>
internal static class SameMinuteBenchmark
{
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(3);

    public static async IAsyncEnumerable<BenchmarkRow> Run(string storage, int cases)
    {
        using var folder = HubFolder.Empty();
        var database = await BenchmarkStorage.Of(storage, folder.Path);
        var now = Downtime.Settings(database.Settings);
        await using (var before = HubProcess.Start(folder.Path, now))
        {
            await before.Ready();
            var centre = await HubTokens.Issue(folder.Path, now, "TownshipGovernanceCentre", "430203001");
            // All within one minute of the clock, because due instants are whole minutes.
            await Task.Delay(TimeSpan.FromSeconds(61 - DateTimeOffset.UtcNow.Second));
            await Downtime.Report(before, centre, cases);
            await before.Stop();
        }

        // The hub's clock is set so that the terms fall due in three minutes of ours.
        var stored = new DateTimeOffset(database.Count("SELECT DueAt FROM Cases GROUP BY DueAt ORDER BY COUNT(*) DESC LIMIT 1"), TimeSpan.Zero);
        var due = DateTimeOffset.UtcNow + Ahead;
        var later = Downtime.Settings(database.Settings, stored - due);
        await using var after = HubProcess.Start(folder.Path, later);
        await after.Ready();
        var together = database.Count($"SELECT COUNT(*) FROM Cases WHERE DueAt = {stored.UtcTicks}");
        yield return new("terms due in the same second", $"{cases}", $"{together}, at {stored.ToLocalTime():HH:mm:ss}");
        var city = await HubTokens.Issue(folder.Path, later, "CityGovernanceOffice", "4302");
        var soon = database.Count("SELECT COUNT(*) FROM CaseEvents WHERE Event = 'CaseRungsFired'");
        while (DateTimeOffset.UtcNow < due.AddSeconds(-5))
        {
            await Task.Delay(200);
            soon = database.Count("SELECT COUNT(*) FROM CaseEvents WHERE Event = 'CaseRungsFired'");
        }

        var others = (await CatchUpBenchmark.Figures(after, city)).Overdue;
        while (DateTimeOffset.UtcNow < due.AddMilliseconds(-50))
            await Task.Delay(5);
        var early = database.Count("SELECT COUNT(*) FROM CaseEvents WHERE Event = 'CaseRungsFired'") - soon;
        var spent = after.ProcessorTime;
        TimeSpan? counted = null;
        for (var overdue = 0; overdue < others + together && DateTimeOffset.UtcNow < due.AddSeconds(30); await Task.Delay(20))
        {
            overdue = (await CatchUpBenchmark.Figures(after, city)).Overdue;
            counted = DateTimeOffset.UtcNow - due;
        }

        var (fired, durable, indexed) = (0L, default(TimeSpan?), default(TimeSpan?));
        while (indexed is null && DateTimeOffset.UtcNow < due.AddMinutes(2))
        {
            await Task.Delay(100);
            (fired, var kept) = Downtime.Fired(database);
            (fired, kept) = (fired - soon, kept - soon);
            durable ??= kept >= together ? DateTimeOffset.UtcNow - due : null;
            indexed ??= fired >= together ? DateTimeOffset.UtcNow - due : null;
        }

        yield return new("fired early", "0", $"{early}");
        yield return new("the city's overdue counter is right after the second began", "< 1 s", $"{counted?.TotalMilliseconds:F0} ms", counted < TimeSpan.FromSeconds(1));
        yield return new("all events durable after the due", storage == "sqlite" ? "< 3 s" : "< 10 s", $"{durable?.TotalSeconds:F1} s", durable < TimeSpan.FromSeconds(storage == "sqlite" ? 3 : 10));
        yield return new("all of them in lists and tickers", "", $"{indexed?.TotalSeconds:F1} s, {fired} of {together}");
        yield return new("processor time of the hub for it", "", $"{(after.ProcessorTime - spent).TotalSeconds:F1} s");
    }
}
