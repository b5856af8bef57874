using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;

namespace OpsHub.Domain.Cases;

/// <summary>Which moves an actor may make on a case as it stands (可办步骤): what the stage permits and the role may do. A move offered
/// may still be refused for what it says; one not offered is refused for the stage or the role.</summary>
public static class CaseMoves
{
    /// <summary>The moves, in the order of SM1.</summary>
    public static ImmutableList<CaseMove> Of(Actor actor, Case state, CaseRules rules) =>
        CaseTransitions.Table.FindAll(move => move.From.Contains(state.Stage) && Refuses(actor, state, rules, move) is null);

    private static Refusal? Refuses(Actor actor, Case state, CaseRules rules, CaseMove move)
    {
        var command = move.Command;
        if (command == typeof(AcceptDispatch) || command == typeof(ReturnCase) || command == typeof(FeedBackCase))
            return CaseAccess.Lead(actor, state, move.Row);
        // The community triages what it will handle itself, so triage is offered before the class is known. G015.
        if (command == typeof(AcceptCase) || command == typeof(DeclineCase) || command == typeof(TriageCase))
            return CaseAccess.Centre(actor, state.Placement, rules, communityToo: true, move.Row);
        if (command == typeof(DispatchCase))
            return CaseAccess.Centre(actor, state.Placement, rules, state.Class == TriageClass.CommunityLevel, move.Row);
        if (command == typeof(RedispatchCase) || command == typeof(CloseCase))
            return CaseAccess.Centre(actor, state.Placement, rules, communityToo: false, move.Row);
        if (command == typeof(VerifyCase) || command == typeof(FailVerification))
            return CaseHandling.MayVerify(state, actor, rules, move.Row);
        throw new InvalidOperationException($"Nobody has said who may do {command.Name}.");
    }
}
