using System.Collections.Immutable;
using System.Globalization;
using OpsHub.Domain.Assessments;

namespace OpsHub.Domain.Rules;

/// <summary>Every parameter of agencies' years that can be changed (考核参数). 40/20/40 and 90 % are the policy's text: other figures take a source. All else is
/// assumed until a source is named. Weights that must sum to 1 are one value, so that no change leaves a set that cannot be.</summary>
public static class AssessmentParameters
{
    private const string Document = "关于强化县市区职能部门派驻乡镇（街道）机构属地管理的实施意见";
    private static readonly ImmutableList<DutyComponent> Components = [.. Enum.GetValues<DutyComponent>()];

    /// <summary>The parameters, by name.</summary>
    public static readonly ImmutableSortedDictionary<string, ParameterOf<AssessmentRules>> All = new ParameterOf<AssessmentRules>[]
    {
        new(AssessmentRules.Weights, "A018", "0.4/0.2/0.4", "属地职责、满意度、法定职责的权重，均大于 0，合计为 1", "Weights of territorial duty, satisfaction and statutory duty: each above 0, together 1",
            r => ParameterForm.Of([r.DutyWeight, r.SatisfactionWeight, r.StatutoryWeight]),
            (r, text) => ParameterForm.Numbers(text, 3) is [var l, var s, var d] ? Sound(r with { DutyWeight = l, SatisfactionWeight = s, StatutoryWeight = d }) : null, $"{Document} 二(三)"),
        new(nameof(AssessmentRules.ExcellentMinRate), "A033", "0.9", "评为优秀的乡镇考核部分最低得分率，0 至 1", "Least rate of the townships' part for Excellent, 0 to 1; exactly reached is reached",
            r => ParameterForm.Of([r.ExcellentMinRate]), (r, text) => ParameterForm.Numbers(text, 1) is [var rate] ? Sound(r with { ExcellentMinRate = rate }) : null, $"{Document} 二(四)"),
        new("TownshipPartBase", "A033", "60 | 40", "得分率按 60 分（属地职责和满意度）还是 40 分（属地职责）计", "Of what the rate is taken: of 60, duty and satisfaction, or of 40, duty alone",
            r => r.Base == TownshipPartBase.Sixty ? "60" : "40", (r, text) => text is "60" or "40" ? r with { Base = text == "60" ? TownshipPartBase.Sixty : TownshipPartBase.Forty } : null),
        new("AreaMethod", "A026", "Weighted | HostOnly", "片区机构由各乡镇街道按权重考核还是由驻地考核", "Whether each served township counts by its weight, or the host alone assesses",
            r => $"{r.Area}", (r, text) => text is nameof(AreaMethod.Weighted) or nameof(AreaMethod.HostOnly) ? r with { Area = Enum.Parse<AreaMethod>(text) } : null),
        new("DutyComponentWeights", "A028", "0.25/0.25/0.25/0.25", "属地职责四项内容的权重，依次为年度目标、重点工作、事项办理、协调指挥，合计为 1",
            "Weights of the four components of territorial duty: annual targets, key work, matters handled, coordination; together 1",
            r => ParameterForm.Of(Components.Select(c => r.Components[c])),
            (r, text) => ParameterForm.Numbers(text, Components.Count) is { } w ? Sound(r with { Components = Components.ToImmutableSortedDictionary(c => c, c => w[(int)c]) }) : null),
        ParameterForm.Flag<AssessmentRules>("SatisfactionGroupMean", "A024", "满意度按各类测评主体平均分的平均计，否则按全部票计", "Whether satisfaction is the mean of the groups' means, otherwise of all ballots alike",
            r => r.MeanOfGroups, (r, f) => r with { MeanOfGroups = f }),
        // Below five a group's mean would tell somebody's answer (SmallCountThreshold).
        ParameterForm.Count<AssessmentRules>("SatisfactionMinimum", "A024", 5, 1000, "一类测评主体的最低有效票数", "Least answers of a rater group for its result to be shown or counted; never below five, that nobody's answer is told",
            r => r.LeastBallots, (r, n) => r with { LeastBallots = n }),
        ParameterForm.Count<AssessmentRules>("UrgeDeduction", "A004", 0, 100, "每次督办在事项办理一项中的扣分", "Points of the matters handled that one urging takes", r => r.UrgeDeduction, (r, n) => r with { UrgeDeduction = n }),
        ParameterForm.Day<AssessmentRules>("DutiesListBy", "A037", "梳理属地管理职责的截止日（月-日）", "Day by which the local duties are listed (month-day)", r => r.DutiesListBy, (r, d) => r with { DutiesListBy = d }),
        ParameterForm.Day<AssessmentRules>("PlanDraftBy", "A038", "拟定年度工作计划的截止日（月-日）", "Day by which the plan is drafted (month-day)", r => r.PlanDraftBy, (r, d) => r with { PlanDraftBy = d }),
        ParameterForm.Budget<AssessmentRules>("NegotiateWithin", "A038", "各乡镇街道协商年度计划时限", "Time for each served township to negotiate a drafted plan", r => r.NegotiateWithin, (r, b) => r with { NegotiateWithin = b }),
        ParameterForm.Budget<AssessmentRules>("SubmitPlanWithin", "A038", "年度计划协商、认定或退回后的报批时限", "Time to submit a plan once it is negotiated, determined or objected to", r => r.SubmitPlanWithin, (r, b) => r with { SubmitPlanWithin = b }),
        ParameterForm.Day<AssessmentRules>("LetterSignBy", "A040", "签订年度目标责任书的截止日（月-日）", "Day by which the letter is signed (month-day)", r => r.LetterSignBy, (r, d) => r with { LetterSignBy = d }),
        ParameterForm.Day<AssessmentRules>("AssessmentInputsBy", "A017", "次年提交各项评分的截止日（月-日）", "Day of the next year by which scores are given (month-day)", r => r.InputsBy, (r, d) => r with { InputsBy = d }),
        ParameterForm.Budget<AssessmentRules>("PlanConsentLimit", "A039", "派出部门审批年度计划时限", "Time for the department to consent to a plan", r => r.PlanConsent, (r, b) => r with { PlanConsent = b }),
        ParameterForm.Budget<AssessmentRules>("AppealWithin", "A028", "对评分申诉的期限", "Time in which a line may be contested once it is known", r => r.AppealWithin, (r, b) => r with { AppealWithin = b }),
        ParameterForm.Budget<AssessmentRules>("AppealAnswer", "A028", "答复申诉时限", "Time to answer an appeal", r => r.AppealAnswer, (r, b) => r with { AppealAnswer = b }),
        ParameterForm.Budget<AssessmentRules>("AggregateWithin", "A027", "驻地乡镇街道汇总时限", "Time for the host to aggregate once all is in", r => r.AggregateWithin, (r, b) => r with { AggregateWithin = b }),
        ParameterForm.Budget<AssessmentRules>("FinaliseWithin", "A017", "核定得分时限", "Time for the performance organ to finalise once both sides are in", r => r.FinaliseWithin, (r, b) => r with { FinaliseWithin = b }),
        ParameterForm.Budget<AssessmentRules>("GradeWithin", "A033", "评定机构等次时限", "Time for the performance organ to grade once it is scored", r => r.GradeWithin, (r, b) => r with { GradeWithin = b }),
        new("HeadGradedBy", "A035", "Either | PerformanceOrgan | Department", "负责人等次由哪个单位评定，Either 为两者均可、由绩效考核部门负责",
            "Who grades the head: either the performance organ, which owes it, or the department; or one of them alone",
            r => $"{r.HeadGradedBy}", (r, text) => text is nameof(HeadGrader.Either) or nameof(HeadGrader.PerformanceOrgan) or nameof(HeadGrader.Department) ? r with { HeadGradedBy = Enum.Parse<HeadGrader>(text) } : null),
        ParameterForm.Budget<AssessmentRules>("HeadGradeWithin", "A035", "评定负责人等次时限", "Time to grade the head once the agency is graded", r => r.HeadGradeWithin, (r, b) => r with { HeadGradeWithin = b }),
        ParameterForm.Count<AssessmentRules>("EvidenceEvery", "A022", 1, 1440, "年度内有变动的佐证重新汇总的间隔，分钟，全市统一", "Minutes after which changed evidence is counted again through the year; the city's for all",
            r => r.EvidenceEvery, (r, n) => r with { EvidenceEvery = n }),
        ParameterForm.Budget<AssessmentRules>("StaffResultWithin", "A029", "驻地考核结果登记后登记人员绩效结果的时限", "Time to record the staff's result once the host's is recorded",
            r => r.StaffResultWithin, (r, b) => r with { StaffResultWithin = b }),
        new("DailyWorkWeight", "A034", "0.3 | none", "乡镇街道日常工作考核在人员年度得分中的权重，大于 0、不超过 1；未定为 none，不计算", "Weight of the township's daily-work score in the staff's annual score, above 0 and at most 1; none: nothing is computed",
            r => r.DailyWorkWeight is { } w ? ParameterForm.Of([w]) : "none", (r, text) => text == "none" ? r with { DailyWorkWeight = null } : ParameterForm.Numbers(text, 1) is [var w] ? Sound(r with { DailyWorkWeight = w }) : null),
        ParameterForm.Budget<AssessmentRules>("PublishWithin", "R044", "公布考核结果时限", "Time to publish the result once it is shared", r => r.PublishWithin, (r, b) => r with { PublishWithin = b }),
        ParameterForm.Budget<AssessmentRules>("AnewWithin", "A028", "重新评分时限", "Time to give a line anew that was taken back", r => r.AnewWithin, (r, b) => r with { AnewWithin = b }),
        new("TermWarnings", "A040", "20/15/10/7/3/1", "年度考核各期限到期前几个工作日提醒，1 至 60，至多 12 次", "Working days before a term of the year at which it is told of: 1 to 60, at most twelve",
            r => string.Join('/', r.Warnings), (r, text) => Warnings(text) is { } days ? r with { Warnings = days } : null),
        ParameterForm.Count<AssessmentRules>("ChaseEvery", "A040", 1, 60, "超期后每隔几日催办一次", "Days from one reminder of an overdue term to the next", r => r.ChaseDays, (r, n) => r with { ChaseDays = n }),
        ParameterForm.Count<AssessmentRules>("ChaseTimes", "A040", 0, 52, "超期后最多催办几次，0 为不催办", "How often an overdue term is told of again at most; 0 for never", r => r.ChaseTimes, (r, n) => r with { ChaseTimes = n }),
        ParameterForm.Rungs<AssessmentRules>("Assessments", "A028", "年度考核各期限的提醒和超期上报间隔", "Rungs of the terms of agencies' years", r => r.Rungs, (r, o) => r with { Rungs = o }),
    }.ToImmutableSortedDictionary(p => p.Name, p => p, StringComparer.Ordinal);

    // Descending and each once, so that one set has one spelling.
    private static ImmutableList<int>? Warnings(string text)
    {
        var days = text.Split('/', StringSplitOptions.TrimEntries);
        return days.Length <= 12 && Array.TrueForAll(days, d => int.TryParse(d, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is >= 1 and <= 60)
            ? [.. days.Select(d => int.Parse(d, CultureInfo.InvariantCulture)).Distinct().OrderDescending()]
            : null;
    }

    private static AssessmentRules? Sound(AssessmentRules rules) => rules.Fault() is null ? rules : null;
}
