using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OpsHub.Domain.Calendars;

namespace OpsHub.Domain.Assessments;

/// <summary>The rule set that agencies' years are scored by (考核规则). A028: the county's; where it has none the defaults, shown as assumed.
/// 40/20/40 and 90 % are text (A018, A019, A033), all else is assumed.</summary>
public sealed record AssessmentRules
{
    /// <summary>Weight of territorial duty L (属地职责), <c>DutyWeight</c>. A018, text.</summary>
    public decimal DutyWeight { get; init; } = 0.4m;

    /// <summary>Weight of satisfaction S (满意度), <c>SatisfactionWeight</c>. A018, text.</summary>
    public decimal SatisfactionWeight { get; init; } = 0.2m;

    /// <summary>Weight of statutory duty D (法定职责), <c>StatutoryWeight</c>. A019, text.</summary>
    public decimal StatutoryWeight { get; init; } = 0.4m;

    /// <summary>Least rate of the township's part for Excellent (优秀得分率下限), <c>ExcellentMinRate</c>. A033, text; exactly reached is reached.</summary>
    public decimal ExcellentMinRate { get; init; } = 0.9m;

    /// <summary>Of what the rate is taken, <c>TownshipPartBase</c>. Resolution 16.</summary>
    public TownshipPartBase Base { get; init; } = TownshipPartBase.Sixty;

    /// <summary>How several townships count, <c>AreaMethod</c>. A026.</summary>
    public AreaMethod Area { get; init; } = AreaMethod.Weighted;

    /// <summary>Weights of the four components of L (属地职责内容权重), <c>DutyComponentWeights</c>: a quarter each unless the county sets others; they sum to 1.</summary>
    public ImmutableSortedDictionary<DutyComponent, decimal> Components { get; init; } =
        Enum.GetValues<DutyComponent>().ToImmutableSortedDictionary(c => c, _ => 0.25m);

    /// <summary>Whether S is the mean of the groups' means; otherwise of all ballots alike, <c>SatisfactionGroupMean</c>. Resolution 61, S16.</summary>
    public bool MeanOfGroups { get; init; } = true;

    /// <summary>Least answers of a group for its result to be shown or counted (最低有效票数), <c>SatisfactionMinimum</c>.</summary>
    public int LeastBallots { get; init; } = 5;

    /// <summary>Day by which the local duties are listed (属地职责梳理截止), <c>DutiesListBy</c>. SM4: in January.</summary>
    public MonthDay DutiesListBy { get; init; } = new(1, 31);

    /// <summary>Day by which the plan is drafted (年度计划拟定截止), <c>PlanDraftBy</c>.</summary>
    public MonthDay PlanDraftBy { get; init; } = new(2, 15);

    /// <summary>Time for each served township to negotiate a drafted plan (计划协商时限), <c>NegotiateWithin</c>; then the performance organ may determine it. A038.</summary>
    public TermBudget NegotiateWithin { get; init; } = new(10, BudgetUnit.WorkingDays);

    /// <summary>Time for the agency to submit a plan that is negotiated or determined, or that was objected to (计划报批时限), <c>SubmitPlanWithin</c>.</summary>
    public TermBudget SubmitPlanWithin { get; init; } = new(5, BudgetUnit.WorkingDays);

    /// <summary>Day by which the letter is signed (责任书签订截止), <c>LetterSignBy</c>.</summary>
    public MonthDay LetterSignBy { get; init; } = new(3, 31);

    /// <summary>Day of the next year by which scores are given (考核评分截止), <c>AssessmentInputsBy</c>.</summary>
    public MonthDay InputsBy { get; init; } = new(1, 31);

    /// <summary>Time for the department to consent to a plan (计划审批时限), <c>PlanConsentLimit</c>.</summary>
    public TermBudget PlanConsent { get; init; } = new(10, BudgetUnit.WorkingDays);

    /// <summary>Time in which a line may be contested once it is known (申诉期限), <c>AppealWithin</c>.</summary>
    public TermBudget AppealWithin { get; init; } = new(5, BudgetUnit.WorkingDays);

    /// <summary>Time to answer an appeal (申诉答复时限), <c>AppealAnswer</c>.</summary>
    public TermBudget AppealAnswer { get; init; } = new(10, BudgetUnit.WorkingDays);

    /// <summary>Time for the host to aggregate once all is in (汇总时限), <c>AggregateWithin</c>.</summary>
    public TermBudget AggregateWithin { get; init; } = new(5, BudgetUnit.WorkingDays);

    /// <summary>Time for the performance organ to finalise once both sides are in (核定时限), <c>FinaliseWithin</c>.</summary>
    public TermBudget FinaliseWithin { get; init; } = new(5, BudgetUnit.WorkingDays);

    /// <summary>Time for the performance organ to grade once it is scored (评定等次时限), <c>GradeWithin</c>.</summary>
    public TermBudget GradeWithin { get; init; } = new(10, BudgetUnit.WorkingDays);

    /// <summary>Who grades the head (负责人等次评定单位), <c>HeadGradedBy</c>. Part 4: as the county's rule has it.</summary>
    public HeadGrader HeadGradedBy { get; init; } = HeadGrader.Either;

    /// <summary>Time to grade the head once the agency is graded (评定负责人等次时限), <c>HeadGradeWithin</c>.</summary>
    public TermBudget HeadGradeWithin { get; init; } = new(10, BudgetUnit.WorkingDays);

    /// <summary>Minutes after which changed evidence is counted again through the year (佐证汇总间隔), 1-1440, <c>EvidenceEvery</c>. The city's, for all of its agencies. A022.</summary>
    public int EvidenceEvery { get; init; } = 5;

    /// <summary>Time to record the staff's result once the host's is recorded, or became another grade (登记人员绩效结果时限), <c>StaffResultWithin</c>. A029.</summary>
    public TermBudget StaffResultWithin { get; init; } = new(10, BudgetUnit.WorkingDays);

    /// <summary>Weight of the township's daily-work score in the staff's annual score (日常工作考核权重), <c>DailyWorkWeight</c>: above 0, at most 1; null where the county set none,
    /// and then nothing is computed. A034, resolution 20.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? DailyWorkWeight { get; init; }

    /// <summary>Time to publish the result once it is shared (结果公布时限), <c>PublishWithin</c>. R044.</summary>
    public TermBudget PublishWithin { get; init; } = new(5, BudgetUnit.WorkingDays);

    /// <summary>Time to give a line anew that was taken back (重新评分时限), <c>AnewWithin</c>.</summary>
    public TermBudget AnewWithin { get; init; } = new(10, BudgetUnit.WorkingDays);

    /// <summary>Points of the matters handled that one urging takes (每次督办扣分), <c>UrgeDeduction</c>. A004.</summary>
    public int UrgeDeduction { get; init; } = 1;

    /// <summary>Version of the rule set; 0 for the defaults.</summary>
    public int Version { get; init; }

    /// <summary>What parameters rest on that were set: the source by name, null where it is assumed.</summary>
    public ImmutableSortedDictionary<string, string?> Sources { get; init; } = ImmutableSortedDictionary.Create<string, string?>(StringComparer.Ordinal);

    /// <summary>Where the rungs of the year's terms stand (阶梯间隔), <c>RungOffsets/Assessments</c>.</summary>
    public RungOffsets Rungs { get; init; } = RungOffsets.Ordinary;

    /// <summary>Working days before a term's due on whose morning it is told of (到期前提醒的工作日数), <c>TermWarnings</c>; of a term by a budget, and of a target, the last only. 5.3.</summary>
    public ImmutableList<int> Warnings { get; init; } = [20, 15, 10, 7, 3, 1];

    /// <summary>Days from one reminder to the next while a term is overdue (超期催办间隔), <c>ChaseEvery</c>. 5.3: weekly.</summary>
    public int ChaseDays { get; init; } = 7;

    /// <summary>How often an overdue term is told of again at most (超期催办次数), <c>ChaseTimes</c>; 0 for never.</summary>
    public int ChaseTimes { get; init; } = 12;

    /// <summary>Name of the three weights as the one parameter that they are: they sum to 1, so none is changed alone. Part 5.2.</summary>
    public const string Weights = $"{nameof(DutyWeight)}/{nameof(SatisfactionWeight)}/{nameof(StatutoryWeight)}";

    /// <summary>Whether a parameter rests on the text or on a source that was named; otherwise it is assumed and shown as such.</summary>
    public BasisKind BasisOf(string parameter) => IsWritten(parameter) || Sources.GetValueOrDefault(IsOfWeights(parameter) ? Weights : parameter) is not null ? BasisKind.Text : BasisKind.Assumed;

    // The text gives figures: what was set to others no longer rests on it.
    private bool IsWritten(string parameter) => IsOfWeights(parameter) ? (DutyWeight, SatisfactionWeight, StatutoryWeight) == (0.4m, 0.2m, 0.4m)
        : parameter == nameof(ExcellentMinRate) && ExcellentMinRate == 0.9m;

    private static bool IsOfWeights(string parameter) => parameter is nameof(DutyWeight) or nameof(SatisfactionWeight) or nameof(StatutoryWeight) or Weights;

    /// <summary>The day whose rules a year goes by (适用规则日): today while it runs, afterwards its last day. What a county changes for the next year does not
    /// score the year before, however late that is opened. A028.</summary>
    /// <param name="year">The year.</param>
    /// <param name="today">The present day.</param>
    public static DateOnly DayFor(int year, DateOnly today) => today.Year > year ? new(year, 12, 31) : today;

    /// <summary>What is wrong with the set, or null: weights sum to 1, rates lie within 0 and 1.</summary>
    public string? Fault() =>
        DutyWeight + SatisfactionWeight + StatutoryWeight != 1m || DutyWeight <= 0 || !IsWeight(DutyWeight) ? nameof(DutyWeight)
        : StatutoryWeight <= 0 || !IsWeight(StatutoryWeight) ? nameof(StatutoryWeight) // A017: both sides count
        : SatisfactionWeight <= 0 || !IsWeight(SatisfactionWeight) ? nameof(SatisfactionWeight) // R039: satisfaction counts in every scheme
        : ExcellentMinRate is < 0 or > 1 ? nameof(ExcellentMinRate)
        : Components.Count != 4 || Components.Values.Sum() != 1m || Components.Values.Any(w => !IsWeight(w)) ? nameof(Components)
        : DailyWorkWeight is <= 0 || (DailyWorkWeight is { } daily && !IsWeight(daily)) ? nameof(DailyWorkWeight) // A034: a weight of 0 is none
        : LeastBallots < 1 ? nameof(LeastBallots)
        : !DutiesListBy.IsDay ? nameof(DutiesListBy)
        : !PlanDraftBy.IsDay ? nameof(PlanDraftBy)
        : !LetterSignBy.IsDay ? nameof(LetterSignBy)
        : !InputsBy.IsDay ? nameof(InputsBy)
        : null;

    private static bool IsWeight(decimal w) => w is >= 0 and <= 1 && decimal.Round(w, Scoring.WeightDigits) == w;
}

/// <summary>A day of every year (月日).</summary>
public readonly record struct MonthDay(int Month, int Day)
{
    /// <summary>True for a day that each year has.</summary>
    [JsonIgnore]
    public bool IsDay => Month is >= 1 and <= 12 && Day >= 1 && Day <= DateTime.DaysInMonth(2019, Month);

    /// <summary>The day in a year.</summary>
    public DateOnly In(int year) => new(year, Month, Day);
}
