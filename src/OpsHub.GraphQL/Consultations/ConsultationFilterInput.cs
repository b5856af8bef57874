using GraphQL;
using GraphQL.Builders;
using GraphQL.Types;
using OpsHub.Contracts.Consultations;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Marks;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Consultations;

/// <summary>Which consultations a list shows.</summary>
internal sealed class ConsultationFilterInput : InputType
{
    private const int LongestText = 100;

    public ConsultationFilterInput() : base("ConsultationFilter", "Which consultations a list shows (筛选条件); all conditions hold together.")
    {
        May<StringGraphType>("unit", "Only those of this unit's subtree, and those that concern a community of it: an official code. INVALID_INPUT when malformed.");
        May<StringGraphType>("delegatedBy", "Only those that this organ entrusted (委托单位): code of a unit, agency or department.");
        MayMany<ConsultationStageType>("stages", "Only those in one of these stages (协商步骤); any stage when left out or empty.");
        MayMany<ConsultationVariantType>("variants", "Only those of one of these ways (协商类型); any when left out or empty.");
        May<BooleanGraphType>("openOnly", "True: only open ones (进行中).");
        May<BooleanGraphType>("announcementOpen", "True: only those with an announcement that is to be made (须公告). C040.");
        May<BooleanGraphType>("breached", "True: only those with a breach of a hard duty (违规); false: only others.");
        May<BooleanGraphType>("overdue", "True: only those with an open duty past its due (有逾期义务).");
        May<BooleanGraphType>("voteAhead", "True: only those where a vote must be held, or put first (待表决), as the summaries' votesAhead counts. SM2.14-16.");
        May<BooleanGraphType>("planOpen", "True: only those with a plan that is to be made (须制定方案), by whichever step opened that. C035.");
        May<BooleanGraphType>("furtherRound", "True: only those in a second or later round (二轮及以上). C049.");
        May<BooleanGraphType>("wayProposed", "True: only those for which another way is proposed and not decided (建议改变协商类型). C013.");
        May<BooleanGraphType>("reviewOpen", "True: only those with a review that is not decided (待合法性复核). C074.");
        May<InstantType>("dueTo", "Only those with an open duty due before this instant (到期).");
        May<TopicCategoryType>("category", "Only those with a topic of this category (协商内容). C004.");
        May<StringGraphType>("text", "The number, or words of the title, at most 100 characters.");
        May<InstantType>("beganFrom", "Only those begun at this instant or later (启动时间).");
        May<InstantType>("beganTo", "Only those begun before this instant (启动时间).");
    }

    /// <summary>The filter asked for within another; null when both can't hold.</summary>
    public static ConsultationFilter? Read(IResolveFieldContext context, ConsultationFilter within, IHubDirectory directory, DateTimeOffset now)
    {
        if (context.GetArgument<IDictionary<string, object?>?>("filter") is not { } given)
            return within;
        var unit = Text(given, "unit") is { } code ? Unit("filter.unit", code) : (UnitCode?)null;
        var text = Text(given, "text");
        if (text?.Length > LongestText)
            throw RequestError.Input("filter.text", $"filter.text takes at most {LongestText} characters, got {text.Length}.");
        // A unit given beside the one asked must lie in it, by the parents in force.
        if (unit is { } inner && within.Unit is { } outer && !directory.IsWithin(inner, outer))
            return null;
        // An act at the due instant is late (N07), so due now counts.
        var (dueTo, past) = (given.Given("dueTo") as DateTimeOffset?, given.Given("overdue") is true ? now.AddTicks(1) : (DateTimeOffset?)null);
        return within with
        {
            Unit = unit ?? within.Unit,
            DelegatedBy = Organ(given) ?? within.DelegatedBy,
            Stages = Some<ConsultationStage>(given, "stages"),
            Variants = Some<ConsultationVariant>(given, "variants"),
            OpenOnly = within.OpenOnly || given.Given("openOnly") is true,
            AnnouncementOpen = within.AnnouncementOpen || given.Given("announcementOpen") is true,
            Breached = given.Given("breached") as bool?,
            DueBefore = Earlier(past, dueTo),
            VoteAhead = given.Given("voteAhead") is true,
            PlanOpen = given.Given("planOpen") is true,
            FurtherRound = given.Given("furtherRound") is true,
            WayProposed = given.Given("wayProposed") is true,
            ReviewOpen = given.Given("reviewOpen") is true,
            Category = given.Given("category") as TopicCategory?,
            Text = text,
            BeganFrom = Later(within.BeganFrom, given.Given("beganFrom") as DateTimeOffset?),
            BeganBefore = Earlier(within.BeganBefore, given.Given("beganTo") as DateTimeOffset?),
        };
    }

    /// <summary>A unit's code that was given.</summary>
    public static UnitCode Unit(string name, string code) => UnitCode.TryParse(code, out var unit)
        ? unit : throw RequestError.Input(name, $"{name} is a unit code of 4, 6, 9, 12 or 15 digits.");

    private static DateTimeOffset? Later(DateTimeOffset? a, DateTimeOffset? b) => a is null || b > a ? b : a;

    private static DateTimeOffset? Earlier(DateTimeOffset? a, DateTimeOffset? b) => a is null || b < a ? b : a;

    private static List<T>? Some<T>(IDictionary<string, object?> given, string name) =>
        given.Given(name) is System.Collections.IEnumerable all && all.Cast<T>().ToList() is { Count: > 0 } some ? some : null;

    private static OrganCode? Organ(IDictionary<string, object?> given) =>
        Text(given, "delegatedBy") is not { } code ? null
        : OrganCode.TryParse(code, out var organ) ? organ
        : throw RequestError.Input("filter.delegatedBy", "filter.delegatedBy is the code of a unit, an agency or a department.");

    private static string? Text(IDictionary<string, object?> given, string name) => given.Given(name) is string { Length: > 0 } text ? text : null;
}

/// <summary>The arguments of every list of consultations.</summary>
internal static class ConsultationListArguments
{
    public static FieldBuilder<TSource, object> OfConsultations<TSource>(this FieldBuilder<TSource, object> field) => field
        .Argument<ConsultationFilterInput>("filter", "Which consultations; all that the actor may read when left out.")
        .Argument<ConsultationOrderType>("order", "Order of the list (排序).", a => a.DefaultValue = ConsultationOrder.DueAt)
        .Paged().WithCost(FieldMarks.OneQuestion);
}
