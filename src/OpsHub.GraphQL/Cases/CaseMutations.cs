using System.Collections.Immutable;
using GraphQL.Types;
using OpsHub.Domain.Cases;
using OpsHub.GraphQL.Commands;
using OpsHub.GraphQL.Relay;
using OpsHub.GraphQL.Roots;

namespace OpsHub.GraphQL.Cases;

/// <summary>A mutation for every step of SM1: from input to command, and nothing more. Rules stand in the domain.</summary>
internal sealed class CaseMutations(CaseCommander commander) : IRootFields<HubMutation>
{
    public void AddTo(HubMutation mutation)
    {
        mutation.Do<ReportCaseInput, CasePayloadType>("reportCase", "Report a case (信息采集上报). SM1.1; by those of the area. NOT_FOUND names an unknown grid, INVALID_INPUT an unknown category.",
            (context, input) => commander.Report(context, input, i => new ReportCase(
                i.Unit("grid"), i.Choice<CaseKind>("kind"), i.Text("category"), i.Text("title"), i.OptionalText("text") ?? "",
                i.Choice("priority", CasePriority.Ordinary), i.Choice<CaseChannel>("channel"),
                i.Part("source") is { } source ? new SourceTicket(source.Text("system"), source.Text("number")) : null)));
        Step<AcceptCaseInput>(mutation, "acceptCase", "Accept a case (受理). SM1.2; by the centre or the community of the area.", _ => new AcceptCase());
        Step<DeclineCaseInput>(mutation, "declineCase", "Decline a case (不予受理), on one of two grounds. SM1.3, T019; by the centre or the community.",
            i => new DeclineCase(i.Text("reason"), i.Text("whereToTurn"), i.Choice<DeclineGround>("ground")));
        Step<TriageCaseInput>(mutation, "triageCase", "Triage a case (分析研判). SM1.5, R028; by the centre, community-level ones also by the community.",
            i => new TriageCase(i.Choice<TriageClass>("class"), i.Flag("enforcement")));
        Step<RelocateCaseInput>(mutation, "relocateCase", "Put a case into the grid in which it lies (更正网格), before it is dispatched; by the centre, and by the community until it is accepted.",
            i => new RelocateCase(i.Unit("grid"), i.Text("reason")));
        Step<DispatchCaseInput>(mutation, "dispatchCase", "Dispatch a case to one leading and any assisting organs (派单). SM1.6, G046; by the centre.",
            i => new DispatchCase(Parties(i), i.OptionalText("note")));
        Step<AcceptDispatchInput>(mutation, "acceptDispatch", "Accept a dispatch (接单). SM1.7; by the lead unit.", _ => new AcceptDispatch());
        Step<ReturnCaseInput>(mutation, "returnCase", "Return a dispatch (退单) for one of three reasons. SM1.8; by the lead unit.",
            i => new ReturnCase(i.Choice<ReturnReason>("reason"), i.Text("note")));
        Step<RedispatchCaseInput>(mutation, "redispatchCase", "Dispatch again after a return (重新派单). SM1.9, T022; by the centre.", i => new RedispatchCase(
            Parties(i), i.OptionalText("ruling"), i.OptionalText("meetingRecord"), i.Flag("grantNewTerm"), i.OptionalText("note")));
        Step<FeedBackCaseInput>(mutation, "feedBackCase", "Feed back the result (处置反馈). SM1.14; by the lead unit.",
            i => new FeedBackCase(i.Text("result"), [.. i.Texts("evidence")]));
        Step<VerifyCaseInput>(mutation, "verifyCase", "Verification passed (核查通过). SM1.15, G047; by the centre, never by the handler.",
            i => new VerifyCase(i.Flag("evidenceViewed"), i.OptionalText("note")));
        Step<FailVerificationInput>(mutation, "failVerification", "Verification failed, back to handling (核查不通过). SM1.16; by the centre, never by the handler.",
            i => new FailVerification(i.Text("reason")));
        Step<CloseCaseInput>(mutation, "closeCase", "Close a case (结案) whose links all stand in the trace. SM1.17, G018; by the centre.", _ => new CloseCase());
        AddWaiting(mutation);
        AddEndings(mutation);
    }

    private void AddWaiting(HubMutation mutation)
    {
        Step<RequestExtensionInput>(mutation, "requestExtension", "Ask for more time (申请延期), before the due, once. SM1.10; by the lead unit.",
            i => new RequestExtension(i.Text("reason"), i.Instant("until")));
        Step<GrantExtensionInput>(mutation, "grantExtension", "Grant the extension asked for (同意延期). SM1.11; by whoever dispatched, of cross-department cases by the township.",
            i => new GrantExtension(i.OptionalInstant("until"), i.OptionalText("note")));
        Step<RefuseExtensionInput>(mutation, "refuseExtension", "Refuse the extension asked for (不同意延期). SM1.11; by the same.", i => new RefuseExtension(i.Text("reason")));
        Step<SuspendCaseInput>(mutation, "suspendCase", "Suspend the handling term (中止期限) with a reason and a limit; by township or centre, never by the lead.",
            i => new SuspendCase(i.Text("reason"), i.Instant("until")));
        Step<ResumeCaseInput>(mutation, "resumeCase", "Resume the handling term (恢复期限); by the same.", i => new ResumeCase(i.Text("reason")));
        Step<TransferToCoordinationInput>(mutation, "transferToCoordination", "Transfer to the township for coordination (提请协调). SM1.12; by the lead unit or the township.",
            i => new TransferToCoordination(i.Text("reason")));
        Step<RecordMeetingInput>(mutation, "recordMeeting", "Record a coordination meeting (记录协调会). T022; by the township or the centre.",
            i => new RecordMeeting(i.Instant("heldAt"), [.. i.Organs("attended")], i.Text("minutes"), i.OptionalText("reference")));
        Step<AssignPartsInput>(mutation, "assignParts", "Assign the parts after coordination (明确分工). SM1.13; by the township.", i => new AssignParts(Parties(i), i.OptionalText("note")));
        Step<FeedBackPartInput>(mutation, "feedBackPart", "Feed back an assisting unit's part (协办反馈). SM1.14; by that unit.",
            i => new FeedBackPart(i.Text("result"), [.. i.Texts("evidence")]));
        Step<UrgeCaseInput>(mutation, "urgeCase", "Urge (催办、督办) at one of three levels. SM1.U; by community, township or county command centre.",
            i => new UrgeCase(i.Number("level"), i.Text("note"), i.OptionalOrgan("organ")));
        Step<AnswerUrgeInput>(mutation, "answerUrge", "Answer the urges of one's own organ (督办回复). SM1.U; by whoever was urged.", i => new AnswerUrge(i.Text("answer")));
        Step<EscalateCaseInput>(mutation, "escalateCase", "Escalate to the county's board (升级). SM1.E, C065; by the township.",
            i => new EscalateCase(i.Text("reason"), i.OptionalChoice<RiskKind>("risk")));
    }

    private void AddEndings(HubMutation mutation)
    {
        // What is no case's id is nobody's case: the decision says so, with its rule.
        Step<MergeCaseInput>(mutation, "mergeCase", "Merge into another case of the same grid and category (并案). SM1.4; by the centre or the community.",
            i => new MergeCase(GlobalId.ReadCase(i.Text("target")) ?? i.Text("target"), i.Text("reason")));
        Step<EvaluateCaseInput>(mutation, "evaluateCase", "Evaluate a closed case (综合评价). SM1.18, G048; once each by reporter, community and centre, never by who handled it.",
            i => new EvaluateCase(i.Number("score"), i.OptionalText("note")));
        Step<ReopenCaseInput>(mutation, "reopenCase", "Reopen within the window (重开). SM1.19; by the command centre or the township.", i => new ReopenCase(i.Text("reason")));
        Step<WithdrawCaseInput>(mutation, "withdrawCase", "Withdraw (撤回). SM1.20; by its reporter before the dispatch, by the centre before the feedback.",
            i => new WithdrawCase(i.Text("reason")));
    }

    private void Step<TInput>(HubMutation mutation, string name, string description, Func<CommandInput, CaseCommand> read) where TInput : IGraphType =>
        mutation.Do<TInput, CasePayloadType>(name, description + " Errors as in CommandError.", (context, input) => commander.Do(context, input, read));

    private static ImmutableList<DispatchParty> Parties(CommandInput input) =>
        [.. input.Parts("parties").Select(p => new DispatchParty(p.Organ("organ"), p.Choice<DispatchPart>("part")))];
}
