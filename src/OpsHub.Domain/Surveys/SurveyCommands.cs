using System.Text.Json.Serialization;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Surveys;

/// <summary>A command to a survey (测评指令).</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "command")]
[JsonDerivedType(typeof(PlanSurvey), "PlanSurvey")]
[JsonDerivedType(typeof(IssueTokens), "IssueTokens")]
[JsonDerivedType(typeof(OpenSurvey), "OpenSurvey")]
[JsonDerivedType(typeof(ExtendSurvey), "ExtendSurvey")]
[JsonDerivedType(typeof(RemindTownship), "RemindTownship")]
[JsonDerivedType(typeof(CloseSurvey), "CloseSurvey")]
[JsonDerivedType(typeof(RecordDelivery), "RecordDelivery")]
public abstract record SurveyCommand;

/// <summary>Plan it (安排测评): the township, or the hub by the default window. Held again where too few answered or the result was taken back.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Year">The year.</param>
/// <param name="Township">The township.</param>
/// <param name="Opens">First day; by default as the parameters have it.</param>
/// <param name="Closes">Last day; likewise.</param>
public sealed record PlanSurvey(OrganCode Agency, int Year, UnitCode Township, DateOnly? Opens = null, DateOnly? Closes = null) : SurveyCommand;

/// <summary>Issue one-time tokens to a group (发放测评码): a count. Whoever gets one stands nowhere.</summary>
/// <param name="Group">The group.</param>
/// <param name="Count">How many, 1 to 300.</param>
public sealed record IssueTokens(RaterGroup? Group, int Count) : SurveyCommand;

/// <summary>It opens (开始测评). The hub's own, when its time has come.</summary>
public sealed record OpenSurvey : SurveyCommand;

/// <summary>Extend it, once (延长测评).</summary>
/// <param name="Until">The new last day.</param>
/// <param name="Reason">Why, 1-500 characters.</param>
public sealed record ExtendSurvey(DateOnly Until, string Reason) : SurveyCommand;

/// <summary>Remind the township of groups with too few answers (提醒). The hub's own.</summary>
public sealed record RemindTownship : SurveyCommand;

/// <summary>Close it (结束测评): the hub when its time is over, the township earlier with a reason (then the hub closes it right after).</summary>
/// <param name="Reason">Why before its time, 1-500 characters; null for the hub.</param>
public sealed record CloseSurvey(string? Reason = null) : SurveyCommand;

/// <summary>The year has taken the result (登记报送). The hub's own.</summary>
public sealed record RecordDelivery : SurveyCommand;
