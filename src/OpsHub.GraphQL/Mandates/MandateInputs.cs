using GraphQL.Types;
using OpsHub.GraphQL.Cases;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Mandates;

/// <summary>What every command about townships' rights and duties carries.</summary>
internal abstract class MandateInput : InputType
{
    protected MandateInput(string name, string description) : base(name, description)
    {
        Needs<StringGraphType>("commandId", CaseInput.CommandIdText);
        Needs<StringGraphType>("county", "Code of the county (县市区), 6 digits.");
        May<StringGraphType>("expectedVersion", "The record's version that the actor had seen (版本): if others acted since, StaleVersionError. For those who read all of it. Left out: no check.");
    }

    protected void Matter(string name, string description) => Needs<IntGraphType>(name, description + ", by its number (序号).");

    protected void Townships(string description) => NeedsMany<StringGraphType>("townships", description + " by code, 9 digits, 1 to 100, none twice.");

    protected void Transfers()
    {
        May<StringGraphType>("power", "Power that goes along (权随责转), at most 300 characters.");
        May<StringGraphType>("staff", "Staff that goes along (人随事转), posts and counts, at most 300 characters; no names of persons.");
        May<StringGraphType>("funds", "Funds that go along (费随事转), at most 300 characters.");
    }
}

/// <summary>Opening a plan.</summary>
internal sealed class OpenAreaPlanInput : MandateInput
{
    public OpenAreaPlanInput() : base("OpenAreaPlanInput", "A plan that touches townships' areas (规划征求意见). T012.")
    {
        Needs<StringGraphType>("title", "Title, 1 to 100 characters (名称).");
        Needs<StringGraphType>("content", "What it plans, 1 to 1,000 characters (内容).");
        Townships("Townships whose areas it touches (涉及的乡镇街道),");
    }
}

/// <summary>An opinion.</summary>
internal sealed class GiveAreaOpinionInput : MandateInput
{
    public GiveAreaOpinionInput() : base("GiveAreaOpinionInput", "A township's opinion on a plan (提出规划意见); a late one is taken and marked. T012.")
    {
        Matter("plan", "The plan");
        Needs<StringGraphType>("text", "The opinion, 1 to 500 characters (意见).");
    }
}

/// <summary>Closing a plan.</summary>
internal sealed class CloseAreaPlanInput : MandateInput
{
    public CloseAreaPlanInput() : base("CloseAreaPlanInput", "The plan is closed (规划定稿): without a township's opinion it is flagged. T012.") => Matter("plan", "The plan");
}

/// <summary>A suggestion.</summary>
internal sealed class MakeTownshipSuggestionInput : MandateInput
{
    public MakeTownshipSuggestionInput() : base("MakeTownshipSuggestionInput", "A township's suggestion on a superior's major decision or project (提出建议). T013.")
    {
        May<SuggestionSubjectType>("subject", "Decision or project (建议对象); required.");
        Needs<StringGraphType>("title", "Which one, 1 to 100 characters (名称).");
        Needs<StringGraphType>("text", "What is suggested, 1 to 1,000 characters (建议内容).");
        Needs<StringGraphType>("to", "Who is to reply (答复单位): the county `430203`, or one of its departments `430203:D12`.");
    }
}

/// <summary>An answer.</summary>
internal sealed class AnswerTownshipSuggestionInput : MandateInput
{
    public AnswerTownshipSuggestionInput() : base("AnswerTownshipSuggestionInput", "The answer to a suggestion (答复建议); a late one is taken and marked. T013.")
    {
        Matter("suggestion", "The suggestion");
        May<SuggestionAnswerType>("answer", "What becomes of it (答复结果); required.");
        Needs<StringGraphType>("text", "The reply, 1 to 1,000 characters (答复内容).");
    }
}

/// <summary>Proposing a duty.</summary>
internal sealed class ProposeTownshipDutyInput : MandateInput
{
    public ProposeTownshipDutyInput() : base("ProposeTownshipDutyInput", "A new duty (申报新增职责): a department proposes, the county reviews. R034.")
    {
        Needs<StringGraphType>("title", "Title, 1 to 100 characters (名称).");
        Needs<StringGraphType>("content", "What is to be done, 1 to 1,000 characters (内容).");
        Townships("Townships that it is for (适用乡镇街道),");
        May<BooleanGraphType>("forCommunities", "It is put on their communities, not on the townships themselves (由社区、村承担). R036.", false);
        Transfers();
    }
}

/// <summary>Approving a duty.</summary>
internal sealed class ApproveTownshipDutyInput : MandateInput
{
    public ApproveTownshipDutyInput() : base("ApproveTownshipDutyInput", "The county's approval (批准新增职责): TRANSFER_MISSING without power, staff or funds, from here or from the proposal. R034, R035.")
    {
        Matter("duty", "The duty");
        Needs<StringGraphType>("approval", "Approval number (批准文号), 1 to 100 characters, not used before in the county.");
        Transfers();
    }
}

/// <summary>Refusing a duty.</summary>
internal sealed class RefuseTownshipDutyInput : MandateInput
{
    public RefuseTownshipDutyInput() : base("RefuseTownshipDutyInput", "The county refuses a new duty (不予批准). R034.")
    {
        Matter("duty", "The duty");
        Needs<StringGraphType>("reason", "Why, 1 to 500 characters (理由).");
    }
}

/// <summary>Putting a duty into force.</summary>
internal sealed class ActivateTownshipDutyInput : MandateInput
{
    public ActivateTownshipDutyInput() : base("ActivateTownshipDutyInput", "A duty takes effect (职责生效): DUTY_NOT_APPROVED without the county's approval. R034.") => Matter("duty", "The duty");
}

/// <summary>Ending a duty.</summary>
internal sealed class EndTownshipDutyInput : MandateInput
{
    public EndTownshipDutyInput() : base("EndTownshipDutyInput", "A duty ends (终止职责): nothing new rests on it. R034.")
    {
        Matter("duty", "The duty");
        Needs<StringGraphType>("reason", "Why, 1 to 500 characters (理由).");
    }
}

/// <summary>Giving a task.</summary>
internal sealed class AssignTaskInput : MandateInput
{
    public AssignTaskInput() : base("AssignTaskInput", "A task for a township or community (下派任务): NOT_ADMITTED without an approval of this department that is in force and covers the unit. T014, R036, W013.")
    {
        Needs<StringGraphType>("unit", "Township or community (承办单位), 9 or 12 digits.");
        Needs<StringGraphType>("title", "Title, 1 to 100 characters (名称).");
        Needs<StringGraphType>("content", "What is to be done, 1 to 1,000 characters (内容).");
        May<StringGraphType>("reference", "Approval number, of a community's task also the code of an admitted item (依据); refused without.");
        Needs<DayType>("until", "Last day, after today (办理期限).");
    }
}

/// <summary>Reporting a task done.</summary>
internal sealed class FinishTaskInput : MandateInput
{
    public FinishTaskInput() : base("FinishTaskInput", "The unit reports a task done (办结任务); late, it is taken and marked. T014.")
    {
        Matter("task", "The task");
        Needs<StringGraphType>("report", "What was done, 1 to 1,000 characters (办结说明).");
    }
}

/// <summary>Withdrawing a task.</summary>
internal sealed class WithdrawTaskInput : MandateInput
{
    public WithdrawTaskInput() : base("WithdrawTaskInput", "A task that is not done is withdrawn (撤回任务): it stays readable, and nobody owes it any more. T014.")
    {
        Matter("task", "The task");
        Needs<StringGraphType>("reason", "Why, 1 to 500 characters (撤回原因).");
    }
}

/// <summary>Admitting an item.</summary>
internal sealed class AdmitCommunityItemInput : MandateInput
{
    public AdmitCommunityItemInput() : base("AdmitCommunityItemInput", "An item is admitted to communities' work (事项准入). R036, W013.")
    {
        Needs<StringGraphType>("code", "Code, 1 to 40 characters (事项代码).");
        Needs<StringGraphType>("title", "Title, 1 to 100 characters (名称).");
        Needs<StringGraphType>("basis", "List or committee's decision that it rests on, 1 to 200 characters (依据).");
    }
}

/// <summary>Taking an item out.</summary>
internal sealed class WithdrawCommunityItemInput : MandateInput
{
    public WithdrawCommunityItemInput() : base("WithdrawCommunityItemInput", "An admitted item is taken out (事项退出). R036, W013.")
    {
        Needs<StringGraphType>("code", "Its code (事项代码).");
        Needs<StringGraphType>("reason", "Why, 1 to 500 characters (理由).");
    }
}

/// <summary>Entering an activity.</summary>
internal sealed class CreateAwardActivityInput : MandateInput
{
    public CreateAwardActivityInput() : base("CreateAwardActivityInput", "An award activity aimed at townships (登记评比表彰活动): AWARD_NOT_APPROVED without the reference of its approval. T110.")
    {
        Needs<StringGraphType>("title", "Title, 1 to 100 characters (名称).");
        Townships("Townships that it is aimed at (参加的乡镇街道),");
        May<StringGraphType>("approval", "Reference of its approval (批准文号), at most 100 characters; refused without.");
    }
}

/// <summary>Recording a result.</summary>
internal sealed class RecordTownshipResultInput : MandateInput
{
    public RecordTownshipResultInput() : base("RecordTownshipResultInput", "A township's comprehensive result, or its revision (登记乡镇考核结果). T108, T109.")
    {
        Needs<StringGraphType>("township", "Code of the township (乡镇街道), 9 digits.");
        Needs<IntGraphType>("year", "The year, 2018 to the present one (年度).");
        Needs<DecimalType>("score", "Score, 0 to 100, at most four decimals (得分).");
        Needs<DecimalType>("satisfaction", "Satisfaction of the masses, 0 to 100, at most four decimals (群众满意度).");
        May<StringGraphType>("reason", "Why it is revised, at most 500 characters (修订理由); required then.");
    }
}

/// <summary>Taking a measure.</summary>
internal sealed class TakeResultMeasureInput : MandateInput
{
    public TakeResultMeasureInput() : base("TakeResultMeasureInput", "A measure that follows from a poor result (采取措施): four kinds, no order; NOT_FLAGGED where the result is not poor. T109.")
    {
        Matter("result", "The result");
        May<MeasureKindType>("kind", "Which of the four (措施); required.");
        Needs<StringGraphType>("grounds", "Why, 1 to 500 characters (理由); no names of persons.");
        Needs<DayType>("rectifyBy", "Last day to put it right, after today (整改期限).");
    }
}

/// <summary>Confirming.</summary>
internal sealed class ConfirmRectifiedInput : MandateInput
{
    public ConfirmRectifiedInput() : base("ConfirmRectifiedInput", "The county finds it put right (确认整改完成). T109.")
    {
        Matter("measure", "The measure");
        Needs<StringGraphType>("finding", "What was found, 1 to 500 characters (确认意见); no names of persons.");
    }
}
