using System.Collections.Immutable;
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

    /// <summary>Day by which the letter is signed (责任书签订截止), <c>LetterSignBy</c>.</summary>
    public (int Month, int Day) LetterSignBy { get; init; } = (3, 31);

    /// <summary>Day of the next year by which scores are given (考核评分截止), <c>AssessmentInputsBy</c>.</summary>
    public (int Month, int Day) InputsBy { get; init; } = (1, 31);

    /// <summary>Time for the department to consent to a plan (计划审批时限), <c>PlanConsentLimit</c>.</summary>
    public TermBudget PlanConsent { get; init; } = new(10, BudgetUnit.WorkingDays);

    /// <summary>Time in which a line may be contested once it is known (申诉期限), <c>AppealWithin</c>.</summary>
    public TermBudget AppealWithin { get; init; } = new(5, BudgetUnit.WorkingDays);

    /// <summary>Time to answer an appeal (申诉答复时限), <c>AppealAnswer</c>.</summary>
    public TermBudget AppealAnswer { get; init; } = new(10, BudgetUnit.WorkingDays);

    /// <summary>Version of the rule set; 0 for the defaults.</summary>
    public int Version { get; init; }

    /// <summary>What parameters rest on that were set: the source by name, null where it is assumed.</summary>
    public ImmutableDictionary<string, string?> Sources { get; init; } = ImmutableDictionary<string, string?>.Empty;

    /// <summary>What is wrong with the set, or null: weights sum to 1, rates lie within 0 and 1.</summary>
    public string? Fault() =>
        DutyWeight + SatisfactionWeight + StatutoryWeight != 1m ? nameof(DutyWeight)
        : SatisfactionWeight <= 0 ? nameof(SatisfactionWeight) // R039: satisfaction counts in every scheme
        : ExcellentMinRate is < 0 or > 1 ? nameof(ExcellentMinRate)
        : Components.Count != 4 || Components.Values.Sum() != 1m || Components.Values.Any(w => w < 0) ? nameof(Components)
        : LeastBallots < 1 ? nameof(LeastBallots)
        : null;
}
