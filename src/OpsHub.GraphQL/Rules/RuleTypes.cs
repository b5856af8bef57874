using GraphQL;
using GraphQL.Types;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Rules;
using OpsHub.GraphQL.Calendars;
using OpsHub.GraphQL.Cases;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Rules;

/// <summary>The rules of a county or the city on a day.</summary>
internal sealed record RulesOnDay(RuleBook Book, DateOnly Day, UnitCode? County, int Newest, int CalendarVersion);

/// <summary>A limit as it holds for a priority and a step.</summary>
internal sealed record LimitRow(CaseStep Step, CasePriority Priority, StepLimit Limit);

/// <summary>A parameter with its value.</summary>
internal sealed record ParameterRow(RuleParameter Parameter, RuleBook Book);

/// <summary>The rules in force.</summary>
internal sealed class RulesType : Described<RulesOnDay>
{
    public RulesType() : base("Rules", "The rules that new cases begin with on a day (规则集): categories, limits, parameters, and the newest calendar. G022, resolutions 6, 49, 50, 51.")
    {
        One<IntGraphType>("version", "Version in force (规则版本): the newest change that holds; 1 is what the hub came with.", r => r.Book.Version);
        One<IntGraphType>("newestVersion", "The newest version, in force or announced.", r => r.Newest);
        One<DayType>("day", "The day.", r => r.Day);
        Maybe<StringGraphType>("county", "Code of the county whose settings and sub-codes these are (县市区); null for the city's view.", r => r.County?.Value);
        Many<CategoryType>("categories", "Categories, retired ones among them, by code (事项类别). G006, G007.", r => r.Book.Cases.Categories.Values.OrderBy(c => c.Code, StringComparer.Ordinal));
        AskMany<LimitType>("limits", "Limits by priority and step (时限); of a category where one is asked for. Where a step has two, whichever ends first holds.",
                (context, r) => new(Limits(r.Book.Cases, context.GetArgument<string?>("category")).ToList()))
            .Argument<StringGraphType>("category", "Second-level category, e.g. `Q01-02`; without it what holds where a category has nothing of its own.");
        Many<ParameterType>("parameters", "Parameters of part 5.2 that cases, consultations, agencies' years, people decisions, surveys, organs and establishment go by, by name (参数).", r => RuleParameters.All.Values.Select(p => new ParameterRow(p, r.Book)));
        One<IntGraphType>("calendarVersion", "Version of the rules that made the newest calendar (日历版本).", r => r.CalendarVersion);
        Many<IntGraphType>("calendarYears", "Years whose official notice is loaded, ascending (已载入年份).", r => r.Book.Calendar.Years);
        Many<LocalClosureType>("closures", "Local closures of the county, or of every county, in the order of their announcement (临时停工). Assumed: no text covers them.",
            r => r.Book.Calendar.Closures.Where(c => r.County is null || c.County == r.County.Value.Value));
    }

    private static IEnumerable<LimitRow> Limits(CaseRules rules, string? category) =>
        from priority in Enum.GetValues<CasePriority>()
        from step in Enum.GetValues<CaseStep>()
        from limit in rules.LimitsOf(priority, step, category)
        select new LimitRow(step, priority, limit);
}

/// <summary>A limit.</summary>
internal sealed class LimitType : Described<LimitRow>
{
    public LimitType() : base("Limit", "A limit of a step at a priority (时限). G022, resolution 50.")
    {
        One<CaseStepType>("step", "The step (环节).", l => l.Step);
        One<CasePriorityType>("priority", "The priority that a case goes by (紧急程度).", l => l.Priority);
        One<IntGraphType>("amount", "How many units, at least 1.", l => l.Limit.Budget.Amount);
        One<BudgetUnitType>("unit", "What it is counted in (单位).", l => l.Limit.Budget.Unit);
        One<BasisKindType>("basis", "ASSUMED unless a source is named (依据).", l => l.Limit.Source is null ? BasisKind.Assumed : BasisKind.Text);
        Maybe<StringGraphType>("source", "Where it is written (依据文件); null where it is assumed.", l => l.Limit.Source);
        One<StringGraphType>("parameter", "Name of the parameter that holds it, e.g. `CaseSLA/Q01-02`.", l => l.Limit.Parameter);
    }
}

/// <summary>A parameter.</summary>
internal sealed class ParameterType : Described<ParameterRow>
{
    public ParameterType() : base("Parameter", "A parameter that cases, consultations, agencies' years or people decisions go by (参数). Part 5.2.")
    {
        One<StringGraphType>("name", "Its name, e.g. `CaseMaxExtensions`.", p => p.Parameter.Name);
        One<StringGraphType>("value", "Its value (取值).", p => p.Parameter.Read(p.Book));
        One<StringGraphType>("form", "How a value is written (写法).", p => p.Parameter.Form);
        One<StringGraphType>("rule", "Rule or row that it belongs to, e.g. `SM1.10`.", p => p.Parameter.Rule);
        One<StringGraphType>("meaning", "What it means, in Chinese (含义).", p => p.Parameter.Zh);
        One<StringGraphType>("meaningEn", "The same in English.", p => p.Parameter.En);
        One<BasisKindType>("basis", "ASSUMED unless the policy gives the figure or a source is named (依据).", p => p.Parameter.Source(p.Book) is null ? BasisKind.Assumed : BasisKind.Text);
        Maybe<StringGraphType>("source", "Where it is written (依据文件); null where it is assumed.", p => p.Parameter.Source(p.Book));
    }
}

/// <summary>A local closure.</summary>
internal sealed class LocalClosureType : Described<LocalClosure>
{
    public LocalClosureType() : base("LocalClosure", "Days on which the offices of one county are shut (临时停工停办). Our default (assumed): no text of the policy covers it.")
    {
        One<IntGraphType>("closure", "Its id: the version of the rules that announced it.", c => c.Id);
        One<StringGraphType>("county", "Code of the county (县市区).", c => c.County);
        One<DayType>("first", "First closed day (首日).", c => c.First);
        One<DayType>("last", "Last closed day (末日); before first where it was called off.", c => c.Last);
        One<StringGraphType>("reason", "Why, as announced (原因).", c => c.Reason);
        One<BasisKindType>("basis", "Always ASSUMED (依据).", _ => BasisKind.Assumed);
    }
}
