using System.Collections.Immutable;
using System.Globalization;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Governance;

/// <summary>Something that a unit owes (应办事项), as it stands at an instant. It opens by itself, and only a record closes it.</summary>
/// <param name="Unit">Who owes it.</param>
/// <param name="Rule">Rule id.</param>
/// <param name="Name">Stable name: a kind or an item.</param>
/// <param name="Year">The year, for what comes every year.</param>
/// <param name="Due">Last day, or null where the text gives none.</param>
/// <param name="Status">How it stands.</param>
/// <param name="On">Day on which it was done, or null.</param>
/// <param name="Zh">Chinese name.</param>
/// <param name="En">English name.</param>
public sealed record Obligation(UnitCode Unit, string Rule, string Name, int? Year, DateOnly? Due, ObligationStatus Status, DateOnly? On, string Zh, string En)
{
    /// <summary>Order in lists, and cursor.</summary>
    public string Key => $"{Unit}/{Rule}/{Name}/{Year}";

    /// <summary>Clause of the policy.</summary>
    public string Clause => GovernanceRefusals.ClauseOf(Rule);
}

/// <summary>Reads what is owed (应办事项清单). Pure. G026, G033, G038, G042-G044, G057, G061.</summary>
public static class Obligations
{
    /// <summary>What a unit owes on a day.</summary>
    /// <param name="s">Its file.</param>
    /// <param name="today">Local day.</param>
    /// <param name="since">Day from which the unit owes it, or from which the hub keeps records: its year is the first that can be overdue.</param>
    public static ImmutableList<Obligation> Of(GovernanceFile s, DateOnly today, DateOnly since) =>
    [
        .. ConstructionRule.All.Values.Where(r => r.Due is not null && r.Levels.Contains(s.Unit.Level)).Select(r => s.BuiltOn(r.Item) is var on
                ? new Obligation(s.Unit, r.Rule, $"{r.Item}", null, r.Due, Status(on, r.Due, today), on, r.Zh, r.En) : null!),
        .. ObligationRule.All.Values.Where(r => r.Levels.Contains(s.Unit.Level)).SelectMany(r => r.Annual ? Years(s, r, today, since) : [Once(s, r, today)]),
    ];

    /// <summary>What a unit is to be told: all that is overdue, and each year anew what the text gives no day for. G042, G043, G057, G061.</summary>
    public static ImmutableList<GovernanceReminder> Reminders(GovernanceFile s, DateOnly today, DateOnly since) =>
    [
        .. Of(s, today, since).Where(o => o.Status == ObligationStatus.Overdue || (o.Due is null && o.Status == ObligationStatus.Open))
            .Select(o => new GovernanceReminder($"{o.Name}{(o.Year is { } year ? $"/{year}" : "")}", o.Rule, o.Due ?? new DateOnly(today.Year, 1, 1), o.Zh, o.En)),
    ];

    private static Obligation Once(GovernanceFile s, ObligationRule r, DateOnly today)
    {
        // The plan's own measures are its record.
        var on = r.Kind == ObligationKind.Plan ? (s.Plan.IsEmpty ? null : (DateOnly?)today) : s.Records.Find(k => k.Kind == r.Kind)?.On;
        return new(s.Unit, r.Rule, $"{r.Kind}", null, null, on is null ? ObligationStatus.Open : ObligationStatus.Done, r.Kind == ObligationKind.Plan ? null : on, r.Zh, r.En);
    }

    // Of former years only what is still missing.
    private static IEnumerable<Obligation> Years(GovernanceFile s, ObligationRule r, DateOnly today, DateOnly since)
    {
        // A year that it was told of is still owed, though the unit has gone by another name since.
        var first = s.Told.Keys.Where(k => k.StartsWith($"{r.Kind}/", StringComparison.Ordinal)).Select(k => int.Parse(k.AsSpan($"{r.Kind}/".Length), CultureInfo.InvariantCulture)).Append(since.Year).Min();
        for (var year = first; year < today.Year; year++)
        {
            if (OfYear(s, r, year, today) is { Status: ObligationStatus.Overdue } missing)
                yield return missing;
        }

        yield return OfYear(s, r, today.Year, today);
    }

    private static Obligation OfYear(GovernanceFile s, ObligationRule r, int year, DateOnly today)
    {
        var (record, due) = (s.Records.Find(k => k.Kind == r.Kind && k.Year == year && k.Meets), new DateOnly(year, 12, 31));
        return new(s.Unit, r.Rule, $"{r.Kind}", year, due, Status(record?.On, due, today), record?.On, r.Zh, r.En);
    }

    private static ObligationStatus Status(DateOnly? on, DateOnly? due, DateOnly today) => on is { } done
        ? done > due ? ObligationStatus.DoneLate : ObligationStatus.Done
        : today > due ? ObligationStatus.Overdue : ObligationStatus.Open;
}
