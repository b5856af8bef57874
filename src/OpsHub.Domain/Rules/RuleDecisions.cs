using OpsHub.Domain.Cases;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Rules;

/// <summary>Decides changes of the rules (规则变更决策). Pure. G010, G022, G056, resolutions 6, 50, 51.</summary>
public static class RuleDecisions
{
    private const int MostLimits = 200;
    private const int LongestSource = 200;

    /// <summary>Decides a command: one change, or a refusal.</summary>
    public static Decision<RuleEvent> Decide(RuleCommand command, RuleFacts facts)
    {
        if ((RuleAccess.Of(command, facts) ?? RuleRefusals.Text("reason", command.Reason, 500)) is { } refusal)
            return refusal;
        var from = command.EffectiveFrom ?? facts.Today;
        if (from < facts.Today)
            return RuleRefusals.Input("effectiveFrom", "G010", $"生效日期不能早于 {LocalDay.Text(facts.Today)}", $"A change takes effect today ({LocalDay.Text(facts.Today)}) or later, never for the past");
        if (from > facts.Today.AddYears(5))
            return RuleRefusals.Input("effectiveFrom", "G010", "生效日期不能晚于五年后", "A change is announced at most five years ahead");
        return command switch
        {
            AddCategory c => CategoryDecisions.Add(c.Category, facts) is { } no ? no : Changed(c.Category, CategoryDecisions.CountyOf(c.Category, facts)),
            ChangeCategory c => CategoryDecisions.Change(c.Category, facts) is { } no ? no : Changed(c.Category, CategoryDecisions.CountyOf(c.Category, facts)),
            ChangeLimits c => Limits(c, facts) is { } no ? no : Changed(new LimitsSet(c.Limits), c.County),
            ChangeParameter c => Parameter(c, facts) is { } no ? no : Changed(new ParameterSet(c.Name, c.Value.Trim(), Trimmed(c.Source)), c.County),
            LoadCalendar c => CalendarDecisions.Load(c.Year, c.Days, amends: false, facts) is { } no ? no : Changed(new CalendarLoaded(c.Year, c.Days), null),
            AmendCalendar c => CalendarDecisions.Load(c.Year, c.Days, amends: true, facts) is { } no ? no : Changed(new CalendarLoaded(c.Year, c.Days), null),
            AddLocalClosure c => CalendarDecisions.Close(c, facts) is { } no ? no : Changed(new ClosureAnnounced(c.First, c.Last), c.County),
            EndLocalClosure c => CalendarDecisions.End(c, facts) is { } no ? no : Changed(new ClosureEnded(c.Closure, c.LastDay), c.County),
            _ => throw new InvalidOperationException($"No decision for {command.GetType().Name}."),
        };

        Decision<RuleEvent> Changed(RuleValue value, UnitCode? county) => new RuleChanged(
            facts.City, new(facts.Versions.Newest + 1, facts.Now, from, command.Reason.Trim(), facts.Actor.Role, facts.Actor.Organ, county, value));
    }

    private static Refusal? Limits(ChangeLimits c, RuleFacts facts)
    {
        if (County(c.County, facts) is { } unknown)
            return unknown;
        if (c.Limits.Count is < 1 or > MostLimits || c.Limits.DistinctBy(l => l.Key).Count() != c.Limits.Count)
            return RuleRefusals.Input("limits", "G022", $"须有 1 至 {MostLimits} 项，同一适用范围只写一次", $"1 to {MostLimits} limits, each scope once");
        var known = facts.Announced(c.County).Categories;
        foreach (var limit in c.Limits)
        {
            if (limit.Key is { Priority: null, Category: null })
                return RuleRefusals.Input("limits", "G022", "须写明适用的紧急程度或类别", "A limit holds for a priority, a category, or both");
            if (limit.Key.Category is { } code && !known.ContainsKey(code))
                return RuleRefusals.Input("limits", "G006", $"没有类别 {code}", $"There is no category {code}");
            if (limit.Budget.Amount is < 1 or > 1000 || limit.Budget.Unit == BudgetUnit.SameOrNextDay)
                return RuleRefusals.Input("limits", "G022", "时限须为 1 至 1000 小时、工作小时、工作日或日历日", "A limit is 1 to 1000 hours, working hours, working days or calendar days");
            if (RuleRefusals.Text("source", limit.Source, LongestSource, required: false) is { } bad)
                return bad;
        }

        return null;
    }

    private static Refusal? Parameter(ChangeParameter c, RuleFacts facts)
    {
        if ((County(c.County, facts) ?? RuleRefusals.Text("source", c.Source, LongestSource, required: false)) is { } refusal)
            return refusal;
        if (!RuleParameters.All.TryGetValue(c.Name, out var parameter))
            return RuleRefusals.Input("name", "HUB", $"没有参数 {c.Name}", $"There is no parameter {c.Name}");
        if (parameter.Set(facts.Book(c.County), c.Value.Trim()) is not { } set)
            return RuleRefusals.Input("value", parameter.Rule, $"{c.Name}（{parameter.Zh}）的值应为 {parameter.Form}", $"{c.Name} ({parameter.En}) takes {parameter.Form}");
        return parameter.Fixed is { } written && parameter.Read(set) != written && Trimmed(c.Source) is null
            ? RuleRefusals.Input("source", parameter.Rule, $"{c.Name} 由政策规定为 {written}，改为其他数值须注明依据", $"The policy sets {c.Name} to {written}: another figure takes its source")
            : null;
    }

    internal static Refusal? County(UnitCode? county, RuleFacts facts) => county is { } code && !facts.Counties.Contains(code)
        ? RuleRefusals.Input("county", "G011", $"{code} 不是本市的县市区", $"{code} is no county of this city")
        : null;

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
