using System.Text.Json.Serialization;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Assessments;

/// <summary>What one served township gives (乡镇评分): its weight, the territorial duty and the satisfaction, each 0 to 100.</summary>
/// <param name="Township">The township.</param>
/// <param name="Weight">Its weight; all sum to 1. A026.</param>
/// <param name="Duty">L of this township; null while it is missing.</param>
/// <param name="Satisfaction">S of this township; null while it is missing.</param>
public sealed record TownshipScore(UnitCode Township, decimal Weight, Exact? Duty, Exact? Satisfaction)
{
    /// <summary>From decimals, which are taken as they are.</summary>
    public TownshipScore(UnitCode township, decimal weight, decimal? duty, decimal? satisfaction)
        : this(township, weight, duty is { } l ? Exact.Of(l) : null, satisfaction is { } s ? Exact.Of(s) : null)
    {
    }
}

/// <summary>An agency's score, every step of it (考核得分), as it is stored and shown: at most 20 digits. What decides are fractions, <see cref="Exact"/>.</summary>
/// <param name="Duty">L, weighted over the townships.</param>
/// <param name="Satisfaction">S, weighted over the townships.</param>
/// <param name="Statutory">D.</param>
/// <param name="DutyPoints">Points of L, e.g. 0.4 L.</param>
/// <param name="SatisfactionPoints">Points of S.</param>
/// <param name="StatutoryPoints">Points of D.</param>
/// <param name="Total">T.</param>
/// <param name="TownshipRate">R, the rate of the township's part, 0-1. A033.</param>
/// <param name="MayBeExcellent">R reaches the bar exactly or above.</param>
public sealed record AgencyScore(
    decimal Duty, decimal Satisfaction, decimal Statutory, decimal DutyPoints, decimal SatisfactionPoints, decimal StatutoryPoints, decimal Total, decimal TownshipRate,
    bool MayBeExcellent);

/// <summary>The townships' part, aggregated by the host (乡镇部分), as it is stored and shown. A027.</summary>
public sealed record TownshipPart(decimal Duty, decimal Satisfaction);

/// <summary>The townships' part as fractions (乡镇部分精确值).</summary>
public sealed record ExactPart(Exact Duty, Exact Satisfaction)
{
    /// <summary>From what is stored; exact where that has all its digits.</summary>
    public static implicit operator ExactPart(TownshipPart part) => new(Exact.Of(part.Duty), Exact.Of(part.Satisfaction));

    /// <summary>As it is stored and shown.</summary>
    [JsonIgnore]
    public TownshipPart Shown => new(Duty.ToDecimal(), Satisfaction.ToDecimal());
}

/// <summary>The score as a pure function of facts and rules (考核计分). The same facts give the same bits; nothing is rounded before it is compared.
/// A017-A019, A026, A027, A033.</summary>
public static class Scoring
{
    /// <summary>Digits after the point that a weight may have.</summary>
    public const int WeightDigits = 6;

    /// <summary>Why weights cannot be, or null: one for each served township, each above 0 with at most six digits, together exactly 1 (S10).</summary>
    public static string? Fault(IReadOnlyCollection<UnitCode> served, IReadOnlyDictionary<UnitCode, decimal> weights) =>
        weights.Count != served.Count || served.Any(s => !weights.ContainsKey(s)) ? "townships"
        : weights.Values.Any(w => w is <= 0 or > 1 || decimal.Round(w, WeightDigits) != w) ? "positive"
        : weights.Values.Sum() != 1m ? "sum"
        : null;

    /// <summary>L of a township from its components.</summary>
    public static decimal Duty(IReadOnlyDictionary<DutyComponent, decimal> components, AssessmentRules rules) => rules.Components.Sum(c => c.Value * components[c.Key]);

    /// <summary>L of a township from its components, exact.</summary>
    public static Exact Duty(IReadOnlyDictionary<DutyComponent, Exact> components, AssessmentRules rules) =>
        rules.Components.Aggregate(Exact.Zero, (sum, c) => sum + (Exact.Of(c.Value) * components[c.Key]));

    /// <summary>The townships' part; null while a township that counts is missing, for weights are never spread over those that are there (S11).</summary>
    public static ExactPart? Aggregate(IReadOnlyCollection<TownshipScore> townships, UnitCode host, AssessmentRules rules)
    {
        if (rules.Area == AreaMethod.HostOnly)
            return townships.FirstOrDefault(t => t.Township == host) is { Duty: { } l, Satisfaction: { } s } ? new(l, s) : null;
        if (townships.Count == 0 || townships.Any(t => t.Duty is null || t.Satisfaction is null))
            return null;
        return new(Weighted(townships, t => t.Duty!.Value), Weighted(townships, t => t.Satisfaction!.Value));
    }

    /// <summary>The score of a complete year.</summary>
    public static AgencyScore Of(ExactPart part, decimal statutory, AssessmentRules rules)
    {
        var (wl, ws, wd) = (Exact.Of(rules.DutyWeight), Exact.Of(rules.SatisfactionWeight), Exact.Of(rules.StatutoryWeight));
        var (l, s, d) = (wl * part.Duty, ws * part.Satisfaction, wd * Exact.Of(statutory));
        var (earned, full) = rules.Base == TownshipPartBase.Sixty ? (l + s, Exact.Of(100) * (wl + ws)) : (l, Exact.Of(100) * wl);
        var rate = earned / full;
        return new(
            part.Duty.ToDecimal(), part.Satisfaction.ToDecimal(), statutory, l.ToDecimal(), s.ToDecimal(), d.ToDecimal(), (l + s + d).ToDecimal(), rate.ToDecimal(),
            rate >= Exact.Of(rules.ExcellentMinRate));
    }

    /// <summary>True for a score that can be given.</summary>
    public static bool IsScore(decimal value) => value is >= 0 and <= 100 && decimal.Round(value, 4) == value;

    private static Exact Weighted(IEnumerable<TownshipScore> townships, Func<TownshipScore, Exact> of) =>
        townships.Aggregate(Exact.Zero, (sum, t) => sum + (Exact.Of(t.Weight) * of(t)));
}
