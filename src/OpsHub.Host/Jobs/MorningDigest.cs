using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;
using OpsHub.Host.Database;

namespace OpsHub.Host.Jobs;

/// <summary>At 08:00 Asia/Shanghai, or at the first start after it: one digest for each unit from township to city. A unit's day is done once.</summary>
internal sealed partial class MorningDigest(
    IGrainFactory grains, IHubDirectory directory, IHubIndex index, HubClock clock, IDbContextFactory<HostContext> database, ILogger<MorningDigest> logger)
{
    /// <summary>Name in the ledger of periods.</summary>
    public const string Job = "morning-digest";

    private const int Oldest = 10;

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
        foreach (var unit in units.Where(u => !done.Contains(u.Code.Value)))
        {
            var digest = await Make(unit, day, now);
            context.JobPeriods.Add(new JobPeriod
            {
                Job = Job, Period = period, Unit = digest.Unit, Content = JsonSerializer.Serialize(digest, DomainSerialization.Options), DoneAt = now,
            });
            if (unit.Code == city)
                Made(logger, digest.Unit, digest.Name, period, digest.Open, digest.DueToday, digest.Overdue);
        }

        await context.SaveChangesAsync(); // all or none: what is missing is made again
    }

    private async Task<Digest> Make(UnitRow unit, DateOnly day, DateTimeOffset now)
    {
        var reading = SummaryFold.Read((await grains.Unit(unit.Code).Summary()).Facts, now);
        var overdue = await index.Cases(new CaseFilter { Unit = unit.Code, OpenOnly = true, DueBefore = now }, CaseOrder.DueAt, new PageRequest(Oldest, null, null, null));
        return new(
            unit.Code.Value, unit.Name, day, LocalDay.Local(now), reading.Open, reading.DueToday, reading.Overdue,
            [.. overdue.Items.Select(i => new DigestLine(i.Row.Number, i.Row.Category, directory.NameOf(i.Row.Holder), LocalDay.Local(i.Row.DueAt!.Value)))]);
    }

    [LoggerMessage(LogLevel.Information, "晨报 {Unit} {Name} {Day}: 在办 {Open}，今日到期 {DueToday}，超期 {Overdue}")]
    private static partial void Made(ILogger logger, string unit, string name, string day, int open, int dueToday, int overdue);
}
