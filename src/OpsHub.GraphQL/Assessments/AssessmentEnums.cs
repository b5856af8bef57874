using OpsHub.Domain.Assessments;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Assessments;

/// <summary>Stages.</summary>
internal sealed class AgencyYearStageType() : EnumType<AgencyYearStage>("AgencyYearStage", "Where an agency's year stands (年度考核环节): the states of SM4.",
    ("OPENED", AgencyYearStage.Opened, "The year is open, duties are not listed (待梳理职责)."),
    ("DUTIES_LISTED", AgencyYearStage.DutiesListed, "Local duties are listed (已梳理属地职责). A037."),
    ("PLAN_DRAFTED", AgencyYearStage.PlanDrafted, "A plan is drafted, negotiated or determined (已拟计划). A038."),
    ("PLAN_SUBMITTED", AgencyYearStage.PlanSubmitted, "Submitted to the department (已报派出部门)."),
    ("PLAN_CONSENTED", AgencyYearStage.PlanConsented, "The department consented (派出部门已同意). A039."),
    ("PARTIALLY_SIGNED", AgencyYearStage.PartiallySigned, "One of two has signed (一方已签). A040."),
    ("LETTER_IN_FORCE", AgencyYearStage.LetterInForce, "Signed by both, in force (责任书生效). A040."),
    ("ASSESSING", AgencyYearStage.Assessing, "The year is over, inputs come in (考核中)."),
    ("TOWNSHIP_PART_READY", AgencyYearStage.TownshipPartReady, "The host has aggregated the townships' part (乡镇部分已汇总). A027."),
    ("SCORED", AgencyYearStage.Scored, "Scored (已评分). A017."),
    ("AGENCY_GRADED", AgencyYearStage.AgencyGraded, "The agency's grade is set (机构已定等次). A033."),
    ("HEAD_GRADED", AgencyYearStage.HeadGraded, "The head's grade is set (负责人已定等次). A035."),
    ("SHARED", AgencyYearStage.Shared, "Fed into township's and department's results, frozen (结果已共享). A032."));

/// <summary>Components of L.</summary>
internal sealed class DutyComponentType() : EnumType<DutyComponent>("DutyComponent", "Component of the territorial duty assessment L (属地职责考核内容). A020-A023.",
    ("ANNUAL_TARGETS", DutyComponent.AnnualTargets, "Annual targets of the letter (属地年度目标责任). A020."),
    ("KEY_WORK", DutyComponent.KeyWork, "Part in the township's key work (参与重点工作). A021."),
    ("MATTERS_HANDLED", DutyComponent.MattersHandled, "Grid reports and complaints handled (网格上报及群众投诉处理). A022."),
    ("COORDINATION", DutyComponent.Coordination, "Accepting the command room's coordination (接受综合信息指挥室协调指挥). A023."));

/// <summary>Rater groups.</summary>
internal sealed class RaterGroupType() : EnumType<RaterGroup>("RaterGroup", "Who rates satisfaction (测评主体). A024.",
    ("COMMUNITY_WORKERS", RaterGroup.CommunityWorkers, "Community workers (社区工作人员)."),
    ("REPRESENTATIVES", RaterGroup.Representatives, "Representatives of the masses (群众代表)."),
    ("SERVICE_USERS", RaterGroup.ServiceUsers, "Service users (服务对象)."));

/// <summary>Dimensions.</summary>
internal sealed class SatisfactionDimensionType() : EnumType<SatisfactionDimension>("SatisfactionDimension", "What is rated (测评维度). A025.",
    ("DAILY_MANAGEMENT", SatisfactionDimension.DailyManagement, "Daily management (日常管理)."),
    ("PROBLEM_HANDLING", SatisfactionDimension.ProblemHandling, "Problem handling (处置问题)."),
    ("ATTITUDE", SatisfactionDimension.Attitude, "Attitude (工作态度)."),
    ("STYLE", SatisfactionDimension.Style, "Working style (工作作风)."));

/// <summary>Grades.</summary>
internal sealed class AssessmentGradeType() : EnumType<AssessmentGrade>("AssessmentGrade", "Grade of a year (考核等次).",
    ("EXCELLENT", AssessmentGrade.Excellent, "Excellent (优秀): only with at least 90 % of the townships' part. A033."),
    ("GOOD", AssessmentGrade.Good, "Good (良好)."),
    ("COMPETENT", AssessmentGrade.Competent, "Competent (称职)."),
    ("NOT_COMPETENT", AssessmentGrade.NotCompetent, "Not competent (不称职)."));

/// <summary>Area methods.</summary>
internal sealed class AreaMethodType() : EnumType<AreaMethod>("AreaMethod", "How several served townships count (片区考核方式). A026.",
    ("WEIGHTED", AreaMethod.Weighted, "Each by its weight; weights sum to 1 (各占一定权重)."),
    ("HOST_ONLY", AreaMethod.HostOnly, "The host alone (由驻地考核)."));

/// <summary>Bases of the rate.</summary>
internal sealed class TownshipPartBaseType() : EnumType<TownshipPartBase>("TownshipPartBase", "Of what the 90 % are taken (得分率基数). Resolution 16.",
    ("SIXTY", TownshipPartBase.Sixty, "Of 60: duty and satisfaction, (0.4 L + 0.2 S) / 60; the default."),
    ("FORTY", TownshipPartBase.Forty, "Of 40: duty alone, 0.4 L / 40."));

/// <summary>Targets of sharing.</summary>
internal sealed class ShareTargetType() : EnumType<ShareTarget>("ShareTarget", "Where a result goes, once each (结果共享). A032.",
    ("TOWNSHIP", ShareTarget.Township, "The host township's own assessment (计入乡镇街道)."),
    ("DEPARTMENT", ShareTarget.Department, "The dispatching department's own assessment (计入派出部门)."));

/// <summary>Kinds of flags.</summary>
internal sealed class YearFlagKindType() : EnumType<YearFlagKind>("YearFlagKind", "What is wrong with a year without blocking it (提示事项).",
    ("DUTIES_MISSING", YearFlagKind.DutiesMissing, "A plan stands without a list of duties (未梳理属地职责). A037."),
    ("LETTER_UNSIGNED", YearFlagKind.LetterUnsigned, "The letter is not signed by both (责任书未签订). A040."),
    ("SCORED_WITHOUT_LETTER", YearFlagKind.ScoredWithoutLetter, "L was scored without a letter (无责任书评分). A041."),
    ("RATER_GROUP_MISSING", YearFlagKind.RaterGroupMissing, "A rater group is missing (测评主体不全). A024."),
    ("ADJUSTED", YearFlagKind.Adjusted, "A component was set by hand (人工调整)."),
    ("ASSUMED_RULES", YearFlagKind.AssumedRules, "The county has no rule set of its own: defaults (默认考核规则). A028, A048."),
    ("WEIGHTS_ASSUMED", YearFlagKind.WeightsAssumed, "Nobody set the townships' weights: each counts alike (权重未设定，假定). A026."),
    ("WEIGHTS_CHANGED_SINCE_SIGNED", YearFlagKind.WeightsChangedSinceSigned, "A side signed the letter under other weights, or before a township was served (签字后权重已调整). A026, A040."),
    ("REVISED", YearFlagKind.Revised, "The result was revised (已修订)."),
    ("PUBLICATION_DUE", YearFlagKind.PublicationDue, "The result is shared and not published (结果待公布). R044."));

/// <summary>Kinds of lines of a scorecard.</summary>
internal sealed class ScoreLineKindType() : EnumType<ScoreLineKind>("ScoreLineKind", "What a line of a scorecard is (计分项).",
    ("COMPONENT", ScoreLineKind.Component, "A component of L in one township (属地职责一项). A020-A023."),
    ("SATISFACTION", ScoreLineKind.Satisfaction, "S in one township (满意度). A024."),
    ("STATUTORY", ScoreLineKind.Statutory, "D (法定职责). A019."),
    ("TOTAL", ScoreLineKind.Total, "T, the sum of all above (总分). A017."),
    ("TOWNSHIP_RATE", ScoreLineKind.TownshipRate, "R, the rate of the townships' part (乡镇部分得分率), 0 to 1. A033."));

/// <summary>How much an actor reads.</summary>
internal sealed class YearReadingType() : EnumType<YearReading>("YearReading", "How much of a year the actor reads (可读范围). Rules part 4, column Agency scores.",
    ("NONE", YearReading.None, "Nothing: such a year answers as if it weren't there."),
    ("EVIDENCE", YearReading.Evidence, "Plan, letter and evidence, no score (仅佐证)."),
    ("TERRITORIAL", YearReading.Territorial, "L, S and totals (属地部分和总分): the host of all townships, another served township its own."),
    ("STATUTORY", YearReading.Statutory, "D and totals (法定职责和总分): the department."),
    ("WHOLE", YearReading.Whole, "All of it."),
    ("AWAITING", YearReading.Awaiting, "Plan, letter, evidence and what it gives; all of it once the score is final (尚未公布): the agency."));

/// <summary>Kinds of inputs.</summary>
internal sealed class AgencyYearInputKindType() : EnumType<YearInputKind>("AgencyYearInputKind", "Kind of value that an input of a year's step takes (录入类型).",
    ("TEXT", YearInputKind.Text, "Text (文本)."),
    ("TEXTS", YearInputKind.Texts, "Several texts (多项文本)."),
    ("CHOICE", YearInputKind.Choice, "One of the choices (单选)."),
    ("FLAG", YearInputKind.Flag, "Yes or no (是否)."),
    ("NUMBER", YearInputKind.Number, "A whole number, one of the choices where there are any (整数)."),
    ("SCORE", YearInputKind.Score, "A figure with at most four decimals, of a score 0 to 100 (分数)."),
    ("WEIGHTS", YearInputKind.Weights, "A weight for each township among the choices: a list of TownshipWeightInput (权重)."),
    ("TARGETS", YearInputKind.Targets, "Targets: a list of NewTargetInput (目标)."),
    ("LINE", YearInputKind.Line, "A line of the score: AppealLineInput; choices like `DUTY/430203001/KEY_WORK` (评分项)."),
    ("LINES", YearInputKind.Lines, "Several lines of the score: a list of AppealLineInput (多项评分)."));

/// <summary>Kinds of lines that can be contested.</summary>
internal enum AppealLineKind
{
    Duty,
    Satisfaction,
    Statutory,
    Grade,
}

/// <summary>Kinds of lines that can be contested.</summary>
internal sealed class AppealLineKindType() : EnumType<AppealLineKind>("AppealLineKind", "A line of the score that can be contested or revised (评分项).",
    ("DUTY", AppealLineKind.Duty, "L of a township, as a whole or one component (属地职责)."),
    ("SATISFACTION", AppealLineKind.Satisfaction, "S of a township (满意度)."),
    ("STATUTORY", AppealLineKind.Statutory, "D (法定职责)."),
    ("GRADE", AppealLineKind.Grade, "The agency's grade (等次)."));

/// <summary>Kinds of figures that cases stand behind.</summary>
internal enum EvidenceKind
{
    Dispatched,
    Accepted,
    Refused,
    Due,
    OnTime,
    Returned,
    Reworked,
    Urged,
    MeetingsCalled,
    MeetingsAttended,
}

/// <summary>Kinds of figures that cases stand behind.</summary>
internal sealed class EvidenceKindType() : EnumType<EvidenceKind>("EvidenceKind", "A figure of the evidence (佐证数据), to open it down to its cases.",
    ("DISPATCHED", EvidenceKind.Dispatched, "Dispatches to the agency as lead (派单). A023."),
    ("ACCEPTED", EvidenceKind.Accepted, "Of those, accepted in time (按时接单)."),
    ("REFUSED", EvidenceKind.Refused, "Of those, returned as not its own (退单)."),
    ("DUE", EvidenceKind.Due, "Handling terms that fell due (应办). A022."),
    ("ON_TIME", EvidenceKind.OnTime, "Of those, kept (按时办结)."),
    ("RETURNED", EvidenceKind.Returned, "Cases returned at least once (退回件)."),
    ("REWORKED", EvidenceKind.Reworked, "Cases that failed a verification (返工)."),
    ("URGED", EvidenceKind.Urged, "Urges to it (被催办督办). A004."),
    ("MEETINGS_CALLED", EvidenceKind.MeetingsCalled, "Coordination meetings it was called to (应参加协调会)."),
    ("MEETINGS_ATTENDED", EvidenceKind.MeetingsAttended, "Of those, attended (已参加)."));
