using System.Collections.Immutable;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Assessments;

/// <summary>What one served township gives (乡镇评分): its weight, the territorial duty and the satisfaction, each 0 to 100.</summary>
/// <param name="Township">The township.</param>
/// <param name="Weight">Its weight; all sum to 1. A026.</param>
/// <param name="Duty">L of this township; null while it is missing.</param>
/// <param name="Satisfaction">S of this township; null while it is missing.</param>
public sealed record TownshipScore(UnitCode Township, decimal Weight, decimal? Duty, decimal? Satisfaction);

/// <summary>An agency's score, every step of it (考核得分). Nothing is rounded: what is shown with two digits compares with all of them.</summary>
/// <param name="Duty">L, weighted over the townships.</param>
/// <param name="Satisfaction">S, weighted over the townships.</param>
/// <param name="Statutory">D.</param>
/// <param name="DutyPoints">Points of L, e.g. 0.4 L.</param>
/// <param name="SatisfactionPoints">Points of S.</param>
/// <param name="StatutoryPoints">Points of D.</param>
/// <param name="Total">T.</param>
/// <param name="TownshipRate">R, the rate of the township's part. A033.</param>
/// <param name="MayBeExcellent">R reaches the bar exactly or above.</param>
public sealed record AgencyScore(
    decimal Duty, decimal Satisfaction, decimal Statutory, decimal DutyPoints, decimal SatisfactionPoints, decimal StatutoryPoints, decimal Total, decimal TownshipRate,
    bool MayBeExcellent);

/// <summary>The townships' part, aggregated by the host (乡镇部分). A027.</summary>
public sealed record TownshipPart(decimal Duty, decimal Satisfaction);

/// <summary>The score as a pure function of facts and rules (考核计分). The same facts give the same bits. A017-A019, A026, A027, A033.</summary>
public static class Scoring
{
    /// <summary>Why weights cannot be, or null: each above 0, together exactly 1 (S10), one for each served township.</summary>
    public static string? Fault(IReadOnlyCollection<UnitCode> served, IReadOnlyDictionary<UnitCode, decimal> weights) =>
        weights.Count != served.Count || served.Any(s => !weights.ContainsKey(s)) ? "townships"
        : weights.Values.Any(w => w <= 0) ? "positive"
        : weights.Values.Sum() != 1m ? "sum"
        : null;

    /// <summary>L of a township from its components.</summary>
    public static decimal Duty(IReadOnlyDictionary<DutyComponent, decimal> components, AssessmentRules rules) => rules.Components.Sum(c => c.Value * components[c.Key]);

    /// <summary>The townships' part; null while a township that counts is missing, for weights are never spread over those that are there (S11).</summary>
    public static TownshipPart? Aggregate(IReadOnlyCollection<TownshipScore> townships, UnitCode host, AssessmentRules rules)
    {
        if (rules.Area == AreaMethod.HostOnly)
            return townships.FirstOrDefault(t => t.Township == host) is { Duty: { } l, Satisfaction: { } s } ? new(l, s) : null;
        if (townships.Count == 0 || townships.Any(t => t.Duty is null || t.Satisfaction is null))
            return null;
        return new(townships.Sum(t => t.Weight * t.Duty!.Value), townships.Sum(t => t.Weight * t.Satisfaction!.Value));
    }

    /// <summary>The score of a complete year.</summary>
    public static AgencyScore Of(TownshipPart part, decimal statutory, AssessmentRules rules)
    {
        var (l, s, d) = (rules.DutyWeight * part.Duty, rules.SatisfactionWeight * part.Satisfaction, rules.StatutoryWeight * statutory);
        var (earned, full) = rules.Base == TownshipPartBase.Sixty
            ? (l + s, 100m * (rules.DutyWeight + rules.SatisfactionWeight))
            : (l, 100m * rules.DutyWeight);
        // Compared before dividing: no quotient's last digit decides about a grade.
        return new(part.Duty, part.Satisfaction, statutory, l, s, d, l + s + d, earned / full, earned >= rules.ExcellentMinRate * full);
    }

    /// <summary>True for a score that can be given.</summary>
    public static bool IsScore(decimal value) => value is >= 0 and <= 100 && decimal.Round(value, 4) == value;
}

/// <summary>Answers of one rater group, as sums (测评票数): no ballot is kept once it is counted. A024, A025.</summary>
/// <param name="Group">The group.</param>
/// <param name="Ballots">Ballots counted.</param>
/// <param name="Sums">Sum of the scores 0-100 by dimension.</param>
/// <param name="Squares">Sum of their squares by dimension, for the spread.</param>
public sealed record GroupTally(
    RaterGroup Group, int Ballots, ImmutableSortedDictionary<SatisfactionDimension, long> Sums, ImmutableSortedDictionary<SatisfactionDimension, long> Squares)
{
    private static readonly ImmutableSortedDictionary<SatisfactionDimension, long> Zero = Enum.GetValues<SatisfactionDimension>().ToImmutableSortedDictionary(d => d, _ => 0L);

    /// <summary>Nothing counted.</summary>
    public static GroupTally None(RaterGroup group) => new(group, 0, Zero, Zero);

    /// <summary>Mean over ballots and dimensions, or null without a ballot.</summary>
    public decimal? Mean => Ballots == 0 ? null : (decimal)Sums.Values.Sum() / (Ballots * 4);

    /// <summary>Adds a ballot; all four dimensions are there (A025).</summary>
    public GroupTally With(IReadOnlyDictionary<SatisfactionDimension, int> scores) => this with
    {
        Ballots = Ballots + 1,
        Sums = Sums.SetItems(scores.Select(s => KeyValuePair.Create(s.Key, Sums[s.Key] + s.Value))),
        Squares = Squares.SetItems(scores.Select(s => KeyValuePair.Create(s.Key, Squares[s.Key] + ((long)s.Value * s.Value)))),
    };
}

/// <summary>Satisfaction S from the tallies (满意度得分). Resolution 61, S16.</summary>
public static class Satisfaction
{
    /// <summary>S, or null where no group has enough ballots.</summary>
    public static decimal? Of(IEnumerable<GroupTally> tallies, AssessmentRules rules)
    {
        var counted = tallies.Where(t => t.Ballots >= rules.LeastBallots).ToList();
        return counted.Count == 0 ? null
            : rules.MeanOfGroups ? counted.Sum(t => t.Mean!.Value) / counted.Count
            : (decimal)counted.Sum(t => t.Sums.Values.Sum()) / (counted.Sum(t => t.Ballots) * 4);
    }

    /// <summary>Groups with too few ballots: shown by name, S is warned of (A024).</summary>
    public static ImmutableList<RaterGroup> Missing(IEnumerable<GroupTally> tallies, AssessmentRules rules) =>
        [.. Enum.GetValues<RaterGroup>().Except(tallies.Where(t => t.Ballots >= rules.LeastBallots).Select(t => t.Group))];
}
