using OpsHub.Domain.Accounts;

namespace OpsHub.Domain.Hierarchy;

/// <summary>Decides a file's commands in advance, one after the other, as the units' own grains will.</summary>
internal static class ImportRehearsal
{
    /// <summary>What would be refused. What depends on a unit that is faulty itself is passed over: one problem is told once.</summary>
    internal static IEnumerable<ImportProblem> Of(
        IEnumerable<PlannedCommand> planned, IReadOnlyDictionary<UnitCode, Unit> existing, HashSet<UnitCode> faulty, DateOnly today)
    {
        var units = existing.ToDictionary();
        foreach (var (line, code, command) in planned)
        {
            var other = UnitDecisions.OtherOf(command, today)?.Code;
            if (faulty.Contains(code) || (other is { } named && faulty.Contains(named)))
            {
                faulty.Add(code);
                continue;
            }

            var unit = units.GetValueOrDefault(code);
            var children = UnitDecisions.EndOf(command) is null ? [] : units.Values.Where(u => u.Level == code.Level + 1);
            var facts = UnitDecisions.FactsOf(code, command, other is { } o ? units.GetValueOrDefault(o) : null, children, today);
            var decision = UnitDecisions.Decide(unit, command, Actor.Hub(code.At(UnitLevel.City)), facts, today);
            if (decision.IsRefused)
            {
                faulty.Add(code);
                yield return new(line, Column(command, decision.Refusal.Field), decision.Refusal.Rule, decision.Refusal.Zh, decision.Refusal.En);
            }

            foreach (var happened in decision.Events)
                units[code] = unit = Unit.Apply(unit, happened);
        }
    }

    private static string Column(UnitCommand command, string? field) =>
        UnitDecisions.EndOf(command) is null ? DivisionRows.Column(field) : field == "into" || (field == "parent" && command is MergeUnit) ? "mergedInto" : "endsOn";
}
