namespace OpsHub.Domain.Calendars;

/// <summary>What terms (期限) are about, in English; a name not known stays as it is.</summary>
public static class TermNames
{
    /// <summary>The English name of a term's Chinese name, in the glossary's words.</summary>
    public static string English(string name) => name switch
    {
        "受理" => "acceptance",
        "研判" => "triage",
        "接单" => "accepting the dispatch",
        "处置" => "handling",
        "核查" => "verification",
        "派单" => "dispatch",
        "重新派单" => "dispatching again",
        "结案" => "closing",
        "协办" => "assisting part",
        "延期审批" => "deciding the extension",
        "协调" => "coordination",
        "催办回复" => "answering the reminder",
        "督办回复" => "answering the urge",
        "召开工作例会" => "the work meeting",
        "上报议事会" => "reporting to the council",
        "议事会受理议题" => "the council's taking the topic",
        "制定协商方案" => "the consultation plan",
        "公告协商情况" => "announcing the consultation",
        "公告表决结果" => "announcing the vote",
        "公告纠正情况" => "announcing the correction",
        "解释说明" => "explaining to a dissenter",
        "上报结果" => "reporting the result up",
        "研究采纳并反馈" => "studying, answering and feeding back",
        "公开进度" => "publishing progress",
        "反馈落实情况" => "feeding back",
        "回访和满意度调查" => "follow-up visit and survey",
        "归档" => "archiving",
        "报备议事会" => "filing with the council",
        _ => name,
    };
}
