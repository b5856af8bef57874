using System.Collections.Immutable;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Contracts.Tests;

/// <summary>One of each command and event of a consultation, every field set.</summary>
internal static class ConsultationSamples
{
    private static readonly DateTimeOffset At = CaseSamples.At;
    private static readonly UnitCode Community = UnitCode.Parse("430203001001");
    private static readonly UnitCode Second = UnitCode.Parse("430203001002");
    private static readonly OrganCode Township = CaseSamples.Township;
    private static readonly ConsultationPlace Place = new(CaseSamples.Grid, Community, Community.At(UnitLevel.Township), Community.At(UnitLevel.County), Community.At(UnitLevel.City));
    private static readonly MatterFacts Matter = new(true, true, true, true, true, true, true, true, true, true, true, CaseSamples.Bureau, "联席会议纪要 3");
    private static readonly ImmutableList<ParticipantKind> Kinds = [ParticipantKind.RegisteredResidents, ParticipantKind.Expert];
    private static readonly ImmutableList<PublicationChannel> Channels = [PublicationChannel.NoticeBoard, PublicationChannel.ResidentsGroups];
    private static readonly ImmutableList<ParticipantClass> Classes = [new(ParticipantKind.RegisteredResidents, Community, 20, ChoiceMethod.Elected)];
    private static readonly ImmutableList<Milestone> Milestones = [new("划线", new(2026, 8, 1)), new("验收", new(2026, 9, 1))];
    private static readonly AddOpinion Opinion = new(OpinionSource.HouseholdVisit, Community, ParticipantKind.RegisteredResidents, "晚上停不了车", "ledger-7");
    private static readonly ConsultationSession Session = new(1, 1, At, PresiderKind.CouncilHead, []);
    private static readonly DelegatedReport Report = new(CaseSamples.Bureau, DelegatedStage.Reported, At, "结果报告");

    public static readonly ImmutableList<ConsultationCommand> Commands =
    [
        new OpenConsultation(CaseSamples.Grid, [Community, Second], "小区停车位改造", Matter, ConsultationVariant.BuildingOrGroup, Opinion, ReportUp: true),
        Opinion,
        new RecordSolicitation(Community, ParticipantKind.OwnersCommittee, "座谈记录 1"),
        new HoldWorkMeeting("例会纪要 7"),
        new RerouteConsultation(Matter, [Community, Second], "两社区都有意见"),
        new AddMatterFacts(true, true, true, true, "核实后补充认定"),
        new SimplifySteps("居民表决 2026-3", [ConsultationStepKind.WorkMeeting, ConsultationStepKind.Notice]),
        new ProposeTopic(TopicCategory.CollectiveFundsAndAssets, "停车位如何改造", Kinds),
        new ReportToCouncil(),
        new DetermineTopic(),
        new MakePlan(At.AddDays(3), VenueKind.ConsultationHall, "社区议事堂", "讨论两种办法", "报名、推荐后选举", Kinds, ConsultationForm.Meeting, SessionType.Hearing),
        new PublishNotice(Channels, "社区公告栏", At.AddDays(3), "社区活动室"),
        new FixParticipants(Classes, "选举记录 7"),
        new StartSession(PresiderKind.CouncilHead),
        new AdjournSession("夜深", At.AddDays(1)),
        new ResumeSession(),
        new EndSession(SessionOutcome.NoConsensus, "意见不一", 30, Kinds, [new(ParticipantKind.Expert, "费用分摊不合理", true)]),
        new Announce("社区公告栏", Channels, "协商情况如下", "announce-2"),
        new ExplainDissent(1, "已上门说明"),
        new Conclude(),
        new OpenAnotherRound("另有新方案"),
        new RequireVote("分歧难以弥合", VoteThreshold.TwoThirds),
        new HoldVote(VoteBody.RepresentativesMeeting, 30, 20, 5, 5, "表决记录 2", true, 40, new("430203001001")),
        new Shelve("条件不成熟"),
        new CloseFailed(),
        new AdoptResult("居委会", "副主任岗", "阳光-7", Milestones),
        new StartImplementation(),
        new PublishProgress("已划一半", 1),
        new NoteSupervision("按期"),
        new CompleteImplementation("已划完"),
        new FeedBackResult([FeedbackAudience.Participants, FeedbackAudience.Residents], "已划完"),
        new RecordSurvey("回访记录 4", 20, 18),
        new ArchiveConsultation(["方案", "公告"]),
        new CorrectResult("违反物权规定", true),
        new DismissReview("未发现违法"),
        new WithdrawConsultation("情况已变"),
        new ReportUp("结果报告"),
        new StudyReport("已研究"),
        new DecideReport(false, "预算不足"),
        new FeedBackReport("已告知"),
    ];

    public static readonly ImmutableList<ConsultationEvent> Events =
    [
        new ConsultationOpened(
            At, "XS-2026-000017", ConsultationVariant.BuildingOrGroup, Place, OrganCode.Of(Community), [Community, Second], "小区停车位改造", Matter, "group-1", Owed("meeting"), 2, 3) { Proposed = ConsultationVariant.CrossCommunity },
        new OpinionAdded(At, new("ledger-7", OpinionSource.HouseholdVisit, Second, ParticipantKind.RegisteredResidents, "晚上停不了车", At), ConsultationVariant.CrossCommunity),
        new BodiesSolicited(At, new(Community, ParticipantKind.OwnersCommittee, "座谈记录 1", At)),
        new WorkMeetingHeld(At, new(At, "例会纪要 7"), [Done("meeting")]),
        new ConsultationRerouted(At, ConsultationVariant.Community, Place, Township, [Community, Second], Matter, "乡镇牵头", [Owed("meeting-2")], Answered: [UnitCode.Parse("430203001003")]),
        new MatterFactsAdded(At, Matter, "核实后补充认定") { Lead = Township, Proposed = ConsultationVariant.Community, Duties = [Lifted("report-0")], Delegated = Report },
        new ProposalLapsed(At, [UnitCode.Parse("430203001003")], [Owed("take-0")]),
        new MilestonesOwed(At, [Owed("milestone-0") with { Milestone = 1 }]),
        new ConsultationAreaChanged(
            At, Place, Place with { Grid = null, Community = Second }, OrganCode.Of(Second), [new(Community, Second)], "区划调整：本协商原属一社区，现属二社区", [Owed("take-0")])
        { DelegatedBy = Township, Directory = 7 },
        new StepsSimplified(At, "居民表决 2026-3", [Lifted("meeting-2")], [ConsultationStepKind.WorkMeeting]),
        new TopicProposed(At, new(TopicCategory.CollectiveFundsAndAssets, "停车位如何改造", Kinds, At), [Owed("take")]),
        new TopicNotTaken(At, [Owed("plan", hard: true)]),
        new ReportedToCouncil(At, [Done("council")]),
        new TopicDetermined(At, At.AddDays(-2), [Done("take")]),
        new PlanMade(At, new(At.AddDays(3), VenueKind.ConsultationHall, "社区议事堂", "讨论两种办法", "报名、推荐后选举", Kinds, ConsultationForm.Meeting, SessionType.Hearing, At), [Done("plan")]),
        new NoticePublished(At, new(At, Channels, "社区公告栏", At.AddDays(3), "社区活动室")),
        new ParticipantsFixed(At, new(At, Classes, "选举记录 7")),
        new SessionStarted(At, Session),
        new SessionAdjourned(At, "夜深", At.AddDays(1)),
        new SessionResumed(At),
        new SessionClosed(
            At, Session with { Pauses = [new(At, "夜深", At)], EndedAt = At, Outcome = SessionOutcome.NoConsensus, Opinion = "意见不一", Attendance = 30, Heard = Kinds },
            [new(1, 1, ParticipantKind.Expert, "费用分摊不合理", true)], true, [Owed("announce", hard: true) with { Session = 1, Announces = AnnouncementKind.Session }, Owed("explain") with { Dissent = 1 }]),
        new ConsultationAnnounced(
            At, new(1, AnnouncementKind.Session, 1, At, "社区公告栏", Channels, "协商情况如下", At.AddDays(1), true, 1, 1), [Done("announce") with { Session = 1, Announces = AnnouncementKind.Session }]),
        new ComplaintRecorded(At, new(1, 1, PresiderKind.Director, true, At)),
        new ConsultationWarned(At, [new("C039", At, "Expert")]),
        new ConsultationRungsFired(At, [new("explain", RungKind.DueSoon, At)]),
        new DutiesReprojected(At, 4, [Owed("explain") with { Dissent = 1 }]),
        new DissentExplained(At, 1, "已上门说明", [Done("explain") with { Dissent = 1 }]),
        new RoundOpened(At, 2, "另有新方案", [Owed("plan-2", hard: true)]),
        new ConsultationConcluded(At, [Owed("report")], Report with { Stage = DelegatedStage.ToReport }) { Steps = [Done("step") with { Step = nameof(Conclude) }, Owed("step-2") with { Step = nameof(AdoptResult) }] },
        new VoteCalled(At, new(At, [VoteBody.ResidentsMeeting, VoteBody.RepresentativesMeeting], VoteThreshold.TwoThirds, "C007", "依法须表决", "二(一)")),
        new VoteHeld(
            At, new(At, VoteBody.RepresentativesMeeting, 30, 20, 5, 5, VoteThreshold.TwoThirds, true, true, 40, "表决记录 2", new UnitCode("430203001001")), [Owed("announce-2") with { Announces = AnnouncementKind.Vote, Vote = 1, Community = Community }], Report) { More = true },
        new ResultAdopted(At, new(At, "居委会", "副主任岗", "阳光-7", Milestones)) { Duties = [Owed("milestone") with { Milestone = 1 }] },
        new ImplementationStarted(At, [Owed("progress")]),
        new ProgressPublished(At, new(At, "已划一半", 1), [Done("progress")]),
        new SupervisionNoted(At, new(At, "按期")),
        new ImplementationCompleted(At, "已划完", [Owed("feedback"), Owed("survey")]),
        new ResultFedBack(At, new(At, [FeedbackAudience.Participants, FeedbackAudience.Residents], "已划完"), true, [Done("feedback")]),
        new SurveyRecorded(At, new(At, "回访记录 4", 20, 18), [Done("survey"), Owed("archive")]),
        new ReportedUp(At, Report, [Done("report"), Owed("answer")]),
        new ReportStudied(At, Report with { Stage = DelegatedStage.Studied }, "已研究"),
        new ReportDecided(At, Report with { Stage = DelegatedStage.Refused, Decision = "预算不足" }),
        new ReportFedBack(At, Report with { Stage = DelegatedStage.FedBack, Decision = "预算不足", FedBackAt = At }, "已告知", [Done("answer")]),
        new ConsultationArchived(At, new(At, ["方案", "公告"]), [Done("archive"), Done("plan-2"), Done("announce-2")]),
    ];

    /// <summary>Events that end it otherwise, or that the others leave no room for.</summary>
    public static readonly ImmutableList<ConsultationEvent> Others =
    [
        new ConsultationShelved(At, "条件不成熟", [Owed("archive")], Report),
        new FailedClosed(At, [Owed("archive")], Report),
        new ResultCorrected(At, new(At, "违反物权规定", true, Township), 2, [Lifted("progress"), Owed("announce-3") with { Announces = AnnouncementKind.Correction, Correction = 1 }])
            { Delegated = Report with { Stage = DelegatedStage.Void }, ReportedTo = CaseSamples.Bureau },
        new ReviewDismissed(At, "未发现违法"),
        new ConsultationWithdrawn(At, "情况已变", [Lifted("take")]),
    ];

    public static Consultation Consultation => Events.Aggregate((Consultation?)null, ConsultationFold.Apply)!;

    private static Duty Owed(string id, bool hard = false) => new(
        Terms.Open(id, "义务", Township.Value, At, 1, new(2, BudgetUnit.WorkingDays), new("C035", "二(四)2", BasisKind.Assumed, "PlanWorkingDays"), OfficialCalendar.Empty, WorkingHours.Default), hard);

    private static Duty Done(string id)
    {
        var duty = Owed(id);
        return duty with { Term = Terms.Complete(duty.Term, At) };
    }

    private static Duty Lifted(string id)
    {
        var duty = Owed(id);
        return duty with { Term = Terms.Lift(duty.Term, At, 2, "不再须办") };
    }
}
