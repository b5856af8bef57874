using System.Collections.Immutable;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;

namespace OpsHub.Domain.Consultations;

/// <summary>Decides every command to a consultation (协商决策). Pure: the same arguments give the same answer.</summary>
public static class ConsultationDecisions
{
    /// <summary>Decides a command that is given as it happens. What time, calendar and units did by then stands in front of its events, so that no act closes a
    /// duty of whose lateness somebody has yet to hear.</summary>
    /// <inheritdoc cref="Decide" path="/param" />
    public static Decision<ConsultationEvent> DecideNow(Consultation? state, ConsultationCommand command, ConsultationContext context)
    {
        ImmutableList<ConsultationEvent> before = state is null ? []
            : ConsultationTerms.Overtaken(state, context.Now, context.Rules, context.Calendar, context.Hours, context.NextSequence, context.Area);
        if (before.IsEmpty)
            return Decide(state, command, context);
        var decision = Decide(before.Aggregate(state, ConsultationFold.Apply), command, context with { NextSequence = context.NextSequence + before.Count });
        return decision.Events.IsEmpty ? decision : before.AddRange(decision.Events);
    }

    /// <summary>Decides a command: events, or a refusal with rule and clause.</summary>
    /// <param name="state">The consultation, or null before it begins.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="context">Who, when, by which rules.</param>
    public static Decision<ConsultationEvent> Decide(Consultation? state, ConsultationCommand command, ConsultationContext context) =>
        ConsultationSteps.Followed(state, Decided(state, command, context), context);

    private static Decision<ConsultationEvent> Decided(Consultation? state, ConsultationCommand command, ConsultationContext context)
    {
        if (!ConsultationTransitions.Permits(state, command.GetType()))
            return ConsultationStageRefusals.Of(state, command);
        if (state is null)
            return ConsultationOpening.Open((OpenConsultation)command, context);
        if (context.Now < state.ChangedAt)
        {
            return ConsultationRefusals.Input("occurredAt", "SM2", "二(四)",
                $"发生时间早于上一步（{LocalDay.Text(state.ChangedAt)}）", $"occurredAt lies before the last step ({LocalDay.Text(state.ChangedAt)})");
        }

        return ConsultationAccess.MayAct(context.Actor, state, command.GetType(), context) is { } forbidden ? forbidden : command switch
        {
            AddOpinion c => ConsultationCollecting.Add(state, c, context),
            RecordSolicitation c => ConsultationCollecting.Solicit(state, c, context),
            HoldWorkMeeting c => ConsultationCollecting.Meet(state, c, context),
            AddMatterFacts c => ConsultationMatters.Add(state, c, context),
            SimplifySteps c => ConsultationSimplifying.Simplify(state, c, context),
            RerouteConsultation c => ConsultationOpening.Reroute(state, c, context),
            ProposeTopic c => ConsultationTopics.Propose(state, c, context),
            ReportToCouncil => ConsultationTopics.Report(state, context),
            DetermineTopic => ConsultationTopics.Determine(state, context),
            MakePlan c => ConsultationPlanning.Plan(state, c, context),
            PublishNotice c => ConsultationPlanning.Notify(state, c, context),
            FixParticipants c => ConsultationParticipating.Fix(state, c, context),
            StartSession c => ConsultationSessions.Start(state, c, context),
            AdjournSession c => ConsultationSessions.Adjourn(state, c, context),
            ResumeSession => ConsultationSessions.Resume(state, context),
            EndSession c => ConsultationSessions.End(state, c, context),
            Announce c => ConsultationAnnouncing.Announce(state, c, context),
            _ => ConsultationAfter.Decide(state, command, context),
        };
    }
}
