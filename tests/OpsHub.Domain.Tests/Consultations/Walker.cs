using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Tests.Consultations;

/// <summary>Chooses what somebody does next, from a seed: mostly a step that the stage permits, by an office that may; now and then anything by anybody.</summary>
internal sealed class Walker(int seed)
{
    private static readonly ImmutableList<Type> Commands =
        [.. ConsultationTransitions.Table.Select(m => m.Command).Distinct().Where(c => c != typeof(OpenConsultation)).OrderBy(c => c.Name, StringComparer.Ordinal)];

    // What leads away from the straight path, or nowhere, is taken seldom: otherwise few walks come far.
    private static readonly ImmutableDictionary<Type, int> Seldom = new Dictionary<Type, int>
    {
        [typeof(AddOpinion)] = 2,
        [typeof(RecordSolicitation)] = 6,
        [typeof(HoldWorkMeeting)] = 3,
        [typeof(RerouteConsultation)] = 4,
        [typeof(AddMatterFacts)] = 1,
        [typeof(SimplifySteps)] = 1,
        [typeof(AdjournSession)] = 2,
        [typeof(WithdrawConsultation)] = 1,
        [typeof(CorrectResult)] = 2,
        [typeof(Shelve)] = 2,
        [typeof(NoteSupervision)] = 2,
        [typeof(MakePlan)] = 6,
    }.ToImmutableDictionary();

    private readonly Random _random = new(seed);

    public MatterFacts Matter() => new(Vital: Maybe(), LegalVote: Maybe(4), Major: Maybe(4), CommunityActs: Maybe(), Technical: Maybe(), DelegatedBy: Maybe() ? Quarter.Bureau : null);

    public TimeSpan Pause() => TimeSpan.FromMinutes(_random.Next(1, Maybe(6) ? 9000 : 900));

    public (Actor By, ConsultationCommand Command) Next(Story story)
    {
        if (Maybe(8))
            return (Quarter.Everybody[_random.Next(Quarter.Everybody.Count)], Make(Commands[_random.Next(Commands.Count)], story));
        var open = Commands.FindAll(c => ConsultationTransitions.Permits(story.It, c)).SelectMany(c => Enumerable.Repeat(c, Seldom.GetValueOrDefault(c, 12))).ToImmutableList();
        if (open.IsEmpty)
            return (Quarter.Party, new Announce("公告栏", [], "无"));
        var command = open[_random.Next(open.Count)];
        var offices = ConsultationOffices.Of(story.It, command, story.Now, story.It.Place);
        var by = offices.IsEmpty ? Maybe() ? Quarter.Resident : Quarter.SecondResident : offices[_random.Next(offices.Count)] is var office ? new Actor("walker", office.Role, office.Organ) : null!;
        return (by, Make(command, story));
    }

    private ConsultationCommand Make(Type command, Story story)
    {
        var s = story.It;
        var here = s.Communities[_random.Next(s.Communities.Count)];
        return command.Name switch
        {
            nameof(AddOpinion) => Quarter.Opinion with { Community = Maybe(4) ? Quarter.Second : here, Entry = null },
            nameof(RecordSolicitation) => new RecordSolicitation(here, Maybe() ? ParticipantKind.RegisteredResidents : ParticipantKind.OwnersCommittee, "座谈"),
            nameof(HoldWorkMeeting) => new HoldWorkMeeting("纪要"),
            nameof(RerouteConsultation) => new RerouteConsultation(s.Matter with { Important = true }, Maybe() ? [Quarter.Community, Quarter.Second] : [here], "另定层级"),
            nameof(AddMatterFacts) => new AddMatterFacts(Maybe(8), Maybe(8), Maybe(8), Maybe(8), "另有发现"),
            nameof(SimplifySteps) => new SimplifySteps("表决", [.. Enum.GetValues<ConsultationStepKind>().Where(_ => Maybe(4))]),
            nameof(ProposeTopic) => Quarter.Topic with { Category = (TopicCategory)_random.Next(1, 9) },
            nameof(ReportToCouncil) => new ReportToCouncil(),
            nameof(DetermineTopic) => new DetermineTopic(),
            nameof(MakePlan) => Quarter.Plan(story.Now.AddHours(_random.Next(1, 100))),
            nameof(PublishNotice) => s.Plan is null ? Quarter.Meeting(story.Now.AddHours(_random.Next(1, 100))) : Quarter.Notice,
            nameof(FixParticipants) => Quarter.Participants(here) with { Classes = Quarter.Participants(here).Classes.ConvertAll(c => c with { Community = here }) },
            nameof(StartSession) => new StartSession(Maybe(6) ? PresiderKind.Director : Story.Presider(s.Variant)),
            nameof(AdjournSession) => new AdjournSession("改日", Maybe() ? story.Now.AddHours(_random.Next(1, 50)) : null),
            nameof(ResumeSession) => new ResumeSession(),
            nameof(EndSession) => Quarter.End(
                Maybe(3) ? SessionOutcome.NoConsensus : Maybe(6) ? SessionOutcome.LargeDispute : SessionOutcome.Consensus, [.. Enumerable.Repeat(Quarter.Dissent with { AllegesHarm = Maybe(4) }, _random.Next(0, 3))]),
            nameof(Announce) => Quarter.Announcement with { Duty = Maybe(3) ? s.OpenDuties.FindLast(d => d.Stem == DutyStems.Announce)?.Term.Id : null },
            nameof(ExplainDissent) => new ExplainDissent(s.Dissents.Find(d => d.ExplainedAt is null)?.Id ?? 1, "已上门说明"),
            nameof(Conclude) => new Conclude(),
            nameof(OpenAnotherRound) => new OpenAnotherRound("再议一次"),
            nameof(RequireVote) => new RequireVote("分歧难以弥合"),
            nameof(HoldVote) => new HoldVote(s.Vote?.Bodies[0], 90, _random.Next(30, 91) is var yes ? yes : 0, 90 - yes, 0, "表决记录", Eligible: 100, Community: s.Communities[_random.Next(s.Communities.Count)]),
            nameof(Shelve) => new Shelve("条件不成熟"),
            nameof(CloseFailed) => new CloseFailed(),
            nameof(AdoptResult) => new AdoptResult("居委会", "副主任岗", "阳光-7", [new("划线", DateOnly.FromDateTime(story.Now.UtcDateTime).AddDays(30))]),
            nameof(StartImplementation) => new StartImplementation(),
            nameof(PublishProgress) => new PublishProgress("已划一半", Maybe() ? 1 : null),
            nameof(NoteSupervision) => new NoteSupervision("按期"),
            nameof(CompleteImplementation) => new CompleteImplementation("已划完"),
            nameof(FeedBackResult) => new FeedBackResult([.. Enum.GetValues<FeedbackAudience>().Where(_ => !Maybe(3)).DefaultIfEmpty(FeedbackAudience.Masses)], "已划完"),
            nameof(RecordSurvey) => new RecordSurvey("回访记录", 20, 18),
            nameof(ArchiveConsultation) => new ArchiveConsultation(["方案", "公告"]),
            nameof(CorrectResult) => new CorrectResult("违反物权规定", Maybe()),
            nameof(DismissReview) => new DismissReview("未发现违法"),
            nameof(WithdrawConsultation) => new WithdrawConsultation("情况已变"),
            nameof(ReportUp) => new ReportUp("结果报告"),
            nameof(StudyReport) => new StudyReport("已研究"),
            nameof(DecideReport) => new DecideReport(Maybe(), "按程序办理"),
            nameof(FeedBackReport) => new FeedBackReport("已告知"),
            var unknown => throw new InvalidOperationException($"Nobody walks with {unknown}."),
        };
    }

    private bool Maybe(int of = 2) => _random.Next(of) == 0;
}
