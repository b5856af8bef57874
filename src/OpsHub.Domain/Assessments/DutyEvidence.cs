using System.Collections.Immutable;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Assessments;

/// <summary>What the evidence of the year gives for each component of L, for one township (佐证计分). Null where there is no evidence: nothing is scored from
/// missing data. How figures become points is assumed (A028): shares in percent; each urge takes a point of the matters handled.</summary>
public static class DutyEvidence
{
    /// <summary>The four components from the evidence, 0-100 or null.</summary>
    public static ImmutableSortedDictionary<DutyComponent, decimal?> Of(AgencyYear s, UnitCode township)
    {
        var cases = s.Evidence.GetValueOrDefault(township);
        var work = s.KeyWork.FindAll(w => w.Township == township);
        return new Dictionary<DutyComponent, decimal?>
        {
            [DutyComponent.AnnualTargets] = Share(s.Targets.Count(t => t.Done), s.HasLetter ? s.Targets.Count : 0), // A020: 10 targets, 9 done: 90
            [DutyComponent.KeyWork] = Share(work.Count(w => w.TookPart), work.Count), // A021
            [DutyComponent.MattersHandled] = cases is null ? null : Handled(cases), // A022
            [DutyComponent.Coordination] = cases is null ? null : Share(cases.Dispatched - cases.Refused, cases.Dispatched), // A023: 50 dispatches, 2 refused: 96.0
        }.ToImmutableSortedDictionary();
    }

    /// <summary>What holds of a township now: the last adjustment, or what was computed.</summary>
    public static decimal? Standing(AgencyYear s, UnitCode township, DutyComponent component) =>
        s.Adjustments.FindLast(a => a.Township == township && a.Component == component)?.Value ?? Of(s, township)[component];

    /// <summary>Where the year would end as it stands (年终预测): L of the townships that have evidence for every component, weighted; null while one lacks some.</summary>
    public static decimal? Forecast(AgencyYear s)
    {
        decimal sum = 0;
        foreach (var township in s.Counting)
        {
            var standing = Enum.GetValues<DutyComponent>().Select(c => (c, Value: Standing(s, township, c))).ToList();
            if (standing.Any(c => c.Value is null))
                return null;
            sum += (s.Rules.Area == AreaMethod.HostOnly ? 1m : s.Weights[township]) * Scoring.Duty(standing.ToDictionary(c => c.c, c => c.Value!.Value), s.Rules);
        }

        return sum;
    }

    private static decimal? Share(int part, int of) => of == 0 ? null : decimal.Round(100m * part / of, 4);

    private static decimal? Handled(CaseEvidence e) => Share(e.OnTime, e.Due) is { } share ? Math.Max(0, share - e.Urged) : null;
}
