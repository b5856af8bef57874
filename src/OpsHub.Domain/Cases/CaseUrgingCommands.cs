using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Cases;

/// <summary>Urge (催办、督办). SM1 row U: an answer is due.</summary>
/// <param name="Level">1 a reminder (催办); 2 by the township, 3 by the county (督办).</param>
/// <param name="Note">What is expected, 1-500 characters.</param>
/// <param name="Organ">Who is urged: whoever holds it, leads it, or owes a part; null is the holder.</param>
public sealed record UrgeCase(int Level, string Note, OrganCode? Organ = null) : CaseCommand;

/// <summary>Answer all open urges addressed to one's own organ (督办回复).</summary>
/// <param name="Answer">What is being done, and until when; 1-1,000 characters.</param>
public sealed record AnswerUrge(string Answer) : CaseCommand;

/// <summary>Escalate to the county's board (升级). SM1 row E: overdue by a full limit, or at risk (C065). The hub does the first by itself.</summary>
/// <param name="Reason">Why, 1-500 characters.</param>
/// <param name="Risk">Kind of risk, or null where it is overdue by a full limit.</param>
public sealed record EscalateCase(string Reason, RiskKind? Risk = null) : CaseCommand;
