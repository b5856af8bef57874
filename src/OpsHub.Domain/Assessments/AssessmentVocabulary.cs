using System.Text.Json.Serialization;

namespace OpsHub.Domain.Assessments;

/// <summary>Where an agency's year stands (年度考核环节). SM4.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AgencyYearStage>))]
public enum AgencyYearStage
{
    /// <summary>The year is open, duties are not listed (待梳理职责).</summary>
    Opened,

    /// <summary>Local duties are listed (已梳理属地职责). A037.</summary>
    DutiesListed,

    /// <summary>A plan is drafted, negotiated or determined (已拟计划). A038.</summary>
    PlanDrafted,

    /// <summary>Submitted to the department (已报派出部门).</summary>
    PlanSubmitted,

    /// <summary>The department consented (派出部门已同意). A039.</summary>
    PlanConsented,

    /// <summary>One of two has signed (一方已签). A040.</summary>
    PartiallySigned,

    /// <summary>Signed by both, in force (责任书生效). A040.</summary>
    LetterInForce,

    /// <summary>The year is over, inputs come in (考核中).</summary>
    Assessing,

    /// <summary>The host has aggregated the townships' part (乡镇部分已汇总). A027.</summary>
    TownshipPartReady,

    /// <summary>Scored (已评分). A017.</summary>
    Scored,

    /// <summary>The agency's grade is set (机构已定等次). A033.</summary>
    AgencyGraded,

    /// <summary>The head's grade is set (负责人已定等次). A035.</summary>
    HeadGraded,

    /// <summary>Fed into township's and department's results, frozen (结果已共享). A032.</summary>
    Shared,
}

/// <summary>Component of the territorial duty assessment L (属地职责考核内容). A020-A023.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DutyComponent>))]
public enum DutyComponent
{
    /// <summary>Annual targets of the letter (属地年度目标责任). A020.</summary>
    AnnualTargets,

    /// <summary>Part in the township's key work (参与重点工作). A021.</summary>
    KeyWork,

    /// <summary>Grid reports and complaints handled (网格上报及群众投诉处理). A022.</summary>
    MattersHandled,

    /// <summary>Accepting the command room's coordination (接受综合信息指挥室协调指挥). A023.</summary>
    Coordination,
}

/// <summary>Who rates satisfaction (测评主体). A024.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RaterGroup>))]
public enum RaterGroup
{
    /// <summary>Community workers (社区工作人员).</summary>
    CommunityWorkers,

    /// <summary>Representatives of the masses (群众代表).</summary>
    Representatives,

    /// <summary>Service users (服务对象).</summary>
    ServiceUsers,
}

/// <summary>What is rated (测评维度). A025.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SatisfactionDimension>))]
public enum SatisfactionDimension
{
    /// <summary>Daily management (日常管理).</summary>
    DailyManagement,

    /// <summary>Problem handling (处置问题).</summary>
    ProblemHandling,

    /// <summary>Attitude (工作态度).</summary>
    Attitude,

    /// <summary>Working style (工作作风).</summary>
    Style,
}

/// <summary>Grade of a year (考核等次).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AssessmentGrade>))]
public enum AssessmentGrade
{
    /// <summary>Excellent (优秀): only with at least 90 % of the township's part. A033.</summary>
    Excellent,

    /// <summary>Good (良好).</summary>
    Good,

    /// <summary>Competent (称职).</summary>
    Competent,

    /// <summary>Not competent (不称职).</summary>
    NotCompetent,
}

/// <summary>How several served townships count (片区考核方式), <c>AreaMethod</c>. A026.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AreaMethod>))]
public enum AreaMethod
{
    /// <summary>Each by its weight; weights sum to 1 (各占一定权重).</summary>
    Weighted,

    /// <summary>The host alone (由驻地考核).</summary>
    HostOnly,
}

/// <summary>Of what the 90 % are taken (得分率基数), <c>TownshipPartBase</c>. Resolution 16.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TownshipPartBase>))]
public enum TownshipPartBase
{
    /// <summary>Of 60: duty and satisfaction, (0.4 L + 0.2 S) / 60. The default.</summary>
    Sixty,

    /// <summary>Of 40: duty alone, 0.4 L / 40.</summary>
    Forty,
}

/// <summary>Who grades an agency's head (负责人等次评定单位), <c>HeadGradedBy</c>. A035, part 4.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<HeadGrader>))]
public enum HeadGrader
{
    /// <summary>Performance organ or department; the organ owes it (绩效考核部门或派出部门).</summary>
    Either,

    /// <summary>The county's performance organ alone (绩效考核部门).</summary>
    PerformanceOrgan,

    /// <summary>The dispatching department alone (派出部门).</summary>
    Department,
}

/// <summary>Where a result goes, once each (结果共享). A032.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ShareTarget>))]
public enum ShareTarget
{
    /// <summary>The host township's own assessment (计入乡镇街道).</summary>
    Township,

    /// <summary>The dispatching department's own assessment (计入派出部门).</summary>
    Department,
}
