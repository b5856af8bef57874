using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OpsHub.Domain.Commands;
using static OpsHub.Domain.Assessments.AssessmentRefusals;

namespace OpsHub.Domain.Assessments;

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
    [JsonIgnore]
    public decimal? Mean => ExactMean?.ToDecimal();

    /// <summary>Standard deviation over ballots and dimensions (离散度), two digits; null without a ballot.</summary>
    [JsonIgnore]
    public decimal? Spread => ExactMean is not { } mean ? null
        : decimal.Round((decimal)Math.Sqrt((double)(Exact.Of(Squares.Values.Sum(), Ballots * 4L) - (mean * mean)).ToDecimal()), 2);

    internal Exact? ExactMean => Ballots == 0 ? null : Exact.Of(Sums.Values.Sum(), Ballots * 4L);

    /// <summary>Adds a ballot that <see cref="Satisfaction.Fault(IReadOnlyDictionary{SatisfactionDimension, int})"/> found good.</summary>
    public GroupTally With(IReadOnlyDictionary<SatisfactionDimension, int> scores) => this with
    {
        Ballots = Ballots + 1,
        Sums = Sums.SetItems(scores.Select(s => KeyValuePair.Create(s.Key, Sums[s.Key] + s.Value))),
        Squares = Squares.SetItems(scores.Select(s => KeyValuePair.Create(s.Key, Squares[s.Key] + ((long)s.Value * s.Value)))),
    };

    /// <summary>True for sums that so many ballots of 0 to 100 can have.</summary>
    [JsonIgnore]
    public bool IsPossible => Ballots >= 0 && Enum.IsDefined(Group) && Sums.Count == Zero.Count && Squares.Count == Zero.Count
        && Zero.Keys.All(d => Sums.GetValueOrDefault(d, -1) is >= 0 and var sum && sum <= 100L * Ballots
            && Squares.GetValueOrDefault(d, -1) is >= 0 and var squares && squares <= 100L * sum && squares * Ballots >= sum * sum);
}

/// <summary>Satisfaction S from the tallies (满意度得分). Resolution 61, S16.</summary>
public static class Satisfaction
{
    /// <summary>S, or null where no group has enough ballots.</summary>
    public static decimal? Of(IEnumerable<GroupTally> tallies, AssessmentRules rules) => ExactOf(tallies, rules)?.ToDecimal();

    /// <summary>S as a fraction, or null where no group has enough ballots.</summary>
    public static Exact? ExactOf(IEnumerable<GroupTally> tallies, AssessmentRules rules)
    {
        var counted = tallies.Where(t => t.Ballots >= rules.LeastBallots && t.Ballots > 0).ToList();
        return counted.Count == 0 ? null
            : rules.MeanOfGroups ? counted.Aggregate(Exact.Zero, (sum, t) => sum + t.ExactMean!.Value) / Exact.Of(counted.Count)
            : Exact.Of(counted.Sum(t => t.Sums.Values.Sum()), counted.Sum(t => t.Ballots * 4L));
    }

    /// <summary>Groups with too few ballots: shown by name, S is warned of (A024).</summary>
    public static ImmutableList<RaterGroup> Missing(IEnumerable<GroupTally> tallies, AssessmentRules rules) =>
        [.. Enum.GetValues<RaterGroup>().Except(tallies.Where(t => t.Ballots >= rules.LeastBallots).Select(t => t.Group))];

    /// <summary>Why a ballot cannot be counted, or null: all four dimensions, each 0 to 100. A025.</summary>
    public static Refusal? Fault(IReadOnlyDictionary<SatisfactionDimension, int> scores)
    {
        foreach (var dimension in Enum.GetValues<SatisfactionDimension>())
        {
            var field = $"scores.{char.ToLowerInvariant($"{dimension}"[0])}{$"{dimension}"[1..]}";
            if (!scores.TryGetValue(dimension, out var score))
                return Input(field, "A025", $"四个测评维度缺一不可，缺“{AssessmentWording.Of(dimension)}”", $"All four dimensions are rated; {dimension} is missing");
            if (score is < 0 or > 100)
                return Input(field, "A025", $"“{AssessmentWording.Of(dimension)}”为 0 至 100 分，实为 {score}", $"{dimension} is 0 to 100, got {score}");
        }

        return scores.Count == Enum.GetValues<SatisfactionDimension>().Length ? null : Input("scores", "A025", "没有这一测评维度", "There is no such dimension");
    }
}
