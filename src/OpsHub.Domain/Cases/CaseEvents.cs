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
/// missing in the records of before there were versions, which began with the first.</summary>
public sealed record CaseReported(
    DateTimeOffset At, string Number, Placement Placement, CaseKind Kind, string Category, string CategoryClass, string Title, string Text,
    CasePriority Priority, bool Emergency, CaseChannel Channel, SourceTicket? Source, OrganCode FirstAsked, Term Acceptance,
    int? Rules = null) : CaseEvent(At)
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

/// <summary>Triaged (已研判).</summary>
public sealed record CaseTriaged(DateTimeOffset At, OrganCode By, TriageClass Class, bool Enforcement, OrganCode NextHolder) : CaseEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "SM1.5";
}

/// <summary>Dispatched (已派单): the handling term runs from here.</summary>
public sealed record CaseDispatched(
    DateTimeOffset At, OrganCode By, OrganCode Lead, ImmutableList<OrganCode> Assists, string? Note, Term AcceptTerm, Term Handling) : CaseEvent(At)
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

/// <summary>Returned (已退单).</summary>
public sealed record CaseReturned(DateTimeOffset At, OrganCode By, ReturnReason Reason, string Note, OrganCode NextHolder) : CaseEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Note;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "SM1.8";
}

/// <summary>Dispatched again (重新派单). <c>Handling</c> is set only where a new due was granted: the handling term with both dues in its ledger.</summary>
public sealed record CaseRedispatched(
    DateTimeOffset At, OrganCode By, OrganCode Lead, ImmutableList<OrganCode> Assists, string? Ruling, string? MeetingRecord, string? Note,
    Term AcceptTerm, Term? Handling) : CaseEvent(At)
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
    DateTimeOffset At, OrganCode By, string Handler, string Result, ImmutableList<string> Evidence, bool OnTime, OrganCode NextHolder, Term Verification) : CaseEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Result;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "SM1.14";
}

/// <summary>Verification passed (核查通过).</summary>
public sealed record CaseVerified(DateTimeOffset At, OrganCode By, string? Note) : CaseEvent(At)
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
