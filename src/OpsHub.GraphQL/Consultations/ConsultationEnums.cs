using OpsHub.Contracts.Consultations;
using OpsHub.Domain.Consultations;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Consultations;

/// <summary>Variants.</summary>
internal sealed class ConsultationVariantType() : EnumType<ConsultationVariant>("ConsultationVariant", "Which of the ways of consulting it takes (协商类型). C024, C012.",
    ("BUILDING_OR_GROUP", ConsultationVariant.BuildingOrGroup, "Building, estate or villagers' group (楼宇小区、村民小组协商). C014."),
    ("COMMUNITY", ConsultationVariant.Community, "Community or village (社区、村协商), through its council."),
    ("CROSS_COMMUNITY", ConsultationVariant.CrossCommunity, "Several communities together, led by the township (跨社区、跨村协商). C013."),
    ("DIRECT_MEETING", ConsultationVariant.DirectMeeting, "Led through a meeting, without the council (会议直议). C012."));

/// <summary>Stages.</summary>
internal sealed class ConsultationStageType() : EnumType<ConsultationStage>("ConsultationStage", "Where a consultation stands (协商步骤): the states of SM2.",
    ("COLLECTING", ConsultationStage.Collecting, "Opinions are collected (收集意见)."),
    ("TOPIC_PROPOSED", ConsultationStage.TopicProposed, "A topic is proposed (提出议题)."),
    ("TOPIC_DETERMINED", ConsultationStage.TopicDetermined, "The topic is determined, the plan is due (确定议题)."),
    ("PLANNED", ConsultationStage.Planned, "A plan is made; notice and participants follow in either order (制定方案)."),
    ("PREPARED", ConsultationStage.Prepared, "Notice published and participants fixed (准备就绪)."),
    ("IN_SESSION", ConsultationStage.InSession, "The session is on, or adjourned (协商中、休会)."),
    ("SESSION_ENDED", ConsultationStage.SessionEnded, "The session has ended with an outcome (会议结束)."),
    ("CONCLUDED", ConsultationStage.Concluded, "The opinion is formed (形成协商意见)."),
    ("VOTE_REQUIRED", ConsultationStage.VoteRequired, "A vote must be held (须表决)."),
    ("VOTE_PASSED", ConsultationStage.VotePassed, "The vote passed (表决通过)."),
    ("VOTE_FAILED", ConsultationStage.VoteFailed, "The vote failed (表决未通过)."),
    ("ADOPTED", ConsultationStage.Adopted, "Adopted (采纳)."),
    ("IMPLEMENTING", ConsultationStage.Implementing, "Being carried out (组织实施)."),
    ("IMPLEMENTED", ConsultationStage.Implemented, "Carried out (实施完成)."),
    ("FED_BACK", ConsultationStage.FedBack, "Fed back (已反馈)."),
    ("SURVEYED", ConsultationStage.Surveyed, "Satisfaction surveyed (已测评)."),
    ("ARCHIVED", ConsultationStage.Archived, "Archived (已归档)."),
    ("NOT_ADOPTED", ConsultationStage.NotAdopted, "Not adopted: the vote failed, or it was shelved (未采纳)."),
    ("CORRECTED", ConsultationStage.Corrected, "An unlawful result was annulled (已纠正). C054."),
    ("WITHDRAWN", ConsultationStage.Withdrawn, "Withdrawn before a session (已撤回)."));

/// <summary>Categories of topics.</summary>
internal sealed class TopicCategoryType() : EnumType<TopicCategory>("TopicCategory", "What a consultation is about (协商内容): eight categories. C004; the words of 4, 5 and 8 are the policy's, those of the others assumed.",
    ("PUBLIC_AFFAIRS", TopicCategory.PublicAffairs, "1: public affairs and public welfare (公共事务和公益事业)."),
    ("PRESSING_PROBLEMS", TopicCategory.PressingProblems, "2: pressing problems and disputes (居民反映强烈的实际困难和矛盾纠纷)."),
    ("POLICY_IMPLEMENTATION", TopicCategory.PolicyImplementation, "3: carrying out policies and key tasks (方针政策、重点工作的落实)."),
    ("MEETING_VOTE_MATTERS", TopicCategory.MeetingVoteMatters, "4: matters that the law puts to a residents' or representatives' meeting (须提交居(村)民会议表决的事项). C007."),
    ("COLLECTIVE_FUNDS_AND_ASSETS", TopicCategory.CollectiveFundsAndAssets, "5: community funds, collective assets and resources (社区资金使用以及集体资产、资源管理的重大事项). C005."),
    ("SELF_GOVERNANCE_RULES", TopicCategory.SelfGovernanceRules, "6: self-governance charters and conventions (自治章程、居民公约、村规民约)."),
    ("DELEGATED_BY_GOVERNMENT", TopicCategory.DelegatedByGovernment, "7: matters that government or departments entrust (政府及部门委托协商的事项). C058."),
    ("PROPOSED_BY_BODIES", TopicCategory.ProposedByBodies, "8: matters on which the bodies agreed to consult (各类协商主体协商一致提出的事项). C083."));

/// <summary>Orders of lists.</summary>
internal sealed class ConsultationOrderType() : EnumType<ConsultationOrder>("ConsultationOrder", "How a list of consultations is ordered (排序); the id breaks ties.",
    ("DUE_AT", ConsultationOrder.DueAt, "Nearest due of an open duty first; those without one last."),
    ("CHANGED_AT_DESCENDING", ConsultationOrder.ChangedAtDescending, "Latest change first."),
    ("BEGAN_AT_DESCENDING", ConsultationOrder.BeganAtDescending, "Newest first."),
    ("ANNOUNCE_DUE_AT", ConsultationOrder.AnnounceDueAt, "Nearest due of an announcement first; those without one last. C040."));

/// <summary>Sources of opinions.</summary>
internal sealed class OpinionSourceType() : EnumType<OpinionSource>("OpinionSource", "Where an opinion came from (意见来源). C032, C068.",
    ("BOX", OpinionSource.Box, "Opinion box (意见箱)."),
    ("ONLINE_FORUM", OpinionSource.OnlineForum, "Online forum (网上论坛、居民群)."),
    ("HOUSEHOLD_VISIT", OpinionSource.HouseholdVisit, "Household visit (入户走访)."),
    ("HOTLINE_12345", OpinionSource.Hotline12345, "12345 hotline (12345 热线)."));

/// <summary>Steps.</summary>
internal sealed class ConsultationStepKindType() : EnumType<ConsultationStepKind>("ConsultationStepKind", "A step that residents may vote to drop, or that no vote drops (协商步骤). C024, C025.",
    ("OPINIONS", ConsultationStepKind.Opinions, "1: collecting opinions (收集意见); never dropped."),
    ("WORK_MEETING", ConsultationStepKind.WorkMeeting, "Work meeting of the community's way (工作例会). C033."),
    ("TOPIC", ConsultationStepKind.Topic, "2: determining the topic (确定议题); never dropped."),
    ("PLAN", ConsultationStepKind.Plan, "3: making the plan (制定方案). C035."),
    ("NOTICE", ConsultationStepKind.Notice, "4: publishing the notice (发布公告). C038."),
    ("PARTICIPANTS", ConsultationStepKind.Participants, "5: fixing the participants (确定参与主体). C037."),
    ("SESSION", ConsultationStepKind.Session, "6: the session (开展协商); never dropped."),
    ("ANNOUNCEMENT", ConsultationStepKind.Announcement, "7: announcing what it came to (公告协商情况); never dropped. C040."));

/// <summary>Kinds of bodies.</summary>
internal sealed class ParticipantKindType() : EnumType<ParticipantKind>("ParticipantKind", "Kind of body that takes part (协商主体): thirteen and other interested parties, C015; experts, C016; respected people, C017.",
    ("GOVERNMENT", ParticipantKind.Government, "Grassroots government and its agencies (基层政府及派出机关)."),
    ("PARTY_ORGANISATION", ParticipantKind.PartyOrganisation, "Party organisation of the community (社区、村党组织)."),
    ("COMMITTEE", ParticipantKind.Committee, "Residents' or villagers' committee (居委会、村委会)."),
    ("SUPERVISION_COMMITTEE", ParticipantKind.SupervisionCommittee, "Supervision committee (居(村)务监督委员会)."),
    ("RESIDENTS_GROUP", ParticipantKind.ResidentsGroup, "Residents' or villagers' group (居(村)民小组)."),
    ("LOCATED_UNIT", ParticipantKind.LocatedUnit, "Units located there (驻社区、驻村单位)."),
    ("SOCIAL_ORGANISATION", ParticipantKind.SocialOrganisation, "Social organisations (社区社会组织)."),
    ("OWNERS_COMMITTEE", ParticipantKind.OwnersCommittee, "Owners' committee (业主委员会)."),
    ("COLLECTIVE_ECONOMY", ParticipantKind.CollectiveEconomy, "Collective economic organisation (集体经济组织)."),
    ("FARMERS_COOPERATIVE", ParticipantKind.FarmersCooperative, "Farmers' cooperative (农民合作组织)."),
    ("PROPERTY_COMPANY", ParticipantKind.PropertyCompany, "Property company (物业服务企业)."),
    ("REGISTERED_RESIDENTS", ParticipantKind.RegisteredResidents, "Registered residents (户籍居民代表)."),
    ("NON_REGISTERED_RESIDENTS", ParticipantKind.NonRegisteredResidents, "Residents registered elsewhere (非户籍居民代表)."),
    ("OTHER_INTERESTED", ParticipantKind.OtherInterested, "Other interested party (其他利益相关方)."),
    ("EXPERT", ParticipantKind.Expert, "Experts, technical personnel, third parties, by invitation (受邀专家、专业技术人员、第三方机构). C016."),
    ("RESPECTED_PERSON", ParticipantKind.RespectedPerson, "Respected people: party veterans, deputies, heads of mass organisations, social workers (威望高、办事公道的老党员等). C017."));
