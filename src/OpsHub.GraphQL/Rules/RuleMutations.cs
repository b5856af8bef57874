using GraphQL.Types;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Rules;
using OpsHub.GraphQL.Commands;
using OpsHub.GraphQL.Roots;

namespace OpsHub.GraphQL.Rules;

/// <summary>A mutation for every change of the rules: from input to command, and nothing more. Part 4, acts.</summary>
internal sealed class RuleMutations(RuleCommander commander) : IRootFields<HubMutation>
{
    public void AddTo(HubMutation mutation)
    {
        Change<CategoryInput>(mutation, "addCategory", "Add a category (新增类别): the city to its list, a county a sub-code of its own under a code of the city. G010, G056, resolution 51.",
            i => new AddCategory(Category(i), i.Text("reason"), i.OptionalDay("effectiveFrom")));
        Change<CategoryInput>(mutation, "changeCategory", "Change a category's name, emergency, owner or retire it (变更类别); by who added it. G010.",
            i => new ChangeCategory(Category(i), i.Text("reason"), i.OptionalDay("effectiveFrom")));
        Change<ChangeLimitsInput>(mutation, "changeLimits", "Set limits (变更时限): of the whole city by the city, of a county by itself. G022, resolution 50.",
            i => new ChangeLimits([.. i.Parts("limits").Select(Limit)], County(i), i.Text("reason"), i.OptionalDay("effectiveFrom")));
        Change<ChangeParameterInput>(mutation, "changeParameter", "Set a parameter (变更参数): of the whole city by the city, of a county by itself. Part 5.2.",
            i => new ChangeParameter(i.Text("name"), i.Text("value"), i.OptionalText("source"), County(i), i.Text("reason"), i.OptionalDay("effectiveFrom")));
        Change<CalendarInput>(mutation, "loadCalendar", "Load a year of the official calendar (载入官方日历); open terms are counted again. By the city or the administrator. Resolution 6.",
            i => new LoadCalendar(i.Number("year"), [.. Days(i)], i.Text("reason")));
        Change<CalendarInput>(mutation, "amendCalendar", "Amend a year that is loaded (修订官方日历); open terms are counted again. By the city or the administrator. Resolution 6.",
            i => new AmendCalendar(i.Number("year"), [.. Days(i)], i.Text("reason")));
        Change<AddLocalClosureInput>(mutation, "addLocalClosure", "Announce a closure of one county's offices (发布临时停工); its open terms are counted again. By the county or the city. Assumed.",
            i => new AddLocalClosure(i.Unit("county"), i.Day("first"), i.Day("last"), i.Text("reason")));
        Change<EndLocalClosureInput>(mutation, "endLocalClosure", "End a closure earlier, or call it off (提前结束停工); open terms are counted again. By the county or the city. Assumed.",
            i => new EndLocalClosure(i.Unit("county"), i.Number("closure"), i.Day("lastDay"), i.Text("reason")));
    }

    private void Change<TInput>(HubMutation mutation, string name, string description, Func<CommandInput, RuleCommand> read) where TInput : IGraphType =>
        mutation.Do<TInput, RulesPayloadType>(name, description + " Errors as in CommandError.", (context, input) => commander.Do(context, input, read));

    private static CategorySet Category(CommandInput i) => new(
        i.Text("code"), i.OptionalText("parent"), i.Text("name").Trim(), i.Text("nameEn").Trim(), i.Flag("emergency"), i.OptionalText("owner"), i.OptionalText("ownerSource"), i.Flag("retired"));

    private static SetLimit Limit(CommandInput i) => new(
        new(i.Choice<CaseStep>("step"), i.OptionalChoice<CasePriority>("priority"), i.OptionalText("category")), new(i.Number("amount"), i.Choice<BudgetUnit>("unit")), i.OptionalText("source"));

    private static IEnumerable<OfficialDay> Days(CommandInput i) => i.Parts("days").Select(d =>
        new OfficialDay(d.Day("date"), d.Choice<DayKind>("kind"), d.Text("name"), i.Number("year"), d.Text("notice"))).OrderBy(d => d.Date);

    private static UnitCode? County(CommandInput i) => i.OptionalText("county") is null ? null : i.Unit("county");
}
