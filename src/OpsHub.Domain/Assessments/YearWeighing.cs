using System.Collections.Immutable;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using static OpsHub.Domain.Assessments.AssessmentRefusals;

namespace OpsHub.Domain.Assessments;

/// <summary>Weights of the townships served. A026. A year keeps those it has until they are set anew, also when the agency serves other townships meanwhile.</summary>
internal static class YearWeighing
{
    internal static Decision<AgencyYearEvent> Weigh(AgencyYear s, SetWeights c, AgencyYearContext x)
    {
        if (!AgencyYearAccess.IsHost(x.Actor, s) && !AgencyYearAccess.IsPerformanceOrgan(x.Actor, s))
            return NotAllowed("A026", "由驻地乡镇街道或县市区绩效考核部门设定权重", "The host township or the county's performance organ sets the weights");
        return s.Stage == AgencyYearStage.Assessing ? Leave(s, c, x)
            : Fault(c, Served(s, x)) is { } faulty ? faulty
            : !s.HasAssumedWeights && s.Weights.SequenceEqual(c.Weights) ? Decision<AgencyYearEvent>.Nothing
            : Weighed(s, new(x.Now, c.Weights), x);
    }

    // Whoever is to negotiate the plan changes with those that are served.
    private static WeightsSet Weighed(AgencyYear s, WeightsSet weighed, AgencyYearContext x) => YearPlanTerms.After(s, weighed, x) is { IsEmpty: false } terms ? weighed with { Terms = terms } : weighed;

    // Once it is being assessed the weights stand. Only a township that serves no more is left out, and by the organ that stands above all of them: nobody is there
    // any more who could give its part, and one that is missing blocks the rest (S11).
    private static Decision<AgencyYearEvent> Leave(AgencyYear s, SetWeights c, AgencyYearContext x)
    {
        var gone = s.Weights.Keys.Except(Served(s, x)).Except(c.Weights.Keys).ToHashSet();
        if (gone.Count == 0)
            return WrongStage(s.Stage, "A026");
        if (AgencyYearAccess.Performance(x.Actor, s, "A026") is { } forbidden)
            return forbidden;
        if (Fault(c, [.. s.Weights.Keys.Where(t => !gone.Contains(t))]) is { } faulty)
            return faulty;
        var lifted = s.Terms.FindAll(t => t.IsOpen && AgencyYearTerms.Stem(t) is "duty" or "survey" && gone.Any(g => OrganCode.Of(g).Value == t.Holder))
            .ConvertAll(t => Terms.Lift(t, x.Now, x.NextSequence, "不再服务该乡镇街道"));
        var weighed = new WeightsSet(x.Now, c.Weights) { Terms = lifted };
        return weighed with { Terms = lifted.AddRange(YearInputs.ToAggregate(AgencyYearFold.Apply(s, weighed), x)) };
    }

    /// <summary>The townships to be weighed now (应设权重的乡镇街道): all that are served; once it is being assessed, of those it has the ones that still are.</summary>
    internal static ImmutableList<UnitCode> Targets(AgencyYear s, AgencyYearContext x)
    {
        var served = Served(s, x);
        return [.. (s.Stage == AgencyYearStage.Assessing ? s.Weights.Keys.Where(served.Contains) : served).Order()];
    }

    /// <summary>Until somebody sets others: each alike, the host with what is left over, so that they sum to 1 exactly.</summary>
    internal static ImmutableSortedDictionary<UnitCode, decimal> Even(IReadOnlyCollection<UnitCode> townships, UnitCode host)
    {
        var share = decimal.Floor(10_000m / townships.Count) / 10_000m;
        var even = townships.ToImmutableSortedDictionary(t => t, _ => share);
        return even.SetItem(even.ContainsKey(host) ? host : even.Keys.First(), 1m - (share * (townships.Count - 1)));
    }

    private static IReadOnlyList<UnitCode> Served(AgencyYear s, AgencyYearContext x) => x.Agency?.Served ?? [.. s.Weights.Keys];

    private static Refusal? Fault(SetWeights c, IReadOnlyCollection<UnitCode> served) => Scoring.Fault(served, c.Weights) switch
    {
        "townships" => Input("weights", "A026", "须为所服务的每个乡镇街道各设一个权重", "One weight for each township served, and none for others"),
        "positive" => Input("weights", "A026", "权重须大于 0、不超过 1，最多六位小数", "Each weight is above 0 and at most 1, with at most six decimals"),
        "sum" => Input("weights", "A026", $"权重之和须为 1，实为 {c.Weights.Values.Sum()}", $"Weights sum to 1, got {c.Weights.Values.Sum()}"),
        _ => null,
    };
}
