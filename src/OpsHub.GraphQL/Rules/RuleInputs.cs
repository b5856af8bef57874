using GraphQL.Types;
using OpsHub.GraphQL.Cases;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Rules;

/// <summary>What every change carries.</summary>
internal abstract class RuleInput : InputType
{
    protected RuleInput(string name, string description, bool announced = true) : base(name, description)
    {
        Needs<StringGraphType>("commandId", CaseInput.CommandIdText);
        Needs<StringGraphType>("reason", "Why (理由), 1 to 500 characters; everyone who reads the rules reads it.");
        May<StringGraphType>("expectedVersion", "Length of the rules' trace that the actor had seen: newestVersion less 1. If others acted since, StaleVersionError. Left out: no check.");
        if (announced)
            May<DayType>("effectiveFrom", "The day from which it holds (生效日期), today or later; today when left out. Open cases keep what they began with.");
    }
}

/// <summary>A category.</summary>
internal sealed class CategoryInput : RuleInput
{
    public CategoryInput() : base("CategoryInput", "A category as it is to be (事项类别). G006, G007, G010, G056.")
    {
        Needs<StringGraphType>("code", "`Q01`, `Q01-01`, or a county's own `Q01-430203-01` (代码).");
        May<StringGraphType>("parent", "First-level code; left out for the first level (上级).");
        Needs<StringGraphType>("name", "Chinese name, 1 to 40 characters (名称).");
        Needs<StringGraphType>("nameEn", "English name, 1 to 80 characters.");
        May<BooleanGraphType>("emergency", "An emergency by nature (紧急类). T024.", false);
        May<StringGraphType>("owner", "Id of the department that owns it, e.g. `D27` (主管部门). R029.");
        May<StringGraphType>("ownerSource", "Where the owner is recorded, at most 200 characters (权责清单依据). Left out, the owner is assumed and binds no dispatch.");
        May<BooleanGraphType>("retired", "Takes no new cases (停用).", false);
    }
}

/// <summary>A limit.</summary>
internal sealed class LimitInput : InputType
{
    public LimitInput() : base("LimitInput", "A limit with what it holds for (时限): a priority, a category, or both. G022.")
    {
        Needs<CaseStepType>("step", "The step (环节).");
        May<CasePriorityType>("priority", "The priority; left out for all of the category (紧急程度).");
        May<StringGraphType>("category", "First- or second-level code; left out for every category (类别).");
        Needs<IntGraphType>("amount", "How many units, 1 to 1000.");
        Needs<BudgetUnitType>("unit", "What it is counted in (单位).");
        May<StringGraphType>("source", "Where it is written, at most 200 characters (依据文件). Left out, it is assumed and shown so.");
    }
}

/// <summary>Limits.</summary>
internal sealed class ChangeLimitsInput : RuleInput
{
    public ChangeLimitsInput() : base("ChangeLimitsInput", "Limits to be set (变更时限). G022, resolution 50.")
    {
        May<StringGraphType>("county", "Code of the county for which alone they hold; left out for the whole city (县市区).");
        NeedsMany<LimitInput>("limits", "1 to 200 limits, each scope once.");
    }
}

/// <summary>A parameter.</summary>
internal sealed class ChangeParameterInput : RuleInput
{
    public ChangeParameterInput() : base("ChangeParameterInput", "A parameter to be set (变更参数). Part 5.2.")
    {
        Needs<StringGraphType>("name", "Its name, e.g. `CaseMaxExtensions`.");
        Needs<StringGraphType>("value", "Its value, written as the parameter's form says.");
        May<StringGraphType>("source", "Where it is written, at most 200 characters (依据文件). Left out, it is assumed.");
        May<StringGraphType>("county", "Code of the county for which alone it holds; left out for the whole city (县市区).");
    }
}

/// <summary>An arranged day.</summary>
internal sealed class OfficialDayInput : InputType
{
    public OfficialDayInput() : base("OfficialDayInput", "A day that a yearly notice arranges (节假日安排).")
    {
        Needs<DayType>("date", "The day; of the year, or of the December before.");
        Needs<DayKindType>("kind", "Day off or make-up working day.");
        Needs<StringGraphType>("name", "The festival, Chinese, 1 to 40 characters (节日).");
        Needs<StringGraphType>("notice", "Number of the notice, 1 to 100 characters (文号).");
    }
}

/// <summary>A year of the calendar.</summary>
internal sealed class CalendarInput : RuleInput
{
    public CalendarInput() : base("CalendarInput", "A year of the official calendar (官方日历). Resolution 6.", announced: false)
    {
        Needs<IntGraphType>("year", "The year.");
        NeedsMany<OfficialDayInput>("days", "Every arranged day of the year's notice; none where it arranges none.");
    }
}

/// <summary>A closure.</summary>
internal sealed class AddLocalClosureInput : RuleInput
{
    public AddLocalClosureInput() : base("AddLocalClosureInput", "A closure of one county's offices (临时停工停办). Assumed: no text covers it.", announced: false)
    {
        Needs<StringGraphType>("county", "Code of the county (县市区).");
        Needs<DayType>("first", "First day, today or later (首日).");
        Needs<DayType>("last", "Last day, inclusive; at most 30 days (末日).");
    }
}

/// <summary>The end of a closure.</summary>
internal sealed class EndLocalClosureInput : RuleInput
{
    public EndLocalClosureInput() : base("EndLocalClosureInput", "The earlier end of a closure (提前结束停工); days that have begun stay closed.", announced: false)
    {
        Needs<StringGraphType>("county", "Code of the county (县市区).");
        Needs<IntGraphType>("closure", "Its id.");
        Needs<DayType>("lastDay", "The last closed day; the day before first calls it off.");
    }
}
