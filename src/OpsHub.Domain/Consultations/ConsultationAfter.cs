using OpsHub.Domain.Commands;

namespace OpsHub.Domain.Consultations;

/// <summary>Decides what follows a session (会后决策): SM2 rows 12-23, X, Y, Z. Called once the stage permits the command.</summary>
public static class ConsultationAfter
{
    /// <summary>Decides a command of these rows: events, or a refusal with rule and clause.</summary>
    /// <param name="state">The consultation.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="context">Who, when, by which rules.</param>
    public static Decision<ConsultationEvent> Decide(Consultation state, ConsultationCommand command, ConsultationContext context) => command switch
    {
        _ => throw new InvalidOperationException($"No decision for {command.GetType().Name}."),
    };
}
