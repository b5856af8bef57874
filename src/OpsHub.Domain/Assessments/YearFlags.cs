using System.Collections.Immutable;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Assessments;

/// <summary>What is wrong with a year without blocking it (提示事项).</summary>
public enum YearFlagKind
{
    /// <summary>A plan stands without a list of duties (未梳理属地职责). A037.</summary>
    DutiesMissing,

    /// <summary>The letter is not signed by both (责任书未签订). A040.</summary>
    LetterUnsigned,

    /// <summary>L was scored without a letter (无责任书评分). A041.</summary>
    ScoredWithoutLetter,

    /// <summary>A rater group is missing (测评主体不全). A024.</summary>
    RaterGroupMissing,

    /// <summary>A component was set by hand (人工调整). Stays visible beside the computed value.</summary>
    Adjusted,

    /// <summary>The county has no rule set of its own: defaults (默认考核规则). A028, A048.</summary>
    AssumedRules,

    /// <summary>Nobody set the townships' weights: each counts alike (权重未设定，假定平均). A026.</summary>
    WeightsAssumed,

    /// <summary>A side signed the letter under other weights, or before a township was served (签字后权重已调整). A026, A040.</summary>
    WeightsChangedSinceSigned,

    /// <summary>The result was revised (已修订).</summary>
    Revised,

    /// <summary>The result is shared and not published (结果待公布). R044.</summary>
    PublicationDue,
}

/// <summary>A flag, with its rule and both languages.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Rule">Rule id.</param>
/// <param name="Zh">In Chinese.</param>
/// <param name="En">In English.</param>
/// <param name="Township">The township whose score it is about; null where it is about the year.</param>
public sealed record YearFlag(YearFlagKind Kind, string Rule, string Zh, string En, UnitCode? Township = null);

/// <summary>The flags of a year. Pure.</summary>
public static class YearFlags
{
    /// <summary>What is flagged now.</summary>
    /// <param name="s">The year.</param>
    /// <param name="nameOf">What a township is called; its code where nothing is given.</param>
    public static ImmutableList<YearFlag> Of(AgencyYear s, Func<OrganCode, string>? nameOf = null)
    {
        string Name(UnitCode township) => nameOf?.Invoke(OrganCode.Of(township)) ?? township.Value;
        var flags = ImmutableList.CreateBuilder<YearFlag>();
        if (s.Duties.IsEmpty && s.Stage >= AgencyYearStage.PlanDrafted)
            flags.Add(new(YearFlagKind.DutiesMissing, "A037", "未梳理属地职责即拟定计划", "The plan stands without a list of duties"));
        if (!s.HasLetter && s.Stage >= AgencyYearStage.PlanConsented)
            flags.Add(new(YearFlagKind.LetterUnsigned, "A040", "责任书尚未双方签订", "The letter is not signed by both"));
        foreach (var (township, submitted) in s.Submitted)
        {
            if (submitted.WithoutLetter is { } why)
                flags.Add(new(YearFlagKind.ScoredWithoutLetter, "A041", $"{Name(township)}无责任书评分：{why}", $"{Name(township)} scored without a letter: {why}", township));
        }

        foreach (var (township, survey) in s.Surveys.Where(t => !t.Value.Missing.IsEmpty))
        {
            flags.Add(new(YearFlagKind.RaterGroupMissing, "A024", $"{Name(township)}测评主体不全：缺{string.Join("、", survey.Missing.Select(AssessmentWording.Of))}",
                $"{Name(township)}: rater groups missing: {string.Join(", ", survey.Missing)}", township));
        }

        foreach (var by in s.Adjustments.Where(a => a.Withdrawn is null).GroupBy(a => a.Township))
            flags.Add(new(YearFlagKind.Adjusted, "A018", $"{Name(by.Key)}人工调整 {by.Count()} 次", $"{Name(by.Key)} set {by.Count()} components by hand", by.Key));
        if (s.Rules.Version == 0)
            flags.Add(new(YearFlagKind.AssumedRules, "A028", "县市区未制定考核细则，按默认规则计分（假定）", "The county has no rule set: defaults are used (assumed)"));
        if (s.HasAssumedWeights)
            flags.Add(new(YearFlagKind.WeightsAssumed, "A026", "各乡镇街道权重未设定，按平均计（假定）", "Nobody set the townships' weights: each counts alike (assumed)"));
        if (s.HasOtherWeightsThanSigned)
        {
            var joined = s.Weights.Keys.Where(t => !(s.TownshipSignedWeights ?? s.AgencySignedWeights!).ContainsKey(t)).Select(Name).ToList();
            flags.Add(new(YearFlagKind.WeightsChangedSinceSigned, "A026", $"责任书签字后权重已调整{(joined.Count == 0 ? "" : $"，{string.Join("、", joined)}为签字后增加")}",
                $"The weights changed after the letter was signed{(joined.Count == 0 ? "" : $"; {string.Join(", ", joined)} joined after it")}"));
        }

        if (!s.Revisions.IsEmpty)
            flags.Add(new(YearFlagKind.Revised, "A028", $"结果已修订 {s.Revisions.Count} 次，修订前结果保留", $"Revised {s.Revisions.Count} times; former results are kept"));
        if (s is { Stage: AgencyYearStage.Shared, PublishedAt: null })
            flags.Add(new(YearFlagKind.PublicationDue, "R044", "考核结果尚未公布", "The result is not published"));
        return flags.ToImmutable();
    }
}
