using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;

namespace OpsHub.Domain.Cases;

/// <summary>Which moves an actor may make on a case as it stands (可办步骤): what the stage permits and the role may do. A move offered
/// may still be refused for what it says; one not offered is refused for the stage or the role.</summary>
public static class CaseMoves
{
    /// <summary>The moves, in the order of SM1.</summary>
    /// <param name="actor">Who would act.</param>
    /// <param name="state">The case.</param>
    /// <param name="rules">Rules in force.</param>
    /// <param name="inForce">The units in force over its grid, as decisions take them; null where the grid is no more.</param>
    public static ImmutableList<CaseMove> Of(Actor actor, Case state, CaseRules rules, Placement? inForce = null) =>
        CaseTransitions.Table.FindAll(move => move.From.Contains(state.Stage) && Refuses(actor, state, inForce ?? state.Placement, rules, move) is null);

    private static Refusal? Refuses(Actor actor, Case state, Placement place, CaseRules rules, CaseMove move)
    {
        var command = move.Command;
        if (command == typeof(AcceptDispatch) || command == typeof(ReturnCase) || command == typeof(FeedBackCase))
            return CaseAccess.Lead(actor, state, move.Row);
        // The community triages what it will handle itself, so triage is offered before the class is known. G015.
        if (command == typeof(AcceptCase) || command == typeof(DeclineCase) || command == typeof(TriageCase))
            return CaseAccess.Centre(actor, place, rules, communityToo: true, move.Row);
        if (command == typeof(DispatchCase))
            return CaseAccess.Centre(actor, place, rules, state.Class == TriageClass.CommunityLevel, move.Row);
        if (command == typeof(RedispatchCase) || command == typeof(CloseCase))
            return CaseAccess.Centre(actor, place, rules, communityToo: false, move.Row);
        if (command == typeof(VerifyCase) || command == typeof(FailVerification))
            return CaseHandling.MayVerify(state, place, actor, rules, move.Row);
        throw new InvalidOperationException($"Nobody has said who may do {command.Name}.");
    }
}
