using System.Collections.Immutable;
using GraphQL.Types;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Commands;
using OpsHub.GraphQL.Roots;

namespace OpsHub.GraphQL.Assessments;

/// <summary>A mutation for every step of SM4 that people take: from input to command, and nothing more. Rules stand in the domain.</summary>
internal sealed class AgencyYearMutations(AgencyYearCommander commander) : IRootFields<HubMutation>
{
    public void AddTo(HubMutation mutation)
    {
        AddPlan(mutation);
        AddEvidence(mutation);
        AddScores(mutation);
        AddResults(mutation);
        AddLinked(mutation);
    }

    private void AddPlan(HubMutation mutation)
    {
        Step<SetTownshipWeightsInput>(mutation, typeof(SetWeights), "Set the weights of the townships served (设定权重). A026; by the host township or the performance organ.", i => new SetWeights(Weights(i)));
        Step<ListLocalDutiesInput>(mutation, typeof(ListDuties), "List the local duties (梳理属地职责). A037; by the agency.", i => new ListDuties([.. i.Texts("duties")]));
        Step<DraftYearPlanInput>(mutation, typeof(DraftPlan), "Draft the plan (拟定年度计划). A038; by the agency.",
            i => new DraftPlan([.. i.Parts("targets").Select((t, n) => new YearTarget(n + 1, t.Text("text"), t.Text("measure"), t.Day("due")))]));
        Step<NegotiateYearPlanInput>(mutation, typeof(NegotiatePlan), "Confirm that the plan was negotiated (协商年度计划). A038; by each served township.", _ => new NegotiatePlan());
        Step<DetermineYearPlanInput>(mutation, typeof(DeterminePlan), "Determine the plan instead (认定年度计划). A038; by the performance organ.", i => new DeterminePlan(i.Text("reason")));
        Step<SubmitYearPlanInput>(mutation, typeof(SubmitPlan), "Submit the plan to the department (报派出部门). A038; by the agency.", _ => new SubmitPlan());
        Step<ConsentToYearPlanInput>(mutation, typeof(ConsentToPlan), "Consent to the plan (同意年度计划). A039; by the department.", _ => new ConsentToPlan());
        Step<ObjectToYearPlanInput>(mutation, typeof(ObjectToPlan), "Object to the plan (不同意年度计划). A039; by the department.", i => new ObjectToPlan(i.Text("reason")));
        Step<SignResponsibilityLetterInput>(mutation, typeof(SignLetter), "Sign the letter (签订责任书). A040; by agency and host township.", _ => new SignLetter());
    }

    private void AddEvidence(HubMutation mutation)
    {
        Step<ReportTargetProgressInput>(mutation, typeof(ReportProgress), "Report progress of a target (报告目标进度). A020; by the agency.",
            i => new ReportProgress(i.Number("target"), i.Number("percent"), i.OptionalText("note")));
        Step<ConfirmTargetInput>(mutation, typeof(ConfirmTarget), "Confirm a target (确认目标完成). A020; by the host township.", i => new ConfirmTarget(i.Number("target"), i.Flag("done"), i.OptionalText("note")));
        Step<RecordKeyWorkInput>(mutation, typeof(RecordKeyWork), "Record key work (记录重点工作). A021; by a served township.",
            i => new RecordKeyWork(i.Text("text"), i.Flag("tookPart"), i.OptionalText("reference")));
        Step<AdjustComponentInput>(mutation, typeof(AdjustComponent), "Set a component by hand, with a reason (人工调整). A018; by a served township.",
            i => new AdjustComponent(i.OptionalChoice<DutyComponent>("component"), i.Decimal("value"), i.Text("reason"), i.OptionalText("withoutLetter")));
        Step<WithdrawAdjustmentInput>(mutation, typeof(WithdrawAdjustment), "Take a component's adjustment back, with a reason (撤回人工调整): what the evidence gives holds again. A018; by the township that set it.",
            i => new WithdrawAdjustment(i.OptionalChoice<DutyComponent>("component"), i.Text("reason")));
    }

    private void AddLinked(HubMutation mutation)
    {
        Step<RecordHostResultInput>(mutation, typeof(RecordHostResult), "Record the host township's own result of the year and its bonus coefficient (登记驻地考核结果). A029, A031; by the county's government or performance organ.",
            i => new RecordHostResult(i.OptionalChoice<AssessmentGrade>("grade"), i.Decimal("coefficient"), i.OptionalText("reason")));
        Step<RecordStaffResultInput>(mutation, typeof(RecordStaffResult), "Record the staff's result as a whole (登记人员绩效结果). A029, A030; by the department; no person's.",
            i => new RecordStaffResult(i.OptionalChoice<AssessmentGrade>("band"), i.OptionalOrgan("payer"), i.OptionalDecimal("bonusBase"), i.OptionalDecimal("other"), i.OptionalText("reason")));
        Step<RecordDailyWorkInput>(mutation, typeof(RecordDailyWork), "Record the staff's daily-work score as a whole (登记日常工作考核). A034; by the host township.",
            i => new RecordDailyWork(i.Number("posts"), i.Decimal("score"), i.OptionalText("reason")));
    }

    private void AddScores(HubMutation mutation)
    {
        Step<SubmitDutyScoreInput>(mutation, typeof(SubmitDuty), "Submit the duty score (提交属地职责评分). A018; by a served township, once.", i => new SubmitDuty(i.OptionalText("withoutLetter")));
        Step<SubmitStatutoryScoreInput>(mutation, typeof(SubmitStatutory), "Submit the statutory score (提交法定职责评分). A019; by the department, once.",
            i => new SubmitStatutory(i.Decimal("value"), i.OptionalText("note")));
        Step<AggregateTownshipPartInput>(mutation, typeof(AggregateTownshipPart), "Aggregate the townships' part (汇总乡镇部分). A027; by the host township.", _ => new AggregateTownshipPart());
        Step<FinaliseAgencyScoreInput>(mutation, typeof(FinaliseScore), "Finalise the score (核定得分). A017; by the performance organ.", _ => new FinaliseScore());
        Step<GradeAgencyInput>(mutation, typeof(SetAgencyGrade), "Set the agency's grade (评定机构等次). A033; by the performance organ.", i => new SetAgencyGrade(i.OptionalChoice<AssessmentGrade>("grade")));
        Step<GradeAgencyHeadInput>(mutation, typeof(SetHeadGrade), "Set the head's grade (评定负责人等次). A035, A044; by the performance organ or the department.",
            i => new SetHeadGrade(i.OptionalChoice<AssessmentGrade>("grade")));
    }

    private void AddResults(HubMutation mutation)
    {
        Step<PublishAgencyResultInput>(mutation, typeof(PublishResult), "Publish the shared result (公布考核结果). R044; by the performance organ.", i => new PublishResult(i.Text("where")));
        Step<ReviseAgencyResultInput>(mutation, typeof(ReviseResult), "Revise the result (修订结果). A028; by the performance organ, before it is shared.",
            i => new ReviseResult(i.Text("reason"), [.. i.Parts("lines").Select(Line)]));
        Step<AppealScoreInput>(mutation, typeof(AppealAgainst), "Contest a line of the final score, or the grade once it is set (申诉). A028; by the agency.", i => new AppealAgainst(Line(i.Part("line")!), i.Text("text"), [.. i.Texts("evidence")]));
        Step<AnswerAppealInput>(mutation, typeof(AnswerAppeal), "Answer an appeal (答复申诉). A028; by whoever gave the line.", i => new AnswerAppeal(i.Number("appeal"), i.Flag("upheld"), i.Text("answer")));
    }

    private void Step<TInput>(HubMutation mutation, Type command, string description, Func<CommandInput, AgencyYearCommand> read) where TInput : IGraphType =>
        mutation.Do<TInput, AgencyYearPayloadType>(AgencyYearMoveLabels.Mutation(command), description + " Errors as in CommandError.", (context, input) => commander.Do(context, input, read));

    private static ImmutableSortedDictionary<UnitCode, decimal> Weights(CommandInput i)
    {
        var weights = ImmutableSortedDictionary.CreateBuilder<UnitCode, decimal>();
        foreach (var part in i.Parts("weights"))
        {
            if (!weights.TryAdd(part.Unit("township"), part.Decimal("weight")))
                throw new InputRefusedException(new(RefusalCodes.InvalidInput, "A026", "二(三)", "weights", $"{part.Text("township")} 的权重重复", $"{part.Text("township")} is given twice"));
        }

        return weights.ToImmutable();
    }

    private static AppealLine Line(CommandInput i) => new(
        i.Choice<AppealLineKind>("line") switch
        {
            AppealLineKind.Duty => AppealLine.Duty,
            AppealLineKind.Satisfaction => AppealLine.Satisfaction,
            AppealLineKind.Statutory => AppealLine.Statutory,
            _ => AppealLine.Grade,
        },
        i.OptionalText("township") is null ? null : i.Unit("township"), i.OptionalChoice<DutyComponent>("component"));
}
