using GraphQL.Types;
using OpsHub.GraphQL.Cases;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Governance;

/// <summary>What every command to a governance file carries.</summary>
internal abstract class GovernanceInput : InputType
{
    protected GovernanceInput(string name, string description) : base(name, description)
    {
        Needs<StringGraphType>("commandId", CaseInput.CommandIdText);
        Needs<StringGraphType>("unit", "Code of the city, county or township whose it is; the actor's own (单位).");
        May<StringGraphType>("expectedVersion", "The version that the actor had seen (版本): if others acted since, StaleVersionError. Left out: no check.");
    }
}

/// <summary>Construction.</summary>
internal sealed class SetConstructionInput : GovernanceInput
{
    public SetConstructionInput() : base("SetConstructionInput", "That something is built, or isn't after all (登记建设情况). T018, G028, G029, G033-G038, G058.")
    {
        Needs<ConstructionItemType>("item", "The item (项目).");
        May<StringGraphType>("topic", "Name of a department's topic, 1 to 50 characters (专题名称); for DEPARTMENT_TOPIC alone.");
        May<DayType>("builtOn", "Day on which it was built, not in the future (建成日期); left out: it is not built after all.");
    }
}

/// <summary>Uses of the fund.</summary>
internal sealed class FundUsesInput : InputType
{
    public FundUsesInput() : base("FundUsesInput", "The three uses of the special fund, in yuan with at most two decimals (经费用途). G045.")
    {
        Needs<DecimalType>("platforms", "Information platforms of the four levels (四级信息平台建设).");
        Needs<DecimalType>("dataUpdate", "Collecting and updating data (数据采集更新).");
        Needs<DecimalType>("flow", "Flow of data and matters (信息流转).");
    }
}

/// <summary>Obligation.</summary>
internal sealed class RecordObligationInput : GovernanceInput
{
    public RecordObligationInput() : base("RecordObligationInput", "What was done about something owed (登记应办事项). G026, G042, G044, G057, G061; the plan has setGovernancePlan.")
    {
        Needs<ObligationKindType>("kind", "Kind (事项).");
        Needs<DayType>("on", "Day, not in the future (日期).");
        Needs<StringGraphType>("record", "Document, or title of the post, 1 to 200 characters; no names (文件或岗位).");
        May<IntGraphType>("year", "Year for which it is, for what comes every year (年度); that of the day when left out. A late one is accepted and marked.");
        May<FundUsesInput>("funds", "Uses of the special fund (经费用途); a fund of nothing leaves it open.");
    }
}

/// <summary>Staff.</summary>
internal sealed class SetCommandStaffInput : GovernanceInput
{
    public SetCommandStaffInput() : base("SetCommandStaffInput", "How many work in the grid command centre (指挥中心人员). COMMAND_CENTRE_FULL above 7; below 5 flagged. G016.") =>
        Needs<IntGraphType>("members", "Members, 0 to 7 (人数).");
}

/// <summary>A measure.</summary>
internal sealed class PlanMeasureInput : InputType
{
    public PlanMeasureInput() : base("PlanMeasureInput", "A measure of the plan (方案措施). G043.")
    {
        Needs<StringGraphType>("text", "What is done, 1 to 500 characters (措施).");
        May<StringGraphType>("owner", "Organ or post responsible, up to 100 characters, never a name (责任单位、岗位); left out: warned.");
    }
}

/// <summary>Plan.</summary>
internal sealed class SetGovernancePlanInput : GovernanceInput
{
    public SetGovernancePlanInput() : base("SetGovernancePlanInput", "The plan's measures (工作方案). G043.") => NeedsMany<PlanMeasureInput>("measures", "All measures, up to 100 (措施).");
}

/// <summary>A component.</summary>
internal sealed class PostComponentInput : InputType
{
    public PostComponentInput() : base("WorkerPostComponentInput", "A component of the assessment of a post (考核内容). G051.")
    {
        Needs<StringGraphType>("label", "Name, 1 to 100 characters (名称).");
        Needs<DecimalType>("weight", "Weight above 0 and at most 1, with at most six decimals (权重).");
    }
}

/// <summary>A post's part.</summary>
internal sealed class PostSchemeInput : InputType
{
    public PostSchemeInput() : base("WorkerPostSchemeInput", "The part of a scheme for a kind of post (岗位考核标准). G051.")
    {
        Needs<WorkerPostType>("post", "Kind of post, each once (岗位类别).");
        NeedsMany<PostComponentInput>("components", "Components, 1 to 50, weights summing to exactly 1 (考核内容).");
    }
}

/// <summary>Scheme.</summary>
internal sealed class ActivateWorkerSchemeInput : GovernanceInput
{
    public ActivateWorkerSchemeInput() : base("ActivateWorkerSchemeInput", "The assessment scheme of grid workers (网格员考核办法). WORKER_SCHEME_ACTIVE while another is active. G027, G051.")
    {
        Needs<StringGraphType>("title", "Name, 1 to 100 characters (名称).");
        NeedsMany<PostSchemeInput>("posts", "A part for each kind of post (岗位考核标准).");
    }
}

/// <summary>Retiring.</summary>
internal sealed class RetireWorkerSchemeInput : GovernanceInput
{
    public RetireWorkerSchemeInput() : base("RetireWorkerSchemeInput", "Retiring the assessment scheme of grid workers (停用网格员考核办法). G027.") =>
        Needs<StringGraphType>("reason", "Why, 1 to 200 characters (原因).");
}

/// <summary>Delegation.</summary>
internal sealed class DelegatePowersInput : GovernanceInput
{
    public DelegatePowersInput() : base("DelegatePowersInput", "Powers handed down, with five things stated, 1 to 500 characters each (下放事项). DELEGATION_INCOMPLETE where one is missing. T025.")
    {
        May<StringGraphType>("matter", "What is handed down (下放事项).");
        May<StringGraphType>("procedure", "How (下放程序).");
        May<StringGraphType>("legalBasis", "Legal basis (法律依据).");
        May<StringGraphType>("operationRules", "Rules of operation (运行规则).");
        May<StringGraphType>("responsibility", "Relation of powers and responsibilities (权责关系).");
    }
}

/// <summary>Ending a delegation.</summary>
internal sealed class EndDelegationInput : GovernanceInput
{
    public EndDelegationInput() : base("EndDelegationInput", "Ending a delegation (收回下放事项). T025.")
    {
        Needs<IntGraphType>("number", "Its number (序号).");
        Needs<StringGraphType>("reason", "Why, 1 to 500 characters (原因).");
    }
}

/// <summary>Owner.</summary>
internal sealed class SetPowerOwnersInput : GovernanceInput
{
    public SetPowerOwnersInput() : base("SetPowerOwnersInput", "Who owns a matter of the power and responsibility list (权责清单). More than one is accepted and flagged; none takes it off the list. T026.")
    {
        Needs<StringGraphType>("matter", "The matter, 1 to 200 characters (事项).");
        NeedsMany<PowerOwnerType>("owners", "Who owns it (归属).");
    }
}

/// <summary>Campaign.</summary>
internal sealed class OpenCampaignInput : GovernanceInput
{
    public OpenCampaignInput() : base("OpenCampaignInput", "A focused campaign (突出问题集中整治). G054.")
    {
        Needs<StringGraphType>("title", "Name, 1 to 100 characters (名称).");
        NeedsMany<StringGraphType>("categories", "Categories of cases, 1 to 20 (案件类别): their cases reported during it are linked.");
        Needs<DayType>("from", "First day (起).");
        Needs<DayType>("until", "Last day, within two years (止).");
    }
}

/// <summary>Closing.</summary>
internal sealed class CloseCampaignInput : GovernanceInput
{
    public CloseCampaignInput() : base("CloseCampaignInput", "Closing a campaign (集中整治结束). G054.")
    {
        Needs<IntGraphType>("number", "Its number (序号).");
        Needs<StringGraphType>("outcome", "What came of it, 1 to 1,000 characters (整治成效).");
    }
}

/// <summary>Meeting.</summary>
internal sealed class RecordRegularMeetingInput : GovernanceInput
{
    public RecordRegularMeetingInput() : base("RecordRegularMeetingInput", "A regular work meeting (工作例会). T020: one of a cycle closed as missed is accepted and marked late.")
    {
        Needs<DayType>("on", "Day, not in the future (日期).");
        Needs<StringGraphType>("minutes", "Reference of the minutes, 1 to 200 characters (会议纪要).");
        Needs<IntGraphType>("attended", "Member units that took part, 0 to 500 (参会单位数).");
    }
}

/// <summary>What every command to a report carries.</summary>
internal abstract class AnalysisInput : InputType
{
    protected AnalysisInput(string name, string description) : base(name, description)
    {
        Needs<StringGraphType>("commandId", CaseInput.CommandIdText);
        Needs<IdGraphType>("reportId", "Global id of the report.");
    }
}

/// <summary>Editing.</summary>
internal sealed class EditAnalysisReportInput : AnalysisInput
{
    public EditAnalysisReportInput() : base("EditAnalysisReportInput", "Changing a draft's text (修改分析研判报告). T023.") => Needs<StringGraphType>("text", "The text, 1 to 8,000 characters; no names (内容).");
}

/// <summary>Adopting.</summary>
internal sealed class AdoptAnalysisReportInput() : AnalysisInput("AdoptAnalysisReportInput", "Adopting a report: it stays as it is from then on (采用分析研判报告). T023.");
