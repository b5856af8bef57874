namespace OpsHub.Domain.Cases;

/// <summary>Stages, moves and links as Chinese refusals name them.</summary>
public static class CaseWording
{
    internal static string Of(CaseStage stage) => stage switch
    {
        CaseStage.Reported => "待受理",
        CaseStage.Accepted => "待研判",
        CaseStage.Triaged => "待派单",
        CaseStage.Dispatched => "待接单",
        CaseStage.Returned => "退单",
        CaseStage.Handling => "处置中",
        CaseStage.Coordinating => "协调中",
        CaseStage.FedBack => "待核查",
        CaseStage.Verified => "待结案",
        CaseStage.Closed => "已结案",
        CaseStage.Evaluated => "已评价",
        CaseStage.Declined => "不予受理",
        CaseStage.Merged => "已并案",
        CaseStage.Withdrawn => "已撤回",
        _ => throw new InvalidOperationException($"No wording for the stage {stage}."),
    };

    /// <summary>What a move is called (步骤名称).</summary>
    public static string Of(CaseMove move) => move.Command.Name switch
    {
        nameof(ReportCase) => "上报",
        nameof(AcceptCase) => "受理",
        nameof(DeclineCase) => "不予受理",
        nameof(TriageCase) => "研判",
        nameof(RelocateCase) => "更正网格",
        nameof(DispatchCase) => "派单",
        nameof(AcceptDispatch) => "接单",
        nameof(ReturnCase) => "退单",
        nameof(RedispatchCase) => "重新派单",
        nameof(FeedBackCase) => "反馈",
        nameof(VerifyCase) => "核查通过",
        nameof(FailVerification) => "核查不通过",
        nameof(CloseCase) => "结案",
        nameof(MergeCase) => "并案",
        nameof(JoinCase) => "并入",
        nameof(RequestExtension) => "申请延期",
        nameof(GrantExtension) => "同意延期",
        nameof(RefuseExtension) => "不同意延期",
        nameof(SuspendCase) => "中止期限",
        nameof(ResumeCase) => "恢复期限",
        nameof(TransferToCoordination) => "提请协调",
        nameof(RecordMeeting) => "记录协调会",
        nameof(AssignParts) => "明确分工",
        nameof(FeedBackPart) => "协办反馈",
        nameof(EvaluateCase) => "评价",
        nameof(ReopenCase) => "重开",
        nameof(WithdrawCase) => "撤回",
        nameof(UrgeCase) => "催办督办",
        nameof(AnswerUrge) => "回复督办",
        nameof(EscalateCase) => "升级",
        _ => throw new InvalidOperationException($"No wording for {move.Command.Name}."),
    };

    internal static string OfLink(string link) => link switch
    {
        nameof(CaseReported) => "信息采集上报",
        nameof(CaseDispatched) => "指挥派遣",
        nameof(CaseFedBack) => "处置反馈",
        nameof(CaseVerified) => "核查",
        _ => throw new InvalidOperationException($"No wording for the link {link}."),
    };
}
