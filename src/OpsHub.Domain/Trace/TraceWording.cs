using System.Text.RegularExpressions;

namespace OpsHub.Domain.Trace;

/// <summary>What an entry's event is in words (办理情况), for people. By name: a trace outlives the program that wrote it.</summary>
public static partial class TraceWording
{
    private static readonly Dictionary<string, (string Zh, string En)> Known = new(StringComparer.Ordinal)
    {
        ["CaseReported"] = ("上报", "Reported"),
        ["CaseAccepted"] = ("受理", "Accepted"),
        ["CaseDeclined"] = ("不予受理", "Declined"),
        ["CaseMerged"] = ("并案", "Merged into another case"),
        ["CaseJoined"] = ("并入他案", "Another case was merged into it"),
        ["CaseTriaged"] = ("研判", "Triaged"),
        ["CaseDispatched"] = ("派单", "Dispatched"),
        ["DispatchAccepted"] = ("接单", "Dispatch accepted"),
        ["CaseReturned"] = ("退单", "Returned"),
        ["CaseRedispatched"] = ("重新派单", "Dispatched again"),
        ["ExtensionRequested"] = ("申请延期", "Extension requested"),
        ["ExtensionGranted"] = ("同意延期", "Extension granted"),
        ["ExtensionRefused"] = ("不同意延期", "Extension refused"),
        ["CaseSuspended"] = ("中止计时", "Term suspended"),
        ["CaseResumed"] = ("恢复计时", "Term resumed"),
        ["CoordinationBegun"] = ("转协调", "Transferred to coordination"),
        ["MeetingRecorded"] = ("记录协调会议", "Coordination meeting recorded"),
        ["PartsAssigned"] = ("明确牵头和协办", "Parts assigned"),
        ["PartFedBack"] = ("协办反馈", "An assisting organ fed back its part"),
        ["CaseFedBack"] = ("处置反馈", "Result fed back"),
        ["CaseVerified"] = ("核查通过", "Verification passed"),
        ["VerificationFailed"] = ("核查不通过", "Verification failed"),
        ["CaseClosed"] = ("结案", "Closed"),
        ["CaseEvaluated"] = ("评价", "Evaluated"),
        ["CaseReopened"] = ("重开", "Reopened"),
        ["CaseWithdrawn"] = ("撤回", "Withdrawn"),
        ["CaseUrged"] = ("督办", "Urged"),
        ["UrgeAnswered"] = ("答复督办", "Urging answered"),
        ["CaseEscalated"] = ("升级", "Escalated"),
        ["CaseTermsReprojected"] = ("期限重新推算", "Terms were counted again"),
        ["ContactRead"] = ("查看报事人联系方式", "The reporter's contact was read"),
        ["ContactErased"] = ("删除报事人联系方式", "The reporter's contact was erased"),
        ["CaseRungsFired"] = ("期限到点", "A deadline's rung was reached"),
        ["UnitEstablished"] = ("设立单位", "Unit established"),
        ["UnitRenamed"] = ("更名", "Unit renamed"),
        ["UnitReclassified"] = ("变更类别", "Unit's kind changed"),
        ["UnitMoved"] = ("划转", "Unit moved to another parent"),
        ["UnitMerged"] = ("合并", "Unit merged into another"),
        ["UnitDissolved"] = ("撤销", "Unit dissolved"),
        ["GridFiguresSet"] = ("登记网格数据", "Grid's figures set"),
        ["ChangeTookEffect"] = ("变更生效", "A change took effect"),
        ["AgencyEstablished"] = ("设立派驻机构", "Stationed agency established"),
        ["AgencyRenamed"] = ("派驻机构更名", "Stationed agency renamed"),
        ["ServedTownshipsSet"] = ("登记服务乡镇", "Townships served set"),
        ["EnforcementPowersSet"] = ("登记执法权", "Enforcement powers set"),
        ["ConsultationOpened"] = ("启动协商", "Consultation begun"),
        ["OpinionAdded"] = ("登记意见", "Opinion added"),
        ["BodiesSolicited"] = ("征求意见", "A kind of body was asked"),
        ["WorkMeetingHeld"] = ("召开工作例会", "Work meeting held"),
        ["ConsultationRerouted"] = ("确定协商层级", "The township decided on the way"),
        ["StepsSimplified"] = ("简化步骤", "Steps simplified"),
        ["TopicProposed"] = ("提出议题", "Topic proposed"),
        ["ReportedToCouncil"] = ("上报议事会", "Topic reported to the council"),
        ["TopicNotTaken"] = ("议事会逾期未受理议题", "The council did not take the topic in time"),
        ["TopicNotTaken"] = ("议事会逾期未受理议题", "The council took the topic not in time"),
        ["TopicDetermined"] = ("确定议题", "Topic determined"),
        ["PlanMade"] = ("制定方案", "Plan made"),
        ["NoticePublished"] = ("发布公告", "Notice published"),
        ["ParticipantsFixed"] = ("确定参与主体", "Participants fixed"),
        ["SessionStarted"] = ("开始协商", "Session started"),
        ["SessionAdjourned"] = ("休会", "Session adjourned"),
        ["SessionResumed"] = ("复会", "Session resumed"),
        ["SessionClosed"] = ("结束协商", "Session ended"),
        ["ConsultationAnnounced"] = ("公告协商情况", "Announced"),
        ["ConsultationWarned"] = ("提示", "A soft rule was not kept"),
        ["ConsultationRungsFired"] = ("期限到点", "A deadline's rung was reached"),
        ["DutiesReprojected"] = ("期限重新推算", "Duties were counted again"),
        ["DissentExplained"] = ("解释说明", "Dissent explained"),
        ["ConsultationConcluded"] = ("形成协商意见", "Concluded"),
        ["RoundOpened"] = ("再次协商", "Another round opened"),
        ["VoteCalled"] = ("提交表决", "Put to a vote"),
        ["VoteHeld"] = ("表决", "Vote held"),
        ["ConsultationShelved"] = ("搁置", "Shelved"),
        ["FailedClosed"] = ("未通过结束", "Closed after a failed vote"),
        ["ResultAdopted"] = ("采纳结果", "Result adopted"),
        ["ImplementationStarted"] = ("组织实施", "Implementation started"),
        ["ProgressPublished"] = ("公开进度", "Progress published"),
        ["SupervisionNoted"] = ("监督意见", "Supervision noted"),
        ["ImplementationCompleted"] = ("实施完成", "Carried out"),
        ["ResultFedBack"] = ("反馈落实情况", "Result fed back"),
        ["SurveyRecorded"] = ("回访和满意度调查", "Follow-up visit and survey recorded"),
        ["ConsultationArchived"] = ("归档", "Archived"),
        ["ResultCorrected"] = ("纠正结果", "Result corrected"),
        ["ReviewDismissed"] = ("结束复核", "Review ended without correction"),
        ["ConsultationWithdrawn"] = ("撤回", "Consultation withdrawn"),
        ["ReportedUp"] = ("上报结果", "Result reported up"),
        ["ReportStudied"] = ("研究", "Report studied"),
        ["ReportDecided"] = ("答复采纳与否", "Government or department answered"),
        ["ReportFedBack"] = ("向利益相关者反馈", "Fed back to those it concerns"),
    };

    /// <summary>The event in words; of one not known here its name, taken apart.</summary>
    /// <param name="name">Name of the event, e.g. <c>CaseDispatched</c>.</param>
    /// <param name="chinese">In Chinese, else in English.</param>
    public static string Of(string name, bool chinese) => Known.TryGetValue(name, out var words) ? chinese ? words.Zh : words.En : WordStart().Replace(name, " $0").Trim();

    /// <summary>True when the event has words of its own.</summary>
    public static bool Knows(string name) => Known.ContainsKey(name);

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex WordStart();
}
