using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Options;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;
using OpsHub.Host.Options;

namespace OpsHub.Host.Seeds;

/// <summary>What an import did.</summary>
/// <param name="Done">Commands carried out.</param>
/// <param name="Unchanged">Rows that said what the hub already had.</param>
/// <param name="Problems">Why nothing, or in a race with others not everything, was imported; empty when all went well.</param>
internal sealed record ImportOutcome(int Done, int Unchanged, IReadOnlyList<ImportProblem> Problems);

/// <summary>Imports units: the whole file is checked first, then every unit's own grain decides, parents before children.</summary>
internal sealed class UnitImporter(IGrainFactory grains, IHubIndex index, IHubDirectory directory, HubClock clock, IOptions<SeedOptions> options)
{
    public async Task<ImportOutcome> Import(IReadOnlyList<DivisionRow> rows, Actor actor, IProgress<(int Done, int Of)>? progress, CancellationToken cancel)
    {
        var today = LocalDay.Of(clock.Now);
        var existing = new Dictionary<UnitCode, UnitRow>();
        await foreach (var unit in index.Units(cancel))
            existing.Add(unit.Code, unit);
        var plan = UnitImport.Plan(rows, await Records(rows, existing, cancel), today);
        if (!plan.Problems.IsEmpty || plan.Commands.IsEmpty)
            return new(0, plan.Unchanged, plan.Problems);

        var file = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(rows)))[..16];
        var problems = new ConcurrentBag<ImportProblem>();
        var done = 0;
        foreach (var level in plan.Commands.GroupBy(c => (Ends: UnitDecisions.EndOf(c.Command) is not null, c.Code.Level)))
        {
            // One unit's commands go one after the other. Units of one level don't depend on each other, except that one may take another over.
            var parallel = new ParallelOptions { MaxDegreeOfParallelism = level.Key.Ends ? 1 : options.Value.AtOnce, CancellationToken = cancel };
            await Parallel.ForEachAsync(level.GroupBy(c => c.Code), parallel, async (unit, stop) =>
            {
                foreach (var command in unit)
                {
                    await Carry(command, $"import-{file}-{command.Line}-{existing.GetValueOrDefault(command.Code)?.Version ?? 0}", actor, problems, stop);
                    progress?.Report((Interlocked.Increment(ref done), plan.Commands.Count));
                }
            });
            await directory.Refresh(cancel);
        }

        return new(done - problems.Count, plan.Unchanged, [.. problems.OrderBy(p => p.Line)]);
    }

    // Records, not index rows: a row shows today only, and the plan compares days.
    private async Task<IReadOnlyDictionary<UnitCode, Unit>> Records(IReadOnlyList<DivisionRow> rows, Dictionary<UnitCode, UnitRow> existing, CancellationToken cancel)
    {
        var (named, ended) = (UnitImport.Named(rows), UnitImport.Ended(rows));
        var records = new ConcurrentDictionary<UnitCode, Unit>();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Value.AtOnce, CancellationToken = cancel };
        var wanted = existing.Values.Where(u => named.Contains(u.Code) || (u.Parent is { } parent && ended.Contains(parent))).Select(u => u.Code);
        await Parallel.ForEachAsync(wanted, parallel, async (code, _) =>
        {
            if (await grains.Unit(code).Get() is { } record)
                records[code] = record;
        });
        return records;
    }

    private async Task Carry(PlannedCommand planned, string id, Actor actor, ConcurrentBag<ImportProblem> problems, CancellationToken cancel)
    {
        // Two commands of one row need two ids.
        var context = new CommandContext($"{id}-{planned.Command.GetType().Name}", actor);
        var reply = await Patiently.Do(() => grains.Unit(planned.Code).Do(planned.Command, context), clock.Time, cancel);
        if (reply.Refusal is { } refusal)
            problems.Add(new(planned.Line, refusal.Field ?? "code", refusal.Rule, refusal.Zh, refusal.En));
    }
}
