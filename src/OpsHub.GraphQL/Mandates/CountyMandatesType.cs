using System.Globalization;
using GraphQL;
using GraphQL.Builders;
using GraphQL.Types;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Mandates;
using OpsHub.GraphQL.Cases;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Hierarchy;
using OpsHub.GraphQL.Marks;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Mandates;

/// <summary>A county's record. Each list holds what the actor reads.</summary>
internal sealed class CountyMandatesType : Described<MandatesNode>
{
    private readonly MandatesReader _reader;

    public CountyMandatesType(IGrainFactory grains, IHubDirectory directory, MandatesReader reader, TracePages traces)
        : base("CountyMandates", "Townships' rights and duties in a county (乡镇权责). The county reads all of it; departments, townships and communities what they have part in; the organisation department and the performance organ results.")
    {
        _reader = reader;
        Interface<NodeInterface>();
        One<IdGraphType>("id", "Opaque global id.", m => GlobalId.OfMandates(m.County));
        One<UnitType>("county", "The county (县市区).", m => directory.Node(m.County));
        AddVoices();
        AddDuties();
        AddResults();
        Maybe<StringGraphType>("version", "Length of its trace (版本), for expectedVersion; null for those who read not all of it.", m => m.IsWhole ? m.View.Length.ToString(CultureInfo.InvariantCulture) : null);
        AskOne<TraceConnectionType>("trace", "Its trace (留痕), oldest first. NOT_FOUND for those who read not all of it.", (context, m) => m.IsWhole
            ? traces.Page(context, m.View.Key, grains.Mandates(m.County).Trace)
            : throw RequestError.NotFound("trace")).Paged().WithCost(FieldMarks.OneQuestion);
    }

    private void AddVoices()
    {
        List<AreaPlanConnectionType, AreaPlan>("plans", "Plans that touch townships' areas, oldest first (涉及乡镇街道的规划). T012.", m => m.Plans, (p, context) => !Asked(context, "openOnly") || p.ClosedAt is null)
            .Argument<NonNullGraphType<BooleanGraphType>>("openOnly", "Only those not closed (未定稿).", a => a.DefaultValue = false);
        List<TownshipSuggestionConnectionType, TownshipSuggestion>("suggestions", "Suggestions of townships, the one that has waited longest first (建议收件箱). T013.", m => m.Suggestions,
                (g, context) => !Asked(context, "unansweredOnly") || g.Answer is null)
            .Argument<NonNullGraphType<BooleanGraphType>>("unansweredOnly", "Only those without an answer (未答复).", a => a.DefaultValue = false);
        One<IntGraphType>("unansweredSuggestions", "How many of those that the actor reads are unanswered (未答复建议数). T013.", m => m.Suggestions.Count(g => g.Matter.Answer is null));
    }

    private void AddDuties()
    {
        List<TownshipDutyConnectionType, TownshipDuty>("duties", "New duties for townships and communities, oldest first (新增职责). R034, R035.", m => m.Duties,
                (d, context) => context.GetArgument<DutyStage?>("stage") is not { } stage || d.Stage == stage)
            .Argument<DutyStageType>("stage", "Only those at this stage (环节).");
        List<AssignedTaskConnectionType, AssignedTask>("tasks", "Tasks that departments gave, oldest first (下派任务). T014, R036.", m => m.Tasks, (t, context) => !Asked(context, "openOnly") || t.IsOpen)
            .Argument<NonNullGraphType<BooleanGraphType>>("openOnly", "Only those neither done nor withdrawn (未办结).", a => a.DefaultValue = false);
        Many<AdmittedItemType>("items", "Items admitted to communities' work (社区工作准入事项), by code. R036, W013.", m => m.State.Items.Where(i => i.EndedAt is null).OrderBy(i => i.Code, StringComparer.Ordinal)).WithAssumedSize(20);
        List<AwardActivityConnectionType, AwardActivity>("awardActivities", "Award and demonstration activities aimed at townships, oldest first (评比表彰活动). T110.", m => m.Activities, (_, _) => true);
    }

    private void AddResults()
    {
        List<TownshipResultConnectionType, TownshipResult>("results", "Townships' comprehensive results, oldest first (乡镇综合考核结果). T108. The agencies' results that went into them: `sharedResults`.", m => m.Results,
                (r, context) => (context.GetArgument<int?>("year") is not { } year || r.Year == year) && (!Asked(context, "flaggedOnly") || r.IsFlagged))
            .Argument<IntGraphType>("year", "Only of this year (年度).")
            .Argument<NonNullGraphType<BooleanGraphType>>("flaggedOnly", "Only those that are flagged (考核差、满意度低). T109.", a => a.DefaultValue = false);
        List<ResultMeasureConnectionType, ResultMeasure>("measures", "Measures that follow from results, oldest first (处理措施). T109.", m => m.Measures, (k, context) => !Asked(context, "openOnly") || k.RectifiedAt is null)
            .Argument<NonNullGraphType<BooleanGraphType>>("openOnly", "Only those not put right yet (未整改).", a => a.DefaultValue = false);
        Many<SchemeReminderType>("schemeReminders", "Years in which the county was reminded of its comprehensive scheme (综合考核办法提醒); empty for all but the county and its performance organ. T016.",
            m => MandateAccess.ReadsSchemes(m.Actor, m.County) ? m.State.Schemes.Select(r => new SchemeReminderNode(m, r)) : []).WithAssumedSize(3);
    }

    private static bool Asked(IResolveFieldContext context, string name) => context.GetArgument<bool>(name);

    private FieldBuilder<MandatesNode, object> List<TGraph, T>(
        string name, string description, Func<MandatesNode, IEnumerable<MandateMatter<T>>> all, Func<T, IResolveFieldContext, bool> holds) where TGraph : IGraphType =>
        AskOne<TGraph>(name, description, (context, m) =>
            new(ListPages.Of($"mandates-{name}", [.. all(m).Where(one => holds(one.Matter, context)).OrderBy(one => one.Place, StringComparer.Ordinal)], one => one.Place, Paging.Read(context), _reader.Now))).Paged();
}
