using GraphQL.Types;
using OpsHub.GraphQL.Cases;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Posts;

/// <summary>What every command about an agency's people carries.</summary>
internal abstract class PostInput : InputType
{
    protected PostInput(string name, string description) : base(name, description)
    {
        Needs<StringGraphType>("commandId", CaseInput.CommandIdText);
        Needs<StringGraphType>("agency", "Code of the agency (派驻机构), e.g. `430203001-D12`.");
        May<StringGraphType>("expectedVersion", "The record's version that the actor had seen (版本): if others acted since, StaleVersionError. Left out: no check.");
    }

    protected void Matter(string name, string description) => Needs<IntGraphType>(name, description + ", by its number (序号).");
}

/// <summary>Posts.</summary>
internal sealed class RecordAgencyPostsInput : PostInput
{
    public RecordAgencyPostsInput() : base("RecordAgencyPostsInput", "Posts, and how many are filled (登记编制和在岗数). A012, A046.")
    {
        Needs<IntGraphType>("posts", "Posts (编制数), 0 to 10,000.");
        Needs<IntGraphType>("filled", "Of those, filled (在岗数), 0 to 10,000.");
    }
}

/// <summary>Party relations.</summary>
internal sealed class RecordPartyRelationsInput : PostInput
{
    public RecordPartyRelationsInput() : base("RecordPartyRelationsInput", "Party and League relations of the staff, as counts (登记党团组织关系). A005, A006.")
    {
        Needs<IntGraphType>("transferred", "Moved to the township's organisation (已转入人数), 0 to 10,000.");
        Needs<IntGraphType>("notTransferred", "Not moved (未转入人数), 0 to 10,000.");
        May<BooleanGraphType>("ownOrganisation", "The agency has a party organisation of its own (单独建立党组织). A006.", false);
        May<StringGraphType>("reason", "Why some were not moved (理由), at most 500 characters; flagged without. No names of persons.");
    }
}

/// <summary>Asking.</summary>
internal sealed class AskHeadOpinionInput : PostInput
{
    public AskHeadOpinionInput() : base("AskHeadOpinionInput", "The written request before a head is decided (书面征求意见). A007.")
    {
        May<HeadMatterType>("matter", "What is to be decided (事项); required.");
        Needs<StringGraphType>("post", "The post (岗位), such as 所长, 1 to 100 characters; never a person.");
        Needs<StringGraphType>("letter", "Number of the letter (征求意见函), 1 to 100 characters: the request is in writing.");
    }
}

/// <summary>Proposing.</summary>
internal sealed class ProposeHeadOpinionInput : PostInput
{
    public ProposeHeadOpinionInput() : base("ProposeHeadOpinionInput", "The host's opinion (拟定意见); another text starts the townships' agreement anew. A016.")
    {
        Matter("consultation", "The consultation on the head");
        May<HeadOpinionType>("opinion", "The opinion (意见); required.");
        Needs<StringGraphType>("text", "Its text (意见内容), 1 to 2,000 characters; no names of persons.");
    }
}

/// <summary>Agreeing.</summary>
internal sealed class AgreeToHeadOpinionInput : PostInput
{
    public AgreeToHeadOpinionInput() : base("AgreeToHeadOpinionInput", "A served township agrees to the host's text (同意拟定意见). A016.")
    {
        Matter("consultation", "The consultation on the head");
        Needs<IntGraphType>("proposal", "Which proposal it agrees to (第几稿), as in `HeadConsultation.proposal`: PROPOSAL_CHANGED when the host has proposed another since.");
    }
}

/// <summary>Returning.</summary>
internal sealed class ReturnHeadOpinionInput : PostInput
{
    public ReturnHeadOpinionInput() : base("ReturnHeadOpinionInput", "The host replies (答复征求意见): NOT_UNANIMOUS while a township served has not agreed. A008, A016.") => Matter("consultation", "The consultation on the head");
}

/// <summary>No reply.</summary>
internal sealed class RecordNoHeadReplyInput : PostInput
{
    public RecordNoHeadReplyInput() : base("RecordNoHeadReplyInput", "That no reply came (记录未答复): only after its term, REPLY_NOT_DUE before; OPINION_PENDING while the townships have yet to agree on a proposed opinion. A008, A016.")
    {
        Matter("consultation", "The consultation on the head");
        Needs<StringGraphType>("reason", "What was tried (说明), 1 to 500 characters.");
    }
}

/// <summary>Deciding.</summary>
internal sealed class DecideHeadInput : PostInput
{
    public DecideHeadInput() : base("DecideHeadInput", "The decision on a head (决定任免): NOT_CONSULTED without a written consultation, CONSENT_REFUSED against a township. A007, R033.")
    {
        Matter("consultation", "The consultation that it rests on");
        May<StringGraphType>("reason", "Why it goes against a street's opinion (理由), at most 500 characters; required then. Resolution 21.");
    }
}

/// <summary>Withdrawing.</summary>
internal sealed class WithdrawHeadConsultationInput : PostInput
{
    public WithdrawHeadConsultationInput() : base("WithdrawHeadConsultationInput", "Who asked gives a consultation on a head up (撤回征求意见), as where a township does not consent. A007, R033.")
    {
        Matter("consultation", "The consultation on the head");
        Needs<StringGraphType>("reason", "Why (理由), 1 to 500 characters; no names of persons.");
    }
}

/// <summary>Raising.</summary>
internal sealed class RaiseHeadInquiryInput : PostInput
{
    public RaiseHeadInquiryInput() : base("RaiseHeadInquiryInput", "A township's opinion on a head (对负责人提出意见): it opens an inquiry. A009.")
    {
        Needs<StringGraphType>("grounds", "Poor performance or low satisfaction (理由), 1 to 1,000 characters; no names of persons.");
        May<BooleanGraphType>("toDepartment", "To the dispatching department; otherwise to the county's organisation department (向派出部门提出).", false);
    }
}

/// <summary>Beginning an inquiry.</summary>
internal sealed class BeginHeadInquiryInput : PostInput
{
    public BeginHeadInquiryInput() : base("BeginHeadInquiryInput", "The inquiry begins (开始调查核实). A010.") => Matter("inquiry", "The inquiry");
}

/// <summary>A finding.</summary>
internal sealed class RecordInquiryFindingInput : PostInput
{
    public RecordInquiryFindingInput() : base("RecordInquiryFindingInput", "What was found (登记调查结果). A010.")
    {
        Matter("inquiry", "The inquiry");
        Needs<BooleanGraphType>("verified", "True when the grounds hold (属实).");
        Needs<StringGraphType>("finding", "What was found (调查结果), 1 to 2,000 characters; no names of persons.");
    }
}

/// <summary>Feedback.</summary>
internal sealed class FeedBackHeadInquiryInput : PostInput
{
    public FeedBackHeadInquiryInput() : base("FeedBackHeadInquiryInput", "What the township is told (反馈调查结果). A011.")
    {
        Matter("inquiry", "The inquiry");
        Needs<StringGraphType>("feedback", "What it is told (反馈内容), 1 to 2,000 characters; no names of persons.");
    }
}

/// <summary>Closing an inquiry.</summary>
internal sealed class CloseHeadInquiryInput : PostInput
{
    public CloseHeadInquiryInput() : base("CloseHeadInquiryInput", "The inquiry is closed (办结): NOT_FED_BACK before the township was told. A011.") => Matter("inquiry", "The inquiry");
}

/// <summary>Asking for a secondment.</summary>
internal sealed class RequestSecondmentInput : PostInput
{
    public RequestSecondmentInput() : base("RequestSecondmentInput", "Asking for a secondment (申请抽调借用): denied unless both sides consent. A014.")
    {
        Needs<StringGraphType>("need", "Why it is truly needed (工作需要), 1 to 500 characters.");
        Needs<StringGraphType>("to", "Where to (借用去向), 1 to 100 characters.");
        Needs<IntGraphType>("count", "How many (人数), 1 to 10,000.");
        Needs<DayType>("until", "Last day, after today (截止日期).");
    }
}

/// <summary>Consent.</summary>
internal sealed class AgreeToSecondmentInput : PostInput
{
    public AgreeToSecondmentInput() : base("AgreeToSecondmentInput", "Consent to a secondment (同意抽调借用). A015, A016.") => Matter("secondment", "The secondment");
}

/// <summary>Refusal.</summary>
internal sealed class RefuseSecondmentInput : PostInput
{
    public RefuseSecondmentInput() : base("RefuseSecondmentInput", "Refusal of a secondment (不同意抽调借用): one ends it. A015.")
    {
        Matter("secondment", "The secondment");
        Needs<StringGraphType>("reason", "Why (理由), 1 to 500 characters.");
    }
}

/// <summary>Beginning a secondment.</summary>
internal sealed class BeginSecondmentInput : PostInput
{
    public BeginSecondmentInput() : base("BeginSecondmentInput", "A secondment begins (开始借用): CONSENTS_MISSING without both. A015.") => Matter("secondment", "The secondment");
}

/// <summary>Ending a secondment.</summary>
internal sealed class EndSecondmentInput : PostInput
{
    public EndSecondmentInput() : base("EndSecondmentInput", "The seconded are back (借用返回). A015.") => Matter("secondment", "The secondment");
}

/// <summary>A change of staff.</summary>
internal sealed class RecordStaffChangeInput : PostInput
{
    public RecordStaffChangeInput() : base("RecordStaffChangeInput", "Ordinary staff changed (登记人员调整). A013.")
    {
        May<StaffMoveType>("move", "In, out, or within (调整类型); required.");
        Needs<StringGraphType>("post", "The post (岗位), 1 to 100 characters; never a person.");
        Needs<IntGraphType>("count", "How many (人数), 1 to 10,000.");
    }
}

/// <summary>Informing.</summary>
internal sealed class InformTownshipOfStaffChangeInput : PostInput
{
    public InformTownshipOfStaffChangeInput() : base("InformTownshipOfStaffChangeInput", "The township was informed of a change (告知人员调整). A013.")
    {
        Matter("change", "The change");
        Needs<StringGraphType>("notice", "Number of the notice (告知函), 1 to 200 characters.");
    }
}
