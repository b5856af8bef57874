using GraphQL.Types;
using OpsHub.GraphQL.Calendars;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Cases;

/// <summary>Merging.</summary>
internal sealed class MergeCaseInput : CaseInput
{
    public MergeCaseInput() : base("MergeCaseInput", "Merging into another case of the same grid and category (并案). SM1.4.")
    {
        Needs<IdGraphType>("target", "Global id of the case that it joins (并入案件); open, and of two that await acceptance the elder.");
        Needs<StringGraphType>("reason", "Why they are the same (理由), 1 to 500 characters.");
        Backdated();
    }
}

/// <summary>Putting into the right grid.</summary>
internal sealed class RelocateCaseInput : CaseInput
{
    public RelocateCaseInput() : base("RelocateCaseInput", "Putting a case into the grid in which it lies (更正网格), before it is dispatched.")
    {
        Needs<StringGraphType>("grid", "Code of the right grid (网格代码), 15 digits, of the same county.");
        Needs<StringGraphType>("reason", "Why (理由), 1 to 500 characters.");
        Backdated();
    }
}

/// <summary>Asking for more time.</summary>
internal sealed class RequestExtensionInput : CaseInput
{
    public RequestExtensionInput() : base("RequestExtensionInput", "Asking for more time (申请延期), before the due, once. SM1.10.")
    {
        Needs<InstantType>("until", "The due asked for (延期至), after the present one.");
        Needs<StringGraphType>("reason", "Why (理由), 1 to 500 characters.");
        Backdated();
    }
}

/// <summary>Granting more time.</summary>
internal sealed class GrantExtensionInput : CaseInput
{
    public GrantExtensionInput() : base("GrantExtensionInput", "Granting the extension asked for (同意延期); both dues are kept. SM1.11.")
    {
        May<InstantType>("until", "Another due than the one asked for (批准至), after the present one.");
        May<StringGraphType>("note", "Note (备注), at most 500 characters.");
        Backdated();
    }
}

/// <summary>Steps that take a reason and nothing else.</summary>
internal abstract class ReasonInput : CaseInput
{
    protected ReasonInput(string name, string description) : base(name, description)
    {
        Needs<StringGraphType>("reason", "Why (理由), 1 to 500 characters.");
        Backdated();
    }
}

/// <summary>Refusing more time.</summary>
internal sealed class RefuseExtensionInput() : ReasonInput("RefuseExtensionInput", "Refusing the extension asked for (不同意延期). SM1.11.");

/// <summary>Suspension.</summary>
internal sealed class SuspendCaseInput : CaseInput
{
    public SuspendCaseInput() : base("SuspendCaseInput", "Suspension of the handling term (中止期限), with a reason and a limit; assumed, no policy text covers it.")
    {
        Needs<InstantType>("until", "When it resumes by itself at the latest (中止至), within MaxSuspensionDays.");
        Needs<StringGraphType>("reason", "Why (理由), 1 to 500 characters.");
        Backdated();
    }
}

/// <summary>Resumption.</summary>
internal sealed class ResumeCaseInput() : ReasonInput("ResumeCaseInput", "Resumption of the handling term (恢复期限).");

/// <summary>Transfer to coordination.</summary>
internal sealed class TransferToCoordinationInput() : ReasonInput("TransferToCoordinationInput", "Transfer to the township for coordination (提请协调). SM1.12.");

/// <summary>A coordination meeting.</summary>
internal sealed class RecordMeetingInput : CaseInput
{
    public RecordMeetingInput() : base("RecordMeetingInput", "Record of a coordination meeting (协调会记录). T021, T022.")
    {
        Needs<InstantType>("heldAt", "When it was held (会议时间): after the report, not in the future.");
        NeedsMany<StringGraphType>("attended", "Codes of the organs that attended (参会单位), 1 to 30; organs, never persons.");
        Needs<StringGraphType>("minutes", "What was agreed (会议纪要), 1 to 2,000 characters.");
        May<StringGraphType>("reference", "Reference of the minutes' file (文号), at most 200 characters.");
        Backdated();
    }
}

/// <summary>Assignment of parts.</summary>
internal sealed class AssignPartsInput : CaseInput
{
    public AssignPartsInput() : base("AssignPartsInput", "Assignment of the parts after coordination (明确分工), with a meeting recorded since. SM1.13.")
    {
        NeedsMany<DispatchPartyInput>("parties", "Organs with their parts, 1 to 12, exactly one leading.");
        May<StringGraphType>("note", "What each is to do (备注), at most 500 characters.");
        Backdated();
    }
}

/// <summary>Feedback of a part.</summary>
internal sealed class FeedBackPartInput : CaseInput
{
    public FeedBackPartInput() : base("FeedBackPartInput", "Feedback of an assisting unit's part (协办反馈). SM1.14.")
    {
        Needs<StringGraphType>("result", "What was done (协办结果), 1 to 2,000 characters.");
        MayMany<StringGraphType>("evidence", "References of evidence (佐证), at most 20.");
        Backdated();
    }
}

/// <summary>Evaluation.</summary>
internal sealed class EvaluateCaseInput : CaseInput
{
    public EvaluateCaseInput() : base("EvaluateCaseInput", "Evaluation of a closed case (综合评价), once by each evaluator. SM1.18, G048.")
    {
        Needs<IntGraphType>("score", "1 (bad) to 5 (good) (评分).");
        May<StringGraphType>("note", "Note (备注), at most 500 characters.");
        Backdated();
    }
}

/// <summary>Reopening.</summary>
internal sealed class ReopenCaseInput() : ReasonInput("ReopenCaseInput", "Reopening (重开): a new cycle begins. SM1.19.");

/// <summary>Withdrawal.</summary>
internal sealed class WithdrawCaseInput() : ReasonInput("WithdrawCaseInput", "Withdrawal (撤回). SM1.20.");

/// <summary>Urging.</summary>
internal sealed class UrgeCaseInput : CaseInput
{
    public UrgeCaseInput() : base("UrgeCaseInput", "Urging (催办、督办): an answer is due. SM1.U, A004.")
    {
        Needs<IntGraphType>("level", "1 reminder by community or township (催办), 2 by the township, 3 by the county (督办).");
        May<StringGraphType>("organ", "Who is urged (督办对象): holder, lead, or who owes a part; the holder when left out.");
        Needs<StringGraphType>("note", "What is expected (要求), 1 to 500 characters.");
        Backdated();
    }
}

/// <summary>Answer to an urge.</summary>
internal sealed class AnswerUrgeInput : CaseInput
{
    public AnswerUrgeInput() : base("AnswerUrgeInput", "Answer to all open urges of one's own organ (督办回复). SM1.U.")
    {
        Needs<StringGraphType>("answer", "What is being done, and until when (回复), 1 to 1,000 characters.");
        Backdated();
    }
}

/// <summary>Escalation.</summary>
internal sealed class EscalateCaseInput : CaseInput
{
    public EscalateCaseInput() : base("EscalateCaseInput", "Escalation to the county's board (升级). SM1.E, C065.")
    {
        May<RiskKindType>("risk", "Kind of risk (风险类别); may be left out only where it is overdue by a full limit.");
        Needs<StringGraphType>("reason", "Why (理由), 1 to 500 characters.");
        Backdated();
    }
}
