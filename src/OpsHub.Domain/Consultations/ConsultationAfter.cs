using System.Collections.Immutable;
using OpsHub.Domain.Commands;
using static OpsHub.Domain.Consultations.ConsultationRefusals;

namespace OpsHub.Domain.Consultations;

/// <summary>Decides what follows a session (会后决策): SM2 rows 12-23, X, Y, Z. Called once stage and actor permit the command.</summary>
public static class ConsultationAfter
{
    /// <summary>Decides a command of these rows: events, or a refusal with rule and clause.</summary>
    /// <param name="state">The consultation.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="context">Who, when, by which rules.</param>
    public static Decision<ConsultationEvent> Decide(Consultation state, ConsultationCommand command, ConsultationContext context) =>
        Bars(state, command.GetType(), context) is { } barred ? barred : command switch
        {
            ExplainDissent c => ConsultationClosing.Explain(state, c, context),
            Conclude => ConsultationConcluding.Conclude(state, context),
            OpenAnotherRound c => ConsultationConcluding.Again(state, c, context),
            RequireVote c => ConsultationVoting.Require(state, c, context),
            HoldVote c => ConsultationVoting.Hold(state, c, context),
            Shelve c => ConsultationConcluding.Shelve(state, c, context),
            CloseFailed => ConsultationConcluding.CloseFailed(state, context),
            AdoptResult c => ConsultationAdopting.Adopt(state, c, context),
            StartImplementation => ConsultationAdopting.Start(state, context),
            PublishProgress c => ConsultationAdopting.Progress(state, c, context),
            NoteSupervision c => ConsultationAdopting.Note(state, c, context),
            CompleteImplementation c => ConsultationAdopting.Complete(state, c, context),
            FeedBackResult c => ConsultationClosing.FeedBack(state, c, context),
            RecordSurvey c => ConsultationClosing.Survey(state, c, context),
            ArchiveConsultation c => ConsultationClosing.Archive(state, c, context),
            CorrectResult c => ConsultationCorrecting.Correct(state, c, context),
            DismissReview c => ConsultationCorrecting.Dismiss(state, c, context),
            WithdrawConsultation c => ConsultationCorrecting.Withdraw(state, c, context),
            ReportUp c => ConsultationDelegated.ReportUp(state, c, context),
            StudyReport c => ConsultationDelegated.Study(state, c, context),
            DecideReport c => ConsultationDelegated.Answer(state, c, context),
            FeedBackReport c => ConsultationDelegated.FeedBack(state, c, context),
            _ => throw new InvalidOperationException($"No decision for {command.GetType().Name}."),
        };

    /// <summary>What bars a command whatever it says, besides stage and actor; null where nothing does. What is barred is not offered as a
    /// move.</summary>
    internal static Refusal? Bars(Consultation s, Type command, ConsultationContext x) => command.Name switch
    {
        nameof(HoldWorkMeeting) => ConsultationCollecting.BarsMeeting(s),
        nameof(AddMatterFacts) => ConsultationMatters.Bars(s),
        // What the township must lead is not the community's to go on with.
        nameof(ProposeTopic) when s.ProposedByFacts => ConsultationTopics.WayProposed(s),
        nameof(DetermineTopic) or nameof(ReportToCouncil) => ConsultationTopics.WayProposed(s),
        // What a direct meeting has in place of a determined topic.
        nameof(PublishNotice) when s is { Variant: ConsultationVariant.DirectMeeting, Sessions.IsEmpty: true } => ConsultationTopics.WayProposed(s),
        nameof(ExplainDissent) => s.Dissents.Exists(d => d.ExplainedAt is null)
            ? null
            : Guard("NOTHING_TO_EXPLAIN", "C053", "二(五)", "没有待解释说明的不同意见", "No dissent waits for an explanation", "dissent"),
        nameof(Conclude) => ConsultationConcluding.BarsConclusion(s),
        nameof(OpenAnotherRound) => ConsultationConcluding.BarsFurther(s),
        nameof(RequireVote) => ConsultationVoting.BarsVote(s, x.Rules),
        nameof(Shelve) => ConsultationConcluding.BarsShelving(s),
        nameof(AdoptResult) => ConsultationConcluding.ReviewOpen(s) ?? ConsultationVoting.Outstanding(s, x.Rules),
        nameof(StartImplementation) => ConsultationAdopting.BarsStart(s, x.Rules),
        nameof(ArchiveConsultation) => ConsultationClosing.BarsArchive(s),
        nameof(DismissReview) => s.ReviewOpen ? null : Guard("NO_REVIEW", "C074", "一(二)", "没有待处理的合法性复核", "No review is open"),
        nameof(WithdrawConsultation) => ConsultationCorrecting.BarsWithdrawal(s),
        nameof(ReportUp) => ConsultationDelegated.Bars(s, DelegatedStage.ToReport),
        nameof(StudyReport) => ConsultationDelegated.Bars(s, DelegatedStage.Reported),
        nameof(DecideReport) => ConsultationDelegated.Bars(s, DelegatedStage.Studied),
        nameof(FeedBackReport) => ConsultationDelegated.Bars(s, DelegatedStage.Adopted, DelegatedStage.Refused),
        _ => null,
    };

    /// <summary>Open duties of which a step disposes. One already late is closed late, so that what was missed stays visible; the others nobody owes any more.</summary>
    internal static ImmutableList<Duty> Settled(Consultation s, ConsultationContext x, string reason, Predicate<Duty> which) =>
    [
        .. s.Duties.FindAll(d => d.Term.IsOpen && which(d) && d.Term.IsLate(x.Now)).ConvertAll(d => ConsultationDuties.Done(d, x.Now)),
        .. ConsultationDuties.Lifted(s, x, reason, d => which(d) && !d.Term.IsLate(x.Now)),
    ];

    /// <summary>The step, and beside it the soft rules that it did not keep.</summary>
    internal static Decision<ConsultationEvent> With(ConsultationEvent happened, params ReadOnlySpan<ConsultationWarning?> warnings)
    {
        ImmutableList<ConsultationWarning> seen = [];
        foreach (var warning in warnings)
            seen = warning is null ? seen : seen.Add(warning);
        return seen.IsEmpty ? happened : ImmutableList.Create(happened, new ConsultationWarned(happened.At, seen));
    }
}
