using OpsHub.Domain.Consultations;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Consultations;

/// <summary>Forms.</summary>
internal sealed class ConsultationFormType() : EnumType<ConsultationForm>("ConsultationForm", "Form of a consultation (协商形式). C019-C023.",
    ("MEETING", ConsultationForm.Meeting, "Meeting (会议协商). C019."),
    ("DIALOGUE", ConsultationForm.Dialogue, "Dialogue: fixed day, visits, talks (对话协商). C021."),
    ("WRITTEN", ConsultationForm.Written, "Written: opinion-request letter and notice letter (书面协商:《征求意见书》《告知函》). C022."),
    ("ONLINE", ConsultationForm.Online, "Online: site, microblog, groups (网络协商). C023."));

/// <summary>Further types of session.</summary>
internal sealed class SessionTypeType() : EnumType<SessionType>("SessionType", "Further types of session that are explored (探索的协商载体). C077.",
    ("CONCERNS_TALK", SessionType.ConcernsTalk, "Talk on people's concerns (民情恳谈会)."),
    ("GOVERNANCE_COMMITTEE", SessionType.GovernanceCommittee, "Community governance committee (社区治理委员会)."),
    ("HEARING", SessionType.Hearing, "Hearing (听证会)."),
    ("APPRAISAL", SessionType.Appraisal, "Appraisal (评议会)."),
    ("ESTATE_CONSULTATION", SessionType.EstateConsultation, "Estate consultation (小区协商)."),
    ("OWNERS_CONSULTATION", SessionType.OwnersConsultation, "Owners' consultation (业主协商)."));

/// <summary>How participants were chosen.</summary>
internal sealed class ChoiceMethodType() : EnumType<ChoiceMethod>("ChoiceMethod", "How participants of a class were chosen (产生方式). C028, C037, C046.",
    ("ELECTED", ChoiceMethod.Elected, "Elected, after sign-up and recommendation (选举产生)."),
    ("DELEGATED", ChoiceMethod.Delegated, "Sent by the body it speaks for (由所在单位委派)."),
    ("INVITED", ChoiceMethod.Invited, "Invited (邀请). C016, C017."));

/// <summary>Who presides.</summary>
internal sealed class PresiderKindType() : EnumType<PresiderKind>("PresiderKind", "Who presides (主持人身份): an office, never a name. C018.",
    ("COUNCIL_HEAD", PresiderKind.CouncilHead, "Head of the council (议事会主要负责人)."),
    ("COUNCIL_MEMBER", PresiderKind.CouncilMember, "Another member of the council (议事会成员)."),
    ("SECRETARY", PresiderKind.Secretary, "Secretary of the community's party organisation (党组织书记)."),
    ("DIRECTOR", PresiderKind.Director, "Director of the committee (居(村)委会主任)."),
    ("GROUP_PARTY_HEAD", PresiderKind.GroupPartyHead, "From the building's or group's party organisation (楼宇小区、村民小组党组织负责人)."),
    ("TOWNSHIP_OFFICIAL", PresiderKind.TownshipOfficial, "From the township (乡镇街道工作人员)."));

/// <summary>How a session ended.</summary>
internal sealed class SessionOutcomeType() : EnumType<SessionOutcome>("SessionOutcome", "How a session ended (协商结果). SM2.10.",
    ("CONSENSUS", SessionOutcome.Consensus, "Agreement (达成一致)."),
    ("NO_CONSENSUS", SessionOutcome.NoConsensus, "No agreement (未达成一致)."),
    ("LARGE_DISPUTE", SessionOutcome.LargeDispute, "Large dispute (争议较大). C042."));

/// <summary>Which body votes.</summary>
internal sealed class VoteBodyType() : EnumType<VoteBody>("VoteBody", "Which body votes (表决主体). C030, C043, C049.",
    ("RESIDENTS_MEETING", VoteBody.ResidentsMeeting, "Residents' or villagers' meeting (居民会议、村民会议)."),
    ("REPRESENTATIVES_MEETING", VoteBody.RepresentativesMeeting, "Representatives' meeting (居民代表会议、村民代表会议)."),
    ("MULTI_PARTY_MEETING", VoteBody.MultiPartyMeeting, "Meeting of plural bodies (多元主体参加的会议). C049."),
    ("COUNCIL", VoteBody.Council, "The council, for what a building or group refers to it (议事会)."));

/// <summary>Thresholds.</summary>
internal sealed class VoteThresholdType() : EnumType<VoteThreshold>("VoteThreshold", "How much agreement a vote takes (通过门槛). C051.",
    ("MAJORITY", VoteThreshold.Majority, "More than half of those present: 2y > n (过半数)."),
    ("TWO_THIRDS", VoteThreshold.TwoThirds, "At least two thirds of those present: 3y >= 2n (三分之二以上)."));

/// <summary>Kinds of places.</summary>
internal sealed class VenueKindType() : EnumType<VenueKind>("VenueKind", "Where a session is held (协商地点类别). C011; which kinds count as the council's hall is a parameter.",
    ("CONSULTATION_HALL", VenueKind.ConsultationHall, "Consultation hall (议事堂)."),
    ("SERVICE_CENTRE", VenueKind.ServiceCentre, "Community service centre (社区服务中心、便民服务站)."),
    ("ACTIVITY_PLACE", VenueKind.ActivityPlace, "Cultural square or activity room (文化广场、活动室)."),
    ("GROUP_PLACE", VenueKind.GroupPlace, "Villagers' group or building (村民小组、楼栋院落)."),
    ("ONLINE", VenueKind.Online, "Online (网上)."),
    ("OTHER", VenueKind.Other, "Another place (其他)."));

/// <summary>Channels.</summary>
internal sealed class PublicationChannelType() : EnumType<PublicationChannel>("PublicationChannel", "Through what something is published (公布渠道).",
    ("NOTICE_BOARD", PublicationChannel.NoticeBoard, "Notice board in the community (社区公告栏)."),
    ("BUILDING_POSTERS", PublicationChannel.BuildingPosters, "Building entrances (楼栋张贴)."),
    ("RESIDENTS_GROUPS", PublicationChannel.ResidentsGroups, "Residents' groups online (居民微信群、QQ 群). C066."),
    ("WEBSITE", PublicationChannel.Website, "Web page (网站、公众号)."),
    ("BROADCAST", PublicationChannel.Broadcast, "Broadcast (广播)."),
    ("LETTERS_AND_VISITS", PublicationChannel.LettersAndVisits, "Letters or visits (书面送达、入户告知)."));

/// <summary>Audiences.</summary>
internal sealed class FeedbackAudienceType() : EnumType<FeedbackAudience>("FeedbackAudience", "Who is told how the result was carried out (反馈对象). C029, C048, C071.",
    ("MASSES", FeedbackAudience.Masses, "The masses (群众). C029."),
    ("PARTICIPANTS", FeedbackAudience.Participants, "Participants (协商主体). C048."),
    ("STAKEHOLDERS", FeedbackAudience.Stakeholders, "Interested parties (利益相关方). C048, C071."),
    ("RESIDENTS", FeedbackAudience.Residents, "Residents or villagers of all communities (居民、村民). C048."));

/// <summary>Stages of a delegated matter's report.</summary>
internal sealed class DelegatedStageType() : EnumType<DelegatedStage>("DelegatedStage", "Where the report of a delegated matter stands (受委托事项办理). SM2.Z.",
    ("NONE", DelegatedStage.None, "No result to report yet (未产生结果)."),
    ("TO_REPORT", DelegatedStage.ToReport, "To be reported up (待上报). C058."),
    ("REPORTED", DelegatedStage.Reported, "Reported up (已上报)."),
    ("STUDIED", DelegatedStage.Studied, "Studied (已研究). C078."),
    ("ADOPTED", DelegatedStage.Adopted, "Adopted by government or department (已采纳)."),
    ("REFUSED", DelegatedStage.Refused, "Refused with reason (不予采纳)."),
    ("FED_BACK", DelegatedStage.FedBack, "Fed back to those it concerns (已反馈). C059."),
    ("VOID", DelegatedStage.Void, "Void: the result was annulled (结果已撤销). C054."));

/// <summary>Kinds of announcements.</summary>
internal sealed class AnnouncementKindType() : EnumType<AnnouncementKind>("AnnouncementKind", "What an announcement tells (公告类别).",
    ("SESSION", AnnouncementKind.Session, "What a session came to, whatever its outcome (协商情况公告). C040."),
    ("VOTE", AnnouncementKind.Vote, "What a vote came to (表决结果公告)."),
    ("CORRECTION", AnnouncementKind.Correction, "That a result was corrected (纠正公告). C054."));
