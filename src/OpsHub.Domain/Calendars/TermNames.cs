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
        "签订年度目标责任书" => "signing the annual letter",
        "审批年度工作计划" => "consenting to the annual plan",
        "完成年度目标" => "annual target",
        "属地职责评分" => "scoring territorial duty",
        "满意度测评" => "satisfaction survey",
        "法定职责评分" => "scoring statutory duty",
        "汇总乡镇部分" => "aggregating the townships' part",
        "核定得分" => "finalising the score",
        "评定机构等次" => "grading the agency",
        "公布考核结果" => "publishing the result",
        "申诉期" => "time to appeal",
        "答复申诉" => "answering the appeal",
        "答复征求意见" => "replying to the consultation",
        "协商一致意见" => "agreeing on one opinion",
        "调查核实并反馈" => "investigating and feeding back",
        "答复抽调借用" => "answering the secondment",
        "借用返回" => "return from the secondment",
        "告知人员调整" => "notice of the staff change",
        _ => name,
    };
}
