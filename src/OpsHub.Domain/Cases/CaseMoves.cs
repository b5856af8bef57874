using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Cases;

/// <summary>Which moves an actor may make on a case as it stands (可办步骤): what the stage permits, the role may do and the case's state lets
/// through. A move offered may still be refused for what it says; one not offered is refused.</summary>
public static class CaseMoves
{
    /// <summary>The moves, in the order of SM1.</summary>
    /// <param name="actor">Who would act.</param>
    /// <param name="state">The case.</param>
    /// <param name="rules">Rules in force.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="inForce">The units in force over its grid, as decisions take them; null where the grid is no more.</param>
    public static ImmutableList<CaseMove> Of(Actor actor, Case state, CaseRules rules, DateTimeOffset now, Placement? inForce = null) =>
        CaseTransitions.Table.FindAll(move => move.From.Contains(state.Stage) && Refuses(actor, state, inForce ?? state.Placement, rules, now, move) is null);

    private static Refusal? Refuses(Actor actor, Case s, Placement place, CaseRules rules, DateTimeOffset now, CaseMove move) => move.Command.Name switch
    {
        nameof(AcceptDispatch) => CaseAccess.Lead(actor, s, move.Row),
        nameof(ReturnCase) => CaseDispatching.MayReturn(s, actor, now),
        nameof(FeedBackCase) => CaseHandling.MayFeedBack(s, actor),
        // The community triages what it will handle itself, so triage is offered before the class is known. G015.
        nameof(AcceptCase) or nameof(DeclineCase) or nameof(MergeCase) or nameof(TriageCase) => CaseAccess.Centre(actor, place, rules, communityToo: true, move.Row),
        nameof(RelocateCase) => CasePlacing.MayRelocate(s, actor, place, rules),
        nameof(DispatchCase) => CaseAccess.Centre(actor, place, rules, s.Class == TriageClass.CommunityLevel, move.Row),
        nameof(RedispatchCase) => CaseDispatching.MayRedispatch(s, actor, place, rules),
        nameof(CloseCase) => CaseAccess.Centre(actor, place, rules, communityToo: false, move.Row),
        nameof(VerifyCase) or nameof(FailVerification) => CaseHandling.MayVerify(s, place, actor, rules, move.Row),
        nameof(RequestExtension) => CaseExtending.MayRequest(s, actor, rules, now),
        nameof(GrantExtension) => CaseExtending.MayGrant(s, actor, place, rules),
        nameof(RefuseExtension) => CaseExtending.MayDecide(s, actor, place, rules),
        nameof(SuspendCase) => CaseExtending.MaySuspend(s, actor, place, rules, now),
        nameof(ResumeCase) => CaseExtending.MayResume(s, actor, place, rules),
        nameof(TransferToCoordination) => CaseCoordinating.MayTransfer(s, actor, place),
        nameof(RecordMeeting) => CaseCoordinating.MayRecord(actor, place, rules),
        nameof(AssignParts) => CaseCoordinating.MayAssign(s, actor, place),
        nameof(FeedBackPart) => CaseCoordinating.MayFeedBackPart(s, actor),
        nameof(UrgeCase) => CaseUrging.Highest(s, actor, place, now) > 0 ? null : CaseRefusals.NotAllowed(move.Row, "四(一)", "现在没有可以督办的单位", "There is nobody to be urged now"),
        nameof(AnswerUrge) => CaseUrging.MayAnswer(s, actor),
        nameof(EscalateCase) => CaseUrging.MayEscalate(actor, place),
        nameof(EvaluateCase) => CaseEnding.MayEvaluate(s, actor, place, rules),
        nameof(ReopenCase) => CaseEnding.MayReopen(s, actor, place, rules, now),
        nameof(WithdrawCase) => CaseEnding.MayWithdraw(s, actor, place, rules),
        nameof(JoinCase) => CaseRefusals.NotAllowed(move.Row, "三(四)", "并入由系统记录", "The hub records what joined"),
        var unknown => throw new InvalidOperationException($"Nobody has said who may do {unknown}."),
    };
}
