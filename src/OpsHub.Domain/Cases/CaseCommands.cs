using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Cases;

/// <summary>A command to a case (案件指令).</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "command")]
[JsonDerivedType(typeof(ReportCase), "ReportCase")]
[JsonDerivedType(typeof(AcceptCase), "AcceptCase")]
[JsonDerivedType(typeof(DeclineCase), "DeclineCase")]
[JsonDerivedType(typeof(TriageCase), "TriageCase")]
[JsonDerivedType(typeof(DispatchCase), "DispatchCase")]
[JsonDerivedType(typeof(AcceptDispatch), "AcceptDispatch")]
[JsonDerivedType(typeof(ReturnCase), "ReturnCase")]
[JsonDerivedType(typeof(RedispatchCase), "RedispatchCase")]
[JsonDerivedType(typeof(FeedBackCase), "FeedBackCase")]
[JsonDerivedType(typeof(VerifyCase), "VerifyCase")]
[JsonDerivedType(typeof(FailVerification), "FailVerification")]
[JsonDerivedType(typeof(CloseCase), "CloseCase")]
[JsonDerivedType(typeof(MergeCase), "MergeCase")]
[JsonDerivedType(typeof(JoinCase), "JoinCase")]
[JsonDerivedType(typeof(RequestExtension), "RequestExtension")]
[JsonDerivedType(typeof(GrantExtension), "GrantExtension")]
[JsonDerivedType(typeof(RefuseExtension), "RefuseExtension")]
[JsonDerivedType(typeof(SuspendCase), "SuspendCase")]
[JsonDerivedType(typeof(ResumeCase), "ResumeCase")]
[JsonDerivedType(typeof(TransferToCoordination), "TransferToCoordination")]
[JsonDerivedType(typeof(RecordMeeting), "RecordMeeting")]
[JsonDerivedType(typeof(AssignParts), "AssignParts")]
[JsonDerivedType(typeof(FeedBackPart), "FeedBackPart")]
[JsonDerivedType(typeof(EvaluateCase), "EvaluateCase")]
[JsonDerivedType(typeof(ReopenCase), "ReopenCase")]
[JsonDerivedType(typeof(WithdrawCase), "WithdrawCase")]
[JsonDerivedType(typeof(UrgeCase), "UrgeCase")]
[JsonDerivedType(typeof(AnswerUrge), "AnswerUrge")]
[JsonDerivedType(typeof(EscalateCase), "EscalateCase")]
[JsonDerivedType(typeof(RelocateCase), "RelocateCase")]
[JsonDerivedType(typeof(ReadContact), "ReadContact")]
[JsonDerivedType(typeof(EraseContact), "EraseContact")]
public abstract record CaseCommand;

/// <summary>Report (信息采集上报). SM1 row 1.</summary>
/// <param name="Grid">Grid in which it lies.</param>
/// <param name="Kind">Component or event; required (G008).</param>
/// <param name="Category">Second-level category.</param>
/// <param name="Title">What is wrong, 1-200 characters. No names of persons.</param>
/// <param name="Text">More about it, at most 4,000 characters.</param>
/// <param name="Priority">Priority as reported. An ordinary case goes by its category's own limits; above ordinary, and in a category that is an emergency by nature, the shorter one holds.</param>
/// <param name="Channel">Where it came from.</param>
/// <param name="Source">Ticket of another system, or null.</param>
public sealed record ReportCase(
    UnitCode Grid, CaseKind? Kind, string Category, string Title, string Text, CasePriority Priority, CaseChannel Channel, SourceTicket? Source = null) : CaseCommand;

/// <summary>Accept (受理). SM1 row 2.</summary>
public sealed record AcceptCase : CaseCommand;

/// <summary>Decline (不予受理): only outside every category or outside the county. SM1 row 3, T019.</summary>
/// <param name="Reason">Why, 1-500 characters.</param>
/// <param name="WhereToTurn">Who is in charge instead (告知去向), 1-200 characters; the hand-over is recorded.</param>
/// <param name="Ground">One of the two grounds that there are; required.</param>
public sealed record DeclineCase(string Reason, string WhereToTurn, DeclineGround? Ground) : CaseCommand;

/// <summary>Triage (分析研判). SM1 row 5.</summary>
/// <param name="Class">Class, which decides the rule of dispatch.</param>
/// <param name="Enforcement">True when it takes enforcement powers (涉执法). R031.</param>
public sealed record TriageCase(TriageClass Class, bool Enforcement = false) : CaseCommand;

/// <summary>Dispatch (派单). SM1 row 6.</summary>
/// <param name="Parties">Organs with their parts; exactly one leads.</param>
/// <param name="Note">Note to them, at most 500 characters.</param>
public sealed record DispatchCase(ImmutableList<DispatchParty> Parties, string? Note = null) : CaseCommand;

/// <summary>The lead unit accepts the dispatch (接单). SM1 row 7.</summary>
public sealed record AcceptDispatch : CaseCommand;

/// <summary>The lead unit returns the dispatch (退单). SM1 row 8.</summary>
/// <param name="Reason">One of three reasons.</param>
/// <param name="Note">What exactly, 1-500 characters.</param>
public sealed record ReturnCase(ReturnReason Reason, string Note) : CaseCommand;

/// <summary>Dispatch again after a return (重新派单). SM1 row 9.</summary>
/// <param name="Parties">Organs with their parts; exactly one leads.</param>
/// <param name="Ruling">The township's ruling (裁定), needed for the same lead again.</param>
/// <param name="MeetingRecord">Reference of a meeting's record, as a note; the meeting itself is recorded by <see cref="RecordMeeting"/> (T022).</param>
/// <param name="GrantNewTerm">True when the dispatcher grants the handling term another due, counted from now; otherwise the due stands.</param>
/// <param name="Note">Note to them, at most 500 characters.</param>
public sealed record RedispatchCase(
    ImmutableList<DispatchParty> Parties, string? Ruling = null, string? MeetingRecord = null, bool GrantNewTerm = false, string? Note = null) : CaseCommand;

/// <summary>Feed back the result (处置反馈). SM1 row 14.</summary>
/// <param name="Result">What was done, 1-2,000 characters.</param>
/// <param name="Evidence">References of evidence (佐证), at most 20.</param>
public sealed record FeedBackCase(string Result, ImmutableList<string> Evidence) : CaseCommand;

/// <summary>Verification passed (核查通过). SM1 row 15, G047.</summary>
/// <param name="EvidenceViewed">Must be true.</param>
/// <param name="Note">Note, at most 500 characters.</param>
public sealed record VerifyCase(bool EvidenceViewed, string? Note = null) : CaseCommand;

/// <summary>Verification failed (核查不通过): back to handling. SM1 row 16.</summary>
/// <param name="Reason">Why, 1-500 characters.</param>
public sealed record FailVerification(string Reason) : CaseCommand;

/// <summary>Close (结案). SM1 row 17, G018.</summary>
public sealed record CloseCase : CaseCommand;

/// <summary>A command about the reporter's contact (联系方式): no row of SM1, permitted in every stage, and the case stands where it stood.</summary>
/// <param name="Reason">Why, 1-500 characters.</param>
public abstract record ContactCommand(string Reason) : CaseCommand;

/// <summary>Read the reporter's contact (查看联系方式). The contact is given only once this stands in the trace.</summary>
/// <param name="Reason">What for, 1-500 characters.</param>
public sealed record ReadContact(string Reason) : ContactCommand(Reason);

/// <summary>Erase the reporter's contact (删除联系方式), on request or when its time is over. Erased already: nothing happens.</summary>
/// <param name="Reason">Why, 1-500 characters.</param>
public sealed record EraseContact(string Reason) : ContactCommand(Reason);
