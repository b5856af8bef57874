using GraphQL.Types;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Calendars;
using OpsHub.GraphQL.Agencies;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Hierarchy;

/// <summary>A unit's figures at a full hour.</summary>
internal sealed record HourlyReading(DateTimeOffset Hour, HistoryPoint Point);

/// <summary>What the hourly history says at certain hours.</summary>
internal static class HistoryReadings
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);
    private static readonly TimeSpan Near = TimeSpan.FromMinutes(90);

    /// <summary>The reading nearest to this hour a week ago; null when none lies near enough to be compared with.</summary>
    public static async Task<HourlyReading?> WeekAgo(this IHubIndex index, Domain.Hierarchy.UnitCode unit, DateTimeOffset now, CancellationToken cancel)
    {
        var then = now - Week;
        var read = await index.History(unit, then - Near, cancel).ConfigureAwait(false);
        return read.Where(r => (r.Hour - then).Duration() <= Near).OrderBy(r => (r.Hour - then).Duration())
            .Select(r => new HourlyReading(r.Hour, r.Point)).FirstOrDefault();
    }

    /// <summary>Hourly readings of the last hours, oldest first.</summary>
    public static async Task<IReadOnlyList<HourlyReading>> Hours(
        this IHubIndex index, Domain.Hierarchy.UnitCode unit, DateTimeOffset from, CancellationToken cancel) =>
        [.. (await index.History(unit, from, cancel).ConfigureAwait(false)).OrderBy(r => r.Hour).Select(r => new HourlyReading(r.Hour, r.Point))];

    /// <summary>The last reading of each local day, oldest first.</summary>
    public static async Task<IReadOnlyList<HourlyReading>> Days(
        this IHubIndex index, Domain.Hierarchy.UnitCode unit, DateOnly first, CancellationToken cancel) =>
        [.. (await index.Hours(unit, LocalDay.Start(first), cancel).ConfigureAwait(false))
            .GroupBy(r => LocalDay.Of(r.Hour)).Where(g => g.Key >= first).Select(g => g.Last())];
}

/// <summary>A unit's figures at a full hour.</summary>
internal sealed class HistoryPointType : Described<HourlyReading>
{
    public HistoryPointType() : base("HistoryPoint", "A unit's figures at a full hour (整点快照).")
    {
        One<InstantType>("hour", "The full hour.", p => p.Hour);
        One<IntGraphType>("open", "Cases open then (在办).", p => p.Point.Open);
        One<IntGraphType>("overdue", "Cases overdue then (超期).", p => p.Point.Overdue);
        One<IntGraphType>("dueToday", "Cases due on that day, open and done together (当日到期).", p => p.Point.DueToday);
        One<IntGraphType>("reportedToday", "Cases reported on that day until then (当日新增).", p => p.Point.ReportedToday);
        One<IntGraphType>("closedToday", "Cases closed on that day until then (当日结案).", p => p.Point.ClosedToday);
    }
}

/// <summary>Who holds a unit's open cases.</summary>
internal sealed class HolderLoadType : Described<HolderRow>
{
    public HolderLoadType() : base("HolderLoad", "What one organ holds of a unit's open cases (谁在办).")
    {
        One<OrganType>("organ", "Who holds them (在谁手里).", h => h.Holder);
        One<IntGraphType>("held", "Open cases held (在手).", h => h.Held);
        One<IntGraphType>("overdue", "Of those, overdue ones (超期).", h => h.Overdue);
        One<IntGraphType>("meanHours", "Mean time for which it has held them so far, in whole hours, floored.", h => (int)h.MeanHeld.TotalHours);
    }
}
