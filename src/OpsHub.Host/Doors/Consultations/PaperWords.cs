using OpsHub.Domain.Consultations;

namespace OpsHub.Host.Doors.Consultations;

/// <summary>A label in both languages. Documents are Chinese; what stands around them follows the reader.</summary>
internal readonly record struct Words(string Zh, string En)
{
    public string In(bool english) => english ? En : Zh;
}

/// <summary>Words of the values that documents name.</summary>
internal static class PaperWords
{
    public static readonly Words Plan = new("协商方案", "Consultation plan");
    public static readonly Words Notice = new("协商公告", "Consultation notice");

    public static Words Of(AnnouncementKind kind) => kind switch
    {
        AnnouncementKind.Session => new("协商情况公告", "Result of a consultation session"),
        AnnouncementKind.Vote => new("表决结果公告", "Result of a vote"),
        AnnouncementKind.Correction => new("纠正公告", "Correction of a result"),
        _ => throw Unknown(kind),
    };

    public static Words Of(Paper paper) => paper.Kind switch
    {
        PaperKind.Plan => Plan,
        PaperKind.Notice => Notice,
        _ => Of(paper.Announcement!.Kind),
    };

    public static string Zh(ConsultationForm form) => form switch
    {
        ConsultationForm.Meeting => "会议协商",
        ConsultationForm.Dialogue => "对话协商",
        ConsultationForm.Written => "书面协商",
        ConsultationForm.Online => "网络协商",
        _ => throw Unknown(form),
    };

    public static string Zh(SessionType type) => type switch
    {
        SessionType.ConcernsTalk => "民情恳谈会",
        SessionType.GovernanceCommittee => "社区治理委员会",
        SessionType.Hearing => "听证会",
        SessionType.Appraisal => "评议会",
        SessionType.EstateConsultation => "小区协商",
        SessionType.OwnersConsultation => "业主协商",
        _ => throw Unknown(type),
    };

    public static string Zh(VenueKind venue) => venue switch
    {
        VenueKind.ConsultationHall => "议事堂",
        VenueKind.ServiceCentre => "社区服务中心（便民服务站）",
        VenueKind.ActivityPlace => "文化广场（活动室）",
        VenueKind.GroupPlace => "村民小组（楼栋院落）",
        VenueKind.Online => "网上",
        VenueKind.Other => "其他场所",
        _ => throw Unknown(venue),
    };

    public static string Zh(PublicationChannel channel) => channel switch
    {
        PublicationChannel.NoticeBoard => "社区公告栏",
        PublicationChannel.BuildingPosters => "楼栋张贴",
        PublicationChannel.ResidentsGroups => "居民微信群、QQ 群",
        PublicationChannel.Website => "网站、公众号",
        PublicationChannel.Broadcast => "广播",
        PublicationChannel.LettersAndVisits => "书面送达、入户告知",
        _ => throw Unknown(channel),
    };

    public static string Zh(ParticipantKind kind) => kind switch
    {
        ParticipantKind.Government => "基层政府及派出机关",
        ParticipantKind.PartyOrganisation => "社区（村）党组织",
        ParticipantKind.Committee => "居（村）民委员会",
        ParticipantKind.SupervisionCommittee => "居（村）务监督委员会",
        ParticipantKind.ResidentsGroup => "居（村）民小组",
        ParticipantKind.LocatedUnit => "驻区单位",
        ParticipantKind.SocialOrganisation => "社区社会组织",
        ParticipantKind.OwnersCommittee => "业主委员会",
        ParticipantKind.CollectiveEconomy => "集体经济组织",
        ParticipantKind.FarmersCooperative => "农民合作组织",
        ParticipantKind.PropertyCompany => "物业服务企业",
        ParticipantKind.RegisteredResidents => "户籍居民代表",
        ParticipantKind.NonRegisteredResidents => "非户籍居民代表",
        ParticipantKind.OtherInterested => "其他利益相关方",
        ParticipantKind.Expert => "受邀专家、专业技术人员、第三方机构",
        ParticipantKind.RespectedPerson => "威望高、办事公道的老党员等人士",
        _ => throw Unknown(kind),
    };

    public static string Zh(ChoiceMethod method) => method switch
    {
        ChoiceMethod.Elected => "选举产生",
        ChoiceMethod.Delegated => "所在单位委派",
        ChoiceMethod.Invited => "邀请",
        _ => throw Unknown(method),
    };

    private static ArgumentOutOfRangeException Unknown<T>(T value) where T : struct, Enum => new(nameof(value), value, "A value without words.");
}
