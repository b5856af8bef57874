using System.Collections.Immutable;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Assessments;

/// <summary>What the evidence of the year gives for each component of L, for one township (佐证计分). Null where there is no evidence: nothing is scored from
/// missing data. How figures become points is assumed (A028): shares in percent; each urge takes a point of the matters handled.</summary>
public static class DutyEvidence
{
    /// <summary>Digits with which a component is shown; cut, never rounded up.</summary>
    public const int ShownDigits = 4;

    /// <summary>The figures behind a component; null without evidence.</summary>
    public static DutyFigures? Figures(AgencyYear s, UnitCode township, DutyComponent component)
    {
        var cases = s.Evidence.GetValueOrDefault(township);
        return component switch
        {
            DutyComponent.AnnualTargets => s.HasLetter ? Some(s.Targets.Count(t => t.Done), s.Targets.Count) : null, // A020: 10 targets, 9 done: 90
            DutyComponent.KeyWork => Some(s.KeyWork.Count(w => w.Township == township && w.TookPart), s.KeyWork.Count(w => w.Township == township)), // A021
            DutyComponent.MattersHandled => cases is null ? null : Some(cases.OnTime, cases.Due, cases.Urged * s.Rules.UrgeDeduction), // A022: 92 of 100: 92.0
            _ => cases is null ? null : Some(cases.Dispatched - cases.Refused, cases.Dispatched), // A023: 50 dispatches, 2 refused: 96.0
        };
    }

    /// <summary>The four components from the evidence as they are shown, 0-100 or null.</summary>
    public static ImmutableSortedDictionary<DutyComponent, decimal?> Of(AgencyYear s, UnitCode township) =>
        Enum.GetValues<DutyComponent>().ToImmutableSortedDictionary(c => c, c => Figures(s, township, c)?.Value.Cut(ShownDigits));

    /// <summary>The township's last adjustment of a component, or null; one that was taken back holds no more, nor does what it had replaced.</summary>
    public static Adjustment? Adjusted(AgencyYear s, UnitCode township, DutyComponent component) =>
        s.Adjustments.FindLast(a => a.Withdrawn is null && a.Township == township && a.Component == component);

    /// <summary>What holds of a township now, as it is shown: the last adjustment, or what was computed.</summary>
    public static decimal? Standing(AgencyYear s, UnitCode township, DutyComponent component) =>
        Adjusted(s, township, component)?.Value ?? Figures(s, township, component)?.Value.Cut(ShownDigits);

    /// <summary>What holds of a township now, exact.</summary>
    public static Exact? ExactStanding(AgencyYear s, UnitCode township, DutyComponent component) =>
        Adjusted(s, township, component) is { } set ? Exact.Of(set.Value) : Figures(s, township, component)?.Value;

    /// <summary>L of a township as it stands, or as it was submitted; null while a component has no evidence.</summary>
    public static Exact? Duty(AgencyYear s, UnitCode township)
    {
        if (s.Submitted.TryGetValue(township, out var submitted))
            return submitted.ExactDuty(s.Rules);
        var standing = Enum.GetValues<DutyComponent>().ToDictionary(c => c, c => ExactStanding(s, township, c));
        return standing.Values.Any(v => v is null) ? null : Scoring.Duty(standing.ToDictionary(c => c.Key, c => c.Value!.Value), s.Rules);
    }

    /// <summary>Where the year would end as it stands (年终预测): L of the townships that count, weighted; null while one lacks evidence.</summary>
    public static decimal? Forecast(AgencyYear s)
    {
        var sum = Exact.Zero;
        foreach (var township in s.Counting)
        {
            if (Duty(s, township) is not { } duty)
                return null;
            sum += Exact.Of(s.WeightOf(township)) * duty;
        }

        return sum.ToDecimal();
    }

    private static DutyFigures? Some(int part, int of, int deducted = 0) => of <= 0 ? null : new(part, of, deducted);
}
