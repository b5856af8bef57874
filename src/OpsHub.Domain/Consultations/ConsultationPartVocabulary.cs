using System.Text.Json.Serialization;

namespace OpsHub.Domain.Consultations;

/// <summary>Kind of body that takes part (协商主体). C015: thirteen, and other interested parties; C016: experts by invitation.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ParticipantKind>))]
public enum ParticipantKind
{
    /// <summary>Grassroots government and its agencies (基层政府及派出机关).</summary>
    Government,

    /// <summary>Party organisation of the community (社区、村党组织).</summary>
    PartyOrganisation,

    /// <summary>Residents' or villagers' committee (居委会、村委会).</summary>
    Committee,

    /// <summary>Supervision committee (居(村)务监督委员会).</summary>
    SupervisionCommittee,

    /// <summary>Residents' or villagers' group (居(村)民小组).</summary>
    ResidentsGroup,

    /// <summary>Units located there (驻社区、驻村单位).</summary>
    LocatedUnit,

    /// <summary>Social organisations (社区社会组织).</summary>
    SocialOrganisation,

    /// <summary>Owners' committee (业主委员会).</summary>
    OwnersCommittee,

    /// <summary>Collective economic organisation (集体经济组织).</summary>
    CollectiveEconomy,

    /// <summary>Farmers' cooperative (农民合作组织).</summary>
    FarmersCooperative,

    /// <summary>Property company (物业服务企业).</summary>
    PropertyCompany,

    /// <summary>Registered residents (户籍居民代表).</summary>
    RegisteredResidents,

    /// <summary>Residents registered elsewhere (非户籍居民代表).</summary>
    NonRegisteredResidents,

    /// <summary>Other interested party (其他利益相关方).</summary>
    OtherInterested,

    /// <summary>Experts, technical personnel, third parties, by invitation (受邀专家、专业技术人员、第三方机构). C016.</summary>
    Expert,

    /// <summary>Respected people: party veterans, deputies, heads of mass organisations, social workers (威望高、办事公道的老党员等). C017.</summary>
    RespectedPerson,
}

/// <summary>Where an opinion came from (意见来源). C032, C068.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OpinionSource>))]
public enum OpinionSource
{
    /// <summary>Opinion box (意见箱).</summary>
    Box,

    /// <summary>Online forum (网上论坛、居民群).</summary>
    OnlineForum,

    /// <summary>Household visit (入户走访).</summary>
    HouseholdVisit,

    /// <summary>12345 hotline (12345 热线).</summary>
    Hotline12345,
}

/// <summary>How participants of a class were chosen (产生方式). C028, C037, C046.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChoiceMethod>))]
public enum ChoiceMethod
{
    /// <summary>Elected (选举产生), after sign-up and recommendation.</summary>
    Elected,

    /// <summary>Sent by the body it speaks for (由所在单位委派).</summary>
    Delegated,

    /// <summary>Invited (邀请). C016, C017.</summary>
    Invited,
}

/// <summary>Who presides (主持人身份). C018: a person's office, never a name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PresiderKind>))]
public enum PresiderKind
{
    /// <summary>Head of the council (议事会主要负责人).</summary>
    CouncilHead,

    /// <summary>Another member of the council (议事会成员).</summary>
    CouncilMember,

    /// <summary>Secretary of the community's party organisation (党组织书记).</summary>
    Secretary,

    /// <summary>Director of the committee (居(村)委会主任).</summary>
    Director,

    /// <summary>From the building's or group's party organisation (楼宇小区、村民小组党组织负责人).</summary>
    GroupPartyHead,

    /// <summary>From the township (乡镇街道工作人员).</summary>
    TownshipOfficial,
}

/// <summary>Which body votes (表决主体). C030, C043, C049.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VoteBody>))]
public enum VoteBody
{
    /// <summary>Residents' or villagers' meeting (居民会议、村民会议).</summary>
    ResidentsMeeting,

    /// <summary>Representatives' meeting (居民代表会议、村民代表会议).</summary>
    RepresentativesMeeting,

    /// <summary>Meeting of plural bodies (多元主体参加的会议). C049.</summary>
    MultiPartyMeeting,

    /// <summary>The council (议事会), for what a building or group refers to it.</summary>
    Council,
}

/// <summary>How much agreement a vote takes (通过门槛). C051.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VoteThreshold>))]
public enum VoteThreshold
{
    /// <summary>More than half of those present: 2y &gt; n (过半数).</summary>
    Majority,

    /// <summary>At least two thirds of those present: 3y &gt;= 2n (三分之二以上).</summary>
    TwoThirds,
}

/// <summary>Where a session is held (协商地点类别). C011; which kinds count as hall is a parameter, assumed.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VenueKind>))]
public enum VenueKind
{
    /// <summary>Consultation hall (议事堂).</summary>
    ConsultationHall,

    /// <summary>Community service centre (社区服务中心、便民服务站).</summary>
    ServiceCentre,

    /// <summary>Cultural square or activity room (文化广场、活动室).</summary>
    ActivityPlace,

    /// <summary>Villagers' group or building (村民小组、楼栋院落).</summary>
    GroupPlace,

    /// <summary>Online (网上).</summary>
    Online,

    /// <summary>Another place (其他).</summary>
    Other,
}

/// <summary>Through what something is published (公布渠道).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PublicationChannel>))]
public enum PublicationChannel
{
    /// <summary>Notice board in the community (社区公告栏).</summary>
    NoticeBoard,

    /// <summary>Building entrances (楼栋张贴).</summary>
    BuildingPosters,

    /// <summary>Residents' groups online (居民微信群、QQ 群). C066.</summary>
    ResidentsGroups,

    /// <summary>Web page (网站、公众号).</summary>
    Website,

    /// <summary>Broadcast (广播).</summary>
    Broadcast,

    /// <summary>Letters or visits (书面送达、入户告知).</summary>
    LettersAndVisits,
}

/// <summary>Who is told how the result was carried out (反馈对象). C029, C048, C071.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FeedbackAudience>))]
public enum FeedbackAudience
{
    /// <summary>The masses (群众). C029.</summary>
    Masses,

    /// <summary>Participants (协商主体). C048.</summary>
    Participants,

    /// <summary>Interested parties (利益相关方). C048, C071.</summary>
    Stakeholders,

    /// <summary>Residents or villagers of all communities (居民、村民). C048.</summary>
    Residents,
}

/// <summary>Another office that a head, or a candidate, holds (兼任职务): an office, never a name. C018.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<HeadOffice>))]
public enum HeadOffice
{
    /// <summary>None of the two (无).</summary>
    None,

    /// <summary>Secretary of the community's party organisation (党组织书记).</summary>
    Secretary,

    /// <summary>Director of the committee (居(村)委会主任).</summary>
    Director,
}
