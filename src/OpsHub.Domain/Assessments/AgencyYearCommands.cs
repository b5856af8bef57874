using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Assessments;

/// <summary>A command to an agency's year (年度考核指令). SM4.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "command")]
[JsonDerivedType(typeof(OpenYear), "OpenYear")]
[JsonDerivedType(typeof(SetWeights), "SetWeights")]
[JsonDerivedType(typeof(ListDuties), "ListDuties")]
[JsonDerivedType(typeof(NegotiatePlan), "NegotiatePlan")]
[JsonDerivedType(typeof(DeterminePlan), "DeterminePlan")]
[JsonDerivedType(typeof(DraftPlan), "DraftPlan")]
[JsonDerivedType(typeof(SubmitPlan), "SubmitPlan")]
[JsonDerivedType(typeof(ConsentToPlan), "ConsentToPlan")]
[JsonDerivedType(typeof(ObjectToPlan), "ObjectToPlan")]
[JsonDerivedType(typeof(SignLetter), "SignLetter")]
[JsonDerivedType(typeof(ReportProgress), "ReportProgress")]
[JsonDerivedType(typeof(ConfirmTarget), "ConfirmTarget")]
[JsonDerivedType(typeof(RecordKeyWork), "RecordKeyWork")]
[JsonDerivedType(typeof(RecordEvidence), "RecordEvidence")]
[JsonDerivedType(typeof(OpenAssessment), "OpenAssessment")]
[JsonDerivedType(typeof(AdjustComponent), "AdjustComponent")]
[JsonDerivedType(typeof(WithdrawAdjustment), "WithdrawAdjustment")]
[JsonDerivedType(typeof(SubmitDuty), "SubmitDuty")]
[JsonDerivedType(typeof(SubmitSatisfaction), "SubmitSatisfaction")]
[JsonDerivedType(typeof(SubmitStatutory), "SubmitStatutory")]
[JsonDerivedType(typeof(AggregateTownshipPart), "AggregateTownshipPart")]
[JsonDerivedType(typeof(FinaliseScore), "FinaliseScore")]
[JsonDerivedType(typeof(SetAgencyGrade), "SetAgencyGrade")]
[JsonDerivedType(typeof(SetHeadGrade), "SetHeadGrade")]
[JsonDerivedType(typeof(ShareResult), "ShareResult")]
[JsonDerivedType(typeof(PublishResult), "PublishResult")]
[JsonDerivedType(typeof(ReviseResult), "ReviseResult")]
[JsonDerivedType(typeof(AppealAgainst), "AppealAgainst")]
[JsonDerivedType(typeof(AnswerAppeal), "AnswerAppeal")]
[JsonDerivedType(typeof(RecordHostResult), "RecordHostResult")]
[JsonDerivedType(typeof(RecordStaffResult), "RecordStaffResult")]
[JsonDerivedType(typeof(RecordDailyWork), "RecordDailyWork")]
public abstract record AgencyYearCommand;

/// <summary>Open the year (开启年度). The hub's own, each 1 January; once per agency and year.</summary>
public sealed record OpenYear(OrganCode Agency, int Year) : AgencyYearCommand;

/// <summary>Set the weights of the townships served (设定权重). A026: by the host or the county, before the assessment opens.</summary>
public sealed record SetWeights(ImmutableSortedDictionary<UnitCode, decimal> Weights) : AgencyYearCommand;

/// <summary>List the local duties (梳理属地职责). A037.</summary>
public sealed record ListDuties(ImmutableList<string> Duties) : AgencyYearCommand;

/// <summary>A served township has negotiated the plan (协商年度计划). A038.</summary>
public sealed record NegotiatePlan : AgencyYearCommand;

/// <summary>The performance organ determines the plan instead (认定年度计划). A038.</summary>
public sealed record DeterminePlan(string Reason) : AgencyYearCommand;

/// <summary>Draft the plan's targets (拟定年度计划). Negotiations made before hold only for what was drafted then.</summary>
public sealed record DraftPlan(ImmutableList<YearTarget> Targets) : AgencyYearCommand;

/// <summary>Submit it to the department (报派出部门).</summary>
public sealed record SubmitPlan : AgencyYearCommand;

/// <summary>The department consents (同意). A039.</summary>
public sealed record ConsentToPlan : AgencyYearCommand;

/// <summary>The department objects (不同意): back to the draft.</summary>
public sealed record ObjectToPlan(string Reason) : AgencyYearCommand;

/// <summary>Sign the letter (签订责任书). A040: the agency's head or the host township, each once.</summary>
public sealed record SignLetter : AgencyYearCommand;

/// <summary>Report progress of a target (报告进度).</summary>
public sealed record ReportProgress(int Target, int Percent, string? Note = null) : AgencyYearCommand;

/// <summary>The host confirms a target as done, or takes that back (确认完成). A020.</summary>
public sealed record ConfirmTarget(int Target, bool Done, string? Note = null) : AgencyYearCommand;

/// <summary>A served township records key work that asked for the agency (记录重点工作). A021.</summary>
public sealed record RecordKeyWork(string Text, bool TookPart, string? Reference = null) : AgencyYearCommand;

/// <summary>Totals from the trace (登记佐证). The hub's own.</summary>
public sealed record RecordEvidence(ImmutableSortedDictionary<UnitCode, CaseEvidence> Evidence) : AgencyYearCommand;

/// <summary>The year is over: open the assessment (启动考核). The hub's own, on 1 January of the next year.</summary>
public sealed record OpenAssessment : AgencyYearCommand;

/// <summary>Set a component by hand (人工调整), with a reason; the computed value stays beside it.</summary>
/// <param name="Component">The component.</param>
/// <param name="Value">0 to 100, at most four decimals.</param>
/// <param name="Reason">Why, 1-500 characters.</param>
/// <param name="WithoutLetter">Why annual targets are scored although no letter was signed; required then. A041.</param>
public sealed record AdjustComponent(DutyComponent? Component, decimal Value, string Reason, string? WithoutLetter = null) : AgencyYearCommand;

/// <summary>Take a component's adjustment back (撤回人工调整): what the evidence gives holds again; the former value stays visible. A018.</summary>
/// <param name="Component">The component.</param>
/// <param name="Reason">Why, 1-500 characters.</param>
public sealed record WithdrawAdjustment(DutyComponent? Component, string Reason) : AgencyYearCommand;

/// <summary>A served township submits its duty score (提交属地职责评分): the four components as computed or adjusted. A018.</summary>
/// <param name="WithoutLetter">Why L is given although no letter was signed; required then. A041.</param>
public sealed record SubmitDuty(string? WithoutLetter = null) : AgencyYearCommand;

/// <summary>The closed survey's result (提交满意度). A024. The hub's own, for one township.</summary>
public sealed record SubmitSatisfaction(UnitCode Township, ImmutableList<GroupTally> Tallies) : AgencyYearCommand;

/// <summary>The department scores the statutory duty (提交法定职责评分). A019.</summary>
public sealed record SubmitStatutory(decimal Value, string? Note = null) : AgencyYearCommand;

/// <summary>The host aggregates the townships' part (汇总). A027.</summary>
public sealed record AggregateTownshipPart : AgencyYearCommand;

/// <summary>The performance organ finalises the score (核定得分). A017.</summary>
public sealed record FinaliseScore : AgencyYearCommand;

/// <summary>Set the agency's grade (评定等次). A033.</summary>
public sealed record SetAgencyGrade(AssessmentGrade? Grade) : AgencyYearCommand;

/// <summary>Set the head's grade (评定负责人等次). A035, A044.</summary>
public sealed record SetHeadGrade(AssessmentGrade? Grade) : AgencyYearCommand;

/// <summary>Feed the result into an assessment (共享结果), once each. A032. The hub's own.</summary>
public sealed record ShareResult(ShareTarget Target) : AgencyYearCommand;

/// <summary>Publish the shared result (公布结果). R044.</summary>
/// <param name="Where">Where it was posted, 1-200 characters.</param>
public sealed record PublishResult(string Where) : AgencyYearCommand;

/// <summary>Revise (修订): back to the inputs; former values are kept. Not once it is shared.</summary>
/// <param name="Reason">Why, 1-1000 characters.</param>
/// <param name="Lines">Lines (L, S, D) that are to be given anew; without any the inputs stand, and only what follows from them is done again.</param>
public sealed record ReviseResult(string Reason, ImmutableList<AppealLine>? Lines = null) : AgencyYearCommand;

/// <summary>Contest a line (申诉).</summary>
public sealed record AppealAgainst(AppealLine Line, string Text, ImmutableList<string> Evidence) : AgencyYearCommand;

/// <summary>Answer an appeal (答复申诉): upheld or not, with reasons. Upheld: whoever gave the line may give it anew.</summary>
public sealed record AnswerAppeal(int Appeal, bool Upheld, string Answer) : AgencyYearCommand;

/// <summary>The county records the host township's own result of the year and its bonus coefficient (登记驻地考核结果). A029, A031.</summary>
/// <param name="Grade">The host township's grade.</param>
/// <param name="Coefficient">Bonus coefficient, 0-10, at most four decimals.</param>
/// <param name="Reason">Why it is another than the one recorded, 1-500 characters; required then.</param>
public sealed record RecordHostResult(AssessmentGrade? Grade, decimal Coefficient, string? Reason = null) : AgencyYearCommand;

/// <summary>The department records the staff's result as a whole (登记人员绩效结果): A029, A030. No person's.</summary>
/// <param name="Band">Band of annual performance: the host township's grade; another is refused.</param>
/// <param name="Payer">Who pays; null for the department, another is refused.</param>
/// <param name="BonusBase">Bonus of a post in yuan before the coefficient, 0-1,000,000, at most two decimals; null where none is recorded.</param>
/// <param name="Other">Mean score of the rest of the annual assessment, 0-100; null where none is recorded. A034.</param>
/// <param name="Reason">Why it is another than the one recorded, 1-500 characters; required then.</param>
public sealed record RecordStaffResult(AssessmentGrade? Band, OrganCode? Payer = null, decimal? BonusBase = null, decimal? Other = null, string? Reason = null) : AgencyYearCommand;

/// <summary>The host township records the staff's daily-work score as a whole (登记日常工作考核). A034.</summary>
/// <param name="Posts">Posts assessed, 1-1000.</param>
/// <param name="Score">Their mean, 0-100, at most four decimals.</param>
/// <param name="Reason">Why it is another than the one recorded, 1-500 characters; required once the result is shared.</param>
public sealed record RecordDailyWork(int Posts, decimal Score, string? Reason = null) : AgencyYearCommand;
