using GraphQL;
using GraphQL.Types;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Mandates;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Cases;
using OpsHub.GraphQL.Commands;
using OpsHub.GraphQL.Privacy;
using OpsHub.GraphQL.Roots;

namespace OpsHub.GraphQL.Mandates;

/// <summary>A mutation for every step of townships' rights and duties that a person takes: from input to command, and nothing more. Rules stand in the domain.</summary>
internal sealed class MandateMutations(IGrainFactory grains, MandatesReader reader, CommandWarnings warnings) : IRootFields<HubMutation>
{
    private static readonly Refusal NoCounty = new(RefusalCodes.NotFound, "R046", "四(五)", "county", "没有这个县市区，或不在您的可见范围内", "There is no such county within what you may see");

    public void AddTo(HubMutation mutation)
    {
        AddVoices(mutation);
        AddDuties(mutation);
        AddTasks(mutation);
        AddResults(mutation);
    }

    private void AddVoices(HubMutation mutation)
    {
        Step<OpenAreaPlanInput>(mutation, "openAreaPlan", "Ask townships' opinions on a plan that touches their areas (规划征求意见). T012; by a department, or the county.",
            i => new OpenAreaPlan(i.Text("title"), i.Text("content"), [.. i.Units("townships")]));
        Step<GiveAreaOpinionInput>(mutation, "giveAreaOpinion", "Give an opinion on a plan (提出规划意见). T012; by a township whose area it touches.", i => new GiveAreaOpinion(i.Number("plan"), i.Text("text")));
        Step<CloseAreaPlanInput>(mutation, "closeAreaPlan", "Close a plan (规划定稿). T012; by whose plan it is.", i => new CloseAreaPlan(i.Number("plan")));
        Step<MakeTownshipSuggestionInput>(mutation, "makeTownshipSuggestion", "Suggest something on a superior's major decision or project (提出建议). T013; by a township.",
            i => new MakeSuggestion(i.OptionalChoice<SuggestionSubject>("subject"), i.Text("title"), i.Text("text"), i.Organ("to")));
        Step<AnswerTownshipSuggestionInput>(mutation, "answerTownshipSuggestion", "Answer a suggestion (答复建议). T013; by who was asked, or the county.",
            i => new AnswerSuggestion(i.Number("suggestion"), i.OptionalChoice<SuggestionAnswer>("answer"), i.Text("text")));
    }

    private void AddDuties(HubMutation mutation)
    {
        Step<ProposeTownshipDutyInput>(mutation, "proposeTownshipDuty", "Propose a new duty (申报新增职责). R034; by a department.", i => new ProposeDuty(
            i.Text("title"), i.Text("content"), [.. i.Units("townships")], i.Flag("forCommunities"), i.OptionalText("power"), i.OptionalText("staff"), i.OptionalText("funds")));
        Step<ApproveTownshipDutyInput>(mutation, "approveTownshipDuty", "Approve a new duty (批准新增职责). R034, R035; by the county.",
            i => new ApproveDuty(i.Number("duty"), i.Text("approval"), i.OptionalText("power"), i.OptionalText("staff"), i.OptionalText("funds")));
        Step<RefuseTownshipDutyInput>(mutation, "refuseTownshipDuty", "Refuse a new duty (不予批准). R034; by the county.", i => new RefuseDuty(i.Number("duty"), i.Text("reason")));
        Step<ActivateTownshipDutyInput>(mutation, "activateTownshipDuty", "Put an approved duty into force (职责生效). R034; by the department.", i => new ActivateDuty(i.Number("duty")));
        Step<EndTownshipDutyInput>(mutation, "endTownshipDuty", "End a duty (终止职责). R034; by the department, or the county.", i => new EndDuty(i.Number("duty"), i.Text("reason")));
    }

    private void AddTasks(HubMutation mutation)
    {
        Step<AssignTaskInput>(mutation, "assignTask", "Give a task to a township or community (下派任务). T014, R036; by a department, with an approval in force.",
            i => new AssignTask(i.Unit("unit"), i.Text("title"), i.Text("content"), i.OptionalText("reference"), i.Day("until")));
        Step<FinishTaskInput>(mutation, "finishTask", "Report a task done (办结任务). T014; by the unit that has it.", i => new FinishTask(i.Number("task"), i.Text("report")));
        Step<WithdrawTaskInput>(mutation, "withdrawTask", "Withdraw a task that is not done (撤回任务): nobody owes it any more. T014; by the department that gave it, or the county.",
            i => new WithdrawTask(i.Number("task"), i.Text("reason")));
        Step<AdmitCommunityItemInput>(mutation, "admitCommunityItem", "Admit an item to communities' work (事项准入). R036, W013; by the county.", i => new AdmitItem(i.Text("code"), i.Text("title"), i.Text("basis")));
        Step<WithdrawCommunityItemInput>(mutation, "withdrawCommunityItem", "Take an admitted item out (事项退出). R036, W013; by the county.", i => new WithdrawItem(i.Text("code"), i.Text("reason")));
        Step<CreateAwardActivityInput>(mutation, "createAwardActivity", "Enter an award activity aimed at townships (登记评比表彰活动). T110; by a department, or the county.",
            i => new CreateActivity(i.Text("title"), [.. i.Units("townships")], i.OptionalText("approval")));
    }

    private void AddResults(HubMutation mutation)
    {
        Step<RecordTownshipResultInput>(mutation, "recordTownshipResult", "Record a township's comprehensive result (登记乡镇考核结果). T108; by the county or its performance organ, never by a department (T015).",
            i => new RecordTownshipResult(i.Unit("township"), i.Number("year"), i.Decimal("score"), i.Decimal("satisfaction"), i.OptionalText("reason")));
        Step<RecordAssessmentInput>(mutation, "recordAssessment", "Record the result of a yearly assessment, which closes its task (登记年度考评结果). R038; a community's by its township, others' by the county or its performance organ.",
            i => new RecordAssessment(i.Organ("target"), i.Number("year"), i.Decimal("score"), i.Decimal("satisfaction"), i.OptionalText("reason")));
        Step<ExcludeFromAssessmentInput>(mutation, "excludeFromAssessment", "Leave a target out of the year's assessment, with a reason (不纳入年度考评). R038; by who assesses it.",
            i => new ExcludeFromAssessment(i.Organ("target"), i.Number("year"), i.Text("reason")));
        Step<TakeResultMeasureInput>(mutation, "takeResultMeasure", "Take a measure after a poor result (采取措施). T109; by the county.",
            i => new TakeMeasure(i.Number("result"), i.OptionalChoice<MeasureKind>("kind"), i.Text("grounds"), i.Day("rectifyBy")));
        Step<ConfirmRectifiedInput>(mutation, "confirmRectified", "Find that it was put right (确认整改完成). T109; by the county.", i => new ConfirmRectified(i.Number("measure"), i.Text("finding")));
    }

    private void Step<TInput>(HubMutation mutation, string name, string description, Func<CommandInput, MandateCommand> read) where TInput : IGraphType =>
        mutation.Do<TInput, MandatesPayloadType>(name, description + " Errors as in CommandError.", (context, fields) => Do(context, fields, read));

    private ValueTask<object?> Do(IResolveFieldContext context, IDictionary<string, object?> fields, Func<CommandInput, MandateCommand> read) => CaseCommander.Answer(
        async () =>
        {
            var (input, viewer) = (new CommandInput(fields), Viewer.Of(context));
            var (county, command, about) = (input.Unit("county"), read(input), CaseCommander.Context(input, viewer));
            if (await reader.Read(viewer.Actor, county).ConfigureAwait(false) is not { } seen)
                return MandatesPayload.Refused(NoCounty);
            // How long the trace is they are not told, and may not try out.
            if (!seen.IsWhole && about.ExpectedVersion is not null)
                return MandatesPayload.Refused(HubRefusals.Input("expectedVersion", "expectedVersion 只用于可查阅全部事项的单位", "expectedVersion is for those who read the whole record"));
            var reply = await grains.Mandates(county).Do(command, about).ConfigureAwait(false);
            return new MandatesPayload(county, reply, reply.Refusal is { } refusal ? [refusal] : []) { Warnings = warnings.Of(fields), Begins = Begins(command) };
        },
        MandatesPayload.Refused);

    private static bool Begins(MandateCommand command) => command is OpenAreaPlan or MakeSuggestion or ProposeDuty or AssignTask or CreateActivity or TakeMeasure;
}
