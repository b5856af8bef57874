namespace OpsHub.Domain.Assessments;

/// <summary>What stages, components and grades are called (用语).</summary>
public static class AssessmentWording
{
    /// <summary>A stage.</summary>
    public static string Of(AgencyYearStage stage) => stage switch
    {
        AgencyYearStage.Opened => "待梳理职责",
        AgencyYearStage.DutiesListed => "已梳理属地职责",
        AgencyYearStage.PlanDrafted => "已拟计划",
        AgencyYearStage.PlanSubmitted => "已报派出部门",
        AgencyYearStage.PlanConsented => "派出部门已同意",
        AgencyYearStage.PartiallySigned => "一方已签",
        AgencyYearStage.LetterInForce => "责任书生效",
        AgencyYearStage.Assessing => "考核中",
        AgencyYearStage.TownshipPartReady => "乡镇部分已汇总",
        AgencyYearStage.Scored => "已评分",
        AgencyYearStage.AgencyGraded => "机构已定等次",
        AgencyYearStage.HeadGraded => "负责人已定等次",
        AgencyYearStage.Shared => "结果已共享",
        _ => throw new InvalidOperationException($"No wording for the stage {stage}."),
    };

    /// <summary>A component of L.</summary>
    public static string Of(DutyComponent component) => component switch
    {
        DutyComponent.AnnualTargets => "属地年度目标责任",
        DutyComponent.KeyWork => "参与乡镇街道重点工作",
        DutyComponent.MattersHandled => "网格上报及群众投诉处理",
        DutyComponent.Coordination => "接受综合信息指挥室协调指挥",
        _ => throw new InvalidOperationException($"No wording for the component {component}."),
    };

    /// <summary>A grade.</summary>
    public static string Of(AssessmentGrade grade) => grade switch
    {
        AssessmentGrade.Excellent => "优秀",
        AssessmentGrade.Good => "良好",
        AssessmentGrade.Competent => "称职",
        AssessmentGrade.NotCompetent => "不称职",
        _ => throw new InvalidOperationException($"No wording for the grade {grade}."),
    };

    /// <summary>A dimension of satisfaction.</summary>
    public static string Of(SatisfactionDimension dimension) => dimension switch
    {
        SatisfactionDimension.DailyManagement => "日常管理",
        SatisfactionDimension.ProblemHandling => "处置问题",
        SatisfactionDimension.Attitude => "工作态度",
        SatisfactionDimension.Style => "工作作风",
        _ => throw new InvalidOperationException($"No wording for the dimension {dimension}."),
    };

    /// <summary>A rater group.</summary>
    public static string Of(RaterGroup group) => group switch
    {
        RaterGroup.CommunityWorkers => "社区工作人员",
        RaterGroup.Representatives => "群众代表",
        RaterGroup.ServiceUsers => "服务对象",
        _ => throw new InvalidOperationException($"No wording for the group {group}."),
    };

    /// <summary>Something owed, by the stem of its term.</summary>
    public static string OfOwed(string stem) => stem switch
    {
        "duties" => "梳理属地职责",
        "plan" => "拟定年度计划",
        "negotiate" => "协商年度计划",
        "submit" => "报批年度计划",
        "letter" => "签订责任书",
        "consent" => "审批年度计划",
        "duty" => "属地职责评分",
        "survey" => "满意度测评",
        "statutory" => "法定职责评分",
        "aggregate" => "汇总乡镇部分",
        "score" => "核定得分",
        "grade" => "评定等次",
        "head" => "评定负责人等次",
        "staff" => "登记人员绩效结果",
        "publication" => "公布考核结果",
        "appeal" => "答复申诉",
        "target" => "完成年度目标",
        _ => throw new InvalidOperationException($"No wording for what is owed: {stem}."),
    };
}
