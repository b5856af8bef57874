using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Filings;

/// <summary>Parameters of filings (制度备案参数). All assumed: the text says "promptly" (及时) or nothing.</summary>
public sealed record FilingRules
{
    /// <summary>The value of <c>EstablishmentReceiver</c> that names the establishment office itself.</summary>
    public const string Office = "Office";

    /// <summary>Time to file implementing measures with the two city organs (实施办法备案时限), <c>MeasuresFilingLimit</c>. A042.</summary>
    public TermBudget MeasuresFilingLimit { get; init; } = new(20, BudgetUnit.WorkingDays);

    /// <summary>Time to make assessment and reward measures (考核及奖励办法制定时限), <c>AssessmentMeasuresLimit</c>. A048.</summary>
    public TermBudget AssessmentMeasuresLimit { get; init; } = new(40, BudgetUnit.WorkingDays);

    /// <summary>Time to make detailed rules (细则制定时限), <c>DetailedRulesLimit</c>. A047.</summary>
    public TermBudget DetailedRulesLimit { get; init; } = new(40, BudgetUnit.WorkingDays);

    /// <summary>Time for a township's lists (清单编制时限), <c>UnitListsLimit</c>. R019, T111.</summary>
    public TermBudget UnitListsLimit { get; init; } = new(40, BudgetUnit.WorkingDays);

    /// <summary>Which department of the city is its organisation department (市委组织部代码), <c>OrganisationReceiver</c>.</summary>
    public string OrganisationReceiver { get; init; } = "D01";

    /// <summary>Who receives as the city's establishment office (市编办), <c>EstablishmentReceiver</c>: the office itself, or a department of the city by its code, such as the
    /// organisation department, which administers it since 2018 (归口管理).</summary>
    public string EstablishmentReceiver { get; init; } = Office;

    /// <summary>Where the rungs stand (阶梯间隔), <c>RungOffsets/Filings</c>.</summary>
    public RungOffsets Rungs { get; init; } = RungOffsets.Ordinary;

    /// <summary>What parameters rest on that were set: the source by name, null where it is assumed.</summary>
    public ImmutableSortedDictionary<string, string?> Sources { get; init; } = ImmutableSortedDictionary.Create<string, string?>(StringComparer.Ordinal);

    /// <summary>Text where a source was named; otherwise assumed and shown as such.</summary>
    public BasisKind BasisOf(string parameter) => Sources.GetValueOrDefault(parameter) is null ? BasisKind.Assumed : BasisKind.Text;

    /// <summary>The organ that receives filings of a city's counties; the establishment office acts under the city's own code.</summary>
    public OrganCode ReceiverOf(FilingReceiver receiver, UnitCode city) => IsOffice(receiver) ? OrganCode.Of(city)
        : new($"{city}:{(receiver == FilingReceiver.Organisation ? OrganisationReceiver : EstablishmentReceiver)}");

    /// <summary>Does the actor receive for this organ of the city?</summary>
    public bool Receives(FilingReceiver receiver, Actor actor, UnitCode city) =>
        actor.Role == (IsOffice(receiver) ? Role.EstablishmentOffice : Role.Department) && actor.Organ == ReceiverOf(receiver, city);

    private bool IsOffice(FilingReceiver receiver) => receiver == FilingReceiver.Establishment && EstablishmentReceiver == Office;

    internal (TermBudget Budget, string Parameter) LimitOf(FilingDutyKind kind) => kind switch
    {
        FilingDutyKind.OrganisationFiling or FilingDutyKind.EstablishmentFiling => (MeasuresFilingLimit, nameof(MeasuresFilingLimit)),
        FilingDutyKind.AssessmentMeasures => (AssessmentMeasuresLimit, nameof(AssessmentMeasuresLimit)),
        FilingDutyKind.DetailedRules => (DetailedRulesLimit, nameof(DetailedRulesLimit)),
        _ => (UnitListsLimit, nameof(UnitListsLimit)),
    };
}

/// <summary>What the shell knows of the unit, as the hierarchy stands now (单位概况).</summary>
/// <param name="Unit">The county or township.</param>
/// <param name="County">The county in force: itself, or the township's.</param>
/// <param name="City">The city.</param>
/// <param name="Townships">Townships in force of a county, ascending; empty for a township.</param>
/// <param name="InForce">False for a unit that was merged or dissolved.</param>
public sealed record FilingPlace(UnitCode Unit, UnitCode County, UnitCode City, ImmutableList<UnitCode> Townships, bool InForce = true);

/// <summary>All that a decision about filings rests on besides state and command.</summary>
/// <param name="Actor">Who acts.</param>
/// <param name="Now">When it takes effect.</param>
/// <param name="Calendar">Official calendar.</param>
/// <param name="Hours">Working hours.</param>
/// <param name="Rules">Parameters.</param>
/// <param name="NextSequence">Sequence that the next trace entry will have.</param>
/// <param name="Place">The unit as it stands; null when the hub knows no such county or township.</param>
public sealed record FilingContext(Actor Actor, DateTimeOffset Now, OfficialCalendar Calendar, WorkingHours Hours, FilingRules Rules, long NextSequence, FilingPlace? Place);
