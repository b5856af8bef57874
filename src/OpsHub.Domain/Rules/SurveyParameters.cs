using System.Collections.Immutable;
using OpsHub.Domain.Surveys;

namespace OpsHub.Domain.Rules;

/// <summary>Every parameter of satisfaction surveys that can be changed (满意度测评参数). All assumed until a source is named.</summary>
public static class SurveyParameters
{
    private const int Answers = 5;

    /// <summary>The parameters, by name.</summary>
    public static readonly ImmutableSortedDictionary<string, ParameterOf<SurveyRules>> All = new ParameterOf<SurveyRules>[]
    {
        ParameterForm.Day<SurveyRules>("SurveyOpens", "A024", "满意度测评开始日（月-日）", "Day on which a survey opens (month-day)", r => r.Opens, (r, d) => r with { Opens = d }),
        ParameterForm.Day<SurveyRules>("SurveyCloses", "A024", "满意度测评截止日（月-日）", "A survey's last day (month-day)", r => r.Closes, (r, d) => r with { Closes = d }),
        ParameterForm.Count<SurveyRules>("SurveyLateDays", "A024", 1, 92, "错过测评时间后补测的天数", "Calendar days that a survey runs whose ordinary window has passed", r => r.LateDays, (r, n) => r with { LateDays = n }),
        ParameterForm.Count<SurveyRules>("SurveyMaxDays", "A024", 1, 366, "一次测评最长天数", "Most calendar days that a survey runs", r => r.MaxDays, (r, n) => r with { MaxDays = n }),
        ParameterForm.Count<SurveyRules>("SurveyMaxExtension", "A024", 1, 92, "延长一次最多天数", "Most calendar days of the one extension", r => r.MaxExtension, (r, n) => r with { MaxExtension = n }),
        ParameterForm.Count<SurveyRules>("SurveyPlanAhead", "A024", 0, 180, "无人安排时系统提前多少天安排测评", "Calendar days before it opens on which the hub plans a survey that nobody planned", r => r.PlanAhead, (r, n) => r with { PlanAhead = n }),
        new("SurveyReminders", "A024", "7/2", "截止前多少天提醒票数不足，由远到近两次", "Calendar days before the end on which the township is reminded of groups with too few answers; twice, the farther first",
            r => ParameterForm.Of(r.Reminders.Select(d => (decimal)d)), (r, text) => Whole(text, 2, 1, 92) is { } days ? r with { Reminders = days } : null),
        new("SurveyScale", "A025", "100/80/60/40/20", "很满意至很不满意五档的分值，0 至 100，由高到低", "Scores of the five answers from very satisfied to very dissatisfied, 0 to 100, falling",
            r => ParameterForm.Of(r.Scale.Select(s => (decimal)s)), (r, text) => Whole(text, Answers, 0, 100) is { } scale ? r with { Scale = scale } : null),
    }.ToImmutableSortedDictionary(p => p.Name, p => p, StringComparer.Ordinal);

    // Whole numbers within bounds, each below the one before it.
    private static ImmutableList<int>? Whole(string text, int count, int least, int most) =>
        ParameterForm.Numbers(text, count) is { } numbers && numbers.TrueForAll(n => n >= least && n <= most && n == decimal.Truncate(n)) && numbers.Zip(numbers.Skip(1)).All(p => p.First > p.Second)
            ? numbers.ConvertAll(n => (int)n)
            : null;
}
