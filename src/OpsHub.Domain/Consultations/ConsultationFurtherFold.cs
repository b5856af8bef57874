using System.Collections.Immutable;
using static OpsHub.Domain.Consultations.ConsultationFold;

namespace OpsHub.Domain.Consultations;

/// <summary>The fold of what follows a session: SM2 rows 12-23, X, Y, Z.</summary>
internal static class ConsultationFurtherFold
{
    internal static Consultation Next(Consultation s, ConsultationEvent happened) => happened switch
    {
        DissentExplained e => With(s, e.Duties) with
        {
            Dissents = s.Dissents.ConvertAll(d => d.Id == e.Dissent ? d with { ExplainedAt = e.At, Explanation = e.Explanation } : d),
        },
        ConsultationConcluded e => With(s, e.Duties) with { Stage = ConsultationStage.Concluded, Delegated = e.Delegated ?? s.Delegated },
        RoundOpened e => Again(With(s, e.Duties)) with { Round = e.Round, Reason = e.Reason ?? s.Reason },
        VoteCalled e => s with { Stage = ConsultationStage.VoteRequired, Vote = e.Vote },
        VoteHeld e => With(s, e.Duties) with
        {
            Stage = e.More ? ConsultationStage.VoteRequired : e.Vote.Passed ? ConsultationStage.VotePassed : ConsultationStage.VoteFailed,
            Votes = s.Votes.Add(e.Vote),
            Vote = e.More ? s.Vote : null,
            Delegated = e.Delegated ?? s.Delegated,
        },
        ConsultationShelved e => With(s, e.Duties) with { Stage = ConsultationStage.NotAdopted, Reason = e.Reason, Delegated = e.Delegated ?? s.Delegated },
        FailedClosed e => With(s, e.Duties) with { Stage = ConsultationStage.NotAdopted, Delegated = e.Delegated ?? s.Delegated },
        ResultAdopted e => With(s, e.Duties) with
        {
            Stage = ConsultationStage.Adopted,
            Adoption = e.Adoption,
            Matter = e.CommunityActs ? s.Matter with { CommunityActs = true } : s.Matter,
        },
        ImplementationStarted e => With(s, e.Duties) with { Stage = ConsultationStage.Implementing },
        ProgressPublished e => With(s, e.Duties) with
        {
            Progress = s.Progress.Add(e.Note),
            Adoption = e.Note.Milestone is { } n && s.Adoption is { } adoption ? adoption with { Milestones = Reached(adoption.Milestones, n, e.At) } : s.Adoption,
        },
        SupervisionNoted e => s with { SupervisionNotes = s.SupervisionNotes.Add(e.Note) },
        ImplementationCompleted e => With(s, e.Duties) with { Stage = ConsultationStage.Implemented },
        ResultFedBack e => With(s, e.Duties) with { Stage = e.Complete ? ConsultationStage.FedBack : s.Stage, Feedbacks = s.Feedbacks.Add(e.Feedback) },
        SurveyRecorded e => With(s, e.Duties) with { Stage = ConsultationStage.Surveyed, Survey = e.Survey },
        ConsultationArchived e => With(s, e.Duties) with { Stage = ConsultationStage.Archived, File = e.File, EndedAt = e.At },
        ResultCorrected { Correction.Annulled: true } e => With(s, e.Duties) with
        {
            Stage = ConsultationStage.Corrected,
            Corrections = s.Corrections.Add(e.Correction),
            Vote = null,
            Delegated = e.Delegated ?? s.Delegated,
            ReviewOpen = false,
            EndedAt = e.At,
        },
        // The result is void: what was built on it begins anew. The trace keeps it.
        ResultCorrected e => Again(With(s, e.Duties)) with
        {
            Round = e.Round,
            Corrections = s.Corrections.Add(e.Correction),
            Adoption = null,
            Progress = [],
            Feedbacks = [],
            Survey = null,
            File = null,
            Delegated = s.Delegated is { } track ? new(track.Organ, DelegatedStage.None) : null,
            ReviewOpen = false,
            EndedAt = null,
            Reason = e.Correction.Ground,
        },
        ReviewDismissed => s with { ReviewOpen = false },
        ConsultationWithdrawn e => With(s, e.Duties) with { Stage = ConsultationStage.Withdrawn, Reason = e.Reason, EndedAt = e.At },
        ReportedUp e => With(s, e.Duties) with { Delegated = e.Report },
        ReportStudied e => s with { Delegated = e.Report },
        ReportDecided e => s with { Delegated = e.Report },
        ReportFedBack e => With(s, e.Duties) with { Delegated = e.Report },
        _ => throw new InvalidOperationException($"Unknown event {happened.Name}."),
    };

    // Sessions, dissents and announcements stay: what is owed for them is owed still.
    private static Consultation Again(Consultation s) => Passing(s with
    {
        Stage = ConsultationTransitions.RoundBegins(s.Variant),
        Plan = null,
        Notice = null,
        Participants = null,
        Vote = null,
    });

    private static ImmutableList<Milestone> Reached(ImmutableList<Milestone> milestones, int number, DateTimeOffset at) =>
        number >= 1 && number <= milestones.Count ? milestones.SetItem(number - 1, milestones[number - 1] with { DoneAt = at }) : milestones;
}
