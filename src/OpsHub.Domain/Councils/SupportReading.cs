using System.Collections.Immutable;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Councils;

/// <summary>What the standing records of a unit come to, for one kind and organ (汇总).</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Kind">Kind.</param>
/// <param name="About">Department, or null.</param>
/// <param name="Last">Newest day; for a term its last day.</param>
/// <param name="Count">How many.</param>
public sealed record SupportFact(UnitCode Unit, SupportKind Kind, OrganCode? About, DateOnly Last, int Count);

/// <summary>Something missing (缺项).</summary>
/// <param name="Unit">Where.</param>
/// <param name="Kind">What.</param>
/// <param name="Organ">The department whose it is, or null.</param>
/// <param name="Status">How it is missing.</param>
/// <param name="Period">First day of the cycle, or last day of the term; null for coverage.</param>
public sealed record SupportGap(UnitCode Unit, SupportKind Kind, OrganCode? Organ, SupportGapStatus Status, DateOnly? Period)
{
    /// <summary>Order in lists, and cursor: unit, kind, organ.</summary>
    public string Key => $"{Unit}/{(int)Kind:D2}/{Organ}";
}

/// <summary>Coverage of a kind (覆盖率).</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Units">Units that should have it.</param>
/// <param name="Missing">Those that have not, by code.</param>
public sealed record SupportCoverage(SupportKind Kind, int Units, ImmutableList<UnitCode> Missing)
{
    /// <summary>Those that have it.</summary>
    public int Covered => Units - Missing.Count;

    /// <summary>Per cent; null where there is no unit.</summary>
    public decimal? Percent => Units == 0 ? null : 100m * Covered / Units;
}

/// <summary>Reads coverage and gaps out of records (覆盖率与缺项). Pure: at any time, from rows and the present day.</summary>
public sealed class SupportReading
{
    private readonly Dictionary<(UnitCode, SupportKind, OrganCode?), SupportFact> _facts;
    private readonly DateOnly _today;
    private readonly DateOnly _since;
    private readonly SupportParameters _parameters;

    /// <param name="facts">What the standing records come to.</param>
    /// <param name="today">Local day.</param>
    /// <param name="since">Day from which the hub keeps records: a cycle that began before can't be missed.</param>
    /// <param name="parameters">Cycles.</param>
    public SupportReading(IEnumerable<SupportFact> facts, DateOnly today, DateOnly since, SupportParameters parameters)
    {
        _facts = facts.ToDictionary(f => (f.Unit, f.Kind, f.Kind == SupportKind.LawPublicity ? f.About : null));
        (_today, _since, _parameters) = (today, since, parameters);
    }

    /// <summary>Coverage of a kind over units of its level.</summary>
    public SupportCoverage Coverage(SupportKind kind, IReadOnlyCollection<UnitCode> units) =>
        new(kind, units.Count, [.. units.Where(u => !_facts.ContainsKey((u, kind, null))).Order()]);

    /// <summary>What is missing of a unit.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="departments">Ids of the departments of a county, whose publicity of law is asked for. C076.</param>
    public IEnumerable<SupportGap> Gaps(UnitCode unit, IEnumerable<string> departments) => SupportRule.All.Values
        .Where(r => r.Levels.Contains(unit.Level)).OrderBy(r => r.Kind)
        .SelectMany(r => r.Kind == SupportKind.LawPublicity ? departments.Select(d => Gap(unit, r, new OrganCode($"{unit}:{d}"))) : [Gap(unit, r, null)])
        .OfType<SupportGap>();

    /// <summary>What a unit is to be told: cycles missed and terms that end. Coverage and what is still open in the present year are for whoever looks.</summary>
    public ImmutableList<SupportReminder> Reminders(UnitCode unit, IEnumerable<string> departments) =>
    [
        .. Gaps(unit, departments).Where(g => g.Status is not (SupportGapStatus.NotCovered or SupportGapStatus.Open)).Select(g => new SupportReminder(g.Kind, g.Status, g.Period!.Value, g.Organ)),
    ];

    /// <summary>The reminder of a fixed day, on the day before, or on the day itself where the hub was down; null on other days. A day that a month lacks is its last. C021.</summary>
    /// <param name="dayOfMonth">1-31.</param>
    /// <param name="today">Local day.</param>
    public static SupportReminder? OfFixedDay(int dayOfMonth, DateOnly today)
    {
        foreach (var day in new[] { today, today.AddDays(1) })
        {
            if (day.Day == Math.Min(dayOfMonth, DateTime.DaysInMonth(day.Year, day.Month)))
                return new(SupportKind.FixedDay, null, day);
        }

        return null;
    }

    private SupportGap? Gap(UnitCode unit, SupportRule rule, OrganCode? organ)
    {
        var fact = _facts.GetValueOrDefault((unit, rule.Kind, organ));
        return rule.Measure switch
        {
            SupportMeasure.Coverage => fact is null ? new(unit, rule.Kind, null, SupportGapStatus.NotCovered, null) : null,
            SupportMeasure.Cycle or SupportMeasure.Yearly => Cycle(unit, rule, organ, fact),
            SupportMeasure.Expiry => fact is null ? null
                : _today > fact.Last ? new(unit, rule.Kind, null, SupportGapStatus.Ended, fact.Last)
                : _today > fact.Last.AddDays(-_parameters.TermWarningDays) ? new(unit, rule.Kind, null, SupportGapStatus.EndsSoon, fact.Last)
                : null,
            _ => null,
        };
    }

    // A record since the missed cycle began makes up for it.
    private SupportGap? Cycle(UnitCode unit, SupportRule rule, OrganCode? organ, SupportFact? fact)
    {
        var months = _parameters.MonthsOf(rule.Kind)!.Value;
        var present = SupportParameters.CycleOf(_today, months);
        var missed = present.AddMonths(-months);
        if (missed >= _since && !(fact?.Last >= missed))
            return new(unit, rule.Kind, organ, SupportGapStatus.Missed, missed);
        return rule.Measure == SupportMeasure.Yearly && !(fact?.Last >= present) ? new(unit, rule.Kind, organ, SupportGapStatus.Open, present) : null;
    }
}
