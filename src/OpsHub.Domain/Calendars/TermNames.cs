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
        "召开工作例会" => "holding the work meeting",
        "上报议事会" => "reporting to the council",
        "受理议题" => "taking the topic",
        "制定协商方案" => "making the consultation plan",
        "公告协商情况" => "announcing what the session came to",
        "公告表决结果" => "announcing the vote",
        "公告纠正情况" => "announcing the correction",
        "解释说明" => "explaining to a dissenter",
        "上报协商结果" => "reporting the result up",
        "研究采纳并反馈" => "studying, adopting and feeding back",
        "公开进度" => "publishing progress",
        "反馈落实情况" => "feeding back how it was carried out",
        "回访和满意度测评" => "follow-up visit and survey",
        "报备材料" => "filing the materials with the council",
        "整理归档" => "archiving",
        _ => name,
    };
}
