using System.Collections.Immutable;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Cases;

/// <summary>A category of cases (事项类别). G006, G007: 12 and 14 of the first level; G022: limits.</summary>
/// <param name="Code">First level <c>Q01</c>, second level <c>Q01-01</c>.</param>
/// <param name="Parent">First-level code, null for the first level itself.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="NameEn">English name.</param>
/// <param name="FirstResponse">Limit for acceptance, null for the default.</param>
/// <param name="Handling">Limit for handling, null for the default.</param>
/// <param name="HandlingSource">Where the handling limit comes from; never the policy, whose manual is not included (G022).</param>
/// <param name="Emergency">True when it is an emergency by nature (紧急类).</param>
/// <param name="DefaultDepartment">Name of the department that usually owns it, null if none.</param>
public sealed record CaseCategory(
    string Code,
    string? Parent,
    string Name,
    string NameEn,
    TermBudget? FirstResponse,
    TermBudget? Handling,
    string? HandlingSource,
    bool Emergency,
    string? DefaultDepartment)
{
    /// <summary>First-level code.</summary>
    public string Class => Parent ?? Code;

    /// <summary>Disputes and special groups: walls show the first level only (W03–W05, W07, W08).</summary>
    public bool IsSensitive => IsSensitiveClass(Class);

    /// <summary>The same of a first-level code.</summary>
    public static bool IsSensitiveClass(string code) => code is "W03" or "W04" or "W05" or "W07" or "W08";
}

/// <summary>Limits of the steps of a case at one priority (各环节时限). All assumed: the manual is not included (G022, resolution 50).</summary>
/// <param name="Acceptance">From report to acceptance.</param>
/// <param name="Triage">From acceptance to triage.</param>
/// <param name="AcceptDispatch">From dispatch to the lead unit's acceptance.</param>
/// <param name="Handling">From dispatch to feedback.</param>
/// <param name="Verification">From feedback to verification.</param>
public sealed record StepLimits(TermBudget Acceptance, TermBudget Triage, TermBudget AcceptDispatch, TermBudget Handling, TermBudget Verification)
{
    /// <summary>Parameter name under which the limits stand. Part 5.2: ordinary 3 working days, urgent 24 h, emergency 2 h.</summary>
    public const string Parameter = "CaseSLA";

    /// <summary>Default for ordinary cases.</summary>
    public static readonly StepLimits Ordinary = new(
        new(8, BudgetUnit.WorkingHours), new(8, BudgetUnit.WorkingHours), new(8, BudgetUnit.WorkingHours), new(3, BudgetUnit.WorkingDays), new(1, BudgetUnit.WorkingDays));

    /// <summary>Default for urgent cases.</summary>
    public static readonly StepLimits Urgent = new(
        new(2, BudgetUnit.Hours), new(2, BudgetUnit.Hours), new(2, BudgetUnit.Hours), new(24, BudgetUnit.Hours), new(24, BudgetUnit.Hours));

    /// <summary>Default for emergencies.</summary>
    public static readonly StepLimits Emergency = new(
        new(1, BudgetUnit.Hours), new(1, BudgetUnit.Hours), new(1, BudgetUnit.Hours), new(2, BudgetUnit.Hours), new(2, BudgetUnit.Hours));
}

/// <summary>A limit that a step may go by, and the parameter that holds it.</summary>
internal readonly record struct StepLimit(TermBudget Budget, string Parameter);

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

    /// <summary>The limits that a step goes by, the first to end of them. A category's own limit stands in an ordinary case's place of the default;
    /// what is urgent, or an emergency by priority or nature, goes by that, and by its category where that is shorter still. T024, C065.</summary>
    internal ImmutableList<StepLimit> LimitsOf(CasePriority pace, Func<StepLimits, TermBudget> step, CaseCategory? category = null, TermBudget? own = null)
    {
        var byPace = new StepLimit(step(Limits[pace]), $"{StepLimits.Parameter}/{pace}");
        if (own is not { } budget)
            return [byPace];
        var ofCategory = new StepLimit(budget, $"{StepLimits.Parameter}/{category!.Code}");
        return pace == CasePriority.Ordinary ? [ofCategory] : [byPace, ofCategory];
    }

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
public sealed record RuleBook(OfficialCalendar Calendar, CaseRules Cases);
