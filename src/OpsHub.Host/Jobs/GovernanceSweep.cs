using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Governance;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Governance;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Host.Jobs;

/// <summary>GovernanceSweep (例会、研判与应办事项): every morning, and at every start: closes townships' meeting cycles that are over, drafts the analysis report of each, and tells
/// units what is overdue, and what has no day once a year. Each happens once for its cycle, in order, however long the hub was down; a second run, or a second process, changes nothing. Part 5.3; T020, T023, G026, G033, G038, G042-G044, G057, G061.</summary>
internal sealed partial class GovernanceSweep(
    IGrainFactory grains, IGovernanceIndex index, AnalysisFigures figures, IHubDirectory directory, IRuleBook rules, HubClock clock, ILogger<GovernanceSweep> logger)
{
    /// <summary>Name of the schedule.</summary>
    public const string Job = "governance-sweep";

    // By then what was recorded before midnight has reached the disk, on another machine too.
    private static readonly TimeSpan Settle = TimeSpan.FromMinutes(10);

    // A report older than that is found by its key where it is drafted anew.
    private const int YearsLookedBack = 2;

    public async Task Run()
    {
        if (directory.City is not { } city)
            return;
        var (today, began, hub, changed) = (LocalDay.Of(clock.Now - Settle), await index.Since(), Actor.Hub(city), 0);
        List<UnitCode> townships = [.. directory.Descendants(city, UnitLevel.Township).Select(u => u.Code)];
        List<UnitCode> units = [city, .. directory.Descendants(city, UnitLevel.County).Select(u => u.Code), .. townships];
        var files = (await index.Files(units)).ToDictionary(f => f.Unit);
        var drafted = (await index.Reports(townships, today.AddYears(-YearsLookedBack))).GroupBy(r => r.Township).ToDictionary(r => r.Key, r => r.Max(one => one.Until));
        var left = await Attempts.Each(units, Sweep, (unit, error) => Failed(logger, unit.Value, error), clock.Time);
        if (changed > 0 || left.Count > 0)
            Done(logger, changed, left.Count);
        if (left.Count > 0) // the scheduler runs it again; what is done stays done
            throw new InvalidOperationException($"{left.Count} units could not be seen to, {left.First()} among them.");

        async Task Sweep(UnitCode unit)
        {
            var since = directory.OwedSince(unit, began);
            var file = files.GetValueOrDefault(unit) ?? new GovernanceFile { Unit = unit };
            if (unit.Level == UnitLevel.Township)
            {
                var mine = rules.On(today, unit.At(UnitLevel.County)).Governance;
                foreach (var cycle in YearCycle.Ended(file.ClosedUntil ?? YearCycle.FirstFrom(since, mine.MeetingMonths), today, mine.MeetingMonths))
                    Told(await grains.Governance(unit).Do(new CloseCycle(new(cycle.From, cycle.Until)), new($"close-cycle-{LocalDay.Text(cycle.From)}-{LocalDay.Text(cycle.Until)}", hub)));
                var next = drafted.TryGetValue(unit, out var until) ? until : YearCycle.FirstFrom(since, mine.AnalysisMonths);
                foreach (var cycle in YearCycle.Ended(next, today, mine.AnalysisMonths))
                    await Draft(unit, cycle.From, cycle.Until);
            }

            var late = Obligations.Reminders(file, today, since).FindAll(r => !file.Told.TryGetValue(r.Key, out var told) || told < r.Period);
            if (!late.IsEmpty)
                Told(await grains.Governance(unit).Do(new TellGovernance(late), new($"governance-{CommandIds.Hash([.. late.Select(r => $"{r.Key} {LocalDay.Text(r.Period)}")])[..32]}", hub)));
        }

        // Counted anew only where there is no report yet: figures of two runs differ, and the first stays.
        async Task Draft(UnitCode township, DateOnly from, DateOnly until)
        {
            var grain = grains.Analysis(GrainKeys.Analysis(township, from));
            if (await grain.Get() is null)
            {
                var counts = await figures.Count(township, from, until);
                Told(await grain.Do(new DraftReport(until, counts), new($"draft-{CommandIds.Hash($"{counts}")[..16]}", hub)));
            }
        }

        void Told(CommandReply reply)
        {
            if (reply.Refusal is { } refusal)
                throw new InvalidOperationException($"{refusal.Code}: {refusal.En}");
            Interlocked.Add(ref changed, reply.Repeated ? 0 : 1);
        }
    }

    [LoggerMessage(LogLevel.Information, "例会、研判与应办事项：办理 {Changed} 项，{Failed} 个单位未成 / Meetings, reports and obligations: {Changed} steps taken, {Failed} units failed")]
    private static partial void Done(ILogger logger, int changed, int failed);

    [LoggerMessage(LogLevel.Warning, "Meetings, reports and obligations of {Unit} could not be seen to; it is tried again")]
    private static partial void Failed(ILogger logger, string unit, Exception error);
}
