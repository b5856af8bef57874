using System.Collections.Immutable;
using System.Text.Json;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Consultations;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Trace;
using OpsHub.Host.Doors.Consultations;
using OpsHub.Host.Tests.Fakes;

namespace OpsHub.Host.Tests.Doors.Consultations;

/// <summary>A consultation told by its trace, step by step: two rounds, a vote and a correction, as documents see it.</summary>
internal sealed class PaperStory
{
    public const string Key = "consultation-0123456789abcdef0123456789abcdef";
    public const string Number = "XS2026-000017";
    public static readonly UnitCode Community = UnitCode.Parse("430203001001");
    public static readonly OrganCode Lead = OrganCode.Of(Community);
    public static readonly DateTimeOffset Start = new(2026, 11, 23, 9, 30, 0, TimeSpan.FromHours(8));

    private static readonly ParticipantKind[] Kinds =
        [ParticipantKind.PartyOrganisation, ParticipantKind.Committee, ParticipantKind.OwnersCommittee, ParticipantKind.PropertyCompany, ParticipantKind.RegisteredResidents, ParticipantKind.NonRegisteredResidents];

    private readonly List<TraceEntry> _entries = [];

    public IReadOnlyList<TraceEntry> Entries => _entries;

    public PublishedPapers Papers => PublishedPapers.Of(_entries)!;

    public static IHubDirectory Directory { get; } = Fake.Of<IHubDirectory>((method, args) => method.Name switch
    {
        nameof(IHubDirectory.NameOf) => args[0]!.ToString() switch { "430203001001" => "来园社区居委会", "430203001003" => "大园社区居委会", "430203001" => "贺家土街道", var code => code },
        _ => null,
    });

    public static PaperNames Names { get; } = new(Directory);

    public Paper Paper(PaperKind kind, int id) => Papers.Find(kind, id).ShouldNotBeNull();

    public PaperStory Begin(string title = "老旧小区加装电梯及费用分担")
    {
        var place = new ConsultationPlace(null, Community, UnitCode.Parse("430203001"), UnitCode.Parse("430203"), UnitCode.Parse("4302"));
        Add(new ConsultationOpened(Start.AddDays(-10), Number, ConsultationVariant.Community, place, Lead, [Community], title, new MatterFacts(Vital: true), "account:1", null, 1, 1), Role.CommunityParty);
        Add(new TopicProposed(Start.AddDays(-8), new(TopicCategory.PressingProblems, "3 栋至 7 栋加装电梯的位置、费用分担和后续维护", [.. Kinds], Start.AddDays(-8)), []), Role.CommunityParty);
        Add(new TopicDetermined(Start.AddDays(-7), Start.AddDays(-7), [Duty("plan", Start.AddDays(-7), Start.AddDays(-5).Date, "C035", BasisKind.Text, null)]), Role.Council);
        return this;
    }

    /// <summary>Its row in the index.</summary>
    public static ConsultationRow Row() => new()
    {
        Key = Key, Version = 1, Number = Number, Title = "老旧小区加装电梯及费用分担", Variant = ConsultationVariant.Community, Stage = ConsultationStage.Planned,
        Place = new(null, Community, UnitCode.Parse("430203001"), UnitCode.Parse("430203"), UnitCode.Parse("4302")), Communities = [Community], Lead = Lead, Round = 1,
        BeganAt = Start.AddDays(-10), ChangedAt = Start, Contribution = new(ConsultationStage.Planned, true, 0, Buckets.Empty, 0, 0, false, 1, false, 0, false),
        Outcomes = new(0, 0, 0, 0, 0, null, null, 0, 0),
    };

    public PaperStory Plan(DateTimeOffset? start = null, string content = "1. 加装电梯的位置和施工安排；\n2. 各楼层费用分担比例；\n3. 电梯建成后的维护责任和费用来源。")
    {
        var at = start ?? Start;
        Add(new PlanMade(at.AddDays(-5), new(
            at, VenueKind.ConsultationHall, "来园社区二楼议事堂", content, "各楼栋自愿报名和群众推荐，经居民民主选举产生", [.. Kinds], ConsultationForm.Meeting, SessionType.EstateConsultation, at.AddDays(-5)), []), Role.Council);
        return this;
    }

    public PaperStory Notice(DateTimeOffset? at = null)
    {
        var start = Papers.Now.Plan!.Start;
        Add(new NoticePublished(at ?? start.AddDays(-4), new(at ?? start.AddDays(-4), [PublicationChannel.NoticeBoard, PublicationChannel.ResidentsGroups], "社区公告栏及 3 栋至 7 栋入口")), Role.Council);
        Add(new ParticipantsFixed(start.AddDays(-2), new(start.AddDays(-2), [.. Kinds.Select(k => new ParticipantClass(k, Community, 5, ChoiceMethod.Elected))], "选举记录 2026-11")), Role.Council);
        return this;
    }

    public PaperStory Session(SessionOutcome outcome, int attendance = 34, string? opinion = null, params string[] dissents)
    {
        var (start, number) = (Papers.Now.Plan!.Start, Papers.Now.Sessions.Count + 1);
        var session = new ConsultationSession(number, Papers.Now.Round, start, PresiderKind.CouncilHead, [], Place: Papers.Now.Plan!.Place);
        Add(new SessionStarted(start, session), Role.Council);
        var end = start.AddHours(2);
        Add(new SessionClosed(
            end, session with { EndedAt = end, Outcome = outcome, Opinion = opinion, Attendance = attendance, Heard = [.. Kinds] },
            [.. dissents.Select((d, i) => new Dissent(i + 1, number, ParticipantKind.RegisteredResidents, d, false))], false,
            [Duty(number == 1 ? "announce" : $"announce-{number}", end, end.AddDays(2).Date, "C040", BasisKind.Text, number)]), Role.Council);
        return this;
    }

    public PaperStory Announce(AnnouncementKind kind, DateTimeOffset at, string text, DateTimeOffset? due = null)
    {
        var state = Papers.Now;
        var session = kind == AnnouncementKind.Session ? state.Sessions[^1] : null;
        due ??= session is null ? null : state.Duties.FindLast(d => d.Session == session.Number)?.Term.Due;
        Add(new ConsultationAnnounced(
            at, new(state.Announcements.Count + 1, kind, session?.Number, at, "社区公告栏及 3 栋至 7 栋入口", [PublicationChannel.NoticeBoard, PublicationChannel.ResidentsGroups], text, due, at >= due), []), Role.CommunityCommittee);
        return this;
    }

    public PaperStory Add(ConsultationEvent happened, Role role = Role.Council, DateTimeOffset? recorded = null)
    {
        var entry = new TraceEntry
        {
            Sequence = _entries.Count + 1, At = (recorded ?? happened.At).ToUniversalTime(), OccurredAt = recorded is null ? null : happened.At, Principal = "account:1", Role = role, Organ = Lead, Event = happened.Name,
            Command = "c", Body = "b", Rule = happened.Rule, Content = JsonSerializer.Serialize(happened, DomainSerialization.Options),
            PreviousHash = _entries.Count == 0 ? TraceHash.Genesis : _entries[^1].Hash, Hash = "",
        };
        _entries.Add(entry with { Hash = TraceHash.Of(Key, entry) });
        return this;
    }

    public static Duty Duty(string id, DateTimeOffset from, DateTime dueDay, string rule, BasisKind kind, int? session)
    {
        var due = new DateTimeOffset(dueDay, TimeSpan.FromHours(8)).ToUniversalTime();
        return new(new Term(id, rule == "C040" ? "公告协商情况" : "制定协商方案", "来园社区居委会", from, 1, new(1, BudgetUnit.SameOrNextDay), new(rule, "二(四)2", kind, null), [], due, false, null, []), kind == BasisKind.Text, session);
    }

    /// <summary>All of it: what each kind of document is drawn from.</summary>
    public static PaperStory Whole()
    {
        var second = Start.AddDays(12);
        var story = new PaperStory().Begin().Plan().Notice()
            .Session(SessionOutcome.NoConsensus, 34, null, "一楼住户认为采光受影响，联系电话 13873300001")
            .Announce(AnnouncementKind.Session, Start.AddDays(1), "本次会议就电梯位置形成初步共识，费用分担比例意见不一致，未达成一致。有疑问请致电 13873300001。")
            .Add(new RoundOpened(Start.AddDays(3), 2, null, []))
            .Plan(second).Notice()
            .Session(SessionOutcome.Consensus, 41, "同意在 3 栋至 7 栋北侧加装电梯；费用按楼层由低到高逐层递增分担，一楼不分担；维护费用从公共收益中列支。")
            .Announce(AnnouncementKind.Session, second.AddDays(3), "第二轮协商就加装电梯的位置、费用分担和维护达成一致，将依法提交居民会议表决。")
            .Add(new VoteCalled(second.AddDays(4), new(second.AddDays(4), [VoteBody.ResidentsMeeting], VoteThreshold.TwoThirds, "C030", null)))
            .Add(new VoteHeld(second.AddDays(8), new(second.AddDays(8), VoteBody.ResidentsMeeting, 186, 152, 22, 12, VoteThreshold.TwoThirds, true, true, 240, "表决记录 2026-12"), [], null));
        return story
            .Announce(AnnouncementKind.Vote, second.AddDays(8).AddHours(3), "表决通过后将按协商意见组织实施。")
            .Add(new ResultCorrected(second.AddDays(20), new(second.AddDays(20), "费用分担方案未计入已有的政府补贴，与《民法典》有关业主共同决定事项的规定不符", false, OrganCode.Parse("430203001")), 3, []), Role.TownshipGovernment)
            .Announce(AnnouncementKind.Correction, second.AddDays(20).AddHours(2), "原费用分担比例停止执行，社区将重新组织协商。");
    }
}
