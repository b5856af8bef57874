using System.Collections.Immutable;
using OpsHub.Domain.Accounts;

namespace OpsHub.Domain.Consultations;

/// <summary>Which moves an actor may make on a consultation as it stands (可办步骤): what stage and variant permit, the office may do, and its state lets
/// through. A move offered may still be refused for what it says; one not offered is refused.</summary>
public static class ConsultationMoves
{
    /// <summary>The moves, in the order of SM2.</summary>
    /// <param name="actor">Who would act.</param>
    /// <param name="state">The consultation.</param>
    /// <param name="context">Place in force, rules, the present instant; its actor is not asked.</param>
    public static ImmutableList<ConsultationMove> Of(Actor actor, Consultation state, ConsultationContext context) => ConsultationTransitions.Table.FindAll(move =>
        move.Fits(state.Variant) && move.From.Contains(state.Stage)
        && ConsultationAccess.MayAct(actor, state, move.Command, context) is null
        && ConsultationAfter.Bars(state, move.Command, context) is null
        && IsOfUse(state, move.Command));

    /// <summary>What the earlier rows' state lets through: of two flags each once, a pause before it is resumed, something to announce.</summary>
    private static bool IsOfUse(Consultation s, Type command) => command.Name switch
    {
        // C080: on the basis of local opinions; C045: once somebody in each community was asked.
        nameof(ProposeTopic) => s.Variant switch
        {
            ConsultationVariant.BuildingOrGroup => s.OpinionCount > 0,
            ConsultationVariant.CrossCommunity => s.Communities.Count >= 2 && s.Communities.All(c => s.Solicitations.Exists(a => a.Community == c)),
            _ => true,
        },
        nameof(SimplifySteps) => s.SimplifiedBy is null,
        nameof(PublishNotice) => s.Notice is null,
        nameof(FixParticipants) => s.Participants is null,
        nameof(AdjournSession) or nameof(EndSession) => s.Session is { IsAdjourned: false },
        nameof(ResumeSession) => s.Session is { IsAdjourned: true },
        nameof(Announce) => s.Duties.Exists(d => d.Stem == DutyStems.Announce && d.Term.IsOpen),
        _ => true,
    };
}
