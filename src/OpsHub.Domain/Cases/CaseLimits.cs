using System.Text.Json.Serialization;
using OpsHub.Domain.Calendars;

namespace OpsHub.Domain.Cases;

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

    /// <summary>The limit of a step.</summary>
    public TermBudget Of(CaseStep step) => step switch
    {
        CaseStep.Acceptance => Acceptance,
        CaseStep.Triage => Triage,
        CaseStep.AcceptDispatch => AcceptDispatch,
        CaseStep.Handling => Handling,
        CaseStep.Verification => Verification,
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "No step with a limit."),
    };
}

/// <summary>A step that has a limit (环节).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CaseStep>))]
public enum CaseStep
{
    /// <summary>From report to acceptance (受理).</summary>
    Acceptance,

    /// <summary>From acceptance to triage (研判).</summary>
    Triage,

    /// <summary>From dispatch to the lead unit's acceptance (接单).</summary>
    AcceptDispatch,

    /// <summary>From dispatch to feedback (处置).</summary>
    Handling,

    /// <summary>From feedback to verification (核查).</summary>
    Verification,
}

/// <summary>What a limit holds for (时限适用范围): a priority, a category, or both; at least one of them.</summary>
/// <param name="Step">The step.</param>
/// <param name="Priority">The priority; null for all of the category.</param>
/// <param name="Category">First- or second-level code; null for every category.</param>
public sealed record LimitKey(CaseStep Step, CasePriority? Priority, string? Category)
{
    /// <summary>The parameter's name, e.g. <c>CaseSLA/Q01-02/Urgent</c>.</summary>
    [JsonIgnore]
    public string Parameter => string.Join('/', new[] { StepLimits.Parameter, Category, Priority?.ToString() }.OfType<string>());
}

/// <summary>A limit that was set (已设定的时限), in place of the default.</summary>
/// <param name="Key">What it holds for.</param>
/// <param name="Budget">How much time.</param>
/// <param name="Source">Where it is written (依据文件), e.g. the city's manual; null where it is our assumption.</param>
public sealed record SetLimit(LimitKey Key, TermBudget Budget, string? Source);

/// <summary>A limit that a step may go by.</summary>
/// <param name="Budget">How much time.</param>
/// <param name="Parameter">The parameter that holds it.</param>
/// <param name="Source">Where it is written; null where it is assumed.</param>
public readonly record struct StepLimit(TermBudget Budget, string Parameter, string? Source = null)
{
    /// <summary>What a term of this length rests on: the source where one is named, else our default. G022, resolution 50.</summary>
    public TermBasis Basis => new("G022", Source ?? "三(五)", Source is null ? BasisKind.Assumed : BasisKind.Text, Parameter);
}
