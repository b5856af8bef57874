using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Indicators;
using OpsHub.Contracts.Publishing;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Indicators;
using OpsHub.Fixtures;
using OpsHub.Storage;

namespace OpsHub.Benchmarks;

/// <summary>Indicators over a year of 100,000 cases on SQLite: the questions, without the API's own cost.</summary>
internal static class IndicatorBenchmark
{
    private const int Cases = 100_000;
    private static readonly DateTimeOffset Now = new(2026, 12, 31, 9, 0, 0, TimeSpan.FromHours(8));
    private static readonly IndicatorPeriod Year = new(new(2026, 1, 1), new(2027, 1, 1));
    private static readonly IndicatorPeriod Month = new(new(2026, 6, 1), new(2026, 7, 1));
    private static readonly UnitCode City = UnitCode.Parse("4302");
    private static readonly UnitCode Township = UnitCode.Parse("430201001");

    public static async IAsyncEnumerable<BenchmarkRow> Run()
    {
        using var folder = HubFolder.Empty();
        await using var services = new ServiceCollection().AddOpsHubStorage(new StorageOptions { DataFolder = folder.Path }).BuildServiceProvider();
        await services.GetRequiredService<IStorageSetup>().Prepare();
        var publisher = services.GetRequiredService<IPublisher>();
        yield return new("publishing 10,000 cases without rows for indicators", "", await Publish(publisher, "case-w", (p, i) => p with { Cycles = [] }));
        yield return new("publishing 10,000 cases with them", "", await Publish(publisher, "case-x", (p, i) => p));
        yield return new("the same again without", "", await Publish(publisher, "case-y", (p, i) => p with { Cycles = [] }));
        yield return new("and with", "", await Publish(publisher, "case-z", (p, i) => p));
        await Parallel.ForAsync(0, Cases, new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (i, cancel) =>
            await Patiently(() => publisher.Publish(Publication($"case-{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(BitConverter.GetBytes(i)))[..32]}", i), cancel)));
        var index = services.GetRequiredService<IIndicatorIndex>();
        var cases = services.GetRequiredService<IHubIndex>();
        yield return new("indicators: township, month", "< 20 ms", await Measure(() => Ask(index, new(Township, null, Month, Now, []))));
        yield return new("indicators: township, month, by category", "< 20 ms", await Measure(() => Ask(index, new(Township, null, Month, Now, [IndicatorDimension.Category]))));
        yield return new("indicators: agency, month", "", await Measure(() => Ask(index, new(null, OrganCode.Parse("430201001-D10"), Month, Now, []))));
        yield return new("indicators: city, year, counts", "< 200 ms", await Measure(() => index.Counts(new(City, null, Year, Now, []))));
        yield return new("indicators: city, year, with handling times", "< 200 ms", await Measure(() => Ask(index, new(City, null, Year, Now, []))));
        yield return new("indicators: city, year, by township, with handling times", "", await Measure(() => Ask(index, new(City, null, Year, Now, [IndicatorDimension.Township]))));
        yield return new("indicators: city, year, by month", "", await Measure(() => index.Counts(new(City, null, Year, Now, [IndicatorDimension.Month]))));
        yield return new("indicators: the first cases behind a city's number of a year", "", await Measure(() => cases.Cases(
            new CaseFilter { Unit = City, Behind = new(IndicatorCount.Returned, Year, Now, null) }, CaseOrder.ReportedAtDescending, new PageRequest(20, null, null, null))));
    }

    private static Task Ask(IIndicatorIndex index, IndicatorQuery query) => Task.WhenAll(index.Counts(query), index.Times(query));

    private static async Task<string> Measure(Func<Task> ask)
    {
        var (times, before) = (new List<double>(), Process.GetCurrentProcess().TotalProcessorTime);
        for (var i = 0; i < 9; i++)
        {
            var watch = Stopwatch.StartNew();
            await ask();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        return $"median {times.Order().ElementAt(4):F1} ms, slowest {times.Max():F1} ms, {(Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds / times.Count:F1} ms of processor";
    }

    private static async Task<string> Publish(IPublisher publisher, string prefix, Func<Publication, int, Publication> change)
    {
        var (watch, before) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
        await Parallel.ForAsync(0, 10_000, new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (i, cancel) => await Patiently(() => publisher.Publish(change(Publication($"{prefix}{i}", i), i), cancel)));
        return $"{watch.Elapsed.TotalSeconds:F2} s, {(Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds:F2} s of processor";
    }

    private static Publication Publication(string key, int i)
    {
        // Nine counties with a dozen townships each, and a hundred grids in every township.
        var township = $"4302{1 + (i % 9):D2}{1 + (i / 9 % 12):D3}";
        var grid = UnitCode.Parse($"{township}{1 + (i / 108 % 10):D3}{1 + (i / 1080 % 10):D3}");
        var place = new Placement(grid, grid.At(UnitLevel.Community), grid.At(UnitLevel.Township), grid.At(UnitLevel.County), City);
        var (reported, agency) = (Now.AddMinutes(-(i * 5.2)), OrganCode.Parse($"{township}-D{10 + (i % 4)}"));
        var day = LocalDay.Of(reported);
        var facts = new CycleFacts
        {
            Cycle = 1, StartedDay = day, AcceptBy = reported.AddHours(8), Accepted = true, AcceptedOnTime = i % 11 != 0, Lead = agency, DueAt = LocalDay.End(day.AddDays(3)), OnTime = i % 9 != 0,
            ClosedDay = i % 20 == 0 ? null : day.AddDays(3), Returns = i % 12 == 0 ? 1 : 0, Reworks = i % 17 == 0 ? 1 : 0, Evaluations = i % 2, ScoreSum = i % 2 * 4,
            WorkMinutes = i % 20 == 0 ? null : i * 7919L % 1440, ElapsedMinutes = i % 20 == 0 ? null : i * 7919L % 4320,
            Dispatches = [new("accept", agency, day, reported.AddHours(9), true, false, i % 5 != 0)],
        };
        return new Publication(key, 1) { Case = Row(key, place, reported, agency, i), Cycles = [new CycleRow(place, $"Q{1 + (i % 12):D2}", facts)] };
    }

    private static async Task Patiently(Func<Task> write)
    {
        while (true)
        {
            try
            {
                await write();
                return;
            }
            catch (StorageOverloadedException)
            {
                await Task.Delay(100);
            }
        }
    }

    private static CaseRow Row(string key, Placement place, DateTimeOffset reported, OrganCode agency, int i) => new()
    {
        Key = key, Version = 1, Number = $"4302-2026-{i:D6}", Stage = CaseStage.Closed, Category = $"Q{1 + (i % 12):D2}-01", Title = "路面有积水", Grid = place.Grid, Community = place.Community,
        Township = place.Township, County = place.County, City = place.City, Holder = OrganCode.Of(place.Township), HolderSince = reported, Lead = agency, ReportedAt = reported, ClosedAt = reported.AddDays(3),
        Priority = 0, Returns = 0, ChangedAt = reported.AddDays(3),
        Contribution = new CaseContribution(CaseStage.Closed, $"Q{1 + (i % 12):D2}", SummaryFold.HourOf(reported), SummaryFold.HourOf(reported.AddDays(3)), 0, 0, true, true, false, 0, false, false),
    };
}
