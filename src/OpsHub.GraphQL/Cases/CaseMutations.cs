using System.Collections.Immutable;
using GraphQL.Types;
using OpsHub.Domain.Cases;
using OpsHub.GraphQL.Commands;
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
    }

    private void Step<TInput>(HubMutation mutation, string name, string description, Func<CommandInput, CaseCommand> read) where TInput : IGraphType =>
        mutation.Do<TInput, CasePayloadType>(name, description + " Errors as in CommandError.", (context, input) => commander.Do(context, input, read));

    private static ImmutableList<DispatchParty> Parties(CommandInput input) =>
        [.. input.Parts("parties").Select(p => new DispatchParty(p.Organ("organ"), p.Choice<DispatchPart>("part")))];
}
