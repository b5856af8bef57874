using System.Text.Json.Serialization;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Posts;

/// <summary>A command about an agency's people (派驻机构人事指令). A005-A016. Posts and counts, never names.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "command")]
[JsonDerivedType(typeof(OpenPosts), "OpenPosts")]
[JsonDerivedType(typeof(RecordPosts), "RecordPosts")]
[JsonDerivedType(typeof(RecordPartyRelations), "RecordPartyRelations")]
[JsonDerivedType(typeof(AskHeadOpinion), "AskHeadOpinion")]
[JsonDerivedType(typeof(ProposeHeadOpinion), "ProposeHeadOpinion")]
[JsonDerivedType(typeof(AgreeToHeadOpinion), "AgreeToHeadOpinion")]
[JsonDerivedType(typeof(ReturnHeadOpinion), "ReturnHeadOpinion")]
[JsonDerivedType(typeof(RecordNoReply), "RecordNoReply")]
[JsonDerivedType(typeof(DecideHead), "DecideHead")]
[JsonDerivedType(typeof(WithdrawHead), "WithdrawHead")]
[JsonDerivedType(typeof(RaiseInquiry), "RaiseInquiry")]
[JsonDerivedType(typeof(BeginInquiry), "BeginInquiry")]
[JsonDerivedType(typeof(RecordFinding), "RecordFinding")]
[JsonDerivedType(typeof(FeedBackInquiry), "FeedBackInquiry")]
[JsonDerivedType(typeof(CloseInquiry), "CloseInquiry")]
[JsonDerivedType(typeof(RequestSecondment), "RequestSecondment")]
[JsonDerivedType(typeof(AgreeToSecondment), "AgreeToSecondment")]
[JsonDerivedType(typeof(RefuseSecondment), "RefuseSecondment")]
[JsonDerivedType(typeof(BeginSecondment), "BeginSecondment")]
[JsonDerivedType(typeof(EndSecondment), "EndSecondment")]
[JsonDerivedType(typeof(RecordStaffChange), "RecordStaffChange")]
[JsonDerivedType(typeof(InformTownship), "InformTownship")]
public abstract record PostCommand;

/// <summary>Open the record (建立人事事项). The hub's own, once an agency.</summary>
public sealed record OpenPosts(OrganCode Agency) : PostCommand;

/// <summary>Record posts and how many are filled (登记编制和在岗数). A012, A046: the department.</summary>
public sealed record RecordPosts(int Posts, int Filled) : PostCommand;

/// <summary>Record party and League relations (登记党团组织关系). A005, A006: the agency, as counts.</summary>
public sealed record RecordPartyRelations(int Transferred, int NotTransferred, bool OwnOrganisation, string? Reason = null) : PostCommand;

/// <summary>Ask the township party committee in writing before a head is decided (书面征求意见). A007.</summary>
public sealed record AskHeadOpinion(HeadMatter? Matter, string Post, string Letter) : PostCommand;

/// <summary>The host proposes the opinion (拟定意见); for an area agency the others agree to this very text. A016.</summary>
public sealed record ProposeHeadOpinion(int Consultation, HeadOpinion? Opinion, string Text) : PostCommand;

/// <summary>A served township agrees to the host's text (同意拟定意见). A016.</summary>
/// <param name="Consultation">The consultation.</param>
/// <param name="Proposal">Which of the host's proposals, 1 for the first: it agrees to the text that it has seen.</param>
public sealed record AgreeToHeadOpinion(int Consultation, int Proposal = 0) : PostCommand;

/// <summary>The host replies (答复). A008; unanimous for an area agency, A016.</summary>
public sealed record ReturnHeadOpinion(int Consultation) : PostCommand;

/// <summary>No reply came (未答复说明): after its term, with a reason. A008.</summary>
public sealed record RecordNoReply(int Consultation, string Reason) : PostCommand;

/// <summary>Decide (决定任免). A007, R033.</summary>
/// <param name="Consultation">The consultation that it rests on.</param>
/// <param name="Reason">Why against the opinion; required then. Resolution 21.</param>
public sealed record DecideHead(int Consultation, string? Reason = null) : PostCommand;

/// <summary>Who asked gives it up (撤回征求意见), as where a township does not consent. A007, R033.</summary>
/// <param name="Consultation">The consultation.</param>
/// <param name="Reason">Why, 1-500 characters.</param>
public sealed record WithdrawHead(int Consultation, string Reason) : PostCommand;

/// <summary>A township raises an opinion on a head (提出意见). A009.</summary>
/// <param name="Grounds">Poor performance or low satisfaction, 1-1000 characters.</param>
/// <param name="ToDepartment">To the dispatching department; otherwise to the county's organisation department.</param>
public sealed record RaiseInquiry(string Grounds, bool ToDepartment) : PostCommand;

/// <summary>Begin to investigate (开始调查核实). A010.</summary>
public sealed record BeginInquiry(int Inquiry) : PostCommand;

/// <summary>What was found (调查结果). A010.</summary>
public sealed record RecordFinding(int Inquiry, bool Verified, string Finding) : PostCommand;

/// <summary>Tell the township (反馈调查结果). A011.</summary>
public sealed record FeedBackInquiry(int Inquiry, string Feedback) : PostCommand;

/// <summary>Close it (办结). A011: only once it was fed back.</summary>
public sealed record CloseInquiry(int Inquiry) : PostCommand;

/// <summary>Ask for a secondment (申请抽调借用). A014: denied by default.</summary>
public sealed record RequestSecondment(string Need, string To, int Count, DateOnly Until) : PostCommand;

/// <summary>Consent (同意抽调借用). A015: a served township, or the organisation department.</summary>
public sealed record AgreeToSecondment(int Secondment) : PostCommand;

/// <summary>Refuse (不同意抽调借用). A015: one is enough.</summary>
public sealed record RefuseSecondment(int Secondment, string Reason) : PostCommand;

/// <summary>Begin it (开始借用). A015: both consents.</summary>
public sealed record BeginSecondment(int Secondment) : PostCommand;

/// <summary>End it (借用返回).</summary>
public sealed record EndSecondment(int Secondment) : PostCommand;

/// <summary>Ordinary staff changed (人员调整). A013.</summary>
public sealed record RecordStaffChange(StaffMove? Move, string Post, int Count) : PostCommand;

/// <summary>The township was informed (告知乡镇街道). A013.</summary>
public sealed record InformTownship(int Change, string Notice) : PostCommand;
