using System.Collections.Immutable;
using OpsHub.Domain.Mandates;

namespace OpsHub.Domain.Rules;

/// <summary>Every parameter of townships' rights and duties that can be changed (乡镇权责参数). All assumed until a source is named.</summary>
public static class MandateParameters
{
    /// <summary>The parameters, by name.</summary>
    public static readonly ImmutableSortedDictionary<string, ParameterOf<MandateRules>> All = new ParameterOf<MandateRules>[]
    {
        ParameterForm.Budget<MandateRules>("PlanOpinionWithin", "T012", "乡镇街道提出规划意见时限", "Time for a township's opinion on a plan", r => r.PlanOpinionWithin, (r, b) => r with { PlanOpinionWithin = b }),
        ParameterForm.Budget<MandateRules>("SuggestionReplyLimit", "T013", "答复乡镇建议时限", "Time to answer a township's suggestion", r => r.SuggestionReplyLimit, (r, b) => r with { SuggestionReplyLimit = b }),
        ParameterForm.Budget<MandateRules>("DutyReviewLimit", "R034", "县市区审核新增职责时限", "Time for the county to review a new duty", r => r.DutyReviewLimit, (r, b) => r with { DutyReviewLimit = b }),
        ParameterForm.Budget<MandateRules>("MeasureWithin", "T109", "考核差、满意度低后采取措施的时限，到期提醒县市区", "Window for a measure after a poor result; then the county is reminded",
            r => r.MeasureWithin, (r, b) => r with { MeasureWithin = b }),
        ParameterForm.Budget<MandateRules>("SchemeWithin", "T016", "自年初提醒起制定综合考核办法的时限", "Time to make the year's comprehensive scheme, from the reminder", r => r.SchemeWithin, (r, b) => r with { SchemeWithin = b }),
        ParameterForm.Count<MandateRules>("AssessmentResultsWithin", "R038", 1, 365, "年度结束后登记社区、乡镇街道、职能部门年度考评结果的时限，日历日",
            "Calendar days after the year's end within which the results of its assessments of communities, townships and departments are recorded", r => r.AssessmentResultsWithin, (r, n) => r with { AssessmentResultsWithin = n }),
        ParameterForm.Count<MandateRules>("LowScore", "T109", 0, 100, "乡镇考核差的分数线，低于此分", "Below this a township's score is poor", r => r.LowScore, (r, n) => r with { LowScore = n }),
        ParameterForm.Count<MandateRules>("LowSatisfaction", "T109", 0, 100, "乡镇满意度低的分数线，低于此分", "Below this a township's satisfaction is low", r => r.LowSatisfaction, (r, n) => r with { LowSatisfaction = n }),
        ParameterForm.Rungs<MandateRules>("Mandates", "T013", "乡镇权责各期限的提醒和超期上报间隔", "Rungs of the terms of townships' rights and duties", r => r.Rungs, (r, o) => r with { Rungs = o }),
    }.ToImmutableSortedDictionary(p => p.Name, p => p, StringComparer.Ordinal);
}
