using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Cases;

/// <summary>What happened to a case (案件事件). State is folded from these; each is one trace entry.</summary>
/// <param name="At">When it took effect.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(CaseReported), "CaseReported")]
[JsonDerivedType(typeof(CaseAccepted), "CaseAccepted")]
[JsonDerivedType(typeof(CaseDeclined), "CaseDeclined")]
[JsonDerivedType(typeof(CaseTriaged), "CaseTriaged")]
[JsonDerivedType(typeof(CaseDispatched), "CaseDispatched")]
[JsonDerivedType(typeof(DispatchAccepted), "DispatchAccepted")]
[JsonDerivedType(typeof(CaseReturned), "CaseReturned")]
[JsonDerivedType(typeof(CaseRedispatched), "CaseRedispatched")]
[JsonDerivedType(typeof(CaseFedBack), "CaseFedBack")]
[JsonDerivedType(typeof(CaseVerified), "CaseVerified")]
[JsonDerivedType(typeof(VerificationFailed), "VerificationFailed")]
[JsonDerivedType(typeof(CaseClosed), "CaseClosed")]
[JsonDerivedType(typeof(CaseRungsFired), "CaseRungsFired")]
[JsonDerivedType(typeof(CaseMerged), "CaseMerged")]
[JsonDerivedType(typeof(CaseJoined), "CaseJoined")]
[JsonDerivedType(typeof(ExtensionRequested), "ExtensionRequested")]
[JsonDerivedType(typeof(ExtensionGranted), "ExtensionGranted")]
[JsonDerivedType(typeof(ExtensionRefused), "ExtensionRefused")]
[JsonDerivedType(typeof(CaseSuspended), "CaseSuspended")]
[JsonDerivedType(typeof(CaseResumed), "CaseResumed")]
[JsonDerivedType(typeof(CoordinationBegun), "CoordinationBegun")]
[JsonDerivedType(typeof(MeetingRecorded), "MeetingRecorded")]
[JsonDerivedType(typeof(PartsAssigned), "PartsAssigned")]
[JsonDerivedType(typeof(PartFedBack), "PartFedBack")]
[JsonDerivedType(typeof(CaseEvaluated), "CaseEvaluated")]
[JsonDerivedType(typeof(CaseReopened), "CaseReopened")]
[JsonDerivedType(typeof(CaseWithdrawn), "CaseWithdrawn")]
[JsonDerivedType(typeof(CaseUrged), "CaseUrged")]
[JsonDerivedType(typeof(UrgeAnswered), "UrgeAnswered")]
[JsonDerivedType(typeof(CaseEscalated), "CaseEscalated")]
[JsonDerivedType(typeof(CaseRelocated), "CaseRelocated")]
[JsonDerivedType(typeof(CaseAreaChanged), "CaseAreaChanged")]
[JsonDerivedType(typeof(ContactRead), "ContactRead")]
[JsonDerivedType(typeof(ContactErased), "ContactErased")]
[JsonDerivedType(typeof(CaseTermsReprojected), "CaseTermsReprojected")]
public abstract record CaseEvent(DateTimeOffset At)
{
    /// <summary>Name in the trace.</summary>
    [JsonIgnore]
    public string Name => GetType().Name;

    /// <summary>Reason or note, as the trace shows it.</summary>
    [JsonIgnore]
    public virtual string? Why => null;

    /// <summary>Row of SM1 it rests on.</summary>
    [JsonIgnore]
    public abstract string Rule { get; }
}

/// <summary>Reported (已上报). The receiver is the first-asked owner, never cleared (T019). <c>Rules</c> is the version of the rules it began with and keeps;
/// missing in the records of before there were versions, which began with the first. <c>Reporter</c> is the account that reported, which may ask after
/// its case (G053); null in traces of the first days. <c>Forwarded</c> is the centre to which a basic grid passes on what is a matter of all-subject grids (G007).
/// <c>Directory</c> as <see cref="UnitsInForce"/> has it.</summary>
public sealed record CaseReported(
    DateTimeOffset At, string Number, Placement Placement, CaseKind Kind, string Category, string CategoryClass, string Title, string Text,
    CasePriority Priority, bool Emergency, CaseChannel Channel, SourceTicket? Source, OrganCode FirstAsked, Term Acceptance,
    int? Rules = null, string? Reporter = null, OrganCode? Forwarded = null, long Directory = 0) : CaseEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "SM1.1";
}

/// <summary>Accepted (已受理).</summary>
public sealed record CaseAccepted(DateTimeOffset At, OrganCode By, OrganCode NextHolder, Term Triage) : CaseEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "SM1.2";
}

/// <summary>Declined (不予受理), with the hand-over.</summary>
public sealed record CaseDeclined(DateTimeOffset At, OrganCode By, DeclineGround Ground, string Reason, string WhereToTurn) : CaseEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Reason;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "SM1.3";
}

/// <summary>Triaged (已研判). The term to dispatch runs from here.</summary>
public sealed record CaseTriaged(DateTimeOffset At, OrganCode By, TriageClass Class, bool Enforcement, OrganCode NextHolder, Term? Dispatch = null) : CaseEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "SM1.5";
}

/// <summary>Dispatched (已派单): the handling term runs from here. <c>Terms</c> are those of the assisting units' parts.</summary>
public sealed record CaseDispatched(
    DateTimeOffset At, OrganCode By, OrganCode Lead, ImmutableList<OrganCode> Assists, string? Note, Term AcceptTerm, Term Handling,
    ImmutableList<CasePart>? Parts = null, ImmutableList<Term>? Terms = null) : CaseEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Note;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "SM1.6";
}

/// <summary>The lead unit accepted (已接单).</summary>
public sealed record DispatchAccepted(DateTimeOffset At, OrganCode By) : CaseEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "SM1.7";
}

/// <summary>Returned (已退单). <c>Terms</c>: what nobody owes any more, and the term to dispatch again.</summary>
public sealed record CaseReturned(
    DateTimeOffset At, OrganCode By, ReturnReason Reason, string Note, OrganCode NextHolder, ImmutableList<Term>? Terms = null) : CaseEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Note;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "SM1.8";
}

/// <summary>Dispatched again (重新派单). <c>Handling</c> is set only where a new due was granted: the handling term with both dues in its ledger.
/// <c>Dropped</c>: assisting organs of the former dispatch that have no part in this one.</summary>
public sealed record CaseRedispatched(
    DateTimeOffset At, OrganCode By, OrganCode Lead, ImmutableList<OrganCode> Assists, string? Ruling, string? MeetingRecord, string? Note,
    Term AcceptTerm, Term? Handling, ImmutableList<CasePart>? Parts = null, ImmutableList<Term>? Terms = null, ImmutableList<OrganCode>? Dropped = null) : CaseEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Ruling ?? Note;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "SM1.9";
}

/// <summary>Result fed back (已反馈). On time is fixed here.</summary>
public sealed record CaseFedBack(
    DateTimeOffset At, OrganCode By, string Handler, string Result, ImmutableList<string> Evidence, bool OnTime, OrganCode NextHolder, Term Verification,
    ImmutableList<Term>? Terms = null) : CaseEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Result;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "SM1.14";
}

/// <summary>Verification passed (核查通过). The term to close runs from here.</summary>
public sealed record CaseVerified(DateTimeOffset At, OrganCode By, string? Note, Term? Closing = null) : CaseEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Note;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "SM1.15";
}

/// <summary>Verification failed (核查不通过). The handling term runs on: original or granted.</summary>
public sealed record VerificationFailed(DateTimeOffset At, OrganCode By, string Reason) : CaseEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Reason;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "SM1.16";
}

/// <summary>Closed (已结案). Evaluation, the fifth link, follows (G048).</summary>
public sealed record CaseClosed(DateTimeOffset At, OrganCode By) : CaseEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "SM1.17";
}

/// <summary>Rungs of terms took effect (期限到点): all that had passed, in order, in one write.</summary>
public sealed record CaseRungsFired(DateTimeOffset At, ImmutableList<Rung> Rungs) : CaseEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => string.Join(' ', Rungs.Select(r => $"{r.Term}:{r.Kind}"));

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "G022";
}

/// <summary>The reporter's contact was read (已查看联系方式): by whom and what for, never what it said. G049.</summary>
public sealed record ContactRead(DateTimeOffset At, OrganCode By, string Reason) : CaseEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Reason;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "G049";
}

/// <summary>The reporter's contact was erased (已删除联系方式). It lay apart, so the chain still verifies. G049.</summary>
public sealed record ContactErased(DateTimeOffset At, OrganCode By, string Reason) : CaseEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Reason;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "G049";
}
