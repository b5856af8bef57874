using System.Collections.Concurrent;
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

    private const int AtOnce = 8;
    private const int Attempts = 3;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(20);

    public async Task Run()
    {
        if (directory.City is not { } city)
            return;
        var today = LocalDay.Of(clock.Now);
        var units = new[] { city }.Concat(Enumerable.Range((int)UnitLevel.County, 3).SelectMany(l => directory.Descendants(city, (UnitLevel)l)).Select(u => u.Code)).ToList();
        var reading = new SupportReading(await index.Facts(units), today, await index.Since(), SupportParameters.Of(rules.Current.Consultations));
        var days = (await index.FixedDays()).Select(d => (d.Unit, Reminder: SupportReading.OfFixedDay(d.DayOfMonth, today))).Where(d => d.Reminder is not null)
            .ToLookup(d => d.Unit, d => d.Reminder!);
        var (told, left) = (0, units);
        for (var attempt = 1; left.Count > 0 && attempt <= Attempts; attempt++)
        {
            if (attempt > 1)
                await Task.Delay(Pause, clock.Time);
            left = await Tell(left);
        }

        Done(logger, told, left.Count);
        if (left.Count > 0) // the scheduler runs it again; what was told is not told twice
            throw new InvalidOperationException($"{left.Count} units could not be told what their support lacks, {left[0]} among them.");

        // Those that could not be told: one holds up nobody.
        async Task<List<UnitCode>> Tell(List<UnitCode> some)
        {
            var failed = new ConcurrentBag<UnitCode>();
            await Parallel.ForEachAsync(some, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (unit, _) =>
            {
                SupportReminder[] reminders = [.. reading.Reminders(unit, rules.Departments.Keys), .. days[unit].Distinct()];
                if (reminders.Length == 0)
                    return;
                try
                {
                    var reply = await grains.Support(unit).Do(new TellSupport([.. reminders]), new CommandContext($"support-{LocalDay.Text(today)}-{Print(reminders)}", Actor.Hub(city)));
                    if (reply.Refusal is { } refusal)
                        throw new InvalidOperationException($"{refusal.Code}: {refusal.En}");
                    Interlocked.Add(ref told, reply.Repeated ? 0 : 1);
                }
                catch (Exception error)
                {
                    failed.Add(unit);
                    Failed(logger, unit.Value, error);
                }
            });
            return [.. failed];
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
