namespace OpsHub.Domain.Posts;

/// <summary>What steps of people decisions are called (步骤名称), in both languages.</summary>
public static class PostWording
{
    private static readonly Dictionary<Type, (string Zh, string En)> Steps = new()
    {
        [typeof(OpenPosts)] = ("建立人事事项", "open the record"),
        [typeof(RecordPosts)] = ("登记编制和在岗数", "record posts"),
        [typeof(RecordPartyRelations)] = ("登记党团组织关系", "record party relations"),
        [typeof(AskHeadOpinion)] = ("书面征求意见", "ask for the township's opinion on a head"),
        [typeof(ProposeHeadOpinion)] = ("拟定意见", "propose the opinion"),
        [typeof(AgreeToHeadOpinion)] = ("同意拟定意见", "agree to the opinion"),
        [typeof(ReturnHeadOpinion)] = ("答复征求意见", "return the opinion"),
        [typeof(RecordNoReply)] = ("记录未答复", "record that no reply came"),
        [typeof(DecideHead)] = ("决定任免", "decide on the head"),
        [typeof(WithdrawHead)] = ("撤回征求意见", "withdraw the request"),
        [typeof(RaiseInquiry)] = ("对负责人提出意见", "raise an opinion on the head"),
        [typeof(BeginInquiry)] = ("开始调查核实", "begin the inquiry"),
        [typeof(RecordFinding)] = ("登记调查结果", "record the finding"),
        [typeof(FeedBackInquiry)] = ("反馈调查结果", "tell the township the result"),
        [typeof(CloseInquiry)] = ("办结", "close the inquiry"),
        [typeof(RequestSecondment)] = ("申请抽调借用", "ask for a secondment"),
        [typeof(AgreeToSecondment)] = ("同意抽调借用", "consent to the secondment"),
        [typeof(RefuseSecondment)] = ("不同意抽调借用", "refuse the secondment"),
        [typeof(BeginSecondment)] = ("开始借用", "begin the secondment"),
        [typeof(EndSecondment)] = ("借用返回", "end the secondment"),
        [typeof(RecordStaffChange)] = ("登记人员调整", "record a change of staff"),
        [typeof(InformTownship)] = ("告知乡镇街道", "inform the township"),
    };

    /// <summary>What a step is called.</summary>
    public static (string Zh, string En) Of(Type command) => Steps[command];
}
