using GraphQL;
using GraphQL.Types;
using OpsHub.Contracts.Consultations;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Agencies;
using OpsHub.GraphQL.Cases;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Hierarchy;
using OpsHub.GraphQL.Marks;
using OpsHub.GraphQL.Privacy;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Consultations;

/// <summary>A consultation. A node of this type exists only where the actor may read it.</summary>
internal sealed class ConsultationType : Described<ConsultationNode>
{
    private const string Masked = " Numbers of identity cards and telephones are masked for those who don't hold the consultation.";

    private readonly ConsultationText _text;

    public ConsultationType(IHubDirectory directory, HubClock clock, StoredTraces traces, Access access, FreeText free, ConsultationText text, ConsultationOffers offers)
        : base("Consultation", "A consultation (协商). SM2; readable by those of its communities and the township, by who entrusted it and by audit. Counts and offices only: no person is named. Rules part 4.")
    {
        _text = text;
        Interface<NodeInterface>();
        One<IdGraphType>("id", "Opaque global id.", c => GlobalId.OfConsultation(c.Key));
        One<StringGraphType>("version", "Length of its trace, a decimal number: what expectedVersion is compared with (版本).", c => c.Loaded.Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
        AskOne<StringGraphType>("title", "What it is about, at most 200 characters (协商事项)." + Masked + " In lists that ask for no more than the index knows it is masked for everyone.",
            (context, c) => new(c.View is null ? free.Masked(c.Row!.Title) : Shown(context, c).Title));
        AddRow(directory, clock);
        AddPreparation(directory);
        AddSessions();
        AddResults();
        AddDuties(directory, clock);
        AskOne<ListGraphType<NonNullGraphType<StringGraphType>>>("moves", "Names of the mutations that this actor may send now (可办步骤), in the order of SM2; empty for those who only read.",
            (context, c) => new(offers.Names(Viewer.Of(context).Actor, c.Loaded).Select(m => ConsultationMoveNames.Of(m.Command)).ToList()));
        AskMany<ConsultationMoveType>("nextMoves", "The same moves with the inputs that each takes as the consultation stands now (可办步骤及录入项).",
            async (context, c) => await offers.Of(Viewer.Of(context).Actor, c.Loaded).ConfigureAwait(false)).WithAssumedSize(4).WithCost(FieldMarks.OneQuestion);
        AskMaybe<TraceConnectionType>("history", "Its trace (留痕), oldest first by sequence. G019, G021; null for councils and supervision committees, who read none. Personal data in reasons is masked for those who don't hold it.",
            (context, c) =>
            {
                var actor = Viewer.Of(context).Actor;
                return new(access.ConsultationTrace(actor, c.Loaded) ? traces.Page(context, c.Key, c.Loaded.Length, entries => text.Shown(actor, c.Loaded.State, entries)) : null);
            }).Paged();
    }

    // What the index knows as well.
    private void AddRow(IHubDirectory directory, HubClock clock)
    {
        Either<StringGraphType>("number", "The number people read (协商编号), unique in the city.", r => r.Number, s => s.Number);
        Either<ConsultationVariantType>("variant", "Its way (协商类型). C024, C012.", r => r.Variant, s => s.Variant);
        Either<ConsultationStageType>("stage", "Where it stands (协商步骤).", r => r.Stage, s => s.Stage);
        Either<IntGraphType>("round", "1, and one more with every further round (轮次). C042.", r => r.Round, s => s.Round);
        Either<BooleanGraphType>("open", "True while somebody still has to act (进行中).", r => r.Contribution.Open, s => ConsultationTerms.IsOpen(s));
        Either<TopicCategoryType>("category", "Category of the topic (协商内容); null before it was proposed. C004.", r => r.Category, s => s.Topic?.Category, nullable: true);
        Either<UnitType>("unit", "The unit whose figures it counts in: the community, or the township for a cross-community one (所属区划).", r => directory.Node(r.Place.Home), s => directory.Node(s.Place.Home));
        Either<UnitType>("grid", "Grid of a building or group (网格); null otherwise.", r => Node(directory, r.Place.Grid), s => Node(directory, s.Place.Grid), nullable: true);
        Either<UnitType>("community", "Leading community (牵头社区、村); null for a cross-community one.", r => Node(directory, r.Place.Community), s => Node(directory, s.Place.Community), nullable: true);
        Either<UnitType>("township", "Township or subdistrict (乡镇、街道).", r => directory.Node(r.Place.Township), s => directory.Node(s.Place.Township));
        Either<UnitType>("county", "County (县市区).", r => directory.Node(r.Place.County), s => directory.Node(s.Place.County));
        Many<UnitType>("communities", "Communities concerned, the leading one among them (涉及社区).",
            c => (c.View?.State.Communities ?? (IEnumerable<UnitCode>)c.Row!.Communities).Select(directory.Node).ToList()).WithAssumedSize(2);
        Either<OrganType>("lead", "The organ that leads it (牵头组织). C001, T087.", r => r.Lead, s => s.Lead);
        Either<OrganType>("delegatedBy", "Government or department that entrusted it (委托单位); null if none. C058.", r => r.DelegatedBy, s => s.Matter.DelegatedBy, nullable: true);
        Either<BooleanGraphType>("breached", "True when a hard duty was kept late, or its due has passed (违规).",
            r => r.Contribution.Breached || (r.Contribution.HardDueMinute > 0 && r.Contribution.HardDueMinute <= SummaryFold.MinuteNow(clock.Now)), s => s.Duties.Exists(d => d.IsBreached(clock.Now)));
        Either<InstantType>("dueAt", "Nearest due of an open duty (到期); null when none is open.", r => r.DueAt, s => ConsultationTerms.Nearest(s)?.Term.Due, nullable: true);
        // An act at the due instant is late (N07).
        Either<BooleanGraphType>("overdue", "True when an open duty's due has passed (有逾期义务).", r => r.DueAt <= clock.Now, s => ConsultationTerms.Nearest(s)?.Term.Due <= clock.Now);
        Either<InstantType>("announcementDueAt", "Nearest due of an announcement that is to be made (公告期限); null when none is. C040.",
            r => r.AnnounceDueAt, s => s.OpenDuties.FindAll(d => d.Stem == DutyStems.Announce).MinBy(d => d.Term.Due)?.Term.Due, nullable: true);
        Either<InstantType>("sessionAt", "When the session ahead is to start, by plan or notice, or when an adjourned one is to go on (协商时间); null when nothing is set.",
            r => r.SessionAt, s => s.Ahead?.Start, nullable: true);
        Either<InstantType>("beganAt", "When it began (启动时间).", r => r.BeganAt, s => s.BeganAt);
        Either<InstantType>("changedAt", "When its newest step took effect (最近变更); duties that fall due change nothing.", r => r.ChangedAt, s => s.ChangedAt);
        Either<InstantType>("endedAt", "When it was archived, withdrawn or annulled (办结时间); null while it isn't over.", r => r.EndedAt, s => s.EndedAt, nullable: true);
    }

    private void AddPreparation(IHubDirectory directory)
    {
        Seen<MatterFactsType>("matter", "What is known about the matter (事项情况): the flags that way, threshold and votes go by.", s => s.Matter);
        Either<ConsultationVariantType>("proposedVariant", "Another way that the facts call for, proposed by the hub until the township decides (建议改为); null if none. C013.", r => r.Proposed, s => s.Proposed, nullable: true);
        SeenMany<UnitType>("communitiesElsewhere", "Communities not concerned from which opinions came and that the township has not decided upon (另有意见的社区). C013.",
            s => ConsultationRouting.Undecided(s).Select(directory.Node).ToList(), 1);
        Seen<IntGraphType>("opinionCount", "All opinions so far (意见数); at most 500 are kept here, all stand in the trace.", s => s.OpinionCount);
        AskOne<ConsultationOpinionConnectionType>("opinions", "Opinions kept, oldest first (意见): where from, never who. C032." + Masked, (context, c) => new(Opinions.Page(context, _text, c.Key, c.Loaded.State))).Paged();
        SeenMany<SolicitationType>("solicitations", "Kinds of bodies asked, by community (征求意见). C045." + Masked, s => s.Solicitations, 4);
        SeenMany<WorkMeetingType>("workMeetings", "Work meetings held (工作例会). C033." + Masked, s => s.WorkMeetings, 1);
        Seen<ConsultationTopicType>("topic", "The topic (议题); null before it was proposed. C034." + Masked, s => s.Topic, nullable: true);
        Seen<StringGraphType>("simplifiedBy", "Reference of the vote that simplified the steps (简化步骤的表决记录); null for the full seven. C025." + Masked, s => s.SimplifiedBy, nullable: true);
        SeenMany<ConsultationStepKindType>("dropped", "Steps that the residents' vote drops (省去的步骤): they are passed over. C025.", s => s.Dropped, 2);
        Seen<InstantType>("reportedToCouncilAt", "When a building's or group's topic was reported to the council (上报议事会); null if not. C026.", s => s.ReportedToCouncilAt, nullable: true);
        Seen<ConsultationPlanType>("plan", "Plan of this round (协商方案); null before. C036." + Masked, s => s.Plan, nullable: true);
        Seen<ConsultationNoticeType>("notice", "Notice of this round (协商公告); null before." + Masked, s => s.Notice, nullable: true);
        Seen<ConsultationParticipantsType>("participants", "Participants of this round (参与主体); null before." + Masked, s => s.Participants, nullable: true);
    }

    private void AddSessions()
    {
        SeenMany<ConsultationSessionType>("sessions", "Sessions, oldest first; the last may still be on (协商会议)." + Masked, s => s.Sessions.ConvertAll(x => new HeldSession(
            x, s.Duties.Find(d => d.Stem == DutyStems.Announce && d.Session == x.Number && d.Announces is null or AnnouncementKind.Session))), 1);
        SeenMany<DissentType>("dissents", "Dissents, oldest first (不同意见). C053, C074." + Masked, s => s.Dissents, 2);
        Seen<InstantType>("publishedAt", "When something of it was published first, a notice or an announcement (首次公开时间): from then on it has public pages; null before. A new plan or round takes nothing back. C002.", s => s.PublishedAt, nullable: true);
        SeenMany<AnnouncementType>("announcements", "Announcements, oldest first (公告). C040." + Masked, s => AnnouncementSubject.Numbered(s).Announcements.ConvertAll(a => new PostedAnnouncement(s.Number, a)), 1);
        SeenMany<PresiderComplaintType>("complaints", "Complaints about who presided, oldest first (投诉记录). C018.", s => s.Complaints, 1);
        Either<BooleanGraphType>("reviewOpen", "True while a review that a dissent opened is not decided (合法性复核). C074.", r => r.ReviewOpen, s => s.ReviewOpen);
        Seen<RequiredVoteType>("requiredVote", "The vote that must be held (须表决); null when none must." + Masked, s => s.Vote, nullable: true);
        AskMany<ConsultationVoteType>("votes", "Votes held, oldest first (表决): tallies, no ballots. C050-C052." + Masked, (context, c) => new(Shown(context, c).Votes.ConvertAll(v =>
            new ShownVote(v, v.Secret && v.Present < SmallCounts.Threshold && !Handles(context, c))))).WithAssumedSize(1);
    }

    private void AddResults()
    {
        Seen<AdoptionType>("adoption", "How it was adopted (采纳); null before. C055." + Masked, s => s.Adoption, nullable: true);
        SeenMany<ProgressNoteType>("progress", "Published progress, oldest first (公开进度). C056." + Masked, s => s.Progress, 2);
        SeenMany<SupervisionNoteType>("supervisionNotes", "Notes of the supervision committee, oldest first (监督意见). C057." + Masked, s => s.SupervisionNotes, 2);
        SeenMany<ConsultationFeedbackType>("feedbacks", "Feedbacks, oldest first (反馈). C029, C048, C071." + Masked, s => s.Feedbacks, 1);
        AskMaybe<SatisfactionSurveyType>("survey", "Follow-up visit and survey (回访、满意度调查); null before. C060." + Masked, (context, c) => new(
            Shown(context, c).Survey is { } survey ? new ShownSurvey(survey, survey.Ballots < SmallCounts.Threshold && !Handles(context, c)) : null));
        Seen<ConsultationFileType>("file", "What was filed or archived (归档、报备); null before. C031, C041." + Masked, s => s.File, nullable: true);
        Either<DelegatedStageType>("delegatedStage", "Where that report stands (受委托事项办理情况), as lists know it too; null for other matters, NONE before there is something to report. SM2.Z.",
            r => r.DelegatedStage, s => s.Delegated?.Stage, nullable: true);
        Seen<DelegatedReportType>("delegated", "Report up of a delegated matter (受委托事项); null for other matters. SM2.Z." + Masked, s => s.Delegated, nullable: true);
        SeenMany<CorrectionType>("corrections", "Corrections, oldest first (纠正). C054." + Masked, s => s.Corrections, 1);
        Seen<StringGraphType>("reason", "Why it was withdrawn, shelved or opened again (理由); null otherwise." + Masked, s => s.Reason, nullable: true);
    }

    private void AddDuties(IHubDirectory directory, HubClock clock)
    {
        SeenMany<ConsultationWarningType>("warnings", "Soft rules that were not kept, in order (提示): shown, nothing is blocked.", s => s.Warnings, 2);
        SeenMany<DutyType>("duties", "All its duties, in order of opening (义务).", s => AnnouncementSubject.Numbered(s).Duties, 6);
        AskMany<DutyType>("openDuties", "Those still open, nearest due first (未履行义务)." + Masked + " In lists that ask for no more than the index knows they are masked for everyone.", (context, c) => new(c.View is null ? c.Row!.OpenDuties : ConsultationTerms.Owed(Shown(context, c)))).WithAssumedSize(2);
        SeenMany<ConsultationWaitType>("waits", "Everything it waits for, nearest first (在等谁): whose move, since when, until when; empty once it is over and nothing is owed.",
            s => ConsultationWaiting.Of(AnnouncementSubject.Numbered(s), clock.Now, directory.PlaceNow(s)), 2);
        Seen<IntGraphType>("rulesVersion", "Version of the rules that it began with and keeps (规则版本); the calendar is always the newest.", s => s.Rules);
    }

    private Consultation Shown(IResolveFieldContext context, ConsultationNode c) => c.Shown(Viewer.Of(context).Actor, _text);

    private bool Handles(IResolveFieldContext context, ConsultationNode c) => _text.Handles(Viewer.Of(context).Actor, c.Loaded.State);

    private static UnitRow? Node(IHubDirectory directory, UnitCode? unit) => unit is { } code ? directory.Node(code) : null;

    private void Either<TGraph>(string name, string description, Func<ConsultationRow, object?> row, Func<Consultation, object?> state, bool nullable = false) where TGraph : IGraphType
    {
        object? Value(ConsultationNode c) => c.View is { } view ? state(view.State) : row(c.Row!);
        if (nullable)
            Maybe<TGraph>(name, description, Value);
        else
            One<TGraph>(name, description, Value);
    }

    // As the actor may see it: free text masked.
    private void Seen<TGraph>(string name, string description, Func<Consultation, object?> state, bool nullable = false) where TGraph : IGraphType
    {
        ValueTask<object?> Value(IResolveFieldContext context, ConsultationNode c) => new(state(Shown(context, c)));
        if (nullable)
            AskMaybe<TGraph>(name, description, Value);
        else
            AskOne<TGraph>(name, description, Value);
    }

    private void SeenMany<TGraph>(string name, string description, Func<Consultation, object?> state, int size) where TGraph : IGraphType =>
        AskMany<TGraph>(name, description, (context, c) => new(state(Shown(context, c)))).WithAssumedSize(size);
}
