using GraphQL;
using GraphQL.Types;
using OpsHub.Domain.Governance;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Marks;

namespace OpsHub.GraphQL.Governance;

/// <summary>An item to be built.</summary>
internal sealed class ConstructionItemInfoType : Described<ShownItem>
{
    public ConstructionItemInfoType() : base("ConstructionItemInfo", "Something to be built (建设项目), and when it was.")
    {
        One<ConstructionItemType>("item", "The item (项目).", i => i.Rule.Item);
        One<ConstructionSetType>("set", "With what it is counted (类别).", i => i.Rule.Set);
        One<StringGraphType>("rule", "Rule id (规则).", i => i.Rule.Rule);
        One<StringGraphType>("title", "Chinese name (名称); of a department's topic its own.", i => i.Name ?? i.Rule.Zh);
        One<StringGraphType>("titleEn", "English name; of a department's topic its own.", i => i.Name ?? i.Rule.En);
        Maybe<DayType>("dueOn", "Last day (截止日期); null where the text gives none.", i => i.Rule.Due);
        Maybe<DayType>("builtOn", "Day on which it was built (建成日期); null while it is not.", i => i.On);
        One<BooleanGraphType>("late", "True when it was built after its last day (逾期建成).", i => i.On > i.Rule.Due);
    }
}

/// <summary>A record of what was done.</summary>
internal sealed class ObligationRecordType : Described<ObligationRecord>
{
    public ObligationRecordType() : base("ObligationRecord", "What was done about something owed (办理记录).")
    {
        One<ObligationKindType>("kind", "Kind (事项).", r => r.Kind);
        Maybe<IntGraphType>("year", "The year, for what comes every year (年度).", r => r.Year);
        One<DayType>("on", "Day (日期).", r => r.On);
        One<StringGraphType>("record", "Document, or title of the post (文件或岗位).", r => r.Record);
        Maybe<FundUsesType>("funds", "Uses of the special fund (经费用途); null for all others. G045.", r => r.Funds);
    }
}

/// <summary>Uses of the fund.</summary>
internal sealed class FundUsesType : Described<FundUses>
{
    public FundUsesType() : base("FundUses", "The three uses of the special fund, in yuan (经费用途). G045.")
    {
        One<DecimalType>("platforms", "Information platforms of the four levels (四级信息平台建设).", f => f.Platforms);
        One<DecimalType>("dataUpdate", "Collecting and updating data (数据采集更新).", f => f.DataUpdate);
        One<DecimalType>("flow", "Flow of data and matters (信息流转).", f => f.Flow);
        One<DecimalType>("total", "All of it (合计).", f => f.Total);
    }
}

/// <summary>A measure.</summary>
internal sealed class PlanMeasureType : Described<PlanMeasure>
{
    public PlanMeasureType() : base("PlanMeasure", "A measure of a county's plan (方案措施). G043.")
    {
        One<StringGraphType>("text", "What is done (措施).", m => m.Text);
        Maybe<StringGraphType>("owner", "Organ or post responsible (责任单位、岗位); null: warned.", m => m.Owner);
    }
}

/// <summary>The scheme of grid workers.</summary>
internal sealed class WorkerSchemeType : Described<WorkerScheme>
{
    public WorkerSchemeType() : base("WorkerScheme", "How grid workers of a county are assessed (网格员考核办法): one active, by post. G027, G051.")
    {
        One<StringGraphType>("name", "Name (名称).", s => s.Name);
        One<DayType>("from", "Day from which it is active (启用日期).", s => s.From);
        AskMany<PostSchemeType>("posts", "The parts by kind of post (岗位考核标准). G051.", (context, s) => new(
            context.GetArgument<WorkerPost?>("post") is { } post ? s.Posts.FindAll(p => p.Post == post) : s.Posts)).Argument<WorkerPostType>("post", "Only of this kind of post (岗位类别).").WithAssumedSize(2);
    }
}

/// <summary>The part for a kind of post.</summary>
internal sealed class PostSchemeType : Described<PostScheme>
{
    public PostSchemeType() : base("WorkerPostScheme", "The part of a scheme for a kind of post (岗位考核标准). G051.")
    {
        One<WorkerPostType>("post", "Kind of post (岗位类别).", p => p.Post);
        Many<PostComponentType>("components", "Components; weights sum to 1 (考核内容).", p => p.Components).WithAssumedSize(6);
    }
}

/// <summary>A component.</summary>
internal sealed class PostComponentType : Described<PostComponent>
{
    public PostComponentType() : base("WorkerPostComponent", "A component of the assessment of a post (考核内容).")
    {
        One<StringGraphType>("name", "Name (名称).", c => c.Name);
        One<DecimalType>("weight", "Weight above 0; all sum to 1 (权重).", c => c.Weight);
    }
}

/// <summary>A delegation.</summary>
internal sealed class PowerDelegationType : Described<Delegation>
{
    public PowerDelegationType() : base("PowerDelegation", "Powers handed down (下放事项), with all five things that must be stated. T025.")
    {
        One<IntGraphType>("number", "Its number within the city (序号).", d => d.Number);
        One<StringGraphType>("matter", "What is handed down (下放事项).", d => d.Matter);
        One<StringGraphType>("procedure", "How (下放程序).", d => d.Procedure);
        One<StringGraphType>("legalBasis", "Legal basis (法律依据).", d => d.LegalBasis);
        One<StringGraphType>("operationRules", "Rules of operation (运行规则).", d => d.OperationRules);
        One<StringGraphType>("responsibility", "Relation of powers and responsibilities (权责关系).", d => d.Responsibility);
        One<InstantType>("recordedAt", "When it was recorded (登记时间).", d => d.At);
    }
}

/// <summary>An entry of the list.</summary>
internal sealed class PowerEntryType : Described<PowerEntry>
{
    public PowerEntryType() : base("PowerEntry", "An entry of a township's power and responsibility list (权责清单事项). T026.")
    {
        One<StringGraphType>("matter", "The matter (事项).", p => p.Matter);
        Many<PowerOwnerType>("owners", "Who owns it (归属); more than one is a conflict of boundaries.", p => p.Owners).WithAssumedSize(1);
        One<BooleanGraphType>("conflict", "True where more than one owns it (边界冲突).", p => p.Owners.Count > 1);
    }
}

/// <summary>A meeting.</summary>
internal sealed class RegularMeetingType : Described<RegularMeeting>
{
    public RegularMeetingType() : base("RegularMeeting", "A regular work meeting of a township (工作例会). T020.")
    {
        One<DayType>("on", "Day (日期).", m => m.On);
        One<StringGraphType>("minutes", "Reference of the minutes (会议纪要).", m => m.Minutes);
        One<IntGraphType>("attended", "Member units that took part (参会单位数).", m => m.Attended);
        One<BooleanGraphType>("late", "True when it was recorded after its cycle had been closed as missed (逾期补录).", m => m.Late);
    }
}

/// <summary>A missed cycle.</summary>
internal sealed class MissedCycleType : Described<MissedCycle>
{
    public MissedCycleType() : base("MissedCycle", "A cycle without a regular meeting (未召开例会的周期). T020.")
    {
        One<DayType>("from", "First day (起).", c => c.From);
        One<DayType>("until", "Last day (止).", c => c.Until.AddDays(-1));
    }
}
