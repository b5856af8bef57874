using GraphQL;
using GraphQL.Builders;
using GraphQL.Types;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Marks;
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
        May<StringGraphType>("waitsFor", "Only open cases that wait for this organ (在等谁): that it holds, or in which it owes a part, an answer or a decision; code of a unit, agency or department.");
        May<StringGraphType>("party", "Only cases led or assisted by this organ (牵头或协办): code of a unit, agency or department.");
        MayMany<CaseStageType>("stages", "Only cases in one of these stages (案件状态); any stage when left out or empty.");
        May<BooleanGraphType>("openOnly", "True: only open cases (在办).");
        May<BooleanGraphType>("overdue", "True: only open cases whose nearest term has passed (超期); false: only open ones whose due instant is ahead.");
        May<CasePriorityType>("priority", "Only cases of this priority (紧急程度).");
        May<BooleanGraphType>("emergency", "True: only emergencies, by priority or by the nature of their category (紧急); false: only others. T024.");
        May<BooleanGraphType>("urged", "True: only cases under urging (督办中); false: only others.");
        May<BooleanGraphType>("escalated", "True: only cases that were escalated to the county's board (升级); false: only others. SM1.E.");
        May<InstantType>("reportedFrom", "Only cases reported at this instant or later (上报时间).");
        May<InstantType>("reportedTo", "Only cases reported before this instant (上报时间).");
        May<InstantType>("changedSince", "Only cases whose newest step took effect at this instant or later (最近变更).");
        May<InstantType>("dueFrom", "Only open cases whose nearest term falls due at this instant or later (到期).");
        May<InstantType>("dueTo", "Only open cases whose nearest term falls due before this instant (到期); with dueFrom a day's: what is due today.");
        May<StringGraphType>("category", "Only this first- or second-level category, e.g. `Q01` or `Q01-01`.");
        May<StringGraphType>("text", "The number, or words of the title, at most 100 characters.");
    }

    /// <summary>The filter asked for within another; null when both can't hold.</summary>
    public static CaseFilter? Read(IResolveFieldContext context, CaseFilter within, IHubDirectory directory, DateTimeOffset now)
    {
        if (context.GetArgument<IDictionary<string, object?>?>("filter") is not { } given)
            return within;
        var unit = Text(given, "unit") is { } code ? Parse(code) : (UnitCode?)null;
        var party = Organ(given, "party");
        var overdue = given.Given("overdue") as bool?;
        var (dueFrom, dueTo) = (Instant(given, "dueFrom"), Instant(given, "dueTo"));
        var text = Text(given, "text");
        if (text?.Length > LongestText)
            throw RequestError.Input("filter.text", $"filter.text takes at most {LongestText} characters, got {text.Length}.");
        // A unit given beside the one asked must lie in it, by the parents in force.
        if (unit is { } inner && within.Unit is { } outer && !directory.IsWithin(inner, outer))
            return null;
        if (party is not null && within.Party is not null && party != within.Party)
            return null;
        return within with
        {
            Unit = unit ?? within.Unit,
            Holder = Organ(given, "holder"),
            WaitsFor = Organ(given, "waitsFor"),
            Party = party ?? within.Party,
            Stages = Stages(given),
            OpenOnly = overdue is not null || given.Given("openOnly") is true || dueFrom is not null || dueTo is not null,
            DueBefore = Earlier(overdue == true ? now.AddTicks(1) : null, dueTo),
            DueFrom = Later(overdue == false ? now.AddTicks(1) : null, dueFrom),
            Priority = given.Given("priority") as CasePriority?,
            Emergency = given.Given("emergency") as bool?,
            Urged = given.Given("urged") as bool?,
            Escalated = within.Escalated ?? given.Given("escalated") as bool?,
            ReportedFrom = Instant(given, "reportedFrom"),
            ReportedBefore = Instant(given, "reportedTo"),
            ChangedFrom = Instant(given, "changedSince"),
            Category = Text(given, "category"),
            Text = text,
        };
    }

    private static DateTimeOffset? Instant(IDictionary<string, object?> given, string name) => given.Given(name) as DateTimeOffset?;

    private static DateTimeOffset? Earlier(DateTimeOffset? a, DateTimeOffset? b) => a is null || b < a ? b : a;

    private static DateTimeOffset? Later(DateTimeOffset? a, DateTimeOffset? b) => a is null || b > a ? b : a;

    private static List<CaseStage>? Stages(IDictionary<string, object?> given) =>
        given.Given("stages") is System.Collections.IEnumerable stages && stages.Cast<CaseStage>().ToList() is { Count: > 0 } some ? some : null;

    private static UnitCode Parse(string code) => UnitCode.TryParse(code, out var unit)
        ? unit : throw RequestError.Input("filter.unit", "filter.unit is a unit code of 4, 6, 9, 12 or 15 digits.");

    /// <summary>An argument that names an organ; null when it was left out.</summary>
    public static OrganCode? Organ(IResolveFieldContext context, string name) =>
        context.GetArgument<string?>(name) is not { Length: > 0 } code ? null
        : OrganCode.TryParse(code, out var organ) ? organ
        : throw RequestError.Input(name, $"{name} is the code of a unit, an agency or a department.");

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
    /// <summary>The arguments of a list of deadlines.</summary>
    public static FieldBuilder<TSource, object> OfHolder<TSource>(this FieldBuilder<TSource, object> field) => field
        .Argument<StringGraphType>("holder", "Only terms of cases held by this organ (责任主体): code of a unit, agency or department.")
        .Paged().WithCost(FieldMarks.OneQuestion);

    public static FieldBuilder<TSource, object> Filtered<TSource>(this FieldBuilder<TSource, object> field) => field
        .Argument<CaseFilterInput>("filter", "Which cases; all that the actor may read when left out.")
        .Argument<CaseOrderType>("order", "Order of the list (排序).", a => a.DefaultValue = CaseOrder.DueAt)
        .Paged().WithCost(FieldMarks.OneQuestion);
}
