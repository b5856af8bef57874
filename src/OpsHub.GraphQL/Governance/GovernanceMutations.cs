using GraphQL;
using GraphQL.Types;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Governance;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Cases;
using OpsHub.GraphQL.Commands;
using OpsHub.GraphQL.Privacy;
using OpsHub.GraphQL.Relay;
using OpsHub.GraphQL.Roots;

namespace OpsHub.GraphQL.Governance;

/// <summary>Mutations of governance files and reports: from input to command, and nothing more. Rules stand in the domain.</summary>
internal sealed class GovernanceMutations(IGrainFactory grains, GovernanceReader reader, CommandWarnings warnings) : IRootFields<HubMutation>
{
    private static readonly Refusal NoReport = new(RefusalCodes.NotFound, "T023", "二(二)", "reportId", "没有这份报告，或不在您的可见范围内", "There is no such report within what you may see");

    public void AddTo(HubMutation mutation)
    {
        File<SetConstructionInput>(mutation, "setConstruction", "Record that something is built (登记建设情况). T018, G028, G029, G033-G038, G058; by the unit's own office, centre or government.",
            i => new SetConstruction(i.Choice<ConstructionItem>("item"), i.OptionalText("topic"), i.OptionalDay("builtOn")));
        File<RecordObligationInput>(mutation, "recordObligation", "Record what was done about something owed (登记应办事项). G026, G042, G044, G045, G057, G061; by city or county.",
            i => new RecordObligation(i.Choice<ObligationKind>("kind"), i.Day("on"), i.Text("record"), i.OptionalNumber("year"),
                i.Part("funds") is { } f ? new(f.Decimal("platforms"), f.Decimal("dataUpdate"), f.Decimal("flow")) : null));
        File<SetCommandStaffInput>(mutation, "setCommandStaff", "Record how many work in the grid command centre (登记指挥中心人员). G016; by the county.", i => new SetCommandStaff(i.Number("members")));
        File<SetGovernancePlanInput>(mutation, "setGovernancePlan", "Set the plan's measures (登记工作方案). G043; by the county.",
            i => new SetPlan([.. i.Parts("measures").Select(m => new PlanMeasure(m.Text("text"), m.OptionalText("owner")))]));
        File<ActivateWorkerSchemeInput>(mutation, "activateWorkerScheme", "Activate the assessment scheme of grid workers (启用网格员考核办法). G027, G051; by the county.", i => new ActivateWorkerScheme(
            i.Text("title"), [.. i.Parts("posts").Select(p => new PostScheme(p.Choice<WorkerPost>("post"), [.. p.Parts("components").Select(c => new PostComponent(c.Text("label"), c.Decimal("weight")))]))]));
        File<RetireWorkerSchemeInput>(mutation, "retireWorkerScheme", "Retire the assessment scheme of grid workers (停用网格员考核办法). G027; by the county.", i => new RetireWorkerScheme(i.Text("reason")));
        File<DelegatePowersInput>(mutation, "delegatePowers", "Hand powers down (登记下放事项). T025; by the city.", i => new DelegatePowers(
            i.OptionalText("matter") ?? "", i.OptionalText("procedure") ?? "", i.OptionalText("legalBasis") ?? "", i.OptionalText("operationRules") ?? "", i.OptionalText("responsibility") ?? ""));
        File<EndDelegationInput>(mutation, "endDelegation", "End a delegation (收回下放事项). T025; by the city.", i => new EndDelegation(i.Number("number"), i.Text("reason")));
        File<SetPowerOwnersInput>(mutation, "setPowerOwners", "Set who owns a matter (登记权责清单). T026; by the township.", i => new SetPower(i.Text("matter"), [.. i.Choices<PowerOwner>("owners")]));
        File<OpenCampaignInput>(mutation, "openCampaign", "Open a focused campaign (开展集中整治). G054; by the township.",
            i => new OpenCampaign(i.Text("title"), [.. i.Texts("categories")], i.Day("from"), i.Day("until")));
        File<CloseCampaignInput>(mutation, "closeCampaign", "Close a campaign (集中整治结束). G054; by the township.", i => new CloseCampaign(i.Number("number"), i.Text("outcome")));
        File<RecordRegularMeetingInput>(mutation, "recordRegularMeeting", "Record a regular work meeting (登记工作例会). T020; by the township.",
            i => new RecordRegularMeeting(i.Day("on"), i.Text("minutes"), i.Number("attended")));
        Report<EditAnalysisReportInput>(mutation, "editAnalysisReport", "Change a draft's text (修改分析研判报告). T023; by the township's governance centre.", i => new EditReport(i.Text("text")));
        Report<AdoptAnalysisReportInput>(mutation, "adoptAnalysisReport", "Adopt a report (采用分析研判报告). T023; by the township's governance centre.", _ => new AdoptReport());
    }

    private void File<TInput>(HubMutation mutation, string name, string description, Func<CommandInput, GovernanceCommand> read) where TInput : IGraphType =>
        mutation.Do<TInput, GovernancePayloadType>(name, description + " Errors as in CommandError.", (context, fields) => CaseCommander.Answer(
            async () =>
            {
                var (input, viewer) = (new CommandInput(fields), Viewer.Of(context));
                var (unit, command) = (input.Unit("unit"), read(input));
                return GovernancePayload.Of(await grains.Governance(unit).Do(command, CaseCommander.Context(input, viewer)).ConfigureAwait(false)) with { Warnings = warnings.Of(fields) };
            },
            GovernancePayload.Refused));

    private void Report<TInput>(HubMutation mutation, string name, string description, Func<CommandInput, AnalysisCommand> read) where TInput : IGraphType =>
        mutation.Do<TInput, AnalysisPayloadType>(name, description + " Errors as in CommandError.", (context, fields) => CaseCommander.Answer(
            async () =>
            {
                var (input, viewer) = (new CommandInput(fields), Viewer.Of(context));
                var (key, command) = (GlobalId.ReadAnalysis(input.Text("reportId")), read(input));
                // A report that the actor may not see isn't even asked.
                return key is null || await reader.Report(viewer, key).ConfigureAwait(false) is null
                    ? GovernancePayload.Refused(NoReport)
                    : GovernancePayload.Of(await grains.Analysis(key).Do(command, CaseCommander.Context(input, viewer)).ConfigureAwait(false)) with { Warnings = warnings.Of(fields) };
            },
            GovernancePayload.Refused));
}
