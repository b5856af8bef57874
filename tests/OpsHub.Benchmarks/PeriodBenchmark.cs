using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OpsHub.Contracts.Assessments;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Publishing;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Hierarchy;
using OpsHub.Fixtures;
using OpsHub.Storage;

namespace OpsHub.Benchmarks;

/// <summary>10,000 periods closed, each asked for twice: months and quarters as snapshots from the trace, the year as a graded row. Without grains and jobs; what these survive, the
/// kill tests hold.</summary>
internal static class PeriodBenchmark
{
    private const int PeriodsOfYear = 17; // twelve months, four quarters, the year

    public static async IAsyncEnumerable<BenchmarkRow> Run(string storage, int periods)
    {
        using var folder = HubFolder.Empty();
        await using var services = new ServiceCollection().AddOpsHubStorage((await BenchmarkStorage.Of(storage, folder.Path)).Options).BuildServiceProvider();
        await services.GetRequiredService<IStorageSetup>().Prepare();
        var (publisher, index) = (services.GetRequiredService<IPublisher>(), services.GetRequiredService<IAgencyYearIndex>());
        var years = Enumerable.Range(0, ((periods - 1) / PeriodsOfYear) + 1).Select(i => new PlayedYear(OrganCode.Parse($"{430203001 + (i / 80)}-D{10 + (i % 80)}"), 2025).Graded()).ToList();
        var (watch, kept, again) = (Stopwatch.StartNew(), 0, 0);
        foreach (var year in years)
        {
            foreach (var snapshot in SnapshotPeriod.Ended(year.Year, DateTimeOffset.MaxValue).ConvertAll(p => YearSnapshot.From(year.Events, p)).OfType<YearSnapshot>())
            {
                kept += await index.Keep(snapshot, year.Year) ? 1 : 0;
                again += await index.Keep(snapshot, year.Year) ? 1 : 0;
            }

            var row = year.Row();
            await publisher.Publish(new(row.Key, row.Version) { AgencyYear = row });
        }

        var took = watch.Elapsed;
        var closed = (await index.InStages([AgencyYearStage.AgencyGraded], null, years.Count + 1)).Count;
        if (again > 0 || kept != (PeriodsOfYear - 1) * years.Count || closed != years.Count)
            throw new InvalidOperationException($"{kept} months and quarters, {again} of them twice, {closed} years of {years.Count}.");
        yield return new($"closing {kept + closed:N0} periods ({closed:N0} years, {kept:N0} months and quarters), each asked for twice", "one result each", $"{took.TotalSeconds:F1} s, one result each");
    }
}
