using OpsHub.Domain.Cases;

namespace OpsHub.GraphQL.Cases;

/// <summary>What steps and their inputs are called, in both languages.</summary>
internal static class CaseMoveLabels
{
    private static readonly Dictionary<string, (string Zh, string En)> Inputs = new(StringComparer.Ordinal)
    {
        ["ground"] = ("不予受理理由", "Ground"),
        ["reason"] = ("理由", "Reason"),
        ["whereToTurn"] = ("告知去向", "Where to turn"),
        ["target"] = ("并入案件", "Case to merge into"),
        ["grid"] = ("网格代码", "Code of the grid"),
        ["class"] = ("研判分类", "Class"),
        ["enforcement"] = ("涉执法", "Takes enforcement powers"),
        ["parties"] = ("派单单位", "Organs and parts"),
        ["note"] = ("说明", "Note"),
        ["ruling"] = ("乡镇街道裁定", "Township's ruling"),
        ["meetingRecord"] = ("协调会记录", "Meeting record"),
        ["grantNewTerm"] = ("重新计算处置期限", "Grant a new handling term"),
        ["result"] = ("处置结果", "Result"),
        ["evidence"] = ("佐证", "Evidence"),
        ["evidenceViewed"] = ("已查看佐证", "Evidence viewed"),
        ["until"] = ("截止时间", "Until"),
        ["heldAt"] = ("会议时间", "Held at"),
        ["attended"] = ("参会单位", "Organs that attended"),
        ["minutes"] = ("会议纪要", "Minutes"),
        ["reference"] = ("文号", "Reference"),
        ["level"] = ("督办级别", "Level"),
        ["organ"] = ("督办对象", "Organ urged"),
        ["answer"] = ("回复", "Answer"),
        ["risk"] = ("风险类别", "Risk"),
        ["score"] = ("评分", "Score"),
    };

    private static readonly Dictionary<string, string> Moves = new(StringComparer.Ordinal)
    {
        [nameof(AcceptCase)] = "Accept",
        [nameof(DeclineCase)] = "Decline",
        [nameof(MergeCase)] = "Merge",
        [nameof(TriageCase)] = "Triage",
        [nameof(RelocateCase)] = "Correct the grid",
        [nameof(DispatchCase)] = "Dispatch",
        [nameof(AcceptDispatch)] = "Accept the dispatch",
        [nameof(ReturnCase)] = "Return",
        [nameof(RedispatchCase)] = "Dispatch again",
        [nameof(RequestExtension)] = "Ask for more time",
        [nameof(GrantExtension)] = "Grant more time",
        [nameof(RefuseExtension)] = "Refuse more time",
        [nameof(SuspendCase)] = "Suspend the term",
        [nameof(ResumeCase)] = "Resume the term",
        [nameof(TransferToCoordination)] = "Transfer to coordination",
        [nameof(RecordMeeting)] = "Record a meeting",
        [nameof(AssignParts)] = "Assign the parts",
        [nameof(FeedBackPart)] = "Feed back the part",
        [nameof(FeedBackCase)] = "Feed back",
        [nameof(VerifyCase)] = "Verification passed",
        [nameof(FailVerification)] = "Verification failed",
        [nameof(CloseCase)] = "Close",
        [nameof(EvaluateCase)] = "Evaluate",
        [nameof(ReopenCase)] = "Reopen",
        [nameof(WithdrawCase)] = "Withdraw",
        [nameof(UrgeCase)] = "Urge",
        [nameof(AnswerUrge)] = "Answer the urge",
        [nameof(EscalateCase)] = "Escalate",
    };

    public static string Zh(CaseMove move) => CaseWording.Of(move);

    public static string En(CaseMove move) => Moves[move.Command.Name];

    public static string Zh(string input) => Inputs[input].Zh;

    public static string En(string input) => Inputs[input].En;
}
