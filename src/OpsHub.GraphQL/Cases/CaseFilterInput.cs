using GraphQL;
using GraphQL.Builders;
using GraphQL.Types;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Cases;

/// <summary>Which cases a list shows.</summary>
internal sealed class CaseFilterInput : InputType
{
    private const int LongestText = 100;

    public CaseFilterInput() : base("CaseFilter", "Which cases a list shows (筛选条件); all conditions hold together.")
    {
        May<StringGraphType>("unit", "Only cases of this unit's subtree: an official code. INVALID_INPUT when malformed.");
        May<StringGraphType>("holder", "Only cases held by this organ (在谁手里): code of a unit, agency or department.");
        May<StringGraphType>("party", "Only cases led or assisted by this organ (牵头或协办): code of a unit, agency or department.");
        MayMany<CaseStageType>("stages", "Only cases in one of these stages (案件状态); any stage when left out or empty.");
        May<BooleanGraphType>("openOnly", "True: only open cases (在办).");
        May<BooleanGraphType>("overdue", "True: only open cases whose nearest term has passed (超期); false: only open ones whose due instant is ahead.");
        May<StringGraphType>("category", "Only this first- or second-level category, e.g. `Q01` or `Q01-01`.");
        May<StringGraphType>("text", "The number, or words of the title, at most 100 characters.");
    }

    /// <summary>The filter asked for within another; null when both can't hold.</summary>
    public static CaseFilter? Read(IResolveFieldContext context, CaseFilter within, DateTimeOffset now)
    {
        if (context.GetArgument<IDictionary<string, object?>?>("filter") is not { } given)
            return within;
        var unit = Text(given, "unit") is { } code ? Parse(code) : (UnitCode?)null;
        var party = Organ(given, "party");
        var overdue = given.Given("overdue") as bool?;
        var text = Text(given, "text");
        if (text?.Length > LongestText)
            throw RequestError.Input("filter.text", $"filter.text takes at most {LongestText} characters, got {text.Length}.");
        // A unit given beside the one asked must lie in it; the codes say so where units were never moved.
        if (unit is { } inner && within.Unit is { } outer && !inner.Value.StartsWith(outer.Value, StringComparison.Ordinal))
            return null;
        if (party is not null && within.Party is not null && party != within.Party)
            return null;
        return within with
        {
            Unit = unit ?? within.Unit,
            Holder = Organ(given, "holder"),
            Party = party ?? within.Party,
            Stages = Stages(given),
            OpenOnly = overdue is not null || given.Given("openOnly") is true,
            DueBefore = overdue == true ? now.AddTicks(1) : null,
            DueFrom = overdue == false ? now.AddTicks(1) : null,
            Category = Text(given, "category"),
            Text = text,
        };
    }

    private static List<CaseStage>? Stages(IDictionary<string, object?> given) =>
        given.Given("stages") is System.Collections.IEnumerable stages && stages.Cast<CaseStage>().ToList() is { Count: > 0 } some ? some : null;

    private static UnitCode Parse(string code) => UnitCode.TryParse(code, out var unit)
        ? unit : throw RequestError.Input("filter.unit", "filter.unit is a unit code of 4, 6, 9, 12 or 15 digits.");

    private static OrganCode? Organ(IDictionary<string, object?> given, string name) =>
        Text(given, name) is not { } code ? null
        : OrganCode.TryParse(code, out var organ) ? organ
        : throw RequestError.Input($"filter.{name}", $"filter.{name} is the code of a unit, an agency or a department.");

    private static string? Text(IDictionary<string, object?> given, string name) =>
        given.Given(name) is string { Length: > 0 } text ? text : null;
}

/// <summary>The arguments of every list of cases.</summary>
internal static class CaseListArguments
{
    public static FieldBuilder<TSource, object> Filtered<TSource>(this FieldBuilder<TSource, object> field) => field
        .Argument<CaseFilterInput>("filter", "Which cases; all that the actor may read when left out.")
        .Argument<CaseOrderType>("order", "Order of the list (排序).", a => a.DefaultValue = CaseOrder.DueAt)
        .Paged();
}
