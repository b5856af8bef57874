using System.Collections.Immutable;
using GraphQL.Types;
using OpsHub.Domain.Consultations;
using OpsHub.GraphQL.Commands;
using OpsHub.GraphQL.Roots;

namespace OpsHub.GraphQL.Consultations;

/// <summary>A mutation for every step of SM2: from input to command, and nothing more. Rules stand in the domain.</summary>
internal sealed class ConsultationMutations(ConsultationCommander commander) : IRootFields<HubMutation>
{
    public void AddTo(HubMutation mutation)
    {
        AddPreparation(mutation);
        AddSessions(mutation);
        AddVotes(mutation);
        AddResults(mutation);
        AddEndings(mutation);
    }

    private void AddPreparation(HubMutation mutation)
    {
        mutation.Do<OpenConsultationInput, ConsultationPayloadType>("openConsultation",
            "Begin a consultation (启动协商). SM2.1; by the community's party organisation or committee, the building's or group's party organisation, or the township. Errors as in CommandError.",
            (context, input) => commander.Open(context, input, i => new OpenConsultation(
                i.Unit("unit"), [.. i.Units("communities")], i.Text("title"), Matter(i.Part("matter")), i.OptionalChoice<ConsultationVariant>("variant"),
                i.Part("opinion") is { } opinion ? Opinion(opinion) : null, i.Flag("reportUp"))));
        Step<AddConsultationOpinionInput>(mutation, typeof(AddOpinion), "Add an opinion (登记意见). C032; by residents, grid workers and organs of the township.", Opinion);
        Step<RecordSolicitationInput>(mutation, typeof(RecordSolicitation), "Record that a kind of body was asked in a community (登记征求意见情况). C045; by whoever leads.",
            i => new RecordSolicitation(i.Unit("community"), i.Choice<ParticipantKind>("kind"), i.Text("record")));
        Step<HoldWorkMeetingInput>(mutation, typeof(HoldWorkMeeting), "Record the work meeting (召开工作例会). SM2.2, C033; by party organisation or committee.", i => new HoldWorkMeeting(i.Text("record")));
        Step<RerouteConsultationInput>(mutation, typeof(RerouteConsultation), "Decide on the way (确定协商层级). C013, T087; by the township.",
            i => new RerouteConsultation(Matter(i.Part("matter")), [.. i.Units("communities")], i.Text("reason")));
        Step<AddMatterFactsInput>(mutation, typeof(AddMatterFacts), "Add facts of the matter (补充事项情况), until adoption. C007, C020, C030, T087; by the party organisation or the township.",
            i => new AddMatterFacts(i.Flag("legalVote"), i.Flag("vital"), i.Flag("major"), i.Flag("publicConcern"), i.Text("reason")));
        Step<SimplifyStepsInput>(mutation, typeof(SimplifySteps), "Simplify the steps after the residents' vote (简化步骤). C025.",
            i => new SimplifySteps(i.Text("voteRecord"), [.. i.Choices<ConsultationStepKind>("dropped")]));
        Step<ProposeTopicInput>(mutation, typeof(ProposeTopic), "Propose the topic (提出议题). SM2.3, C034; by the party organisation, across communities by the township.",
            i => new ProposeTopic(i.OptionalChoice<TopicCategory>("category"), i.Text("text"), Kinds(i, "kindsConcerned"), i.OptionalOrgan("delegatedBy"), i.OptionalText("agreementRecord")));
        Step<ReportToCouncilInput>(mutation, typeof(ReportToCouncil), "Report the topic of a building or group to the council (上报议事会). C026.", _ => new ReportToCouncil());
        Step<DetermineTopicInput>(mutation, typeof(DetermineTopic), "Determine the topic (确定议题). SM2.4; by the council, across communities by the township.", _ => new DetermineTopic());
        Step<MakePlanInput>(mutation, typeof(MakePlan), "Make the plan (制定方案). SM2.5, C035, C036; by the council, the township or the group's party organisation.", i => new MakePlan(
            i.OptionalInstant("start"), i.OptionalChoice<VenueKind>("venue"), i.Text("place"), i.Text("content"), i.Text("participantRule"), Kinds(i, "kinds"),
            i.OptionalChoice<ConsultationForm>("form"), i.OptionalChoice<SessionType>("type"), i.OptionalNumber("letters"), i.OptionalText("channel")));
        Step<PublishNoticeInput>(mutation, typeof(PublishNotice), "Publish the notice (发布公告). SM2.6, C027, C038, C047.",
            i => new PublishNotice([.. i.Choices<PublicationChannel>("channels")], i.OptionalText("place"), i.OptionalInstant("start"), i.OptionalText("meetingPlace")));
        Step<FixParticipantsInput>(mutation, typeof(FixParticipants), "Fix the participants (确定参与主体). SM2.7, C028, C037, C046.", i => new FixParticipants(
            [.. i.Parts("classes").Select(c => new ParticipantClass(c.Choice<ParticipantKind>("kind"), c.Unit("community"), c.Number("count"), c.Choice<ChoiceMethod>("method")))],
            i.Text("electionRecord")));
    }

    private void AddSessions(HubMutation mutation)
    {
        Step<StartSessionInput>(mutation, typeof(StartSession), "Start the session (开始协商). SM2.8, C018.", i => new StartSession(i.OptionalChoice<PresiderKind>("presider")));
        Step<AdjournSessionInput>(mutation, typeof(AdjournSession), "Adjourn the session (休会). SM2.9.", i => new AdjournSession(i.Text("reason"), i.OptionalInstant("resumesAt")));
        Step<ResumeSessionInput>(mutation, typeof(ResumeSession), "Resume the session (复会). SM2.9.", _ => new ResumeSession());
        Step<EndSessionInput>(mutation, typeof(EndSession), "End the session (结束协商). SM2.10: opens the announcement, and an explanation for each dissent. C040, C053.", i => new EndSession(
            i.OptionalChoice<SessionOutcome>("outcome"), i.OptionalText("opinion") ?? "", i.Number("attendance"), Kinds(i, "heard"),
            [.. i.Parts("dissents").Select(d => new NewDissent(d.Choice<ParticipantKind>("kind"), d.Text("text"), d.Flag("allegesHarm")))], i.OptionalNumber("replies")));
        Step<AnnounceResultInput>(mutation, typeof(Announce), "Announce (公告协商情况). SM2.11, C040; by whoever held the session, or the committee.",
            i => new Announce(i.Text("place"), [.. i.Choices<PublicationChannel>("channels")], i.Text("text"), i.OptionalText("duty")));
        Step<ExplainDissentInput>(mutation, typeof(ExplainDissent), "Explain to a dissenter (解释说明). C053.", i => new ExplainDissent(i.Number("dissent"), i.Text("explanation")));
        Step<ConcludeConsultationInput>(mutation, typeof(Conclude), "Form the opinion on agreement (形成协商意见). SM2.12.", _ => new Conclude());
        Step<OpenAnotherRoundInput>(mutation, typeof(OpenAnotherRound), "Open another round (再次协商). SM2.13, C042.", i => new OpenAnotherRound(i.OptionalText("reason")));
    }

    private void AddVotes(HubMutation mutation)
    {
        Step<RequireVoteInput>(mutation, typeof(RequireVote), "Put it to a vote (提交表决). SM2.14, SM2.14a, SM2.15; C007, C030, C043, C049.",
            i => new RequireVote(i.OptionalText("reason"), i.OptionalChoice<VoteThreshold>("threshold")));
        Step<HoldVoteInput>(mutation, typeof(HoldVote), "Record the vote (记录表决结果). SM2.16, C050-C052: a tally, no ballots.", i => new HoldVote(
            i.OptionalChoice<VoteBody>("body"), i.Number("present"), i.Number("yes"), i.Number("no"), i.Number("abstain"), i.Text("record"), i.Flag("secret"), i.OptionalNumber("eligible"),
            i.OptionalText("community") is null ? null : i.Unit("community")));
        Step<ShelveConsultationInput>(mutation, typeof(Shelve), "Shelve after the first round (搁置). SM2.14a.", i => new Shelve(i.Text("reason")));
        Step<CloseFailedConsultationInput>(mutation, typeof(CloseFailed), "Close after a failed vote (未通过结束). SM2.17.", _ => new CloseFailed());
    }

    private void AddResults(HubMutation mutation)
    {
        Step<AdoptResultInput>(mutation, typeof(AdoptResult), "Adopt the result (采纳). SM2.18, C055, C071, C081.", i => new AdoptResult(
            i.Text("implementingBody"), i.OptionalText("owner") ?? "", i.OptionalText("sunshineEntry"), [.. i.Parts("milestones").Select(m => new Milestone(m.Text("text"), m.Day("due")))],
            i.Flag("communityActs")));
        Step<StartImplementationInput>(mutation, typeof(StartImplementation), "Start implementation (组织实施). SM2.19.", _ => new StartImplementation());
        Step<PublishProgressInput>(mutation, typeof(PublishProgress), "Publish progress (公开进度). C056.", i => new PublishProgress(i.Text("text"), i.OptionalNumber("milestone")));
        Step<NoteSupervisionInput>(mutation, typeof(NoteSupervision), "Note what supervision found (监督意见). C057; by the supervision committee.", i => new NoteSupervision(i.Text("text")));
        Step<CompleteImplementationInput>(mutation, typeof(CompleteImplementation), "Complete implementation (实施完成). SM2.20.", i => new CompleteImplementation(i.Text("text")));
        Step<FeedBackResultInput>(mutation, typeof(FeedBackResult), "Feed back (反馈落实情况). SM2.21, C029, C048, C071.", i => new FeedBackResult([.. i.Choices<FeedbackAudience>("audiences")], i.Text("text")));
        Step<RecordSurveyInput>(mutation, typeof(RecordSurvey), "Record follow-up visit and survey (回访、满意度调查). SM2.22, C060.",
            i => new RecordSurvey(i.Text("visitRecord"), i.Number("ballots"), i.Number("satisfied")));
        Step<ReportResultUpInput>(mutation, typeof(ReportUp), "Report a delegated matter's result up (上报结果). SM2.Z, C058.", i => new ReportUp(i.Text("report")));
        Step<StudyReportInput>(mutation, typeof(StudyReport), "Study the report (研究). SM2.Z, C078; by who entrusted it.", i => new StudyReport(i.Text("note")));
        Step<DecideReportInput>(mutation, typeof(DecideReport), "Adopt or refuse the result (采纳或不予采纳). SM2.Z, C078; by who entrusted it.", i => new DecideReport(i.Flag("adopt"), i.OptionalText("decision") ?? ""));
        Step<FeedBackReportInput>(mutation, typeof(FeedBackReport), "Feed back to those it concerns (反馈利益相关者). SM2.Z, C059; by who entrusted it.", i => new FeedBackReport(i.Text("text")));
    }

    private void AddEndings(HubMutation mutation)
    {
        Step<ArchiveConsultationInput>(mutation, typeof(ArchiveConsultation), "Archive or file (归档、报备). SM2.23, C031, C041; refused while a duty is open.", i => new ArchiveConsultation([.. i.Texts("materials")]));
        Step<CorrectResultInput>(mutation, typeof(CorrectResult), "Correct an unlawful result (纠正). SM2.X, C054; by the party organisation of community or township.",
            i => new CorrectResult(i.Text("ground"), i.Flag("annul")));
        Step<DismissReviewInput>(mutation, typeof(DismissReview), "End the review without correction (结束复核). C074; by the same.", i => new DismissReview(i.Text("reason")));
        Step<WithdrawConsultationInput>(mutation, typeof(WithdrawConsultation), "Withdraw before a session (撤回). SM2.Y; by whoever leads.", i => new WithdrawConsultation(i.Text("reason")));
    }

    private void Step<TInput>(HubMutation mutation, Type command, string description, Func<CommandInput, ConsultationCommand> read) where TInput : IGraphType =>
        mutation.Do<TInput, ConsultationPayloadType>(ConsultationMoveNames.Of(command), description + " Errors as in CommandError.", (context, input) => commander.Do(context, input, read));

    private static AddOpinion Opinion(CommandInput i) => new(
        i.Choice<OpinionSource>("source"), i.Unit("community"), i.OptionalChoice<ParticipantKind>("kind"), i.Text("text"), i.OptionalText("entry"));

    private static ImmutableList<ParticipantKind> Kinds(CommandInput i, string name) => [.. i.Choices<ParticipantKind>(name)];

    private static MatterFacts Matter(CommandInput? i) => i is null ? new() : new(
        i.Flag("important"), i.Flag("cannotAlone"), i.Flag("groupScope"), i.Flag("withoutCouncil"), i.Flag("socialEffect"), i.Flag("publicConcern"),
        i.Flag("vital"), i.Flag("legalVote"), i.Flag("major"), i.Flag("communityActs"), i.Flag("technical"),
        i.OptionalOrgan("delegatedBy"), i.OptionalText("agreementRecord"));
}
