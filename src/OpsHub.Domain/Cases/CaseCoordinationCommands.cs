using System.Collections.Immutable;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Cases;

/// <summary>Ask for more time (申请延期). SM1 row 10: before the due, once.</summary>
/// <param name="Reason">Why, 1-500 characters.</param>
/// <param name="Until">The due asked for, after the present one.</param>
public sealed record RequestExtension(string Reason, DateTimeOffset Until) : CaseCommand;

/// <summary>Grant the extension asked for (同意延期). SM1 row 11; both dues stay in the term's ledger.</summary>
/// <param name="Until">Another due than the one asked for, or null for that one.</param>
/// <param name="Note">Note, at most 500 characters.</param>
public sealed record GrantExtension(DateTimeOffset? Until = null, string? Note = null) : CaseCommand;

/// <summary>Refuse the extension asked for (不同意延期). SM1 row 11.</summary>
/// <param name="Reason">Why, 1-500 characters.</param>
public sealed record RefuseExtension(string Reason) : CaseCommand;

/// <summary>Suspend the handling (中止处置期限): nothing is counted until it resumes. The hub resumes it at the limit by itself.</summary>
/// <param name="Reason">Why, 1-500 characters.</param>
/// <param name="Until">When it resumes at the latest, within <see cref="CaseRules.MaxSuspensionDays"/>.</param>
public sealed record SuspendCase(string Reason, DateTimeOffset Until) : CaseCommand;

/// <summary>Resume the handling (恢复处置期限).</summary>
/// <param name="Reason">Why, 1-500 characters.</param>
public sealed record ResumeCase(string Reason) : CaseCommand;

/// <summary>Hand over to the township for coordination (提请协调): other units are needed. SM1 row 12.</summary>
/// <param name="Reason">Why, 1-500 characters.</param>
public sealed record TransferToCoordination(string Reason) : CaseCommand;

/// <summary>Record a coordination meeting (专题协调会议记录). T022: linked to the case in its trace.</summary>
/// <param name="HeldAt">When it was held: not before the report, not in the future.</param>
/// <param name="Attended">Organs that attended (参会单位), 1-30; organs, never persons.</param>
/// <param name="Minutes">What was agreed (会议纪要), 1-2,000 characters.</param>
/// <param name="Reference">Reference of the minutes' file (文号), at most 200 characters.</param>
public sealed record RecordMeeting(DateTimeOffset HeldAt, ImmutableList<OrganCode> Attended, string Minutes, string? Reference = null) : CaseCommand;

/// <summary>Assign the parts after coordination (明确分工). SM1 row 13: exactly one lead, with a meeting recorded since the transfer.</summary>
/// <param name="Parties">Organs with their parts; exactly one leads.</param>
/// <param name="Note">What each is to do, at most 500 characters.</param>
public sealed record AssignParts(ImmutableList<DispatchParty> Parties, string? Note = null) : CaseCommand;

/// <summary>An assisting unit feeds back its part (协办反馈). SM1 row 14: the lead's feedback waits for all parts.</summary>
/// <param name="Result">What was done, 1-2,000 characters.</param>
/// <param name="Evidence">References of evidence (佐证), at most 20.</param>
public sealed record FeedBackPart(string Result, ImmutableList<string> Evidence) : CaseCommand;
