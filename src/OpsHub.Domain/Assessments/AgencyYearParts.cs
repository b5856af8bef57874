using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Assessments;

/// <summary>A target of the letter (目标任务). A020.</summary>
/// <param name="Id">1 for the first.</param>
/// <param name="Text">What, 1-500 characters.</param>
/// <param name="Measure">How it is measured (衡量标准), 1-300 characters.</param>
/// <param name="Due">Until when, within the year.</param>
/// <param name="Progress">0-100, as the agency reports it (进度).</param>
/// <param name="Done">Confirmed by the host township (已确认完成).</param>
/// <param name="Note">The newest note.</param>
public sealed record YearTarget(int Id, string Text, string Measure, DateOnly Due, int Progress = 0, bool Done = false, string? Note = null);

/// <summary>A piece of the township's key work that asked for the agency (重点工作). A021.</summary>
public sealed record KeyWork(DateTimeOffset At, UnitCode Township, string Text, bool TookPart, string? Reference);

/// <summary>Totals of an agency's cases in a township over the year so far (办件佐证): each number can be opened down to its cases.</summary>
/// <param name="Dispatched">Dispatches to it as lead, A023.</param>
/// <param name="Accepted">Of those, accepted in time.</param>
/// <param name="Refused">Of those, returned as not its own (退单).</param>
/// <param name="Due">Handling terms that fell due, without suspended ones, A022.</param>
/// <param name="OnTime">Of those, kept.</param>
/// <param name="Returned">Cases returned at least once.</param>
/// <param name="Reworked">Cases that failed a verification.</param>
/// <param name="Urged">Urges to it (被催办督办). A004.</param>
/// <param name="MeetingsCalled">Coordination meetings it was called to.</param>
/// <param name="MeetingsAttended">Of those, attended.</param>
/// <param name="Through">The instant up to which the trace was counted.</param>
public sealed record CaseEvidence(
    int Dispatched, int Accepted, int Refused, int Due, int OnTime, int Returned, int Reworked, int Urged, int MeetingsCalled, int MeetingsAttended, DateTimeOffset Through);

/// <summary>A component set by hand beside the computed value (人工调整).</summary>
/// <param name="Township">The township that set it.</param>
/// <param name="Component">The component.</param>
/// <param name="Computed">What the evidence gave; null without evidence.</param>
/// <param name="Value">What was set, 0-100.</param>
/// <param name="Reason">Why, 1-500 characters.</param>
/// <param name="At">When.</param>
/// <param name="By">Account.</param>
/// <param name="WithoutLetter">Why annual targets are scored although no letter was signed. A041.</param>
public sealed record Adjustment(
    UnitCode Township, DutyComponent Component, decimal? Computed, decimal Value, string Reason, DateTimeOffset At, string By, string? WithoutLetter = null)
{
    /// <summary>How it was taken back (撤回); null while it holds, or a later one does.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Withdrawal? Withdrawn { get; init; }
}

/// <summary>How an adjustment was taken back (撤回人工调整).</summary>
/// <param name="At">When.</param>
/// <param name="By">Account.</param>
/// <param name="Reason">Why, 1-500 characters.</param>
public sealed record Withdrawal(DateTimeOffset At, string By, string Reason);

/// <summary>The figures that a component of L is computed from (佐证数据): 100 * part / of - deducted, not below 0. Whole numbers, so that the share is exact.</summary>
/// <param name="Part">Targets done, key work taken part in, terms kept, dispatches not refused.</param>
/// <param name="Of">Of how many; above 0.</param>
/// <param name="Deducted">Points taken off: urges. A004.</param>
public sealed record DutyFigures(int Part, int Of, int Deducted = 0)
{
    /// <summary>The component's value, 0-100.</summary>
    [JsonIgnore]
    public Exact Value => (Exact.Of(100L * Part, Of) - Exact.Of(Deducted, 1)) is var value && value < Exact.Zero ? Exact.Zero : value;

    // A target more is one of those that the letter has; elsewhere one more counts above and below.
    internal DutyFigures? OneMore(DutyComponent component) =>
        component != DutyComponent.AnnualTargets ? this with { Part = Part + 1, Of = Of + 1 } : Part < Of ? this with { Part = Part + 1 } : null;
}

/// <summary>Territorial duty as a township submitted it (属地职责评分): computed and adjusted values both. Values are shown with four digits, cut; what is
/// scored are the figures themselves.</summary>
/// <param name="Components">What holds, by component.</param>
/// <param name="Computed">What the evidence gave; null where it gave nothing.</param>
/// <param name="At">When.</param>
/// <param name="WithoutLetter">Why L is given although no letter was signed. A041.</param>
/// <param name="Figures">The figures of the components that were computed; one set by hand has none here.</param>
public sealed record DutySubmission(
    ImmutableSortedDictionary<DutyComponent, decimal> Components, ImmutableSortedDictionary<DutyComponent, decimal?> Computed, DateTimeOffset At, string? WithoutLetter = null,
    ImmutableSortedDictionary<DutyComponent, DutyFigures>? Figures = null)
{
    /// <summary>L of this township, as it is shown.</summary>
    public decimal Duty(AssessmentRules rules) => ExactDuty(rules).ToDecimal();

    /// <summary>L of this township, exact.</summary>
    public Exact ExactDuty(AssessmentRules rules) => Scoring.Duty(Components.ToDictionary(c => c.Key, c => ExactOf(c.Key)), rules);

    /// <summary>A component, exact.</summary>
    public Exact ExactOf(DutyComponent component) => Figures?.GetValueOrDefault(component)?.Value ?? Exact.Of(Components[component]);
}

/// <summary>Satisfaction as a survey gave it (满意度结果). A024.</summary>
public sealed record SatisfactionResult(decimal Score, ImmutableList<GroupTally> Tallies, ImmutableList<RaterGroup> Missing, DateTimeOffset At);

/// <summary>Statutory duty (法定职责). A019.</summary>
public sealed record StatutoryScore(decimal Value, string? Note, DateTimeOffset At);

/// <summary>A result that was revised (修订前结果): who, why, and everything that is given anew.</summary>
/// <param name="At">When.</param>
/// <param name="By">Account.</param>
/// <param name="Reason">Why.</param>
/// <param name="Part">The townships' part.</param>
/// <param name="Score">The score.</param>
/// <param name="Grade">The agency's grade.</param>
/// <param name="HeadGrade">The head's grade.</param>
/// <param name="Lines">Lines taken back.</param>
/// <param name="Submitted">Duty scores taken back, by township.</param>
/// <param name="Surveys">Satisfaction taken back, by township.</param>
/// <param name="Statutory">Statutory score taken back.</param>
public sealed record Revision(
    DateTimeOffset At, string By, string Reason, TownshipPart? Part, AgencyScore? Score, AssessmentGrade? Grade, AssessmentGrade? HeadGrade, ImmutableList<AppealLine> Lines,
    ImmutableSortedDictionary<UnitCode, DutySubmission> Submitted, ImmutableSortedDictionary<UnitCode, SatisfactionResult> Surveys, StatutoryScore? Statutory);

/// <summary>What an appeal contests (申诉对象).</summary>
/// <param name="Township">The township whose line; null for the department's or the grade.</param>
/// <param name="Component">The component of L; null for S, D or the grade.</param>
/// <param name="Line">L, S, D or GRADE.</param>
public sealed record AppealLine(string Line, UnitCode? Township = null, DutyComponent? Component = null)
{
    /// <summary>Territorial duty (属地职责).</summary>
    public const string Duty = "L";

    /// <summary>Satisfaction (满意度).</summary>
    public const string Satisfaction = "S";

    /// <summary>Statutory duty (法定职责).</summary>
    public const string Statutory = "D";

    /// <summary>The agency's grade (等次).</summary>
    public const string Grade = "GRADE";
}

/// <summary>An appeal (申诉).</summary>
public sealed record Appeal(
    int Id, AppealLine Line, string Text, ImmutableList<string> Evidence, DateTimeOffset At, OrganCode Answers, bool? Upheld = null, string? Answer = null, DateTimeOffset? AnsweredAt = null);
