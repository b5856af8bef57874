using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Tests.Consultations;

/// <summary>A township with three communities, a grid, and everybody who consults there.</summary>
internal static class Quarter
{
    public static readonly UnitCode Grid = UnitCode.Parse("430203001001001");
    public static readonly UnitCode Community = Grid.At(UnitLevel.Community);
    public static readonly UnitCode Second = UnitCode.Parse("430203001002");
    public static readonly UnitCode Third = UnitCode.Parse("430203001003");
    public static readonly UnitCode Elsewhere = UnitCode.Parse("430203002001");
    public static readonly UnitCode Township = Grid.At(UnitLevel.Township);
    public static readonly OrganCode Bureau = OrganCode.Parse("430203:D07");

    public static readonly Actor Party = new("party-1", Role.CommunityParty, OrganCode.Of(Community));
    public static readonly Actor Committee = new("committee-1", Role.CommunityCommittee, OrganCode.Of(Community));
    public static readonly Actor Council = new("council-1", Role.Council, OrganCode.Of(Community));
    public static readonly Actor Group = new("group-1", Role.GroupParty, OrganCode.Of(Grid));
    public static readonly Actor Supervision = new("supervision-1", Role.SupervisionCommittee, OrganCode.Of(Community));
    public static readonly Actor Government = new("government-1", Role.TownshipGovernment, OrganCode.Of(Township));
    public static readonly Actor Resident = new("resident-1", Role.Resident, OrganCode.Of(Community));
    public static readonly Actor SecondResident = new("resident-2", Role.Resident, OrganCode.Of(Second));
    public static readonly Actor SecondParty = new("party-2", Role.CommunityParty, OrganCode.Of(Second));
    public static readonly Actor Department = new("bureau-1", Role.Department, Bureau);

    /// <summary>Everybody, for walks at random.</summary>
    public static readonly ImmutableList<Actor> Everybody = [Party, Committee, Council, Group, Supervision, Government, Resident, SecondParty, Department];

    public static readonly ImmutableDictionary<UnitCode, CommunityFacts> Communities = new CommunityFacts[]
    {
        new(Community, Township, false), new(Second, Township, true), new(Third, Township, false), new(Elsewhere, UnitCode.Parse("430203002"), false),
    }.ToImmutableDictionary(f => f.Code);

    /// <summary>Thursday 2026-07-09 09:00: a plain week.</summary>
    public static readonly DateTimeOffset Thursday = Calendars.Given.Local("2026-07-09 09:00");

    /// <summary>What organs are called.</summary>
    public static string NameOf(OrganCode organ) => organ == OrganCode.Of(Community) ? "一社区" : organ == OrganCode.Of(Township) ? "贺家土街道" : $"单位{organ.Unit.Level}";

    public static ConsultationPlace? PlaceOf(UnitCode unit) => unit.Level < UnitLevel.Township || unit == UnitCode.Parse("430203001999") ? null : new(
        unit.Level == UnitLevel.Grid ? unit : null,
        unit.Level >= UnitLevel.Community ? unit.At(UnitLevel.Community) : null,
        unit.At(UnitLevel.Township), unit.At(UnitLevel.County), unit.At(UnitLevel.City));

    /// <summary>How a consultation of a variant begins, and by whom.</summary>
    public static (Actor By, OpenConsultation Command) Opening(ConsultationVariant variant, MatterFacts? matter = null) => variant switch
    {
        ConsultationVariant.BuildingOrGroup => (Group, new(Grid, [Community], "加装电梯", (matter ?? new()) with { GroupScope = true })),
        ConsultationVariant.CrossCommunity => (Government, new(Township, [Community, Second], "两社区共用道路整治", (matter ?? new()) with { Important = true })),
        ConsultationVariant.DirectMeeting => (Party, new(Community, [Community], "便民点搬迁", (matter ?? new()) with { WithoutCouncil = true })),
        _ => (Party, new(Community, [Community], "小区停车位改造", matter ?? new())),
    };

    /// <summary>Who makes the plan and holds the session.</summary>
    public static Actor Holder(ConsultationVariant variant) => variant switch
    {
        ConsultationVariant.BuildingOrGroup => Group,
        ConsultationVariant.CrossCommunity => Government,
        ConsultationVariant.DirectMeeting => Party,
        _ => Council,
    };

    /// <summary>Who puts the topic.</summary>
    public static Actor Proposer(ConsultationVariant variant) => variant == ConsultationVariant.Community ? Party : Holder(variant);

    public static readonly AddOpinion Opinion = new(OpinionSource.HouseholdVisit, Community, ParticipantKind.RegisteredResidents, "晚上停不了车", "ledger-1");

    public static readonly ProposeTopic Topic = new(TopicCategory.PublicAffairs, "小区停车位如何改造", [ParticipantKind.RegisteredResidents, ParticipantKind.OwnersCommittee]);

    public static MakePlan Plan(DateTimeOffset start) => new(
        start, VenueKind.ConsultationHall, "社区议事堂", "讨论两种改造办法", "各楼栋报名、推荐后选举", [ParticipantKind.RegisteredResidents, ParticipantKind.OwnersCommittee, ParticipantKind.RespectedPerson],
        ConsultationForm.Dialogue);

    public static readonly PublishNotice Notice = new([PublicationChannel.NoticeBoard, PublicationChannel.ResidentsGroups], "社区公告栏");

    /// <summary>The notice of what has no plan, such as a direct meeting's: it says when and where itself.</summary>
    public static PublishNotice Meeting(DateTimeOffset start) => Notice with { Start = start, MeetingPlace = "社区活动室" };

    public static FixParticipants Participants(params UnitCode[] communities) => new(
        [.. (communities.Length == 0 ? [Community] : communities).Select(c => new ParticipantClass(ParticipantKind.RegisteredResidents, c, 20, ChoiceMethod.Elected)),
            new(ParticipantKind.OwnersCommittee, Community, 5, ChoiceMethod.Delegated), new(ParticipantKind.RespectedPerson, Community, 5, ChoiceMethod.Invited)],
        "选举记录 2026-7");

    public static readonly ImmutableList<ParticipantKind> Heard = [ParticipantKind.RegisteredResidents, ParticipantKind.OwnersCommittee, ParticipantKind.RespectedPerson];

    public static EndSession End(SessionOutcome outcome = SessionOutcome.Consensus, params NewDissent[] dissents) => new(outcome, "同意划线，先试三个月", 30, Heard, [.. dissents]);

    public static readonly NewDissent Dissent = new(ParticipantKind.OwnersCommittee, "费用分摊不合理");

    public static readonly Announce Announcement = new("社区公告栏", [PublicationChannel.ResidentsGroups], "协商会议一致同意划线");
}
