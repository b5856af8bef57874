using GraphQL;
using GraphQL.Types;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Mandates;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Agencies;
using OpsHub.GraphQL.Calendars;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Hierarchy;
using OpsHub.GraphQL.Marks;
using OpsHub.GraphQL.Privacy;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Mandates;

/// <summary>What all matters have. A matter exists only for those who read it.</summary>
internal abstract class MandateMatterTypeOf<T> : Described<MandateMatter<T>>
{
    private readonly FreeText _text;

    protected MandateMatterTypeOf(string name, string description, FreeText text) : base(name, description)
    {
        _text = text;
        Interface<NodeInterface>();
        One<IdGraphType>("id", "Opaque global id.", m => GlobalId.OfMandate(name, m.Of.County, m.Number));
        One<IntGraphType>("number", "Number within the county (序号); commands name it.", m => (int)m.Number);
        Many<TermType>("terms", "Its open terms (期限); one that has ended is told by the trace.", m => m.Terms).WithAssumedSize(1);
    }

    // Who only looks has no need of a number that somebody wrote into a text.
    protected ValueTask<object?> Said(IResolveFieldContext context, string? text) => new(text is not null && Viewer.Of(context).Actor.Role is Role.Auditor or Role.Scheduler ? _text.Masked(text) : text);
}

/// <summary>A plan.</summary>
internal sealed class AreaPlanType : MandateMatterTypeOf<AreaPlan>
{
    public AreaPlanType(FreeText text, IHubDirectory directory) : base("AreaPlan", "A plan that touches townships' areas (涉及乡镇街道的规划): the opinion of each is asked for. T012.", text)
    {
        One<OrganType>("by", "Whose plan it is (提出单位).", m => m.Matter.By);
        AskOne<StringGraphType>("title", "Title (名称).", (context, m) => Said(context, m.Matter.Title));
        AskOne<StringGraphType>("content", "What it plans (内容).", (context, m) => Said(context, m.Matter.Content));
        Many<UnitType>("townships", "Townships whose areas it touches (涉及的乡镇街道).", m => m.Matter.Townships.Select(directory.Node)).WithAssumedSize(5);
        One<InstantType>("askedAt", "When opinions were asked for.", m => m.Matter.At);
        Many<AreaOpinionType>("opinions", "Opinions given (意见): a township reads its own, whose plan it is and the county all.",
            m => m.Matter.Opinions.Where(o => MandateAccess.Reads(m.Of.Actor, m.Of.County, m.Matter, o)).Select(o => new AreaOpinionNode(o, m.Of))).WithAssumedSize(3);
        Many<UnitType>("awaited", "Townships that have given none yet (尚未提出意见).", m => m.Matter.Awaited.Select(directory.Node)).WithAssumedSize(3);
        Maybe<InstantType>("closedAt", "When it was closed (定稿时间); null before.", m => m.Matter.ClosedAt);
        Many<UnitType>("missing", "Townships without an opinion when it was closed (缺少意见的乡镇街道): the warning stays, whatever comes later.", m => m.Matter.Missing.Select(directory.Node)).WithAssumedSize(2);
        One<BooleanGraphType>("flagged", "True when it was closed without the opinion of a township (提示).", m => !m.Matter.Missing.IsEmpty);
    }
}

/// <summary>An opinion with the record that it belongs to.</summary>
internal sealed record AreaOpinionNode(AreaOpinion Opinion, MandatesNode Of);

/// <summary>An opinion.</summary>
internal sealed class AreaOpinionType : Described<AreaOpinionNode>
{
    public AreaOpinionType(FreeText text, IHubDirectory directory) : base("AreaOpinion", "A township's opinion on a plan (规划意见). T012.")
    {
        One<UnitType>("township", "Who gave it (乡镇街道).", o => directory.Node(o.Opinion.Township));
        One<StringGraphType>("text", "What it says (意见).", o => o.Of.Actor.Role is Role.Auditor or Role.Scheduler ? text.Masked(o.Opinion.Text) : o.Opinion.Text);
        One<InstantType>("at", "When it was given.", o => o.Opinion.At);
        One<BooleanGraphType>("late", "True when it came after its term, or after the plan was closed (逾期).", o => o.Opinion.Late);
    }
}

/// <summary>A suggestion.</summary>
internal sealed class TownshipSuggestionType : MandateMatterTypeOf<TownshipSuggestion>
{
    public TownshipSuggestionType(FreeText text, IHubDirectory directory, MandatesReader reader)
        : base("TownshipSuggestion", "A township's suggestion on a superior's major decision or project (重大决策和重大项目的建议). T013.", text)
    {
        One<UnitType>("township", "Who makes it (乡镇街道).", m => directory.Node(m.Matter.Township));
        One<SuggestionSubjectType>("subject", "Decision or project (建议对象).", m => m.Matter.Subject);
        AskOne<StringGraphType>("title", "Which decision or project (名称).", (context, m) => Said(context, m.Matter.Title));
        AskOne<StringGraphType>("text", "What is suggested (建议内容).", (context, m) => Said(context, m.Matter.Text));
        One<OrganType>("to", "Who is to reply (答复单位): the county, or one of its departments.", m => m.Matter.To);
        One<InstantType>("at", "When it was made (提出时间).", m => m.Matter.At);
        One<BooleanGraphType>("unanswered", "True while it has no answer (未答复).", m => m.Matter.Answer is null);
        One<IntGraphType>("waitedDays", "Whole days that it has waited, or waited for its answer (等待天数), 0 or more.", m => (int)m.Matter.Waited(reader.Now).TotalDays);
        Maybe<SuggestionAnswerType>("answer", "What became of it (答复结果); null while unanswered.", m => m.Matter.Answer);
        AskMaybe<StringGraphType>("reply", "The reply (答复内容); null while unanswered.", (context, m) => Said(context, m.Matter.Reply));
        Maybe<InstantType>("repliedAt", "When it was answered (答复时间); null before.", m => m.Matter.RepliedAt);
        One<BooleanGraphType>("late", "True when it was answered after its term (逾期答复).", m => m.Matter.Late);
    }
}

/// <summary>A duty.</summary>
internal sealed class TownshipDutyType : MandateMatterTypeOf<TownshipDuty>
{
    public TownshipDutyType(FreeText text, IHubDirectory directory) : base("TownshipDuty", "A new duty for townships or communities (新增职责): reviewed by the county, with power, staff and funds. R034, R035.", text)
    {
        One<OrganType>("department", "Who proposes it (申报部门).", m => m.Matter.Department);
        AskOne<StringGraphType>("title", "Title (名称).", (context, m) => Said(context, m.Matter.Title));
        AskOne<StringGraphType>("content", "What is to be done (内容).", (context, m) => Said(context, m.Matter.Content));
        Many<UnitType>("townships", "Townships that it is for (适用乡镇街道).", m => m.Matter.Townships.Select(directory.Node)).WithAssumedSize(5);
        One<BooleanGraphType>("forCommunities", "True when it is put on their communities, not on the townships themselves (由社区、村承担). R036.", m => m.Matter.ForCommunities);
        AskMaybe<StringGraphType>("power", "Power that goes along (权随责转); null where none is named yet.", (context, m) => Said(context, m.Matter.Transfers.GetValueOrDefault(DutyTransfer.Power)));
        AskMaybe<StringGraphType>("staff", "Staff that goes along (人随事转), as posts and counts; null where none is named yet.", (context, m) => Said(context, m.Matter.Transfers.GetValueOrDefault(DutyTransfer.Staff)));
        AskMaybe<StringGraphType>("funds", "Funds that go along (费随事转); null where none are named yet.", (context, m) => Said(context, m.Matter.Transfers.GetValueOrDefault(DutyTransfer.Funds)));
        One<InstantType>("proposedAt", "When it was proposed (申报时间).", m => m.Matter.At);
        One<DutyStageType>("stage", "Where it stands (环节).", m => m.Matter.Stage);
        Maybe<StringGraphType>("approval", "Approval number (批准文号); null before the approval.", m => m.Matter.Approval);
        Maybe<InstantType>("decidedAt", "When the county decided (审核时间); null before.", m => m.Matter.DecidedAt);
        One<BooleanGraphType>("late", "True when it decided after the term (逾期审核).", m => m.Matter.Late);
        AskMaybe<StringGraphType>("reason", "Why it was refused or ended (理由); null otherwise.", (context, m) => Said(context, m.Matter.Reason));
    }
}

/// <summary>A task.</summary>
internal sealed class AssignedTaskType : MandateMatterTypeOf<AssignedTask>
{
    public AssignedTaskType(FreeText text, IHubDirectory directory) : base("AssignedTask", "A task that a department gives to a township or community (下派任务): it rests on an approval in force. T014, R036.", text)
    {
        One<OrganType>("department", "Who gives it (下派部门).", m => m.Matter.Department);
        One<UnitType>("unit", "Township or community (承办单位).", m => directory.Node(m.Matter.Unit));
        AskOne<StringGraphType>("title", "Title (名称).", (context, m) => Said(context, m.Matter.Title));
        AskOne<StringGraphType>("content", "What is to be done (内容).", (context, m) => Said(context, m.Matter.Content));
        One<StringGraphType>("reference", "Approval number, or code of the admitted item, that it rests on (依据).", m => m.Matter.Reference);
        One<DayType>("until", "Last day (办理期限).", m => m.Matter.Until);
        One<InstantType>("assignedAt", "When it was given (下派时间).", m => m.Matter.At);
        Maybe<InstantType>("doneAt", "When the unit reported it done (办结时间); null before.", m => m.Matter.DoneAt);
        AskMaybe<StringGraphType>("report", "What it reported (办结说明); null before.", (context, m) => Said(context, m.Matter.Report));
        One<BooleanGraphType>("late", "True when it was done after the last day (逾期办结).", m => m.Matter.Late);
        Maybe<InstantType>("withdrawnAt", "When it was withdrawn (撤回时间); null otherwise.", m => m.Matter.WithdrawnAt);
        AskMaybe<StringGraphType>("withdrawnWhy", "Why it was withdrawn (撤回原因); null otherwise.", (context, m) => Said(context, m.Matter.WithdrawnWhy));
    }
}

/// <summary>An award activity.</summary>
internal sealed class AwardActivityType : MandateMatterTypeOf<AwardActivity>
{
    public AwardActivityType(FreeText text, IHubDirectory directory) : base("AwardActivity", "An award or demonstration activity aimed at townships (评比表彰、示范创建活动): only with an approval. T110.", text)
    {
        One<OrganType>("by", "Who holds it (主办单位).", m => m.Matter.By);
        AskOne<StringGraphType>("title", "Title (名称).", (context, m) => Said(context, m.Matter.Title));
        Many<UnitType>("townships", "Townships that it is aimed at (参加的乡镇街道).", m => m.Matter.Townships.Select(directory.Node)).WithAssumedSize(5);
        One<StringGraphType>("approval", "Reference of its approval (批准文号).", m => m.Matter.Approval);
        One<InstantType>("enteredAt", "When it was entered (登记时间).", m => m.Matter.At);
    }
}
