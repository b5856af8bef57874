using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Councils;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Councils;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Host.Jobs;

/// <summary>Every morning, and at every start: tells units which cycles of support they missed, which terms of office end, and which fixed day comes. What a unit was told
/// of a period it is never told again, so that a second run, or a second process, changes nothing. Part 5.3; C021, C063, C068, C073, C076, C085, C087, C088.</summary>
internal sealed partial class SupportSweep(IGrainFactory grains, ICouncilIndex index, IHubDirectory directory, IRuleBook rules, HubClock clock, ILogger<SupportSweep> logger)
{
    /// <summary>Name of the schedule.</summary>
    public const string Job = "support-sweep";

    public async Task Run()
    {
        if (directory.City is not { } city)
            return;
        var today = LocalDay.Of(clock.Now);
        var units = new[] { city }.Concat(Enumerable.Range((int)UnitLevel.County, 3).SelectMany(l => directory.Descendants(city, (UnitLevel)l)).Select(u => u.Code)).ToList();
        var reading = new SupportReading(await index.Facts(units), today, await index.Since(), SupportParameters.Of(rules.Current.Consultations));
        var days = (await index.FixedDays()).Select(d => (d.Unit, Reminder: SupportReading.OfFixedDay(d.DayOfMonth, today))).Where(d => d.Reminder is not null)
            .ToLookup(d => d.Unit, d => d.Reminder!);
        var told = 0;
        var left = await Attempts.Each(units, Tell, (unit, error) => Failed(logger, unit.Value, error), clock.Time);
        Done(logger, told, left.Count);
        if (left.Count > 0) // the scheduler runs it again; what was told is not told twice
            throw new InvalidOperationException($"{left.Count} units could not be told what their support lacks, {left.First()} among them.");

        async Task Tell(UnitCode unit)
        {
            SupportReminder[] reminders = [.. reading.Reminders(unit, rules.Departments.Keys), .. days[unit].Distinct()];
            if (reminders.Length == 0)
                return;
            var reply = await grains.Support(unit).Do(new TellSupport([.. reminders]), new CommandContext($"support-{LocalDay.Text(today)}-{Print(reminders)}", Actor.Hub(city)));
            if (reply.Refusal is { } refusal)
                throw new InvalidOperationException($"{refusal.Code}: {refusal.En}");
            Interlocked.Add(ref told, reply.Repeated ? 0 : 1);
        }
    }

    // The same day may come to other reminders: a record was made, or ended.
    private static string Print(IEnumerable<SupportReminder> reminders) =>
        Domain.Commands.CommandIds.Hash([.. reminders.Select(r => $"{r.Key} {LocalDay.Text(r.Period)}")])[..16];

    [LoggerMessage(LogLevel.Information, "协商保障：已核对，提醒 {Told} 个单位，{Failed} 个未成 / Support of consultation: {Told} units checked and told, {Failed} failed")]
    private static partial void Done(ILogger logger, int told, int failed);

    [LoggerMessage(LogLevel.Warning, "{Unit} could not be told what its support lacks; it is tried again")]
    private static partial void Failed(ILogger logger, string unit, Exception error);
}
