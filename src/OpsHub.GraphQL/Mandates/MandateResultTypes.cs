using GraphQL.Types;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Mandates;
using OpsHub.GraphQL.Calendars;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Hierarchy;
using OpsHub.GraphQL.Marks;
using OpsHub.GraphQL.Privacy;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Mandates;

/// <summary>A township's result.</summary>
internal sealed class TownshipResultType : MandateMatterTypeOf<TownshipResult>
{
    public TownshipResultType(FreeText text, IHubDirectory directory) : base("TownshipResult", "A township's comprehensive result of a year (乡镇综合考核结果), for the organisation department's use. T108, T109.", text)
    {
        One<UnitType>("township", "The township (乡镇街道).", m => directory.Node(m.Matter.Township));
        One<IntGraphType>("year", "The year (年度).", m => m.Matter.Year);
        One<DecimalType>("score", "Score, 0 to 100 (得分).", m => m.Matter.Score);
        One<DecimalType>("satisfaction", "Satisfaction of the masses, 0 to 100 (群众满意度).", m => m.Matter.Satisfaction);
        One<DecimalType>("scoreFloor", "Below this the score was poor when it was recorded (分数线).", m => m.Matter.ScoreFloor);
        One<DecimalType>("satisfactionFloor", "Below this the satisfaction was low (满意度线).", m => m.Matter.SatisfactionFloor);
        One<BooleanGraphType>("assumed", "True when one of the floors is our default (假定): parameters LowScore, LowSatisfaction.", m => m.Matter.Assumed);
        One<BooleanGraphType>("poor", "True when the score is below its floor (考核差).", m => m.Matter.IsPoor);
        One<BooleanGraphType>("lowSatisfaction", "True when satisfaction is below its floor (满意度低).", m => m.Matter.IsUnpopular);
        One<BooleanGraphType>("flagged", "True when one of both is: a measure follows (须采取措施). T109.", m => m.Matter.IsFlagged);
        One<InstantType>("recordedAt", "When it was recorded, or revised last (登记时间).", m => m.Matter.At);
        AskMaybe<StringGraphType>("revision", "Why it was revised last (修订理由); null while it stands as first recorded.", (context, m) => Said(context, m.Matter.Revision));
        Many<ResultMeasureType>("measures", "Measures that followed, oldest first (处理措施).", m => m.Of.Measures.Where(k => k.Matter.Result == m.Number)).WithAssumedSize(2);
    }
}

/// <summary>A measure.</summary>
internal sealed class ResultMeasureType : MandateMatterTypeOf<ResultMeasure>
{
    public ResultMeasureType(FreeText text, IHubDirectory directory) : base("ResultMeasure", "A measure that follows from a poor result (约谈、责令整改、通报批评、问责): on a township, never on a person. T109.", text)
    {
        One<UnitType>("township", "The township (乡镇街道).", m => directory.Node(m.Matter.Township));
        One<IntGraphType>("result", "Number of the result that it follows from (考核结果序号).", m => (int)m.Matter.Result);
        One<MeasureKindType>("kind", "Which of the four (措施).", m => m.Matter.Kind);
        AskOne<StringGraphType>("grounds", "Why (理由).", (context, m) => Said(context, m.Matter.Grounds));
        One<DayType>("rectifyBy", "Last day to put it right (整改期限).", m => m.Matter.RectifyBy);
        One<InstantType>("takenAt", "When it was taken (采取时间).", m => m.Matter.At);
        One<BooleanGraphType>("takenLate", "True when it was taken after its window (逾期采取).", m => m.Matter.TakenLate);
        Maybe<InstantType>("rectifiedAt", "When the county found it put right (整改完成时间); null before.", m => m.Matter.RectifiedAt);
        AskMaybe<StringGraphType>("finding", "What the county found (确认意见); null before.", (context, m) => Said(context, m.Matter.Finding));
        One<BooleanGraphType>("late", "True when it was put right after the last day (逾期整改).", m => m.Matter.Late);
    }
}

/// <summary>An admitted item.</summary>
internal sealed class AdmittedItemType : Described<AdmittedItem>
{
    public AdmittedItemType() : base("AdmittedItem", "An item admitted to communities' work (社区工作准入事项). R036, W013.")
    {
        One<StringGraphType>("code", "Code (事项代码).", i => i.Code);
        One<StringGraphType>("title", "Title (名称).", i => i.Title);
        One<StringGraphType>("basis", "List or committee's decision that it rests on (依据).", i => i.Basis);
        One<InstantType>("admittedAt", "Since when (准入时间).", i => i.At);
    }
}

/// <summary>A reminder with the record that it belongs to.</summary>
internal sealed record SchemeReminderNode(MandatesNode Of, SchemeReminder Reminder);

/// <summary>A reminder.</summary>
internal sealed class SchemeReminderType : Described<SchemeReminderNode>
{
    public SchemeReminderType() : base("SchemeReminder", "A year in which the county was reminded of its comprehensive scheme (综合考核办法提醒), once. T016.")
    {
        One<IntGraphType>("year", "The year (年度).", r => r.Reminder.Year);
        One<InstantType>("remindedAt", "When (提醒时间).", r => r.Reminder.RemindedAt);
        Maybe<TermType>("term", "The term that runs for it (期限); null once the scheme is made.", r => r.Of.State.Term($"scheme-{r.Reminder.Year}"));
        Maybe<InstantType>("madeAt", "When the scheme was made (制定时间); null before.", r => r.Reminder.MadeAt);
        One<BooleanGraphType>("late", "True when it was made after the term (逾期).", r => r.Reminder.Late);
    }
}

/// <summary>One of a list of plans.</summary>
internal sealed class AreaPlanEdgeType() : EdgeType<MandateMatter<AreaPlan>, AreaPlanType>("AreaPlan", "plans (规划)");

/// <summary>A page of plans.</summary>
internal sealed class AreaPlanConnectionType() : ConnectionType<MandateMatter<AreaPlan>, AreaPlanType, AreaPlanEdgeType>("AreaPlan", "plans (规划)");

/// <summary>One of a list of suggestions.</summary>
internal sealed class TownshipSuggestionEdgeType() : EdgeType<MandateMatter<TownshipSuggestion>, TownshipSuggestionType>("TownshipSuggestion", "suggestions (建议)");

/// <summary>A page of suggestions.</summary>
internal sealed class TownshipSuggestionConnectionType()
    : ConnectionType<MandateMatter<TownshipSuggestion>, TownshipSuggestionType, TownshipSuggestionEdgeType>("TownshipSuggestion", "suggestions (建议)");

/// <summary>One of a list of duties.</summary>
internal sealed class TownshipDutyEdgeType() : EdgeType<MandateMatter<TownshipDuty>, TownshipDutyType>("TownshipDuty", "new duties (新增职责)");

/// <summary>A page of duties.</summary>
internal sealed class TownshipDutyConnectionType() : ConnectionType<MandateMatter<TownshipDuty>, TownshipDutyType, TownshipDutyEdgeType>("TownshipDuty", "new duties (新增职责)");

/// <summary>One of a list of tasks.</summary>
internal sealed class AssignedTaskEdgeType() : EdgeType<MandateMatter<AssignedTask>, AssignedTaskType>("AssignedTask", "tasks (下派任务)");

/// <summary>A page of tasks.</summary>
internal sealed class AssignedTaskConnectionType() : ConnectionType<MandateMatter<AssignedTask>, AssignedTaskType, AssignedTaskEdgeType>("AssignedTask", "tasks (下派任务)");

/// <summary>One of a list of award activities.</summary>
internal sealed class AwardActivityEdgeType() : EdgeType<MandateMatter<AwardActivity>, AwardActivityType>("AwardActivity", "award activities (评比表彰活动)");

/// <summary>A page of award activities.</summary>
internal sealed class AwardActivityConnectionType() : ConnectionType<MandateMatter<AwardActivity>, AwardActivityType, AwardActivityEdgeType>("AwardActivity", "award activities (评比表彰活动)");

/// <summary>One of a list of results.</summary>
internal sealed class TownshipResultEdgeType() : EdgeType<MandateMatter<TownshipResult>, TownshipResultType>("TownshipResult", "townships' results (乡镇综合考核结果)");

/// <summary>A page of results.</summary>
internal sealed class TownshipResultConnectionType() : ConnectionType<MandateMatter<TownshipResult>, TownshipResultType, TownshipResultEdgeType>("TownshipResult", "townships' results (乡镇综合考核结果)");

/// <summary>One of a list of measures.</summary>
internal sealed class ResultMeasureEdgeType() : EdgeType<MandateMatter<ResultMeasure>, ResultMeasureType>("ResultMeasure", "measures (处理措施)");

/// <summary>A page of measures.</summary>
internal sealed class ResultMeasureConnectionType() : ConnectionType<MandateMatter<ResultMeasure>, ResultMeasureType, ResultMeasureEdgeType>("ResultMeasure", "measures (处理措施)");
