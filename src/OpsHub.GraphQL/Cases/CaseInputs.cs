using GraphQL.Types;
using OpsHub.Domain.Cases;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Cases;

/// <summary>What every command to a case that exists carries.</summary>
internal abstract class CaseInput : InputType
{
    protected CaseInput(string name, string description) : base(name, description)
    {
        Needs<StringGraphType>("commandId", CommandIdText);
        Needs<IdGraphType>("caseId", "Global id of the case.");
        May<StringGraphType>("expectedVersion", "The case's version that the actor had seen (版本): if others acted since, StaleVersionError. Left out: no check.");
    }

    public const string CommandIdText = "Chosen by the caller (命令编号), 1 to 100 characters: the same id of the same account changes nothing twice.";

    protected void Backdated() => May<InstantType>("occurredAt",
        "When it happened, if it is entered afterwards (补录); only keys that were granted it, never in the future nor before the last step. G019.");
}

/// <summary>Ticket of another system.</summary>
internal sealed class SourceInput : InputType
{
    public SourceInput() : base("SourceInput", "Ticket of another system from which a case came (来源工单): the same ticket is one case. G017.")
    {
        Needs<StringGraphType>("system", "Name of the system, 1 to 40 characters; `12345` is the role HOTLINE's, any other that of the integrator's key for which it is entered, else NotAllowedError.");
        Needs<StringGraphType>("number", "Its number there, 1 to 80 characters.");
    }
}

/// <summary>Report.</summary>
internal sealed class ReportCaseInput : InputType
{
    public ReportCaseInput() : base("ReportCaseInput", "A report (信息采集上报). SM1.1.")
    {
        Needs<StringGraphType>("commandId", CaseInput.CommandIdText);
        Needs<StringGraphType>("grid", "Code of the grid in which it lies (网格), 15 digits, within the actor's area. R046.");
        Needs<CaseKindType>("kind", "Component or event (案件性质). G008.");
        Needs<StringGraphType>("category", "Second-level category (事项类别), e.g. `Q01-01`. G006, G007.");
        Needs<StringGraphType>("title", "What is wrong (标题), 1 to 200 characters; no names of persons.");
        May<StringGraphType>("text", "More about it (内容), at most 4,000 characters; no names of persons.");
        May<CasePriorityType>("priority", "Priority (紧急程度); above ordinary it decides the limits.", CasePriority.Ordinary);
        Needs<CaseChannelType>("channel", "Where it came from (来源渠道); `HOTLINE_12345` is named by the role HOTLINE only, NotAllowedError for others. G017.");
        May<SourceInput>("source", "Ticket of another system (来源工单): one of the systems entered for the key, by any door. G017.");
        May<StringGraphType>("contact", "How to reach the reporter (联系方式), 1 to 200 characters; no name. Kept encrypted apart from the case, read by the handling units with readContact, erased some time after the case ended. "
            + "The first one given with a command id stays. `CONTACT_NOT_KEPT` where the hub has no key for it.");
        May<InstantType>("occurredAt", "When it was reported, if it is entered afterwards (补录); only keys that were granted it, never in the future. G019.");
    }
}

/// <summary>Accept.</summary>
internal sealed class AcceptCaseInput : CaseInput
{
    public AcceptCaseInput() : base("AcceptCaseInput", "Acceptance (受理). SM1.2.") => Backdated();
}

/// <summary>Decline.</summary>
internal sealed class DeclineCaseInput : CaseInput
{
    public DeclineCaseInput() : base("DeclineCaseInput", "Declining (不予受理). SM1.3, T019.")
    {
        Needs<StringGraphType>("reason", "Why (理由), 1 to 500 characters.");
        Needs<StringGraphType>("whereToTurn", "Who is in charge instead (告知去向), 1 to 200 characters.");
        Needs<DeclineGroundType>("ground", "One of the two grounds that there are.");
        Backdated();
    }
}

/// <summary>Triage.</summary>
internal sealed class TriageCaseInput : CaseInput
{
    public TriageCaseInput() : base("TriageCaseInput", "Triage (分析研判). SM1.5, R028.")
    {
        Needs<TriageClassType>("class", "Class, which decides who may lead (研判分类).");
        May<BooleanGraphType>("enforcement", "True when it takes enforcement powers (涉执法). R031.", false);
        Backdated();
    }
}

/// <summary>One organ of a dispatch.</summary>
internal sealed class DispatchPartyInput : InputType
{
    public DispatchPartyInput() : base("DispatchPartyInput", "One organ of a dispatch with its part (派单单位). G046.")
    {
        Needs<StringGraphType>("organ", "Code of a unit, agency or department that serves the place. R046.");
        Needs<DispatchPartType>("part", "Lead or assist; exactly one leads.");
    }
}

/// <summary>Dispatch.</summary>
internal sealed class DispatchCaseInput : CaseInput
{
    public DispatchCaseInput() : base("DispatchCaseInput", "Dispatch (派单). SM1.6, G046.")
    {
        NeedsMany<DispatchPartyInput>("parties", "Organs with their parts, 1 to 12, exactly one leading.");
        May<StringGraphType>("note", "Note to them (备注), at most 500 characters.");
        Backdated();
    }
}

/// <summary>Acceptance of a dispatch.</summary>
internal sealed class AcceptDispatchInput : CaseInput
{
    public AcceptDispatchInput() : base("AcceptDispatchInput", "Acceptance of a dispatch by the lead unit (接单). SM1.7.") => Backdated();
}

/// <summary>Return.</summary>
internal sealed class ReturnCaseInput : CaseInput
{
    public ReturnCaseInput() : base("ReturnCaseInput", "Return of a dispatch by the lead unit (退单). SM1.8.")
    {
        Needs<ReturnReasonType>("reason", "One of three reasons (退单理由).");
        Needs<StringGraphType>("note", "What exactly, 1 to 500 characters.");
        Backdated();
    }
}

/// <summary>Dispatch after a return.</summary>
internal sealed class RedispatchCaseInput : CaseInput
{
    public RedispatchCaseInput() : base("RedispatchCaseInput", "Dispatch after a return (重新派单). SM1.9, T022.")
    {
        NeedsMany<DispatchPartyInput>("parties", "Organs with their parts, 1 to 12, exactly one leading.");
        May<StringGraphType>("ruling", "The township's ruling (裁定), needed for the same lead again.");
        May<StringGraphType>("meetingRecord", "Reference of a meeting's record (协调会记录), as a note, at most 200 characters; after the second return recordMeeting comes first. T022.");
        May<BooleanGraphType>("grantNewTerm", "True: a new handling term begins; otherwise the old one runs on.", false);
        May<StringGraphType>("note", "Note to them (备注), at most 500 characters.");
        Backdated();
    }
}

/// <summary>Feedback.</summary>
internal sealed class FeedBackCaseInput : CaseInput
{
    public FeedBackCaseInput() : base("FeedBackCaseInput", "Feedback of the result by the lead unit (处置反馈). SM1.14.")
    {
        Needs<StringGraphType>("result", "What was done (处置结果), 1 to 2,000 characters.");
        MayMany<StringGraphType>("evidence", "References of evidence (佐证), at most 20.");
        Backdated();
    }
}

/// <summary>Verification passed.</summary>
internal sealed class VerifyCaseInput : CaseInput
{
    public VerifyCaseInput() : base("VerifyCaseInput", "Verification passed (核查通过). SM1.15, G047.")
    {
        Needs<BooleanGraphType>("evidenceViewed", "Must be true: the evidence was viewed (已查看佐证).");
        May<StringGraphType>("note", "Note (备注), at most 500 characters.");
        Backdated();
    }
}

/// <summary>Verification failed.</summary>
internal sealed class FailVerificationInput : CaseInput
{
    public FailVerificationInput() : base("FailVerificationInput", "Verification failed (核查不通过): back to handling. SM1.16.")
    {
        Needs<StringGraphType>("reason", "Why (理由), 1 to 500 characters.");
        Backdated();
    }
}

/// <summary>Closing.</summary>
internal sealed class CloseCaseInput : CaseInput
{
    public CloseCaseInput() : base("CloseCaseInput", "Closing (结案). SM1.17, G018.") => Backdated();
}
