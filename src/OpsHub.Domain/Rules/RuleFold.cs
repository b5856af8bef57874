using OpsHub.Domain.Assessments;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Establishments;
using OpsHub.Domain.Filings;
using OpsHub.Domain.Governance;
using OpsHub.Domain.Mandates;
using OpsHub.Domain.Posts;
using OpsHub.Domain.Surveys;

namespace OpsHub.Domain.Rules;

/// <summary>How each change alters the rules of cases, consultations, agencies' years, people decisions, surveys, establishment and townships' rights.</summary>
internal static class RuleFold
{
    internal static CaseRules Next(CaseRules rules, RuleChange change) => change.Value switch
    {
        CategorySet c => rules with { Categories = rules.Categories.SetItem(c.Code, Category(rules.Categories.GetValueOrDefault(c.Code), c, change)) },
        LimitsSet l => l.Limits.Aggregate(rules, Limited),
        ParameterSet p when CaseParameters.All.TryGetValue(p.Name, out var parameter) =>
            parameter.Set(rules, p.Value)! with { Sources = rules.Sources.SetItem(p.Name, p.Source) },
        _ => rules,
    };

    internal static ConsultationRules Next(ConsultationRules rules, RuleChange change) => change.Value is ParameterSet p && ConsultationParameters.All.TryGetValue(p.Name, out var parameter)
        ? parameter.Set(rules, p.Value)! with { Sources = rules.Sources.SetItem(p.Name, p.Source) }
        : rules;

    // The version tells a county's own set from the defaults. A028.
    internal static AssessmentRules Next(AssessmentRules rules, RuleChange change) => change.Value is ParameterSet p && AssessmentParameters.All.TryGetValue(p.Name, out var parameter)
        ? parameter.Set(rules, p.Value)! with { Sources = rules.Sources.SetItem(p.Name, p.Source), Version = change.Version }
        : rules;

    internal static PostRules Next(PostRules rules, RuleChange change) => change.Value is ParameterSet p && PostParameters.All.TryGetValue(p.Name, out var parameter)
        ? parameter.Set(rules, p.Value)! with { Sources = rules.Sources.SetItem(p.Name, p.Source) }
        : rules;

    internal static MandateRules Next(MandateRules rules, RuleChange change) => change.Value is ParameterSet p && MandateParameters.All.TryGetValue(p.Name, out var parameter)
        ? parameter.Set(rules, p.Value)! with { Sources = rules.Sources.SetItem(p.Name, p.Source) }
        : rules;

    internal static SurveyRules Next(SurveyRules rules, RuleChange change) => change.Value is ParameterSet p && SurveyParameters.All.TryGetValue(p.Name, out var parameter)
        ? parameter.Set(rules, p.Value)! with { Sources = rules.Sources.SetItem(p.Name, p.Source) }
        : rules;

    internal static EstablishmentRules Next(EstablishmentRules rules, RuleChange change) => change.Value is ParameterSet p && EstablishmentParameters.All.TryGetValue(p.Name, out var parameter)
        ? parameter.Set(rules, p.Value)! with { Sources = rules.Sources.SetItem(p.Name, p.Source) }
        : rules;

    internal static FilingRules Next(FilingRules rules, RuleChange change) => change.Value is ParameterSet p && FilingParameters.All.TryGetValue(p.Name, out var parameter)
        ? parameter.Set(rules, p.Value)! with { Sources = rules.Sources.SetItem(p.Name, p.Source) }
        : rules;

    internal static GovernanceRules Next(GovernanceRules rules, RuleChange change) => change.Value is ParameterSet p && GovernanceParameters.All.TryGetValue(p.Name, out var parameter)
        ? parameter.Set(rules, p.Value)! with { Sources = rules.Sources.SetItem(p.Name, p.Source) }
        : rules;

    // What a category shows as its own limit is what holds for it, with what that rests on.
    private static CaseRules Limited(CaseRules rules, SetLimit limit)
    {
        var set = rules with { SetLimits = rules.SetLimits.SetItem(limit.Key, limit) };
        if (limit.Key is not { Priority: null, Category: { } code } || !rules.Categories.TryGetValue(code, out var category))
            return set;
        return limit.Key.Step switch
        {
            CaseStep.Handling => set with
            {
                Categories = rules.Categories.SetItem(code, category with
                {
                    Handling = limit.Budget,
                    HandlingSource = limit.Source,
                    HandlingBasis = limit.Source is null ? BasisKind.Assumed : BasisKind.Text,
                }),
            },
            CaseStep.Acceptance => set with { Categories = rules.Categories.SetItem(code, category with { FirstResponse = limit.Budget }) },
            _ => set,
        };
    }

    private static CaseCategory Category(CaseCategory? former, CategorySet c, RuleChange change) =>
        (former ?? new(c.Code, c.Parent, c.Name, c.NameEn, null, null, null, c.Emergency, null)) with
        {
            Name = c.Name,
            NameEn = c.NameEn,
            Emergency = c.Emergency,
            Owner = c.Owner,
            // The name that it came with is of its former owner.
            DefaultDepartment = c.Owner == former?.Owner ? former?.DefaultDepartment : null,
            OwnerBasis = c.OwnerSource is null ? BasisKind.Assumed : BasisKind.Text,
            OwnerSource = c.OwnerSource,
            County = former?.County ?? change.County,
            Retired = c.Retired,
            Version = change.Version,
        };
}

/// <summary>How changes alter the calendar: at once, whatever else is announced.</summary>
internal static class CalendarChanges
{
    internal static bool Are(RuleValue value) => value is CalendarLoaded or ClosureAnnounced or ClosureEnded;

    internal static OfficialCalendar Of(OfficialCalendar seed, IEnumerable<RuleChange> changes) => changes.Where(c => Are(c.Value)).Aggregate(seed, Next);

    private static OfficialCalendar Next(OfficialCalendar calendar, RuleChange change) => change.Value switch
    {
        CalendarLoaded c => calendar.With(c.Year, c.Days, change.Version, change.Reason),
        ClosureAnnounced c => calendar.With(calendar.Closures.Add(new(change.Version, change.County!.Value.Value, c.First, c.Last, change.Reason)), change.Version, change.Reason),
        ClosureEnded c => calendar.With(calendar.Closures.ConvertAll(one => one.Id == c.Closure ? one with { Last = c.LastDay } : one), change.Version, change.Reason),
        _ => throw new InvalidOperationException($"{change.Value.GetType().Name} is no matter of the calendar."),
    };
}
