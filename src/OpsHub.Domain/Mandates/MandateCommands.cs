using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Mandates;

/// <summary>A command about townships' rights and duties (乡镇权责指令).</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "command")]
[JsonDerivedType(typeof(OpenAreaPlan), "OpenAreaPlan")]
[JsonDerivedType(typeof(GiveAreaOpinion), "GiveAreaOpinion")]
[JsonDerivedType(typeof(CloseAreaPlan), "CloseAreaPlan")]
[JsonDerivedType(typeof(MakeSuggestion), "MakeSuggestion")]
[JsonDerivedType(typeof(AnswerSuggestion), "AnswerSuggestion")]
[JsonDerivedType(typeof(ProposeDuty), "ProposeDuty")]
[JsonDerivedType(typeof(ApproveDuty), "ApproveDuty")]
[JsonDerivedType(typeof(RefuseDuty), "RefuseDuty")]
[JsonDerivedType(typeof(ActivateDuty), "ActivateDuty")]
[JsonDerivedType(typeof(EndDuty), "EndDuty")]
[JsonDerivedType(typeof(AssignTask), "AssignTask")]
[JsonDerivedType(typeof(FinishTask), "FinishTask")]
[JsonDerivedType(typeof(WithdrawTask), "WithdrawTask")]
[JsonDerivedType(typeof(AdmitItem), "AdmitItem")]
[JsonDerivedType(typeof(WithdrawItem), "WithdrawItem")]
[JsonDerivedType(typeof(CreateActivity), "CreateActivity")]
[JsonDerivedType(typeof(RecordTownshipResult), "RecordTownshipResult")]
[JsonDerivedType(typeof(TakeMeasure), "TakeMeasure")]
[JsonDerivedType(typeof(ConfirmRectified), "ConfirmRectified")]
[JsonDerivedType(typeof(RemindOfScheme), "RemindOfScheme")]
[JsonDerivedType(typeof(NoteScheme), "NoteScheme")]
[JsonDerivedType(typeof(OpenAssessments), "OpenAssessments")]
[JsonDerivedType(typeof(RecordAssessment), "RecordAssessment")]
[JsonDerivedType(typeof(ExcludeFromAssessment), "ExcludeFromAssessment")]
public abstract record MandateCommand;

/// <summary>Ask the townships' opinions on a plan (规划征求意见). T012: a department, or the county.</summary>
public sealed record OpenAreaPlan(string Title, string Content, ImmutableList<UnitCode> Townships) : MandateCommand;

/// <summary>A township's opinion on a plan (提出规划意见). T012.</summary>
public sealed record GiveAreaOpinion(long Plan, string Text) : MandateCommand;

/// <summary>Close a plan (规划定稿). T012: accepted without an opinion, and warned.</summary>
public sealed record CloseAreaPlan(long Plan) : MandateCommand;

/// <summary>Suggest something on a superior's major decision or project (提出建议). T013.</summary>
public sealed record MakeSuggestion(SuggestionSubject? Subject, string Title, string Text, OrganCode To) : MandateCommand;

/// <summary>Answer a suggestion (答复建议). T013.</summary>
public sealed record AnswerSuggestion(long Suggestion, SuggestionAnswer? Answer, string Text) : MandateCommand;

/// <summary>Propose a new duty (申报新增职责). R034: a department. What goes along may be named now or by the county.</summary>
public sealed record ProposeDuty(string Title, string Content, ImmutableList<UnitCode> Townships, bool ForCommunities, string? Power = null, string? Staff = null, string? Funds = null) : MandateCommand;

/// <summary>Approve a duty (批准新增职责). R034, R035: power, staff and funds, from here or from the proposal.</summary>
public sealed record ApproveDuty(long Duty, string Approval, string? Power = null, string? Staff = null, string? Funds = null) : MandateCommand;

/// <summary>Refuse a duty (不予批准). R034.</summary>
public sealed record RefuseDuty(long Duty, string Reason) : MandateCommand;

/// <summary>Put a duty into force (职责生效). R034: only with the county's approval.</summary>
public sealed record ActivateDuty(long Duty) : MandateCommand;

/// <summary>End a duty (终止职责). R034.</summary>
public sealed record EndDuty(long Duty, string Reason) : MandateCommand;

/// <summary>Give a task to a township or community (下派任务). T014, R036: with an approval that is in force.</summary>
/// <param name="Unit">Township or community.</param>
/// <param name="Title">Title.</param>
/// <param name="Content">What is to be done.</param>
/// <param name="Reference">Approval number; of a community's task also the code of an admitted item.</param>
/// <param name="Until">Last day.</param>
public sealed record AssignTask(UnitCode Unit, string Title, string Content, string? Reference, DateOnly Until) : MandateCommand;

/// <summary>Report a task done (办结任务). T014.</summary>
public sealed record FinishTask(long Task, string Report) : MandateCommand;

/// <summary>Withdraw a task that is not done (撤回任务). T014: the department that gave it, or the county.</summary>
public sealed record WithdrawTask(long Task, string Reason) : MandateCommand;

/// <summary>Admit an item to communities' work (准入事项). R036, W013: the county.</summary>
public sealed record AdmitItem(string Code, string Title, string Basis) : MandateCommand;

/// <summary>Take an admitted item out (退出事项). R036, W013.</summary>
public sealed record WithdrawItem(string Code, string Reason) : MandateCommand;

/// <summary>Enter an award activity (登记评比表彰活动). T110: with the reference of its approval.</summary>
public sealed record CreateActivity(string Title, ImmutableList<UnitCode> Townships, string? Approval) : MandateCommand;

/// <summary>Record a township's result, or revise it with a reason (登记乡镇考核结果). T108, T109.</summary>
public sealed record RecordTownshipResult(UnitCode Township, int Year, decimal Score, decimal Satisfaction, string? Reason = null) : MandateCommand;

/// <summary>Take a measure (采取措施). T109: four kinds, no order.</summary>
public sealed record TakeMeasure(long Result, MeasureKind? Kind, string Grounds, DateOnly RectifyBy) : MandateCommand;

/// <summary>Find that it was put right (确认整改完成). T109.</summary>
public sealed record ConfirmRectified(long Measure, string Finding) : MandateCommand;

/// <summary>Remind the county of its comprehensive scheme (提醒制定综合考核办法). T016: the hub, once a year.</summary>
public sealed record RemindOfScheme(int Year) : MandateCommand;

/// <summary>Note that the scheme has been made (综合考核办法已制定). T016: the hub.</summary>
/// <param name="Year">The year.</param>
/// <param name="MadeAt">When it was made.</param>
public sealed record NoteScheme(int Year, DateTimeOffset MadeAt) : MandateCommand;

/// <summary>Open the year's tasks of assessment (开启年度考评任务). R038: the hub; a target that has its task gets no other.</summary>
/// <param name="Year">The year.</param>
/// <param name="Targets">All targets in force, each with who assesses it.</param>
public sealed record OpenAssessments(int Year, ImmutableList<AssessmentTarget> Targets) : MandateCommand;

/// <summary>Record the result of a yearly assessment, or revise it with a reason (登记年度考评结果). R038, R039: whoever assesses the target.</summary>
public sealed record RecordAssessment(OrganCode Target, int Year, decimal Score, decimal Satisfaction, string? Reason = null) : MandateCommand;

/// <summary>Leave a target out of the year's assessment (不纳入年度考评). R038: whoever assesses it, with a reason.</summary>
public sealed record ExcludeFromAssessment(OrganCode Target, int Year, string Reason) : MandateCommand;
