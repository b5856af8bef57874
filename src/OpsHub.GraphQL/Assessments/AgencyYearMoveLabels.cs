using OpsHub.Domain.Assessments;

namespace OpsHub.GraphQL.Assessments;

/// <summary>The mutation of each command that a person gives, and what steps and inputs are called, in both languages.</summary>
internal static class AgencyYearMoveLabels
{
    private static readonly Dictionary<Type, (string Mutation, string Zh, string En)> Steps = new()
    {
        [typeof(SetWeights)] = ("setTownshipWeights", "设定权重", "Set the weights"),
        [typeof(ListDuties)] = ("listLocalDuties", "梳理属地职责", "List local duties"),
        [typeof(DraftPlan)] = ("draftYearPlan", "拟定年度计划", "Draft the plan"),
        [typeof(NegotiatePlan)] = ("negotiateYearPlan", "确认已协商年度计划", "Confirm that the plan was negotiated"),
        [typeof(DeterminePlan)] = ("determineYearPlan", "认定年度计划", "Determine the plan"),
        [typeof(SubmitPlan)] = ("submitYearPlan", "报派出部门", "Submit to the department"),
        [typeof(ConsentToPlan)] = ("consentToYearPlan", "同意年度计划", "Consent to the plan"),
        [typeof(ObjectToPlan)] = ("objectToYearPlan", "不同意年度计划", "Object to the plan"),
        [typeof(SignLetter)] = ("signResponsibilityLetter", "签订责任书", "Sign the letter"),
        [typeof(ReportProgress)] = ("reportTargetProgress", "报告目标进度", "Report progress of a target"),
        [typeof(ConfirmTarget)] = ("confirmTarget", "确认目标完成情况", "Confirm a target"),
        [typeof(RecordKeyWork)] = ("recordKeyWork", "记录重点工作", "Record key work"),
        [typeof(AdjustComponent)] = ("adjustComponent", "人工调整", "Adjust a component"),
        [typeof(WithdrawAdjustment)] = ("withdrawAdjustment", "撤回人工调整", "Take an adjustment back"),
        [typeof(SubmitDuty)] = ("submitDutyScore", "提交属地职责评分", "Submit the duty score"),
        [typeof(SubmitStatutory)] = ("submitStatutoryScore", "提交法定职责评分", "Submit the statutory score"),
        [typeof(AggregateTownshipPart)] = ("aggregateTownshipPart", "汇总乡镇部分", "Aggregate the townships' part"),
        [typeof(FinaliseScore)] = ("finaliseAgencyScore", "核定得分", "Finalise the score"),
        [typeof(SetAgencyGrade)] = ("gradeAgency", "评定机构等次", "Set the agency's grade"),
        [typeof(SetHeadGrade)] = ("gradeAgencyHead", "评定负责人等次", "Set the head's grade"),
        [typeof(PublishResult)] = ("publishAgencyResult", "公布考核结果", "Publish the result"),
        [typeof(ReviseResult)] = ("reviseAgencyResult", "修订结果", "Revise the result"),
        [typeof(AppealAgainst)] = ("appealScore", "申诉", "Appeal"),
        [typeof(AnswerAppeal)] = ("answerAppeal", "答复申诉", "Answer an appeal"),
        [typeof(RecordHostResult)] = ("recordHostResult", "登记驻地考核结果", "Record the host's result"),
        [typeof(RecordStaffResult)] = ("recordStaffResult", "登记人员绩效结果", "Record the staff's result"),
        [typeof(RecordDailyWork)] = ("recordDailyWork", "登记日常工作考核", "Record daily work"),
    };

    private static readonly Dictionary<string, (string Zh, string En)> Inputs = new(StringComparer.Ordinal)
    {
        ["weights"] = ("权重", "Weights"),
        ["duties"] = ("属地职责", "Local duties"),
        ["targets"] = ("年度目标", "Targets"),
        ["reason"] = ("理由", "Reason"),
        ["target"] = ("目标序号", "Number of the target"),
        ["percent"] = ("进度（%）", "Progress in per cent"),
        ["note"] = ("说明", "Note"),
        ["done"] = ("已完成", "Done"),
        ["text"] = ("内容", "Text"),
        ["tookPart"] = ("已参与", "Took part"),
        ["reference"] = ("记录编号", "Reference"),
        ["component"] = ("考核内容", "Component"),
        ["value"] = ("分数", "Score"),
        ["withoutLetter"] = ("无责任书评分的理由", "Why it is scored without a letter"),
        ["grade"] = ("等次", "Grade"),
        ["where"] = ("公布地点", "Where"),
        ["lines"] = ("重新评分的项目", "Lines to be given anew"),
        ["line"] = ("申诉项目", "Line contested"),
        ["evidence"] = ("佐证", "Evidence"),
        ["appeal"] = ("申诉序号", "Number of the appeal"),
        ["upheld"] = ("申诉成立", "Upheld"),
        ["answer"] = ("答复", "Answer"),
        ["coefficient"] = ("奖金系数", "Bonus coefficient"),
        ["band"] = ("绩效等次", "Band"),
        ["bonusBase"] = ("奖金基数（元）", "Bonus of a post in yuan"),
        ["other"] = ("其他考核得分", "Score of the rest"),
        ["posts"] = ("考核岗位数", "Posts assessed"),
        ["score"] = ("日常工作考核得分", "Daily-work score"),
    };

    /// <summary>Commands that people give.</summary>
    public static IReadOnlyCollection<Type> Commands => Steps.Keys;

    public static string Mutation(Type command) => Steps[command].Mutation;

    public static string Zh(Type command) => Steps[command].Zh;

    public static string En(Type command) => Steps[command].En;

    public static string Zh(string input) => Inputs[input].Zh;

    public static string En(string input) => Inputs[input].En;
}
