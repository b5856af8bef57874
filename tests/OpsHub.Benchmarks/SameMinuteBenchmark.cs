using OpsHub.Fixtures;

namespace OpsHub.Benchmarks;

/// <summary>Many terms fall due in the same second: whether the figures are right within it, and how soon the events are durable.</summary>
internal static class SameMinuteBenchmark
{
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(3);

    public static async IAsyncEnumerable<BenchmarkRow> Run(int cases)
    {
        using var folder = HubFolder.Empty();
        var past = FakedTime.Ago(TimeSpan.FromHours(2) - Ahead);
        await using (var before = HubProcess.Start(folder.Path, past))
        {
            await before.Ready();
            var centre = await HubTokens.Issue(folder.Path, past, "TownshipGovernanceCentre", "430203001");
            // All within one minute of the clock, because due instants are whole minutes.
            await Task.Delay(TimeSpan.FromSeconds(61 - DateTimeOffset.UtcNow.Second));
            await FakedTime.Report(before, centre, cases);
            await before.Stop();
        }

        await using var after = HubProcess.Start(folder.Path, FakedTime.Unlimited);
        await after.Ready();
        var due = new DateTimeOffset(Convert.ToInt64(CatchUpBenchmark.Scalar(folder.Path, "SELECT DueAt FROM Cases GROUP BY DueAt ORDER BY COUNT(*) DESC LIMIT 1"), System.Globalization.CultureInfo.InvariantCulture), TimeSpan.Zero);
        var together = CatchUpBenchmark.Count(folder.Path, $"SELECT COUNT(*) FROM Cases WHERE DueAt = {due.UtcTicks}");
        yield return new("terms due in the same second", $"{cases}", $"{together}, at {due.ToLocalTime():HH:mm:ss}");
        var city = await HubTokens.Issue(folder.Path, FakedTime.Unlimited, "CityGovernanceOffice", "4302");
        var soon = CatchUpBenchmark.Count(folder.Path, "SELECT COUNT(*) FROM CaseEvents WHERE Event = 'CaseRungsFired'");
        while (DateTimeOffset.UtcNow < due.AddSeconds(-5))
        {
            await Task.Delay(200);
            soon = CatchUpBenchmark.Count(folder.Path, "SELECT COUNT(*) FROM CaseEvents WHERE Event = 'CaseRungsFired'");
        }

        var others = (await CatchUpBenchmark.Figures(after, city)).Overdue;
        while (DateTimeOffset.UtcNow < due.AddMilliseconds(-50))
            await Task.Delay(5);
        var early = CatchUpBenchmark.Count(folder.Path, "SELECT COUNT(*) FROM CaseEvents WHERE Event = 'CaseRungsFired'") - soon;
        TimeSpan? counted = null;
        for (var overdue = 0; overdue < others + together && DateTimeOffset.UtcNow < due.AddSeconds(30); await Task.Delay(20))
        {
            overdue = (await CatchUpBenchmark.Figures(after, city)).Overdue;
            counted = DateTimeOffset.UtcNow - due;
        }

        var fired = 0;
        while (fired < together && DateTimeOffset.UtcNow < due.AddMinutes(2))
        {
            fired = CatchUpBenchmark.Count(folder.Path, "SELECT COUNT(*) FROM CaseEvents WHERE Event = 'CaseRungsFired'") - soon;
            await Task.Delay(20);
        }

        yield return new("fired early", "0", $"{early}");
        yield return new("the city's overdue counter is right after the second began", "< 1 s", $"{counted?.TotalMilliseconds:F0} ms");
        yield return new("all events durable after the due", "< 3 s", $"{(DateTimeOffset.UtcNow - due).TotalSeconds:F1} s, {fired} of {together}");
    }
}
