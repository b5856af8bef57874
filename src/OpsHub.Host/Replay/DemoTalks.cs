using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Host.Replay;

/// <summary>A step of a demonstration's consultation.</summary>
/// <param name="At">When it happened.</param>
/// <param name="Role">In which role.</param>
/// <param name="Command">What was done.</param>
internal sealed record DemoStep(DateTimeOffset At, Role Role, ConsultationCommand Command);

/// <summary>A handful of consultations in different steps (演示协商), so that walls and consoles show what is due, late and ahead. Offices and counts only, no persons.</summary>
/// <param name="began">When the demonstration was first begun: every step lies before it.</param>
internal sealed class DemoTalks(DateTimeOffset began)
{
    private static readonly ImmutableList<ParticipantKind> Kinds = [ParticipantKind.RegisteredResidents, ParticipantKind.OwnersCommittee, ParticipantKind.RespectedPerson];

    /// <summary>The stories, each for a community of its own.</summary>
    public IReadOnlyList<Func<UnitCode, IReadOnlyList<DemoStep>>> All =>
    [
        // Its session ended yesterday evening: the announcement is due by the end of today.
        c => [.. Ended(c, "小区停车位改造", Evening(-1), SessionOutcome.Consensus)],
        // It has ended without agreement, was announced, and goes into a second round: the plan is due again.
        c => [.. Ended(c, "老旧小区加装电梯", Evening(-3), SessionOutcome.NoConsensus), new(Evening(-3).AddHours(1), Role.CommunityCommittee, Told), new(Morning(-1), Role.Council, new OpenAnotherRound())],
        // Nobody has announced it in time: a breach that stays.
        c => [.. Ended(c, "垃圾分类投放点选址", Evening(-4), SessionOutcome.Consensus)],
        // The topic was determined a week ago, and there is no plan.
        c => [.. Determined(c, "社区闲置用房使用", Morning(-8), TopicCategory.CollectiveFundsAndAssets)],
        // The session is planned for tomorrow.
        c => [.. Prepared(c, "小区物业服务标准", Morning(-2), LocalDay.At(Today.AddDays(1), new(15, 0)))],
        // Opinions are still collected.
        c => [Opens(c, "便民早市时段调整", Morning(-1)), new(Morning(-1).AddHours(1), Role.CommunityCommittee, new AddOpinion(OpinionSource.HouseholdVisit, c, ParticipantKind.RegisteredResidents, "希望早市延长到九点"))],
        // Agreed, announced, and being carried out.
        c =>
        [
            .. Ended(c, "楼道照明更换", Evening(-12), SessionOutcome.Consensus), new(Evening(-12).AddHours(1), Role.CommunityCommittee, Told), new(Morning(-11), Role.Council, new Conclude()),
            new(Morning(-10), Role.CommunityParty, new AdoptResult("社区居委会", "社区公共服务岗", null, [new("更换一期", Today.AddDays(20))])),
            new(Morning(-9), Role.CommunityParty, new StartImplementation()), new(Morning(-2), Role.CommunityCommittee, new PublishProgress("已完成第一、二栋")),
        ],
        // A large dispute in its second round, announced: a vote must be held.
        c =>
        [
            .. Ended(c, "小区出入口改造", Evening(-16), SessionOutcome.NoConsensus), new(Evening(-16).AddHours(1), Role.CommunityCommittee, Told), new(Morning(-14), Role.Council, new OpenAnotherRound()),
            .. Held(c, Morning(-13), Evening(-6), SessionOutcome.LargeDispute), new(Evening(-6).AddHours(1), Role.CommunityCommittee, Told), new(Morning(-5), Role.Council, new RequireVote()),
        ],
    ];

    private static Announce Told => new("社区公告栏", [PublicationChannel.NoticeBoard, PublicationChannel.ResidentsGroups], "协商情况已在社区公告栏公布，欢迎居民监督。");

    private DateOnly Today => LocalDay.Of(began);

    private DateTimeOffset Morning(int day) => LocalDay.At(Today.AddDays(day), new(9, 30));

    private DateTimeOffset Evening(int day) => LocalDay.At(Today.AddDays(day), new(20, 0));

    private static DemoStep Opens(UnitCode c, string title, DateTimeOffset at) => new(at, Role.CommunityParty, new OpenConsultation(c, [c], title, new()));

    private static IEnumerable<DemoStep> Determined(UnitCode c, string title, DateTimeOffset at, TopicCategory category = TopicCategory.PublicAffairs) =>
    [
        Opens(c, title, at),
        new(at.AddMinutes(20), Role.CommunityCommittee, new AddOpinion(OpinionSource.Box, c, ParticipantKind.RegisteredResidents, $"请社区牵头商议：{title}")),
        new(at.AddHours(1), Role.CommunityParty, new HoldWorkMeeting("例会纪要")),
        new(at.AddHours(2), Role.CommunityParty, new ProposeTopic(category, title, [ParticipantKind.RegisteredResidents, ParticipantKind.OwnersCommittee])),
        new(at.AddHours(3), Role.Council, new DetermineTopic()),
    ];

    private static IEnumerable<DemoStep> Prepared(UnitCode c, string title, DateTimeOffset at, DateTimeOffset session) => [.. Determined(c, title, at), .. Ready(c, at.AddHours(4), session)];

    private static IEnumerable<DemoStep> Ready(UnitCode c, DateTimeOffset at, DateTimeOffset session) =>
    [
        new(at, Role.Council, new MakePlan(session, VenueKind.ConsultationHall, "社区议事堂", "听取各方意见，商议办法", "各楼栋报名、推荐后选举产生", Kinds, ConsultationForm.Dialogue)),
        new(at.AddMinutes(30), Role.CommunityCommittee, new PublishNotice([PublicationChannel.NoticeBoard, PublicationChannel.ResidentsGroups], "社区公告栏")),
        new(at.AddHours(1), Role.Council, new FixParticipants(
            [
                new(ParticipantKind.RegisteredResidents, c, 20, ChoiceMethod.Elected), new(ParticipantKind.OwnersCommittee, c, 5, ChoiceMethod.Delegated), new(ParticipantKind.RespectedPerson, c, 5, ChoiceMethod.Invited),
            ],
            "参与主体选举记录")),
    ];

    // The session lasts two hours and ends at the instant given.
    private static IEnumerable<DemoStep> Held(UnitCode c, DateTimeOffset at, DateTimeOffset end, SessionOutcome outcome) =>
    [
        .. Ready(c, at, end.AddHours(-2)),
        new(end.AddHours(-2), Role.Council, new StartSession(PresiderKind.CouncilHead)),
        new(end, Role.Council, new EndSession(outcome, outcome == SessionOutcome.Consensus ? "同意先试行三个月" : "各方意见尚未一致", 28, Kinds, [])),
    ];

    private static IEnumerable<DemoStep> Ended(UnitCode c, string title, DateTimeOffset end, SessionOutcome outcome)
    {
        var at = end.AddHours(-34.5); // the morning of the day before
        return [.. Determined(c, title, at), .. Held(c, at.AddHours(4), end, outcome)];
    }
}
