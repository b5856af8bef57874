using System.Collections.Immutable;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Calendars;

namespace OpsHub.Domain.Surveys;

/// <summary>Parameters of satisfaction surveys (满意度测评参数). The policy gives raters and dimensions, no figure: all assumed, and shown as such.</summary>
public sealed record SurveyRules
{
    /// <summary>A group with fewer answers is never shown, whatever least number of answers is set: its sums would tell somebody's.</summary>
    public const int Floor = 5;

    /// <summary>Most tokens of one command: a sheet that a printer takes.</summary>
    public const int MostAtOnce = 300;

    /// <summary>Most tokens of a group.</summary>
    public const int MostOfGroup = 5000;

    /// <summary>Day on which a survey opens (开始日), <c>SurveyOpens</c>.</summary>
    public MonthDay Opens { get; init; } = new(12, 1);

    /// <summary>Its last day (截止日), <c>SurveyCloses</c>.</summary>
    public MonthDay Closes { get; init; } = new(12, 31);

    /// <summary>Calendar days that a survey runs whose ordinary window has passed (补测天数), <c>SurveyLateDays</c>.</summary>
    public int LateDays { get; init; } = 14;

    /// <summary>Most calendar days that a survey runs (最长天数), <c>SurveyMaxDays</c>.</summary>
    public int MaxDays { get; init; } = 92;

    /// <summary>Most calendar days of the one extension (最长延长天数), <c>SurveyMaxExtension</c>.</summary>
    public int MaxExtension { get; init; } = 31;

    /// <summary>Calendar days before it opens on which the hub plans a survey that nobody planned (提前安排天数), <c>SurveyPlanAhead</c>.</summary>
    public int PlanAhead { get; init; } = 30;

    /// <summary>Calendar days before it closes on which the township is reminded of groups with too few answers (提醒), <c>SurveyReminders</c>; the farthest first.</summary>
    public ImmutableList<int> Reminders { get; init; } = [7, 2];

    /// <summary>Scores of the five answers from very satisfied to very dissatisfied (五档分值), <c>SurveyScale</c>; 0-100 each.</summary>
    public ImmutableList<int> Scale { get; init; } = [100, 80, 60, 40, 20];

    /// <summary>What parameters rest on that were set: the source by name, null where it is assumed.</summary>
    public ImmutableSortedDictionary<string, string?> Sources { get; init; } = ImmutableSortedDictionary.Create<string, string?>(StringComparer.Ordinal);

    /// <summary>Text where a source was named; otherwise assumed and shown as such.</summary>
    public BasisKind BasisOf(string parameter) => Sources.GetValueOrDefault(parameter) is null ? BasisKind.Assumed : BasisKind.Text;

    /// <summary>Answers that a group takes to be counted and shown.</summary>
    public static int LeastOf(AssessmentRules rules) => Math.Max(rules.LeastBallots, Floor);
}
