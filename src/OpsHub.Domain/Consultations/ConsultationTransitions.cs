using System.Collections.Immutable;
using static OpsHub.Domain.Consultations.ConsultationStage;

namespace OpsHub.Domain.Consultations;

/// <summary>One permitted move (步骤): a row of SM2.</summary>
/// <param name="Row">Row of SM2, e.g. <c>SM2.5</c>, or the rule where SM2 has none.</param>
/// <param name="Command">Command type.</param>
/// <param name="From">Stages from which it is permitted; empty for a new one.</param>
/// <param name="To">Stage afterwards; null where it stays, or where what is said decides.</param>
/// <param name="Only">Variants that have the step; null for all.</param>
public sealed record ConsultationMove(string Row, Type Command, ImmutableList<ConsultationStage> From, ConsultationStage? To, ImmutableList<ConsultationVariant>? Only = null)
{
    /// <summary>Whether a variant has the step.</summary>
    public bool Fits(ConsultationVariant variant) => Only?.Contains(variant) != false;
}

/// <summary>Every permitted move of a consultation, in one table. What is not here is refused. A direct meeting (C012) has notice, meeting, and what follows.</summary>
public static class ConsultationTransitions
{
    private static readonly ImmutableList<ConsultationVariant> Council = [ConsultationVariant.Community];
    private static readonly ImmutableList<ConsultationVariant> Group = [ConsultationVariant.BuildingOrGroup];
    private static readonly ImmutableList<ConsultationVariant> Direct = [ConsultationVariant.DirectMeeting];
    private static readonly ImmutableList<ConsultationVariant> CouncilOrCross = [ConsultationVariant.Community, ConsultationVariant.CrossCommunity];
    private static readonly ImmutableList<ConsultationVariant> Stepwise = [ConsultationVariant.BuildingOrGroup, ConsultationVariant.Community, ConsultationVariant.CrossCommunity];

    // A result, or what became of it.
    private static readonly ImmutableList<ConsultationStage> Results =
        [Concluded, VoteRequired, VotePassed, VoteFailed, Adopted, Implementing, Implemented, FedBack, Surveyed, NotAdopted];

    // What a session left behind is open in every later stage, also of a further round, until it is archived.
    private static readonly ImmutableList<ConsultationStage> WhileOwed = [.. Enum.GetValues<ConsultationStage>().Where(s => s is not (ConsultationStage.TopicProposed or Archived))];

    // A meeting that was missed is made up for, late: C033 is soft, and its duty stands before the archive.
    private static readonly ImmutableList<ConsultationStage> UntilArchived = [.. Enum.GetValues<ConsultationStage>().Where(s => s is not (Archived or Corrected or Withdrawn))];

    // Before the result is adopted its facts still decide how it may be.
    private static readonly ImmutableList<ConsultationStage> UntilAdopted =
        [Collecting, ConsultationStage.TopicProposed, ConsultationStage.TopicDetermined, Planned, Prepared, InSession, SessionEnded, Concluded, VoteRequired, VotePassed];

    /// <summary>The table: SM2.</summary>
    public static readonly ImmutableList<ConsultationMove> Table =
    [
        new("SM2.1", typeof(OpenConsultation), [], Collecting),
        new("SM2.1", typeof(AddOpinion), [Collecting, ConsultationStage.TopicProposed, ConsultationStage.TopicDetermined, Planned, Prepared], null),
        new("C045", typeof(RecordSolicitation), [Collecting], null, Stepwise),
        new("SM2.2", typeof(HoldWorkMeeting), UntilArchived, null, Council),
        new("C013", typeof(RerouteConsultation), [Collecting, ConsultationStage.TopicProposed], null),
        new("C007", typeof(AddMatterFacts), UntilAdopted, null),
        new("C025", typeof(SimplifySteps), [Collecting, ConsultationStage.TopicProposed, ConsultationStage.TopicDetermined, Planned], null, Stepwise),
        new("SM2.3", typeof(ProposeTopic), [Collecting], ConsultationStage.TopicProposed, Stepwise),
        new("SM2.4", typeof(ReportToCouncil), [ConsultationStage.TopicProposed], ConsultationStage.TopicDetermined, Group),
        new("SM2.4", typeof(DetermineTopic), [ConsultationStage.TopicProposed], ConsultationStage.TopicDetermined, CouncilOrCross),
        new("SM2.5", typeof(MakePlan), [ConsultationStage.TopicDetermined, Planned, Prepared], Planned, Stepwise),
        new("SM2.6", typeof(PublishNotice), [Planned], null, Stepwise),
        new("C012", typeof(PublishNotice), [Collecting], Prepared, Direct),
        new("SM2.7", typeof(FixParticipants), [Planned], null, Stepwise),
        new("SM2.8", typeof(StartSession), [Prepared], InSession),
        new("SM2.9", typeof(AdjournSession), [InSession], null),
        new("SM2.9", typeof(ResumeSession), [InSession], null),
        new("SM2.10", typeof(EndSession), [InSession], SessionEnded),
        new("SM2.11", typeof(Announce), WhileOwed, null),
        new("C053", typeof(ExplainDissent), WhileOwed, null),
        new("SM2.12", typeof(Conclude), [SessionEnded], Concluded),
        new("SM2.13", typeof(OpenAnotherRound), [SessionEnded], ConsultationStage.TopicDetermined, Stepwise),
        new("SM2.13", typeof(OpenAnotherRound), [SessionEnded], Collecting, Direct),
        new("SM2.14", typeof(RequireVote), [SessionEnded, Concluded, VotePassed], VoteRequired),
        new("SM2.16", typeof(HoldVote), [VoteRequired], null),
        new("SM2.14a", typeof(Shelve), [SessionEnded], NotAdopted),
        new("SM2.17", typeof(CloseFailed), [VoteFailed], NotAdopted),
        new("SM2.18", typeof(AdoptResult), [Concluded, VotePassed], Adopted),
        new("SM2.19", typeof(StartImplementation), [Adopted], Implementing),
        new("SM2.19", typeof(PublishProgress), [Implementing], null),
        new("C057", typeof(NoteSupervision), [Adopted, Implementing, Implemented, FedBack, Surveyed], null),
        new("SM2.20", typeof(CompleteImplementation), [Implementing], Implemented),
        new("SM2.21", typeof(FeedBackResult), [Implemented], null),
        new("SM2.22", typeof(RecordSurvey), [FedBack], Surveyed),
        new("SM2.23", typeof(ArchiveConsultation), [Surveyed, NotAdopted], Archived),
        new("SM2.X", typeof(CorrectResult), [SessionEnded, .. Results, Archived], null),
        new("C074", typeof(DismissReview), WhileOwed.RemoveAll(s => s is Corrected or Withdrawn), null),
        new("SM2.Y", typeof(WithdrawConsultation), [Collecting, ConsultationStage.TopicProposed, ConsultationStage.TopicDetermined, Planned, Prepared], Withdrawn),
        new("SM2.Z", typeof(ReportUp), Results, null),
        new("SM2.Z", typeof(StudyReport), Results, null),
        new("SM2.Z", typeof(DecideReport), Results, null),
        new("SM2.Z", typeof(FeedBackReport), Results, null),
    ];

    private static readonly ILookup<Type, ConsultationMove> ByCommand = Table.ToLookup(m => m.Command);

    /// <summary>Stage in which a further round begins: its topic stands, so the plan comes next; a direct meeting has none.</summary>
    public static ConsultationStage RoundBegins(ConsultationVariant variant) =>
        variant == ConsultationVariant.DirectMeeting ? Collecting : ConsultationStage.TopicDetermined;

    /// <summary>The row of a command for a variant; where the variant has no such step, the first row of the command.</summary>
    /// <exception cref="KeyNotFoundException">The command has no row: a mistake in the program.</exception>
    public static ConsultationMove Of(Type command, ConsultationVariant? variant = null) =>
        ByCommand[command].FirstOrDefault(m => variant is not { } v || m.Fits(v)) ?? ByCommand[command].FirstOrDefault()
        ?? throw new KeyNotFoundException($"SM2 has no row for {command.Name}.");

    /// <summary>Stages in which opinions are taken (可列入意见的步骤). SM2 row 1.</summary>
    public static ImmutableList<ConsultationStage> TakeOpinions => Of(typeof(AddOpinion)).From;

    /// <summary>Whether stage and variant permit a command; null stands for one that does not exist yet.</summary>
    public static bool Permits(Consultation? state, Type command) => Of(command, state?.Variant) is var move
        && (state is null ? move.From.IsEmpty : move.Fits(state.Variant) && move.From.Contains(state.Stage));
}
