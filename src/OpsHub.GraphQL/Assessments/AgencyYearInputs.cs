using GraphQL.Types;
using OpsHub.GraphQL.Cases;
using OpsHub.GraphQL.Consultations;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Assessments;

/// <summary>What every command to an agency's year carries.</summary>
internal abstract class AgencyYearInput : InputType
{
    protected AgencyYearInput(string name, string description) : base(name, description)
    {
        Needs<StringGraphType>("commandId", CaseInput.CommandIdText);
        Needs<IdGraphType>("yearId", "Global id of the agency's year.");
        May<StringGraphType>("expectedVersion", "The year's version that the actor had seen (版本): if others acted since, StaleVersionError. Left out: no check.");
        May<InstantType>("occurredAt", ConsultationInput.OccurredAtText);
    }
}

/// <summary>A township's weight.</summary>
internal sealed class TownshipWeightInput : InputType
{
    public TownshipWeightInput() : base("TownshipWeightInput", "The weight of a township served (权重). A026.")
    {
        Needs<StringGraphType>("township", "Code of the township (乡镇、街道).");
        Needs<DecimalType>("weight", "Above 0, at most 1, at most six decimals; all sum to exactly 1.");
    }
}

/// <summary>Weights.</summary>
internal sealed class SetTownshipWeightsInput : AgencyYearInput
{
    public SetTownshipWeightsInput() : base("SetTownshipWeightsInput", "Weights of the townships served (设定权重). A026.") =>
        NeedsMany<TownshipWeightInput>("weights", "One for each township served, together exactly 1 (权重).");
}

/// <summary>Duties.</summary>
internal sealed class ListLocalDutiesInput : AgencyYearInput
{
    public ListLocalDutiesInput() : base("ListLocalDutiesInput", "The agency's local duties (梳理属地职责). A037.") =>
        NeedsMany<StringGraphType>("duties", "1 to 100 duties, each 1 to 500 characters (属地职责).");
}

/// <summary>A target.</summary>
internal sealed class NewTargetInput : InputType
{
    public NewTargetInput() : base("NewTargetInput", "A target of the plan (年度目标). A020.")
    {
        Needs<StringGraphType>("text", "What, 1 to 500 characters (目标任务).");
        Needs<StringGraphType>("measure", "How it is measured, 1 to 300 characters (衡量标准).");
        Needs<DayType>("due", "Until when, a day of the year (完成时限).");
    }
}

/// <summary>Plan.</summary>
internal sealed class DraftYearPlanInput : AgencyYearInput
{
    public DraftYearPlanInput() : base("DraftYearPlanInput", "The plan's targets (拟定年度计划). A038; negotiations made before hold only for what was drafted then.") =>
        NeedsMany<NewTargetInput>("targets", "1 to 50 targets (年度目标).");
}

/// <summary>Negotiated.</summary>
internal sealed class NegotiateYearPlanInput() : AgencyYearInput("NegotiateYearPlanInput", "A served township confirms that the plan was negotiated with it (协商年度计划). A038.");

/// <summary>Determined.</summary>
internal sealed class DetermineYearPlanInput : AgencyYearInput
{
    public DetermineYearPlanInput() : base("DetermineYearPlanInput", "The performance organ determines the plan instead (认定年度计划). A038.") =>
        Needs<StringGraphType>("reason", "Why, 1 to 500 characters (理由).");
}

/// <summary>Submitted.</summary>
internal sealed class SubmitYearPlanInput() : AgencyYearInput("SubmitYearPlanInput", "The plan goes to the department (报派出部门). A038.");

/// <summary>Consent.</summary>
internal sealed class ConsentToYearPlanInput() : AgencyYearInput("ConsentToYearPlanInput", "The department's consent (同意年度计划). A039.");

/// <summary>Objection.</summary>
internal sealed class ObjectToYearPlanInput : AgencyYearInput
{
    public ObjectToYearPlanInput() : base("ObjectToYearPlanInput", "The department's objection: back to the draft (不同意年度计划). A039.") =>
        Needs<StringGraphType>("reason", "Why, 1 to 500 characters (理由).");
}

/// <summary>Signature.</summary>
internal sealed class SignResponsibilityLetterInput() : AgencyYearInput("SignResponsibilityLetterInput", "A signature under the letter (签订责任书). A040: the agency's head or the host township, each once.");

/// <summary>Progress.</summary>
internal sealed class ReportTargetProgressInput : AgencyYearInput
{
    public ReportTargetProgressInput() : base("ReportTargetProgressInput", "Progress of a target (报告目标进度). A020.")
    {
        Needs<IntGraphType>("target", "Number of the target, from 1 (目标序号).");
        Needs<IntGraphType>("percent", "0 to 100 (进度).");
        May<StringGraphType>("note", "At most 1,000 characters (说明).");
    }
}

/// <summary>Confirmation.</summary>
internal sealed class ConfirmTargetInput : AgencyYearInput
{
    public ConfirmTargetInput() : base("ConfirmTargetInput", "The host confirms a target as done, or takes that back (确认目标完成). A020.")
    {
        Needs<IntGraphType>("target", "Number of the target, from 1 (目标序号).");
        Needs<BooleanGraphType>("done", "True: done; false: not done after all (已完成).");
        May<StringGraphType>("note", "At most 1,000 characters (说明).");
    }
}

/// <summary>Key work.</summary>
internal sealed class RecordKeyWorkInput : AgencyYearInput
{
    public RecordKeyWorkInput() : base("RecordKeyWorkInput", "A piece of the township's key work that asked for the agency (记录重点工作). A021.")
    {
        Needs<StringGraphType>("text", "What, 1 to 500 characters (内容); no names of persons.");
        Needs<BooleanGraphType>("tookPart", "Whether the agency took part (已参与).");
        May<StringGraphType>("reference", "Reference of its record, at most 200 characters (记录编号).");
    }
}
