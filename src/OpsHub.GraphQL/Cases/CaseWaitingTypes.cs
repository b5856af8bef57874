using GraphQL.Types;
using OpsHub.Contracts.Deadlines;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Agencies;
using OpsHub.GraphQL.Calendars;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Marks;

namespace OpsHub.GraphQL.Cases;

/// <summary>What a case waits for.</summary>
internal sealed class CaseWaitType : Described<Term>
{
    public CaseWaitType(HubClock clock) : base("CaseWait", "What a case waits for (等待事项): whose move, since when, until when.")
    {
        One<OrganType>("organ", "Whose move it is (在谁手里).", t => new OrganCode(t.Holder));
        One<StringGraphType>("what", "What is awaited, in Chinese (等待事项), e.g. 处置.", t => t.Name);
        One<StringGraphType>("whatEn", "The same in English.", t => TermNames.English(t.Name));
        One<InstantType>("since", "Since when (开始时间).", t => t.OpenedAt);
        Maybe<InstantType>("until", "Until when (截止时间); null while it is suspended.", t => t.IsSuspended ? null : t.Due);
        AskOne<BooleanGraphType>("late", "True when that has passed (超期).", (context, t) => new(t.IsLate(Instants.Of(context, clock))));
        One<BooleanGraphType>("suspended", "True while nothing is counted (中止中).", t => t.IsSuspended);
        One<TermType>("term", "The term with its explanation (期限).", t => t);
    }
}

/// <summary>An extension asked for.</summary>
internal sealed class CaseExtensionType : Described<CaseExtension>
{
    public CaseExtensionType() : base("CaseExtension", "An extension that was asked for and is not decided (待批延期). SM1.10.")
    {
        One<InstantType>("until", "The due asked for.", e => e.Until);
        One<StringGraphType>("reason", "Why.", e => e.Reason);
        One<OrganType>("by", "Who asked.", e => e.By);
        One<InstantType>("at", "When.", e => e.At);
        One<OrganType>("decider", "Who decides (审批单位).", e => e.Decider);
    }
}

/// <summary>A suspension.</summary>
internal sealed class CaseSuspensionType : Described<CaseSuspension>
{
    public CaseSuspensionType() : base("CaseSuspension", "A suspension of the handling term (中止).")
    {
        One<InstantType>("until", "When it resumes by itself at the latest (中止至).", s => s.Until);
        One<StringGraphType>("reason", "Why.", s => s.Reason);
        One<OrganType>("by", "Who suspended.", s => s.By);
        One<InstantType>("at", "When.", s => s.At);
    }
}

/// <summary>An assisting unit's part.</summary>
internal sealed class CasePartType : Described<CasePart>
{
    public CasePartType() : base("CasePart", "The part of an assisting unit (协办任务); the lead's feedback waits for all. SM1.14.")
    {
        One<OrganType>("organ", "The assisting organ (协办单位).", p => p.Organ);
        One<StringGraphType>("term", "Id of its term among the case's terms.", p => p.Term);
        Maybe<StringGraphType>("result", "What was done (协办结果); null while it is owed.", p => p.Result);
        Many<StringGraphType>("evidence", "References of evidence (佐证).", p => p.Evidence ?? []).WithAssumedSize(4);
        Maybe<InstantType>("fedBackAt", "When it was fed back; null while it is owed.", p => p.FedBackAt);
    }
}

/// <summary>An urge.</summary>
internal sealed class CaseUrgeType : Described<CaseUrge>
{
    public CaseUrgeType() : base("CaseUrge", "An urge (催办、督办). SM1.U, A004.")
    {
        One<IntGraphType>("level", "1 reminder (催办), 2 township, 3 county (督办).", u => u.Level);
        One<OrganType>("by", "Who urged.", u => u.By);
        One<InstantType>("at", "When.", u => u.At);
        One<OrganType>("organ", "Who was urged (督办对象).", u => u.Organ);
        One<StringGraphType>("note", "What is expected (要求).", u => u.Note);
        One<StringGraphType>("term", "Id of the answer's term among the case's terms.", u => u.Term);
        Maybe<StringGraphType>("answer", "The answer (回复); null while it is due, or where it became idle.", u => u.Answer);
        Maybe<InstantType>("answeredAt", "When it was answered.", u => u.AnsweredAt);
    }
}

/// <summary>A coordination meeting.</summary>
internal sealed class CaseMeetingType : Described<CaseMeeting>
{
    public CaseMeetingType() : base("CaseMeeting", "A coordination meeting (专题协调会议). T022.")
    {
        One<InstantType>("heldAt", "When it was held (会议时间).", m => m.HeldAt);
        Many<OrganType>("attended", "Organs that attended (参会单位). T021.", m => m.Attended).WithAssumedSize(6);
        Many<OrganType>("called", "Organs that were called: whoever has or had the case in this cycle, and who attended (应到单位). T022.", m => m.Called ?? m.Attended).WithAssumedSize(6);
        One<StringGraphType>("minutes", "What was agreed (会议纪要).", m => m.Minutes);
        Maybe<StringGraphType>("reference", "Reference of the minutes' file (文号).", m => m.Reference);
        One<OrganType>("recordedBy", "Who recorded it.", m => m.RecordedBy);
        One<InstantType>("recordedAt", "When.", m => m.RecordedAt);
    }
}

/// <summary>An evaluation.</summary>
internal sealed class CaseEvaluationType : Described<CaseEvaluation>
{
    public CaseEvaluationType() : base("CaseEvaluation", "An evaluation of a closed case (评价). G048.")
    {
        One<StringGraphType>("evaluator", "`reporter`, `reporter:` with the number of a case that was merged into this one, or the code of the organ that evaluated (评价人).", e => e.Evaluator);
        One<IntGraphType>("score", "1 to 5 (评分).", e => e.Score);
        One<InstantType>("at", "When.", e => e.At);
        One<BooleanGraphType>("late", "True when it came after the window (逾期评价).", e => e.Late);
        One<IntGraphType>("cycle", "Cycle of the case that it is about (轮次).", e => e.Cycle);
    }
}

/// <summary>The other case of a merger.</summary>
internal sealed class JoinedCaseType : Described<JoinedCase>
{
    public JoinedCaseType() : base("JoinedCase", "The other case of a merger (并案). SM1.4.")
    {
        One<IdGraphType>("id", "Global id of that case.", j => Relay.GlobalId.OfCase(j.Key));
        One<StringGraphType>("number", "Its number (案件编号).", j => j.Number);
    }
}
