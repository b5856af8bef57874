using GraphQL.Types;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Consultations;

/// <summary>A vote is required.</summary>
internal sealed class RequireVoteInput : ConsultationInput
{
    public RequireVoteInput() : base("RequireVoteInput", "It is put to a vote (提交表决). SM2.14, SM2.14a, SM2.15.")
    {
        May<StringGraphType>("reason", "Why (理由); needed for a direct vote after the first round, at most 500 characters.");
        May<VoteThresholdType>("threshold", "A higher threshold than the default (通过门槛); a lower one is refused. C051.");
    }
}

/// <summary>A vote.</summary>
internal sealed class HoldVoteInput : ConsultationInput
{
    public HoldVoteInput() : base("HoldVoteInput", "A vote held (表决): a tally, no ballots. SM2.16, C050-C052.")
    {
        May<VoteBodyType>("body", "Which body voted, one of those permitted (表决主体); refused without.");
        Needs<IntGraphType>("present", "Present, the base of the threshold (到会人数), at least 1. C052.");
        Needs<IntGraphType>("yes", "Yes (赞成).");
        Needs<IntGraphType>("no", "No (反对).");
        Needs<IntGraphType>("abstain", "Abstentions and invalid ballots (弃权); yes, no and abstentions together are those present.");
        Needs<StringGraphType>("record", "Reference of the record (表决记录), 1 to 200 characters.");
        May<BooleanGraphType>("secret", "By secret ballot (无记名投票). C050.", true);
        May<IntGraphType>("eligible", "Entitled to vote (有表决权人数), for the quorum of meetings that the law gives one.");
        May<StringGraphType>("community", "Code of the community whose meeting voted (社区、村); refused without where the law calls for the vote and several communities are concerned: each votes for itself. C007.");
    }
}

/// <summary>Shelving.</summary>
internal sealed class ShelveConsultationInput : ConsultationInput
{
    public ShelveConsultationInput() : base("ShelveConsultationInput", "Shelving after the first round (搁置). SM2.14a.") => Needs<StringGraphType>("reason", "Why, 1 to 500 characters (理由).");
}

/// <summary>Closing after a failed vote.</summary>
internal sealed class CloseFailedConsultationInput() : ConsultationInput("CloseFailedConsultationInput", "Closing after a failed vote (未通过结束). SM2.17.");

/// <summary>A milestone.</summary>
internal sealed class MilestoneInput : InputType
{
    public MilestoneInput() : base("MilestoneInput", "A milestone of Sunshine works (节点).")
    {
        Needs<StringGraphType>("text", "What is to be reached, 1 to 200 characters (内容).");
        Needs<DayType>("due", "Day by whose end it is due (期限).");
    }
}

/// <summary>Adoption.</summary>
internal sealed class AdoptResultInput : ConsultationInput
{
    public AdoptResultInput() : base("AdoptResultInput", "Adoption of the result (采纳). SM2.18, C055, C071, C081.")
    {
        Needs<StringGraphType>("implementingBody", "Body that carries it out, 1 to 200 characters (实施主体).");
        May<StringGraphType>("owner", "Post that answers for it, at most 100 characters (责任岗位); no person's name. Required across communities and where the community must act.");
        May<StringGraphType>("sunshineEntry", "Number of the entry in the Sunshine works (阳光村务、居务编号); required where the community must act. C055.");
        MayMany<MilestoneInput>("milestones", "Milestones, in order (节点).");
        May<BooleanGraphType>("communityActs", "True where the result shows that the community must act on it (需社区落实): Sunshine works; false leaves what the matter says. C055.", false);
    }
}

/// <summary>Implementation starts.</summary>
internal sealed class StartImplementationInput() : ConsultationInput("StartImplementationInput", "Start of implementation (组织实施). SM2.19.");

/// <summary>Progress.</summary>
internal sealed class PublishProgressInput : ConsultationInput
{
    public PublishProgressInput() : base("PublishProgressInput", "Progress, which becomes public (公开进度). C056.")
    {
        Needs<StringGraphType>("text", "What it says, 1 to 2,000 characters (内容).");
        May<IntGraphType>("milestone", "Number of the milestone reached, 1 for the first (节点).");
    }
}

/// <summary>Supervision.</summary>
internal sealed class NoteSupervisionInput : ConsultationInput
{
    public NoteSupervisionInput() : base("NoteSupervisionInput", "A note of the supervision committee (监督意见). C057.") => Needs<StringGraphType>("text", "What it says, 1 to 2,000 characters (内容).");
}

/// <summary>Completion.</summary>
internal sealed class CompleteImplementationInput : ConsultationInput
{
    public CompleteImplementationInput() : base("CompleteImplementationInput", "Completion (实施完成). SM2.20.") => Needs<StringGraphType>("text", "What was done, 1 to 2,000 characters (落实情况).");
}

/// <summary>Feedback.</summary>
internal sealed class FeedBackResultInput : ConsultationInput
{
    public FeedBackResultInput() : base("FeedBackResultInput", "Feedback (反馈落实情况), in parts until every audience that the way asks for was told. SM2.21, C029, C048, C071.")
    {
        NeedsMany<FeedbackAudienceType>("audiences", "Who was told (反馈对象).");
        Needs<StringGraphType>("text", "What was told, 1 to 2,000 characters (内容).");
    }
}

/// <summary>Survey.</summary>
internal sealed class RecordSurveyInput : ConsultationInput
{
    public RecordSurveyInput() : base("RecordSurveyInput", "Follow-up visit and survey (回访、满意度调查): counts only. C060.")
    {
        Needs<StringGraphType>("visitRecord", "Reference of the record of the visit (回访记录), 1 to 200 characters.");
        Needs<IntGraphType>("ballots", "Ballots returned, at least 1 (收回票数).");
        Needs<IntGraphType>("satisfied", "Of those, satisfied or very satisfied (满意).");
    }
}

/// <summary>Archive.</summary>
internal sealed class ArchiveConsultationInput : ConsultationInput
{
    public ArchiveConsultationInput() : base("ArchiveConsultationInput", "Archiving or filing (归档、报备). SM2.23, C031, C041: refused while another duty is open.") =>
        NeedsMany<StringGraphType>("materials", "References of the materials (归档材料).");
}

/// <summary>Correction.</summary>
internal sealed class CorrectResultInput : ConsultationInput
{
    public CorrectResultInput() : base("CorrectResultInput", "Correction of an unlawful result (纠正). C054.")
    {
        Needs<StringGraphType>("ground", "Legal ground, 1 to 1,000 characters (法律依据).");
        Needs<BooleanGraphType>("annul", "True to annul, false to open it again (撤销、重新协商).");
    }
}

/// <summary>A review ends.</summary>
internal sealed class DismissReviewInput : ConsultationInput
{
    public DismissReviewInput() : base("DismissReviewInput", "End of the review that a dissent opened, without correction (复核未发现违法). C074.") => Needs<StringGraphType>("reason", "Why, 1 to 500 characters (理由).");
}

/// <summary>Withdrawal.</summary>
internal sealed class WithdrawConsultationInput : ConsultationInput
{
    public WithdrawConsultationInput() : base("WithdrawConsultationInput", "Withdrawal before a session (撤回). SM2.Y.") => Needs<StringGraphType>("reason", "Why, 1 to 500 characters (理由).");
}

/// <summary>Report up.</summary>
internal sealed class ReportResultUpInput : ConsultationInput
{
    public ReportResultUpInput() : base("ReportResultUpInput", "Report of a delegated matter's result (上报结果). SM2.Z, C058.") => Needs<StringGraphType>("report", "The report, 1 to 4,000 characters (上报内容).");
}

/// <summary>Study.</summary>
internal sealed class StudyReportInput : ConsultationInput
{
    public StudyReportInput() : base("StudyReportInput", "Government or department has studied the report (研究). C078.") => Needs<StringGraphType>("note", "What was found, 1 to 2,000 characters (研究情况).");
}

/// <summary>Decision.</summary>
internal sealed class DecideReportInput : ConsultationInput
{
    public DecideReportInput() : base("DecideReportInput", "Government or department adopts or refuses it (采纳或不予采纳). C078: a refusal needs a reason.")
    {
        Needs<BooleanGraphType>("adopt", "True to adopt, false to refuse (采纳).");
        May<StringGraphType>("decision", "What was decided, of a refusal its reason, which is required; at most 2,000 characters (研究意见).");
    }
}

/// <summary>Feedback of government.</summary>
internal sealed class FeedBackReportInput : ConsultationInput
{
    public FeedBackReportInput() : base("FeedBackReportInput", "Government or department feeds back to those it concerns (反馈利益相关者). C059.") => Needs<StringGraphType>("text", "What was told, 1 to 2,000 characters (内容).");
}
