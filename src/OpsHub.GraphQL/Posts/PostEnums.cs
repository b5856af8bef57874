using OpsHub.Contracts.Posts;
using OpsHub.Domain.Posts;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Posts;

/// <summary>What is to be decided about a head.</summary>
internal sealed class HeadMatterType() : EnumType<HeadMatter>("HeadMatter", "What is to be decided about an agency's head (负责人事项). A007.",
    ("APPOINTMENT", HeadMatter.Appointment, "Appointment (任命)."),
    ("REMOVAL", HeadMatter.Removal, "Removal (免职)."));

/// <summary>A township's opinion.</summary>
internal sealed class HeadOpinionType() : EnumType<HeadOpinion>("HeadOpinion", "A township's opinion on a head (征求意见答复). A008.",
    ("AGREE", HeadOpinion.Agree, "Agrees (同意)."),
    ("DISAGREE", HeadOpinion.Disagree, "Disagrees (不同意): of a township it blocks the decision, of a street the decision takes a reason. R033, resolution 21."),
    ("COMMENTS", HeadOpinion.Comments, "Comments (有意见建议)."));

/// <summary>Stages of a head consultation.</summary>
internal sealed class HeadStageType() : EnumType<HeadStage>("HeadConsultationStage", "Where a consultation on a head stands (征求意见环节). SM4.",
    ("SENT", HeadStage.Sent, "The letter was sent (已书面征求意见)."),
    ("RETURNED", HeadStage.Returned, "The opinion came back (已答复)."),
    ("NO_REPLY", HeadStage.NoReply, "No reply, with a reason (未答复，已说明)."),
    ("DECIDED", HeadStage.Decided, "Decided (已决定)."),
    ("WITHDRAWN", HeadStage.Withdrawn, "Withdrawn by who asked (已撤回)."));

/// <summary>Stages of an inquiry.</summary>
internal sealed class InquiryStageType() : EnumType<InquiryStage>("HeadInquiryStage", "Where an inquiry on a head stands (调查核实环节). SM4.",
    ("RAISED", InquiryStage.Raised, "The township raised it (已提出). A009."),
    ("INVESTIGATING", InquiryStage.Investigating, "Being investigated (调查中). A010."),
    ("VERIFIED", InquiryStage.Verified, "The grounds hold (属实)."),
    ("NOT_VERIFIED", InquiryStage.NotVerified, "They don't (不属实)."),
    ("FED_BACK", InquiryStage.FedBack, "Told to the township (已反馈). A011."),
    ("CLOSED", InquiryStage.Closed, "Closed (已办结)."));

/// <summary>Stages of a secondment.</summary>
internal sealed class SecondmentStageType() : EnumType<SecondmentStage>("SecondmentStage", "Where a secondment stands (抽调借用环节). SM4.",
    ("REQUESTED", SecondmentStage.Requested, "Asked for, waits for consents (已申请)."),
    ("ACTIVE", SecondmentStage.Active, "Begun (借用中)."),
    ("RETURNED", SecondmentStage.Returned, "Back (已返回)."),
    ("REFUSED", SecondmentStage.Refused, "One refusal is enough (不同意). A015."));

/// <summary>Moves of staff.</summary>
internal sealed class StaffMoveType() : EnumType<StaffMove>("StaffMove", "A change of ordinary staff (人员调整). A013.",
    ("IN", StaffMove.In, "Came in (调入)."),
    ("OUT", StaffMove.Out, "Left (调出)."),
    ("WITHIN", StaffMove.Within, "Another post in the agency (内部调整)."));

/// <summary>Sides of a secondment.</summary>
internal sealed class SecondmentSideType() : EnumType<SecondmentSide>("SecondmentSide", "Whose consent to a secondment (同意方). A015.",
    ("TOWNSHIP", SecondmentSide.Township, "The township party committee's (乡镇街道党(工)委)."),
    ("PERSONNEL", SecondmentSide.Personnel, "The organisation and personnel department's (组织人事部门)."));

/// <summary>Kinds of flags.</summary>
internal sealed class PostFlagKindType() : EnumType<PostFlagKind>("PostFlagKind", "What is wrong with an agency's people without blocking (提示事项).",
    ("SHORT", PostFlagKind.Short, "Posts are not filled (缺编). A046."),
    ("PARTY_NOT_TRANSFERRED", PostFlagKind.PartyNotTransferred, "Party relations were not moved, and no reason is given (党团关系未转). A005."),
    ("NOTICE_DUE", PostFlagKind.NoticeDue, "The township was not informed of a change (未告知人员调整). A013."),
    ("INQUIRY_OVERDUE", PostFlagKind.InquiryOverdue, "An inquiry is late (调查超期). A010."),
    ("DEADLOCK", PostFlagKind.Deadlock, "The townships don't agree: the county hears (意见不一致). Resolution 22."),
    ("DECIDED_WITHOUT_REPLY", PostFlagKind.DecidedWithoutReply, "Decided without a reply (未答复即决定). A008."),
    ("DECIDED_AGAINST", PostFlagKind.DecidedAgainst, "Decided against the opinion (与征求意见不一致). Resolution 21."));

/// <summary>Kinds of matters.</summary>
internal sealed class PostMatterKindType() : EnumType<PostMatterKind>("PostMatterKind", "What a matter of people decisions is (人事事项类别).",
    ("HEAD_CONSULTATION", PostMatterKind.HeadConsultation, "Consultation on a head (负责人任免征求意见). A007."),
    ("INQUIRY", PostMatterKind.Inquiry, "Inquiry on a head (调查核实). A009."),
    ("SECONDMENT", PostMatterKind.Secondment, "Secondment (抽调借用). A014."),
    ("STAFF_CHANGE", PostMatterKind.StaffChange, "Change of staff (人员调整). A013."));

/// <summary>Kinds of inputs.</summary>
internal sealed class PostInputKindType() : EnumType<PostInputKind>("PostInputKind", "Kind of value that an input of a people decision's step takes (录入类型).",
    ("TEXT", PostInputKind.Text, "Text (文本)."),
    ("CHOICE", PostInputKind.Choice, "One of the choices (单选)."),
    ("FLAG", PostInputKind.Flag, "Yes or no (是否)."),
    ("NUMBER", PostInputKind.Number, "A whole number (整数)."),
    ("DAY", PostInputKind.Day, "A day (日期)."));
