using System.Text.Json.Serialization;

namespace OpsHub.Domain.Consultations;

/// <summary>Which of the ways of consulting it takes (协商类型). C024, C012.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ConsultationVariant>))]
public enum ConsultationVariant
{
    /// <summary>Building, estate or villagers' group (楼宇小区、村民小组协商). 二(四)1, C014.</summary>
    BuildingOrGroup,

    /// <summary>Community or village (社区、村协商). 二(四)2.</summary>
    Community,

    /// <summary>Several communities together (跨社区、跨村协商). 二(四)3, C013.</summary>
    CrossCommunity,

    /// <summary>Led through a meeting, without the council (会议直议). C012.</summary>
    DirectMeeting,
}

/// <summary>Where a consultation stands (协商步骤). SM2.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ConsultationStage>))]
public enum ConsultationStage
{
    /// <summary>Opinions are collected (收集意见). Step 1.</summary>
    Collecting,

    /// <summary>A topic is proposed (提出议题). Step 2.</summary>
    TopicProposed,

    /// <summary>The topic is determined (确定议题).</summary>
    TopicDetermined,

    /// <summary>A plan is made (制定方案). Step 3; notice and participants follow in either order.</summary>
    Planned,

    /// <summary>Notice published and participants fixed (准备就绪). Steps 4 and 5.</summary>
    Prepared,

    /// <summary>The session is on, or adjourned (协商中、休会). Step 6.</summary>
    InSession,

    /// <summary>The session has ended with an outcome (会议结束).</summary>
    SessionEnded,

    /// <summary>The opinion is formed (形成协商意见).</summary>
    Concluded,

    /// <summary>A vote must be held (须表决).</summary>
    VoteRequired,

    /// <summary>The vote passed (表决通过).</summary>
    VotePassed,

    /// <summary>The vote failed (表决未通过).</summary>
    VoteFailed,

    /// <summary>Adopted (采纳).</summary>
    Adopted,

    /// <summary>Being carried out (组织实施).</summary>
    Implementing,

    /// <summary>Carried out (实施完成).</summary>
    Implemented,

    /// <summary>Fed back (已反馈).</summary>
    FedBack,

    /// <summary>Satisfaction surveyed (已测评).</summary>
    Surveyed,

    /// <summary>Archived (已归档).</summary>
    Archived,

    /// <summary>Not adopted (未采纳): vote failed, or shelved.</summary>
    NotAdopted,

    /// <summary>An unlawful result was annulled (已纠正). C054.</summary>
    Corrected,

    /// <summary>Withdrawn before a session (已撤回).</summary>
    Withdrawn,
}

/// <summary>What a consultation is about (协商内容): eight categories. C004. The text at hand fixes 4, 5 and 8; the words of the others are assumed.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TopicCategory>))]
public enum TopicCategory
{
    /// <summary>1: public affairs and public welfare (公共事务和公益事业).</summary>
    PublicAffairs = 1,

    /// <summary>2: pressing problems and disputes (居民反映强烈的实际困难和矛盾纠纷).</summary>
    PressingProblems = 2,

    /// <summary>3: carrying out policies and key tasks (方针政策、重点工作的落实).</summary>
    PolicyImplementation = 3,

    /// <summary>4: matters that the law puts to a residents' or representatives' meeting (须提交居(村)民会议表决的事项). C007, resolution 57.</summary>
    MeetingVoteMatters = 4,

    /// <summary>5: community funds, collective assets and resources (社区资金使用以及集体资产、资源管理的重大事项). C005.</summary>
    CollectiveFundsAndAssets = 5,

    /// <summary>6: self-governance charters and conventions (自治章程、居民公约、村规民约).</summary>
    SelfGovernanceRules = 6,

    /// <summary>7: matters that government or departments entrust (政府及部门委托协商的事项). C058.</summary>
    DelegatedByGovernment = 7,

    /// <summary>8: matters on which the bodies agreed to consult (各类协商主体协商一致提出的事项). C083.</summary>
    ProposedByBodies = 8,
}

/// <summary>Form of consultation (协商形式). C019-C023.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ConsultationForm>))]
public enum ConsultationForm
{
    /// <summary>Meeting (会议协商). C019.</summary>
    Meeting,

    /// <summary>Dialogue: fixed day, visits, talks (对话协商). C021.</summary>
    Dialogue,

    /// <summary>Written: opinion-request letter and notice letter (书面协商:《征求意见书》《告知函》). C022.</summary>
    Written,

    /// <summary>Online: site, microblog, groups (网络协商). C023.</summary>
    Online,
}

/// <summary>Further types of session that are explored (探索的协商载体). C077.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SessionType>))]
public enum SessionType
{
    /// <summary>Talk on people's concerns (民情恳谈会).</summary>
    ConcernsTalk,

    /// <summary>Community governance committee (社区治理委员会).</summary>
    GovernanceCommittee,

    /// <summary>Hearing (听证会).</summary>
    Hearing,

    /// <summary>Appraisal (评议会).</summary>
    Appraisal,

    /// <summary>Estate consultation (小区协商).</summary>
    EstateConsultation,

    /// <summary>Owners' consultation (业主协商).</summary>
    OwnersConsultation,
}

/// <summary>How a session ended (协商结果). SM2 row 10.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SessionOutcome>))]
public enum SessionOutcome
{
    /// <summary>Agreement (达成一致).</summary>
    Consensus,

    /// <summary>No agreement (未达成一致).</summary>
    NoConsensus,

    /// <summary>Large dispute (争议较大). C042.</summary>
    LargeDispute,
}

/// <summary>Where the report of a delegated matter stands (受委托事项办理). SM2 row Z.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DelegatedStage>))]
public enum DelegatedStage
{
    /// <summary>No result to report yet (未产生结果).</summary>
    None,

    /// <summary>To be reported up (待上报). C058.</summary>
    ToReport,

    /// <summary>Reported up (已上报).</summary>
    Reported,

    /// <summary>Studied (已研究). C078.</summary>
    Studied,

    /// <summary>Adopted by government or department (已采纳).</summary>
    Adopted,

    /// <summary>Refused with reason (不予采纳).</summary>
    Refused,

    /// <summary>Fed back to those it concerns (已反馈). C059.</summary>
    FedBack,

    /// <summary>The result was annulled, so there is nothing left to adopt (已失效). C054.</summary>
    Void,
}

/// <summary>A step that residents may vote to drop, or that they may not (协商步骤). C024, C025: the seven, and the work meeting of C033.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ConsultationStepKind>))]
public enum ConsultationStepKind
{
    /// <summary>1, collecting opinions (收集意见). Never dropped: everything rests on them.</summary>
    Opinions,

    /// <summary>Work meeting (工作例会). C033.</summary>
    WorkMeeting,

    /// <summary>2, determining the topic (确定议题). Never dropped.</summary>
    Topic,

    /// <summary>3, making the plan (制定方案). C035, C036.</summary>
    Plan,

    /// <summary>4, publishing the notice (发布公告). C027, C038, C047.</summary>
    Notice,

    /// <summary>5, fixing the participants (确定参与主体). C028, C037, C046.</summary>
    Participants,

    /// <summary>6, the session (开展协商). Never dropped: without it nothing is consulted.</summary>
    Session,

    /// <summary>7, announcing what it came to (公告协商情况). Never dropped: residents are owed it.</summary>
    Announcement,
}

/// <summary>What an announcement tells (公告类别).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AnnouncementKind>))]
public enum AnnouncementKind
{
    /// <summary>What a session came to, whatever its outcome (协商情况公告). C040.</summary>
    Session,

    /// <summary>What a vote came to (表决结果公告).</summary>
    Vote,

    /// <summary>That a result was corrected (纠正公告). C054.</summary>
    Correction,
}
