using GraphQL.Types;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.GraphQL.Calendars;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Cases;

/// <summary>A category.</summary>
internal sealed class CategoryType : Described<CaseCategory>
{
    public CategoryType(IRuleBook rules) : base("Category", "A category of cases (事项类别). G006, G007: 12 and 14 of the first level; limits are our defaults until one is set with its source, since the manual is not included (G022).")
    {
        One<StringGraphType>("code", "First level `Q01`, second level `Q01-01`.", c => c.Code);
        Maybe<StringGraphType>("parent", "First-level code of a second-level category; null for the first level.", c => c.Parent);
        One<StringGraphType>("name", "Chinese name (名称).", c => c.Name);
        One<StringGraphType>("nameEn", "English name.", c => c.NameEn);
        Maybe<CaseKindType>("kind", "Component or event (G008) where the category fixes it; null where each report says it.", _ => null);
        Maybe<IntGraphType>("limit", "Its own limit for handling at every priority (处置时限), in limitUnit; null where that of its first level or the default of the priority holds. "
            + "`rules.limits` tells the limit of each priority.", c => c.Handling?.Amount);
        Maybe<StringGraphType>("limitUnit", "Unit of the limit: HOURS, WORKING_HOURS, WORKING_DAYS, CALENDAR_DAYS or SAME_OR_NEXT_DAY; null without a limit.",
            c => c.Handling is { } limit ? Unit(limit.Unit) : null);
        Maybe<BasisKindType>("limitBasis", "What the limit rests on (依据): TEXT where it was set with a source, else ASSUMED; never the policy's text; null without a limit.",
            c => c.Handling is null ? null : c.HandlingBasis);
        Maybe<StringGraphType>("limitSource", "Where the limit is written (依据文件); null where it is assumed.", c => c.HandlingBasis == BasisKind.Text ? c.HandlingSource : null);
        Maybe<IntGraphType>("firstResponseWorkingHours", "Limit for acceptance (受理时限) in working hours; null where the default holds or another unit counts.",
            c => c.FirstResponse is { Unit: BudgetUnit.WorkingHours } limit ? limit.Amount : null);
        One<BooleanGraphType>("emergency", "True when it is an emergency by nature (紧急类). T024.", c => c.Emergency);
        Maybe<StringGraphType>("defaultDepartment", "Name of the department that usually owns it (主管部门), Chinese; null if none. Where `owner` is null it is a name only: no case can be dispatched to it until `changeCategory` sets an owner.",
            c => c.DefaultDepartment ?? (c.Owner is { } owner ? rules.Departments.GetValueOrDefault(owner)?.Name : null));
        Maybe<StringGraphType>("owner", "Id of that department, e.g. `D27` (主管部门); null where it is not in the list of departments. R029.", c => c.Owner);
        Maybe<BasisKindType>("ownerBasis", "TEXT where the owner is recorded, and binds dispatches; ASSUMED otherwise (依据); null without an owner. R029.", c => c.Owner is null && c.DefaultDepartment is null ? null : c.OwnerBasis);
        Maybe<StringGraphType>("ownerSource", "Where the owner is recorded (权责清单依据); null where it is assumed.", c => c.OwnerSource);
        Maybe<StringGraphType>("county", "Code of the county whose own sub-code it is (县市区特色事项); null for the city's list. G056.", c => c.County?.Value);
        One<BooleanGraphType>("retired", "True when it takes no new cases (停用).", c => c.Retired);
        One<IntGraphType>("version", "Version of the rules that last set it (规则版本); 1 is what the hub came with.", c => c.Version);
    }

    private static string Unit(BudgetUnit unit) => unit switch
    {
        BudgetUnit.Hours => "HOURS",
        BudgetUnit.WorkingHours => "WORKING_HOURS",
        BudgetUnit.WorkingDays => "WORKING_DAYS",
        BudgetUnit.CalendarDays => "CALENDAR_DAYS",
        BudgetUnit.SameOrNextDay => "SAME_OR_NEXT_DAY",
        _ => throw new InvalidOperationException($"No name for {unit}."),
    };
}
