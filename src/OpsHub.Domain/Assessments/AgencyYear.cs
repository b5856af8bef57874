using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Assessments;

/// <summary>An agency's year (派驻机构年度考核): plan, letter, evidence, two-sided score, grade. SM4. Holds references and totals; the evidence stays with the cases.
/// Changed only by <see cref="AgencyYearFold"/>.</summary>
public sealed record AgencyYear
{
    /// <summary>The agency.</summary>
    public required OrganCode Agency { get; init; }

    /// <summary>The calendar year.</summary>
    public required int Year { get; init; }

    /// <summary>Dispatching department (派出部门): the line. A002.</summary>
    public required OrganCode Department { get; init; }

    /// <summary>Host township (驻地乡镇街道): the area. A002.</summary>
    public required UnitCode Host { get; init; }

    /// <summary>Townships served with their weights (服务乡镇权重); they sum to 1. A026.</summary>
    public required ImmutableSortedDictionary<UnitCode, decimal> Weights { get; init; }

    /// <summary>Where it stands.</summary>
    public required AgencyYearStage Stage { get; init; }

    /// <summary>Rule set it is scored by; fixed when the assessment opens.</summary>
    public required AssessmentRules Rules { get; init; }

    /// <summary>Local duties (属地管理职责). A037.</summary>
    public ImmutableList<string> Duties { get; init; } = [];

    /// <summary>Townships with which the plan was negotiated (已协商). A038.</summary>
    public ImmutableSortedSet<UnitCode> Negotiated { get; init; } = [];

    /// <summary>Why the performance organ determined the plan instead (绩效考核部门认定), or null. A038.</summary>
    public string? DeterminedWhy { get; init; }

    /// <summary>Targets of plan and letter (年度目标).</summary>
    public ImmutableList<YearTarget> Targets { get; init; } = [];

    /// <summary>The department's last objection (不同意理由), while the plan is a draft again.</summary>
    public string? Objection { get; init; }

    /// <summary>When the department consented. A039.</summary>
    public DateTimeOffset? ConsentedAt { get; init; }

    /// <summary>When the agency's head signed (派驻机构签字). A040.</summary>
    public DateTimeOffset? AgencySignedAt { get; init; }

    /// <summary>When the host township signed (乡镇街道签字). A040.</summary>
    public DateTimeOffset? TownshipSignedAt { get; init; }

    /// <summary>Joint key work (重点工作), oldest first. A021.</summary>
    public ImmutableList<KeyWork> KeyWork { get; init; } = [];

    /// <summary>Totals from the trace, by township (佐证汇总). A022, A023.</summary>
    public ImmutableSortedDictionary<UnitCode, CaseEvidence> Evidence { get; init; } = ImmutableSortedDictionary<UnitCode, CaseEvidence>.Empty;

    /// <summary>Adjustments by hand (人工调整): beside what was computed, with reasons.</summary>
    public ImmutableList<Adjustment> Adjustments { get; init; } = [];

    /// <summary>Territorial duty as submitted, by township (属地职责评分).</summary>
    public ImmutableSortedDictionary<UnitCode, DutySubmission> Submitted { get; init; } = ImmutableSortedDictionary<UnitCode, DutySubmission>.Empty;

    /// <summary>Satisfaction as submitted, by township (满意度结果).</summary>
    public ImmutableSortedDictionary<UnitCode, SatisfactionResult> Surveys { get; init; } = ImmutableSortedDictionary<UnitCode, SatisfactionResult>.Empty;

    /// <summary>Statutory duty as the department scored it (法定职责评分). A019.</summary>
    public StatutoryScore? Statutory { get; init; }

    /// <summary>The townships' part as the host aggregated it. A027.</summary>
    public TownshipPart? Part { get; init; }

    /// <summary>The score. A017.</summary>
    public AgencyScore? Score { get; init; }

    /// <summary>The agency's grade (机构等次). A033.</summary>
    public AssessmentGrade? Grade { get; init; }

    /// <summary>When the score was finalised; from then on its lines are known.</summary>
    public DateTimeOffset? ScoredAt { get; init; }

    /// <summary>When the agency's grade was set.</summary>
    public DateTimeOffset? GradedAt { get; init; }

    /// <summary>The head's grade (主要负责人等次). A035.</summary>
    public AssessmentGrade? HeadGrade { get; init; }

    /// <summary>Where the result went, and when. A032.</summary>
    public ImmutableSortedDictionary<ShareTarget, DateTimeOffset> SharedAt { get; init; } = ImmutableSortedDictionary<ShareTarget, DateTimeOffset>.Empty;

    /// <summary>Former results, oldest first (历次结果): kept when it was revised.</summary>
    public ImmutableList<Revision> Revisions { get; init; } = [];

    /// <summary>Appeals, oldest first (申诉).</summary>
    public ImmutableList<Appeal> Appeals { get; init; } = [];

    /// <summary>All terms, in order of opening.</summary>
    public ImmutableList<Term> Terms { get; init; } = [];

    /// <summary>When its newest step took effect.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Townships that count by the method: all served, or the host alone.</summary>
    [JsonIgnore]
    public IEnumerable<UnitCode> Counting => Rules.Area == AreaMethod.HostOnly ? [Host] : Weights.Keys;

    /// <summary>What a township counts for by the method: its weight, or all of it for the host alone.</summary>
    public decimal WeightOf(UnitCode township) => Rules.Area == AreaMethod.Weighted ? Weights.GetValueOrDefault(township) : township == Host ? 1m : 0m;

    /// <summary>The letter is signed by both (责任书已生效).</summary>
    [JsonIgnore]
    public bool HasLetter => AgencySignedAt is not null && TownshipSignedAt is not null;

    /// <summary>What each township gave so far.</summary>
    [JsonIgnore]
    public ImmutableList<TownshipScore> Townships =>
        [.. Weights.Select(w => new TownshipScore(w.Key, w.Value, Submitted.GetValueOrDefault(w.Key)?.ExactDuty(Rules), SatisfactionOf(w.Key)))];

    /// <summary>The townships' part of what is submitted, exact; null while something is missing.</summary>
    [JsonIgnore]
    public ExactPart? ExactPart => Scoring.Aggregate(Townships, Host, Rules);

    /// <summary>S of a township from its tallies, exact; null while its survey is missing.</summary>
    public Exact? SatisfactionOf(UnitCode township) => Surveys.TryGetValue(township, out var survey) ? Satisfaction.ExactOf(survey.Tallies, Rules) : null;
}

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
    UnitCode Township, DutyComponent Component, decimal? Computed, decimal Value, string Reason, DateTimeOffset At, string By, string? WithoutLetter = null);

/// <summary>The figures that a component of L is computed from (佐证数据): 100 * part / of - deducted, not below 0. Whole numbers, so that the share is exact.</summary>
/// <param name="Part">Targets done, key work taken part in, terms kept, dispatches not refused.</param>
/// <param name="Of">Of how many; above 0.</param>
/// <param name="Deducted">Points taken off: urges. A004.</param>
public sealed record DutyFigures(int Part, int Of, int Deducted = 0)
{
    /// <summary>The component's value, 0-100.</summary>
    [JsonIgnore]
    public Exact Value => (Exact.Of(100L * Part, Of) - Exact.Of(Deducted, 1)) is var value && value < Exact.Zero ? Exact.Zero : value;
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
