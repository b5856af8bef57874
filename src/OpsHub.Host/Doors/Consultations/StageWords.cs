using OpsHub.Domain.Consultations;

namespace OpsHub.Host.Doors.Consultations;

/// <summary>Where a consultation stands, for residents (目前进展).</summary>
internal static class StageWords
{
    public static Words Of(ConsultationStage stage) => stage switch
    {
        ConsultationStage.Collecting => new("正在收集意见", "opinions are collected"),
        ConsultationStage.TopicProposed => new("已提出议题", "a topic is proposed"),
        ConsultationStage.TopicDetermined => new("已确定议题", "the topic is determined"),
        ConsultationStage.Planned => new("已制定方案", "a plan is made"),
        ConsultationStage.Prepared => new("准备就绪，等待召开", "prepared, the session is ahead"),
        ConsultationStage.InSession => new("正在协商", "in session"),
        ConsultationStage.SessionEnded => new("会议已结束", "the session has ended"),
        ConsultationStage.Concluded => new("已形成协商意见", "an opinion is formed"),
        ConsultationStage.VoteRequired => new("须提交表决", "a vote must be held"),
        ConsultationStage.VotePassed => new("表决通过", "the vote passed"),
        ConsultationStage.VoteFailed => new("表决未通过", "the vote failed"),
        ConsultationStage.Adopted => new("已采纳", "adopted"),
        ConsultationStage.Implementing => new("正在组织实施", "being carried out"),
        ConsultationStage.Implemented => new("已实施完成", "carried out"),
        ConsultationStage.FedBack => new("已反馈落实情况", "fed back"),
        ConsultationStage.Surveyed => new("已开展满意度调查", "satisfaction surveyed"),
        ConsultationStage.Archived => new("已归档", "archived"),
        ConsultationStage.NotAdopted => new("未采纳", "not adopted"),
        ConsultationStage.Corrected => new("结果已依法纠正", "the result was corrected"),
        ConsultationStage.Withdrawn => new("已撤回", "withdrawn"),
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "A stage without words."),
    };
}
