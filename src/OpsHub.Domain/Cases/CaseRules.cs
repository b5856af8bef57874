using System.Collections.Immutable;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Cases;

/// <summary>The rules that cases are decided by (案件规则): categories, limits, delegation. Data, all of it.</summary>
public sealed record CaseRules
{
    /// <summary>All categories by code.</summary>
    public required ImmutableDictionary<string, CaseCategory> Categories { get; init; }

    /// <summary>Limits by priority.</summary>
    public ImmutableDictionary<CasePriority, StepLimits> Limits { get; init; } = ImmutableDictionary<CasePriority, StepLimits>.Empty
        .Add(CasePriority.Ordinary, StepLimits.Ordinary)
        .Add(CasePriority.Urgent, StepLimits.Urgent)
        .Add(CasePriority.Emergency, StepLimits.Emergency);

    /// <summary>Who holds which enforcement powers besides the agencies (执法权登记): categories, first or second level, by department id
    /// or by the code of a township to which they were delegated. R031, T027.</summary>
    public ImmutableDictionary<string, ImmutableHashSet<string>> Powers { get; init; } = ImmutableDictionary<string, ImmutableHashSet<string>>.Empty;

    /// <summary>Whether an organ is recorded as holder of the enforcement power in a category. R031.</summary>
    /// <param name="organ">Unit, agency or department.</param>
    /// <param name="category">Second-level category.</param>
    /// <param name="ofAgency">What is recorded with an agency itself.</param>
    public bool HoldsPower(OrganCode organ, string category, IReadOnlyCollection<string> ofAgency)
    {
        var held = organ.Kind switch
        {
            OrganKind.Agency => ofAgency,
            OrganKind.Department => Powers.GetValueOrDefault(organ.DepartmentId!, []),
            _ => Powers.GetValueOrDefault(organ.Value, []),
        };
        return held.Contains(category) || (Categories.GetValueOrDefault(category) is { } known && held.Contains(known.Class));
    }

    /// <summary>Limits that were set in place of defaults, by what they hold for.</summary>
    public ImmutableDictionary<LimitKey, SetLimit> SetLimits { get; init; } = ImmutableDictionary<LimitKey, SetLimit>.Empty;

    /// <summary>What parameters rest on that were set (参数依据): the source by name, null where it is assumed; what is missing is the default, assumed.</summary>
    public ImmutableDictionary<string, string?> Sources { get; init; } = ImmutableDictionary<string, string?>.Empty;

    /// <summary>A limit that is a parameter, with what it rests on.</summary>
    internal StepLimit LimitOf(string parameter, TermBudget budget) => new(budget, parameter, Sources.GetValueOrDefault(parameter));

    /// <summary>What a parameter's figure rests on, in words (依据): the source that was named with it, else our default.</summary>
    internal (string Zh, string En) BasisOf(string parameter) => Sources.GetValueOrDefault(parameter) is { } source ? ($"依据：{source}", $"by {source}") : ("本系统默认值", "assumed");

    /// <summary>The limits that a step goes by, the first to end of them. What was set for a category and a priority together holds alone. A category's own
    /// limit stands in an ordinary case's place of the priority's; what is urgent, or an emergency by priority or nature, goes by that, and by its
    /// category where that is shorter still. T024, C065.</summary>
    /// <param name="pace">The priority that the case goes by.</param>
    /// <param name="step">The step.</param>
    /// <param name="code">Its second-level category; null for none.</param>
    public ImmutableList<StepLimit> LimitsOf(CasePriority pace, CaseStep step, string? code = null)
    {
        var category = code is null ? null : Categories.GetValueOrDefault(code);
        if (category is null)
            return [OfPriority(pace, step)];
        if ((Find(step, pace, category.Code) ?? Find(step, pace, category.Class)) is { } both)
            return [both];
        if ((Find(step, null, category.Code) ?? Own(category, step) ?? Find(step, null, category.Class)) is not { } own)
            return [OfPriority(pace, step)];
        return pace == CasePriority.Ordinary ? [own] : [OfPriority(pace, step), own];
    }

    private StepLimit OfPriority(CasePriority pace, CaseStep step) =>
        Find(step, pace, null) ?? new(Limits[pace].Of(step), $"{StepLimits.Parameter}/{pace}");

    private StepLimit? Find(CaseStep step, CasePriority? priority, string? category) =>
        SetLimits.GetValueOrDefault(new(step, priority, category)) is { } set ? new(set.Budget, set.Key.Parameter, set.Source) : null;

    // What a category came with: its source is never the policy, so it stays assumed.
    private static StepLimit? Own(CaseCategory category, CaseStep step) =>
        (step switch { CaseStep.Acceptance => category.FirstResponse, CaseStep.Handling => category.Handling, _ => null }) is { } budget
            ? new(budget, $"{StepLimits.Parameter}/{category.Code}")
            : null;

    /// <summary>Working hours that terms count in.</summary>
    public WorkingHours Hours { get; init; } = WorkingHours.Default;

    /// <summary>Whether county centres have delegated dispatch, verification and closing to township centres. Resolution 49.</summary>
    public bool TownshipDelegated { get; init; } = true;

    /// <summary>The centre that acts for a place (指挥中心或受委托的综治中心): the township's where the county has delegated, else the county's. Resolution 49.</summary>
    public OrganCode CentreOf(Placement placement) => OrganCode.Of(TownshipDelegated ? placement.Township : placement.County);

    /// <summary>After this many returns a re-dispatch needs the record of a coordination meeting. T022, <c>MaxReturns</c>.</summary>
    public int ReturnsBeforeMeeting { get; init; } = 2;

    /// <summary>How often a handling term may be extended (延期次数). SM1 row 10, <c>CaseMaxExtensions</c>; assumed.</summary>
    public int ExtensionsAllowed { get; init; } = 1;

    /// <summary>Time to decide on a request to extend (延期审批时限). SM1 row 11, <c>ExtensionDecision</c>; assumed.</summary>
    public TermBudget ExtensionDecision { get; init; } = new(8, BudgetUnit.WorkingHours);

    /// <summary>Time for the township to coordinate and assign parts (协调时限). SM1 row 13, <c>Coordination</c>; assumed.</summary>
    public TermBudget Coordination { get; init; } = new(2, BudgetUnit.WorkingDays);

    /// <summary>Time to answer an urging (督办答复时限). SM1 row U, <c>UrgeReplyWithin</c>; assumed.</summary>
    public TermBudget UrgeReply { get; init; } = new(1, BudgetUnit.WorkingDays);

    /// <summary>Calendar days after closing in which it may be evaluated (评价期). SM1 row 18, <c>EvaluateWindow</c>; assumed.</summary>
    public int EvaluateWindowDays { get; init; } = 7;

    /// <summary>Calendar days after closing in which it may be opened again (重开期). SM1 row 19, <c>ReopenWindow</c>; assumed.</summary>
    public int ReopenWindowDays { get; init; } = 30;

    /// <summary>The most calendar days that one suspension may last (中止最长天数), <c>MaxSuspensionDays</c>; assumed.</summary>
    public int MaxSuspensionDays { get; init; } = 30;

    /// <summary>Where the rungs of terms in days stand (阶梯间隔). Assumed.</summary>
    public RungOffsets OrdinaryRungs { get; init; } = RungOffsets.Ordinary;

    /// <summary>Where the rungs of terms in hours, and of every term of an emergency, stand. Assumed.</summary>
    public RungOffsets UrgentRungs { get; init; } = RungOffsets.Urgent;

    /// <summary>The offsets that fit a term.</summary>
    public RungOffsets RungsFor(TermBudget budget, bool emergency) => emergency || budget.Unit == BudgetUnit.Hours ? UrgentRungs : OrdinaryRungs;
}

/// <summary>All that decisions are made by, besides state and command (规则集). Replaced as a whole when a calendar or a limit is loaded.</summary>
/// <param name="Calendar">Official calendar.</param>
/// <param name="Cases">Rules for cases.</param>
public sealed record RuleBook(OfficialCalendar Calendar, CaseRules Cases)
{
    /// <summary>Rules for consultations (协商规则).</summary>
    public Consultations.ConsultationRules Consultations { get; init; } = new();

    /// <summary>Rules by which agencies' years are assessed (考核规则).</summary>
    public Assessments.AssessmentRules Assessments { get; init; } = new();

    /// <summary>Rules for people decisions of agencies (人事事项规则).</summary>
    public Posts.PostRules Posts { get; init; } = new();

    /// <summary>Parameters of townships' rights and duties (乡镇权责参数).</summary>
    public Mandates.MandateRules Mandates { get; init; } = new();

    /// <summary>Parameters of filings (制度备案参数).</summary>
    public Filings.FilingRules Filings { get; init; } = new();

    /// <summary>Parameters of satisfaction surveys (满意度测评参数).</summary>
    public Surveys.SurveyRules Surveys { get; init; } = new();

    /// <summary>Limits of organs and establishment (机构编制参数).</summary>
    public Establishments.EstablishmentRules Establishments { get; init; } = new();

    /// <summary>Parameters of grid governance (综治与网格建设参数).</summary>
    public Governance.GovernanceRules Governance { get; init; } = new();

    /// <summary>Version of the rules in force (规则版本): the newest change among them; 1 is what the hub came with.</summary>
    public int Version { get; init; } = 1;
}
