using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Host.Jobs;

/// <summary>Every hour, and at the start: keeps the figures of every unit that has any, for trends and the same hour last week.</summary>
internal sealed class HourlyHistory(IGrainFactory grains, IHubDirectory directory, IHubIndex index, HubClock clock)
{
    private const int AtOnce = 16;

    public Task Run() => Save(keep: false);

    /// <summary>At the start: what the hour already has was read at its beginning, and stays.</summary>
    public Task Fill() => Save(keep: true);

    private async Task Save(bool keep)
    {
        if (directory.City is not { } city)
            return;
        var now = clock.Now;
        var hour = new DateTimeOffset(now.Year, now.Month, now.Day, now.Hour, 0, 0, TimeSpan.Zero);
        await index.SaveHistory(hour, [.. (await Summaries(city)).Select(s => (s.Code.Unit, Point(s.Facts, now)))], keep);
    }

    // The city's, its counties', their townships' and communities', each from its parent: 122 calls for a city, never a thousand.
    private async Task<IReadOnlyCollection<LiveSummary>> Summaries(UnitCode city)
    {
        var top = await grains.Unit(city).Family();
        var found = new System.Collections.Concurrent.ConcurrentBag<LiveSummary>(top.Children.Prepend(top.Own));
        foreach (var level in new[] { UnitLevel.County, UnitLevel.Township })
        {
            await Parallel.ForEachAsync(directory.Descendants(city, level), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (unit, _) =>
            {
                foreach (var child in (await grains.Unit(unit.Code).Family()).Children)
                    found.Add(child);
            });
        }

        return found;
    }

    private static HistoryPoint Point(UnitSummary facts, DateTimeOffset now)
    {
        var reading = SummaryFold.Read(facts, now);
        return new(reading.Open, reading.Overdue, reading.DueToday + reading.DueTodayDone, reading.ReportedToday, reading.ClosedToday);
    }
}
