using Microsoft.EntityFrameworkCore;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Notices;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Notices;
using OpsHub.Host.Database;

namespace OpsHub.Host.Jobs;

/// <summary>At 08:00 Asia/Shanghai, or at the first start after it: one digest (晨报) for each unit from township to city, told as a notice: in the hub's list and through its channels.
/// A unit's day is done once; on its days off it is told nothing.</summary>
internal sealed partial class MorningDigest(
    IGrainFactory grains, IHubDirectory directory, IHubIndex index, INoticeQueue notices, IRuleBook book, NoticeRules rules, HubClock clock, IDbContextFactory<HostContext> database, ILogger<MorningDigest> logger)
{
    /// <summary>Name in the ledger of periods.</summary>
    public const string Job = "morning-digest";

    /// <summary>Local time at which it is due.</summary>
    public static readonly TimeOnly At = new(8, 0);

    public async Task Run()
    {
        var now = clock.Now;
        var day = LocalDay.Of(now);
        if (directory.City is not { } city || LocalDay.TimeOf(now) < At)
            return;
        var period = LocalDay.Text(day);
        await using var context = await database.CreateDbContextAsync();
        var done = await context.JobPeriods.Where(p => p.Job == Job && p.Period == period).Select(p => p.Unit).ToHashSetAsync();
        var units = new[] { directory.Unit(city)! }.Concat(directory.Descendants(city, UnitLevel.County)).Concat(directory.Descendants(city, UnitLevel.Township));
        var told = new List<Notice>();
        foreach (var unit in units.Select(u => u.Code).Where(u => !done.Contains(u.Value)))
        {
            var digest = await Make(unit, now);
            if (digest.Told(rules.Quiet, book.CalendarOf(OrganCode.Of(unit), directory), directory.NameOf, now) is { } notice)
                told.Add(notice);
            context.JobPeriods.Add(new JobPeriod { Job = Job, Period = period, Unit = unit.Value, DoneAt = now });
            if (unit == city)
                Made(logger, unit.Value, period, digest.Open, digest.DueToday, digest.Overdue);
        }

        // Told first: what is not marked done is made again, and its keys are the same.
        await notices.Renew(UnitDigest.Prefix, UnitDigest.SubjectOf(day), told, now);
        await context.SaveChangesAsync();
    }

    private async Task<UnitDigest> Make(UnitCode unit, DateTimeOffset now)
    {
        var waiting = await index.CountCases(new CaseFilter { WaitsFor = OrganCode.Of(unit), OpenOnly = true });
        var late = await index.Cases(new CaseFilter { Unit = unit, OpenOnly = true, DueBefore = now }, CaseOrder.DueAt, new PageRequest(1, null, null, null));
        return UnitDigest.Of(unit, (await grains.Unit(unit).Summary()).Facts, waiting, late.Items is [var first, ..] ? (first.Row.Holder, first.Row.DueAt!.Value) : null, now);
    }

    [LoggerMessage(LogLevel.Information, "晨报 {Unit} {Day}: 在办 {Open}，今日到期 {DueToday}，超期 {Overdue}")]
    private static partial void Made(ILogger logger, string unit, string day, int open, int dueToday, int overdue);
}
