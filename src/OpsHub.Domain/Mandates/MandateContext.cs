using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Mandates;

/// <summary>Parameters of townships' rights and duties (乡镇权责参数). All assumed: the text gives no figure.</summary>
public sealed record MandateRules
{
    /// <summary>Time for a township's opinion on a plan (规划意见时限), <c>PlanOpinionWithin</c>. T012.</summary>
    public TermBudget PlanOpinionWithin { get; init; } = new(10, BudgetUnit.WorkingDays);

    /// <summary>Time to answer a township's suggestion (建议答复时限), <c>SuggestionReplyLimit</c>. T013.</summary>
    public TermBudget SuggestionReplyLimit { get; init; } = new(15, BudgetUnit.WorkingDays);

    /// <summary>Time for the county to review a new duty (新增职责审核时限), <c>DutyReviewLimit</c>. R034.</summary>
    public TermBudget DutyReviewLimit { get; init; } = new(20, BudgetUnit.WorkingDays);

    /// <summary>Window for a measure after a poor result (采取措施时限), <c>MeasureWithin</c>. T109.</summary>
    public TermBudget MeasureWithin { get; init; } = new(20, BudgetUnit.WorkingDays);

    /// <summary>Time to make the year's comprehensive scheme, from the reminder (制定综合考核办法时限), <c>SchemeWithin</c>. T016.</summary>
    public TermBudget SchemeWithin { get; init; } = new(60, BudgetUnit.CalendarDays);

    /// <summary>Days after the year's end within which the results of its assessments are recorded (年度考评结果登记时限), 1-365, <c>AssessmentResultsWithin</c>. R038.</summary>
    public int AssessmentResultsWithin { get; init; } = 90;

    /// <summary>Below this a township's score is poor (考核差的分数线), 0-100, <c>LowScore</c>. T109.</summary>
    public int LowScore { get; init; } = 60;

    /// <summary>Below this its satisfaction is low (满意度低的分数线), 0-100, <c>LowSatisfaction</c>. T109.</summary>
    public int LowSatisfaction { get; init; } = 60;

    /// <summary>Where the rungs stand (阶梯间隔), <c>RungOffsets/Mandates</c>.</summary>
    public RungOffsets Rungs { get; init; } = RungOffsets.Ordinary;

    /// <summary>What parameters rest on that were set: the source by name, null where it is assumed.</summary>
    public ImmutableSortedDictionary<string, string?> Sources { get; init; } = ImmutableSortedDictionary.Create<string, string?>(StringComparer.Ordinal);

    /// <summary>Text where a source was named; otherwise assumed and shown as such.</summary>
    public BasisKind BasisOf(string parameter) => Sources.GetValueOrDefault(parameter) is null ? BasisKind.Assumed : BasisKind.Text;
}

/// <summary>All that a decision about townships' rights rests on besides state and command.</summary>
/// <param name="County">The county.</param>
/// <param name="Actor">Who acts.</param>
/// <param name="Now">When it takes effect.</param>
/// <param name="Calendar">Official calendar.</param>
/// <param name="Hours">Working hours.</param>
/// <param name="Rules">Parameters.</param>
/// <param name="NextSequence">Sequence that the next trace entry will have; a matter that begins is named by it.</param>
/// <param name="IsWithin">Which unit stands below which, by parents in force; a unit that there isn't stands below none.</param>
public sealed record MandateContext(
    UnitCode County, Actor Actor, DateTimeOffset Now, OfficialCalendar Calendar, WorkingHours Hours, MandateRules Rules, long NextSequence, IsWithin IsWithin)
{
    /// <summary>What organs are called, for refusals; the code where nothing else is known.</summary>
    public Func<OrganCode, string> NameOf { get; init; } = organ => organ.Value;

    internal DateOnly Today => LocalDay.Of(Now);

    internal bool Holds(UnitCode unit, UnitLevel level) => unit.Level == level && IsWithin(unit, County);

    internal Term Open(string id, string name, OrganCode holder, TermBudget budget, string rule, string parameter, DateTimeOffset? since = null) =>
        Terms.Open(id, name, holder.Value, since ?? Now, NextSequence, budget, new(rule, MandateRefusals.ClauseOf(rule), Rules.BasisOf(parameter), parameter), Calendar, Hours);

    // The day is whoever acts that names it; the clause asks that there is one.
    internal Term OpenUntil(string id, string name, OrganCode holder, DateOnly last, string rule) =>
        Terms.Open(id, name, holder.Value, Now, NextSequence, TermBudget.Until(Now, last), new(rule, MandateRefusals.ClauseOf(rule), BasisKind.Text), Calendar, Hours);

    internal ImmutableList<Term> Done(CountyMandates s, string id) => s.Term(id) is { } term ? [Terms.Complete(term, Now < term.OpenedAt ? term.OpenedAt : Now)] : [];

    internal ImmutableList<Term> Lifted(CountyMandates s, string why, Func<Term, bool> which) => s.Terms.FindAll(t => which(t)).ConvertAll(t => Terms.Lift(t, Now, NextSequence, why));

    internal bool IsLate(CountyMandates s, string id) => s.Term(id) is { } term && term.IsLate(Now);
}
