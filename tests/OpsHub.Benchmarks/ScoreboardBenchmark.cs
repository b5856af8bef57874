using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OpsHub.Contracts.Assessments;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Publishing;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;
using OpsHub.Fixtures;
using OpsHub.Storage;

namespace OpsHub.Benchmarks;

/// <summary>Scoreboards of a city of 1,020 agencies in 34 townships, three years of each: the questions, without the API's own cost.</summary>
internal static class ScoreboardBenchmark
{
    private const int Townships = 34;
    private const int Agencies = 30;
    private const int Asks = 500;
    private static readonly UnitCode City = UnitCode.Parse("4302");
    private static readonly UnitCode County = UnitCode.Parse("430203");

    public static async IAsyncEnumerable<BenchmarkRow> Run(string storage)
    {
        using var folder = HubFolder.Empty();
        await using var services = new ServiceCollection().AddOpsHubStorage((await BenchmarkStorage.Of(storage, folder.Path)).Options).BuildServiceProvider();
        await services.GetRequiredService<IStorageSetup>().Prepare();
        var publisher = services.GetRequiredService<IPublisher>();
        await Publish(publisher, County, City);
        var years = Enumerable.Range(0, Townships).SelectMany(t => Enumerable.Range(0, Agencies).SelectMany(a => new[] { 2024, 2025, 2026 }.Select(y => (Township: Township(t), Agency: a, Year: y)))).ToList();
        foreach (var township in years.Select(y => y.Township).Distinct())
            await Publish(publisher, township, County);
        var watch = Stopwatch.StartNew();
        foreach (var (township, agency, year) in years)
        {
            var played = new PlayedYear(OrganCode.Parse($"{township}-D{10 + agency}"), year);
            var row = (year < 2026 ? played.Graded() : played.InForce()).Row();
            await publisher.Publish(new(row.Key, row.Version) { AgencyYear = row });
        }

        yield return new($"playing and publishing {years.Count:N0} years", "", $"{watch.Elapsed.TotalSeconds:F1} s");
        var index = services.GetRequiredService<IAgencyYearIndex>();
        yield return new($"scoreboard: a township's {Agencies} agencies", "p99 < 20 ms", await Measure(Agencies, i => index.OfUnit(Township(i % Townships), 2026)));
        yield return new("scoreboard: a department's agencies in its county", "", await Measure(Townships * Agencies, _ => index.OfDepartment(OrganCode.Parse($"{County}:D12"), 2026), 20));
        yield return new("scoreboard: a county's agencies", "", await Measure(Townships * Agencies, _ => index.OfUnit(County, 2026), 20));
        var evidence = services.GetRequiredService<IAgencyEvidence>();
        var through = LocalDay.Start(new(2026, 12, 1));
        yield return new("evidence of an agency, without cases", "", await Measure<UnitCode>(1, async i =>
            [.. (await evidence.Count(OrganCode.Parse($"{Township(0)}-D{10 + (i % Agencies)}"), [Township(0)], 2026, through)).Keys]));
    }

    private static async Task<string> Measure<T>(int expected, Func<int, Task<IReadOnlyList<T>>> ask, int asks = Asks)
    {
        var times = new List<double>();
        for (var i = 0; i < asks; i++)
        {
            var watch = Stopwatch.StartNew();
            var found = await ask(i);
            times.Add(watch.Elapsed.TotalMilliseconds);
            if (found.Count != expected)
                throw new InvalidOperationException($"{found.Count} rows, expected {expected}.");
        }

        return Times.Told(times);
    }

    private static UnitCode Township(int n) => UnitCode.Parse($"{County}{1 + n:000}");

    private static Task Publish(IPublisher publisher, UnitCode unit, UnitCode parent) =>
        publisher.Publish(new($"unit-{unit}", 1) { Unit = new UnitRow(unit, 1, "", unit.Value, parent, new(2020, 1, 1), null, null, false) });
}
