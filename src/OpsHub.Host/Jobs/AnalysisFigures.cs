using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Indicators;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Governance;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Indicators;

namespace OpsHub.Host.Jobs;

/// <summary>Counts a township's cases of a cycle for its analysis report (分析研判统计), from the live index. T023.</summary>
internal sealed class AnalysisFigures(IHubIndex index, IIndicatorIndex indicators, HubClock clock)
{
    /// <summary>The counts as they are now.</summary>
    /// <param name="township">The township.</param>
    /// <param name="from">First day of the cycle.</param>
    /// <param name="until">Day after its last.</param>
    public async Task<AnalysisCounts> Count(UnitCode township, DateOnly from, DateOnly until)
    {
        var now = clock.Now;
        var counts = (await indicators.Counts(new(township, null, new(from, until), now, []))).Values.SingleOrDefault() ?? IndicatorCounts.None;
        return new(
            await index.CountCases(new() { Unit = township, ReportedFrom = LocalDay.Start(from), ReportedBefore = LocalDay.Start(until) }),
            counts.Closed, counts.Due, counts.OnTime,
            await index.CountCases(new() { Unit = township, OpenOnly = true }),
            await index.CountCases(new() { Unit = township, OpenOnly = true, DueBefore = now }));
    }
}
