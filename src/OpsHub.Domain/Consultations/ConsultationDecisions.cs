using System.Collections.Immutable;
using OpsHub.Domain.Commands;

namespace OpsHub.Domain.Consultations;

/// <summary>Decides every command to a consultation (协商决策). Pure: the same arguments give the same answer.</summary>
public static class ConsultationDecisions
{
    /// <summary>Decides a command that is given as it happens. What time and calendar did by then stands in front of its events, so that no act closes a
    /// duty of whose lateness somebody has yet to hear.</summary>
    /// <inheritdoc cref="Decide" path="/param" />
    public static Decision<ConsultationEvent> DecideNow(Consultation? state, ConsultationCommand command, ConsultationContext context)
    {
        ImmutableList<ConsultationEvent> before = state is null ? []
            : ConsultationTerms.Overtaken(state, context.Now, context.Rules, context.Calendar, context.Hours, context.NextSequence);
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
        throw new NotImplementedException();
}
