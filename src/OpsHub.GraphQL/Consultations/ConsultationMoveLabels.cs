using OpsHub.Domain.Consultations;

namespace OpsHub.GraphQL.Consultations;

/// <summary>What steps and their inputs are called, in both languages.</summary>
internal static class ConsultationMoveLabels
{
    private static readonly Dictionary<string, (string Zh, string En)> Inputs = new(StringComparer.Ordinal)
    {
        ["source"] = ("意见来源", "Source"),
        ["community"] = ("社区、村", "Community"),
        ["communities"] = ("涉及社区", "Communities concerned"),
        ["kind"] = ("协商主体", "Kind of body"),
        ["text"] = ("内容", "Text"),
        ["record"] = ("记录编号", "Record"),
        ["matter"] = ("事项情况", "Facts of the matter"),
        ["reason"] = ("理由", "Reason"),
        ["voteRecord"] = ("表决记录", "Record of the vote"),
        ["delegatedBy"] = ("委托单位", "Entrusted by"),
        ["agreementRecord"] = ("协商一致的记录", "Record of the agreement"),
        ["category"] = ("协商内容", "Category"),
        ["kindsConcerned"] = ("相关协商主体", "Kinds of bodies concerned"),
        ["start"] = ("协商时间", "Start"),
        ["venue"] = ("地点类别", "Kind of place"),
        ["place"] = ("地点", "Place"),
        ["content"] = ("协商内容", "Content"),
        ["participantRule"] = ("参与主体产生办法", "How participants are chosen"),
        ["kinds"] = ("协商主体", "Kinds of bodies"),
        ["form"] = ("协商形式", "Form"),
        ["type"] = ("协商载体", "Type of session"),
        ["channels"] = ("公布渠道", "Channels"),
        ["classes"] = ("参与主体", "Participants"),
        ["electionRecord"] = ("产生记录", "Record of the election"),
        ["presider"] = ("主持人身份", "Presider"),
        ["outcome"] = ("协商结果", "Outcome"),
        ["opinion"] = ("协商意见", "Opinion formed"),
        ["letters"] = ("征求意见书、告知函份数", "Letters sent"),
        ["channel"] = ("网络协商渠道", "Online channel"),
        ["replies"] = ("收回份数", "Letters answered"),
        ["attendance"] = ("到会人数", "Attendance"),
        ["heard"] = ("已听取意见的主体", "Kinds heard"),
        ["dissents"] = ("不同意见", "Dissents"),
        ["dissent"] = ("不同意见序号", "Number of the dissent"),
        ["explanation"] = ("解释说明", "Explanation"),
        ["threshold"] = ("通过门槛", "Threshold"),
        ["body"] = ("表决主体", "Body"),
        ["present"] = ("到会人数", "Present"),
        ["yes"] = ("赞成", "Yes"),
        ["no"] = ("反对", "No"),
        ["abstain"] = ("弃权", "Abstentions"),
        ["secret"] = ("无记名投票", "Secret ballot"),
        ["eligible"] = ("有表决权人数", "Entitled to vote"),
        ["implementingBody"] = ("实施主体", "Implementing body"),
        ["owner"] = ("责任岗位", "Post that answers"),
        ["sunshineEntry"] = ("阳光村务、居务编号", "Sunshine works entry"),
        ["milestones"] = ("节点", "Milestones"),
        ["communityActs"] = ("需社区落实", "The community must act"),
        ["milestone"] = ("完成的节点", "Milestone reached"),
        ["audiences"] = ("反馈对象", "Audiences"),
        ["visitRecord"] = ("回访记录", "Record of the visit"),
        ["ballots"] = ("收回票数", "Ballots"),
        ["satisfied"] = ("满意票数", "Satisfied"),
        ["materials"] = ("归档材料", "Materials"),
        ["duty"] = ("公告哪一项", "What is announced"),
        ["meetingPlace"] = ("协商地点", "Place of the session"),
        ["resumesAt"] = ("复会时间", "Goes on at"),
        ["dropped"] = ("省去的步骤", "Steps dropped"),
        ["legalVote"] = ("依法须表决", "The law calls for a vote"),
        ["vital"] = ("涉及切身利益", "Vital interest"),
        ["major"] = ("重大事务", "Major matter"),
        ["publicConcern"] = ("群众反映强烈", "Strong public concern"),
        ["ground"] = ("法律依据", "Legal ground"),
        ["annul"] = ("撤销结果", "Annul"),
        ["report"] = ("上报内容", "Report"),
        ["note"] = ("研究情况", "What was found"),
        ["adopt"] = ("采纳", "Adopt"),
        ["decision"] = ("研究意见", "Decision"),
    };

    public static string En(Type command) => $"{char.ToUpperInvariant(ConsultationWording.Of(command).En[0])}{ConsultationWording.Of(command).En[1..]}";

    public static string Zh(string input) => Inputs[input].Zh;

    public static string En(string input) => Inputs[input].En;
}
